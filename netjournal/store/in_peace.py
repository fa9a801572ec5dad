"""Whom one leaves in peace for a while, as an entry says: enough now, I let her be (reflection.md §4.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

from netjournal.language.hardship.letting_go import lets_go
from netjournal.model import Interaction
from netjournal.practice.coming_back import leaves_be
from netjournal.store.index import Index
from netjournal.store.naming import named_in
from netjournal.store.reading import Reading

_A_WHILE = dt.timedelta(days=90)
_LOOKED_AT = 60
"""Entries of nobody that are read, the newest first."""

_OF_NOBODY = (
    "SELECT id FROM entry e WHERE date BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM participant WHERE entry = e.key) ORDER BY date DESC, id DESC LIMIT ?"
)


class InPeace:
    """Of whom on a day the newest talk says so, or an entry of nobody after it that names them."""

    def __init__(self, journal: Reading, index: Index, today: dt.date) -> None:
        self._journal = journal
        self._index = index
        self._today = today

    def holds(self, person: str) -> bool:
        """Whether it does of one (id)."""
        newest = self._newest(person)
        if newest is None or newest.date < self._since:
            return person in self._named
        return self._is_left_at(person, newest)

    def keeps_back(self, entry: Interaction) -> bool:
        """Whether an earlier entry is with one of them, or names one: it is not brought up, however long ago
        one said so, until there was a talk again.
        """
        return any(self._is_left(id) for id in {*entry.people, *named_in(self._journal, _words(entry))})

    def everyone(self) -> frozenset[str]:
        """All of whom it does (ids); each shelf is read once."""
        newest: dict[str, Interaction] = {}
        for month in self._journal.months():
            if f"{self._since:%Y-%m}" <= month <= f"{self._today:%Y-%m}":
                for one in self._journal.month(month):
                    if one.is_talk and self._since <= one.date <= self._today:
                        newest |= dict.fromkeys(one.people, one)
        told = {id for id, one in newest.items() if self._is_left_at(id, one)}
        return frozenset(told | (self._named.keys() - newest.keys()))

    @property
    def _since(self) -> dt.date:
        return self._today - _A_WHILE

    def _is_left(self, person: str) -> bool:
        newest = self._newest(person)
        return person in self._named if newest is None else self._is_left_at(person, newest)

    def _newest(self, person: str) -> Interaction | None:
        talks = (one for one in self._journal.with_person(person) if one.is_talk)
        return next((one for one in talks if one.date <= self._today), None)

    def _is_left_at(self, person: str, talk: Interaction) -> bool:
        return leaves_be(talk) or self._is_named_after(person, talk)

    def _is_named_after(self, person: str, talk: Interaction) -> bool:
        said = self._named.get(person)
        return said is not None and said.order > talk.order

    @cached_property
    def _named(self) -> Mapping[str, Interaction]:
        """The newest entry of nobody that names somebody (id) and says that one leaves them in peace."""
        days = self._since.isoformat(), self._today.isoformat()
        ids = [id for (id,) in self._index.rows(_OF_NOBODY, *days, _LOOKED_AT)]
        own = sorted(self._journal.with_ids(ids), key=lambda one: one.order)
        return {id: one for one in own for id in self._left_by(one)}

    def _left_by(self, entry: Interaction) -> Iterable[str]:
        said = _words(entry)
        return named_in(self._journal, said) if lets_go(said) else ()


def _words(entry: Interaction) -> str:
    """What one wrote, and answered."""
    return f"{entry.text}\n{entry.reflection.answer}" if entry.reflection is not None else entry.text
