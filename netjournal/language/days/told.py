"""The day that a line tells of further on: met Noor yesterday for tea (issue 2 §3).

| in the line                                            | day                                          |
|--------------------------------------------------------|----------------------------------------------|
| coffee with Ada yesterday; Noor rang last night        | the day before: one did it, or was there     |
| met Ada 2 days ago at the gym; tea with Ada (mon)      | that day                                     |
| tuesday Noor rang; Sunday lunch with Ada               | the last such day                            |
| choir on friday: sang with Ada; dentist friday: told … | the last such day; today: it may be to come  |
| choir at the school tonight                            | today, in that part of it                    |
| Ada told me she left yesterday; talked of last friday  | today: it is the day of what was told        |
| Ada flew to Lima yesterday; Ada's exam last friday     | today: it was without oneself                |
| lunch with Ada on friday, need to book; she comes on … | today: it is to come                         |
| rang Ada on monday, Bo on tuesday; yesterday and today | today: there are two                         |

Only the first clause that tells of oneself or of somebody counts. The words stay in the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from netjournal.errors import Misused
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import said_channel
from netjournal.language.days.dates import Moment, understand
from netjournal.language.days.in_prose import (
    MEAL,
    MONTHS,
    NOT_OURS,
    ON,
    PAST,
    PAST_VERB,
    PLAIN_WEEKDAY,
    THIS,
    TOUCH,
    WEEKDAY,
)
from netjournal.language.days.telling import goes_on_lived, is_gathering, of_the_telling

_REACH = 300
_CLAUSES = 3
_SIGNS = ("day", "yest", " ago", "last ", "tonight", "tonite", "this m", "this a", "this e")
_SHORT_WEEKDAYS = frozenset(
    ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
)
_IN_BRACKETS = rf"(?i)\s*\(\s*((?:on )?{WEEKDAY}|{PAST}|{ON}|{THIS})\s*\)"
_DAY = (
    rf"(?i)(?<![\w'’.:-])(?:(?P<past>{PAST})|(?P<this>{THIS})|(?P<on>{ON})|(?P<bare>{PLAIN_WEEKDAY}\b"
    rf"|(?<=\A)(?:sat|sun|wed)\b(?= {MEAL})|(?:sat|wed|sun)\b(?=:)))(?!['’-]\w)"
)
_ENDS = r"[;!?\n]|[.:](?=\s|\Z)|\s[-–—]+\s|\s?\(|\s?->"
_THEN = (
    r"\s*(?:\Z|[,.;:!?)(–—-]|(?:with|w/?|at|in|on|for|after|before|over|by|and|near|from|to|I|we"
    r"|it was)(?!\w))"
)
_COMMA = (
    rf",(?!\s*(?:and\s+|&\s*)?{SOMEBODY}"
    r"(?:\s*(?:,|\Z|[.;!&+])|\s+(?:and|at|in|on|yesterday|last|this|tonight)\b)"
    rf"|\s*(?:{PAST}|{ON}|{THIS})\s*(?:\Z|[.;!,]|with\b|at\b|in\b))"
)
_TELLING = (
    "told|tells?|telling|said|says?|saying|that|about|who|whom|which|whose|because|since|if|when|while|where"
    "|whether|what|how|why|than|until|till|re|regarding|so|as|like|though|but|before|back from"
    "|asked|asks?|remind(?:s|ed)?|thinks?|thought|knows?|dream(?:ed|t)|discuss(?:ed)?|recalled"
    "|remember(?:s|ed)?|forgot|thanked|congratulated|apologi[sz]ed|sorry|heard(?! from)"
    "|after(?! (?:work|school|church|class|training|practice|lunch|dinner|mass)\\b)"
    f"|(?:for|of) \\w+ing|for (?:{SOMEBODY}['’]|his|her|their)"
)
_NOT_LIVED = (
    "will|would|wants?|wanted|comes?|coming|is|are|isn['’]?t|has|have|hope[sd]?|plan(?:s|ned)?|promised|due"
    "|missed|never|nobody|not|no|without|last (?:met|saw|spoke|talked|seen|heard)|meant|supposed"
)
_WORDS_BETWEEN = (
    rf"(?i)(?<!\w)(?:{_TELLING}|{_NOT_LIVED})(?![\w'’])|\w['’](?:ll|d|m|re|ve)\b|\wn['’]t\b|[\"“”]"
)
_NOT_ITS = (
    r"(?i)(?:\b(?:until|till|for|from|since|of|about|before|after|between|than|to|re|next|every|each|the|an?"
    r"|this|that|these|our|my|his|her|their|and|or|as|most|not|good|half|free|one|(?:last|this|next) week"
    r"|black|easter|cyber|palm|ash|boxing|whit|super|giving)"
    r"|(?<!came )(?<!dropped )(?<!stopped )(?<!popped )(?<!swung )(?<!went )(?<!called )(?<!drove )\bby"
    r"|\+|&)\s*\Z"
)
_MOOD = (
    r"(?i)\A(?:(?:and|so|then|finally|just|also|again|oh|a|an|the|had a|lovely|nice|great|good|long|short"
    r"|quick),? ){0,5}"
)
_THEY = rf"{SOMEBODY}(?:\s*(?:,|,? and|&|\+)\s*{SOMEBODY}){{0,9}}"
_THEY_DID = rf"(?i)(?:\b(?:he|she|they|it)|{SOMEBODY}) (?:\w+ly |just |then )?{PAST_VERB}"
_GERUND = rf"(?i)\A(?:am |was )?\w+ing (?!\Z|with\b|w/|w\b|at\b|in\b|on\b|and\b|{WEEKDAY}\b|{PAST})"
_TO_DO = (
    r"(?i)\A(?:call|ring|phone|meet|see|visit|email|e-mail|text|write|message|ask|tell|send|bring|buy|book|pick"
    r"|invite|remind|get|go|take|give|pay|fetch|drive|prepare|cook|say)\s+(?!with\b|w/|w\b|from\b|on\b|in\b|at\b)"
)
_SENT = r"(?i)\b(?:texted|emailed|mailed|wrote|sent|messaged)\b"
_TO_WHOM = rf"(?i)(?:texted|emailed|mailed|wrote|messaged|to|{SOMEBODY}|her|him|them)\s*\Z"
_OURS = r"(?i)\b(?:me|us|my|our)\b"
_WITH = (
    rf"(?i)(?:\bwith\b|(?<!\w)w/?(?!\w)|@|\bat {SOMEBODY}['’]|{SOMEBODY} (?:and|&) (?:I|me)\b"
    r"|\b(?:and|&|\+) (?:I|me)\b)"
)
_GLAD = rf"(?i)\w* ?(?:to see|seeing|to meet|meeting) {SOMEBODY}"
_STILL_TO_DO = (
    r"(?i)\b(?:(?:need|have) to|must|should|book|remember|forget|looking forward|can['’]?t wait|to ?do)\b"
    r"|\?"
)
_HALF_A_YEAR, _WEEK = 180, 7
_NEAR = 40
_TWO = (
    r"(?i)\s*(?:and|or|for|&|\+|/|to|till|until|[-–])\s*(?:on )?"
    rf"(?:{WEEKDAY}|{PAST}|today|tomorrow|[0-9]{{1,2}}(?:st|nd|rd|th))\b"
)
_I_DID = rf"(?i)[\s,]*(?:and )?(?:I|we) (?:\w+ly |all |just )?{PAST_VERB}"
_NOW = rf"{SOMEBODY} (?:will|can|is|are|(?!was\b)[a-z]{{2,20}}s)\b"
_OF_THEIRS = r"(?i)(?<!\bat )(?<!\bin )(?:\b[\w-]+|\ufffc)['’]s?\s*\Z"
_FOR_IT = rf"(?i)\bfor (?:the |an? |my |our )?(?!{MEAL})\w+\s*\Z"
_TODAY = r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening)|just now)\b"
_OTHERS = (
    rf"(?i)\A\s*(?:and |but |so )?(?:(?:he|she|they|it|his|her|their)\b|{SOMEBODY})|['’]ll\b"
    r"|\b(?:by|until|till|next|will|going)\b"
)


def told_day(text: str, now: dt.datetime) -> Moment | None:
    """The moment that `text` tells of, in which SOMEBODY stands for each name; None where it is open."""
    head = text[:_REACH]
    small = head.lower()
    if not (any(sign in small for sign in _SIGNS) or _has_date(small) or _has_short_weekday(small)):
        return None
    if "told " in small:
        head = of_the_telling(head)
    head = re.sub(_IN_BRACKETS, r" \1", head) if "(" in head else head
    for clause, rest in _clauses(head):
        if re.search(_DAY, clause) is None:
            if SOMEBODY in clause or re.search(rf"(?i)\b(?:I|we|me|us|{PAST_VERB})", clause):
                return None
            continue
        return _moment(clause, rest, now)
    return None


def _has_date(small: str) -> bool:
    signs = ("20", " the ", *MONTHS)
    return any(map(str.isdigit, small)) and any(sign in small for sign in signs)


def _has_short_weekday(small: str) -> bool:
    return not _SHORT_WEEKDAYS.isdisjoint(re.split(r"[^a-z]+", small))


def _clauses(head: str) -> Iterator[tuple[str, str]]:
    """The first clauses of `head`, a colon that one ends in with it, and what follows each."""
    start = 0
    for _ in range(_CLAUSES):
        signs = (_ENDS, _COMMA) if "," in head else (_ENDS,)
        ends = [found for sign in signs if (found := re.compile(sign, re.IGNORECASE).search(head, start))]
        end = min(ends, key=re.Match.start, default=None)
        if end is None:
            yield head[start:].strip(), ""
            return
        yield (head[start : end.start()] + end[0].strip()[:1].replace(",", "")).strip(), head[end.end() :]
        start = end.end()


def _moment(clause: str, rest: str, now: dt.datetime) -> Moment | None:
    """The moment of the one day that `clause` names, if it tells what was lived then."""
    days = [day for day in re.finditer(_DAY, clause) if not re.search(_NOT_ITS, clause[: day.start()])]
    if not days or _names_another(rest):
        return None
    day = days[0]
    is_theirs = day[0][:4].casefold() == "last" and re.search(_OF_THEIRS, clause[: day.start()])
    if (
        is_theirs
        or re.match(_TWO, clause[day.end() :])
        or (day["this"] is None and re.search(_TODAY, clause))
    ):
        return None
    before, after = (
        clause[: day.start()].strip(),
        re.split(_WORDS_BETWEEN, clause[day.end() :], maxsplit=1)[0],
    )
    is_told = re.search(_WORDS_BETWEEN, before or clause[day.end() :][:_NEAR]) is not None
    if is_told or any(other.end() <= day.end() + len(after) for other in days[1:]):
        return None
    if not (day["past"] and before) and not _stands_alone(before, after, day):
        return None
    did = re.sub(_MOOD, "", before or after.lstrip(", "))
    verb = re.search(rf"(?i)\b{PAST_VERB}", did)
    is_past = day["past"] is not None
    may_be_alone = day["this"] is not None or (is_past and (SOMEBODY not in rest or is_gathering(before)))
    if not _is_lived(did, verb, clause, rest, may_be_alone=may_be_alone):
        return None
    if day["past"] is None and _is_to_come(did, clause, rest, is_past=verb is not None):
        return None
    with suppress(Misused):
        moment = understand("this evening" if day[0].casefold() in ("tonight", "tonite") else day[0], now)
        return moment if moment and (verb or day["past"] or _is_near(moment, day[0], now)) else None
    return None


def _stands_alone(before: str, after: str, day: re.Match[str]) -> bool:
    """Whether a day is not a part of something else's name: Friday market, the 3rd floor, last night bus."""
    if before:
        is_short = (day["bare"] or "").casefold() in ("sat", "sun", "wed")
        return day["this"] is not None or (
            re.match(_THEN, after) is not None and not (is_short and " " in before)
        )
    if day.start() == 0 and day["bare"] is None:
        return False
    return (
        re.match(rf"(?i),?\s+(?!was\b|were\b)(?:I\b|we\b|{SOMEBODY}|{PAST_VERB}|{MEAL})", after) is not None
    )


def _is_lived(did: str, verb: re.Match[str] | None, clause: str, rest: str, *, may_be_alone: bool) -> bool:
    """Whether the words tell what one did oneself, or what somebody did with one."""
    if verb is None:
        return _is_shared(did, clause, rest, may_be_alone=may_be_alone)
    after = did[verb.end() :]
    if re.search(_THEY_DID, after):
        return False
    if verb.start() == 0 or re.match(rf"(?i)(?:{_THEY},? (?:and|&|n|\+) )?(?:I|we)\b", did):
        return True
    if re.search(_OURS, after) or re.search(rf"(?i)\b{TOUCH}\s*\Z", did):
        return True
    if re.match(rf"{SOMEBODY}['’][^{SOMEBODY}]* (?:was|were)\b", did):
        return False
    if did.startswith(SOMEBODY):
        return verb[0].casefold() != "met" and said_channel(clause) is not None
    return re.search(rf"(?i)\b{TOUCH}", did) is not None


def _is_shared(did: str, clause: str, rest: str, *, may_be_alone: bool) -> bool:
    """Whether words without a verb are of what one did, with somebody or by oneself: tea with Ada, choir."""
    if re.match(rf"(?i)(?:I|we|he|she|they|it)\b|{SOMEBODY}['’]", did):
        return re.match(_I_DID, rest) is not None and is_gathering(did)
    if may_be_alone and SOMEBODY not in clause:
        return True
    if clause.endswith(":") and rest.lstrip().startswith(SOMEBODY):
        return re.match(_NOW, rest.lstrip()) is None
    if clause.endswith((":", "-", "–", "—")) and goes_on_lived(rest):
        return True
    is_with = re.search(_WITH, clause) is not None or re.match(_GLAD, did) is not None
    return is_with or said_channel(clause) is not None


def _is_to_come(did: str, clause: str, rest: str, *, is_past: bool) -> bool:
    """Whether a day that may be over is one that is planned."""
    if re.search(NOT_OURS, clause) or re.match(_GERUND, did) or re.match(_TO_DO, did):
        return True
    if re.search(_FOR_IT, did) or (re.search(_SENT, did) and not re.search(_TO_WHOM, did)):
        return True
    return not is_past and re.search(_STILL_TO_DO, rest) is not None


def _names_another(rest: str) -> bool:
    """Whether a clause after the first tells of another day that was lived."""
    if re.search(_TODAY, rest):
        return True
    return any(
        not re.search(_OTHERS, clause)
        and any(not re.search(_NOT_ITS, clause[: day.start()]) for day in re.finditer(_DAY, clause))
        for clause in re.split(r"[.;:!?\n,]", rest)
    )


def _is_near(moment: Moment, words: str, now: dt.datetime) -> bool:
    """Whether a day told of without a verb is so near behind that none to come is meant by its `words`."""
    days = (now.date() - moment.date).days
    small = words.casefold()
    is_of_any_month = small.startswith("on the ") and not any(month in small for month in MONTHS)
    return days <= (_WEEK if is_of_any_month and moment.date.month != now.month else _HALF_A_YEAR)
