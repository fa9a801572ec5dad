"""When things happened and when they are due: dates in words, put into the time zone one lives in.

The one module that knows pendulum, which costs 25 ms and is imported when a time by the clock was said.
"""

from __future__ import annotations

import datetime as dt
import re
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from netjournal.errors import Misused
from netjournal.language.days.clock import Clock
from netjournal.language.days.opening import heads, opening_day
from netjournal.language.days.phrases import Prefer, Said, read_phrase
from netjournal.language.days.tokens import HINT, impossible, tidied
from netjournal.language.days.words import (
    MONTHS,
    add_months,
    month_days,
    say_ago,
    say_date_long,
    say_day,
    say_due,
    say_month,
    say_near,
    say_part,
)
from netjournal.model import PartOfDay

if TYPE_CHECKING:
    from pendulum import FixedTimezone, Timezone

__all__ = [
    "Moment",
    "Prefer",
    "add_months",
    "local_zone_name",
    "month_days",
    "read_month",
    "say_ago",
    "say_date_long",
    "say_day",
    "say_due",
    "say_moment",
    "say_month",
    "say_near",
    "split_dated",
    "understand",
]

_REPEATED = dt.timedelta(hours=3)
"""For how long after a clock change a time may have been lived before it."""
_LONG_AGO = dt.timedelta(180)  # a date without its year is more likely one to come
_MONTHS = (
    r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})",
    r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
    r"M(?P<month>[0-9]+)(?: (?P<year>[0-9]{4}))?",
)


class Moment(msgspec.Struct, frozen=True):
    """A day as lived; `at` is the aware time on it, if one was said, `zone` its IANA name, if known.

    `part` is the part of the day, if one was said without a time.
    """

    date: dt.date
    at: dt.datetime | None = None
    zone: str = ""
    part: PartOfDay | None = None


def understand(phrase: str, now: dt.datetime, prefer: Prefer = "past") -> Moment | None:
    """The day, and the time on it, that the whole of `phrase` names at the aware time `now`, else None.

    Days: ISO, d.m.yyyy, nov 3, 3rd of november 2025, the 3rd, yesterday, fri, last friday, friday next week,
    3 days ago, in two weeks. Parts of days: this morning, last night, friday evening. Times: 3pm, 15:00,
    noon, an hour ago. Where the words leave it open, the nearest on the preferred side of now, today too;
    last and next are never today, and next friday, said on a wednesday or thursday, is a week after the
    one that is near. This friday, looking back, is of this week. Looking ahead, a friday by
    itself, said on one, is the next. Only looking ahead, next week and end of the week are a Sunday, next
    month, end of november and end of the year a last day. A time in the gap of a clock change is moved on by
    it; of one that comes twice the second is meant, or the first while, looking back, the second is still to
    come. `at` has its offset in whole minutes.

    Raises Misused for a date or time that cannot be, such as 31 feb or 25:00.
    """
    wall = dt.datetime.combine(dt.date(now.year, now.month, now.day), dt.time(now.hour, now.minute))
    try:
        said = read_phrase(phrase, wall, prefer)
        if said is None:
            return None
        if isinstance(said, dt.timedelta):
            return _since(now, said)
        if said.clock is None:
            return Moment(said.day, part=said.part)
        if prefer == "past" and (repeated := _in_the_repeated_hour(phrase, wall, now)):
            return repeated
        return _on_the_clock(said.day, said.clock, now, prefer)
    except OverflowError:
        raise Misused("That is before the year 1 or after the year 9999.", HINT) from None


def split_dated(line: str, now: dt.datetime, prefer: Prefer = "past") -> tuple[Moment | None, str]:
    """The date phrase that `line` begins with, up to a colon or a dash, and the rest; else None and `line`.

    Looking back, a day may stand without them, as `opening_day` has it.
    Raises Misused as `understand` does, and for a phrase that tells a time but no day.
    """
    for phrase, end, is_dashed in heads(line):
        if moment := _headed(phrase, is_dashed, now, prefer):
            return moment, line[end:].strip()
    if prefer == "past":
        day, begin = opening_day(line)
        with suppress(Misused):  # a day that cannot be is refused before a colon alone
            moment = understand(day, now, prefer) if day else None
            if moment and (now.date() - moment.date <= _LONG_AGO or re.search("[0-9]{4}|ago", day)):
                return moment, line[begin:].strip()
    return None, line


def _headed(phrase: str, is_dashed: bool, now: dt.datetime, prefer: Prefer) -> Moment | None:
    """The moment before a colon or a dash; what is no day is refused before a colon alone."""
    if is_dashed:
        with suppress(Misused):
            return understand(phrase, now, prefer)
        return None
    if (moment := understand(phrase, now, prefer)) is None:
        from netjournal.language.days.no_day import refuse_no_day  # rarely needed

        refuse_no_day(phrase)
    return moment


def read_year(phrase: str) -> int | None:
    """The year that four digits name, None for anything else and for 0000."""
    is_year = phrase.isascii() and re.fullmatch("[0-9]{4}", phrase) is not None
    return (int(phrase) or None) if is_year else None


def read_month(phrase: str, now: dt.datetime) -> str | None:
    """The month that `phrase` names, as 2026-11: 2026/11, november, nov 2025, last month; None if it is none.

    A bare name is the latest such month that has begun. Raises Misused for 2026-13.
    """
    this = f"{now.year:04}-{now.month:02}"
    text = tidied(phrase)
    if (which := text.removesuffix(" month")) in ("this", "last", "next") and which != text:
        return add_months(this, {"this": 0, "last": -1, "next": 1}[which])
    match = next(filter(None, (re.fullmatch(pattern, text) for pattern in _MONTHS)), None)
    if match is None:
        return None
    month = int(match["month"])
    year = int(match["year"]) if match["year"] else now.year - (month > now.month)
    if not (1 <= month <= 12 and year):
        raise impossible(text)
    return f"{year:04}-{month:02}"


def say_moment(moment: Moment, now: dt.datetime) -> str:
    """What was understood, for the echo: Fri 13 Nov 2026, 15:00, or a part of the day in its place.

    With the offset of a zone that is not one's own.
    """
    day = f"{moment.date.day} {MONTHS[moment.date.month - 1][:3]} {moment.date.year:04}"
    words = f"{say_date_long(moment.date)[:3]} {day}"
    if moment.at is None:
        return f"{words}, {say_part(moment.part)}" if moment.part else words
    clock = f"{words}, {moment.at:%H:%M}"
    if _zone(now)[0].convert(moment.at).utcoffset() == moment.at.utcoffset():
        return clock
    return f"{clock} {moment.at.isoformat()[-6:]}"


def local_zone_name() -> str:
    """The IANA name of the zone this machine is set to, Europe/Berlin; empty if it cannot be told."""
    from pendulum.tz.local_timezone import get_local_timezone

    with suppress(ValueError, OSError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return get_local_timezone().name or ""
    return ""


def _in_the_repeated_hour(phrase: str, wall: dt.datetime, now: dt.datetime) -> Moment | None:
    """The moment that was lived before the clock went back, when it showed more than it does `now`."""
    before = _zone(now)[0].convert(now.astimezone(dt.UTC) - _REPEATED).utcoffset() or dt.timedelta()
    further = before - (now.utcoffset() or dt.timedelta())
    if further <= dt.timedelta():
        return None
    showed = min(wall + further, dt.datetime.combine(wall.date(), dt.time(23, 59)))
    said = read_phrase(phrase, showed, "past")
    if not isinstance(said, Said) or said.clock is None:
        return None
    moment = _on_the_clock(said.day, said.clock, now, "past")
    return moment if moment.at is not None and not _is_to_come(moment.at, now) else None


def _is_to_come(at: dt.datetime, now: dt.datetime) -> bool:
    """Whether it is after now; in one zone aware datetimes compare as its clocks show them."""
    return at.astimezone(dt.UTC) > now.astimezone(dt.UTC)


def _on_the_clock(day: dt.date, clock: Clock, now: dt.datetime, prefer: Prefer) -> Moment:
    zone, name = _zone(now)
    wall = (day.year, day.month, day.day, clock.hour, clock.minute, clock.second)
    if clock.offset is None:
        at = _stored(zone.datetime(*wall))
        if prefer == "past" and _is_to_come(at, now):
            at = _stored(zone.datetime(*wall).replace(fold=0))
        return Moment(at.date(), at, name)
    at = dt.datetime(*wall, tzinfo=dt.timezone(clock.offset))
    return Moment(day, at, name if zone.convert(at).utcoffset() == clock.offset else "")


def _since(now: dt.datetime, span: dt.timedelta) -> Moment:
    """So many hours from now, as they pass: a clock change between then and now counts."""
    zone, name = _zone(now)
    at = _stored(zone.convert(now.astimezone(dt.UTC) + span).replace(second=0))
    return Moment(at.date(), at, name)


def _zone(now: dt.datetime) -> tuple[Timezone | FixedTimezone, str]:
    """The zone that `now` is in and its name; its bare offset if it names none, or another one's."""
    import pendulum

    offset = now.utcoffset() or dt.timedelta()
    name = getattr(now.tzinfo, "key", None) or getattr(now.tzinfo, "name", None)
    if name:
        with suppress(ValueError, OSError):
            zone = pendulum.timezone(name)
            if zone.convert(now).utcoffset() == offset:
                return zone, name
    return pendulum.FixedTimezone(int(offset.total_seconds())), ""


def _stored(at: dt.datetime) -> dt.datetime:
    """A plain datetime with its offset in whole minutes, as RFC 3339 has it."""
    offset = at.utcoffset() or dt.timedelta()
    minutes = dt.timedelta(minutes=round(offset.total_seconds() / 60))
    wall = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    return dt.datetime(*wall, tzinfo=dt.timezone(minutes))
