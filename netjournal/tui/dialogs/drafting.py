"""Dialogs in which one types: what is typed survives a slip of the finger and a closed terminal."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer

R = TypeVar("R")

_KEEP_AFTER = 0.5


class Drafting(ModalScreen[R | None]):
    """A draft is kept half a second after a key, when one steps out, and when the terminal goes away.

    Dismissed with None when one steps out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "step_out", "Step out", show=False)]

    WRITES: ClassVar[bool] = True
    """Whether what is typed is to be kept in the journal."""

    _keeping: Timer | None = None
    _has_left = False

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
        if self._has_left or not self.is_current:
            return
        self._has_left = True
        if self._keeping is not None:
            self._keeping.stop()
        self.keep_draft()
        self.dismiss(result)

    def _kept(self) -> None:
        self._keeping = None
        self.keep_draft()
