"""The grammar of dates in words: which day, and which time by the clock, a whole phrase names.

It knows wall time only; `dates` puts what is read here into a time zone. Patterns are compiled by `re` when a
phrase first needs them: most entries begin with no date at all.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import msgspec

from netjournal.errors import Misused
from netjournal.language.days.clock import HOURS, PART, Clock, read_time, split_clock
from netjournal.language.days.feasts import named_ahead
from netjournal.language.days.tokens import UNITS, impossible, tidied
from netjournal.language.days.words import MONTHS, month_days, say_date_long
from netjournal.model import PARTS_OF_DAY, PartOfDay

Prefer = Literal["past", "future"]

_SOON = 3
"""Days ahead below which a weekday is called tomorrow, or by its name alone; the next is the one after."""

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_DAYS |= {"the day before yesterday": -2, "the day after tomorrow": 2}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_SPAN = (
    r"(?P<ahead>in )?(?:(?P<half>half (?:an )?)|(?P<count>[0-9]{1,5} ?|N[0-9]+ |an? ))(?P<unit>[a-z]+)"
    r"(?P<ago> ago)?(?P<from_now> from now)?"
)
_WEEKDAY = r"(?:(?P<which>last|past|this|next|coming) )?W(?P<day>[0-6])(?: (?P<week>last|this|next) week)?"
_IN_WEEK = r"(?P<week>last|this|next) week (?:on )?W(?P<day>[0-6])"
_HORIZON = r"(?P<end>(?:the )?end of )?(?P<which>the |this |next )?(?P<unit>week|month|year)"
_END_OF_MONTH = r"(?:the )?end of M(?P<month>[0-9]+)(?: (?P<year>[0-9]{4}))?"
_SLASHED = r"(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?"
_ALWAYS = "24/7"
_DATES = (
    r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
    r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\.(?: ?(?P<year>[0-9]{4}))?",
    r"(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)? (?:of )?M(?P<month>[0-9]+)(?: (?P<year>[0-9]{4}))?",
    r"M(?P<month>[0-9]+) (?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: (?P<year>[0-9]{4}))?",
    r"the (?P<day>[0-9]{1,2})(?:st|nd|rd|th)",
)


class Said(msgspec.Struct, frozen=True):
    """What a phrase names: a day, and a time on it if one was said, else the part of it, if that was."""

    day: dt.date
    clock: Clock | None = None
    part: PartOfDay | None = None


class _Named(msgspec.Struct, frozen=True):
    """A day, and after how many days its like comes again if the phrase leaves open which is meant."""

    day: dt.date
    again: int = 0


def read_phrase(phrase: str, wall: dt.datetime, prefer: Prefer) -> Said | dt.timedelta | None:
    """What the whole of `phrase` names at `wall` (naive): a day, a span from now, or None for anything else.

    Raises Misused for what is shaped like a date or a time and cannot be, OverflowError beyond years 1–9999.
    """
    text = tidied(phrase)
    if prefer == "future" and text.startswith(("at the ", "on the weekend")):
        text = "this weekend" if text.endswith("weekend") else text.removeprefix("at ")
    for word in ("on ", "by ", "until ", "till ") if prefer == "future" else ("on ",):
        text = text.removeprefix(word)
    today = wall.date()
    if not text or text in _DAYS:
        return Said(today + dt.timedelta(days=_DAYS[text])) if text else None
    if text in ("now", "just now", "right now"):
        return dt.timedelta()
    count, unit = _span(text)
    if unit in ("hour", "minute"):
        return dt.timedelta(minutes=count * (60 if unit == "hour" else 1))
    text, clock = split_clock(text)
    part = re.fullmatch(PART, text)
    named = _named_in_part(part, today, prefer) if part else None
    if not named and (text := (part["day"] or "") if part else text):
        named = _named(text.removeprefix("on "), today, prefer)
    elif not named and clock:
        named = _Named(today, 1)
    return _timed(named, clock, part["part"] if part else "", wall, prefer) if named else None


def _named_in_part(part: re.Match[str], today: dt.date, prefer: Prefer) -> _Named | None:
    """This morning, last night: days that only the part of the day makes into days."""
    if part["day"] == "this":
        return _Named(today)
    if part["day"] == "last" and part["part"] in ("evening", "night"):
        return _Named(today - dt.timedelta(days=1), 1 if prefer == "past" else 0)
    return None


def _named(text: str, today: dt.date, prefer: Prefer) -> _Named | None:
    """The day that `text` names without a part or a clock."""
    if text in _DAYS:
        return _Named(today + dt.timedelta(days=_DAYS[text]))
    count, unit = _span(text)
    if unit in _DAYS_IN:
        return _Named(today + dt.timedelta(days=count * _DAYS_IN[unit]))
    if unit in ("month", "year"):
        days = _month(today.year * 12 + today.month - 1 + count * (12 if unit == "year" else 1))
        return _Named(days[: today.day][-1])
    if match := re.fullmatch(_WEEKDAY, text) or re.fullmatch(_IN_WEEK, text):
        return _weekday(match, today, prefer)
    day = (_horizon(text, today) if prefer == "future" else None) or _calendar(text, today, prefer)
    return _Named(day) if day else None


def _span(text: str) -> tuple[int, str]:
    """How many of which unit lie between now and what `text` names: -3, day; no unit if it names no span."""
    match = re.fullmatch(_SPAN, text)
    unit = UNITS.get(match["unit"], "") if match else ""
    if match is None or not unit or match.group("ahead", "ago", "from_now").count(None) != 2:
        return 0, ""
    sign = -1 if match["ago"] else 1
    if match["half"]:
        return (sign * 30, "minute") if unit == "hour" else (0, "")
    count = match["count"].strip().removeprefix("N")
    return sign * (1 if count in ("a", "an") else int(count)), unit


def _weekday(match: re.Match[str], today: dt.date, prefer: Prefer) -> _Named | None:
    """A weekday near today, which may be today unless it is the last or the next one; see `_timed`."""
    number, week, which = int(match["day"]), match["week"], match.groupdict().get("which")
    if week:
        days = number - today.weekday() + {"last": -7, "this": 0, "next": 7}[week]
        return None if which else _Named(today + dt.timedelta(days=days))
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if which in ("last", "past"):
        return _Named(today - dt.timedelta(days=back or 7))
    if which in ("next", "coming"):
        again = 7 if ahead < (_SOON if which == "next" else 1) else 0
        return _Named(today + dt.timedelta(days=ahead + again))
    if which and prefer == "past" and number > today.weekday():
        return None
    return _Named(today + dt.timedelta(days=-back if prefer == "past" else ahead), 0 if which else 7)


def _horizon(text: str, today: dt.date) -> dt.date | None:
    """The last day of the week (Sunday), month or year in which something is promised, or a feast's."""
    if match := re.fullmatch(_END_OF_MONTH, text):
        month = int(match["month"])
        year = int(match["year"]) if match["year"] else today.year + (month < today.month)
        return _month(year * 12 + month - 1)[-1]
    match = re.fullmatch(_HORIZON, text)
    if not match or not (match["end"] or match["which"] in ("this ", "next ")):
        return named_ahead(text, today)
    coming = 1 if match["which"] == "next " else 0
    if match["unit"] == "week":
        return today + dt.timedelta(days=6 - today.weekday() + 7 * coming)
    if match["unit"] == "month":
        return _month(today.year * 12 + today.month - 1 + coming)[-1]
    return _month((today.year + coming) * 12 + 11)[-1]


def _calendar(text: str, today: dt.date, prefer: Prefer) -> dt.date | None:
    """A date in numbers or with its month by name; a weekday before it has to be the right one."""
    head, _, rest = text.partition(" ")
    weekday = int(head[1]) if re.fullmatch("W[0-6]", head) else None
    day = _date(text if weekday is None else rest, today, prefer)
    if day and weekday not in (None, day.weekday()):
        name, _, date = say_date_long(day).partition(" ")
        raise Misused(f"{date} is a {name}.", "Leave the weekday out, or give the year.")
    return day


def _date(text: str, today: dt.date, prefer: Prefer) -> dt.date | None:
    if match := re.fullmatch(_SLASHED, text):
        one, other = int(match["one"]), int(match["other"])
        month, day = (one, other) if one <= 12 else (other, one)
        if not match["year"]:
            is_plain = day > 12 >= month > 0 and text != _ALWAYS
            return _nearest(month, day, text, today, prefer) if is_plain else None
        if one != other and day <= 12:
            return None
        return _in_year(int(match["year"]), month, day, text)
    match = next(filter(None, (re.fullmatch(pattern, text) for pattern in _DATES)), None)
    found = match.groupdict("") if match else {}
    said = {name: int(digits) for name, digits in found.items() if digits.isdigit()}
    if "year" in said:
        return _in_year(said["year"], said["month"], said["day"], text)
    if not said or said.get("month", 1) not in range(1, 13):
        return None
    return _nearest(said.get("month"), said["day"], text, today, prefer)


def _in_year(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise impossible(f"{day} {MONTHS[month - 1]} {year:04}" if 1 <= month <= 12 else text) from None


def _nearest(month: int | None, number: int, text: str, today: dt.date, prefer: Prefer) -> dt.date:
    """The closest such day on the preferred side of today, today included; 29 February waits for its year."""
    if not 1 <= number <= (len(month_days(f"2024-{month:02}")) if month else 31):
        raise impossible(f"{number} {MONTHS[month - 1]}" if month else text.removeprefix("the "))
    count = today.year * 12 + (month or today.month) - 1
    step = (12 if month else 1) * (-1 if prefer == "past" else 1)
    while True:
        days = _month(count)
        if number <= len(days) and (days[number - 1] <= today if step < 0 else days[number - 1] >= today):
            return days[number - 1]
        count += step


def _month(count: int) -> tuple[dt.date, ...]:
    """The days of a month, counted from January of the year 0."""
    year, index = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return month_days(f"{year:04}-{index + 1:02}")


def _timed(
    named: _Named, match: re.Match[str] | None, part: str, wall: dt.datetime, prefer: Prefer
) -> Said | None:
    """The day with its clock; moved to the preferred side of now where the phrase leaves that open."""
    clock = read_time(match, part) if match else None
    if match and not clock:
        return None
    first, last = HOURS[part]
    nights = 1 if clock and part == "night" and clock.hour < 5 else 0
    hours = 24 * (named.day - wall.date()).days
    starts = (hours + 24 * nights + clock.hour, clock.minute) if clock else (hours + first, 0)
    ends = starts if clock else (hours + last - 1, 59)
    day, now = named.day, (wall.hour, wall.minute)
    is_bare = not clock and not part and day == wall.date()  # who means today does not name its weekday
    if prefer == "past" and starts > now:
        day -= dt.timedelta(days=named.again)
    elif prefer == "future" and (ends < now or is_bare):
        day += dt.timedelta(days=named.again)
    said = None if clock else next((one for one in PARTS_OF_DAY if one == part), None)
    return Said(day + dt.timedelta(days=nights), clock, said)
