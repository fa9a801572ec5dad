"""Times by the clock, and the parts of a day: 3pm, at 15:00, noon, in the afternoon."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from netjournal.language.days.tokens import impossible
from netjournal.model import PART_HOURS, is_within

HOURS = {"": (0, 24), **PART_HOURS}
"""From which hour to which a part of the day lasts, and the whole of it."""

PART = r"(?:(?P<day>.+?) )??(?:in the |at (?=night))?(?P<part>morning|afternoon|evening|night)"

_CLOCK = (
    r"(?P<clock>(?:at )?(?:(?P<named>noon|midday|midnight)"
    r"|(?P<hour12>[0-9]{1,2})(?:[:.](?P<minute12>[0-9]{2}))? ?(?P<half>am|pm)"
    r"|(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?: ?(?P<offset>z|[+-][0-9]{2}(?::?[0-9]{2})?))?))"
)
_AFTER_THE_DAY = rf"(?:(?P<day>.+?) |(?P<iso>[0-9-]+)t)??{_CLOCK}"
_BEFORE_THE_DAY = rf"{_CLOCK} (?P<day>.+)"


class Clock(msgspec.Struct, frozen=True):
    """A time by the clock; `offset` from UTC if one was written with it."""

    hour: int
    minute: int = 0
    second: int = 0
    offset: dt.timedelta | None = None


def split_clock(text: str) -> tuple[str, re.Match[str] | None]:
    """The text without the time at its end or its beginning, and that time."""
    if match := re.fullmatch(_AFTER_THE_DAY, text):
        return match["day"] or match["iso"] or "", match
    if match := re.fullmatch(_BEFORE_THE_DAY, text):
        return match["day"], match
    return text, None


def read_time(match: re.Match[str], part: str) -> Clock | None:
    """The time in the light of the part of the day: 3:30 in the afternoon is 15:30; None if they contradict.

    Raises Misused for 25:00 and its like.
    """
    minute, second = int(match["minute"] or match["minute12"] or 0), int(match["second"] or 0)
    hour = int(match["hour"] or match["hour12"] or (0 if match["named"] == "midnight" else 12))
    if minute > 59 or second > 59 or hour > 23 or (match["half"] and not 1 <= hour <= 12):
        raise impossible(match["clock"].removeprefix("at "))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    elif match["hour"] and hour < 12 and (part in ("afternoon", "evening") or (part == "night" and hour > 5)):
        hour += 12
    if part and not is_within(part, hour):
        return None
    return Clock(hour, minute, second, _offset(match["offset"]) if match["offset"] else None)


def _offset(written: str) -> dt.timedelta:
    digits = "0000" if written == "z" else written[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 23 or minutes > 59:
        raise impossible(f"{written} from UTC")
    return dt.timedelta(hours=hours, minutes=minutes) * (-1 if written[0] == "-" else 1)
