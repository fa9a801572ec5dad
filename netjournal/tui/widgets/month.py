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

from netjournal.language.days.calendars import mark, weekday_names
from netjournal.language.days.weeks import Week, month_weeks, week_number
from netjournal.language.days.words import month_days, say_month

_CELL = 5
_NUMBER = 4
_WEEKS = 6


class Days(Widget, can_focus=True):
    """A cursor on a day, and how much happened on each: marked with a sign, and with a shade."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("day--title", "day--weekday", "day--number", "day--any", "day--cursor"),
        *("day--quiet", "day--some", "day--more", "day--most"),
    }

    DEFAULT_CSS = """
    Days {
        & > .day--title { color: $foreground; text-style: bold; }
        & > .day--weekday { color: $text-muted; }
        & > .day--number { color: $text-disabled; }
        & > .day--any { color: $foreground; }
        & > .day--quiet { color: $text-muted; }
        & > .day--some { background: $day-some; }
        & > .day--more { background: $day-more; }
        & > .day--most { background: $day-most; }
        & > .day--cursor { text-style: bold; color: $text-accent; }
        &:focus > .day--cursor { text-style: bold reverse; }
    }
    """

    day: reactive[dt.date] = reactive(dt.date(2000, 1, 1), init=False)
    week_starts: reactive[str] = reactive("monday")
    counts: reactive[Mapping[dt.date, int]] = reactive(dict)
    today: reactive[dt.date | None] = reactive(None)

    class Moved(Message):
        """The cursor went to another day."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, day: dt.date, *, week_starts: str = "monday", id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Days.day, day)
        self.set_reactive(Days.week_starts, week_starts)

    def watch_day(self, day: dt.date) -> None:
        """Say where the cursor went."""
        self.post_message(self.Moved(day))

    def action_walk(self, days: int) -> None:
        """Go some days on, over the edges too."""
        self.day = shifted(self.day, days)

    def style_of(self, name: str) -> Style:
        """The style of a part, to be laid over that of the widget, which is dear to ask for."""
        return self.get_component_rich_style(f"day--{name}", partial=True)

    def shade_of(self, day: dt.date) -> Style:
        """The style of a day by what happened on it, to be laid over that of the widget."""
        count = self.counts.get(day, 0)
        shade = "most" if count > 3 else "more" if count > 1 else "some" if count else "quiet"
        return self.style_of("any") + self.style_of(shade)


class MonthGrid(Days):
    """The days of a month in weeks; arrows walk by day and week into the next month as well."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "walk(-1)", "Day before", show=False),
        Binding("right", "walk(1)", "Day after", show=False),
        Binding("up,k", "walk(-7)", "Week before", show=False),
        Binding("down,j", "walk(7)", "Week after", show=False),
        Binding("home", "edge(0)", "First of the month", show=False),
        Binding("end", "edge(-1)", "Last of the month", show=False),
    ]
    DEFAULT_CSS = """
    MonthGrid { height: 7; width: 40; }
    MonthGrid.-strip { height: 1; width: 1fr; }
    """

    week_numbers: reactive[bool] = reactive(False)

    def __init__(
        self, day: dt.date, *, week_starts: str = "monday", week_numbers: bool = False, id: str | None = None
    ) -> None:
        super().__init__(day, week_starts=week_starts, id=id)
        self.set_reactive(MonthGrid.week_numbers, week_numbers)

    @property
    def _margin(self) -> int:
        """Cells before the days."""
        return _NUMBER if self.week_numbers else 0

    def action_edge(self, position: int) -> None:
        """Go to the first or the last day of the month."""
        self.day = month_days(self.day.isoformat()[:7])[position]

    def on_click(self, event: Click) -> None:
        """A click goes to the day."""
        weeks = self._weeks()
        if self._is_strip:
            days, number = self._strip(), self._strip_position(event.x)
        else:
            days = weeks[event.y - 1] if 1 <= event.y <= len(weeks) else ()
            number = (event.x - self._margin) // _CELL
        if 0 <= number < len(days) and (day := days[number]) is not None:
            self.day = day

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Six weeks and the names of the days; or one line."""
        return 1 if self._is_strip else _WEEKS + 1

    def render_line(self, y: int) -> Strip:
        """Draw one line of the grid."""
        width, base = self.size.width, self.rich_style
        if self._is_strip:
            return self._strip_line().adjust_cell_length(width, base)
        if y == 0:
            names = "".join(f" {name}  " for name in weekday_names(self.week_starts))
            line = Segment(" " * self._margin + names, base + self.style_of("weekday"))
            return Strip([line]).adjust_cell_length(width, base)
        weeks = self._weeks()
        if y > len(weeks):
            return Strip.blank(width, base)
        number = f"{week_number(weeks[y - 1]):>3} " if self._margin else ""
        cells = (self._cell(day, base) for day in weeks[y - 1])
        return Strip([Segment(number, base + self.style_of("number")), *cells]).adjust_cell_length(
            width, base
        )

    @property
    def _is_strip(self) -> bool:
        return self.has_class("-strip")

    def _cell(self, day: dt.date | None, base: Style) -> Segment:
        """``[17⁝]`` under the cursor, ``‹17⁝›`` today, `` 17⁝ `` elsewhere."""
        if day is None:
            return Segment(" " * _CELL, base)
        style = base + self.shade_of(day)
        left, right = ("[", "]") if day == self.day else ("‹", "›") if day == self.today else (" ", " ")
        if day == self.day:
            style += self.style_of("cursor")
        return Segment(f"{left}{day.day:>2}{mark(self.counts.get(day, 0))}{right}", style)

    def _weeks(self) -> list[Week]:
        return month_weeks(self.day.isoformat()[:7], self.week_starts)

    def _strip(self) -> Week:
        """As many days around the cursor as fit."""
        fitting = max(1, (self.size.width - len("Nov ‹  ›")) // _CELL)
        before = fitting // 2
        return tuple(shifted(self.day, number - before) for number in range(fitting))

    def _strip_position(self, x: int) -> int:
        return (x - len("Nov ‹ ")) // _CELL

    def _strip_line(self) -> Strip:
        base = self.rich_style
        muted = base + self.style_of("weekday")
        month = Segment(f"{say_month(self.day.isoformat()[:7])[:3]} ", base + self.style_of("title"))
        days = (self._cell(day, base) for day in self._strip())
        return Strip([month, Segment("‹ ", muted), *days, Segment(" ›", muted)])


def shifted(day: dt.date, days: int) -> dt.date:
    """`days` on, staying within the calendar."""
    return dt.date.fromordinal(max(1, min(day.toordinal() + days, dt.date.max.toordinal())))
