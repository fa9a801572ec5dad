"""Contacts: the lookup list, and the person's page beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from netjournal.errors import JournalError
from netjournal.language.finding.lookup import Match
from netjournal.tui.commands import COMMANDS, Command, bindings
from netjournal.tui.open_page import FIRST, OpenPage
from netjournal.tui.screens.person import PersonScreen
from netjournal.tui.text import span
from netjournal.tui.trail import Place
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.people import PeopleList
from netjournal.tui.widgets.row import Written
from netjournal.tui.widgets.rows import Rows

_PAUSE = 0.15
"""Seconds after a key before the page follows the list."""

_BETWEEN_LETTERS = 0.3
"""Seconds after a letter before it does: at five letters a second none waits for a page nobody reads."""

_EACH = 0.05
_LOOKUP = "Name, place, #tag, need"


class ContactsScreen(PersonScreen):
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
        self._open: OpenPage | None = None
        self._loading: Timer | None = None
        self._following: Timer | None = None
        self._came_from = ""
        self._is_putting = False

    def on_mount(self) -> None:
        """The list follows the lookup within the key itself, so that both are drawn at once."""
        self.watch(self.lookup, "value", self._typed, init=False)

    def body(self) -> Iterable[Widget]:
        """Lookup and list at the left, the page at the right."""
        with Horizontal(id="contacts"):
            with Vertical(id="list"):
                yield LineEditor(placeholder=_LOOKUP, id="lookup", compact=True, select_on_focus=False)
                yield PeopleList(id="people")
            with Vertical(id="reading"):
                yield FilterBar(self.host.clock)
                yield Rows(id="page")

    @property
    def lookup(self) -> Input:
        """Where one types."""
        return self.query_one("#lookup", Input)

    @property
    def people(self) -> PeopleList:
        """The list."""
        return self.query_one("#people", PeopleList)

    def take_in(self) -> None:
        """List who fits, and read the page anew; one who reads stays with whom they read about."""
        reading = self._open.person.id if self._open is not None and self.has_class("-page") else None
        self._list_people()
        if reading is not None and reading != self.people.key:
            self._stay_with(reading)
        self._show_page(self.people.key, again=True)

    def look_up(self) -> None:
        """Begin a new lookup."""
        self._came_from = ""
        self.remove_class("-page")
        self.lookup.value = ""
        self.set_focus(self.lookup)

    def takes(self, event: Key) -> bool:
        """In the list a letter that is no key begins a lookup: whoever types a name means one."""
        letter = (event.character or "").strip() if event.is_printable else ""
        if not letter or self.focused is not self.people or event.key in self.active_bindings:
            return False
        self.look_up()
        self.lookup.insert_text_at_cursor(letter)
        return True

    def show_person(self, id: str, *, came_from: str = "") -> None:
        """Go to a person's page."""
        self._came_from = came_from
        self._clear_lookup()
        self._list_people(key=id)
        self._show_page(id)
        self._enter_page()

    def place(self) -> Place | None:
        """The person, and the row of their page."""
        opened = self.opened()
        if opened is None:
            return None
        return Place("contacts", opened.person.id, self.page.key or "", self.filter_bar.line.value)

    def return_to(self, place: Place) -> None:
        """Open the page again, at the row one was on."""
        self.filter_bar.put(place.only)
        self.show_person(place.at)
        self.page.go_to(place.row)

    async def action_look_alikes(self) -> None:
        """Go through people who look like one."""
        from netjournal.tui.uniting import show_pairs

        await show_pairs(self.host)

    def key_bar_commands(self) -> Iterable[Command]:
        """While one types, only what the keys then do."""
        commands = list(super().key_bar_commands())
        if self.filter_bar.line.has_focus:
            return []
        if not self.lookup.has_focus:
            return commands
        back = next(command for command in COMMANDS if command.id == "step-out")
        return [*(command for command in commands if command.id == "open"), back._replace(short="back")]

    def on_descendant_focus(self) -> None:
        """Where there is room for one side, it is the one in focus; the key bar follows."""
        reading = self.page.has_focus or self.filter_bar.line.has_focus
        self.set_class(reading, "-page")
        self.dress()

    def action_move(self, step: int) -> None:
        """The arrows move in the list while one types."""
        self.people.action_move(step)

    def action_open(self) -> None:
        """From the lookup and the list to the page."""
        self._came_from = ""
        if self.opened() is not None:
            self._enter_page()

    def action_step_out(self) -> None:
        """From the page to where one came from; from the lookup to the list, its words cleared first."""
        if self.page.has_focus and self.filter_bar.has_words:
            self.filter_bar.clear()
            return
        came_from, self._came_from = self._came_from, ""
        if self.lookup.has_focus and self.lookup.value:
            self._clear_lookup()
            self._list_people(key=self.people.key)
            self.opened()
            return
        left_page = self.page.has_focus
        self.remove_class("-page")
        self.set_focus(self.people)
        if left_page and came_from:
            self.app.switch_mode(came_from)

    def _typed(self) -> None:
        if not self._is_putting:
            self._list_people(top=True)
            self._follow(_BETWEEN_LETTERS)

    def _clear_lookup(self) -> None:
        """Take the words out; whom to list then, the caller knows."""
        self._is_putting = True
        self.lookup.value = ""
        self._is_putting = False

    @on(Rows.Moved, "#people")
    def _person_moved(self) -> None:
        self._follow()

    @on(FilterBar.Changed)
    def _filter_changed(self) -> None:
        self._show_page(self.people.key, again=True)

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self._enter_page()

    @on(Input.Submitted, "#lookup")
    @on(Rows.Chosen, "#people")
    def _person_chosen(self) -> None:
        self.action_open()

    @on(Rows.Chosen, "#page")
    async def _row_chosen(self, event: Rows.Chosen) -> None:
        """A name leads to their page, a promise to its entry; anything else is to be mended."""
        kind, _, rest = event.key.partition(":")
        if kind == "person":
            await self.host.show_person(rest)
        elif kind == "promise":
            self.page.go_to(rest.partition(":")[0])
        else:
            await self.action_edit()

    def _stay_with(self, id: str) -> None:
        """List again whom the lookup fits no more; where they are gone one is back in the list."""
        self._clear_lookup()
        self._list_people(key=id)
        if self.people.key != id:
            self.remove_class("-page")
            self.set_focus(self.people)
            self.host.tell("This person is not in the journal any more.")

    def _enter_page(self) -> None:
        self.add_class("-page")
        self.set_focus(self.page)

    def _list_people(self, *, key: str | None = None, top: bool = False) -> None:
        lookup, typed = self.host.lookup, self.lookup.value
        reached = [Match(person) for person in self.journal.reached_by(typed)]

        def find(limit: int) -> Sequence[Match]:
            return reached[:limit] or lookup.find(typed, limit=limit)

        with self.people.prevent(Rows.Moved):
            self.people.show(find, self.host.today, key=key, top=top)

    def _follow(self, pause: float = _PAUSE) -> None:
        """Show the page of the person under the cursor when the keys rest."""
        if self._following is not None:
            self._following.stop()
        self._following = self.set_timer(pause, lambda: self.opened())

    def opened(self) -> OpenPage | None:
        """The page of the person under the cursor of the list, read now if it is not yet."""
        shown = self._open.person.id if self._open is not None else None
        if shown != self.people.key or shown is None:
            self._show_page(self.people.key)
        return self._open

    def _show_page(self, id: str | None, *, again: bool = False) -> None:
        for timer in (self._loading, self._following):
            if timer is not None:
                timer.stop()
        is_same = again or (self._open is not None and self._open.person.id == id)
        wanted = max(FIRST, self._open.read) if is_same and self._open is not None else FIRST
        self._open = None
        if id is None:
            self.page.set_rows([Written("none", [(span(self._nobody(), "faint"),)])], top=True)
            return
        try:
            self._open = OpenPage(
                self.journal,
                self.host.settings,
                self.host.clock(),
                id,
                wanted=wanted,
                fits=self.filter_bar.filter.matcher(self.host.people_of),
            )
        except JournalError as error:
            self.page.set_rows([Written("gone", [(span(error.message, "faint"),)])], top=True)
            return
        self.page.set_rows(self._open.rows(), top=not is_same)
        if not self._open.is_whole:
            self._loading = self.set_interval(_EACH, self._show_more)

    def _show_more(self) -> None:
        """Older entries come while one reads the newest."""
        if self._open is not None:
            self.page.add_rows(self._open.more())
        if self._loading is not None and (self._open is None or self._open.is_whole):
            self._loading.stop()

    def _nobody(self) -> str:
        if self.lookup.value:
            return "Nobody like that. esc esc, then n writes down someone new."
        return "Nobody here yet. l logs a talk and brings the people along."
