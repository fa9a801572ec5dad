"""Who of the people in a file is in the journal already, and what it would add to them.

A value is only ever added: what is filled stays, lists are united. Where it is not sure that two are one
person nobody new is made of them: that is a candidate, for the user to decide. Issue 3 §5, peers.md #15.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from netjournal.exchange.alike import SEEN, Keys, alike, keys_of, seen_as
from netjournal.exchange.cards import Card, Tick, Warned
from netjournal.exchange.relations import through, with_known, without_circles
from netjournal.exchange.uniting import united
from netjournal.model import Contact

_TICK = 500
_SHORT = 8


class Update(NamedTuple):
    """Somebody known before and after what a file adds to them."""

    before: Card
    after: Card


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


class _Unsure(NamedTuple):
    places: tuple[int, ...]
    why: str


def match(known: Sequence[Card], cards: Sequence[Card], tick: Tick = lambda _: None) -> Plan:
    """The plan for `cards`, seeing everyone `known`: by UID, then by e-mail, then by name and telephone.

    The same cards again create and change nobody.
    """
    return Matching(known, cards, tick).plan()


class Matching:
    """The people of a file beside those `known`: the sure ones at once, the others as they are settled."""

    def __init__(self, known: Sequence[Card], cards: Sequence[Card], tick: Tick = lambda _: None) -> None:
        self._known = known
        self._count = len(cards)
        self._people = _People(known)
        self._unsure: list[tuple[Card, _Unsure]] = self._compare(cards, tick)

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

    def _compare(self, cards: Sequence[Card], tick: Tick = lambda _: None) -> list[tuple[Card, _Unsure]]:
        """Take in all that are sure, again as long as those make others sure; gives the rest."""
        waiting = list(cards)
        unsure: list[tuple[Card, _Unsure]] = []
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

    def _candidate(self, card: Card, found: _Unsure) -> Candidate:
        return Candidate(card, tuple(self._people.at(place) for place in found.places), found.why)


def _is_only_parted(update: Update) -> bool:
    before, after = update
    return after == before._replace(
        contact=msgspec.structs.replace(before.contact, others=after.contact.others)
    )


class _People:
    """Everyone known so far, those of the file included, by all that they may be known by."""

    def __init__(self, known: Sequence[Card]) -> None:
        self.people: list[Card] = []
        self.changes = 0
        self.warnings: dict[Warned, None] = {}
        self._remembers = False
        self._by: dict[tuple[str, str], dict[int, None]] = {}
        self._ids: dict[str, int] = {}
        for card in known:
            self._put(len(self.people), card)

    @property
    def ids(self) -> dict[str, str]:
        """The id of each person, by every id that they came with."""
        return {id: self.people[place].contact.id for id, place in self._ids.items()}

    def at(self, place: int) -> Contact:
        """Somebody as they are known so far."""
        return self.people[place].contact

    def take(self, card: Card) -> _Unsure | None:
        """Find the person of a card or make a new one; says why where that is not sure."""
        keys = keys_of(card)
        if self._remembers:
            keys = keys._replace(uids=(*keys.uids, seen_as(card)))
        owners = self._owners(card, keys)
        if not owners:
            self._put(len(self.people), card)
            self.changes += 1
            return None
        found = next((place for place in owners if self._says_it_all(place, card)), None)
        sure = self._sure(card, keys) if found is None else found
        if isinstance(sure, _Unsure):
            return sure
        self._add(card, sure)
        return None

    def unite(self, card: Card, place: int) -> None:
        """Somebody said whose card it is: it is known from now on."""
        self._add(_remembered(card), place)

    def part(self, card: Card, places: Iterable[int], new_id: Callable[[], str]) -> None:
        """Somebody said that a card is of none of these: one more person, whom none of them is."""
        person = card.contact
        id = person.id if person.id and person.id not in self._ids else new_id()
        others = []
        for place in places:
            standing = self.people[place]
            other = standing.contact
            both = (*other.others, *(() if id in other.others else (id,)))
            other = msgspec.structs.replace(other, id=other.id or new_id(), others=both)
            others.append(other.id)
            self._put(place, standing._replace(contact=other))
        own = tuple(dict.fromkeys((*person.others, *others)))
        new = _remembered(card)._replace(contact=msgspec.structs.replace(person, id=id, others=own))
        self._put(len(self.people), new)
        self.changes += 1

    def outcome(
        self, known: Sequence[Card]
    ) -> tuple[tuple[Card, ...], tuple[Update, ...], tuple[Warned, ...]]:
        """The new people, the changed ones, and what is to be told; people are named by the ids they have."""
        ids = self.ids
        people = [
            card if place < len(known) and card == known[place] else with_known(card, ids)
            for place, card in enumerate(self.people)
        ]
        new = {
            place
            for place, card in enumerate(people)
            if place >= len(known) or through(card) != through(known[place])
        }
        people[:], circles = without_circles(people, new)
        changed = [Update(*pair) for pair in zip(known, people, strict=False) if pair[0] != pair[1]]
        return tuple(people[len(known) :]), tuple(changed), (*self.warnings, *circles)

    def _add(self, card: Card, place: int) -> None:
        after, conflicts = united(self.people[place], card)
        self.warnings |= dict.fromkeys(Warned(card.where, what) for what in conflicts)
        self._know(card, place)
        if after != self.people[place]:
            self._put(place, after)
            self.changes += 1

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
        found = (
            place
            for uid in keys.uids
            for place in self._having("uid", (uid,))
            if len(uid) >= _SHORT or alike(self.people[place].contact, card.contact)
        )
        return list(dict.fromkeys(found))

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
        self._remembers = self._remembers or bool(keys.seen)
        marks = (*keys.uids, *keys.seen)
        for kind, wanted in (("uid", marks), ("email", keys.emails), ("name", keys.names)):
            for one in wanted:
                self._by.setdefault((kind, one), {})[place] = None


def _remembered(card: Card) -> Card:
    """`card` with a mark by which the very same one is known the next time."""
    return card._replace(lines=tuple(dict.fromkeys((*card.lines, f"{SEEN}:{seen_as(card)}"))))
