"""Search: people, then the months from the newest on, each narrowed down before a document in it is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.language.filters.lines import Sheet, may_hold
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.people import PeopleOf, people_of
from netjournal.language.finding.concordance import Concordance, Ways
from netjournal.model import Acquaintance, Contact, Interaction
from netjournal.store.acquainted import ACQUAINTANCE, acquaintances
from netjournal.store.concordances import Concordances
from netjournal.store.files import read_whole
from netjournal.store.index import Index, shelves
from netjournal.store.index_rows import entry_of
from netjournal.store.lines import Lines, NotOurs
from netjournal.store.searching_people import search_people
from netjournal.store.shelf import Shelf

_AT_ONCE = 128
"""Documents that are read in one step."""

_FEW_WITH = 5_000
_FEW_TAGGED = 1_000
"""Entries with some people, or with a tag, up to which the index is asked for their months."""


class Stretch(NamedTuple):
    """What one step found: `people`, all of them in the first, or `entries`, newest first.

    By then all since `month` (``2026-11``; empty before the first) was looked through, `looked` months of
    `months`. `is_whole` is False in the first if more people may fit than were looked at.
    """

    people: tuple[Contact, ...]
    entries: tuple[Interaction, ...]
    month: str
    looked: int
    months: int
    is_whole: bool = True


class Wanted(NamedTuple):
    """Folded words, one of which stands in an entry, unless one of these people took part (None: many).

    Where there are `phrases`, one of them stands there.
    """

    words: tuple[str, ...]
    people: frozenset[str] | None
    phrases: tuple[str, ...]

    @property
    def ways(self) -> Ways:
        """All the words that stand there, way by way."""
        return [phrase.split() for phrase in self.phrases] or [[word] for word in self.words]


Stretches = Generator[Stretch, None, None]


def search(folder: Path, index: Index, filter: Filter) -> Stretches:
    """Everything in a journal's folder that fits `filter`, as the index stood at its last refresh.

    Each step takes some milliseconds; whoever has seen enough asks for no more. What cannot be read is left
    out. Raises Unavailable if the folder or the index cannot be read.
    """
    needs = filter.needs_words()
    who = search_people(folder, filter, needs)
    needed = [ids for need, ids in zip(needs, who.called, strict=True) if need.named]
    standing = shelves(folder)
    months = _months(standing, index, filter, needed)
    before = Stretch((), (), "", 0, len(months))
    yield before._replace(people=who.found, is_whole=who.is_whole)
    fits = filter.matcher(one_by_one(index))
    wanted = [Wanted(need.words, ids, need.phrases) for need, ids in zip(needs, who.called, strict=True)]
    sure = sorted((one for one in wanted if one.people is not None), key=_likely_rare)
    met = [(one, _months_with(index, one.people)) for one in sure if one.people]
    known = Concordances(index, standing)
    for looked, month in enumerate(months, 1):
        here = [one for one, when in met if when is None or month in when]
        looking = _Month(folder, index, month, known.of(f"months/{month}"), sure, here)
        if looking.is_in_vain:
            continue
        found: dict[str, Interaction] = {}
        for entries in looking.likely():
            found |= {entry.id: entry for entry in entries if fits(entry)}
            yield before
        before = Stretch((), (), month, looked, len(months))
        yield before._replace(entries=tuple(sorted(found.values(), key=attrgetter("order"), reverse=True)))


def _likely_rare(wanted: Wanted) -> int:
    """Sorts what few entries hold to the front: nobody but some people, then the longest words."""
    return -min(map(len, wanted.words), default=1000)


class _Month:
    """One month while it is searched; `known` are its words, `met` those of what is `wanted` that somebody
    who took part may have brought along.
    """

    def __init__(
        self,
        folder: Path,
        index: Index,
        month: str,
        known: Concordance | None,
        wanted: Sequence[Wanted],
        met: Collection[Wanted],
    ) -> None:
        self._folder = folder
        self._index = index
        self._month = month
        self._shelf = f"months/{month}"
        self._known = known
        self._wanted = wanted
        self._met = met
        self._standing = self._stands([one.ways for one in wanted if one not in met])

    @property
    def is_in_vain(self) -> bool:
        """Whether nothing in it fits for sure."""
        return self._standing is not None and not self._standing

    def likely(self) -> Iterator[list[Interaction]]:
        """The entries that may fit, some at a time; read as a whole where the file is not as we write it."""
        with suppress(Unavailable):
            try:
                found = read_whole(self._folder / f"{self._shelf}.json")
                yield from self._by_line(Lines(found[0] if found else b"", "interactions"))
            except NotOurs:
                yield list(self._all())

    def _stands(self, wanted: Sequence[Ways]) -> set[int] | None:
        """The numbers of the lines with all of some words; None where only the lines themselves tell."""
        known = self._known
        if known is None or not wanted:
            return None
        return set.intersection(*map(known.lines, wanted)) if all(map(known.has, wanted)) else set()

    def _by_line(self, lines: Lines) -> Iterator[list[Interaction]]:
        numbers = self._standing
        lines_with = self._finder(lines)
        for one in self._wanted:
            if self._standing is None or one in self._met or one.phrases:
                some = lines_with(one) if numbers is None else lines_with(one) & numbers
                if one.phrases:
                    some = {number for number in some if may_hold(lines.rows[number], one.phrases)}
                if one.people:
                    some |= lines.of_ids(self._ids_with(one.people))
                numbers = some if numbers is None else some & numbers
                if not numbers:
                    return
        if lines.count != self._count():
            raise NotOurs
        entries = lines.read(lines.numbers if numbers is None else sorted(numbers), Interaction, self._shelf)
        while some_entries := list(islice(entries, _AT_ONCE)):
            yield some_entries

    def _finder(self, lines: Lines) -> Callable[[Wanted], set[int]]:
        """What gives the numbers of the lines in which one of the words wanted stands."""
        known = self._known
        if known is not None:
            return lambda one: known.lines(one.ways)
        if not self._wanted:
            return lambda one: set()
        sheet = Sheet(lines.data, [word for one in self._wanted for word in one.words])
        return lambda one: sheet.lines(one.words)

    def _all(self) -> Iterator[Interaction]:
        for id, raw in Shelf(self._folder, self._shelf).documents().items():
            with suppress(Unavailable):
                yield entry_of(id, raw, self._shelf)

    def _ids_with(self, people: frozenset[str]) -> list[str]:
        query = (
            "SELECT e.id FROM participant p JOIN entry e ON e.key = p.entry"
            " WHERE p.person IN (SELECT value FROM json_each(?)) AND p.date BETWEEN ? AND ?"
        )
        month = self._month
        rows = self._index.rows(query, json.dumps(sorted(people)), f"{month}-01", f"{month}-31")
        return [id for (id,) in rows]

    def _count(self) -> int:
        """How many documents stand on the shelf, those that do not fit too."""
        query = (
            "SELECT (SELECT COUNT(*) FROM entry WHERE date BETWEEN substr(?1, 8) AND substr(?1, 8) || '-31')"
            " + (SELECT COUNT(*) FROM problem WHERE shelf = ?1)"
        )
        [(count,)] = self._index.rows(query, self._shelf)
        return int(count)


def _months(
    standing: Iterable[str], index: Index, filter: Filter, people: list[frozenset[str] | None]
) -> tuple[str, ...]:
    """The months in which something may fit, newest first; `people` must all have had a part."""
    first, last = (day.isoformat()[:7] for day in filter.days())
    broken = {shelf for (shelf,) in index.rows("SELECT shelf FROM problem WHERE id = ''")}
    there = {name[7:] for name in standing if name.startswith("months/") and name not in broken}
    months = {month for month in there if first <= month <= last}
    some = [_months_with(index, ids) for ids in people if ids is not None]
    needed = filter.tags()
    tags = [tag for (tag,) in index.rows("SELECT DISTINCT tag FROM tag")] if needed else []
    query = (
        "SELECT e.date FROM tag t JOIN entry e ON e.key = t.entry"
        " WHERE t.tag IN (SELECT value FROM json_each(?))"
    )
    some += [_months_of(index, query, [tag for tag in tags if is_it(tag)], _FEW_TAGGED) for is_it in needed]
    for known in some:
        months = months if known is None else months & known
    return tuple(sorted(months, reverse=True))


def _months_with(index: Index, people: Iterable[str]) -> set[str] | None:
    """The months in which one of some people took part; None as below."""
    query = "SELECT date FROM participant WHERE person IN (SELECT value FROM json_each(?))"
    return _months_of(index, query, sorted(people), _FEW_WITH)


def _months_of(index: Index, query: str, values: list[str], few: int) -> set[str] | None:
    """The months of the days that `query` finds; None if they are so many that it is not worth the while."""
    days = index.rows(f"{query} LIMIT {few + 1}", json.dumps(values))
    return None if len(days) > few else {day[:7] for (day,) in days}


def one_by_one(index: Index) -> PeopleOf:
    """The people that a matcher asks for, each looked up when first met."""

    def find(id: str) -> Acquaintance | None:
        return next(iter(acquaintances(index.rows(f"{ACQUAINTANCE} WHERE id = ?", id))), None)

    return people_of(find)
