"""Days and months in words, as people say them; English, whatever the locale."""

from __future__ import annotations

import calendar
import datetime as dt

from netjournal.model import PartOfDay

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def say_day(day: dt.date, today: dt.date) -> str:
    """Tue 17 Nov; in another year than today's, Mon 3 Mar 2025."""
    words = f"{_weekday(day)[:3]} {day.day} {_month(day)[:3]}"
    return words if day.year == today.year else f"{words} {day.year:04}"


def say_date_long(day: dt.date) -> str:
    """Tuesday 17 November 2026."""
    return f"{_weekday(day)} {day.day} {_month(day)} {day.year:04}"


def say_near(day: dt.date, today: dt.date) -> str:
    """Today, yesterday and tomorrow by that name, any other day as `say_day`."""
    return _NEAR.get((day - today).days) or say_day(day, today)


def say_ago(day: dt.date, today: dt.date) -> str:
    """How long ago, or how soon: yesterday, 3 days ago, 3 weeks ago, in March, in March 2025, 2 years ago.

    Days are counted up to 13, weeks (to the nearest) up to 8; then the month is named, without its year if it
    comes but once within eleven months; from two years on, years are counted (to the nearest). A day to come
    is in 3 days, in 3 weeks, in March, in 2 years.
    """
    days = abs((day - today).days)
    months = abs((day.year - today.year) * 12 + day.month - today.month)
    if days <= 1:
        return _NEAR[(day - today).days]
    if days < 60:
        span = f"{days} days" if days < 14 else f"{(days + 3) // 7} weeks"
    elif months < 24:
        return f"in {_month(day)}" if months < 12 else f"in {_month(day)} {day.year:04}"
    else:
        span = f"{(months + 6) // 12} years"
    return f"{span} ago" if day < today else f"in {span}"


def say_due(day: dt.date, today: dt.date) -> str:
    """When something is due: today, tomorrow, Fri (within six days), Tue 1 Dec; was Tue 17 Nov."""
    days = (day - today).days
    if days < 0:
        return f"was {say_day(day, today)}"
    return _weekday(day)[:3] if 1 < days < 7 else say_near(day, today)


def say_part(part: PartOfDay) -> str:
    """In the morning, at night."""
    return "at night" if part == "night" else f"in the {part}"


def say_month(month: str) -> str:
    """2026-11 as November 2026."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day of another year, within the calendar; from 29 February to the 28th where there is none."""
    year = max(dt.MINYEAR, min(day.year + years, dt.MAXYEAR))
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def add_months(month: str, n: int) -> str:
    """The month (2026-11) `n` months later, or earlier; no earlier than 0001-01, no later than 9999-12."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + n
    year, index = divmod(min(max(count, 12), 9999 * 12 + 11), 12)
    return f"{year:04}-{index + 1:02}"


def month_days(month: str) -> tuple[dt.date, ...]:
    """Every day of the month (2026-11), in order."""
    year, number = int(month[:4]), int(month[5:])
    return tuple(dt.date(year, number, day + 1) for day in range(calendar.monthrange(year, number)[1]))


def _weekday(day: dt.date) -> str:
    return WEEKDAYS[day.weekday()]


def _month(day: dt.date) -> str:
    return MONTHS[day.month - 1]
