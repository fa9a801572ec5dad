"""Who of the people in a file is in the journal already, and what it would add to them.

A value is only ever added: what is filled stays, lists are united. Where it is not sure that two are one
person nobody new is made of them: that is a candidate, for the user to decide. Issue 3 §5, peers.md #15.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from netjournal.exchange.alike import Keys, alike, keys_of
from netjournal.exchange.cards import Card, Tick, Warned
from netjournal.exchange.uniting import through_known, united
from netjournal.model import Contact

_TICK = 500
_SHORT = 8


class Update(NamedTuple):
    """Somebody known before and after what a file adds to them."""

    before: Card
    after: Card


class Candidate(NamedTuple):
    """A card that may be one of `people`, and why that is not sure."""

    card: Card
    people: tuple[Contact, ...]
    why: str


class Plan(NamedTuple):
    """What bringing in a file would do; `unchanged` counts the cards that add nothing more to anybody."""

    created: tuple[Card, ...]
    updated: tuple[Update, ...]
    unchanged: int
    candidates: tuple[Candidate, ...]
    warnings: tuple[Warned, ...]


class _Unsure(NamedTuple):
    places: tuple[int, ...]
    why: str


def match(known: Sequence[Card], cards: Sequence[Card], tick: Tick = lambda _: None) -> Plan:
    """The plan for `cards`, seeing everyone `known`: by UID, then by e-mail, then by name and telephone.

    The same cards again create and change nobody.
    """
    people = _People(known)
    waiting = list(cards)
    unsure: list[tuple[Card, _Unsure]] = []
    while waiting:
        unsure = []
        before = people.changes
        for count, card in enumerate(waiting, 1):
            found = people.take(card)
            if found is not None:
                unsure.append((card, found))
            if count % _TICK == 0:
                tick(count)
        waiting = [card for card, _ in unsure] if people.changes != before else []
    plan = people.plan(known, unsure)
    further = len(plan.created) + len(plan.updated) + len(plan.candidates)
    return plan._replace(unchanged=max(0, len(cards) - further))


class _People:
    """Everyone known so far, those of the file included, by all that they may be known by."""

    def __init__(self, known: Sequence[Card]) -> None:
        self.people: list[Card] = []
        self.changes = 0
        self.warnings: list[Warned] = []
        self._by: dict[tuple[str, str], dict[int, None]] = {}
        self._ids: dict[str, int] = {}
        for card in known:
            self._put(len(self.people), card)

    def take(self, card: Card) -> _Unsure | None:
        """Find the person of a card or make a new one; says why where that is not sure."""
        keys = keys_of(card)
        owners = self._owners(card, keys)
        if not owners:
            self._put(len(self.people), card)
            self.changes += 1
            return None
        found = next((place for place in owners if self._says_it_all(place, card)), None)
        sure = self._sure(card, keys) if found is None else found
        if isinstance(sure, _Unsure):
            return sure
        after, conflicts = united(self.people[sure], card)
        self.warnings += [Warned(card.where, what) for what in conflicts]
        self._know(card, sure)
        if after != self.people[sure]:
            self._put(sure, after)
            self.changes += 1
        return None

    def plan(self, known: Sequence[Card], unsure: Iterable[tuple[Card, _Unsure]]) -> Plan:
        """What came of it; people met through somebody are given the id that one has now."""
        ids = {id: self.people[place].contact.id for id, place in self._ids.items()}
        people = [
            card if place < len(known) and card == known[place] else through_known(card, ids)
            for place, card in enumerate(self.people)
        ]
        updated = [Update(*pair) for pair in zip(known, people, strict=False) if pair[0] != pair[1]]
        candidates = tuple(
            Candidate(card, tuple(self.people[place].contact for place in found.places), found.why)
            for card, found in unsure
        )
        return Plan(tuple(people[len(known) :]), tuple(updated), 0, candidates, tuple(self.warnings))

    def _sure(self, card: Card, keys: Keys) -> int | _Unsure:
        """The one person that a card is of."""
        for owners, why in (
            (self._marked(card, keys), "it has the mark of somebody of another name"),
            (self._having("email", keys.emails), "somebody of another name has this e-mail address"),
        ):
            fitting = [place for place in owners if alike(self.people[place].contact, card.contact)]
            if len(fitting) == 1:
                return fitting[0]
            if owners:
                return _Unsure(tuple(owners), "several people fit" if fitting else why)
        same = self._having("name", keys.names)
        fitting = [place for place in same if keys.phones & keys_of(self.people[place]).phones]
        if len(fitting) == 1:
            return fitting[0]
        return _Unsure(tuple(same), "several people fit" if fitting else "only the name is the same")

    def _owners(self, card: Card, keys: Keys) -> list[int]:
        """Everyone who may be meant, however uncertain it is."""
        found = (
            self._marked(card, keys),
            self._having("email", keys.emails),
            self._having("name", keys.names),
        )
        return list(dict.fromkeys(place for places in found for place in places))

    def _says_it_all(self, place: int, card: Card) -> bool:
        standing = self.people[place]
        return united(standing, card) == (standing, ())

    def _marked(self, card: Card, keys: Keys) -> list[int]:
        """Those with the same mark; one as short as a number in a row means the same person only by name."""
        return [
            place
            for uid in keys.uids
            for place in self._having("uid", (uid,))
            if len(uid) >= _SHORT or alike(self.people[place].contact, card.contact)
        ]

    def _having(self, kind: str, wanted: Iterable[str]) -> list[int]:
        return list(dict.fromkeys(place for one in wanted for place in self._by.get((kind, one), ())))

    def _know(self, card: Card, place: int) -> None:
        if card.contact.id:
            self._ids.setdefault(card.contact.id, place)

    def _put(self, place: int, card: Card) -> None:
        """Keep somebody, new or changed, where they are found."""
        if place == len(self.people):
            self.people.append(card)
        else:
            self.people[place] = card
        self._know(card, place)
        keys = keys_of(card)
        for kind, wanted in (("uid", keys.uids), ("email", keys.emails), ("name", keys.names)):
            for one in wanted:
                self._by.setdefault((kind, one), {})[place] = None
