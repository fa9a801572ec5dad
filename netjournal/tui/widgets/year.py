"""A whole year, one cell a day, its weeks side by side."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.reactive import reactive
from textual.strip import Strip

from netjournal.language.days.calendars import mark, weekday_names
from netjournal.language.days.weeks import Week, year_weeks
from netjournal.language.days.words import MONTHS
from netjournal.tui.text import fit, span
from netjournal.tui.widgets.month import Days

_MARGIN = 4
_WIDEST = 2
_MORE = "← → for more"


class YearGrid(Days):
    """Columns are weeks: up and down walk by day, left and right by week.

    A cell is two columns wide where there is room, else one; where there is room for neither, the weeks
    around the cursor are shown, with a sign at each side on which there are more.
    """

    said: reactive[str] = reactive("")
    """What stands beside the year's number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "walk(-1)", "Day before", show=False),
        Binding("down,j", "walk(1)", "Day after", show=False),
        Binding("left,h", "walk(-7)", "Week before", show=False),
        Binding("right", "walk(7)", "Week after", show=False),
        Binding("home", "edge(1, 1)", "First of the year", show=False),
        Binding("end", "edge(12, 31)", "Last of the year", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"day--today", "day--even", "day--odd"}
    DEFAULT_CSS = """
    YearGrid {
        height: 10;
        width: 1fr;
        & > .day--even { background: $day-even; }
        & > .day--odd { background: $day-odd; }
        & > .day--today { text-style: underline; color: $text-accent; }
    }
    """

    def action_edge(self, month: int, number: int) -> None:
        """Go to the first or the last day of the year."""
        self.day = dt.date(self.day.year, month, number)

    def on_click(self, event: Click) -> None:
        """A click goes to the day."""
        weeks, cell = self._in_sight()
        week, weekday = (event.x - _MARGIN) // cell, event.y - self._head
        if 0 <= week < len(weeks) and 0 <= weekday < 7 and (day := weeks[week][weekday]) is not None:
            self.day = day

    def render_line(self, y: int) -> Strip:
        """Draw the year's number, the names of the months, or the days of all weeks on one weekday."""
        width, base = self.size.width, self.rich_style
        if y == 0:
            return self._title(width, base)
        weeks, cell = self._in_sight()
        weekday = y - self._head
        if weekday == -1:
            before, after = self._more()
            names = f"{'‹' if before else '':>{_MARGIN - 1}} {_month_names(weeks, cell)}"
            line = Strip([Segment(names, base + self.style_of("weekday"))])
            end = Segment("›" if after else "", base + self.style_of("weekday"))
            return Strip([*line.adjust_cell_length(width - len(end.text), base), end])
        if not 0 <= weekday < 7:
            return Strip.blank(width, base)
        name = weekday_names(self.week_starts)[weekday] if weekday % 2 == 0 else ""
        label = Segment(f"{name:<{_MARGIN}}", base + self.style_of("number"))
        cells = (self._cell(week[weekday], cell, base) for week in weeks)
        return Strip([label, *cells]).adjust_cell_length(width, base).simplify()

    @property
    def _head(self) -> int:
        """Lines above the days: the year and the months, with one between where there is room."""
        return max(2, self.size.height - 7)

    def _title(self, width: int, base: Style) -> Strip:
        """The year, what stands beside it, and how to see more of it."""
        year, muted = f"{self.day.year:04}", base + self.style_of("weekday")
        more = _MORE if any(self._more()) else ""
        beside = fit((span(f"   {self.said}" if self.said else ""),), max(0, width - len(year + more) - 1))
        said = Segment("".join(part.text for part in beside), muted)
        line = [Segment(year, base + self.style_of("title")), said, Segment(f" {more}", muted)]
        return Strip(line).adjust_cell_length(width, base)

    def _more(self) -> tuple[bool, bool]:
        """Whether the year has more weeks before and after those that are shown."""
        weeks, _ = self._in_sight()
        every = year_weeks(self.day.year, self.week_starts)
        return weeks[0] != every[0], weeks[-1] != every[-1]

    def _in_sight(self) -> tuple[list[Week], int]:
        """The weeks that are shown, and how wide a cell is."""
        weeks = year_weeks(self.day.year, self.week_starts)
        room = max(1, self.size.width - _MARGIN)
        cell = max(1, min(_WIDEST, room // len(weeks)))
        fitting = room // cell
        here = next(number for number, week in enumerate(weeks) if self.day in week)
        first = max(0, min(here - fitting // 2, len(weeks) - fitting))
        return weeks[first : first + fitting], cell

    def _cell(self, day: dt.date | None, width: int, base: Style) -> Segment:
        if day is None:
            return Segment(" " * width, base)
        count = self.counts.get(day, 0)
        style = base + self.shade_of(day)
        if not count:
            style += self.style_of("odd" if day.month % 2 else "even")
        if day == self.today:
            style += self.style_of("today")
        if day == self.day:
            style += self.style_of("cursor")
        return Segment(f"{mark(count):<{width}}", style)


def _month_names(weeks: list[Week], cell: int) -> str:
    """Each month's name over the week in which it begins, where there is room for it."""
    line = ""
    for number, week in enumerate(weeks):
        begun = next((day for day in week if day is not None and day.day == 1), None)
        if begun is not None and len(line) <= number * cell:
            line = f"{line:<{number * cell}}{MONTHS[begun.month - 1][:3]} "
    return line
