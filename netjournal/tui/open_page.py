"""The page that is open: a person, what is known around them, and their entries as far as they were read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from netjournal.model import Contact, Interaction
from netjournal.practice.page import Between, Fact, Page, promise_key
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.person import entry_rows, page_rows
from netjournal.tui.widgets.row import Row

FIRST = 20
_MORE = 60


class OpenPage:
    """Made with the newest `wanted` entries, as far as they fit; `more` reads on.

    `read` counts those that were read, whether they fit or not. Raises JournalError if nobody is there.
    """

    def __init__(
        self,
        journal: Journal,
        settings: Settings,
        now: dt.datetime,
        id: str,
        *,
        wanted: int = FIRST,
        fits: Callable[[Interaction], bool] = lambda entry: True,
    ) -> None:
        self.person: Contact = journal.person(id)
        self._journal = journal
        self._today = now.date()
        self._rest: Iterator[Interaction] = journal.with_person(id)
        self._fits = fits
        newest = list(islice(self._rest, wanted))
        self.read = len(newest)
        self.is_whole = self.read < wanted
        self._page: Page = journal.page(self.person, newest, now=now, settings=settings)
        self.newest = next(iter(newest), None)
        self.entries = list(filter(fits, newest))

    def rows(self) -> list[Row]:
        """The page, with the entries read so far."""
        return [*page_rows(self._page), *self._rows_of(self.entries)]

    def more(self) -> list[Row]:
        """The rows of some older entries."""
        older = list(islice(self._rest, _MORE))
        self.read += len(older)
        self.is_whole = not older
        fitting = list(filter(self._fits, older))
        self.entries += fitting
        return self._rows_of(fitting)

    def entry(self, key: str | None) -> Interaction | None:
        """The entry that the row with this key is of."""
        return next((entry for entry in self.entries if entry.id == key), None)

    def fact(self, key: str | None) -> Fact | None:
        """The fact that the row with this key is of."""
        facts = (fact for group in self._page.groups for fact in group)
        return next((fact for fact in facts if fact.key == key), None)

    def promise(self, fact: Fact | None) -> Between | None:
        """The promise that a fact is, as it was read."""
        found = (one for one in self._page.promises if fact and promise_key(*one[:2]) == fact.key)
        return next(found, None)

    def _rows_of(self, entries: Iterable[Interaction]) -> list[Row]:
        entries = list(entries)
        names = self._journal.names({person for entry in entries for person in entry.people})
        return entry_rows(entries, names, self._today, self.person.id)
