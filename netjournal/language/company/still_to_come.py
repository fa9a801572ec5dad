"""Who is named for what is still to come, or was moved: seeing Grace tomorrow (issue 5 §1).

A clause with a day to come and no deed that was done is a plan, and whoever it names was not met.

| in the line                                                | not met                                    |
|------------------------------------------------------------|--------------------------------------------|
| meeting Karim tomorrow; dinner with Grace next week        | Karim; Grace                               |
| called Karim about tomorrow; tea with Bo, off tomorrow     | nobody: a deed; another clause             |
| seeing Grace on saturday; going to Grace's on sunday       | Grace; but: coffee with Grace on saturday  |
| looking forward to seeing Grace; dinner planned with Grace | Grace                                      |
| lunch with Grace moved to friday; tennis with Bo rained off | Grace; Bo                                 |
| postponed lunch with Grace; booked flights to visit Bo     | Grace; Bo                                  |
| shall I invite Grace; lunch with Grace on friday, need to  | Grace                                      |
| book                                                       |                                            |
| told Bo I'd ask Grace; tea with Bo, ill ask grace          | Grace                                      |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.company.not_there import BEGIN, LIST

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|spring|summer|autumn|fall|winter"
)
_COMING = (
    rf"(?:(?:day after )?(?:tomorrow|tmrw?|tmw|tomoz)|next (?:week(?:end)?|month|year|{_WEEKDAY}|{_MONTH}))"
    r"\b(?!['’])"
)
_DAYS = ("tomorrow", "tomoz", "tmr", "tmw", "next ")
_DONE = (
    r"(?i)\b(?:(?!cancel|postpone)\w{2,}ed|met|saw|had|went|was|were|did|got|made|sa(?:ys?|id)|told|tells?|spoke|sat|ran|rang"
    r"|drove|came|wrote"
    r"|writes|sent|sends|gave|took|ate|drank|swam|sang|found|bought|brought|thought|thinks|heard|left|felt"
    r"|flew|rode"
    r"|stood|asks?|wants?|knows?|calls|texts?|e?-?mails?|messages?|msg|letter|from|about|re|regarding"
    r"|discuss\w*|plan"
    r"|for(?! (?:an? |some )?(?:lunch|dinner|breakfast|brunch|supper|coffee|tea|drinks|beers|a walk)\b)"
    r"|because|since|as|who|whom|that|if|whether|before|after|until|till|by|s?he|they)\b|[<>]|->"
)
"""What tells that the clause is of something done, or that the day is not of its meeting."""

_STOP = r"[.;:!?\n()<>–—]|,(?!\x1f)| - |\b(?:but|so|then|because|while|when)\b"
_SERIES = (
    rf"{SOMEBODY}(?:, {SOMEBODY})+,? (?:and|&) {SOMEBODY}"
    rf"(?=\s*(?:[.;!?)]|\Z|{_COMING}|(?:at|on|in|for|this)\b))"
)
_DOING = (
    "(?:seeing|meeting|visiting|hosting|joining|helping|(?:going|driving|travell?ing|flying"
    "|off) to(?: see| visit)?"
    r"|(?:having|catching up|going)(?: [\w-]+){1,3} (?:with|at))"
)
_DOINGS = (
    "seeing",
    "meeting",
    "visiting",
    "hosting",
    "joining",
    "helping",
    "having ",
    "catching ",
    "going ",
    "driving ",
    "flying ",
    "travel",
    "off to",
)
_ON_A_DAY = (
    rf"{BEGIN}(?:(?:I['’]?m|we['’]?re|am|are|really|finally) ){{0,2}}{_DOING} (?:my )?(?P<who>{LIST})"
    r"(?P<more>[^.,;:!?\n]{0,40}?)"
    rf" (?:on {_WEEKDAY}|at \d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?|soon"
    rf"|in (?:an?|two|three|a few) (?:days?|weeks?|months?))\b(?P<rest>[^.,;:!?\n<>]{{0,60}})"
)
_MEETING = (
    r"(?:lunch|dinner|breakfast|brunch|supper|coffee|tea|drinks?|meal|beers?|walk|hike|run|meeting|visit"
    r"|call|chat|date"
    r"|trip|appointment|appt|session|lesson|class|match|game|tennis|football|badminton|golf|padel|squash"
    r"|rehearsal"
    r"|picnic|bbq|barbecue|interview|catch-?up|meet-?up|1:1|zoom|evening|weekend|playdate|swim|ride"
    r"|concert|film|cinema"
    r"|sailing|climbing|yoga|holiday|party)"
)
_OFF = (
    r"(?:(?:was|is|got|gets|has been|had to be|now) )?"
    rf"(?:moved (?:(?:to|till|until|by) (?:the )?(?:\d|next|tomorrow|an?\b|later|{_WEEKDAY}|{_MONTH})|back"
    rf"|forward)"
    r"|pushed (?:back|to)"
    r"|re-?scheduled|postponed|put off|called off|cancell?ed|(?:rained|snowed) off|brought forward"
    r"|delayed (?:to|till|until)|fell through|(?:did(?:n['’]?t| not)|not) happen(?:ing)?)"
)
_PLANS = (
    (
        (" off", "moved", "pushed", "sched", "postpone", "cancel", "forward", "delayed", "through", "happen"),
        rf"\b{_MEETING} (?:with|w/?) (?P<who>{LIST})(?:['’]s)?(?: (?:on|at|in|for) [\w ]{{1,20}}?)?,? {_OFF}"
        rf"|(?P<owner>{LIST})(?:['’]s)? {_MEETING},? {_OFF}",
    ),
    (
        ("postpone", "sched", "put off", "pushed", "called off", "cancel", "moved"),
        r"\b(?:postponed|re-?scheduled|put off|pushed back|called off|cancell?ed|moved)(?: [\w-]+){0,2}? "
        rf"{_MEETING} (?:with|w/?|at) (?P<who>{LIST})",
    ),
    (
        _DAYS,
        r"\b(?:(?:I|we|s?he|they)(?:['’]?(?:m|re|s)| am| are| is)) (?:seeing|meeting|visiting) "
        rf"(?P<who>{LIST})[^.,;:!?\n]{{0,20}}? {_COMING}",
    ),
    (
        (" i'm ", " i’m ", " im ", " we're ", " we’re ", " i am ", " we are "),
        rf"\bon {_WEEKDAY},? (?:I['’]?m|I am|we['’]re|we are) {_DOING} (?:my )?(?P<who>{LIST})",
    ),
    (
        (
            *(
                " call",
                " visit",
                " text",
                "mail",
                " letter",
                " reply",
                " answer",
                " coffee",
                " lunch",
                " dinner",
            ),
            *(" drink", " card", " note", " message", " favo"),
        ),
        rf"\bowe (?P<who>{LIST}) (?:an?|some|the) (?:[\w-]+ )?(?:call|visit|text|e-?mail|letter|reply|answer"
        r"|coffee|lunch|dinner|drink|card|note|message|favou?r)\b",
    ),
    (
        (" to visit ", " to see ", " to meet ", " to stay with "),
        r"\b(?:booked|bought|got|reserved|ordered|look(?:ed|ing) (?:at|for|up)|saving up"
        r"|save up)(?: [\w-]+){1,4} "
        rf"to (?:visit|see|meet|stay with)(?: [a-z]+)? (?P<who>{LIST})",
    ),
    (
        ("planned", "arranged", "booked", "scheduled", "fixed", "pencil"),
        rf"\b{_MEETING} (?:is |was )?(?:planned|arranged|booked|scheduled|fixed|pencill?ed in) (?:with|w/?"
        rf"|for) "
        rf"(?P<who>{LIST})",
    ),
    (
        ("forward to", "t wait ", "cannot wait "),
        r"\b(?:look(?:ing)? forward to|(?:can['’]?t|cannot) wait (?:to|for))(?P<who> [^.,;:!?\n]{1,80})",
    ),
    (
        ("'d ", "’d ", "'ll ", "’ll ", " id ", "ill ", " would ", " will "),
        r"(?:\b(?:told|texted|messaged|assured|wrote|said|promised)(?: to)?"
        rf"(?: [\w'’{SOMEBODY}-]+){{0,4}}? (?:that )?"
        r"(?:I['’]?(?:d|ll)|(?:s?he|they)['’](?:d|ll)|(?:I|s?he|they) (?:would|will))"
        rf"|{BEGIN}(?:so |then |now )?I['’]?ll) (?:(?:also|then|just|go and) )?"
        r"(?:(?:ask|tell|ring|call|phone|text|email|message|invite|see|visit|find|look for|remind|thank)"
        r"|introduce (?:her|him|them) to|put (?:her|him|them|you) in touch with"
        rf"|(?:speak|talk|write) (?:to|with)|have a word with) (?P<who>{LIST})",
    ),
    (
        ("want", "hopes", "hoping", "would like"),
        r"\b(?:wants?|hop(?:es|ing)|would like) to [^.,;:!?\n]{1,40}?"
        rf"(?: (?:for|with|to) (?:me|us) ?(?:and|\+|&) (?P<who>{LIST})"
        rf"|(?P<owner>{LIST})(?= (?:sometime|some day|someday|one day|soon|again one day)\b))",
    ),
    (("shall ", "should "), rf"{BEGIN}(?:shall|should) (?:I|we) (?!have\b)(?P<who>[^.,;:!?\n]{{1,80}})"),
    (
        ("maybe ", "perhaps ", "might "),
        rf"{BEGIN}(?:maybe|perhaps|might)(?: I (?:should|could|might|will))? (?:call|invite|visit|ask|see"
        rf"|meet|ring|text"
        rf"|write to) (?P<who>{LIST})",
    ),
    (
        ("book", "reserve"),
        rf"(?:\A|[.;!?\n]\s*)[^.,;:!?\n]{{0,60}}?"
        rf"(?P<who>{LIST}) on {_WEEKDAY}[^.,;:!?\n]{{0,30}}[,;.–—-]\s*(?:still )?"
        r"(?:I )?(?:need|have|must|should)(?: to)? (?:book|reserve)(?: (?:it|a table|somewhere|tickets))?"
        r"(?=\s*(?:[.,;!?)]|\Z))",
    ),
)


def still_to_come(text: str) -> Iterator[re.Match[str] | tuple[int, int]]:
    """Where `text`, in which SOMEBODY stands for each name, plans (group ``who`` or ``owner``, or a span)."""
    small = text.lower()
    for signs, pattern in _PLANS:
        if any(sign in small for sign in signs):
            yield from re.finditer(pattern, text, re.IGNORECASE)
    if any(sign in small for sign in _DAYS):
        yield from _clauses_to_come(text)
    if any(sign in small for sign in _DOINGS):
        for found in re.finditer(_ON_A_DAY, text, re.IGNORECASE):
            if not re.search(_DONE, found["more"] + " " + found["rest"]):
                yield found


def _clauses_to_come(text: str) -> Iterator[tuple[int, int]]:
    """The clauses with a day to come in which nothing is told that was done."""
    for series in re.finditer(_SERIES, text, re.IGNORECASE):
        joined = series[0].replace(", ", "\x1f ").replace(",", "\x1f")
        text = text[: series.start()] + joined + text[series.end() :]
    start = 0
    for stop in (*re.finditer(_STOP, text, re.IGNORECASE), None):
        end = stop.start() if stop else len(text)
        clause = text[start:end]
        if SOMEBODY in clause and re.search(rf"(?i)\b{_COMING}", clause) and not re.search(_DONE, clause):
            yield start, end
        start = stop.end() if stop else end
