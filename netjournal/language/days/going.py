"""Where one wants to go in time, in words: a day, a month, a year, or days in between."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from netjournal.errors import Misused
from netjournal.language.days.spans import Span, read_span
from netjournal.language.days.words import month_days, say_ago, say_date_long, say_day, say_month

HINT = "Write mar 2025, last friday, 3 weeks ago or 2026-11-03."


class Aim(NamedTuple):
    """Where a phrase leads: the day to go to, and in words what was understood."""

    day: dt.date
    words: str


def read_days(phrase: str, now: dt.datetime) -> Span:
    """The first and the last of the days that `phrase` names, looking back from `now`, as in a filter.

    Raises Misused for anything else.
    """
    span = read_span(phrase, now)
    if span is None:
        raise Misused("No day that I know.", HINT)
    return span


def aim(span: Span, last_lived: dt.date | None, today: dt.date) -> Aim:
    """The only day of a span; of a longer one the last on which anything happened, else its first."""
    first, last = span
    if first == last:
        ago = say_ago(first, today)
        return Aim(first, say_date_long(first) + (f", {ago}" if ago else ""))
    words = _say_span(first, last, today)
    if last_lived is None:
        return Aim(first, f"{words}: nothing is written there")
    return Aim(last_lived, f"{words}, to {say_day(last_lived, today)}")


def _say_span(first: dt.date, last: dt.date, today: dt.date) -> str:
    if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
        return f"{first.year:04}"
    month = first.isoformat()[:7]
    if (first, last) == (month_days(month)[0], month_days(month)[-1]):
        return say_month(month)
    return f"{say_day(first, today)} to {say_day(last, today)}"
