"""The ways people are named in prose, as a tree of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from netjournal.language.folding import fold, fold_keys, words
from netjournal.language.names.everyday import PARTICLES
from netjournal.language.names.shortening import KIN_TITLES, TITLES
from netjournal.model import Acquaintance


class Kind(IntEnum):
    """How a person is named, the most telling first (issue 2 §3)."""

    FULL = 0
    NICKNAME = 1
    INITIAL = 2
    FIRST = 3
    LAST = 4


Words = tuple[str, ...]

_LONGEST = 5
"""More than the words of a last name."""

_OFFICES = frozenset(("mayor", "pastor"))
"""Titles that a place has one of, so that they name whoever is called so: the mayor."""


class Node:
    """Where the words so far lead: to people, by kind, and to further words."""

    __slots__ = ("further", "people")

    def __init__(self) -> None:
        self.further: dict[str, Node] = {}
        self.people: dict[Kind, dict[str, Acquaintance]] = {}


class Phrases:
    """Full names, nicknames, first names with a last initial, and first names of some people.

    Beside them, `lasts`: who has folded words as the last of the two or three in their name, as one with a
    hyphen, as the last two of three, or from the small words of a surname on (van der Berg).
    """

    def __init__(self, people: Iterable[Acquaintance]) -> None:
        self.root = Node()
        self.lasts: dict[Words, dict[str, Acquaintance]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Acquaintance) -> None:
        """Let `person` be found as well."""
        chunks = person.name.split()
        self._name(person, Kind.FULL, person.name)
        for nickname in person.nicknames:
            self._name(person, Kind.NICKNAME, nickname)
        while len(chunks) > 1 and fold(chunks[0]).rstrip(".") in TITLES:
            if (title := fold(chunks.pop(0))) in _OFFICES:
                self._put(person, Kind.NICKNAME, (title,))
            self._name(person, Kind.FULL, " ".join(chunks))
        if len(chunks) > 1:
            self._first(person, chunks[0], chunks[-1])
            if chunks[0].casefold() in KIN_TITLES:
                self._first(person, chunks[1], chunks[-1])
        for name in _last_names(chunks):
            for spelling in spellings(name):
                self.lasts.setdefault(spelling, {})[person.id] = person
        if joined := _with_joined_initials(chunks):
            self._name(person, Kind.FULL, joined)

    def called_last(self, name: str) -> Acquaintance | None:
        """The one person who has `name` among their `lasts`; None for nobody and for several."""
        found = {id: person for way in spellings(name) for id, person in self.lasts.get(way, {}).items()}
        return next(iter(found.values())) if len(found) == 1 else None

    def exactly(self, name: str) -> tuple[Kind, tuple[Acquaintance, ...]] | None:
        """Those whom `name` names as a whole, in the most telling way."""
        nodes = self.ends(name)
        return best(nodes) if nodes else None

    def ends(self, name: str) -> tuple[Node, ...]:
        """Where `name` as a whole leads to people."""
        ends = (follow(self.root, spelling) for spelling in spellings(name))
        return tuple(node for node in ends if node is not None and node.people)

    def _first(self, person: Acquaintance, first: str, last: str) -> None:
        initials = {word[0] for spelling in spellings(last) for word in spelling[:1]}
        initials.update(word for spelling in spellings(last[0]) for word in spelling)
        for spelling in spellings(first):
            if len("".join(spelling)) > 1:
                self._put(person, Kind.FIRST, spelling)
                for initial in sorted(initials):
                    self._put(person, Kind.INITIAL, (*spelling, initial))

    def _name(self, person: Acquaintance, kind: Kind, name: str) -> None:
        for spelling in spellings(name):
            self._put(person, kind, spelling)

    def _put(self, person: Acquaintance, kind: Kind, spelling: Words) -> None:
        node = self.root
        for word in spelling:
            node = node.further.setdefault(word, Node())
        node.people.setdefault(kind, {})[person.id] = person


def _last_names(chunks: Sequence[str]) -> Iterator[str]:
    if len(chunks) in (2, 3):
        yield from (one for one in chunks[1:] if one is chunks[-1] or "-" in one)
    if len(chunks) > 2:
        first = next((at for at, one in enumerate(chunks[1:], 1) if one in PARTICLES), len(chunks) - 2)
        if first > 0 and len(chunks) - first < _LONGEST:
            yield " ".join(chunks[first:])


def _with_joined_initials(chunks: Sequence[str]) -> str:
    """dk rao of D. K. Rao; empty without two initials."""
    count = next((at for at, one in enumerate(chunks) if len(one.rstrip(".")) > 1), 0)
    initials = "".join(one.rstrip(".") for one in chunks[:count])
    return " ".join((initials, *chunks[count:])) if count > 1 else ""


def given_name(name: str) -> str:
    """The first word of a name after its titles: Ana of Dr Ana Silva. Empty for a name without words."""
    chunks = name.split()
    while len(chunks) > 1 and fold(chunks[0]).rstrip(".") in TITLES:
        del chunks[0]
    return chunks[0] if chunks else ""


def follow(node: Node, further: Words) -> Node | None:
    """Where `further` words lead from `node`."""
    for word in further:
        if word not in node.further:
            return None
        node = node.further[word]
    return node


def best(nodes: Sequence[Node]) -> tuple[Kind, tuple[Acquaintance, ...]]:
    """Those whom the words that lead to `nodes` name in the most telling way; somebody must be there."""
    kind = min(kind for node in nodes for kind in node.people)
    people = {id: person for node in nodes for id, person in node.people.get(kind, {}).items()}
    return kind, tuple(people.values())


def spellings(text: str) -> Sequence[Words]:
    """The folded words of `text`, in each way they may be typed; none if it has no letter or digit."""
    if text.isascii() and text.isalnum():
        return ((text.casefold(),),)
    return tuple(dict.fromkeys(spelling for key in fold_keys(text) if (spelling := words(key))))
