"""Search among people: who fits a filter, and whose entries fit it because of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.language.filters.lines import Sheet, stretches
from netjournal.language.filters.matching import is_named
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.narrowing import Need
from netjournal.language.filters.persons import Fits, person_fits, somebody
from netjournal.language.finding.haystack import needle
from netjournal.model import Contact, from_raw
from netjournal.store.files import read_whole
from netjournal.store.lines import Lines, NotOurs
from netjournal.store.shelf import Shelf

_PIECE = 1 << 20
_MOST = 1_000
"""People read for one search; where more may fit, the words are too short for a choice."""


class People(NamedTuple):
    """Those `found`, as they came into the journal; for each need of the filter the ids of those who meet it
    by their name, None where they are too many to tell. Then not all were looked at either: `is_whole`.
    """

    found: tuple[Contact, ...]
    called: tuple[frozenset[str] | None, ...]
    is_whole: bool = True


def search_people(folder: Path, filter: Filter, needs: Sequence[Need]) -> People:
    """Who fits `filter`, and who meets which of its `needs` by name; nobody if the shelf cannot be read."""
    fits = person_fits(filter)
    if fits is None and not any(need.in_name for need in needs):
        return People((), tuple(frozenset[str]() for _ in needs))
    try:
        found = read_whole(folder / "contacts.json")
        return _by_line(Lines(found[0] if found else b"", "contacts"), fits, needs)
    except NotOurs:
        everyone = list(_everyone(folder))
        return People(_fitting(fits, everyone), tuple(frozenset(_called(need, everyone)) for need in needs))
    except Unavailable:
        return People((), tuple(frozenset[str]() for _ in needs))


def _by_line(lines: Lines, fits: Fits | None, needs: Sequence[Need]) -> People:
    standing = _standing(lines, needs)
    common = set(lines.numbers).intersection(*standing)

    def read(numbers: Iterable[int]) -> list[Contact]:
        return list(lines.read(sorted(numbers)[:_MOST], Contact, "contacts"))

    likely = read(common)

    def called(need: Need, numbers: set[int]) -> frozenset[str] | None:
        if not need.in_name:
            return frozenset()
        if len(numbers) > _MOST:
            return None
        return frozenset(_called(need, likely if numbers == common else read(numbers)))

    who = tuple(map(called, needs, standing))
    return People(_fitting(fits, likely), who, is_whole=len(common) <= _MOST)


def _standing(lines: Lines, needs: Sequence[Need]) -> list[set[int]]:
    """The numbers of the lines that may hold each of `needs`."""
    wanted = [_words(need) for need in needs]
    found = [set() if words else set(lines.numbers) for words in wanted]
    start = 0
    for piece in stretches(lines.data, _PIECE):
        sheet = Sheet(piece, [word for words in wanted for word in words])
        for numbers, words in zip(found, wanted, strict=True):
            numbers.update(start + number for number in sheet.lines(words))
        start += piece.count(b"\n")
    return [numbers.intersection(lines.numbers) for numbers in found]


def _fitting(fits: Fits | None, people: Iterable[Contact]) -> tuple[Contact, ...]:
    return () if fits is None else tuple(person for person in people if fits(person))


def _called(need: Need, people: Iterable[Contact]) -> Iterator[str]:
    if need.in_name:
        is_it = is_named(need.named) if need.named else None
        for person in people:
            known = somebody(person)
            if is_it(known) if is_it else any(f" {word}" in known.names for word in need.words):
                yield person.id


def _words(need: Need) -> list[str]:
    """Beginnings of words, one of which stands in whoever meets a need by name; none if that is not sure."""
    if not need.named:
        return list(need.words)
    wanted = needle(max(need.named.split(), key=len, default=""), exact=False)
    return [max(way.split(), key=len) for way in wanted.ways] if wanted else []


def _everyone(folder: Path) -> Iterator[Contact]:
    with suppress(Unavailable):
        for id, raw in Shelf(folder, "contacts").documents().items():
            with suppress(Unavailable):
                yield from_raw(Contact, id, raw, "contacts.json")
