"""The words that tell of death, grief or a loss: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hard_cue import Cue

_NEAR_ONES = (
    r"(?:father|mother|dad|mum|mom|parents?|brother|sister|son|daughter|husband|wife|partner|uncle|aunt\w*"
    r"|cousin|nephew|niece|grand\w+|granny|child|baby|bab(?:y|ies)|friend|dog|cat|horse|home|house|job|work"
    r"|sight|hearing|leg|arm|memory|flat|everything|savings|business|pregnancy)"
)
_WHOSE = r"(?:his|her|their|my|our|the|a|an|\w+['’]s)"


LOSSES = (
    Cue(
        ("funeral", "burial", "cemetery", "grave"),
        r"funeral|burial|(?:at|to|in) (?:the|his|her|their) (?:cemetery|grave(?:side)?)"
        r"|(?:his|her|their|\w+['’]s) grave",
    ),
    Cue(
        ("buried",),
        r"buried(?! (?:in|under|beneath|the (?:treasure|hatchet|lede|pipes?|cables?|bulbs?))\b)",
    ),
    Cue(("wake for", "wake of"), r"(?<!to )(?<!a )wake (?:for|of)(?! (?:\w+ )?(?:call|up|changes?|the)\b)"),
    Cue(("passed away",), r"passed away(?! the\b)"),
    Cue((" death",), r"(?:his|her|their|\w+['’]s) death|death of (?!the\b|a\b)"),
    Cue(
        ("dead",),
        r"(?<!battery )(?<!phone )(?<!line )(?<!laptop )(?<!engine )"
        r"(?:is|was|are|were|found (?:him|her|them)) dead"
        r"(?! (?:tired|set|right|wrong|keen|easy|on|end|slow|funny|good|against)\b)",
        is_said_in_fun=True,
    ),
    Cue(
        ("died",),
        r"(?<!phone )(?<!battery )(?<!laptop )(?<!engine )(?<!car )(?<!conversation )(?<!line )(?<!plan )"
        r"(?<!idea )(?<!project )(?<!fire )(?<!talk )(?<!wind )(?<!music )(?<!noise )died"
        r"(?! (?:down|out|off|away)\b)",
        is_said_in_fun=True,
    ),
    Cue(("dying",), r"(?:is|was|were|are|s) dying(?! (?:to|for|of laughter)\b)", is_said_in_fun=True),
    Cue(("killed",), r"(?:was|were|got|been) killed"),
    Cue(("mourn", "condol", "grie", "bereave"), r"mourning|condolences?|grie(?:f|ving)|bereave\w*"),
    Cue(("suicide", "own life"), r"suicide|(?:took|taken) (?:his|her|their) own life"),
    Cue(
        ("cry", "crie"),
        r"(?:was|were|is|are|am|been|nearly|almost|began|begun|started|stop|kept)"
        r" (?:nearly |almost |still )?crying"
        r"|(?:cried|cries|(?:began|started|wanted) to cry)(?! (?:out|off|wolf|foul)\b)",
        is_said_in_fun=True,
    ),
    Cue(
        ("tears", "wept", "weep", "sobb"),
        r"(?:in|into|to|near|fought|with) tears|tears (?:ran|came|in)|wept|weeping|sobb(?:ed|ing)",
        is_said_in_fun=True,
    ),
    Cue(
        ("broke down", "broken down"),
        r"(?<!the )(?<!my )(?<!our )(?<!his )(?<!her )(?!(?:it|car|bus|van|train|boat|engine|lift|boiler)\b)"
        r"\w+ (?:broke|has broken) down",
    ),
    Cue(("miscarr", "stillb"), r"miscarr\w+|still(?:birth|born)"),
    Cue(
        ("lost",),
        rf"lost (?:{_WHOSE} (?:\w+ )?)?{_NEAR_ONES}(?! (?:keys?|bag|phone|number|ticket|card|book)\b)",
    ),
    Cue(
        ("divorc", "separated", "left "),
        r"(?:is|are|was|were|got|get|getting|gone through|going through|after|about) (?:\w+ )?"
        r"(?:an? |the |his |her |their )?divorc(?:e|ed|ing)|divorcing|(?:his|her|their) divorce"
        r"|(?:have|has|are|were) separated"
        r"|(?:wife|husband|girlfriend|boyfriend|partner) (?:has )?left (?:him|her|me|them)",
    ),
    Cue(
        ("laid off", "fired", "redundan", "evict", "bankrupt"),
        r"laid off|(?:was|were|got|been) fired(?! up\b)|made redundant|redundancy|evict(?:ed|ion)"
        r"|bankrupt(?:cy)?",
    ),
    Cue(
        ("cut", "burn"),
        r"(?:budget|funding|job|post|grant|money|pension|programme)"
        r" (?:is|was|has been|got|(?:is|will) be\w*) cut"
        r"|(?:house|home|shop|workshop|flat|studio|boat) (?:has )?burn(?:ed|t)(?: down)?",
    ),
)
