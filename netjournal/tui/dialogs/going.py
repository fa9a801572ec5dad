"""The sheet in which one says to which day to go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.errors import JournalError
from netjournal.language.days.going import HINT, Aim, aim, read_days
from netjournal.tui.dialogs.sheet import Sheet
from netjournal.tui.text import Span, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line


class GoSheet(Sheet[dt.date]):
    """As one types it says what was understood; dismissed with the day.

    `clock` says from when one looks back, `last_lived` on which of some days anything happened last. No draft
    is kept: a date is soon typed again.
    """

    WRITES: ClassVar[bool] = False

    def __init__(
        self, clock: Callable[[], dt.datetime], last_lived: Callable[[dt.date, dt.date], dt.date | None]
    ) -> None:
        super().__init__((Span(" go to ", "accent"),), "", lambda text: None)
        self._clock = clock
        self._last_lived = last_lived

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
        where = self._show()
        if where is not None:
            self.leave(where.day)

    def _show(self) -> Aim | None:
        """Say what was understood."""
        if not self.line.value.strip():
            self.say("understood", (span(HINT, "faint"),))
            return None
        try:
            where = self._understood(self.line.value)
        except JournalError as error:
            self.say("understood", (span(f"{error.message} {error.hint}".strip(), "accent"),))
            return None
        self.say("understood", (span(where.words, "strong"),))
        return where

    def _understood(self, phrase: str) -> Aim:
        now = self._clock()
        days = read_days(phrase, now)
        return aim(days, self._last_lived(*days), now.date())
