"""A search while it runs: one thread looks, the screen takes what it found so far, the next key ends it.

While nothing is looked for, the thread learns what makes the next search quick.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from netjournal.errors import JournalError
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Contact, Interaction
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.store.searching import Stretch, Stretches
from netjournal.tui.dialogs.search import Goal, SearchScreen
from netjournal.tui.host import Host, Searched
from netjournal.tui.learning import Learning

MOST = 2_000
"""Entries of one search that are kept to be listed; the others are only counted."""

_SCREENFUL = 20
_BREATH = 0.001
"""Seconds for which the thread steps aside between steps once a screenful is there: keys come first."""

_REST = 0.1
_PAUSE = 0.02
"""Seconds before it begins to learn, when hits are drawn, and between two months."""


class Finding:
    """What one search has found so far; filled by its thread, read by the screen.

    `since` is the month (``2026-11``) back to which everything was looked through, empty at first. `error` is
    what hindered it, `why` what helps if nothing was found, as `say_why` tells it.
    """

    def __init__(self, steps: Stretches, wake: Callable[[], None], say_why: Callable[[], str]) -> None:
        self.people: tuple[Contact, ...] = ()
        self.entries: list[Interaction] = []
        self.count = 0
        self.since = ""
        self.is_done = False
        self.error: JournalError | None = None
        self.why = ""
        self._steps = steps
        self._say_why = say_why
        self._wake = wake
        self._is_stopped = threading.Event()

    def stop(self) -> None:
        """End it, without waiting for the thread."""
        self._is_stopped.set()

    def run(self) -> None:
        """Look until the end, or until stopped; the screen is woken at the first screenful and at the end."""
        try:
            with contextlib.closing(self._steps) as steps:
                for step in steps:
                    if self._is_stopped.is_set():
                        return
                    self._take(step)
            if not (self.count or self.people):
                self.why = self._say_why()
        except JournalError as error:
            self.error = error
        self.is_done = True
        self._wake()

    def _take(self, step: Stretch) -> None:
        before = self.count
        self.people = self.people or step.people
        self.entries += step.entries[: max(0, MOST - before)]
        self.count += len(step.entries)
        self.since = step.month
        if before < _SCREENFUL <= self.count:
            self._wake()
        time.sleep(_BREATH if self.count >= _SCREENFUL else 0)


async def search(host: Host) -> None:
    """Open the search with what was searched for last, and go to what is chosen there."""
    if host.screen.is_modal:
        return
    loop = asyncio.get_running_loop()
    thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
    learning = Learning(host.journal.learn_words(), first=_REST, between=_PAUSE)
    thread.submit(learning.run)

    def begin(filter: Filter, wake: Callable[[], None]) -> Finding:
        def wake_screen() -> None:
            with contextlib.suppress(RuntimeError):  # the app was left meanwhile
                loop.call_soon_threadsafe(wake)

        nonlocal learning
        learning.stop()
        finding = Finding(host.journal.search(filter), wake_screen, lambda: host.journal.why_nothing(filter))
        learning = Learning(host.journal.learn_words(), first=_REST, between=_PAUSE)
        thread.submit(finding.run)
        thread.submit(learning.run)
        return finding

    def keep(text: str, key: str) -> None:
        host.searched = Searched(text, key)

    def close() -> None:
        learning.stop()
        thread.shutdown(wait=False, cancel_futures=True)

    screen = SearchScreen(
        text=host.searched.text,
        key=host.searched.key,
        today=host.today,
        read=lambda text, typing: parse_filter(text, host.clock(), DIMENSION_NAMES, typing=typing),
        begin=begin,
        names=host.journal.names,
        keep=keep,
        close=close,
    )
    await host.open(screen, lambda goal: _go(host, goal))


async def _go(host: Host, goal: Goal) -> None:
    if goal.entry is not None:
        await host.go_to_entry(goal.entry)
    else:
        await host.show_person(goal.person)
