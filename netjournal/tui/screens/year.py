"""The whole year: a cell for each day, and the day under the cursor in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from netjournal.language.days.words import add_years, say_month
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.words import describe
from netjournal.model import Interaction
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.commands import bindings
from netjournal.tui.days import one_day
from netjournal.tui.fitting import Counted, FittingDays
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.widgets.bars import KeyBar, TopBar
from netjournal.tui.widgets.rows import Rows
from netjournal.tui.widgets.year import YearGrid

_EVERYTHING = Filter()


class YearScreen(JournalScreen):
    """One walks by day and by week, from year to year; `go` is told of the day one leaves it for.

    Only what fits `filter` is shown.
    """

    WHERE = "year"
    AUTO_FOCUS = "#year-grid"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("year")]

    def __init__(self, day: dt.date, go: Callable[[dt.date], None], filter: Filter = _EVERYTHING) -> None:
        super().__init__()
        self._begin = day
        self._go = go
        self._filter = filter
        self._year = 0
        self._month = ""
        self._entries: tuple[Interaction, ...] = ()

    def compose(self) -> ComposeResult:
        """It is a part of the Timeline."""
        yield TopBar("timeline")
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The year, and under it a day."""
        with Vertical(id="year"):
            yield YearGrid(self._begin, id="year-grid")
            yield Rows(id="year-day")

    @property
    def grid(self) -> YearGrid:
        """The year."""
        return self.query_one(YearGrid)

    def on_mount(self) -> None:
        """The day under the cursor is only read."""
        self.query_one("#year-day").can_focus = False
        self._fitting = FittingDays(self.host, self)

    def take_in(self) -> None:
        """Count the entries of the year, and read the day under the cursor."""
        grid = self.grid
        grid.today = self.host.today
        grid.week_starts = self.host.settings.week_starts
        self._year, self._month = grid.day.year, ""
        first, last = dt.date(self._year, 1, 1), dt.date(self._year, 12, 31)
        self._fitting.ask(self._filter, first, last)
        self._shade()
        self._show_day()

    @on(Counted)
    def _counted(self, found: Counted) -> None:
        if self._fitting.take(found):
            self._shade()

    def _shade(self) -> None:
        since = f" · counted back to {say_month(self._fitting.since)}" if self._fitting.since else ""
        words = describe(self._filter, DIMENSION_NAMES)
        self.grid.said = f"Only {words}{since}" if words else ""
        self.grid.counts = self._fitting.counts

    def entry_here(self) -> Interaction | None:
        """None: what one does to an entry is done on the Timeline."""
        return None

    def show_entry(self, entry: Interaction) -> None:
        """Go to the day of an entry."""
        self.grid.day = entry.date

    async def put_away(self) -> None:
        """Whoever goes elsewhere comes back to the Timeline."""
        if self.is_current:
            self.dismiss(None)

    def action_year(self, step: int) -> None:
        """Go to another year, to the same day in it."""
        self.grid.day = add_years(self.grid.day, step)

    def action_today(self) -> None:
        """Go to today."""
        self.grid.day = self.host.today

    def action_open(self) -> None:
        """Leave for the day under the cursor."""
        if self.is_current:
            self._go(self.grid.day)
            self.dismiss(None)

    def action_step_out(self) -> None:
        """Back to where one was on the Timeline."""
        if self.is_current:
            self.dismiss(None)

    @on(YearGrid.Moved)
    def _day_moved(self, event: YearGrid.Moved) -> None:
        if event.day.year != self._year:
            self.take_in()
        else:
            self._show_day()

    def _show_day(self) -> None:
        day = self.grid.day
        month = day.isoformat()[:7]
        if month != self._month:
            fits = self._filter.matcher(self.host.people_of)
            self._month, self._entries = month, tuple(filter(fits, self.journal.month(month)))
        entries = [entry for entry in self._entries if entry.date == day]
        names = self.journal.names({person for entry in entries for person in entry.people})
        nothing = "" if self._filter.is_empty else "Nothing on this day fits."
        rows = one_day(day, entries, names, self.host.today, nothing=nothing)
        for row in rows:
            row.heading = True
        self.query_one("#year-day", Rows).set_rows(rows, top=True)
