"""The day that a line begins with: before a colon or a dash, or where quick fingers leave both out.

| line                                            | day                                             |
|-------------------------------------------------|-------------------------------------------------|
| mon - tea; evening: a walk                      | Monday; this evening                            |
| yesterday Grace and I talked; last night we sang| the day before                                  |
| on friday Uwe fixed my bike; Mon. tea with Rose | the last such day                               |
| three days ago I met Noor; on the 3rd I met Bo  | that day                                        |
| this morning Birgit rang; tonight we had soup   | today, in that part of it                       |
| yesterday was hard; last night bus; Friday club | today: the day is spoken of                     |
| yesterday we rang, today she came               | today                                           |
| on friday we will meet; on friday Bo flew home  | today: it is to come, or it was without oneself |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
)

_LONGEST = 40
_SEPARATOR = r":(?=\s|$)|(?<=[^\S\n])[-–—](?=[^\S\n])"
_GOES_ON = rf"(?i)\s*(?:[0-9]|(?:{PLAIN_WEEKDAY}|sat|sun|wed|today|tomorrow|now)\b)"
"""What makes a dash one between two ends: mon - fri, 3 - 5 pm."""

_PARTS = ("morning", "afternoon", "evening", "night")

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SURE = ("yes", "yda", "y'd", "y’d", "yst", "las", "thi", "ton")
_AGO = (" ago", " before yest")
_AFTER_ASIDE = ("on ", "last ", "this ", "yes", "yd")
_ASIDES = ("back ", "late ", "early ", "earlier ", "just ")

_SLASHED = r"(?:(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01]))(?=\s)"
_DOTTED = rf"(?:[0-9]{{1,2}}\. ?[0-9]{{1,2}}\.(?: ?[0-9]{{4}})?(?=\s)|{_SLASHED})"
_OPENING = (
    r"(?i)\s*(?P<aside>(?:back|late|early|earlier|just) (?=on |last |this |yes|yd))?"
    rf"(?:(?P<past>{PAST})|(?P<this>{THIS})"
    rf"|(?P<on>{ON}|{_DOTTED}|{PLAIN_WEEKDAY}(?=,|\.\s)|(?:sat|sun)(?=,)))"
    r"(?P<comma>[,.])?\s+(?P<next>[^\s,.;:!?]+)"
)
_SAYS_OF_IT = (
    *("was", "is", "were", "wasn't", "wasn’t", "and", "or", "still", "to", "of", "the", "till", "until"),
    *("than", "market"),
)
"""After these the day is spoken of, or is one of two."""

_NIGHTLY = (
    *("bus", "train", "tram", "ferry", "flight", "boat", "coach", "shift", "shifts", "duty", "watch"),
    *("school", "class", "club", "nurse", "owl"),
)
"""What goes by night, so that its last is meant: last night bus."""

_OTHER_DAY = r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening))\b"
_ANOTHER = rf"(?i)(?<!until )(?<!till )(?<!by )(?<!for )\b(?:{PAST}|on {PLAIN_WEEKDAY})\b"
_OURS = (
    rf"(?i)\A{PAST_VERB}|\A(?:an? |the )?(?:\w+ )?{MEAL}|\b(?:I|we|me|us|my|our|with|{TOUCH})\b"
    r"|(?<!\w)w/?(?!\w)"
)
_NOW = r"(?i)\A(?:I|we|he|she|they) (?:(?!\w+ed\b)\w+) "


def heads(line: str) -> Iterator[tuple[str, int, bool]]:
    """What stands before each colon near the beginning of `line`, and before the first dash there.

    With each where the rest begins, and whether it is a dash that divides them.
    """
    dashed = False
    for sign in re.finditer(_SEPARATOR, line):
        left = line[: sign.start()]
        if len(left) > _LONGEST or "\n" in left:
            return
        if sign[0] != ":" and (dashed or re.match(_GOES_ON, line[sign.end() : sign.end() + 20])):
            dashed = True
            continue
        dashed = dashed or sign[0] != ":"
        part = left.strip().casefold()
        yield f"this {part}" if part in _PARTS else left, sign.end(), sign[0] != ":"


def opening_day(line: str) -> tuple[str, int]:
    """The words for a day that `line` begins with, and where the rest begins; else "" and 0.

    The rest is the whole line where more than the day would be lost: Late last night.
    """
    if not _may_begin(line[:_LONGEST].lstrip().casefold()):
        return "", 0
    found = re.match(_OPENING, line)
    if found is None or re.search(_OTHER_DAY, line[found.start("next") :]):
        return "", 0
    day = found["past"] or found["this"] or found["on"]
    rest, follows = line[found.start("next") :][:400], found["next"].casefold()
    is_plain = bool(found["comma"]) or follows not in _SAYS_OF_IT
    if day.casefold() == "last night" and not found["comma"]:
        is_plain = is_plain and follows not in _NIGHTLY
    if not is_plain or (not day.casefold().startswith("y") and not _is_lived(found, rest)):
        return "", 0
    words = "this evening" if day.casefold() in ("tonight", "tonite") else day
    return words, 0 if found["aside"] else found.start("next")


def _may_begin(small: str) -> bool:
    """A cheap look at whether a line that begins with `small` may begin with a day."""
    if small[:3] in _SURE or small[:3] in _WEEKDAYS or small.startswith("on "):
        return True
    if small.startswith(_ASIDES):
        return small.partition(" ")[2].startswith(_AFTER_ASIDE)
    if small[:3] in MONTHS or small[:1].isdigit():
        return any(map(str.isdigit, small)) and len(small) > 3
    return any(sign in small for sign in _AGO)


def _is_lived(found: re.Match[str], rest: str) -> bool:
    """Whether the `rest` of a line tells what one did that day, or what somebody did with one."""
    clause = re.split(r"[.;!\n]\s|,", rest, maxsplit=1)[0]
    if found["past"]:
        if re.search(_ANOTHER, rest):
            return False
        return "night" in found["past"] or re.search(_OURS, clause) is not None
    if re.search(NOT_OURS, rest) or re.search(_ANOTHER, rest):
        return False
    if re.match(_NOW, clause) and not re.search(rf"(?i)\b{PAST_VERB}", clause):
        return False
    return bool(found["this"]) or re.search(_OURS, clause) is not None
