"""The month by name, and twelve months as a row of bars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from netjournal.language.days.calendars import bars
from netjournal.language.days.words import add_months, say_month

_CELL = 3
_MONTHS = 12


def months_around(month: str, this: str) -> tuple[str, ...]:
    """Twelve months with `month` (2026-11) among them: the last twelve up to `this`, else as near to them as
    can be.
    """
    end = max(month, min(this, add_months(month, _MONTHS - 1)))
    return tuple(add_months(end, number - _MONTHS + 1) for number in range(_MONTHS))


def by_month(days: Mapping[dt.date, int], months: Iterable[str]) -> dict[str, int]:
    """How much was written in each of these months, counted by day in `days`."""
    counts = dict.fromkeys(months, 0)
    for day, count in days.items():
        month = day.isoformat()[:7]
        if month in counts:
            counts[month] += count
    return counts


class MonthStrip(Widget):
    """The name of the month one is in; under it each month's letter, and a bar for how much was written."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"months--title", "months--letter", "months--bar", "months--here"}
    DEFAULT_CSS = """
    MonthStrip {
        height: 3;
        width: 40;
        & > .months--title { color: $foreground; text-style: bold; }
        & > .months--letter { color: $text-muted; }
        & > .months--bar { color: $text-disabled; }
        & > .months--here { color: $text-accent; text-style: bold; }
    }
    """

    month: reactive[str] = reactive("2000-01")
    counts: reactive[Mapping[str, int]] = reactive(dict)
    """The months shown, in order, and how much was written in each."""

    class Chosen(Message):
        """A month was clicked."""

        def __init__(self, month: str) -> None:
            super().__init__()
            self.month = month

    def on_click(self, event: Click) -> None:
        """A click goes to the month."""
        months, number = tuple(self.counts), event.x // _CELL
        if event.y > 0 and number < len(months):
            self.post_message(self.Chosen(months[number]))

    def render_line(self, y: int) -> Strip:
        """Draw the name, the letters or the bars."""
        width, base = self.size.width, self.rich_style
        if y == 0:
            title = Segment(f" {say_month(self.month)}", self._style("title"))
            return Strip([title]).adjust_cell_length(width, base)
        if y == 1:
            signs, style = "".join(say_month(month)[0] for month in self.counts), self._style("letter")
        else:
            signs, style = bars(tuple(self.counts.values())), self._style("bar")
        here = self._style("here")
        segments = []
        for month, sign in zip(self.counts, signs, strict=True):
            is_here = month == self.month
            shown = f"[{sign}]" if is_here and y == 1 else f" {sign} "
            segments.append(Segment(shown, here if is_here else style))
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.rich_style + self.get_component_rich_style(f"months--{name}", partial=True)
