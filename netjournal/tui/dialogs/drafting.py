"""Dialogs in which one types: what is typed survives a slip of the finger and a closed terminal."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer

R = TypeVar("R")

_KEEP_AFTER = 0.5


class Drafting(ModalScreen[R | None]):
    """A draft is kept half a second after the last key, when one steps out, and when the terminal goes away.

    Dismissed with None when one steps out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "step_out", "Step out", show=False)]

    _keeping: Timer | None = None

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        raise NotImplementedError

    def keep_soon(self) -> None:
        """Keep what is typed once the fingers rest."""
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(_KEEP_AFTER, self.keep_draft)

    def action_step_out(self) -> None:
        """Leave; what is typed stays as a draft."""
        self.keep_draft()
        self.dismiss(None)
