"""How much happened, as signs: the mark of a day, the bar of a month, and calendars as lines of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from netjournal.language.day_words import MONTHS, WEEKDAYS
from netjournal.language.weeks import month_weeks, week_number, weekday_order

BARS = "▁▂▃▄▅▆▇█"
_BESIDE = 3
_GAP = "    "


def mark(count: int) -> str:
    """How much happened on a day, readable without colour: ``·`` one, ``:`` two or three, ``⁝`` more."""
    return " " if count == 0 else "·" if count == 1 else ":" if count <= 3 else "⁝"


def bars(counts: Sequence[int]) -> str:
    """A sign for each count, from ``▁`` to ``█`` for the largest; a space for nothing."""
    most = max(counts, default=0)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else " " for count in counts)


def weekday_names(first: str) -> tuple[str, ...]:
    """Mo, Tu, … in the order of a week that begins on `first`."""
    return tuple(WEEKDAYS[number][:2] for number in weekday_order(first))


def month_lines(
    month: str, counts: Mapping[dt.date, int], today: dt.date, *, first: str, numbers: bool = False
) -> Iterator[str]:
    """A month (2026-11) as a calendar 35 columns wide: ``17:`` with its mark, today as ``‹18›``.

    With `numbers` each week has its ISO number before it, in four columns more.
    """
    yield (_GAP * numbers + "".join(f" {name}  " for name in weekday_names(first))).rstrip()
    for week in month_weeks(month, first):
        number = f"{week_number(week):>2}  " if numbers else ""
        yield (number + "".join(_framed(day, counts, today) for day in week)).rstrip()


def year_lines(year: int, counts: Mapping[dt.date, int], *, first: str) -> Iterator[str]:
    """A year as twelve calendars, three beside each other, 71 columns wide."""
    blocks = [_block(f"{year:04}-{number:02}", counts, first) for number in range(1, 13)]
    for start in range(0, len(blocks), _BESIDE):
        if start:
            yield ""
        for parts in zip_longest(*blocks[start : start + _BESIDE], fillvalue=""):
            yield _GAP.join(f"{part:<21}" for part in parts).rstrip()


def _block(month: str, counts: Mapping[dt.date, int], first: str) -> list[str]:
    names = " ".join(weekday_names(first))
    weeks = ("".join(_cell(day, counts) for day in week) for week in month_weeks(month, first))
    return [MONTHS[int(month[5:]) - 1], names, *weeks]


def _cell(day: dt.date | None, counts: Mapping[dt.date, int]) -> str:
    return "   " if day is None else f"{day.day:>2}{mark(counts.get(day, 0))}"


def _framed(day: dt.date | None, counts: Mapping[dt.date, int], today: dt.date) -> str:
    return f"‹{_cell(day, counts)}›" if day == today else f" {_cell(day, counts)} "
