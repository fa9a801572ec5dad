"""The days that a word of a filter names: one, or those of a week, a month or a year."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from netjournal.language.days.dates import month_days, read_month, understand

Span = tuple[date, date]

_YEARS = {"last year": -1, "this year": 0, "next year": 1}
_WEEKS = {"last week": -7, "this week": 0, "next week": 7}


def read_span(phrase: str, now: datetime) -> Span | None:
    """The first and the last of the days that `phrase` names at `now`, None if it names none.

    A day as `understand` reads it, looking back; a month as `read_month` does; 2026, last year; last week and
    2026-W47, from Monday to Sunday; or two of these as ``nov 3..nov 8``. Raises Misused for 31 feb.
    """
    begin, dots, end = phrase.partition("..")
    if not dots:
        return _span(" ".join(phrase.lower().split()), now)
    first, last = _span(" ".join(begin.lower().split()), now), _span(" ".join(end.lower().split()), now)
    return (first[0], last[1]) if first and last else None


def read_week(phrase: str, now: datetime) -> str | None:
    """The week (2026-W45) that `phrase` names at `now`, None if it names none.

    Last, this or next week, the word week said or not; 2026-W45, or W45, the latest such that has begun; or
    the week of a day as `understand` reads it, looking back. Raises Misused for 31 feb.
    """
    text = " ".join(phrase.lower().split())
    text = f"{text} week" if f"{text} week" in _WEEKS else text
    if bare := re.fullmatch("(?:week |w)([0-9]{1,2})", text):
        number = int(bare[1])
        year, running, _ = now.isocalendar()
        text = f"{year - (number > running):04}-w{number}"
    span = _span(text, now)
    if span is None or (span[1] - span[0]).days not in (0, 6):
        return None
    year, number, _ = span[0].isocalendar()
    return f"{year:04}-W{number:02}"


def _span(text: str, now: datetime) -> Span | None:
    year = now.year + _YEARS[text] if text in _YEARS else 0
    if re.fullmatch("[0-9]{4}", text) and text.isascii():
        year = int(text)
    if 1 <= year <= 9999:
        return date(year, 1, 1), date(year, 12, 31)
    if text in _WEEKS:
        monday = now.date() + timedelta(days=_WEEKS[text] - now.weekday())
        return monday, monday + timedelta(days=6)
    if week := re.fullmatch("([0-9]{4})-?w([0-9]{1,2})", text):
        return _week(int(week[1]), int(week[2]))
    if month := read_month(text, now):
        days = month_days(month)
        return days[0], days[-1]
    moment = understand(text, now, "past")
    return (moment.date, moment.date) if moment else None


def _week(year: int, number: int) -> Span | None:
    try:
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    except (ValueError, OverflowError):
        return None
