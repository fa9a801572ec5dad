"""Timeline: the month as a grid, its days in words beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from netjournal.language.days.words import add_months, add_years, month_days, say_month
from netjournal.model import Interaction
from netjournal.tui.commands import bindings
from netjournal.tui.days import day_rows, empty_key
from netjournal.tui.fitting import Counted
from netjournal.tui.month import head_rows
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.shading import Shading
from netjournal.tui.side import TodaysPage
from netjournal.tui.text import span
from netjournal.tui.trail import Place
from netjournal.tui.welcome import Welcome
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.month import MonthGrid
from netjournal.tui.widgets.months import MonthStrip
from netjournal.tui.widgets.row import Written
from netjournal.tui.widgets.rows import Rows

_SIDE = 35
"""Cells for a line of today's page beside the month: as wide as the calendar above it."""


class TimelineScreen(JournalScreen):
    """The month in words, from the day under the cursor; moving in either side moves the other."""

    WHERE = "timeline"
    AUTO_FOCUS = "#days"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("timeline"),
        Binding("left", "walk(-1)", "Day before", show=False),
        Binding("right", "walk(1)", "Day after", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Interaction, ...] = ()
        self._month = ""
        self._empty_day: dt.date | None = None
        self._is_folded = False

    def body(self) -> Iterable[Widget]:
        """Calendar and today's page, the days beside them."""
        with Container(id="timeline"):
            with Vertical(id="calendar"):
                yield MonthStrip(id="months")
                yield MonthGrid(self.host.today, id="grid")
            with Vertical(id="words"):
                yield FilterBar(self.host.clock)
                yield Rows(id="days")
            yield Rows(id="side", column=_SIDE)

    @property
    def grid(self) -> MonthGrid:
        """The calendar."""
        return self.query_one("#grid", MonthGrid)

    @property
    def days(self) -> Rows:
        """The entries."""
        return self.query_one("#days", Rows)

    @property
    def side(self) -> Rows:
        """Today's page."""
        return self.query_one("#side", Rows)

    def on_mount(self) -> None:
        """Begin today."""
        self._page = TodaysPage(self.host)
        self._shading = Shading(self.host, self, grid=self.grid, strip=self.query_one(MonthStrip))
        self.side.can_focus = False
        self.call_after_refresh(self._show_day, self.grid.day)

    def on_resize(self) -> None:
        """Where there is little room the grid is a strip, and today's page is as long as there is room."""
        size = self.app.size
        self.grid.set_class(size.width < 100 or size.height < 20, "-strip")
        self.grid.refresh(layout=True)
        self.host.call_later(self.call_after_refresh, self._show_side)

    def on_screen_resume(self) -> None:
        """The side waited for the dialog."""
        self.host.call_later(self.call_after_refresh, self._show_side)

    def take_in(self) -> None:
        """Read the month of the day under the cursor, and what is coming."""
        grid, said = self.grid, self.host.settings
        grid.today, grid.week_starts, grid.week_numbers = self.host.today, said.week_starts, said.week_numbers
        self._month = grid.day.isoformat()[:7]
        only, entries = self.filter_bar.filter, self.journal.month(self._month)
        fits = only.matcher(self.host.people_of)
        self._entries = entries if only.is_empty else tuple(filter(fits, entries))
        self._shading.ask(only, self._month, self._entries)
        self._list_days()
        self.host.call_later(self.call_after_refresh, self._show_side)

    @on(Counted)
    def _counted(self, found: Counted) -> None:
        self._shading.take(found)

    def month_here(self) -> str:
        """The month whose days are shown."""
        return self._month

    def action_fold(self) -> None:
        """Fold what the month begins with, or show it again."""
        self._is_folded = not self._is_folded
        self._list_days()

    def entry_here(self) -> Interaction | None:
        """The entry under the cursor."""
        here = self.days.key
        return next((entry for entry in self._entries if entry.id == here), None)

    def show_entry(self, entry: Interaction) -> None:
        """Go to an entry, whatever its month."""
        self._be_at(entry.date, entry.id)

    def place(self) -> Place:
        """The day, and the entry."""
        return Place("timeline", self.grid.day.isoformat(), self.days.key or "", self.filter_bar.line.value)

    def return_to(self, place: Place) -> None:
        """Be on the day again, at the entry."""
        self.filter_bar.put(place.only)
        self._be_at(dt.date.fromisoformat(place.at), place.row)
        self.days.focus()

    def _be_at(self, day: dt.date, row: str) -> None:
        with self.grid.prevent(MonthGrid.Moved):
            self.grid.day = day
        if not self.catch_up():
            is_here = day.isoformat()[:7] == self._month and any(one.id == row for one in self._entries)
            (self._list_days if is_here else self.take_in)()
        self.days.go_to(row)

    def go_to(self, day: dt.date) -> None:
        """Go to a day."""
        self.grid.day = day

    def action_walk(self, days: int) -> None:
        """Go some days on."""
        self.grid.action_walk(days)

    def action_month(self, step: int) -> None:
        """Go to another month, to the last day on which anything happened in it."""
        self._go_to_month(add_months(self.grid.day.isoformat()[:7], step))

    def action_years(self, step: int) -> None:
        """Go to another year, to the same day in it."""
        self.go_to(add_years(self.grid.day, step))

    def action_today(self) -> None:
        """Go to today."""
        self.go_to(self.host.today)
        self.days.focus()

    async def action_go(self) -> None:
        """Ask for a date, and go there."""
        from netjournal.tui.dialogs.going import GoSheet

        async def go(day: dt.date) -> None:
            self.go_to(day)

        await self.host.open(GoSheet(self.host.clock, self._last_lived), go)

    async def action_year(self) -> None:
        """Show the whole year of the day under the cursor."""
        from netjournal.tui.screens.year import YearScreen

        self.host.leave_trail()
        await self.host.push_screen(YearScreen(self.grid.day, self.go_to, self.filter_bar.filter))

    async def action_page(self) -> None:
        """Show all of today's page."""
        from netjournal.tui.todays import show_page

        await show_page(self.host, self._page)

    @on(Rows.Chosen, "#days")
    async def action_open(self) -> None:
        """Go to the page of the person of the entry."""
        entry = self.entry_here()
        if self.grid.has_focus:
            self.days.focus()
        elif entry is not None:
            from netjournal.tui.following import open_entry

            await open_entry(self.host, entry)

    def action_step_out(self) -> None:
        """First everything is seen again, then from the grid back to the days."""
        if self.filter_bar.has_words:
            self.filter_bar.clear()
        self.days.focus()

    @on(FilterBar.Changed)
    def _filter_changed(self) -> None:
        self.take_in()
        if (entry := self.entry_here()) is not None:
            with self.grid.prevent(MonthGrid.Moved):
                self.grid.day = entry.date

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self.days.focus()

    @on(MonthGrid.Moved)
    def _day_moved(self) -> None:
        if self.grid.day.isoformat()[:7] != self._month:
            self.take_in()
        elif self._empty_day != self._without_entries(self.grid.day):
            self._list_days()
        self._show_day(self.grid.day)

    @on(MonthStrip.Chosen)
    def _month_chosen(self, event: MonthStrip.Chosen) -> None:
        self._go_to_month(event.month)

    @on(Rows.Moved, "#days")
    def _entry_moved(self, event: Rows.Moved) -> None:
        entry = self.entry_here()
        day = entry.date if entry is not None else self._empty_day
        if event.key == self.days.key and day is not None and day != self.grid.day:
            with self.grid.prevent(MonthGrid.Moved):
                self.grid.day = day

    def _show_day(self, day: dt.date) -> None:
        """Put the cursor of the days on the first entry of `day`, or show that there is none."""
        first = next((entry.id for entry in self._entries if entry.date == day), empty_key(day))
        with self.days.prevent(Rows.Moved):
            self.days.go_to(first)

    def _list_days(self) -> None:
        if self.host.snapshot.newest_month is None and not self.host.snapshot.people:
            self.days.set_rows([Welcome()])
            return
        here = self.grid.day
        self._empty_day = self._without_entries(here)
        names = self.host.everyone.names_in(self._entries, self.journal.names)
        filtered = self.filter_bar.has_words
        rows = day_rows(self._entries, names, None if filtered else here, self.host.today)
        if not self._entries and filtered:
            rows = [_nothing_fits(self._month, empty_key(here))]
        if not (filtered or self._is_folded):
            by, awake = self.host.settings.numbers, self.host.everyone.awake_in(self._entries)
            gone = self.journal.naming_gone
            rows = [*head_rows(self._entries, awake, self.app.size, by, self.host.today, gone), *rows]
        with self.days.prevent(Rows.Moved):
            self.days.set_rows(rows)
        if (entry := self.entry_here()) is not None and entry.date != here:
            self._show_day(here)

    def _without_entries(self, day: dt.date) -> dt.date | None:
        return None if any(entry.date == day for entry in self._entries) else day

    def _go_to_month(self, month: str) -> None:
        days = month_days(month)
        day = self._last_lived(days[0], days[-1]) or days[0]
        self._be_at(day, "")  # at once: the grid alone would be drawn before the entries are there
        self._show_day(day)

    def _last_lived(self, first: dt.date, last: dt.date) -> dt.date | None:
        return max(self.journal.days(first, last), default=None)

    def _show_side(self) -> None:
        """Where a dialog stands before it nobody reads it, and the dialog would wait for it."""
        if self.is_current:
            self._page.show(self.side)


def _nothing_fits(month: str, key: str) -> Written:
    words = f"Nothing in {say_month(month)} fits. [ ] goes on, s looks through all."
    return Written(key, [(span(words, "faint"),)], heading=False)
