"""Who of the people in a file is in the journal already, and what it would add to them.

A value is only ever added: what is filled stays, lists are united. Where it is not sure that two are one
person nobody new is made of them: that is a candidate, for the user to decide. Issue 3 §5, peers.md #15.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from netjournal.exchange.cards import Card, Tick, Warned
from netjournal.exchange.known_people import KnownPeople, Unsure, Update
from netjournal.model import Contact

_ROUNDS = 4
_TICK = 500


class Candidate(NamedTuple):
    """A card that may be one of `people`, and why that is not sure; a new one of the file has no id."""

    card: Card
    people: tuple[Contact, ...]
    why: str


class Same(NamedTuple):
    """The card is of the `position`th of those whom it may be of."""

    position: int


class Another(NamedTuple):
    """The card is of somebody new; `new_id` makes an id for each of them that has none yet."""

    new_id: Callable[[], str]


Ask = Callable[[Candidate, int], Same | Another | None]
"""Told a candidate and how many more wait after it; None leaves it as it is."""


class Plan(NamedTuple):
    """What bringing in a file would do; `unchanged` counts the cards that add nothing more to anybody.

    `parted` are those to whom no more is added than who is somebody else.
    """

    created: tuple[Card, ...]
    updated: tuple[Update, ...]
    unchanged: int
    candidates: tuple[Candidate, ...]
    warnings: tuple[Warned, ...]
    parted: tuple[Update, ...] = ()


def match(known: Sequence[Card], cards: Sequence[Card], tick: Tick = lambda _: None) -> Plan:
    """The plan for `cards`, seeing everyone `known`: by UID, then by e-mail, then by name and telephone.

    The same cards again create and change nobody.
    """
    return Matching(known, cards, tick).plan()


class Matching:
    """The people of a file beside those `known`: the sure ones at once, the others as they are settled.

    `merged` says of ids that are no more whose page they went into.
    """

    def __init__(
        self,
        known: Sequence[Card],
        cards: Sequence[Card],
        tick: Tick = lambda _: None,
        merged: Mapping[str, str] | None = None,
    ) -> None:
        self._known = known
        self._count = len(cards)
        self._people = KnownPeople(known, cards, merged or {})
        self._unsure: list[tuple[Card, Unsure]] = self._compare(cards, tick)
        self._come_to_rest(cards, merged or {})

    def settle(self, ask: Ask) -> None:
        """Have `ask` decide about each candidate; an answer may make others sure, who are not asked about."""
        waiting, left = [card for card, _ in self._unsure], []
        while waiting:
            card = waiting.pop(0)
            found = self._people.take(card)
            if found is None:
                continue
            answer = ask(self._candidate(card, found), len(waiting))
            if answer is None:
                left.append(card)
            elif isinstance(answer, Same):
                self._people.unite(card, found.places[answer.position])
            else:
                self._people.part(card, found.places, answer.new_id)
        self._unsure = self._compare(left)

    def plan(self) -> Plan:
        """What came of it so far."""
        candidates = tuple(self._candidate(card, found) for card, found in self._unsure)
        created, changed, warnings = self._people.outcome(self._known)
        parted = tuple(update for update in changed if _is_only_parted(update))
        updated = tuple(update for update in changed if not _is_only_parted(update))
        unchanged = max(0, self._count - len(created) - len(updated) - len(candidates))
        return Plan(created, updated, unchanged, candidates, warnings, parted)

    @property
    def ids(self) -> dict[str, str]:
        """The id that each person has, by every id that they came with."""
        return self._people.ids

    def _come_to_rest(self, cards: Sequence[Card], merged: Mapping[str, str]) -> None:
        """Do now what the same cards would do if they came once more, until that is nothing.

        Who is who among namesakes may only be seen once all of them are there.
        """
        if self._is_at_rest(cards, merged):
            return
        for _ in range(_ROUNDS):
            before = self._people
            if not before.changes:
                return
            self._people = KnownPeople(before.people, cards, merged)
            self._people.taken = before.taken
            unsure = self._compare(cards)
            if not self._people.changes:
                self._people = before
                return
            self._people.follow(before)
            self._unsure = unsure

    def _is_at_rest(self, cards: Sequence[Card], merged: Mapping[str, str]) -> bool:
        """Whether the same cards would change nothing once more; those who are like nobody else find but
        themselves, and are left out.
        """
        before = self._people
        alone = before.alone()
        places = [place for place in range(len(before.people)) if place not in alone]
        people = KnownPeople([before.people[place] for place in places], cards, merged)
        people.taken.update({now: before.taken[place] for now, place in enumerate(places)})
        themselves = {id(before.people[place]) for place in alone}
        for card in cards:
            if id(card) not in themselves:
                people.take(card)
        return not people.changes

    def _compare(self, cards: Sequence[Card], tick: Tick = lambda _: None) -> list[tuple[Card, Unsure]]:
        """Take in all that are sure, again as long as those make others sure; gives the rest."""
        waiting = list(cards)
        unsure: list[tuple[Card, Unsure]] = []
        while waiting:
            unsure = []
            before = self._people.changes
            for count, card in enumerate(waiting, 1):
                found = self._people.take(card)
                if found is not None:
                    unsure.append((card, found))
                if count % _TICK == 0:
                    tick(count)
            waiting = [card for card, _ in unsure] if self._people.changes != before else []
        return unsure

    def _candidate(self, card: Card, found: Unsure) -> Candidate:
        return Candidate(card, tuple(self._people.at(place) for place in found.places), found.why)


def _is_only_parted(update: Update) -> bool:
    before, after = update
    return after == before._replace(
        contact=msgspec.structs.replace(before.contact, others=after.contact.others)
    )
