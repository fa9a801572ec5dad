"""The sheet in which one says to which day to go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.errors import JournalError
from netjournal.language.days.going import HINT, Aim
from netjournal.tui.dialogs.sheet import Sheet
from netjournal.tui.text import Span, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line


class GoSheet(Sheet[dt.date]):
    """As one types it says what was understood; dismissed with the day.

    `understand` says where a phrase leads, and raises JournalError where it leads nowhere. A date is soon
    typed again: no draft is kept of it.
    """

    WRITES: ClassVar[bool] = False

    def __init__(self, understand: Callable[[str], Aim]) -> None:
        super().__init__((Span(" go to ", "accent"),), "", lambda text: None)
        self._understand = understand

    def below(self) -> Iterable[Widget]:
        """What was understood, and the keys."""
        yield Static(id="understood", classes="quiet")
        yield KeyLine(id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Say what can be said."""
        super().on_mount()
        self.line.placeholder = "mar 2025"
        self.say("keys", keys_line(("enter", "go there"), ("esc", "back")))
        self._show()

    @on(Input.Changed, "#line")
    def _changed(self) -> None:
        self._show()

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        aim = self._show()
        if aim is not None:
            self.leave(aim.day)

    def _show(self) -> Aim | None:
        """Say what was understood."""
        if not self.line.value.strip():
            self.say("understood", (span(HINT, "faint"),))
            return None
        try:
            aim = self._understand(self.line.value)
        except JournalError as error:
            self.say("understood", (span(f"{error.message} {error.hint}".strip(), "accent"),))
            return None
        self.say("understood", (span(aim.words, "strong"),))
        return aim
