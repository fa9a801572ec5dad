"""How much fits a filter on each day: counted by a thread, the newest month first, shown as it goes on."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from netjournal.errors import JournalError
from netjournal.language.days.words import month_days
from netjournal.language.filters.meaning import Filter
from netjournal.model import Interaction
from netjournal.store.reading import Snapshot
from netjournal.tui.host import Host

_PATIENCE = 0.15
_EACH = 0.05
"""Seconds until what is counted so far is told for the first time, and from then on."""

_BREATH = 0.001
"""Seconds for which the thread steps aside after each step: keys come first."""


class Asked(NamedTuple):
    """What is counted: from the `first` day to the `last`, in the journal as it stood at `snapshot`."""

    filter: Filter
    first: dt.date
    last: dt.date
    snapshot: Snapshot

    def is_part_of(self, other: Asked | None) -> bool:
        """Whether another counting has all that this one would find."""
        return (
            other is not None
            and self.filter == other.filter
            and self.snapshot is other.snapshot
            and other.first <= self.first <= self.last <= other.last
        )


class Counted(Message):
    """How much of what was `asked` fits on each day back to the month `since` (2026-03; empty: all of it)."""

    def __init__(self, asked: Asked, counts: Mapping[dt.date, int], since: str) -> None:
        super().__init__()
        self.asked = asked
        self.counts = counts
        self.since = since


class FittingDays:
    """What fits a filter on each day, as far as it is known; `screen` gets a `Counted` to hand to `take`.

    `since` is the month back to which it is counted, empty once all of it is, or where that takes no time to
    speak of. While a journal that changed is counted anew, what was known of earlier months stands.
    """

    def __init__(self, host: Host, screen: Screen[None]) -> None:
        self.counts: Mapping[dt.date, int] = {}
        self.since = ""
        self._host = host
        self._screen = screen
        self._asked: Asked | None = None
        self._worker: Worker[None] | None = None

    def ask(self, filter: Filter, first: dt.date, last: dt.date) -> None:
        """Count what fits from `first` to `last`, unless just that is known or being counted.

        Where everything fits the index has the counts at once.
        """
        if filter.is_empty:
            self.stop()
            self.counts, self.since = self._host.journal.days(first, last), ""
            return
        asked = Asked(filter, first, last, self._host.snapshot)
        if asked.is_part_of(self._asked):
            return
        if self._asked is None or self._asked.filter != filter:
            self.counts = {}
        self.stop()
        self._asked, self.since = asked, ""
        self._worker = self._screen.run_worker(lambda: self._count(asked), thread=True, group="fitting")

    def stop(self) -> None:
        """Count no more, without waiting for the thread."""
        self._asked = None
        if self._worker is not None:
            self._worker.cancel()

    def take(self, found: Counted) -> bool:
        """Take in what was found, unless something else is asked by now; whether it was taken."""
        if found.asked is not self._asked:
            return False
        earlier = {}
        if found.since:
            start = month_days(found.since)[0]
            earlier = {day: count for day, count in self.counts.items() if day < start}
        self.counts, self.since = {**earlier, **found.counts}, found.since
        return True

    def _count(self, asked: Asked) -> None:
        worker = get_current_worker()
        counts: Counter[dt.date] = Counter()
        due = time.monotonic() + _PATIENCE
        filter = asked.filter.within(asked.first, asked.last)
        try:
            with contextlib.closing(self._host.journal.search(filter)) as steps:
                for step in steps:
                    if worker.is_cancelled:
                        return
                    counts.update(entry.date for entry in step.entries)
                    if step.month and time.monotonic() >= due:
                        self._screen.post_message(Counted(asked, dict(counts), step.month))
                        due = time.monotonic() + _EACH
                    time.sleep(_BREATH)
        except JournalError as error:
            self._host.tell_error(error)
        self._screen.post_message(Counted(asked, dict(counts), ""))


def with_month(
    counts: Mapping[dt.date, int], month: str, entries: Sequence[Interaction]
) -> dict[dt.date, int]:
    """The counts of all days, those of one month (2026-11) by its `entries`."""
    others = {day: count for day, count in counts.items() if day.isoformat()[:7] != month}
    return {**others, **Counter(entry.date for entry in entries)}
