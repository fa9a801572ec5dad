"""Whether a text tells of death, grief, grave illness or a loss, so that nothing light is asked of it."""

from __future__ import annotations

import re
from typing import NamedTuple

_REACH = 2000

_NEAR_ONES = (
    r"(?:father|mother|dad|mum|mom|parents?|brother|sister|son|daughter|husband|wife|partner|uncle|aunt\w*"
    r"|cousin|nephew|niece|grand\w+|granny|child|baby|bab(?:y|ies)|friend|dog|cat|horse|home|house|job|work"
    r"|sight|hearing|leg|arm|memory|flat|everything|savings|business|pregnancy)"
)
_WHOSE = r"(?:his|her|their|my|our|the|a|an|\w+['’]s)"
_ILLNESS = r"(?:cancer|tumou?rs?|leuk\w+|dementia|alzheimer\w*|parkinson\w*|metastas\w+)"


class _Cue(NamedTuple):
    """A `pattern`, looked for where one of the `stems` stands, as compiling all of them takes some ms."""

    stems: tuple[str, ...]
    pattern: str
    is_said_in_fun: bool = False
    """Whether somebody may have laughed until they did, or cried for joy."""


_CUES = (
    _Cue(
        ("funeral", "burial", "cemetery", "grave"),
        r"funeral|burial|(?:at|to|in) (?:the|his|her|their) (?:cemetery|grave(?:side)?)"
        r"|(?:his|her|their|\w+['’]s) grave",
    ),
    _Cue(
        ("buried",),
        r"buried(?! (?:in|under|beneath|the (?:treasure|hatchet|lede|pipes?|cables?|bulbs?))\b)",
    ),
    _Cue(("wake for", "wake of"), r"(?<!to )(?<!a )wake (?:for|of)(?! (?:\w+ )?(?:call|up|changes?|the)\b)"),
    _Cue(("passed away",), r"passed away(?! the\b)"),
    _Cue((" death",), r"(?:his|her|their|\w+['’]s) death|death of (?!the\b|a\b)"),
    _Cue(
        ("dead",),
        r"(?<!battery )(?<!phone )(?<!line )(?<!laptop )(?<!engine )"
        r"(?:is|was|are|were|found (?:him|her|them)) dead"
        r"(?! (?:tired|set|right|wrong|keen|easy|on|end|slow|funny|good|against)\b)",
        is_said_in_fun=True,
    ),
    _Cue(
        ("died",),
        r"(?<!phone )(?<!battery )(?<!laptop )(?<!engine )(?<!car )(?<!conversation )(?<!line )(?<!plan )"
        r"(?<!idea )(?<!project )(?<!fire )(?<!talk )(?<!wind )(?<!music )(?<!noise )died"
        r"(?! (?:down|out|off|away)\b)",
        is_said_in_fun=True,
    ),
    _Cue(("dying",), r"(?:is|was|were|are|s) dying(?! (?:to|for|of laughter)\b)", is_said_in_fun=True),
    _Cue(("killed",), r"(?:was|were|got|been) killed"),
    _Cue(("mourn", "condol", "grie", "bereave"), r"mourning|condolences?|grie(?:f|ving)|bereave\w*"),
    _Cue(("suicide", "own life"), r"suicide|(?:took|taken) (?:his|her|their) own life"),
    _Cue(
        ("cry", "crie"),
        r"(?:was|were|is|are|am|been|nearly|almost|began|begun|started|stop|kept)"
        r" (?:nearly |almost |still )?crying"
        r"|(?:cried|cries|(?:began|started|wanted) to cry)(?! (?:out|off|wolf|foul)\b)",
        is_said_in_fun=True,
    ),
    _Cue(
        ("tears", "wept", "weep", "sobb"),
        r"(?:in|into|to|near|fought|with) tears|tears (?:ran|came|in)|wept|weeping|sobb(?:ed|ing)",
        is_said_in_fun=True,
    ),
    _Cue(
        ("broke down", "broken down"),
        r"(?<!the )(?<!my )(?<!our )(?<!his )(?<!her )(?!(?:it|car|bus|van|train|boat|engine|lift|boiler)\b)"
        r"\w+ (?:broke|has broken) down",
    ),
    _Cue(
        ("hospital", "clinic", "hospice", "intensive care", "icu", "ambulance"),
        r"hospice|intensive care|in the icu|hospitali[sz]ed|ambulance (?:for|came|took)"
        r"|(?:taken|rushed|brought|admitted|went) (?:back )?to (?:the )?hospital|back from (?:the )?hospital"
        r"|(?:visit(?:ed|ing)?|saw|sat with|went to see|was with)\b[^.;!?\n]{0,30} (?:in|at) (?:the )?"
        r"(?:hospital|clinic|ward)"
        r"|(?<!work )(?<!works )(?<!worked )(?<!working )(?<!shift )(?<!job )(?<!nurse )(?<!doctor )"
        r"(?<!concert )(?<!talk )in (?:the )?hospital",
    ),
    _Cue(
        ("diagnos", "malignant", "biopsy"),
        r"(?:his|her|their|my|the|a) diagnosis|diagnosed|malignant|biopsy",
    ),
    _Cue(
        ("cancer", "tumo", "leuk", "dementia", "lzheimer", "arkinson", "metasta", "chemo"),
        rf"(?:has|have|had|got|with|found|of|from) (?:\w+ )?{_ILLNESS}"
        r"(?! (?:research|cent|board|charity|run)\w*)"
        rf"|(?:his|her|their|my|\w+['’]s) {_ILLNESS}|chemo\w*",
    ),
    _Cue(
        ("stroke", "heart attack"),
        r"(?:(?:had|having|has had|suffered) a|after (?:his|her|their|the)) (?:\w+ )?(?:stroke|heart attack)"
        r"(?! of\b)",
    ),
    _Cue((" ill",), r"(?:very|gravely|seriously|terminally|critically|badly|dangerously|mortally) ill"),
    _Cue(
        ("operation", "surgery"),
        r"(?:his|her|their|my|the|\w+['’]s) (?:\w+ )?(?:operation|surgery)[^.;!?\n]{0,40}"
        r"\b(?:badly|wrong|afraid|scared|frightened|failed)",
    ),
    _Cue(("miscarr", "stillb"), r"miscarr\w+|still(?:birth|born)"),
    _Cue(
        ("lost",),
        rf"lost (?:{_WHOSE} (?:\w+ )?)?{_NEAR_ONES}(?! (?:keys?|bag|phone|number|ticket|card|book)\b)",
    ),
    _Cue(
        ("divorc", "separated", "left "),
        r"(?:is|are|was|were|got|get|getting|gone through|going through|after|about) (?:\w+ )?"
        r"(?:an? |the |his |her |their )?divorc(?:e|ed|ing)|divorcing|(?:his|her|their) divorce"
        r"|(?:have|has|are|were) separated"
        r"|(?:wife|husband|girlfriend|boyfriend|partner) (?:has )?left (?:him|her|me|them)",
    ),
    _Cue(
        ("laid off", "fired", "redundan", "evict", "bankrupt"),
        r"laid off|(?:was|were|got|been) fired(?! up\b)|made redundant|redundancy|evict(?:ed|ion)"
        r"|bankrupt(?:cy)?",
    ),
    _Cue(
        ("cut", "burn", "accident"),
        r"(?:budget|funding|job|post|grant|money|pension|programme)"
        r" (?:is|was|has been|got|(?:is|will) be\w*) cut"
        r"|(?:house|home|shop|workshop|flat|studio|boat) (?:has )?burn(?:ed|t)(?: down)?"
        r"|(?:bad|serious|terrible|car|road) accident|(?:had|in) an accident",
    ),
)
_IN_FUN = r"\b(?:laugh|joy\b|happy tears|giggl|onion|for happiness|the baby was crying)"
_MADE_UP = (
    r"\b(?:films?|movies?|plays?|novels?|books?|songs?|poems?|operas?|documentar(?:y|ies)|lecture|paper|podcast"
    r"|talk|exhibition|series|concert|fundraiser|charity|research)\b[^.;!?\n]{0,20}\b(?:about|on|of|at|for|is|was)\b"
    r"[^.;!?\n]{0,20}\Z"
)
_FUNDRAISER = r"\s+(?:fundraiser|charity|benefit|research\w*|run\b|lawyers?|concert|garden|party|scene)"


def tells_of_hard_day(text: str) -> bool:
    """Whether the first words of `text` do, in plain English; a battery that died is none of it."""
    small = text[:_REACH].lower()
    return any(_stands(cue, small) for cue in _CUES if any(stem in small for stem in cue.stems))


def _stands(cue: _Cue, small: str) -> bool:
    for match in re.finditer(rf"\b(?:{cue.pattern})\b", small):
        before, after = small[: match.start()], small[match.end() :]
        sentence = f"{re.split(r'[.;!?]', before)[-1]}{match[0]}{re.split(r'[.;!?]', after)[0]}"
        is_fun = cue.is_said_in_fun and re.search(_IN_FUN, sentence)
        if not (is_fun or re.search(_MADE_UP, before[-60:]) or re.match(_FUNDRAISER, after)):
            return True
    return False
