"""How much happened, as signs: the mark of a day, the bar of a month, and calendars as lines of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from netjournal.language.days.weeks import month_weeks, week_number, weekday_order
from netjournal.language.days.words import MONTHS, WEEKDAYS

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


def year_lines(
    year: int, counts: Mapping[dt.date, int], today: dt.date, *, first: str, numbers: bool = False
) -> Iterator[str]:
    """A year as twelve calendars, three beside each other, at most 78 columns wide; today as ``‹18·›``.

    With `numbers` each week has its ISO number before it.
    """
    months = [f"{year:04}-{number:02}" for number in range(1, 13)]
    blocks = [_block(month, counts, today, first, numbers) for month in months]
    columns = [blocks[start::_BESIDE] for start in range(_BESIDE)]
    widths = [max(len(line) for block in column for line in block) for column in columns]
    for start in range(0, len(blocks), _BESIDE):
        if start:
            yield ""
        for parts in zip_longest(*blocks[start : start + _BESIDE], fillvalue=""):
            padded = (f"{part:<{width}}" for part, width in zip(parts, widths, strict=True))
            yield (_GAP[:2] if numbers else _GAP).join(padded).rstrip()


def _block(month: str, counts: Mapping[dt.date, int], today: dt.date, first: str, numbers: bool) -> list[str]:
    """A month in columns of three, but for the one that today is in."""
    weeks = month_weeks(month, first)
    wide = {column for week in weeks for column, day in enumerate(week) if day == today}
    lines = [MONTHS[int(month[5:]) - 1]]
    for week in (None, *weeks):
        line = "   " if numbers else ""
        if week is None:
            cells = [f"{name} " for name in weekday_names(first)]
        else:
            line = f"{week_number(week):>2} " if numbers else ""
            cells = [_cell(day, counts) for day in week]
        for column, cell in enumerate(cells):
            is_today = week is not None and week[column] == today
            line += (f"‹{cell}›" if is_today else f" {cell} ") if column in wide else cell
        lines.append(line)
    return lines


def _cell(day: dt.date | None, counts: Mapping[dt.date, int]) -> str:
    return "   " if day is None else f"{day.day:>2}{mark(counts.get(day, 0))}"


def _framed(day: dt.date | None, counts: Mapping[dt.date, int], today: dt.date) -> str:
    return f"‹{_cell(day, counts)}›" if day == today else f" {_cell(day, counts)} "
