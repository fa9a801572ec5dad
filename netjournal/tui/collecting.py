"""When the collector runs: it holds up whatever is done just then, so it is called where nobody waits."""

from __future__ import annotations

import gc

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
