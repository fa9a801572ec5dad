"""Days to come, for calendars (RFC 5545): promises, birthdays and hellos as events of a whole day.

Events and not tasks (VTODO): Google Calendar leaves tasks out, and Apple's leaves them out of what it
subscribes to, while all of them and Thunderbird show events. Each has a UID that stays: reading a newer file
again moves it. Its SEQUENCE counts minutes since 1970, so the later file is taken for the newer one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from netjournal.exchange.vcard_lines import escaped, folded
from netjournal.model import Birthday

_HEAD = (
    *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netjournal//netjournal//EN", "CALSCALE:GREGORIAN"),
    *("METHOD:PUBLISH", "X-WR-CALNAME:netjournal"),
)
_EARLIEST = 1904
"""The first leap year that every calendar can count from, for those born before, and of unknown age."""


class Event(NamedTuple):
    """What stands in a calendar: `uid` is its own for good; a `day`, or the aware time `at` on it.

    One that `is_cancelled` is taken out of a calendar that has it.
    """

    uid: str
    day: dt.date
    summary: str
    note: str = ""
    at: dt.datetime | None = None
    place: str = ""
    tags: Sequence[str] = ()
    repeats: str = ""
    is_cancelled: bool = False


def birthday(person: str, name: str, born: Birthday) -> Event:
    """The birthday of `person` (id), each year; 29 February is the last of the month in other years."""
    year = born.year if born.year is not None and born.year >= _EARLIEST else _EARLIEST
    is_leap_day = (born.month, born.day) == (2, 29)
    rule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if is_leap_day else "FREQ=YEARLY"
    return Event(
        uid=f"{person}-birthday",
        day=dt.date(year, born.month, born.day),
        summary=f"{name}’s birthday",
        note="" if born.year is None else f"Born in {born.year}",
        repeats=rule,
    )


def calendar(events: Iterable[Event], now: dt.datetime) -> Iterator[bytes]:
    """The file, as it is written at the aware time `now`, part by part."""
    yield folded(_HEAD)
    stamp = _utc(now)
    minutes = int(now.timestamp() // 60)
    for event in events:
        yield folded(_lines(event, stamp, minutes))
    yield folded(["END:VCALENDAR"])


def _lines(event: Event, stamp: str, minutes: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}@netjournal"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{minutes}"
    day = f"{event.day.year:04}{event.day:%m%d}"
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{day}"
    else:  # without a zone, as it was lived: a calendar elsewhere would show it on another day
        yield f"DTSTART:{day}T{event.at:%H%M%S}"
    if event.repeats:
        yield f"RRULE:{event.repeats}"
    for name, text in (("SUMMARY", event.summary), ("DESCRIPTION", event.note), ("LOCATION", event.place)):
        if text:
            yield f"{name}:{escaped(text)}"
    if event.tags:
        yield "CATEGORIES:" + ",".join(escaped(tag) for tag in event.tags)
    if event.is_cancelled:
        yield "STATUS:CANCELLED"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(moment: dt.datetime) -> str:
    at = moment.astimezone(dt.UTC)
    return f"{at.year:04}{at:%m%dT%H%M%SZ}"
