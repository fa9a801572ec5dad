"""Who is only spoken of in a line: memories, presents, hopes and greetings (issue 5 §1).

| in the line                                              | only spoken of                                  |
|----------------------------------------------------------|-------------------------------------------------|
| apparently Karim moved; saw on Facebook that Karim moved | Karim                                           |
| hope Karim is well; anyone know how Karim is?            | Karim                                           |
| worried about Karim; emailed the school about Karim      | Karim                                           |
| the doctor says Karim can go home                        | Karim                                           |
| says hi from Karim; Karim sends love via Bo              | Karim                                           |
| bought a present for Karim; wore the scarf from Karim    | Karim; but: got a letter from Karim             |
| the novel Karim lent me; what Karim said; ten years ago  | Karim                                           |
| I met Karim                                              |                                                 |
| it's Karim's birthday; drove past Karim's house          | Karim                                           |
| Karim's ladder is still here; Karim's letter still open  | Karim                                           |
| Karim and Bo met on their own, had lunch without me      | both                                            |
| a card from Bo, she got the job, thanks to Karim         | Karim; but: said thanks to Karim                |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.not_there import BEGIN, LIST

_CLAUSE = r"[^.,;:!?\n]"
_MEALS = (
    r"(?:lunch|dinner|drinks?|coffees?|tea|beers?|rounds?|pints?|supper|breakfast|ice creams?|meals?|wine)"
)
_THINGS = (
    r"(?:parcels?|packages?|prescriptions?|medicines?|medication|tickets?|keys?|shopping|groceries|orders?"
    r"|letters?|mail"
    r"|suit|laundry|presents?|gifts?|cake|flowers|books?|cards?)"
)
_ANSWERED = (
    r"(?:letters?|cards?|messages?|mails?|e-?mails?|notes?|texts?|parcels?|packages?|postcards?|presents?"
    r"|videos?|photos?)"
)
_PLACES = r"(?:house|place|flat|shop|street|office|school|home|garden|window|door|car|caf[eé]|building|road)"
_MEDIA = (
    r"(?:facebook|fb|insta(?:gram)?|linkedin|twitter|tiktok|strava|social media|the (?:news|papers?"
    r"|newspaper|radio)|tv)"
)
_GREETING = r"(?:hi|hello|hey|greetings|regards|love|best wishes|hugs|kisses)"
_TITLED = r"(?:(?:ms|mrs|mr|miss|dr|frau|herr) [\w-]+)"

_RULES = (
    (
        (
            *("bought", "ordered", "wrapped", "knitted", "chose", "picked"),
            *("got ", "found", "collect", "looked for", "looking for", "shopping for"),
        ),
        rf"\b(?:(?:bought|ordered|wrapped|knitted|chose|picked out)(?!(?: [\w-]+){{0,3}}"
        rf" {_MEALS}\b)(?: [\w'’-]+){{1,5}}?"
        rf"|(?:got|found|picked up|collected|looked for|looking for)(?: [\w'’-]+){{1,3}}? {_THINGS}"
        rf"|(?:presents?|gift) shopping) for (?P<who>{LIST})"
        r"(?![^.;!?\n]*\b(?:brought|gave|dropped|delivered|took|posted|sent|handed)\b)",
    ),
    (
        (
            *(
                "wore ",
                "wearing",
                "ate ",
                "eating",
                "drank",
                "drinking",
                "finish",
                "used ",
                "using",
                "watered",
            ),
            *(
                "planted",
                "hung up",
                "listen",
                "read ",
                "mended",
                "repaired",
                "washed",
                "tried",
                "lost",
                "broke",
            ),
        ),
        rf"{BEGIN}(?:(?:I|we|then|still) )?(?:wore|wearing|ate|eating|drank|drinking|finish(?:ed|ing)"
        rf"|us(?:ed|ing)|watered|planted"
        r"|hung up|listen(?:ed|ing) to|re-?read|mended|repaired|washed|tried(?: on| out)?|lost|broke) "
        rf"(?:the|that|those|my|an?|some|all)(?: (?!{_ANSWERED}\b)[\w'’-]+){{1,4}}? from (?P<who>{LIST})",
    ),
    (
        (
            " gave",
            " given",
            " lent",
            " sent",
            " recommended",
            " left",
            " knitted",
            " suggested",
            " wrote",
            " bought",
        ),
        r"\b(?:bought|ordered|borrowed|read|reading|re-?read|re-?reading|finish(?:ed|ing)|wore|wearing"
        r"|listen(?:ed|ing) to"
        r"|watch(?:ed|ing)|play(?:ed|ing)"
        r"|us(?:ed|ing)|tried(?: on| out)?|found|lost|planted|start(?:ed|ing)) "
        rf"(?:the|that|those|an?|one of the|my)(?: [\w'’-]+){{1,4}}?(?: that| which)? (?P<who>{LIST}) "
        rf"(?:had |has |once )?"
        r"(?:gave|given|lent|sent|recommended|left|knitted|suggested|wrote|bought)\b",
    ),
    (
        ("thinking", "wondering", "remember", "recall", "reminisc", "memor"),
        r"\b(?:thinking|wondering|remember(?:ed|ing|s)?|recall(?:ed|ing|s)?|reminisc(?:ed|ing)|memor(?:y"
        r"|ies))(?: again| a lot| back)?"
        r"(?: about| of| on| to)? (?:what|how|when|why|that (?:time|day|summer|evening)|the (?:times?"
        r"|days?|summers?|years?)) "
        rf"(?P<who>{_CLAUSE}{{1,80}})",
    ),
    (
        ("worr", "anxious", "concern", "fretting", "gossip", "rumo"),
        r"\b(?:worr(?:y|ied|ying)|anxious|concerned|fretting|gossip(?:ed|ing)?|rumou?rs?) (?:about|for) "
        rf"(?P<who>{LIST})",
    ),
    (
        (" about ",),
        r"\b(?:called|rang|phoned|e-?mailed|texted|messaged|wrote(?: to)?|told|asked|(?:spoke"
        r"|talked) (?:to|with)) "
        r"(?:(?:the|my|our|an?)(?: [\w'’-]+){1,3}|(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z])[\w.-]*)?)(?: again)? "
        rf"about (?P<who>{LIST})",
    ),
    (
        ("rang", "called", "phoned", "wrote", "mailed", "texted", "messaged"),
        rf"{BEGIN}(?:(?:the|an?|his|her|their|{SOMEBODY}['’]s)(?: [a-z]+){{1,2}}(?: {_TITLED})?|{_TITLED})"
        r" (?:just )?(?:rang|called|phoned|wrote|e-?mailed|texted|messaged)(?: (?:me|us|back|again|today))?"
        rf"(?: about |,? (?:that )?(?={LIST} (?:is|are|has|have|had|was|were|fell|isn|needs?)\b))"
        rf"(?P<who>{LIST})",
    ),
    (
        ("says ", "said ", "thinks ", "reckons ", "told "),
        rf"(?:\A|[.;!?\n])\s*(?:(?:the|an?|my|our|his|her|their|{SOMEBODY}['’]s)(?: [a-z]+){{1,2}}"
        rf"(?: {_TITLED})?|{_TITLED}) (?:says|said|thinks|reckons|told (?:me|us)) (?:that )?"
        rf"(?P<who>{LIST})(?:['’]s)? "
        r"(?!(?:and|&) (?:I|we)\b)[a-z]"
        r"(?![^.!?\n]*\b(?:took|drove|fetched|brought|picked|with) (?:her|him|them)\b)",
    ),
    (
        ("hope ", "hoping ", "pray ", "bet ", "guess "),
        rf"{BEGIN}(?:I |we )?(?:(?:really|do|so) )?(?:hope|hoping|pray|bet"
        rf"|guess) (?:that )?(?P<who>{LIST})(?:['’]s)? "
        r"(?:is|are|will|can|get|feel|[a-z]+s)\b",
    ),
    (("wish ",), rf"\b(?:I|we) wish (?:that )?(?P<who>{LIST}) (?:was|were|could|would|had|lived)\b"),
    (
        ("wonder",),
        rf"{BEGIN}(?:I |I['’]?m )?wonder(?:ing)? (?:how|if|whether|what|where|why"
        rf"|when) (?P<who>{_CLAUSE}{{1,80}})",
    ),
    (
        (" know", " heard", " seen"),
        rf"(?:\A|[.;!?\n]\s*)(?:(?:does|has) )?(?:any(?:one|body)|who|some(?:one"
        rf"|body)) (?:else )?(?:knows?|heard|seen)\b(?P<who>{_CLAUSE}{{1,80}})",
    ),
    (
        (
            *("apparently", "supposedly", "rumour", "rumor", "turns out", "hear "),
            *("heard that", "read that", "word is", "out that", "learned that", "learnt that"),
        ),
        r"(?:\A|[.;!?\n]\s*)(?:apparently|supposedly|rumou?r has it(?: that)?|turns out(?: that)?"
        r"|word is(?: that)?|I hear(?: that)?"
        rf"|(?:I )?(?:just )?(?:heard|read|found out|learn(?:ed|t)) that),? (?P<who>{LIST})"
        rf"(?:['’]s)? (?!and (?:I|we)\b)[a-z]",
    ),
    (
        (
            "facebook",
            " fb",
            "insta",
            "linkedin",
            "twitter",
            "tiktok",
            "strava",
            "social media",
            "the news",
            "the paper",
            "radio",
            " tv",
        ),
        r"\b(?:saw|seen|read|noticed|heard|learn(?:ed|t)|found out)(?: it)? (?:on|in|via|from|through) "
        rf"{_MEDIA}(?: today| just now)?,?(?: that)? (?P<who>{LIST})",
    ),
    (
        (
            "on the tel",
            "on tel",
            " tv",
            "on stage",
            "youtube",
            "facebook",
            " fb",
            "insta",
            "linkedin",
            "the news",
        ),
        rf"\b(?:saw|watched|spotted) (?P<who>{LIST}) on (?:the )?(?:telly|television|stage|youtube"
        rf"|{_MEDIA})\b",
    ),
    (
        tuple(
            f"{word} from "
            for word in ("hi", "hello", "hey", "greetings", "regards", "love", "wishes", "hugs", "kisses")
        ),
        r"\b(?:says?|said|sends?|gave|gives|passed on)(?: (?:me|us|his|her|their|you))? "
        rf"{_GREETING} from (?P<who>{LIST})",
    ),
    (
        (" via ", "through "),
        rf"(?P<who>{LIST}) (?:says? {_GREETING}|sends?(?: [\w]+){{0,2}} {_GREETING})\s*[(,]?\s*(?:via"
        rf"|through) {SOMEBODY}",
    ),
    (
        ("years ago", "yrs ago"),
        rf"\b(?:years|yrs) ago(?: today| this week| now)?,? (?P<who>(?:I|we) {_CLAUSE}{{1,80}})",
    ),
    (
        ("years ago", "yrs ago"),
        rf"\b(?:I|we|first) (?:first )?met (?P<who>{LIST})(?: (?:in|at|on)(?: [\w'’-]+){{1,3}})?"
        rf" [\w]+ (?:years|yrs) ago",
    ),
    (
        ("'s ", "’s "),
        rf"\A\s*(?P<who>{SOMEBODY})['’]s (?!(?:[a-z-]+ )?(?:birthday|party|dinner|lunch|wedding|concert"
        "|place|house|flat|home"
        r"|visit|call|stall|talk)\b)(?:[a-z-]+ ){1,2}(?:(?:is|are) )?still\b(?![^.;!?\n]*\b(?:we|us"
        r"|together)\b)",
    ),
    (
        (" own", "without me", "without us", "themselves", "without my "),
        rf"(?P<who>{LIST}) (?:(?:have|had|then|now|even|finally|are|also) )?"
        r"(?:met|meet|meeting|got together|saw each other|had|spoke|talked|went|going|cooked?|played"
        r"|sang|walked|travell?ed|celebrated)\b[^.;!?\n]{0,40}? "
        r"(?:on their own|by themselves|without (?:me|us)\b|without my help)(?! (?:having|needing)\b)",
    ),
    (
        (" met",),
        rf"\A\s*(?P<who>{SOMEBODY} (?:and|&) {SOMEBODY}) (?:finally |just )?met(?: (?:up|on zoom|online))*"
        r"\s*(?:[.,;!?\n]|\Z)(?![\s\S]*\b(?:I|we|me|us|my|our)\b)",
    ),
    (
        ("thanks to ",),
        r"(?<!said)(?<!sent)(?<!wrote)(?<!gave)(?<!many)(?<!big)(?<!and)(?<!my)(?<=\w|,) thanks to "
        rf"(?P<who>{LIST})(?=\s*(?:[.,;!?\n)]|\Z))",
    ),
    (
        ("greet", "sends ", "says "),
        rf"(?:\b(?:s?he|they)|{SOMEBODY}) (?:greets?|sends? (?:(?:her|his|their) )?{_GREETING} to"
        rf"|says? {_GREETING} to) (?P<who>{LIST})",
    ),
    (
        ("cancel", "called off", "postpone", "reschedule"),
        rf"(?P<who>{LIST}) (?:(?:has|had|just) )?(?:cancel(?:led|ed|s)|called off|postponed|rescheduled)"
        r"(?: on (?:me|us)\b| our\b| again\b|(?=\s*(?:[.,;!?\n]|\Z)))",
    ),
    (
        ("missed ", "forgot "),
        rf"\b(?:missed|forgot)(?: about)? (?P<who>{LIST})['’]s? (?:[\w-]+ )?"
        r"(?:birthday|party|wedding|anniversary|name day|farewell|leaving|graduation|concert)\b",
    ),
    (
        ("tell ", "mention ", "say "),
        r"\b(?:(?:do|must|should|may)(?:n['’]?t| not)|not to|never) (?:yet )?"
        rf"(?:tell|say (?:it|this|that|a word|anything) to|mention (?:it|this|that) to) (?P<who>{LIST})",
    ),
    (("tell ",), rf"\btell (?P<who>{LIST}) nothing\b"),
    (
        ("keep it", "kept it", "hid", "secret"),
        r"\b(?:keep|kept|hide|hid|hiding|keeping) (?:it|this|that|a secret|(?:her|his|their) secret) from "
        rf"(?P<who>{LIST})",
    ),
    (
        (" know",),
        rf"(?P<who>{LIST}) (?:must|should|need|may)(?:n['’]?t| not) (?:get to )?know\b",
    ),
    (("past ", "passed "), rf"\b(?:past|passed(?: by)?) (?P<who>{SOMEBODY})['’]s (?:[a-z]+ )?{_PLACES}\b"),
    (
        ("it's", "it’s", "its ", "it is", "today is", "today's", "today’s"),
        rf"\A\s*(?:it['’]?s|it is|today is|today['’]s) (?P<who>{LIST})['’]s? (?:\w+ )?(?:birthday"
        rf"|anniversary|name day)(?: today)?"
        r"[\s.!?]*\Z",
    ),
)


def spoken_of(text: str) -> Iterator[re.Match[str]]:
    """Where `text`, in which SOMEBODY stands for each name, only speaks of some (group ``who``)."""
    small = text.lower()
    for signs, pattern in _RULES:
        if any(sign in small for sign in signs):
            yield from re.finditer(pattern, text, re.IGNORECASE)
