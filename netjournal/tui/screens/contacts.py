"""Contacts: the lookup list, and the person's page beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from netjournal.errors import JournalError
from netjournal.language.day_words import say_ago
from netjournal.language.lookup import Match
from netjournal.model import Contact, Interaction
from netjournal.practice.rhythm import say_next
from netjournal.tui.commands import COMMANDS, Command, bindings
from netjournal.tui.person import PersonHead, entry_rows
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.text import Line, Span, fit, span, width_of
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_FIRST = 20
_MORE = 60
_ALL = 100_000


class PersonRow(Row):
    """A name, and at the right why it is here or when they were met."""

    def __init__(self, match: Match, ago: str) -> None:
        super().__init__(match.person.id)
        self._match = match
        self._ago = ago

    def lines(self, width: int) -> list[Line]:
        """One line, whatever the name."""
        right = span(self._match.why or self._ago, "muted")
        room = width - width_of((right,)) - 2
        if room < width // 2:
            right, room = span("", "muted"), width
        name = span(self._match.person.name)
        return [(*fit((name,), room), *((Span("  ", "text"), right) if right.text else ()))]


class ContactsScreen(JournalScreen):
    """As one types the list narrows; the page of the person under the cursor stands beside it."""

    WHERE = "contacts"
    AUTO_FOCUS = "#people"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("contacts"),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._person: Contact | None = None
        self._entries: list[Interaction] = []
        self._rest: Iterator[Interaction] = iter(())
        self._loading: Timer | None = None
        self._came_from = ""

    def body(self) -> Iterable[Widget]:
        """Lookup and list at the left, the page at the right."""
        with Horizontal(id="contacts"):
            with Vertical(id="list"):
                yield LineEditor(placeholder="Name, place, #tag, need", id="lookup", compact=True)
                yield Rows(id="people", single_lines=True, column=60)
            yield Rows(id="page")

    @property
    def lookup(self) -> Input:
        """Where one types."""
        return self.query_one("#lookup", Input)

    @property
    def people(self) -> Rows:
        """The list."""
        return self.query_one("#people", Rows)

    @property
    def page(self) -> Rows:
        """The page."""
        return self.query_one("#page", Rows)

    def take_in(self) -> None:
        """List who fits, and read the page anew."""
        self._list_people()
        self._show_page(self.people.key, again=True)

    def look_up(self) -> None:
        """Begin a new lookup."""
        self._came_from = ""
        self.remove_class("-page")
        self.lookup.value = ""
        self.set_focus(self.lookup)

    def show_person(self, id: str, *, came_from: str = "") -> None:
        """Go to a person's page."""
        self._came_from = came_from
        with self.lookup.prevent(Input.Changed):
            self.lookup.value = ""
        self._list_people(key=id)
        self._show_page(id)
        self._enter_page()

    def document_here(self) -> Contact | Interaction | None:
        """On the page the entry under the cursor, else the person under the cursor of the list."""
        if self.page.has_focus:
            return self.entry_here() or self._person
        return self._person if self._person is not None and self._person.id == self.people.key else None

    def action_delete(self) -> None:
        """Delete what is under the cursor; a person only from the list, never after their last entry."""
        if self.page.has_focus and self.entry_here() is None:
            self.host.tell("esc, then d deletes the person.")
        else:
            super().action_delete()

    def key_bar_commands(self) -> Iterable[Command]:
        """While one types, only what the keys then do."""
        commands = list(super().key_bar_commands())
        if not self.lookup.has_focus:
            return commands
        back = next(command for command in COMMANDS if command.id == "step-out")
        return [*(command for command in commands if command.id == "open"), back._replace(short="back")]

    def on_descendant_focus(self) -> None:
        """Where there is room for one side, it is the one in focus; the key bar follows."""
        self.set_class(self.page.has_focus, "-page")
        self.dress()

    def entry_here(self) -> Interaction | None:
        """The entry under the cursor of the page; its first one while the cursor is in the list."""
        key = self.page.key
        return next((entry for entry in self._entries if entry.id == key), None)

    def action_move(self, step: int) -> None:
        """The arrows move in the list while one types."""
        self.people.action_move(step)

    def action_open(self) -> None:
        """From the lookup and the list to the page."""
        self._came_from = ""
        if self._person is not None:
            self._enter_page()

    def action_step_out(self) -> None:
        """From the page to where one came from; from the lookup to the list, its words cleared first."""
        came_from, self._came_from = self._came_from, ""
        if self.lookup.has_focus and self.lookup.value:
            with self.lookup.prevent(Input.Changed):
                self.lookup.value = ""
            self._list_people(key=self.people.key)
            return
        left_page = self.page.has_focus
        self.remove_class("-page")
        self.set_focus(self.people)
        if left_page and came_from:
            self.app.switch_mode(came_from)

    @on(Input.Changed, "#lookup")
    def _typed(self) -> None:
        self._list_people(top=True)
        self._show_page(self.people.key)

    @on(Input.Submitted, "#lookup")
    def _entered(self) -> None:
        self.action_open()

    @on(Rows.Moved, "#people")
    def _person_moved(self, event: Rows.Moved) -> None:
        self._show_page(event.key)

    @on(Rows.Chosen, "#people")
    def _person_chosen(self) -> None:
        self.action_open()

    @on(Rows.Chosen, "#page")
    async def _entry_chosen(self) -> None:
        await self.action_edit()

    def _enter_page(self) -> None:
        self.add_class("-page")
        self.set_focus(self.page)

    def _list_people(self, *, key: str | None = None, top: bool = False) -> None:
        today = self.host.today
        matches = self.host.lookup.find(self.lookup.value, limit=_ALL)
        rows = [
            PersonRow(match, say_ago(match.person.last, today) if match.person.last else "")
            for match in matches
        ]
        with self.people.prevent(Rows.Moved):
            self.people.set_rows(rows, key=key, top=top)

    def _show_page(self, id: str | None, *, again: bool = False) -> None:
        if self._loading is not None:
            self._loading.stop()
        is_same = again or (self._person is not None and self._person.id == id)
        wanted = max(_FIRST, len(self._entries)) if is_same else _FIRST
        self._person = None
        self._entries = []
        if id is None:
            self.page.set_rows([Written("none", [(Span(self._nobody(), "faint"),)])], top=True)
            return
        try:
            self._person = self.journal.person(id)
        except JournalError as error:
            self.page.set_rows([Written("gone", [(span(error.message, "faint"),)])], top=True)
            return
        self._rest = self.journal.with_person(id)
        self._entries = list(islice(self._rest, wanted))
        names = self._names(self._entries)
        ties = self.journal.rhythms(self.host.settings, id)
        rhythm = next((say_next(tie, self.host.today) for tie in ties), "")
        head = PersonHead(self._person, self._entries, names, self.host.clock(), rhythm)
        rows: list[Row] = [head, *entry_rows(self._entries, names, self.host.today)]
        self.page.set_rows(rows, top=not is_same)
        if len(self._entries) == wanted:
            self._loading = self.set_interval(0.05, self._show_more)

    def _show_more(self) -> None:
        """Older entries come while one reads the newest."""
        more = list(islice(self._rest, _MORE))
        if more:
            self._entries += more
            self.page.add_rows(entry_rows(more, self._names(more), self.host.today))
        elif self._loading is not None:
            self._loading.stop()

    def _names(self, entries: Iterable[Interaction]) -> dict[str, str]:
        through = (
            [self._person.met.through]
            if self._person and self._person.met and self._person.met.through
            else []
        )
        return self.journal.names({*through, *(person for entry in entries for person in entry.people)})

    def _nobody(self) -> str:
        if self.lookup.value:
            return "Nobody like that. n writes down someone new."
        return "Nobody here yet. l logs a talk and brings the people along."
