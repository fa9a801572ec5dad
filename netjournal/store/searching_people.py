"""Search among people: who fits a filter, and whose entries fit it because of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.language.filter import Filter
from netjournal.language.filter_lines import Sheet, stretches
from netjournal.language.filter_matching import is_named
from netjournal.language.filter_narrowing import Need
from netjournal.language.filter_persons import person_fits, somebody
from netjournal.language.haystack import needle
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
    asked = [need for need in needs if need.in_name or fits is not None]
    if fits is None and not asked:
        return People((), tuple(frozenset[str]() for _ in needs))
    words = [word for need in asked for word in _words(need)]
    is_sure = bool(asked) and all(map(_words, asked))
    likely = list(islice(_likely(folder, words if is_sure else None), _MOST + 1))
    found = () if fits is None else tuple(person for person in likely if fits(person))
    if len(likely) > _MOST:
        return People(found, tuple(_called_alone(folder, need, asked) for need in needs), is_whole=False)
    return People(found, tuple(frozenset(_called(need, likely)) for need in needs))


def _called_alone(folder: Path, need: Need, asked: Sequence[Need]) -> frozenset[str] | None:
    """Who meets a need by name where too many may meet one of those `asked`; None if it is too many alone."""
    if not need.in_name:
        return frozenset()
    words = _words(need)
    if len(asked) == 1 or not words:
        return None
    likely = list(islice(_likely(folder, words), _MOST + 1))
    return None if len(likely) > _MOST else frozenset(_called(need, likely))


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


def _likely(folder: Path, words: Sequence[str] | None) -> Iterator[Contact]:
    """Everyone in whose line one of `words` stands, or everyone."""
    with suppress(Unavailable):
        try:
            found = read_whole(folder / "contacts.json")
            lines = Lines(found[0] if found else b"", "contacts")
            numbers = lines.numbers if words is None else sorted(_numbers(lines.data, words))
            yield from lines.read(numbers, Contact, "contacts")
        except NotOurs:
            for id, raw in Shelf(folder, "contacts").documents().items():
                with suppress(Unavailable):
                    yield from_raw(Contact, id, raw, "contacts.json")


def _numbers(data: bytes, words: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines in which one of `words` may stand, without those that hold no document."""
    start = 0
    for piece in stretches(data, _PIECE):
        for number in Sheet(piece, words).lines(words):
            yield start + number
        start += piece.count(b"\n")
