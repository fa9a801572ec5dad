"""The app: three screens on one journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import Input

from netjournal.language.visible import visible
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.alt import apart
from netjournal.tui.commands import bindings, leads_on, on_screen, opener
from netjournal.tui.dialogs.drafting import Drafting
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.dialogs.taking import TakesKeys
from netjournal.tui.discreet import toggle_discreet
from netjournal.tui.learning import Learning
from netjournal.tui.lighting import change_light, lit
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.style_sheet import SteadyStylesheet
from netjournal.tui.theme import DAY, LAMP
from netjournal.tui.ways import Ways

_REST = 1.0
_PAUSE = 0.03
"""Seconds before what makes a search quick is learned, and between two months."""

_LOOK_EACH = 0.5


def _contacts() -> Screen[None]:
    from netjournal.tui.screens.contacts import ContactsScreen

    return ContactsScreen()


def _timeline() -> Screen[None]:
    from netjournal.tui.screens.timeline import TimelineScreen

    return TimelineScreen()


def _reflections() -> Screen[None]:
    from netjournal.tui.screens.reflections import ReflectionsScreen

    return ReflectionsScreen()


def _commands() -> type[Provider]:
    from netjournal.tui.palette import CommandProvider

    return CommandProvider


def _people() -> type[Provider]:
    from netjournal.tui.palette import PeopleProvider

    return PeopleProvider


class NetjournalApp(Ways):
    """Keys that work everywhere."""

    TITLE = "netjournal"
    CSS_PATH = "app.tcss"
    MODES: ClassVar = {"contacts": _contacts, "timeline": _timeline, "reflections": _reflections}
    DEFAULT_MODE = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]
    COMMANDS: ClassVar = {_commands, _people}
    NOTIFICATION_TIMEOUT = 4

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        clock: Callable[[], dt.datetime],
    ) -> None:
        super().__init__(journal, settings, clock)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (172, "-broad")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]
        self.register_theme(LAMP)
        self.register_theme(DAY)
        self.theme = lit(journal.places.state, settings)
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())
        self._awaited: Key | None = None
        self._learning = Learning(journal.learn_words(), first=_REST, between=_PAUSE)

    def on_load(self) -> None:
        """Before the terminal is ours, know how to give it back."""
        self.listen()

    def on_mount(self) -> None:
        """Look at the disk twice a second."""
        self.set_interval(_LOOK_EACH, self.look)
        if not self.is_headless:
            self._learning.start()
        for later in (self.warm_up, self.tell_problems, self.tell_notices):
            self.call_after_refresh(later)  # the first frame need not wait for it

    def on_app_focus(self) -> None:
        """Coming back to the terminal is a moment to look at the disk."""
        self.look()

    def on_unmount(self) -> None:
        """Nothing that was saved is left behind, nor the copy that hid it."""
        self._learning.stop()
        self.flush()
        self.unveil()

    async def on_event(self, event: Event) -> None:
        """What is pasted comes in as it may be shown; a letter that opens something, and esc, does so before
        the next key is looked at, however fast it follows.
        """
        if self.keys_ahead.takes(event):
            return
        if event is self._awaited:
            self._awaited = None
            await super().on_event(event)
            self.keys_ahead.release()
            return
        if isinstance(event, Paste):
            _make_visible(event, in_one_line=isinstance(self.focused, Input))
        elif isinstance(event, Key) and (keys := self._apart(event)):
            for key in keys:
                await self.on_event(key)
            return
        if isinstance(event, Key):
            self.heard()
            self._learning.make_way()
            self.make_way()
        if isinstance(event, Key) and self._is_at_rest() and isinstance(self.screen, JournalScreen):
            if self.screen.takes(event):
                return
            command = opener(event.key, self.screen.WHERE)
            if command is not None:
                await self.run_action(command.action)
                return
            if leads_on(event.key, self.screen.WHERE):
                self._wait_for(event)
        if isinstance(event, Key) and event.key == "slash" and self._is_in_a_panel():
            await self._leave_panels()
            await self.action_find()
            return
        if isinstance(event, Key) and not event.is_forwarded:
            if self._is_taken(event):
                return
            if event.key == "escape":
                self._wait_for(event)
        await super().on_event(event)

    def _wait_for(self, event: Key) -> None:
        """Hold back other keys until this one went all its way."""
        self._awaited = event
        self.keys_ahead.hold()

    def _apart(self, event: Key) -> Sequence[Key]:
        below = self.screen_stack[0]
        where = below.WHERE if isinstance(below, JournalScreen) else "everywhere"
        return () if event.is_forwarded else apart(event, self.focused, where)

    def _is_taken(self, event: Key) -> bool:
        """Whether a dialog has no need of what has the focus to know what a key means."""
        dialog = self.screen
        if not isinstance(dialog, TakesKeys):
            return False
        if dialog.passes(event):
            self.keys_ahead.hold()
            self.keys_ahead.takes(event)
            dialog.give_way(event)
            return True
        if dialog.holds(event):
            self.keys_ahead.hold()
        return dialog.takes(event)

    @on(Drafting.Stayed)
    def _go_on_typing(self) -> None:
        self.keys_ahead.release()

    def _is_in_a_panel(self) -> bool:
        """Whether something floats that one only reads, and nothing is typed."""
        return isinstance(self.screen, Panel) and not isinstance(self.focused, Input)

    async def _leave_panels(self) -> None:
        while isinstance(self.screen, Panel):
            await self.screen.dismiss(None)

    def _is_at_rest(self) -> bool:
        """Whether a letter is a command here, and not typed into something."""
        return isinstance(self.screen, JournalScreen) and not isinstance(self.focused, Input)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette shows the table of commands, and people."""
        return ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With a dialog open, the keys of the screens rest."""
        return not (action in _RESTING and self.screen.is_modal)

    async def action_search(self) -> None:
        """Look through everything ever written."""
        from netjournal.tui.searching import search

        await search(self)

    async def action_log(self) -> None:
        """Open the sheet for a line, then the one for the question about it."""
        if isinstance(self.screen, JournalScreen):
            await self.screen.action_log()

    async def action_review(self, kind: str) -> None:
        """Look back on the week, or on the month that one looks at."""
        from netjournal.tui.reviewing import look_back

        await look_back(self, kind)

    async def action_new(self) -> None:
        """Open the form for someone new."""
        from netjournal.tui.editing import new_person

        await new_person(self)

    def action_undo(self) -> None:
        """Take back the last change."""
        from netjournal.tui.taking_back import take_back

        meanwhile(self, partial(take_back, self))

    def action_toggle_light(self) -> None:
        """Change between day and lamp light."""
        change_light(self)

    async def action_toggle_discreet(self) -> None:
        """Hide names and words from whoever looks on, or show them again."""
        await toggle_discreet(self)

    def action_help(self) -> None:
        """Show all keys of this screen."""
        from netjournal.tui.dialogs.help import HelpDialog

        here = self.screen
        if isinstance(here, JournalScreen):
            self.push_screen(HelpDialog(here.WHERE.capitalize(), on_screen(here.WHERE)))

    def action_help_quit(self) -> None:
        """Ctrl+c ends nothing: it may be meant for copying."""
        self.clear_notifications()
        self.tell("esc goes one step out, q leaves.")

    def action_leave(self) -> None:
        """Leave; everything is written already."""
        self.exit(0)

    async def action_quit(self) -> None:
        """Leave from wherever one is; what is half written stays as a draft."""
        self.keep_drafts()
        self.exit(0)


_RESTING = {"log", "review", "find", "search", "new", "undo", "show_mode", "help", "leave", "command_palette"}


def _make_visible(event: Paste, *, in_one_line: bool) -> None:
    text = event.text.replace("\r\n", "\n").replace("\r", "\n")
    event.text = visible(" ".join(text.splitlines()) if in_one_line else text, multiline=True)
