"""People to write about, held in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

import pytest

from netjournal.language.folding import fold_keys, words
from netjournal.model import Acquaintance


class Room:
    """Acquaintances in memory: people, and who met whom at which occasions (names)."""

    def __init__(self, people: Sequence[Acquaintance], occasions: Sequence[Collection[str]] = ()) -> None:
        self.people = people
        self.occasions = [frozenset(self.id(name) for name in names) for names in occasions]
        self.asked_who_met = 0

    def id(self, name: str) -> str:
        return next(person.id for person in self.people if person.name == name)

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        return [person for person in self.people if _words(person) & set(words)]

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        self.asked_who_met += 1
        counts: dict[str, int] = {}
        for occasion in self.occasions:
            for person in sorted(occasion) if occasion & set(people) else ():
                if occasion & (set(people) - {person}):
                    counts[person] = counts.get(person, 0) + 1
        return counts


def _words(person: Acquaintance) -> set[str]:
    names = (person.name, *person.nicknames)
    return {word for name in names for key in fold_keys(name) for word in words(key)}


Gather = Callable[..., Room]


@pytest.fixture(scope="session")
def gather() -> Gather:
    """Makes a Room of people: a name, or a name, nicknames and the day last met; `met` are names who met."""

    def of(*people: str | tuple[str | date, ...], met: Sequence[Collection[str]] = ()) -> Room:
        rows = [(person,) if isinstance(person, str) else person for person in people]
        return Room(
            [
                Acquaintance(
                    id=f"{number:026}",
                    name=str(row[0]),
                    nicknames=tuple(part for part in row[1:] if isinstance(part, str)),
                    last=next((part for part in row if isinstance(part, date)), None),
                )
                for number, row in enumerate(rows, 1)
            ],
            met,
        )

    return of
