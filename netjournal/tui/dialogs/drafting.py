"""Dialogs in which one types: what is typed survives a slip of the finger and a closed terminal."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.timer import Timer

from netjournal.tui.dialogs.over import Over
from netjournal.tui.dialogs.taking import TakesKeys

R = TypeVar("R")

_KEEP_AFTER = 0.5


class Drafting(TakesKeys, Over[R | None]):
    """A draft is kept half a second after a key, when one steps out, and when the terminal goes away.

    Dismissed with None when one steps out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "step_out", "Step out", show=False)]

    WRITES: ClassVar[bool] = True
    """Whether what is typed is to be kept in the journal."""

    _keeping: Timer | None = None
    HOLDS_KEYS: ClassVar[bool] = False
    """Whether keys wait after an enter, until it is clear what comes of it: `Stayed`, or what comes next."""

    has_left = False
    """Whether it ended."""

    class Stayed(Message):
        """An enter did not end it."""

    def holds(self, event: Key) -> bool:
        """An enter, where the dialog says so."""
        return self.HOLDS_KEYS and event.key == "enter"

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        raise NotImplementedError

    def keep_soon(self) -> None:
        """Keep what is typed, half a second from now."""
        if self._keeping is None:
            self._keeping = self.set_timer(_KEEP_AFTER, self._kept)

    def action_step_out(self) -> None:
        """Leave; what is typed stays as a draft."""
        self.leave(None)

    def leave(self, result: R | None) -> None:
        """End with `result`, once; a second enter has nothing to end."""
        if self.has_left or not self.is_current:
            return
        self.has_left = True
        if self._keeping is not None:
            self._keeping.stop()
        self.keep_draft()
        self.dismiss(result)

    def _kept(self) -> None:
        self._keeping = None
        self.keep_draft()
