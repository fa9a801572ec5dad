"""What a filter needs to know of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from netjournal.language.finding.haystack import BREAK, haystack, tidied
from netjournal.model import Acquaintance, Circle


class Someone(NamedTuple):
    """A person: `names` and `field` as tidied haystacks."""

    names: str
    field: str = ""
    circle: Circle | None = None


PeopleOf = Callable[[str], Someone | None]
"""The person with an id; None for somebody who is in the journal no more."""


def someone(person: Acquaintance) -> Someone:
    """What a filter needs to know of `person`."""
    names = haystack(BREAK.join((person.name, *person.nicknames)))
    return Someone(tidied(names), tidied(haystack(person.field)) if person.field else "", person.circle)


def people_of(find: Callable[[str], Acquaintance | None]) -> PeopleOf:
    """Everyone whom `find` finds by id, each looked up when first met and kept from then on.

    Make a new one for a new snapshot.
    """
    known: dict[str, Someone | None] = {}

    def of(id: str) -> Someone | None:
        if id not in known:
            person = find(id)
            known[id] = None if person is None else someone(person)
        return known[id]

    return of
