"""The words that tell of death and grief, or of another loss: what to look for, and where."""

from __future__ import annotations

from netjournal.language.hardship.cue import Cue

_KIN = (
    r"(?:father|mother|dad|mum|mom|parents?|brother|sister|son|daughter|husband|wife|partner|uncle|aunt\w*"
    r"|cousin|nephew|niece|grand\w+|granny|child|baby|friend)"
)
_NEAR_ONES = (
    r"(?:bab(?:y|ies)|dog|cat|horse|home|house|job|work|sight|hearing|leg|arm|memory|flat|everything|savings"
    r"|business|pregnancy)"
)
_WHOSE = r"(?:his|her|their|my|our|the|a|an|\w+['’]s)"


DEATHS = (
    Cue(
        ("funeral", "burial", "cemetery", "grave"),
        r"funeral|burial|(?:at|to|in) (?:the|his|her|their) (?:cemetery|grave(?:side)?)"
        r"|(?:his|her|their|\w+['’]s) grave",
    ),
    Cue(
        ("buried",),
        r"buried(?! (?:in|under|beneath|the (?:treasure|hatchet|lede|pipes?|cables?|bulbs?))\b)",
    ),
    Cue(
        (
            "janaz",
            "jenaz",
            "shiva",
            "levaya",
            "velorio",
            "velório",
            "tangi",
            "cremat",
            "requiem",
            "wake",
            "coffin",
        ),
        r"j[ae]naza[ht]?|(?:sat|sitting|sit) shiva|shiva (?:for|at)|levaya|vel[oó]rio|tangi(?:hanga)?"
        r"|cremat(?:ion|ed|orium)|requiem mass|(?:at|to) (?:the|his|her|their|\w+['’]?s) wake|coffin",
    ),
    Cue(("wake for", "wake of"), r"(?<!to )(?<!a )wake (?:for|of)(?! (?:\w+ )?(?:call|up|changes?|the)\b)"),
    Cue(("passed away",), r"passed away(?! the\b)"),
    Cue(
        (" passed",),
        r"(?:father|mother|dad|mum|mom|uncle|aunt(?:y|ie)?|grand(?:ma|pa|mother|father|dad)|granny|wife|husband"
        r"|abuel[ao]|nonn[ao]|oma|opa|lol[ao]|nan[ai]?) passed"
        r"(?= *(?:\Z|[.,;?\n]|(?:last|this|on|in|today|yesterday|suddenly|over) ))",
        may_be_joy=True,
    ),
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
    Cue(("eulogy", "obituary"), r"eulogy|obituary"),
    Cue(("killed",), r"(?:was|were|got|been) killed"),
    Cue(("mourn", "condol", "grie", "bereave"), r"mourning|condolences?|grie(?:f|ving)|bereave\w*"),
    Cue(("suicide", "own life"), r"suicide|(?:took|taken) (?:his|her|their) own life"),
    Cue(("miscarr", "stillb"), r"miscarr\w+|still(?:birth|born)"),
    Cue(
        ("lost ",),
        rf"lost {_WHOSE} (?:\w+ )?{_KIN}(?! (?:keys?|bag|phone|number|ticket|card|book|at the|in the)\b)"
        r"|lost (?!touch\b|track\b|time\b|money\b|sleep\b|heart\b|interest\b|power\b)\w+ (?:this"
        r" morning|last night"
        r"|to (?:cancer|covid|a stroke|drink|drugs|the sea))",
    ),
    Cue(
        ("ashes", "memorial", "passed ", "slipped away", "survive", "widow"),
        r"(?:his|her|their|\w+['’]s) ashes|memorial (?:service|mass|gathering|for (?!the\b))"
        r"|passed (?:peacefully|in (?:his|her|their) sleep)|slipped away (?:in the night|peacefully"
        r"|this|last|today)"
        r"|(?:did not|didn['’]t) survive(?! (?:the (?:winter|move|trip|wash)|long)\b)|(?:was|been|is)"
        r" widowed",
    ),
    Cue(
        ("miss",),
        r"miss(?:es|ed)? (?!the\b|my\b|a\b)\w+ (?:so much|terribly|so badly|more than)",
    ),
)
"""Somebody died, is mourned or is buried."""

LOSSES = (
    Cue(("dying",), r"(?:is|was|were|are|s) dying(?! (?:to|for|of laughter)\b)", is_said_in_fun=True),
    Cue(
        ("cry", "crie"),
        r"(?:was|were|is|are|am|been|nearly|almost|began|begun|started|stop|kept)"
        r" (?:nearly |almost |still )?crying"
        r"|(?:cried|cries|(?:began|started|wanted) to cry)(?! (?:out|off|wolf|foul)\b)",
        is_said_in_fun=True,
        may_be_joy=True,
    ),
    Cue(
        ("tears", "wept", "weep", "sobb"),
        r"(?:in|into|to|near|fought|with) tears|tears (?:ran|came|in)|wept|weeping|sobb(?:ed|ing)",
        is_said_in_fun=True,
        may_be_joy=True,
    ),
    Cue(
        ("broke down", "broken down"),
        r"(?<!the )(?<!my )(?<!our )(?<!his )(?<!her )(?!(?:it|car|bus|van|train|boat|engine|lift|boiler)\b)"
        r"\w+ (?:broke|has broken) down",
    ),
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
        ("rent", "bills", "mortgage"),
        r"(?:cannot|cant|can['’]t|could not|couldnt|couldn['’]t|unable to) (?:pay|afford)"
        r" (?:the |his |her |their |my |our )?(?:rent|bills|mortgage)",
    ),
    Cue(
        ("nursing home", "care home", "old people", "retirement home"),
        r"(?:to|into|in) (?:an? |the |his |her |their )?(?:\w+ )?(?:nursing|care|old people['’]?s|retirement)"
        r" home",
        is_place=True,
    ),
    Cue(
        ("closing", "closes", "close ", "giving up", "throw"),
        r"(?:closing|closes|giving up|(?:has|have) to close|must close) (?:down )?"
        r"(?:the|his|her|their|my|our) (?:\w+ )?(?:kiosk|shop|bookshop|caf[eé]|bakery|restaurant|bar|pub"
        r"|practice|studio|theatre|business|workshop|store|salon|farm)"
        r"(?! (?:at|early|late|today|tonight|up|door|for (?:the|a|an|lunch)|window)\b)"
        r"|throw(?:s|ing|n)? (?:me|us|her|him|them) out",
    ),
    Cue(
        ("chair", "seat", "first "),
        r"(?:his|her|their) (?:chair|seat|place) (?:\w+ )?empty"
        r"|empty (?:chair|seat) (?:for|of) (?:him|her|them)"
        r"|first (?:time|christmas|birthday|summer|winter|spring|autumn|new year|rehearsal|concert) "
        r"(?:without|w/o) (?:him|her|them)\b",
    ),
    Cue(
        ("cut", "burn"),
        r"(?:budget|funding|job|post|grant|money|pension|programme)"
        r" (?:is|was|has been|got|(?:is|will) be\w*) cut"
        r"|(?:house|home|shop|workshop|flat|studio|boat) (?:has )?burn(?:ed|t)(?: down)?",
    ),
    Cue(
        ("arrest", "dismissed", "sacked", "deport", "exam", " test", "visa", "asylum", "for good", "crushed"),
        r"(?:was|were|got|been) (?:arrested|dismissed|sacked|deported)|failed (?:his|her|their)"
        r" (?:\w+ )?(?:exam|test)s?"
        r"|(?:visa|asylum)\b[^.;!?\n]{0,20} (?:refused|rejected|denied)|closed for good|is crushed",
        is_deniable=True,
    ),
    Cue(
        (" day", " week", " night"),
        r"(?:\A|[.;!?,\n] *)(?:an? |another |such an? )?(?:very |really |so )?(?:low|bad|hard|awful"
        r"|rough|terrible|horrible"
        r"|dark|black) (?:day|week|night)(?! (?:for|at sea|trip|train|bus|shift|sky|market)\b)",
        is_deniable=True,
    ),
    Cue(
        ("feel", "felt", "lonely", "go on", "of everything"),
        r"(?:feel|felt|feeling) (?:so |very |quite |really |a bit |rather )?(?:empty|lonely|low|awful"
        r"|worthless|numb|hopeless|ashamed|miserable|wretched|alone)|(?:so|very|was|am|is) lonely|lonely all"
        r"|(?:cannot|can['’]t) go on(?! (?:holiday|the|a)\b)|tired of everything",
        is_deniable=True,
    ),
)
"""Any other loss, and days on which one is low."""
