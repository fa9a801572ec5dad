"""Timeline: the month as a grid, its days in words beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from netjournal.language.day_words import add_months, month_days, say_month
from netjournal.model import Interaction
from netjournal.practice.suggesting import Hello
from netjournal.store.reading import Snapshot
from netjournal.tui.commands import bindings
from netjournal.tui.entries import EntryRow
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.side import SIDE, side_rows
from netjournal.tui.text import Line, Span
from netjournal.tui.welcome import Welcome
from netjournal.tui.widgets.month import MonthGrid
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_SOON = 14


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
        self._asked: tuple[dt.date, Snapshot, Sequence[Hello]] | None = None

    def body(self) -> Iterable[Widget]:
        """Grid and side panel at the left, the days at the right."""
        with Horizontal(id="timeline"):
            with Vertical(id="calendar"):
                yield MonthGrid(self.host.today, week_starts=self.host.settings.week_starts, id="grid")
                yield Rows(id="side", column=SIDE)
            yield Rows(id="days")

    @property
    def grid(self) -> MonthGrid:
        """The calendar."""
        return self.query_one("#grid", MonthGrid)

    @property
    def days(self) -> Rows:
        """The entries."""
        return self.query_one("#days", Rows)

    def on_mount(self) -> None:
        """Begin today."""
        self.query_one("#side").can_focus = False
        super().on_mount()
        self.call_after_refresh(self._show_day, self.grid.day)

    def on_resize(self) -> None:
        """Where there is little room the grid is a strip."""
        self.grid.set_class(self.size.width < 100 or self.size.height < 20, "-strip")
        self.grid.refresh(layout=True)

    def take_in(self) -> None:
        """Read the month of the day under the cursor, and what is coming."""
        grid = self.grid
        grid.today = self.host.today
        self._month = grid.day.isoformat()[:7]
        self._entries = self.journal.month(self._month)
        around = (add_months(self._month, -1), self._month, add_months(self._month, 1))
        grid.counts = self.journal.days(month_days(around[0])[0], month_days(around[2])[-1])
        self._list_days()
        rows = side_rows(self.journal, self.host.snapshot, self._hellos(), self.host.today)
        self.query_one("#side", Rows).set_rows(rows)

    def entry_here(self) -> Interaction | None:
        """The entry under the cursor."""
        key = self.days.key
        return next((entry for entry in self._entries if entry.id == key), None)

    def show_entry(self, entry: Interaction) -> None:
        """Go to an entry, whatever its month."""
        with self.grid.prevent(MonthGrid.Moved):
            self.grid.day = entry.date
        self.take_in()
        self.days.go_to(entry.id)

    def action_walk(self, days: int) -> None:
        """Go some days on."""
        self.grid.action_walk(days)

    def action_month(self, step: int) -> None:
        """Go to another month, to the last day on which anything happened in it."""
        month = add_months(self.grid.day.isoformat()[:7], step)
        days = month_days(month)
        lived = self.journal.days(days[0], days[-1])
        self.grid.day = max(lived, default=days[0])

    def action_today(self) -> None:
        """Go to today."""
        self.grid.day = self.host.today
        self.days.focus()

    async def action_open(self) -> None:
        """Go to the page of the person of the entry."""
        entry = self.entry_here()
        if self.grid.has_focus:
            self.days.focus()
        elif entry is not None and entry.people:
            await self.host.show_person(entry.people[0])

    def action_step_out(self) -> None:
        """From the grid back to the days."""
        self.days.focus()

    @on(MonthGrid.Moved)
    def _day_moved(self, event: MonthGrid.Moved) -> None:
        if event.day.isoformat()[:7] != self._month:
            self.take_in()
        elif self._empty_day != self._without_entries(event.day):
            self._list_days()
        self._show_day(event.day)

    @on(Rows.Moved, "#days")
    def _entry_moved(self, event: Rows.Moved) -> None:
        entry = self.entry_here()
        day = entry.date if entry is not None else self._empty_day
        if event.key == self.days.key and day is not None and day != self.grid.day:
            with self.grid.prevent(MonthGrid.Moved):
                self.grid.day = day

    @on(Rows.Chosen, "#days")
    async def _entry_chosen(self) -> None:
        await self.action_open()

    def _show_day(self, day: dt.date) -> None:
        """Put the cursor of the days on the first entry of `day`, or show that there is none."""
        first = next((entry for entry in self._entries if entry.date == day), None)
        with self.days.prevent(Rows.Moved):
            self.days.go_to(first.id if first is not None else _empty_key(day))

    def _list_days(self) -> None:
        if self.host.snapshot.newest_month is None and not self.host.snapshot.people:
            self.days.set_rows([Welcome()])
            return
        today = self.host.today
        here = self.grid.day
        self._empty_day = self._without_entries(here)
        names = self.journal.names({person for entry in self._entries for person in entry.people})
        by_day = {day: list(entries) for day, entries in groupby(self._entries, lambda entry: entry.date)}
        rows: list[Row] = []
        for day in sorted({*by_day, here}, reverse=True):
            rows.append(Written(day.isoformat(), [_heading(day, today), ()]))
            rows += [EntryRow(entry, names, today) for entry in by_day.get(day, ())]
            if day not in by_day:
                nothing = [(Span(_nothing(day, today), "faint"),), ()]
                rows.append(Written(_empty_key(day), nothing, heading=False))
        with self.days.prevent(Rows.Moved):
            self.days.set_rows(rows)

    def _without_entries(self, day: dt.date) -> dt.date | None:
        """The day, if nothing is written on it."""
        return None if any(entry.date == day for entry in self._entries) else day

    def _hellos(self) -> Sequence[Hello]:
        """Whom a hello would reach at a good time; asked anew each day and when the journal changed."""
        today, snapshot = self.host.today, self.host.snapshot
        if self._asked is None or self._asked[0] != today or self._asked[1] is not snapshot:
            self._asked = (today, snapshot, self.journal.hellos(today, self.host.settings))
        return self._asked[2]


def _empty_key(day: dt.date) -> str:
    return f"{day}-empty"


def _heading(day: dt.date, today: dt.date) -> Line:
    said = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    year = "" if day.year == today.year else f" {day.year}"
    return (Span(f"{said}{day:%A} {day.day} {say_month(day.isoformat()[:7]).split()[0]}{year}", "accent"),)


def _nothing(day: dt.date, today: dt.date) -> str:
    return "Nothing written yet. l logs a line." if day == today else "Nothing written."
