"""When the collector runs: it holds up whatever is done just then, so it is called where nobody waits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (700, 10, 50)
"""Through everything new only after much of it, where nobody comes to rest for long."""


def collect_at_rest() -> None:
    """Free what a dialog left behind; the first time, leave alone what is there since the start.

    What comes later is never left alone: a dialog that stands by then would stay for good.
    """
    if gc.get_freeze_count():
        gc.collect()
    else:
        gc.freeze()
        gc.set_threshold(*_SELDOM)


@contextmanager
def not_meanwhile() -> Iterator[None]:
    """Let it wait until what somebody waits for is done: in vain it would look at all that is read for it."""
    runs = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if runs:
            gc.enable()
