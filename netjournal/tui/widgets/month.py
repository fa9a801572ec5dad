"""The month as a grid one walks in, or as a strip of days where there is little room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from netjournal.language.day_words import month_days, say_month

_CELL = 5
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_FIRST_DAY = {"monday": 0, "saturday": 5, "sunday": 6}


def mark(count: int) -> str:
    """How much happened on a day, readable without colour: ``·`` one, ``:`` two or three, ``⁝`` more."""
    return " " if count == 0 else "·" if count == 1 else ":" if count <= 3 else "⁝"


class MonthGrid(Widget, can_focus=True):
    """A cursor on a day of a month; arrows walk by day and week, over the edges into the next month."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk(-1)", "Day before", show=False),
        Binding("right", "walk(1)", "Day after", show=False),
        Binding("up,k", "walk(-7)", "Week before", show=False),
        Binding("down,j", "walk(7)", "Week after", show=False),
        Binding("home", "edge(0)", "First of the month", show=False),
        Binding("end", "edge(-1)", "Last of the month", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--title",
        "month--weekday",
        "month--day",
        "month--quiet",
        "month--some",
        "month--more",
        "month--most",
        "month--cursor",
    }
    DEFAULT_CSS = """
    MonthGrid {
        height: 8;
        width: 37;
        & > .month--title { color: $foreground; text-style: bold; }
        & > .month--weekday { color: $text-muted; }
        & > .month--day { color: $foreground; }
        & > .month--quiet { color: $text-muted; }
        & > .month--some { background: $day-some; }
        & > .month--more { background: $day-more; }
        & > .month--most { background: $day-most; }
        & > .month--cursor { text-style: bold; color: $text-accent; }
        &:focus > .month--cursor { text-style: bold reverse; }
    }
    MonthGrid.-strip { height: 1; width: 1fr; }
    """

    day: reactive[dt.date] = reactive(dt.date(2000, 1, 1), init=False)
    counts: reactive[Mapping[dt.date, int]] = reactive(dict)
    today: reactive[dt.date | None] = reactive(None)

    class Moved(Message):
        """The cursor went to another day."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: dt.date, *, week_starts: str = "monday", id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(MonthGrid.day, day)
        self._first_day = _FIRST_DAY[week_starts]

    def watch_day(self, day: dt.date) -> None:
        """Say where the cursor went."""
        self.post_message(self.Moved(day))

    def action_walk(self, days: int) -> None:
        """Go some days on; in the strip, up and down are the other days of the week as well."""
        self.day = _shifted(self.day, days)

    def action_edge(self, position: int) -> None:
        """Go to the first or the last day of the month."""
        self.day = month_days(self.day.isoformat()[:7])[position]

    def on_click(self, event: Click) -> None:
        """A click goes to the day."""
        days = self._strip() if self._is_strip else self._weeks()[event.y - 2] if event.y >= 2 else []
        number = self._strip_position(event.x) if self._is_strip else event.x // _CELL
        if 0 <= number < len(days) and (day := days[number]) is not None:
            self.day = day

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Six weeks, the names of the days and the title; or one line."""
        return 1 if self._is_strip else 8

    def render_line(self, y: int) -> Strip:
        """Draw one line of the grid."""
        width, base = self.size.width, self.rich_style
        if self._is_strip:
            return self._strip_line().adjust_cell_length(width, base)
        if y == 0:
            title = Segment(say_month(self.day.isoformat()[:7]), base + self._style("title"))
            return Strip([Segment(" ", base), title]).adjust_cell_length(width, base)
        if y == 1:
            names = (_DAYS[(self._first_day + number) % 7] for number in range(7))
            line = "".join(f"{name:>{_CELL - 2}}  " for name in names)
            return Strip([Segment(line, base + self._style("weekday"))]).adjust_cell_length(width, base)
        weeks = self._weeks()
        if y - 2 >= len(weeks):
            return Strip.blank(width, base)
        return Strip([self._cell(day) for day in weeks[y - 2]]).adjust_cell_length(width, base)

    @property
    def _is_strip(self) -> bool:
        return self.has_class("-strip")

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"month--{name}", partial=True)

    def _cell(self, day: dt.date | None) -> Segment:
        """``[17⁝]`` under the cursor, `` 17⁝ `` elsewhere."""
        base = self.rich_style
        if day is None:
            return Segment(" " * _CELL, base)
        count = self.counts.get(day, 0)
        shade = "most" if count > 3 else "more" if count > 1 else "some" if count else "quiet"
        style = base + self._style("day") + self._style(shade)
        left, right = ("[", "]") if day == self.day else ("‹", "›") if day == self.today else (" ", " ")
        if day == self.day:
            style += self._style("cursor")
        return Segment(f"{left}{day.day:>2}{mark(count)}{right}", style)

    def _weeks(self) -> list[list[dt.date | None]]:
        days = month_days(self.day.isoformat()[:7])
        before = (days[0].weekday() - self._first_day) % 7
        cells: list[dt.date | None] = [None] * before + list(days)
        cells += [None] * (-len(cells) % 7)
        return [cells[number : number + 7] for number in range(0, len(cells), 7)]

    def _strip(self) -> list[dt.date | None]:
        """As many days around the cursor as fit."""
        fitting = max(1, (self.size.width - len("Nov ‹  ›")) // _CELL)
        before = fitting // 2
        return [_shifted(self.day, number - before) for number in range(fitting)]

    def _strip_position(self, x: int) -> int:
        return (x - len("Nov ‹ ")) // _CELL

    def _strip_line(self) -> Strip:
        muted = self.rich_style + self._style("weekday")
        month = Segment(f"{say_month(self.day.isoformat()[:7])[:3]} ", self.rich_style + self._style("title"))
        return Strip([month, Segment("‹ ", muted), *map(self._cell, self._strip()), Segment(" ›", muted)])


def _shifted(day: dt.date, days: int) -> dt.date:
    """`days` on, staying within the calendar."""
    return dt.date.fromordinal(max(1, min(day.toordinal() + days, dt.date.max.toordinal())))
