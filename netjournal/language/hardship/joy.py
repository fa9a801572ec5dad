"""Whether a text tells of joy, over which one may cry as well, or of good news of somebody."""

from __future__ import annotations

import re

from netjournal.language.shorthand import spelt_out

_REACH = 2000

_JOY = (
    r"!!|\b(?:parcels?|presents?|gifts?|surprise|bouquet|flowers|card|vows|birthday|anniversary|wedding|married|marry"
    r"|proposed|proposal|engaged|engagement|expecting|pregnant|newborn|(?:baby|twins) (?:is|are) here"
    r"|graduat\w*|passed (?:(?:his|her|their|my|the) )?(?:\w+ )?(?:exams?|test)|got the (?:job|place|flat)"
    r"|reunion|reunited|happy|happily|happiness|joy|joyful\w*|glad|gladness|delight(?:ed)?|relief|relieved"
    r"|proud|pride|overjoyed|so beautiful|beautifully|the good kind|good tears|grateful|gratitude"
    r"|(?:i|we) thanked (?:him|her|them)|thanked (?:me|us))\b"
)
_NO_JOY = (
    r"\b(?:not|never|no longer|hardly|\w+n['’]t) (?:at all |so |very |really |even )?"
    r"(?:happy|glad|proud|relieved|expecting|pregnant|married|engaged)\b"
    r"|\b(?:sad(?:ly|ness)?|alone|lonely|miss(?:es|ed|ing)?|afraid|scared|fear|angry|hurts?|broken?|bad news"
    r"|ill|sick|forgot\w*|cancel\w*|called off|without (?:him|her|them)|left|lost|worried|worse|ex|divorc\w*"
    r"|failed|refused|rejected|never came|any ?more)\b"
)
_WARM = (
    r"(?<!\bno )(?<!\bnot )(?<!n['’]t )(?<!\bnever )(?<!\bnobody )(?<!\bnot so )(?<!\bnot very )"
    r"\b(?:laugh(?:ed|s|ing|ter)?(?! at\b)|giggl\w+|smil(?:ed|es|ing)|sang|sings|singing|hummed|danced"
    r"|hug(?:ged|s)?|embraced|kissed|thanked|joked|held (?:my|his|her|their|each other['’]?s) hands?"
    r"|(?:kind|tender|gentle|lovely|beautiful|close|warm)(?=\s*(?:\Z|[.,;!?\n]|and\b|to\b|with\b)))(?!\w)"
)
_GOOD_NEWS = (
    r"\b(?:(?:is|are|she['’]s|they['’]re|was) expecting(?=\s*(?:\Z|[!.,;:(\n]|an? (?:baby|child|girl|boy)"
    r"\b|twins\b|again\b|in \w+|(?:their|her) (?:first|second|third)\b))"
    r"|(?:is|are|she['’]s) pregnant"
    r"|got (?:the|a|his|her|that) (?:(?!wrong|bad|worse|awful|boring)\w+ )?"
    r"(?:job|place|role|post|scholarship|grant|visa|all.clear)"
    r"|got into (?:\w+ )?(?:school|university|college|uni)"
    r"|had (?:twins|(?:a|their|her|his) (?:\w+ )?baby(?: girl| boy)?(?! (?:shower|sitter|monitor)))"
    r"|(?:is|are|got|just got|they['’]re) engaged(?! (?:in|with|by|on|at)\b)"
    r"|(?:is|are|they['’]re) getting married|got married(?! (?:in (?:19|20)\d\d|young|years)\b)"
    r"|proposed to (?:her|him|me|\w+)"
    r"|passed (?:his|her|their|my|all|the) (?:\w+ ){0,2}(?:exams?|test|finals|bar|audition)|passed(?=!)"
    r"|(?:baby|twins|little one) (?:is|are|has|have) (?:finally |just )?(?:here|born|arrived|come)"
    r"(?! (?:to|for|by)\b)"
    r"|got the (?:part|flat)(?! of\b)|baby was born"
    r"|(?:daughter|son|girl|boy|twins) (?:was|were) born (?:today|last night|this morning|yesterday|on)"
    r"|gave birth|got promoted|(?:got|has|won) (?:a|the|first|his|her) (?:\w+ )?(?:promotion|prize|award)"
    r"|in remission|cancer.free|(?:is|are|was|were|s|it['’]?s) benign|(?:came|come) back clear"
    r"|accepted (?:at|by|into) (?:the )?\w+)\b"
)
_SIGNS = (
    *(
        "expecting",
        "pregnant",
        "got ",
        "had ",
        "engaged",
        "married",
        "proposed",
        "passed",
        "here",
        "born",
        "arrived",
    ),
    *("come", "birth", "prize", "award", "promotion", "remission", "cancer", "accepted", "benign", "clear"),
)
"""One of these stands in all good news; most lines have none, and are spared a pattern of a millisecond."""

_NOT_YET = (
    r"(?:\b(?:not|never|nobody|no longer|hopes?|hoping|wants?|wishes|if|whether|would|dream\w*|almost|nearly"
    r"|thinks?|thought)\b|n['’]t\b)[^.;!?\n]{0,24}\Z"
)


def tells_of_joy(text: str) -> bool:
    """Whether `text`, in small letters, tells of a gift, a feast or gladness, and of nothing that saddens."""
    return re.search(_JOY, text) is not None and re.search(_NO_JOY, text) is None


def is_warm(text: str) -> bool:
    """Whether `text` speaks of laughter, a song, tenderness or joy, and of nothing that saddens."""
    small = spelt_out(text[:_REACH]).lower()
    return (re.search(_WARM, small) or re.search(_JOY, small)) is not None and not re.search(_NO_JOY, small)


def tells_of_good_news(text: str) -> bool:
    """Whether the first words of `text` do, in plain English: a child, a job, an exam, a wedding to come."""
    small = spelt_out(text[:_REACH]).lower()
    for found in re.finditer(_GOOD_NEWS, small) if any(map(small.__contains__, _SIGNS)) else ():
        sentence = re.split(r"[.;!?\n]", small[: found.start()])[-1]
        if not (re.search(_NOT_YET, sentence) or re.search(r"\bex\b|\bfilm\b|\bnovel\b|\bplay\b", sentence)):
            return True
    return False
