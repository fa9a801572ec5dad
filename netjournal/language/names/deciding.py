"""Which of several people a name means (issue 2 §3)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from netjournal.model import Acquaintance, Acquaintances

Group = tuple[Acquaintance, ...]
"""Everyone a name may mean."""

_NEW = "@"
_TURNS = 5
"""How often those just decided may help to decide others; bounds the time a hostile text can take."""


class Known(msgspec.Struct, frozen=True):
    """Somebody in the journal, by id and full name."""

    id: str
    name: str


class Newcomer(msgspec.Struct, frozen=True):
    """Somebody who is not in the journal yet."""

    name: str


class Choice(NamedTuple):
    """The user's word that a name for a group, at the offset `start`, means the person with this `id`.

    An empty id is somebody new called `name`.
    """

    start: int
    group: int
    id: str
    name: str


class Decision(NamedTuple):
    """Who is meant, `settled` by group and `chosen` by offset.

    `candidates` are the known people of each group, best first.
    """

    candidates: Mapping[int, Group]
    settled: Mapping[int, Acquaintance]
    chosen: Mapping[int, Acquaintance]

    def who(self, group: int, start: int) -> Acquaintance | None:
        """Who is meant by the mention of `group` at the offset `start`; None if that stays open."""
        return self.chosen.get(start) or self.settled.get(group)


def newcomer(name: str) -> Acquaintance:
    """Somebody to stand in a group who is not in the journal yet."""
    name = unicodedata.normalize("NFC", name)
    return Acquaintance(id=_NEW + name, name=name)


def named(person: Acquaintance) -> Known | Newcomer:
    """`person` as the journal knows them, or does not."""
    return Known(person.id, person.name) if is_known(person) else Newcomer(person.name)


def decide(
    groups: Mapping[int, Group],
    doubtful: Collection[int],
    people: Acquaintances,
    choices: Iterable[Choice],
    company: Collection[str] = (),
) -> Decision:
    """Who of each group is meant, where something decides it; of a `doubtful` one only the user does.

    The user's choice counts first: here, and wherever the same name stands; one that does not fit is nothing.
    Who is named without doubt, or is of the `company` (ids), is then meant by what others are called too. Of
    the rest, those who met the others most often are, then those met last.
    """
    open_groups = {number: group for number, group in groups.items() if number not in doubtful}
    settled = {number: group[0] for number, group in open_groups.items() if len(group) == 1}
    chosen: dict[int, Acquaintance] = {}
    for choice in choices:
        person = _chosen(choice, groups[choice.group])
        if person:
            chosen[choice.start] = person
            if choice.group in open_groups:
                settled.setdefault(choice.group, person)
    sure = {person.id for person in (*settled.values(), *chosen.values())} | set(company)
    for number, group in open_groups.items():
        if number not in settled:
            settled.update((number, person) for person in group if person.id in sure)
    together = _settle_by_company(open_groups, people, settled)
    ranked = {number: _ranked(group, together) for number, group in groups.items()}
    for number in open_groups:
        first, *others = ranked[number]
        if number not in settled and _rank(first, together) != _rank(others[0], together):
            settled[number] = first
    known = {number: tuple(filter(is_known, group)) for number, group in ranked.items()}
    return Decision(known, settled, chosen)


def _chosen(choice: Choice, group: Group) -> Acquaintance | None:
    if not choice.id:
        return newcomer(choice.name)
    return next((person for person in group if person.id == choice.id), None)


def _settle_by_company(
    groups: Mapping[int, Group], people: Acquaintances, settled: dict[int, Acquaintance]
) -> Mapping[str, int]:
    """Settle the groups in which one met the others most often, and tell how often each candidate did."""
    together: Mapping[str, int] = {}
    for _ in range(_TURNS):
        waiting = {number: group for number, group in groups.items() if number not in settled}
        others = {person.id for person in settled.values() if is_known(person)}
        if not waiting or not others:
            break
        together = people.met_together(others)
        clear: dict[int, Acquaintance] = {}
        for number, group in waiting.items():
            first, second = _ranked(group, together)[:2]
            if together.get(first.id, 0) > together.get(second.id, 0):
                clear[number] = first
        if not clear:
            break
        settled.update(clear)
    return together


def _ranked(group: Group, together: Mapping[str, int]) -> Group:
    if len(group) == 1:
        return group
    return tuple(sorted(group, key=lambda person: _rank(person, together), reverse=True))


def _rank(person: Acquaintance, together: Mapping[str, int]) -> tuple[int, date]:
    return together.get(person.id, 0), person.last or date.min


def is_known(person: Acquaintance) -> bool:
    """Whether the person in a group is in the journal."""
    return not person.id.startswith(_NEW)
