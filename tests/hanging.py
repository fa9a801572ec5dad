"""A guard against what would never end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def comes_to_an_end(seconds: float = 5.0) -> Iterator[None]:
    """Fail what uses the processor for longer, however far it is: a guard, no measure of how quick it is.

    How long a megabyte may take at most (issue 6) is held by the long run, "large inputs" of tests.torture.
    """

    def give_up(*_: object) -> None:
        raise AssertionError(f"not done after {seconds:g} s of the processor")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
