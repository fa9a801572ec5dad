"""Whether a name in a line is that of somebody who is only told of (issue 5 §1).

| in the line                                             | only told of                         |
|---------------------------------------------------------|--------------------------------------|
| Nana: Gia's hand is well; a note to Pia for Karim's saw | whose it is: no place, feast or deed |
| Pia asked if Karim wants it; she said that Karim left   | who stands in what was asked or said |
| told Pia how Karim fell; Pia rang to say Karim moved    | Karim                                |
| told Pia that it rains and that Karim left             | Karim, after the second that         |
| told her Karim left                                     | Karim                                |
| Pia mentioned Karim, spoke of him; the funeral of Karim | Karim                                |
| told Pia about Karim, Karim wants goats                 | Karim, again                         |
| lunch with Pia, Karim could not come; Karim not there   | Karim                                |
| Nana phoned, Gia fell from the ladder                   | Gia: heard from afar                 |
| Nana phoned, Gia gave her my number                     | Gia: what was between the two        |
| lunch with Pia. Karim has a new job                     | Karim: how he is now                 |
| called Otar, he will come on saturday, Karim too        | who will come as well                |
"""

from __future__ import annotations

import re

from netjournal.language.company.handed_on import is_handed_on

_THEIRS = ("'s ", "’s ")
_WHERE = ("at", "to", "in", "from", "into", "near", "outside", "behind", "around", "over", "by")
_ABOARD = r"['’]s (?:[\w'’-]+ )?(?:boat|ship|terrace|porch|balcony|roof|sofa|couch|farm|stairs)\b"
_TAKEN = ("brought", "took", "delivered", "carried", "returned", "repaired", "fixed", "mended")
_RECEIVED = (
    r"(?i)['’]s [^.;!?\n]{1,60}[.,;] (?:and |then )?(?:s?he|they) (?:\w+ly |just )?(?:sat|stood|hugged"
    "|laughed|smiled|sang"
    "|danced|loved|liked|cried|tried|thanked|stroked|touched|was (?:so |very )?(?:glad|happy|pleased"
    r"|moved|touched))\b"
)
"""What goes on after somebody's thing that one brought, and tells that they got it: she sat on it."""

_STILL_THERE = (
    r"(?i)['’]s (?:[\w'’-]+ )?(?:birthday(?! (?:presents?|gifts?|cards?|list)\b)"
    r"|party|wedding|dinner|lunch|breakfast|supper|brunch|place|house|home"
    r"|flat|kitchen|garden|yard|studio|office|shop|caf[eé]|restaurant|workshop|concert|show|opening"
    r"|exhibition|play"
    r"|talk|lecture|reading|class|lesson|farewell|celebration|baptism|anniversary|calls?|messages?|letters?"
    r"|e?-?mails?|notes?|texts?|repl(?:y|ies)|answers?|visits?|posts?|stor(?:y|ies)|company|help|advice"
    r"|photos?"
    r"|\d+(?:st|nd|rd|th)|here|there|back|joined|come|coming)\b"
)
"""What somebody has or does who was there, or in touch."""

_ASKED = (
    r"(?i)\b(?:asks?|asked|asking|wonders?|wondered|wondering|(?:to|not) know|unsure"
    r"|not sure|curious)\b[^,;:.!?\n]*\b(?:if|whether|why|how|when|where)\s"
    r"[^,;:.!?\n]*\Z"
)
_SAID_THAT = (
    r"(?i)\b(?:said|says|told|tells|thinks|thought|heard|hears|wrote|writes|knows|mentioned)"
    r"(?: [\w'’-]+){0,6} that\s[^,;:.!?\n]*\Z"
)
_AND_THAT = (
    r"(?i)\b(?:said|says|told|tells|thinks|thought|heard|hears|wrote|writes|knows|mentioned)"
    r"(?: [\w'’-]+){0,6} that\s[^;:.!?\n]*(?:,|\band)\s+that\s+"
    r"(?!(?:was|is|made|way|day|morning|afternoon|evening|night|week|weekend)\b)(?P<that>[^,;:.!?\n]*)\Z"
)
_TOLD_HOW = r"(?i)\b(?:told|tells|explained)(?: [\w'’-]+){1,6} (?:how|why|where)\s[^,;:.!?\n]*\Z"
_SAID = r"(?i)\b(?:said|says|to say|thinks|told (?:me|us|him|her|them))\s+\Z"
_GOES_ON = r"\s+[a-z]"
_NAMED = (
    r"(?i)\b(?:mention(?:s|ed)|(?:spoke|talk(?:ed)?|spoken|talking|dreamt|dreamed|thought|heard|news"
    r"|memor(?:y|ies)"
    r"|funeral|burial|death|grave)(?: [a-z]+)? of)\s+\Z"
)
_STATE = (
    r"\s+(?:wants?|(?:is|was)(?! (?:there|here|with|back|coming))|ha[sd](?! (?:joined|called|come|sent))|will"
    r"|would|needs?|likes?|loves?|lives?|works?|plans?|hopes?|wishes|thinks|does|can|could|should|may"
    r"|might)\b"
)
_BEFELL = (
    r"\s+(?:fell|broke|hurt|lost|died|moved|got(?! (?:on|in|through)\b)|failed|passed|retired|quit"
    r"|resigned|left(?! (?:me|us|an?)\b)|gets? married|isn['’]t|hasn['’]t|doesn['’]t|won['’]t"
    "|(?:gave|lent|sent|sold|showed|bought|made|taught|asked|told|helped|invited|recommended) (?:him"
    r"|them|her(?! \w+ to me))"
    r"(?! (?:and|&) (?:me|I)))\b"
)
_MY_NUMBER = (
    r"\s+(?:had )?(?:gave|given|passed|sent|told) (?:him|her|them) (?:my|our) (?:\w+ )?(?:number|address"
    r"|e?-?mail|name|card)\b"
)
"""What somebody did so that one was found by another."""

_ABSENT = (
    r"\s+(?:(?:could|can|did|would|does)(?:n['’]?t| not)|cannot)\s+(?:come(?! (?:in|up|out|down|alone"
    r"|empty)\b)"
    r"|make it|join|be there|show up|turn up|attend)\b"
    r"|\s+(?:(?:did|could)(?:n['’]?t| not) show|bailed(?: on (?:me|us))?)(?=\s*(?:[.,;:!?\n)]|\Z))"
    r"|\s+(?:was|were)(?:n['’]t| not) (?:there|with us)\b|\s+(?:was|were) (?:missing|absent|away)\b"
    r"|\s+(?:not there|missing|absent|away)(?=\s*(?:[.,;:!?\n)]|\Z|\b(?:today|again|this time|as)\b))"
    r"|\s+stayed (?:at )?home\b|\s+neither\b"
    r"|\s+(?:was|were) (?:supposed|meant) to (?:come|join|be|visit|meet)\b"
)
_ABSENCES = ("bailed", "n't", "n’t", "nt ", " not ", "miss", "absent", "away", "stay", "neither", " to ")
_NOW = (
    r"\s+(?:(?:is|are) (?:(?:still|now|so|very|quite) )?(?:in|at|on|ill|sick|unwell|poorly|well|fine"
    r"|better|worse"
    r"|pregnant|married|engaged|divorced|moving|leaving|away|getting|looking|working|living|learning|studying"
    r"|planning|building|back (?:in|from|to))"
    r"|(?:still |now )?(?:has|have) (?:an?|new|two|three|no|found|lost|moved|got|become|quit|started)|sends?"
    r"|wants?|needs?|lives?|works?|plans?|hopes?"
    r"|(?:will|won['’]t) (?!(?:come|be (?:there|here)|join|stay|remember|never)\b)"
    r"|got (?:married|engaged|divorced|promoted|fired|an? (?:new )?job)|moved (?:to|out|away|house|back)"
    r"|lost (?:his|her|their) (?:job|work|home|house|mother|father|wife|husband|brother|sister|son"
    r"|daughter|dog|cat)"
    r"|had (?:an operation|surgery|an accident|a stroke|a baby|a boy|a girl|twins)|was (?:ill|sick"
    r"|in hospital)"
    r"|(?:has )?(?:retired|resigned|became|quit)|says? (?:hello|hi|hey|thanks?|thank you))\b"
)
_SURELY_NOW = (
    r"\s+(?:(?:is|are) (?:(?:still|now|so|very|quite) )?(?:ill|sick|unwell|poorly|in hospital|pregnant"
    r"|moving|off sick|in bed|on holiday)"
    r"|(?:still |now )?(?:has|have) (?:(?:the )?flu|covid|cancer|pneumonia|a (?:new )?(?:job|baby)|a cold"
    r"|no (?:work|job)"
    r"|new|found|lost|moved|become|quit)"
    r"|sends? (?:greetings|regards|love|hugs|kisses|an? (?:hug|kiss)|his|her|their|best)"
    r"|says? (?:hello|hi|hey|thanks?|thank you))\b"
)
"""News of one who is not there, even where no sentence begins with it."""

_OF_SEVERAL = r"\s+(?:(?:still|now) )?(?:are|have|send|say)\b"

_ELSEWHERE = (".", ";", "!", "?", "\n", " -", "–", "—")
_FROM_AFAR = (
    r"(?i)\b(?:called|phoned|rang|skyped|texted|messaged|wrote|e?-?mailed|calls? (?:with|w/?|from)"
    r"|(?:letters?|messages?|notes?|e?-?mails?|texts?) (?:from|to)"
    r"|on (?:the )?(?:tele)?phone)\b[^.!?\n]*[.,:;!?]\s+\Z"
)
_DAY = (
    r"(?:tomorrow|tonight|soon|next \w+|in (?:an?|two|three|\d+|some) \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_WILL = (
    r"(?i)(?:\b(?:will|wants? to|(?:is|are) going to|plans? to|hopes? to)\b|['’]ll\b"
    rf"|\b(?:(?:he|she) (?!was\b|has\b)\w+s|(?:we|they) (?:come|go|travel|visit|arrive|leave|return|meet)"
    rf"|(?:he|she|they|we) (?:is|are) \w+ing)\b(?: [\w'’-]+){{0,5}}? {_DAY})"
    r"[^.;!?\n]*,\s*(?:(?:and|perhaps|maybe)\s+)?\Z"
)
_TOO = r"(?i)\s+(?:too|as well|also)\b(?!\s+(?:was|came|is)\b)"

_CALLED_TOO = (
    r"(?i)\b(?:called|phoned|rang|texted|messaged|e?-?mailed|wrote to|visited|met|asked)\s+(?:him|her|them)"
    r"\s+(?:too|as well)\b|\balso (?:called|phoned|rang|texted|messaged|e?-?mailed|wrote to|visited|met)\s+"
    r"(?:him|her|them)\b"
)


def is_hearsay(before: str, after: str) -> bool:
    """Whether the words `before` a name in its clause and those `after` it only tell of somebody."""
    words = before.split()
    last = words[-1].lower() if words else ""
    if is_handed_on(before, after):
        return True
    if after.startswith(_THEIRS):
        is_aboard = last == "on" and re.match(_ABOARD, after) is not None
        if last in _TAKEN and re.match(_RECEIVED, after):
            return False
        return last not in _WHERE and not is_aboard and re.match(_STILL_THERE, after) is None
    small = before.lower()
    if last == "of" or last.startswith("mention"):
        return re.search(_NAMED, before) is not None
    if last in ("said", "says", "say", "thinks", "me", "us", "him", "her", "them") and re.search(
        _SAID, before
    ):
        return re.match(_GOES_ON, after) is not None
    if " that " in small and re.search(_SAID_THAT, before):
        return True
    if (" how " in small or " why " in small or " where " in small) and re.search(_TOLD_HOW, before):
        return True
    is_asked = any(word in small for word in ("ask", "wonder", " know ", "sure ", "curious"))
    return is_asked and re.search(_ASKED, before) is not None


def is_said_too(before: str, clause: str) -> bool:
    """Whether a name goes on what somebody said that and that: the `clause` that ends `before` is of it."""
    found = re.search(_AND_THAT, before) if " that " in before.lower() else None
    return found is not None and len(found["that"]) <= len(clause)


def is_absent(after: str) -> bool:
    """Whether the words `after` a name say that they were not there."""
    near = after[:30]
    has_sign = any(word in near for word in _ABSENCES)
    return has_sign and re.match(_ABSENT, after) is not None


def is_ahead(before: str, after: str) -> bool:
    """Whether somebody is named only for what they will do as well."""
    is_too = any(word in after[:9] for word in ("too", "as well", "also"))
    return is_too and re.match(_TOO, after) is not None and re.search(_WILL, before) is not None


def is_news(before: str, after: str) -> bool:
    """Whether a name where a clause begins is of what one heard: from afar, or how they are now."""
    if not before.rstrip(" ").endswith((*_ELSEWHERE, ",", ":")):
        return before.endswith((" and ", " but ", " & ")) and is_greeting(after)
    if re.match(_NOW if before.rstrip(" ").endswith(_ELSEWHERE) else _SURELY_NOW, after):
        return True
    if re.match(_MY_NUMBER, after):
        return True
    befell = re.match(_BEFELL, after) or re.match(_STATE, after)
    return befell is not None and re.search(_FROM_AFAR, before) is not None


def is_greeting(after: str) -> bool:
    """Whether the words `after` a name say how somebody is, or greets: Pia came, and Karim says hi."""
    return re.match(_SURELY_NOW, after) is not None and re.match(_OF_SEVERAL, after) is None


def is_told_on(after: str) -> bool:
    """Whether the words `after` the name of somebody who was told of tell how they are, and no more."""
    return re.match(_STATE, after) is not None


def is_called_too(after: str) -> bool:
    """Whether one was in touch with them after all, as the words `after` a name say: so I called him too."""
    has_sign = " too" in after or "as well" in after or "also " in after
    return has_sign and re.search(_CALLED_TOO, after) is not None
