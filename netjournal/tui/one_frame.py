"""Nothing is drawn between a dialog that goes and the one that comes in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TypeVar

from textual.timer import Timer

T = TypeVar("T")

_AT_MOST = 0.25
"""Seconds for which what was drawn last stays, whatever keeps the other dialog from coming."""


class OneFrame:
    """Keeps what was drawn last until the next dialog is there: the screen between them is drawn by nobody.

    `batch` holds up all drawing while it lasts, `later` calls something so many seconds from now.
    """

    def __init__(
        self,
        batch: Callable[[], AbstractContextManager[None]],
        later: Callable[[float, Callable[[], None]], Timer],
    ) -> None:
        self._batch = batch
        self._later = later
        self._held = ExitStack()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nothing be drawn until `release`, at the latest where this ends, or after a quarter second."""
        self.release()
        self._held.enter_context(self._batch())
        latest = self._later(_AT_MOST, self.release)
        try:
            yield
        finally:
            latest.stop()
            self.release()

    def shows(self, dialog: T) -> T:
        """The dialog that was just put on the screen, which is drawn from now on."""
        self.release()
        return dialog

    def release(self) -> None:
        """Let everything be drawn again."""
        self._held.close()
