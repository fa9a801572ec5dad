"""Everyone whom a name in a text may mean, numbered: the same name is the same group wherever it stands."""

from __future__ import annotations

from netjournal.language.folding import fold
from netjournal.language.names.deciding import Group, is_known, newcomer
from netjournal.language.names.phrases import Kind, Node, Phrases, best, spellings
from netjournal.model import Acquaintance

_Holders = dict[str, dict[str, None]]


class Groups:
    """`people` holds the groups; those in `doubtful` are not to be settled without being asked about."""

    def __init__(self) -> None:
        self.people: list[Group] = []
        self.doubtful: set[int] = set()
        self._at: dict[tuple[Node, ...], tuple[Kind, int]] = {}
        self._exactly: dict[str, tuple[Kind, int]] = {}
        self._alone: dict[str, int] = {}
        self._newcomers: dict[str, int] = {}
        self._holders: dict[int, _Holders] = {}
        self._narrowed: dict[tuple[int, tuple[str, ...]], int] = {}

    def at(self, nodes: tuple[Node, ...]) -> tuple[Kind, int]:
        """How the words that lead to `nodes`, where people are, name them, and the group of those."""
        if nodes not in self._at:
            kind, people = best(nodes)
            self._at[nodes] = kind, self._add(people)
        return self._at[nodes]

    def exactly(self, name: str, phrases: Phrases) -> tuple[Kind, int]:
        """How `name` as a whole names somebody, and the group of those; if nobody, a newcomer."""
        if name not in self._exactly:
            nodes = phrases.ends(name)
            self._exactly[name] = self.at(nodes) if nodes else (Kind.FULL, self.of_newcomer(name))
        return self._exactly[name]

    def of_newcomer(self, name: str) -> int:
        """The group of a newcomer alone; the same name, however typed, is the same newcomer."""
        key = fold(name)
        if key not in self._newcomers:
            self._newcomers[key] = self._add((newcomer(name),))
        return self._newcomers[key]

    def alone(self, person: Acquaintance) -> int:
        """The group of one person."""
        if person.id not in self._alone:
            self._alone[person.id] = self._add((person,))
        return self._alone[person.id]

    def with_surname(self, number: int, words: frozenset[str]) -> int:
        """Those of a group with all of the folded `words` in their name; if there are none, all, in doubt."""
        if number not in self._holders:
            self._holders[number] = _holders(self.people[number])
        holders = [self._holders[number].get(word, {}) for word in sorted(words)]
        ids = tuple(id for id in holders[0] if all(id in others for others in holders)) if holders else ()
        if (number, ids) not in self._narrowed:
            people = self.people[number]
            fitting = tuple(person for person in people if (person.id in ids if ids else is_known(person)))
            self._narrowed[number, ids] = self._add(fitting)
            if not ids:
                self.doubtful.add(self._narrowed[number, ids])
        return self._narrowed[number, ids]

    def admit_newcomers(self, phrases: Phrases) -> None:
        """Let the newcomers so far be found in prose by what others may be called as well."""
        for number in self._newcomers.values():
            phrases.add(self.people[number][0])
        self._at.clear()

    def _add(self, people: Group) -> int:
        self.people.append(people)
        return len(self.people) - 1


def _holders(people: Group) -> _Holders:
    """The ids of those with each folded word in their name."""
    holders: _Holders = {}
    for person in people:
        for word in {word for spelling in spellings(person.name) for word in spelling}:
            holders.setdefault(word, {})[person.id] = None
    return holders
