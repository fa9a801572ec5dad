"""What makes the next search quick, learned a month at a time while nobody waits."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from netjournal.errors import JournalError

if TYPE_CHECKING:
    from netjournal.store.concordances import Learnt

_MANY = 12
"""Months left from which on there is no rest: the index was made anew, and every search waits for them."""


class Learning:
    """Takes `steps`, of some milliseconds each, resting `between` two, and `first` seconds before them and
    whenever it was made to `make_way`; while many are left it goes on at once.
    """

    def __init__(self, steps: Iterator[Learnt], *, first: float, between: float) -> None:
        self._steps = steps
        self._first = first
        self._between = between
        self._is_stopped = threading.Event()
        self._not_before = 0.0
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Go on in a thread of its own."""
        self._thread = threading.Thread(target=self.run, name="learning", daemon=True)
        self._thread.start()

    def run(self) -> None:
        """Learn until the end, or until stopped; what cannot be read or kept now is left for another time."""
        pause, left = self._first, 0
        with contextlib.suppress(JournalError):
            while not self._is_stopped.wait(pause):
                pause = self._not_before - time.monotonic()
                if pause <= 0 or left > _MANY:
                    learnt = next(self._steps, None)
                    if learnt is None:
                        return
                    left = learnt.left
                    pause = 0 if left > _MANY else self._between

    def make_way(self) -> None:
        """Take no step for a while: somebody is at the keys."""
        self._not_before = time.monotonic() + self._first

    def stop(self) -> None:
        """End it; only a thread of its own is waited for, to the end of its step."""
        self._is_stopped.set()
        if self._thread is not None:
            self._thread.join()
