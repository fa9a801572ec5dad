"""What can be done on a person's page: mended in place, added to, kept, logged."""

from __future__ import annotations

from functools import partial

from textual.events import Key

from netjournal.errors import JournalError
from netjournal.model import Contact, Interaction, Introduction
from netjournal.practice.page import Fact
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.open_page import OpenPage
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.widgets.rows import Rows


class PersonScreen(JournalScreen):
    """A screen with a person's page in it; what one does is about the row under the page's cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._to_delete = ""

    def opened(self) -> OpenPage | None:
        """The page that is open."""
        raise NotImplementedError

    @property
    def page(self) -> Rows:
        """The page."""
        return self.query_one("#page", Rows)

    def action_filter(self) -> None:
        """Say which of the entries to see."""
        if self.opened() is not None:
            self.filter_bar.call()

    def document_here(self) -> Contact | Interaction | Introduction | None:
        """On the page the entry or introduction under the cursor, else the person under that of the list."""
        opened, fact = self.opened(), self._fact_here()
        if opened is None:
            return None
        if fact is not None and fact.kind == "introduction":
            made = {one.id: one for one in self.journal.introductions()}
            return made.get(fact.key.partition(":")[2])
        return (opened.entry(self.page.key) if self.page.has_focus else None) or opened.person

    def entry_here(self) -> Interaction | None:
        """The entry under the cursor of the page, or of the promise there; else the newest one."""
        opened = self.opened()
        if opened is None:
            return None
        fact = self._fact_here()
        if fact is not None and fact.kind == "promise":
            try:
                return self.journal.interaction(fact.key.split(":")[1])
            except JournalError as error:
                self.host.tell_error(error)
                return None
        return opened.entry(self.page.key) or opened.newest

    async def action_edit(self) -> None:
        """Open the form of what is under the cursor, at the place where that stands."""
        from netjournal.tui.editing import edit

        opened, fact = self.opened(), self._fact_here()
        if opened is None or fact is None or fact.kind == "introduction":
            await super().action_edit()
        elif fact.kind == "promise":
            entry = self.entry_here()
            if entry is not None:
                await edit(self.host, entry, at="promises")
        else:
            field = {"person": "met.through", "doors": "name"}.get(fact.kind, fact.kind)
            await edit(self.host, opened.person, at=field)

    def action_delete(self) -> None:
        """Delete what is under the cursor; a person only from the list, never after their last entry, and by
        the second d: names begin with it too.
        """
        opened, fact = self.opened(), self._fact_here()
        if opened is not None and fact is not None and fact.kind != "introduction":
            from netjournal.tui.mending import leave_out

            meanwhile(self.host, partial(leave_out, self.host, opened.person, fact))
        elif self.page.has_focus and self.document_here() is (opened and opened.person):
            self.host.tell("esc, then d twice deletes the person.")
        elif opened is not None and not self.page.has_focus and self._to_delete != opened.person.id:
            self._to_delete = opened.person.id
            self.host.tell(f"d once more deletes {opened.person.name}.")
        else:
            self._to_delete = ""
            super().action_delete()

    def on_key(self, event: Key) -> None:
        """Any other key is no second d."""
        if event.key != "d":
            self._to_delete = ""

    def action_keep(self) -> None:
        """Mark the promise under the cursor kept, else the first open one of the entry."""
        from netjournal.tui.mending import keep

        opened, fact = self.opened(), self._fact_here()
        entry = self.entry_here()
        if fact is not None and fact.kind != "promise":
            self.host.tell("Nothing is promised here.")
        elif opened is not None and entry is not None:
            meanwhile(self.host, partial(keep, self.host, entry, opened.promise(fact)))

    async def action_log(self) -> None:
        """From the page, log a talk with this person."""
        from netjournal.tui.flows import log

        opened = self.opened() if self.page.has_focus else None
        await log(self.host, opened.person if opened is not None else None)

    async def action_rhythm(self) -> None:
        """Decide about the rhythm of the person, or of everybody."""
        from netjournal.tui.rhythm import decide_rhythm

        opened = self.opened()
        await decide_rhythm(self.host, None if opened is None else opened.person.id)

    async def action_introduce(self) -> None:
        """Open the form for an introduction of the person."""
        from netjournal.tui.editing import introduce

        opened = self.opened()
        if opened is not None:
            await introduce(self.host, opened.person)

    async def action_note(self) -> None:
        """Keep one more thing about the person."""
        from netjournal.tui.mending import add_line

        opened = self.opened()
        if opened is not None:
            await add_line(self.host, opened.person)

    def _fact_here(self) -> Fact | None:
        """The fact under the cursor of the page."""
        opened = self.opened() if self.page.has_focus else None
        return None if opened is None else opened.fact(self.page.key)
