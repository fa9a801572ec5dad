"""Days that are named for what is ahead of them: weekends and feasts, by which something is promised.

| words                                | day                                                    |
|--------------------------------------|--------------------------------------------------------|
| the weekend                          | the Saturday on which it begins                        |
| this weekend, next weekend, weekend  | the Sunday of this week, of the next                   |
| christmas, new year, easter          | 24 December, 31 December, Easter Sunday (Gregorian)    |
| christmas day, new year's day        | 25 December, 1 January                                 |
| monday week                          | the Monday a week after the coming one                 |

Spring and summer are none: they come at other times on the other half of the earth.
"""

from __future__ import annotations

import datetime as dt
import re

NAMED = ("christmas", "easter", "new", "weekend")
"""How such a phrase may begin that goes with a thing as well: easter eggs, a weekend trip."""

_SATURDAY = 5
_FEASTS = (
    r"(?P<feast>christmas|easter|new (?:year|year['’]?s))(?: (?P<is_day>day))?(?: (?P<year>[1-9][0-9]{3}))?"
)


def named_ahead(text: str, today: dt.date) -> dt.date | None:
    """The day that the whole of `text` (`tidied`) names ahead of `today`; None for anything else."""
    if text.endswith("weekend"):
        return _weekend(text.removesuffix("weekend").strip(), today)
    if text.endswith(" week") and (week := re.fullmatch("W([0-6]) week", text)):
        ahead = (int(week[1]) - today.weekday()) % 7 or 7
        return today + dt.timedelta(days=ahead + 7)
    found = re.fullmatch(_FEASTS, text) if text.startswith(NAMED) else None
    if found is None:
        return None
    if found["year"]:
        return _feast(found, int(found["year"]))
    days = (_feast(found, today.year + later) for later in (0, 1))
    return next(day for day in days if day >= today)


def _weekend(which: str, today: dt.date) -> dt.date | None:
    if which == "the":
        return today + dt.timedelta(days=(_SATURDAY - today.weekday()) % 7)
    if which not in ("", "this", "next", "coming", "the coming", "the next"):
        return None
    sunday = today + dt.timedelta(days=6 - today.weekday())
    return sunday + dt.timedelta(days=7) if which == "next" else sunday


def _feast(found: re.Match[str], year: int) -> dt.date:
    if found["feast"] == "easter":
        return _easter(year)
    eve = dt.date(year, 12, 24) if found["feast"] == "christmas" else dt.date(year, 12, 31)
    is_day = bool(found["is_day"])
    if is_day and eve.day == 31:
        return dt.date(year, 1, 1)
    return eve + dt.timedelta(days=is_day)


def _easter(year: int) -> dt.date:
    """Easter Sunday, after Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
