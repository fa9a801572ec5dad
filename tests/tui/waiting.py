"""How long the tests of the app wait for it."""

from __future__ import annotations

import asyncio
from time import monotonic, process_time

_LOOK = 0.004
_WORKING = 0.1
_LOOKS = 2


async def until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the app has nothing more to do, in place of Textual's `wait_for_idle`.

    Textual looks every 20 ms, twice for each key, whether the process used its processor. Here the event loop
    itself is asked: twice in a row, 4 ms apart, nothing may wait to be run and no thread may be at work.
    Times in seconds.
    """
    loop = asyncio.get_running_loop()
    start = monotonic()
    quiet = 0
    while (quiet < _LOOKS or monotonic() - start < min_sleep) and monotonic() - start < max_sleep:
        before, used = monotonic(), process_time()
        await asyncio.sleep(_LOOK)
        worked = process_time() - used > _WORKING * (monotonic() - before)
        waiting = bool(loop._ready)  # type: ignore[attr-defined]  # asyncio has no public word for it
        quiet = 0 if worked or waiting else quiet + 1
