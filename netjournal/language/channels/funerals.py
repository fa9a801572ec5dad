"""The words that tell that one stood at a grave with others, which is face to face (issue 2 §3)."""

from __future__ import annotations

from netjournal.language.channels.cues import SOMEBODY, Cue

_RITE = r"(?:funeral|burial|cremation|requiem|memorial (?:service|mass))"
_BEGIN = r"(?:^\s*|[.;:!?,(\n–—]\s*|\b(?:I|we|and|then|today|yesterday|we all|all of us) )"
_WHOSE = rf"(?:the|his|her|their|my|our|{SOMEBODY}['’]s?)"
_OTHER = (
    r"(?! (?:home|parlou?r|director|speech|talk|costs?|plans?|arrangements?|notice|invitation|flowers)\b)"
)
_NOT_YET = (
    r"(?![^.;!?\n]*\b(?:is|are|will|would|moved|postponed|cancelled|tomorrow|next|plan\w*|arrang\w*|organis\w*"
    r"|organiz\w*|(?:tele)?phone|phoned|called|rang|calls?|zoom|video|stream\w*|wrote|texted|heard)\b)"
)
_KIN = (
    r"(?:(?:late|old|dear|poor) )?(?:mother|father|mum|mom|dad|brother|sister|son|daughter|husband|wife"
    r"|partner|uncle|aunt\w*|cousin|nephew|niece|grand\w+|granny|child|baby|friend|neighbour|teacher)"
)
_DEAD = rf"(?:(?:him|her|them)\b|{SOMEBODY}(?!['’])|(?:my|our|his|her|their|{SOMEBODY}['’]s) {_KIN})"

FUNERAL_CUES = (
    Cue(
        "in_person",
        ("funeral", "burial", "cremation", "requiem", "memorial "),
        rf"{_BEGIN}(?:(?:an?|{_WHOSE}) )?{_RITE}{_OTHER}(?= (?:of|for|at|in|with)\b|\s*(?:[.,;:!?\n]|\Z))"
        rf"{_NOT_YET}|(?:at|during|(?:went|came|drove|walked|travell?ed|flew|off|been) to|back from) "
        rf"{_WHOSE} (?:[\w'’-]+ )?{_RITE}{_OTHER}",
        True,
    ),
    Cue(
        "in_person",
        ("wake ",),
        rf"{_BEGIN}(?:the )?wake (?:of|for) (?:my [\w'’-]+|{SOMEBODY}){_NOT_YET}"
        rf"|(?:at|to|during) {_WHOSE} wake(?= (?:of|for|with)\b|\s*(?:[.,;:!?\n]|\Z))",
        True,
    ),
    Cue(
        "in_person",
        ("buried", "to rest"),
        rf"{_BEGIN}(?:buried {_DEAD}(?! (?:in|under|beneath)(?! (?:the (?:rain|snow|village|family|old"
        rf" \w+|church\w*|cemetery)|our|his|her|their)\b))|laid {_DEAD} to rest)",
        True,
    ),
    Cue(
        "in_person",
        ("carried",),
        r"carried (?:(?:him|her)(?=\s*(?:[.,;:!?\n]|\Z| (?:to (?:the|his|her)"
        r" (?:grave|church|cemetery)|with|together)\b))"
        rf"|(?:the|his|her|{SOMEBODY}['’]s) (?:coffin|casket|bier|urn)\b)",
        True,
    ),
    Cue(
        "in_person",
        ("grave", "coffin", "shiva", "condolence visit", "vigil", "respects"),
        rf"(?:at|by|beside) {_WHOSE} (?:grave(?:side)?|coffin)\b|sat shiva|condolence visit"
        r"|(?:kept|held) (?:a )?vigil|paid (?:my|our) (?:last )?respects(?! (?:by|on the)\b)",
        True,
    ),
)
