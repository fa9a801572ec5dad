"""The entries behind a number, newest first, to be read, filtered and mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from netjournal.errors import JournalError
from netjournal.language.days.words import say_day
from netjournal.model import Interaction
from netjournal.practice.figures import Figure
from netjournal.tui.commands import bindings
from netjournal.tui.entries import EntryRow
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import Span, paragraph, show_line, span, wrap
from netjournal.tui.trail import Place
from netjournal.tui.widgets.bars import KeyBar, TopBar
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

AT = "behind"
MOST = 2_000
"""Entries that are listed at most, the newest of them."""

_FIRST = 50
"""Entries that are shown while the others are read."""


class BehindScreen(JournalScreen):
    """Entries come from a thread, some at a time, the newest first."""

    WHERE = "behind"
    AUTO_FOCUS = "#entries"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("behind")]

    class Read(Message):
        """Some more entries of a reading (by its number; none at its end), or what hindered it."""

        def __init__(
            self, reading: int, entries: Sequence[Interaction], error: JournalError | None = None
        ) -> None:
            super().__init__()
            self.reading = reading
            self.entries = entries
            self.error = error

    def __init__(self, title: str, figure: Figure) -> None:
        super().__init__()
        self._title = title
        self._figure = figure
        self._reading = 0
        self._shown = 0
        self._entries: list[Interaction] = []

    def compose(self) -> ComposeResult:
        """It is a part of Reflections."""
        yield TopBar("reflections")
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """What the number says, and the entries."""
        with Vertical(id="behind"):
            yield Static(id="what")
            yield FilterBar(self.host.clock)
            yield Rows(id="entries")

    @property
    def rows(self) -> Rows:
        """The entries."""
        return self.query_one("#entries", Rows)

    def on_mount(self) -> None:
        """Say what the number says, and whom it counts."""
        words = (span(self._title, "accent"), Span("\n", "text"), span(self._figure.words))
        names = ", ".join(self.journal.names(self._figure.people).values())
        who = (Span("\n", "text"), span(names, "muted")) if names else ()
        self.query_one("#what", Static).update(show_line((*words, *who)))

    def take_in(self) -> None:
        """Read the entries anew; those that were deleted meanwhile are gone."""
        self._reading += 1
        if self._figure.entries:
            self._read(self._reading)
        else:
            self._list()

    @work(thread=True, exclusive=True, group="read")
    def _read(self, reading: int) -> None:
        worker, size = get_current_worker(), _FIRST
        found = islice(self.journal.with_ids(self._figure.entries), MOST)
        try:
            while (some := tuple(islice(found, size))) and not worker.is_cancelled:
                self.post_message(self.Read(reading, some))
                size = MOST
            self.post_message(self.Read(reading, ()))
        except JournalError as error:
            self.post_message(self.Read(reading, (), error))

    @on(Read)
    def _take(self, event: Read) -> None:
        """What was read before stays until the first of another reading."""
        event.stop()
        if event.error is not None:
            self.host.tell_error(event.error)
        elif event.reading == self._reading:
            before = self._entries if self._shown == event.reading else []
            self._shown, self._entries = event.reading, [*before, *event.entries]
            self._list()

    def entry_here(self) -> Interaction | None:
        """The entry under the cursor."""
        key = self.rows.key
        return next((entry for entry in self._entries if entry.id == key), None)

    def place(self) -> Place:
        """The entry."""
        return Place("reflections", AT, self.rows.key or "", self.filter_bar.line.value)

    def return_to(self, place: Place) -> None:
        """Be at the entry again; whoever was elsewhere on Reflections is there again."""
        if place.at == AT:
            self.filter_bar.put(place.only)
            self.rows.go_to(place.row)
            self.rows.focus()
            return
        below = self.app.screen_stack[-2]
        self.dismiss(None)
        if isinstance(below, JournalScreen):
            below.return_to(place)

    async def action_open(self) -> None:
        """Go to the entry on the Timeline."""
        entry = self.entry_here()
        if entry is not None:
            await self.host.go_to_entry(entry)

    def action_step_out(self) -> None:
        """First everything is seen again, then back to the numbers."""
        if self.filter_bar.has_words:
            self.filter_bar.clear()
            self.rows.focus()
        elif self.is_current:
            self.dismiss(None)

    @on(FilterBar.Changed)
    def _filter_changed(self) -> None:
        self._list(top=True)

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self.rows.focus()

    @on(Rows.Chosen, "#entries")
    async def _chosen(self) -> None:
        await self.action_open()

    def _list(self, *, top: bool = False) -> None:
        fits = self.filter_bar.filter.matcher(self.host.people_of)
        found = [entry for entry in self._entries if fits(entry)]
        names = self.journal.names({person for entry in found for person in entry.people})
        today = self.host.today
        rows: list[Row] = [EntryRow(entry, names, today, when=say_day(entry.date, today)) for entry in found]
        rows += self._introductions()
        if not rows:
            rows = [Written("none", [(Span("Nothing here fits.", "faint"),)])]
        if len(self._figure.entries) > MOST:
            words = f"These are the newest {MOST:,}; s looks through all."
            rows.append(Written("more", [(span(words, "faint"),)]))
        self.rows.set_rows(rows, top=top)

    def _introductions(self) -> list[Row]:
        """Introductions are few, and no entries: they are only read here."""
        wanted = set(self._figure.introductions)
        if not wanted or self.filter_bar.has_words:
            return []
        made = [one for one in self.journal.introductions() if one.id in wanted]
        names = self.journal.names({id for one in made for id in one.people})
        rows: list[Row] = []
        for one in made:
            who = " and ".join(names[id] for id in one.people)
            day = say_day(one.date, self.host.today)
            lines = wrap((span(f"{day}  ", "muted"), span(who, "strong")), self.rows.text_width)
            why = paragraph(one.why, self.rows.text_width, indent=2) if one.why else []
            rows.append(Written(one.id, [*lines, *why, ()], heading=False))
        return rows
