"""What can be asked of a journal: the index says where to look, shelves are opened one at a time."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.model import (
    Acquaintance,
    Dimension,
    Interaction,
    Promise,
    Raw,
)
from netjournal.store.files import Signature
from netjournal.store.index import Index
from netjournal.store.index_rows import entry_of
from netjournal.store.lines import entries_at, entries_on
from netjournal.store.people import PeopleReading
from netjournal.store.shelf import Shelf

if TYPE_CHECKING:
    from netjournal.language.filters.meaning import Filter
    from netjournal.store.concordances import Learnt
    from netjournal.store.searching import Stretches

_PAGE = 256
_DAY = 26 * 3600
"""Seconds between noon UTC and the first moment that has the same date somewhere."""


class OpenPromise(NamedTuple):
    """A promise that is not kept yet: the `position`th of its interaction."""

    interaction: Interaction
    position: int
    promise: Promise


class Problem(NamedTuple):
    """Something on a shelf that cannot be read; the rest of the journal works."""

    shelf: str
    message: str
    hint: str


class Snapshot(NamedTuple):
    """What is needed at every moment, as it stood at one: everyone, what cannot be read, and the last month
    in which anything happened.
    """

    people: tuple[Acquaintance, ...]
    problems: tuple[Problem, ...]
    newest_month: str | None


class Reading(PeopleReading):
    """The questions; everything is answered from the shelves as they stood at the last `refresh`."""

    def __init__(self, folder: Path, index: Index) -> None:
        super().__init__(folder, index)
        self._seen: dict[str, Signature] = {}

    def refresh(self) -> bool:
        """Take in what changed on disk; whether anybody else changed anything since this was last asked.

        Raises Unavailable if the folder cannot be read.
        """
        standing = self._index.refresh()
        is_new = standing != self._seen
        self._seen = standing
        return is_new

    def snapshot(self) -> Snapshot:
        """What is needed at every moment, without a shelf being opened."""
        return Snapshot(self.people(), self.problems(), self.newest_month())

    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read, each document by its file, line and field."""
        query = "SELECT shelf, id, message, hint FROM problem ORDER BY shelf, message"
        return tuple(
            Problem(shelf, _placed(self.folder, shelf, id, message) if id else message, hint)
            for shelf, id, message, hint in self._rows(query)
        )

    def interaction(self, id: str) -> Interaction:
        """One entry; raises JournalError if there is none with this id."""
        for (shelf,) in self._rows("SELECT shelf FROM entry WHERE id = ? ORDER BY shelf DESC", id):
            for entry in entries_at(self.folder, shelf, [id]):
                return entry
            raw = Shelf(self.folder, shelf).documents().get(id)
            if raw is not None:
                return entry_of(id, raw, shelf)
        raise JournalError("This entry is not in the journal any more.")

    def ids_ending(self, tail: str) -> tuple[str, ...]:
        """The ids of interactions that end in `tail`, newest first; at most nine."""
        query = "SELECT DISTINCT id FROM entry WHERE substr(id, -length(?1)) = ?1 ORDER BY id DESC LIMIT 9"
        return tuple(id for (id,) in self._rows(query, tail.upper()))

    def month(self, month: str) -> tuple[Interaction, ...]:
        """Everything that happened in a month (``2026-11``), in the order it was lived."""
        return tuple(sorted(entries_on(self.folder, f"months/{month}"), key=lambda entry: entry.order))

    def months(self) -> tuple[str, ...]:
        """Every month that has a shelf, the earliest first."""
        query = "SELECT substr(name, 8) FROM shelf WHERE name LIKE 'months/%' ORDER BY name"
        return tuple(month for (month,) in self._rows(query))

    def month_documents(self, month: str) -> Iterator[tuple[Interaction, Raw]]:
        """Everything that happened in a month, each with its document, in the order of their ids."""
        shelf = f"months/{month}"
        for id, raw in self._documents(shelf).items():
            yield from ((entry, raw) for entry in _fitting([(shelf, id, raw)]))

    def standing(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Those of `ids` that are interactions of the journal, each with its month."""
        query = "SELECT id, shelf FROM entry WHERE id IN (SELECT value FROM json_each(?))"
        return {id: shelf[7:] for id, shelf in self._rows(query, json.dumps(list(ids)))}

    def with_ids(self, ids: Iterable[str]) -> Iterator[Interaction]:
        """The interactions with these ids, newest first, found shelf by shelf."""
        query = (
            "SELECT shelf, id FROM entry WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY date DESC, wall DESC, id DESC"
        )
        return self._each(self._rows(query, json.dumps(list(ids))))

    def with_person(self, person: str) -> Iterator[Interaction]:
        """Every interaction with a person, newest first, found shelf by shelf."""
        query = (
            "SELECT e.shelf, e.id FROM participant p JOIN entry e ON e.key = p.entry"
            " WHERE p.person = ? ORDER BY p.date DESC, e.wall DESC, e.id DESC"
        )
        return self._each(self._rows(query, person))

    def search(self, filter: Filter) -> Stretches:
        """Everything that fits a filter, step by step, newest first; see `searching.search`."""
        from netjournal.store.searching import search

        return search(self.folder, self._index, filter)

    def why_nothing(self, filter: Filter) -> str:
        """What helps whose search found nothing; see `nothing_found.why_nothing`."""
        from netjournal.store.nothing_found import why_nothing

        return why_nothing(self.folder, self._index, filter)

    def learn_words(self) -> Iterator[Learnt]:
        """Learn, month by month, what lets a search be quick; see `concordances.learn_words`."""
        from netjournal.store.concordances import learn_words

        yield from learn_words(self.folder, self._index)

    def reflections(self, dimension: Dimension | None, *, answered: bool = True) -> Iterator[Interaction]:
        """Interactions with an answer in a theme (None: in any), or whose question waits, newest first."""
        status = "answered" if answered else "asked"
        return self._each(self._reflected(status, dimension))

    def waiting_since(self, day: dt.date) -> Iterator[Interaction]:
        """Entries whose question was asked on `day` or later and has no answer yet, newest first."""
        noon = dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()
        query = (
            "SELECT shelf, id FROM entry WHERE status = 'asked' AND asked IS NOT NULL AND asked > ?"
            " AND asked_on >= ? ORDER BY date DESC, wall DESC, id DESC LIMIT 50"
        )
        return self._each(self._rows(query, noon - _DAY, day.isoformat()))

    def themes(self) -> dict[str, int]:
        """How many answers there are in each theme; those still to be given under ``asked``."""
        query = (
            "SELECT dimension, COUNT(*) FROM entry WHERE status = 'answered' AND asked IS NOT NULL"
            " GROUP BY dimension"
        )
        waiting = "SELECT 'asked', COUNT(*) FROM entry WHERE status = 'asked' AND asked IS NOT NULL"
        return {theme: count for theme, count in self._rows(f"{query} UNION ALL {waiting}") if count}

    def tags(self) -> tuple[str, ...]:
        """Every tag of an interaction, the most used first."""
        query = "SELECT tag FROM tag GROUP BY tag ORDER BY COUNT(*) DESC, tag"
        return tuple(tag for (tag,) in self._rows(query))

    def days(self, first: dt.date, last: dt.date) -> dict[dt.date, int]:
        """How many interactions each day from `first` to `last` had, days without any left out."""
        query = "SELECT date, COUNT(*) FROM entry WHERE date BETWEEN ? AND ? GROUP BY date"
        rows = self._rows(query, first.isoformat(), last.isoformat())
        return {dt.date.fromisoformat(day): count for day, count in rows}

    def on_days(self, days: Iterable[dt.date]) -> Iterator[Interaction]:
        """Everything that happened on some days, day by day; a shelf without any of it is not opened."""
        query = "SELECT shelf, id FROM entry WHERE date = ? ORDER BY wall, id"
        return self._each(place for day in days for place in self._rows(query, day.isoformat()))

    def oldest_day(self) -> dt.date | None:
        """The first day on which anything happened."""
        [(day,)] = self._rows("SELECT MIN(date) FROM entry")
        return dt.date.fromisoformat(day) if day else None

    def newest_month(self) -> str | None:
        """The last month in which anything happened."""
        [(day,)] = self._rows("SELECT MAX(date) FROM entry")
        return day[:7] if day else None

    def promises(
        self, limit: int = 20, *, by: Literal["me", "them"] | None = None, person: str | None = None
    ) -> tuple[OpenPromise, ...]:
        """Promises that wait (of one side, or between oneself and one person by id), at most `limit` of them.

        One's own is to whom its words name (`to_whom`), wherever it stands; else to all of its entry. Those
        due first are at the front, those without a day last and newest first.
        """
        query = (
            "SELECT e.shelf, e.id, p.position FROM promise p JOIN entry e ON e.key = p.entry"
            " WHERE (?2 IS NULL OR p.mine = ?2)"
            " AND (?3 IS NULL OR p.entry IN (SELECT entry FROM participant WHERE person = ?3) OR (p.mine AND"
            " EXISTS (SELECT 1 FROM word WHERE person = ?3 AND length(word) > 1 AND instr(p.said, word))))"
            " ORDER BY p.due IS NULL, p.due, e.date DESC, e.id, p.position LIMIT ?1"
        )
        rows = self._rows(query, limit, None if by is None else by == "me", person)
        entries = {entry.id: entry for entry in self._each(sorted({(shelf, id) for shelf, id, _ in rows}))}
        found = (
            OpenPromise(entries[id], position, entries[id].promises[position])
            for _, id, position in rows
            if id in entries and position < len(entries[id].promises)
        )
        return tuple(one for one in found if person is None or self._is_between(one, person))

    def _is_between(self, one: OpenPromise, person: str) -> bool:
        if one.promise.by == "them":
            return True
        from netjournal.language.promises.meant_for import to_whom

        return person in (to_whom(one.promise, one.interaction, self) or one.interaction.people)

    def _reflected(self, status: str, dimension: Dimension | None) -> Iterator[tuple[str, str]]:
        """Shelf and id of the entries with a question of `status`, newest first, asked for page by page."""
        query = (
            "SELECT date, wall, id, shelf FROM entry WHERE asked IS NOT NULL AND status = ?1"
            " AND {} AND (date, wall, id) < (?3, ?4, ?5) ORDER BY date DESC, wall DESC, id DESC LIMIT ?6"
        )
        of_theme = query.format("?2 IS NULL" if dimension is None else "dimension = ?2")
        last = ("9999-99", "", "")
        while rows := self._rows(of_theme, status, dimension, *last, _PAGE):
            yield from ((shelf, id) for _, _, id, shelf in rows)
            last = rows[-1][:3]

    def _each(self, places: Iterable[tuple[str, str]]) -> Iterator[Interaction]:
        """The interactions at (shelf, id), each shelf read once while they follow one another."""
        for shelf, group in groupby(places, itemgetter(0)):
            yield from entries_at(self.folder, shelf, (id for _, id in group))


def _placed(folder: Path, shelf: str, id: str, message: str) -> str:
    from netjournal.store.misfits import say, understand  # nothing needs it where all is well

    return say(shelf, id, understand(folder, shelf, id, message))


def _fitting(documents: Iterable[tuple[str, str, Raw]]) -> Iterator[Interaction]:
    """The interactions among documents at (shelf, id); `problems` says what hinders the others."""
    for shelf, id, raw in documents:
        with contextlib.suppress(Unavailable):
            yield entry_of(id, raw, shelf)
