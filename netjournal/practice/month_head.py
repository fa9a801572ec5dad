"""What a page of days is, and the head of a month's: one's own words and the themes (reflection.md §2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.days.words import month_days
from netjournal.model import Acquaintance, Interaction
from netjournal.practice.month_material import Counts, Material, moods, visits
from netjournal.practice.month_numbers import theme_lines
from netjournal.practice.quoting import Quote, quotes
from netjournal.settings import DEFAULTS, Numbers

_A_WEEK = 7
_YOUNG = dt.timedelta(days=3)


class Line(NamedTuple):
    """Something to show, in words, with a label; `behind` are the ids of the entries it comes from."""

    key: str
    label: str
    words: str
    behind: tuple[str, ...] = ()


class MonthPage(NamedTuple):
    """The page of a month or a week: its name, one's own words, and what else there is, in its order."""

    title: str
    quotes: tuple[Quote, ...]
    lines: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.quotes or self.lines)


def head(
    entries: Sequence[Interaction],
    awake: Mapping[str, Acquaintance],
    by: Numbers = DEFAULTS.numbers,
    today: dt.date = dt.date.max,
    unquoted: Collection[str] = (),
) -> MonthPage:
    """What a month begins with on the Timeline: one's own words and the themes, from its entries alone.

    The words are those of the month's page; those of the last three days stand right below, so that they are
    left out unless they were picked. Nothing in the first week of a month, nor of the entries in `unquoted`.
    """
    visited = visits(entries)
    is_running = any((entry.date.year, entry.date.month) == (today.year, today.month) for entry in entries)
    if is_running and today.day <= _A_WEEK:
        return MonthPage("", (), ())
    picked = {entry.id for entry in entries if entry.reflection and entry.reflection.quoted}
    counts = Counts(themes=visited, moods=moods(entries), by=by)
    themes = [Line(*one) for one in theme_lines(counts, Counts(by=by))]
    material = Material(entries=entries, awake=awake, unquoted=unquoted)
    of_page = quotes(material, *_ends(entries[0].month)) if entries else ()
    own = tuple(one for one in of_page if not is_running or one.day <= today - _YOUNG or one.entry in picked)
    return MonthPage("", own, tuple(themes))


def _ends(month: str) -> tuple[dt.date, dt.date]:
    days = month_days(month)
    return days[0], days[-1]
