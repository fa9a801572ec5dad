"""What the three screens share: the lines above and below, and what can be done to an entry."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._toast import ToastRack

from netjournal.model import Contact, Interaction, Introduction
from netjournal.store.journal import Journal
from netjournal.store.reading import Snapshot
from netjournal.tui.commands import Command, Where, on_screen
from netjournal.tui.host import Host
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.sizes import size_classes
from netjournal.tui.trail import Place
from netjournal.tui.widgets.bars import KeyBar, TopBar
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.rows import Rows

_WIDEST = 170
"""Cells that a screen takes: enough for a month, its days and today's page side by side."""


class JournalScreen(Screen[None]):
    """A screen on the journal: it shows what `take_in` reads, and reads again when the journal changed."""

    WHERE: ClassVar[Where]
    _taken: Snapshot | None = None
    BINDINGS: ClassVar[list[BindingType]] = []

    @property
    def host(self) -> Host:
        """The app this screen belongs to."""
        return cast(Host, self.app)

    @property
    def journal(self) -> Journal:
        """The journal."""
        return self.host.journal

    def compose(self) -> ComposeResult:
        """The bars, and the body between them."""
        self.add_class(*size_classes(self.app))
        yield TopBar(self.WHERE)
        yield from self.body()
        yield KeyBar()

    def on_resize(self) -> None:
        """Where there is more room than anything needs, everything keeps to the middle, the bars as well."""
        self.styles.padding = (0, max(0, (self.app.size.width - _WIDEST) // 2))

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        raise NotImplementedError

    def show_entry(self, entry: Interaction) -> None:
        """Bring an entry into sight, where the screen can show it."""

    def month_here(self) -> str:
        """The month one looks at (2026-11); empty where none is shown."""
        return ""

    def keep_draft(self) -> None:
        """Keep what is half written, where a screen has any place to write in."""

    def takes(self, event: Key) -> bool:
        """Whether a key is taken here, before the next one is looked at."""
        return False

    async def put_away(self) -> None:
        """Make way for another screen; the three stay where they are."""

    def take_in(self) -> None:
        """Read from the journal what is shown."""
        raise NotImplementedError

    def catch_up(self) -> bool:
        """Show the journal as it stands now, unless that was done already; whether it was not."""
        is_behind = self._taken is not self.host.snapshot
        if is_behind:
            self._taken = self.host.snapshot
            self.dress()
            self.take_in()
        return is_behind

    def entry_here(self) -> Interaction | None:
        """The interaction under the cursor."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the journal, and show it again whenever it changed.

        Textual calls this by itself after the `on_mount` of a screen of ours, which does not call it again.
        """
        self._update_timer.resume()  # begun by the first change, it would keep the frame for 17 ms more
        self._taken = self.host.snapshot
        self.host.changed.subscribe(self, lambda _: self._changed())
        self.take_in()
        self.dress()

    def on_screen_suspend(self) -> None:
        """What was said in passing is said by what stands above; it is not to be seen twice."""
        self.host.call_later(self._hide_toasts)  # what is said just now is still to be shown here

    def on_screen_resume(self) -> None:
        """Coming back, the day or the journal may be another one; Textual shows again what is said."""
        self.catch_up()

    def _hide_toasts(self) -> None:
        if self.app.screen is not self:
            for rack in self.query(ToastRack):
                rack.display = False

    def key_bar_commands(self) -> Iterable[Command]:
        """The commands in the key bar."""
        return [command for command in on_screen(self.WHERE) if command.short]

    def action_step_out(self) -> None:
        """Nothing is open that one could step out of."""

    async def action_edit(self) -> None:
        """Open the form for what is under the cursor."""
        from netjournal.tui.editing import edit

        document = self.document_here()
        if document is not None:
            await edit(self.host, document)
        else:
            self.say_nothing_is_here()

    def action_edit_page(self) -> None:
        """Open what is under the cursor in one's own editor."""
        from netjournal.tui.editing import edit_in_editor

        document = self.document_here()
        if document is not None:
            edit_in_editor(self.host, document)
        else:
            self.say_nothing_is_here()

    def action_delete(self) -> None:
        """Delete what is under the cursor, and say how to get it back."""
        document = self.document_here()
        if document is not None:
            meanwhile(self.host, partial(self._delete, document))
        else:
            self.say_nothing_is_here()

    def say_nothing_is_here(self) -> None:
        """Say where a key works that found nothing under the cursor, where that is not plain to see."""

    async def _delete(self, document: Contact | Interaction | Introduction) -> None:
        host = self.host
        if await host.attempt(lambda: self.journal.delete(document, now=host.clock())):
            host.tell(f"Deleted {_title(document)}. u takes it back.")

    async def action_answer(self) -> None:
        """Open the question of the entry under the cursor."""
        from netjournal.tui.flows import ask

        entry = self.entry_here()
        if entry is not None:
            await ask(self.host, entry)

    async def action_settings(self) -> None:
        """Change what one can set."""
        from netjournal.tui.setting import set_things

        await set_things(self.host)

    async def action_questions(self) -> None:
        """Say which questions may be asked."""
        from netjournal.tui.silencing import choose_questions

        await choose_questions(self.host)

    async def action_log(self) -> None:
        """Log a talk."""
        from netjournal.tui.flows import log

        await log(self.host)

    async def action_event(self) -> None:
        """Begin an event, or do something about the one that one is at."""
        from netjournal.tui.events import at_event

        await at_event(self.host)

    async def action_goals(self) -> None:
        """Show the small goals."""
        from netjournal.tui.goals import show_goals

        await show_goals(self.host)

    async def action_trash(self) -> None:
        """Show what was deleted."""
        from netjournal.tui.trash import show_trash

        await show_trash(self.host)

    def action_keep(self) -> None:
        """Mark the promise of the entry under the cursor kept."""
        from netjournal.tui.mending import keep

        entry = self.entry_here()
        if entry is not None:
            meanwhile(self.host, partial(keep, self.host, entry))

    @property
    def filter_bar(self) -> FilterBar:
        """Where one says which entries to see."""
        return self.query_one(FilterBar)

    def action_filter(self) -> None:
        """Say which entries to see."""
        self.filter_bar.call()

    def let_in(self, entry: Interaction) -> None:
        """See everything again if the filter leaves out an entry that one goes to."""
        if not self.filter_bar.filter.matches(entry, self.host.people_of):
            self.filter_bar.clear()

    def place(self) -> Place | None:
        """Where one is, to come back to; None where there is nothing to come back to."""
        return None

    def return_to(self, place: Place) -> None:
        """Be there again."""

    async def action_links(self) -> None:
        """Ask which name or tag of the entry under the cursor to go to."""
        from netjournal.tui.following import choose_link

        entry = self.entry_here()
        if entry is not None:
            await choose_link(self.host, entry)

    @on(Rows.Followed)
    async def _link_followed(self, event: Rows.Followed) -> None:
        """A name or tag was clicked."""
        from netjournal.tui.following import follow

        await follow(self.host, event.to)

    def document_here(self) -> Contact | Interaction | Introduction | None:
        """What `e` and `d` are about: the entry, unless a screen has more to offer."""
        return self.entry_here()

    def dress(self) -> None:
        """Say the day, and where one is, above and the keys below."""
        bar, event = self.query_one(TopBar), self.journal.open_event(self.host.clock())
        bar.today, bar.is_discreet = self.host.today, self.host.is_discreet
        bar.event = event.name if event is not None else ""
        self.query_one(KeyBar).commands = tuple(self.key_bar_commands())

    def _changed(self) -> None:
        if self.is_current or self.app.screen_stack[0] is self:
            self.catch_up()


def _title(document: Contact | Interaction | Introduction) -> str:
    if isinstance(document, Contact):
        return document.name
    if isinstance(document, Introduction):
        return "the introduction"
    line = " ".join(document.text.split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”" if line else "the entry"
