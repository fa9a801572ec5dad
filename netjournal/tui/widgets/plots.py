"""Figures as rows: a label, a sign for each month, and the number of all; one column is under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netjournal.language.days.words import say_month
from netjournal.practice.insights import Group, Insights, Series
from netjournal.tui.text import Line, Span, fit, span, width_of, wrap
from netjournal.tui.widgets.row import Row

_LABEL = 29
_FOLDED = 2
_INDENT = 2
_GAP = 2
_NUMBER = 19


class Columns(NamedTuple):
    """Where the months stand in a row of some width: from the cell `start` on, `step` cells each.

    Where there is no room beside a label they are `folded` below it.
    """

    start: int
    step: int
    folded: bool


def columns(width: int, months: int) -> Columns:
    """The columns for so many months."""
    for step in (2, 1):
        if _LABEL + step * months + _GAP + _NUMBER <= width:
            return Columns(_LABEL, step, folded=False)
    return Columns(_FOLDED, 2 if _FOLDED + 2 * months <= width else 1, folded=True)


def letters(months: Sequence[str], column: int, width: int) -> Line:
    """The first letter of each month over its column, the one under the cursor underlined."""
    place = columns(width, len(months))
    spans: list[Span] = [Span(" " * place.start, "text")]
    for number, month in enumerate(months):
        spans.append(span(say_month(month)[0], "here" if number == column else "muted"))
        spans.append(Span(" " * (place.step - 1), "text"))
    if place.folded:
        right = (Span("all", "here" if column == len(months) else "muted"),)
        spans.append(Span(" " * max(1, width - width_of(spans) - width_of(right)), "text"))
        return fit((*spans, *right), width)
    spans += [Span(" " * _GAP, "text"), Span("in all", "here" if column == len(months) else "muted")]
    return fit(spans, width)


class GroupRow(Row):
    """The title of a group, with what is said of it in words."""

    def __init__(self, group: Group, *, first: bool) -> None:
        super().__init__(f"group {group.key}", heading=True)
        self._group = group
        self._first = first

    def lines(self, width: int) -> Sequence[Line]:
        """An empty line before all but the first."""
        title, words = span(self._group.title, "strong"), self._group.words
        beside = (title, span(f"   {words}", "muted"))
        if not words or width_of(beside) <= width:
            lines: list[Line] = [beside if words else (title,)]
        else:
            lines = [*wrap((title,), width), *wrap((span(words, "muted"),), width, indent=_INDENT)]
        return lines if self._first else [(), *lines]


class SeriesRow(Row):
    """One figure over the months; `column` is the month under the cursor, their count for all of them."""

    def __init__(self, series: Series, signs: Sequence[str], column: int) -> None:
        super().__init__(series.key)
        self._series = series
        self._signs = signs
        self._column = column

    def lines(self, width: int) -> Sequence[Line]:
        """One line, or two where it is narrow."""
        place = columns(width, len(self._signs))
        label = span(f"{' ' * _INDENT}{self._series.label}")
        here = self._column == len(self._signs)
        number = span(self._series.whole.text, "accent" if here else "text")
        if not place.folded:
            left = fit((label,), place.start)
            return [(*left, *self._plot(place.step), Span(" " * _GAP, "text"), number)]
        room = width - width_of((number,)) - 1
        first = (*fit((label,), room), Span(" ", "text"), number)
        if not any(map(str.strip, self._signs)):
            return [first]
        return [first, (Span(" " * place.start, "text"), *self._plot(place.step))]

    def _plot(self, step: int) -> Line:
        """The signs; that of the month under the cursor is the only one in another style."""
        signs = [f"{sign:<{step}}" for sign in self._signs]
        column = self._column
        before, here, after = "".join(signs[:column]), signs[column : column + 1], signs[column + 1 :]
        spans = (span(before, "muted"), span("".join(here), "accent"), span("".join(after), "muted"))
        return tuple(part for part in spans if part.text)


def plot_rows(found: Insights, column: int) -> list[Row]:
    """All groups with their figures."""
    rows: list[Row] = []
    for group in found.groups:
        rows.append(GroupRow(group, first=not rows))
        rows += [SeriesRow(series, group.signs(series), column) for series in group.series]
    return rows
