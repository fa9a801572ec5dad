"""Weeks: on which day they begin, and how the days of a month and of a year lie in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from netjournal.language.days.words import month_days

FirstDay = Literal["monday", "sunday", "saturday"]
Week = tuple[dt.date | None, ...]
"""Seven days, None where one is outside the month or year."""

_NUMBERS: Mapping[str, int] = {"monday": 0, "saturday": 5, "sunday": 6}
_SATURDAY = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP"
    " PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)
_THURSDAY = 3


def first_day_of(locale: str) -> FirstDay:
    """The day on which weeks begin where a POSIX locale (``pt_BR.UTF-8``) is at home; else Monday.

    Source: the week data of Unicode CLDR 44. Friday, of the Maldives alone, is not known.
    """
    territory = locale.partition(".")[0].partition("@")[0].partition("_")[2].upper()
    if territory in _SUNDAY.split():
        return "sunday"
    return "saturday" if territory in _SATURDAY.split() else "monday"


def locale_of(environment: Mapping[str, str]) -> str:
    """The locale that says how dates are written: LC_ALL, else LC_TIME, else LANG; empty for none."""
    return next((environment[name] for name in ("LC_ALL", "LC_TIME", "LANG") if environment.get(name)), "")


def weekday_order(first: str) -> tuple[int, ...]:
    """The weekdays (Monday is 0) in the order of a week that begins on `first`."""
    start = _NUMBERS.get(first, 0)
    return tuple((start + number) % 7 for number in range(7))


def month_weeks(month: str, first: str) -> list[Week]:
    """The weeks of a month (2026-11), four to six."""
    return _weeks(month_days(month), first)


def year_weeks(year: int, first: str) -> list[Week]:
    """The weeks of a year, 53 or, with a leap year that begins on a week's last day, 54."""
    days = [day for number in range(1, 13) for day in month_days(f"{year:04}-{number:02}")]
    return _weeks(days, first)


def week_number(week: Week) -> int:
    """The ISO 8601 number of a week: that of the one its Thursday is in."""
    for position, day in enumerate(week):
        if day is not None:
            ordinals = (day.toordinal() + number - position for number in range(7))
            thursdays = (ordinal for ordinal in ordinals if (ordinal - 1) % 7 == _THURSDAY)
            thursday = next(thursdays, day.toordinal())
            return dt.date.fromordinal(max(1, min(thursday, dt.date.max.toordinal()))).isocalendar().week
    return 0


def _weeks(days: tuple[dt.date, ...] | list[dt.date], first: str) -> list[Week]:
    before = (days[0].weekday() - _NUMBERS.get(first, 0)) % 7
    cells: list[dt.date | None] = [None] * before + list(days)
    cells += [None] * (-len(cells) % 7)
    return [tuple(cells[number : number + 7]) for number in range(0, len(cells), 7)]
