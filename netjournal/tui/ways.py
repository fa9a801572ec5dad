"""The ways from screen to screen, and back to where one came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from netjournal.model import Interaction
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.host import Host
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.trail import Trail


class Ways(Host):
    """An app in which one follows a name, a tag or a hit, and goes back."""

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        clock: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(journal, settings, clock)
        self._trail = Trail()

    async def action_show_mode(self, mode: str) -> None:
        """Go to a screen."""
        if isinstance(self.screen, JournalScreen):
            await self.screen.put_away()
        await self.switch_mode(mode)

    async def action_find(self) -> None:
        """Go to the lookup."""
        from netjournal.tui.screens.contacts import ContactsScreen

        await self.action_show_mode("contacts")
        if isinstance(self.screen, ContactsScreen):
            self.screen.look_up()

    async def show_person(self, id: str) -> None:
        """Go to a person's page, unless something is being typed."""
        from netjournal.tui.screens.contacts import ContactsScreen

        if self.screen.is_modal:
            return
        self.leave_trail()
        came_from = "" if self.current_mode == "contacts" else self.current_mode
        await self.action_show_mode("contacts")
        if isinstance(self.screen, ContactsScreen):
            self.screen.show_person(id, came_from=came_from)

    def show_entry(self, entry: Interaction) -> None:
        """Bring an entry into sight on the screen that is open, where it can show it."""
        below = self.screen_stack[0]
        if isinstance(below, JournalScreen):
            below.show_entry(entry)

    async def show_only(self, filter: str) -> None:
        """Go to the Timeline and show only what fits."""
        self.leave_trail()
        await self.action_show_mode("timeline")
        if isinstance(self.screen, JournalScreen):
            self.screen.filter_bar.put(filter)

    async def action_back(self) -> None:
        """Go back to where one followed a name, a tag or a hit."""
        place = self._trail.back()
        if place is None:
            self.tell("There is nowhere to go back to.")
            return
        await self.action_show_mode(place.mode)
        if isinstance(self.screen, JournalScreen):
            self.screen.return_to(place)

    def forget_trail(self) -> None:
        """Forget where one was: it may hold words."""
        self._trail = Trail()

    def leave_trail(self) -> None:
        """Remember where one is, to come back to it."""
        place = self.screen.place() if isinstance(self.screen, JournalScreen) else None
        if place is not None:
            self._trail.leave(place)

    async def go_to_entry(self, entry: Interaction) -> None:
        """Go to an entry on the Timeline."""
        self.leave_trail()
        await self.switch_mode("timeline")
        if isinstance(self.screen, JournalScreen):
            self.screen.let_in(entry)
        self.show_entry(entry)
