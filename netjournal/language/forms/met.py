"""When one met somebody, as one knows it: to the day, or after years only the month or the year."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypedDict

from netjournal.errors import Misused
from netjournal.language.days.dates import month_days, read_month
from netjournal.language.days.words import say_date_long, say_month
from netjournal.language.forms.values import read_day, write_day
from netjournal.model import Met, Within

_LIKE = "Write a day like 17 November 2026, or no more than you know: May 2006, or 2006."

_LETTERS = {"day": 10, "month": 7, "year": 4}
"""How much of the day's ISO form is known."""


class When(TypedDict):
    """The fields of `Met` that say when it was."""

    date: date | None
    within: Within


def read_met(typed: str, label: str, now: datetime) -> When:
    """A year, ``May 2006``, or a day as `read_day` reads it. Raises Misused that names the field."""
    text = re.sub(r"(?i)\A(?:in|since)\s+", "", typed.strip())
    if len(text) == 4 and text.isascii() and text.isdecimal() and int(text):
        return When(date=date(int(text), 1, 1), within="year")
    try:
        month = read_month(text, now)
    except Misused as error:
        raise Misused(f"{label}: {error.message}", error.hint) from None
    if month is not None:
        return When(date=month_days(month)[0], within="month")
    return When(date=read_day(typed, label, now, like=_LIKE), within="day")


def write_met(met: Met | None) -> str:
    """As it is typed: ``2006``, ``May 2006`` or ``17 May 2006``; empty where it is not known."""
    if met is None or met.date is None or met.within == "day":
        return write_day(met.date if met else None)
    return _coarsely(met.date, met.within)


def say_when_met(met: Met) -> str:
    """``2006``, ``May 2006`` or ``Wednesday 17 May 2006``; empty where it is not known."""
    if met.date is None:
        return ""
    return say_date_long(met.date) if met.within == "day" else _coarsely(met.date, met.within)


def may_be_one_day(met: Met, also: Met) -> bool:
    """Whether both say when it was, and one perhaps more exactly what the other says."""
    letters = min(_LETTERS[met.within], _LETTERS[also.within])
    return met.date is not None and str(met.date)[:letters] == str(also.date)[:letters]


def finer(met: Met, also: Met) -> Met:
    """The one that says more exactly when it was; `met` if they say another day, or the same."""
    if met.date is None:
        return also
    return also if may_be_one_day(met, also) and _LETTERS[also.within] > _LETTERS[met.within] else met


def _coarsely(day: date, within: Within) -> str:
    return f"{day.year:04}" if within == "year" else say_month(day.isoformat()[:7])
