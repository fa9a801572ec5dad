"""The days of a month in words: a heading for each, and its entries under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from netjournal.language.days.words import say_month
from netjournal.model import Interaction
from netjournal.tui.entries import EntryRow
from netjournal.tui.text import Line, span
from netjournal.tui.widgets.row import Row, Written


def day_rows(
    entries: Sequence[Interaction], names: Mapping[str, str], here: dt.date | None, today: dt.date
) -> list[Row]:
    """The days on which anything happened, and the day `here` if there is one, the newest first.

    One comes to write about today, or walks back from it, so it stands at the top. A day itself reads as it
    was lived; a whole month does so in the shell and on paper, which are read from one end to the other.
    """
    by_day = {day: list(found) for day, found in groupby(entries, lambda entry: entry.date)}
    rows: list[Row] = []
    for day in sorted({*by_day, *filter(None, (here,))}, reverse=True):
        rows += one_day(day, by_day.get(day, ()), names, today)
    return rows


def one_day(
    day: dt.date,
    entries: Iterable[Interaction],
    names: Mapping[str, str],
    today: dt.date,
    *,
    nothing: str = "",
) -> list[Row]:
    """A day's heading and its entries, or that there are none, in the words `nothing` if there are any."""
    rows: list[Row] = [EntryRow(entry, names, today) for entry in entries]
    if not rows:
        lines = [(span(nothing or _nothing(day, today), "faint"),), ()]
        rows = [Written(empty_key(day), lines, heading=False)]
    return [Written(day.isoformat(), [_heading(day, today), ()]), *rows]


def empty_key(day: dt.date) -> str:
    """The key of the row that says that nothing is written on a day."""
    return f"{day}-empty"


def _heading(day: dt.date, today: dt.date) -> Line:
    said = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    year = "" if day.year == today.year else f" {day.year}"
    return (span(f"{said}{day:%A} {day.day} {say_month(day.isoformat()[:7]).split()[0]}{year}", "accent"),)


def _nothing(day: dt.date, today: dt.date) -> str:
    return "Nothing written yet. l logs a line." if day == today else "Nothing written."
