"""Everyone known while a file is brought in, and who of them a card may be of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from netjournal.exchange.alike import Keys, alike, have_other_addresses, keys_of, remembered, seen_as
from netjournal.exchange.cards import Card, Warned
from netjournal.exchange.found_by import FoundBy, Key
from netjournal.exchange.relations import through, with_known, without_circles
from netjournal.exchange.traces import Marks, Taken, marks_of, sort_of, traces_of
from netjournal.exchange.uniting import united
from netjournal.model import Contact

_SHORT = 8
"""A mark shorter than this is a number in a row, which other files have, too."""

_MANY = 50
"""How many may have the same short mark for it to mean anything at all."""

_MOST_CARDS = 100
"""How many cards of a file may each add something to one person before somebody is asked."""


class Unsure(NamedTuple):
    """The places of those whom a card may be of, and why that is not sure."""

    places: tuple[int, ...]
    why: str


class Update(NamedTuple):
    """Somebody known before and after what a file adds to them."""

    before: Card
    after: Card


class KnownPeople:
    """Everyone known so far, those of the file included, by all that they may be known by.

    `merged` says of ids that are no more whose page they went into.
    """

    def __init__(self, known: Sequence[Card], file: Sequence[Card], merged: Mapping[str, str]) -> None:
        self.people: list[Card] = []
        self._keys: dict[int, Keys] = {}
        self.changes = 0
        self.warnings: dict[Warned, None] = {}
        self._new: set[int] = set()  # places that a card made, and no other was thought to belong to
        self._remembers = False
        self._found = FoundBy()
        self.taken: Counter[int] = Counter()
        self._ids: dict[str, int] = {}
        self._marks: dict[int, Marks] = {}
        all_marks = Marks(
            frozenset(card.contact.id for card in file) - {""},
            frozenset(uid for card in file for uid in card.uids if len(uid) >= _SHORT),
        )
        for place, card in enumerate(known):
            self._put(place, card, keys_of(card))
            own = marks_of(card)
            self._mark(place, Marks(own.ids & all_marks.ids, own.uids & all_marks.uids))
        for gone, kept in merged.items():
            if kept in self._ids and gone not in self._ids:
                place = self._ids[gone] = self._ids[kept]
                self._mark(place, self._marks[place] | Marks(all_marks.ids & {gone}), ("uid", gone))

    def follow(self, before: KnownPeople) -> None:
        """Know what was known of the same people before: the ids they came with, and what is to be told."""
        self._ids = before._ids | self._ids
        self.warnings = before.warnings | self.warnings

    @property
    def ids(self) -> dict[str, str]:
        """The id of each person, by every id that they came with."""
        return {id: self.people[place].contact.id for id, place in self._ids.items()}

    def alone(self) -> set[int]:
        """The places of those whom a card made, and to whom no other could belong by anything it says."""
        return {place for place in self._new if self._is_alone(place)}

    def _is_alone(self, place: int) -> bool:
        keys = self._keys[place]
        return self._found.is_alone(place) and not any(
            self._found.count(key)
            for key in (*(("called", name) for name in keys.names), *(("name", name) for name in keys.called))
        )

    def at(self, place: int) -> Contact:
        """Somebody as they are known so far."""
        return self.people[place].contact

    def take(self, card: Card) -> Unsure | None:
        """Find the person of a card or make a new one; says why where that is not sure."""
        keys = keys_of(card)
        seen = keys._replace(uids=(*keys.uids, seen_as(card))) if self._remembers else keys
        one = Taken(card, seen)
        owners = self._owners(one)
        if not owners:
            self._add_new(card, one.marks, keys)
            return None
        self._new.difference_update(owners)
        found = next((place for place in owners if self._says_it_all(place, one)), None)
        sure = self._sure(one) if found is None else found
        if isinstance(sure, Unsure):
            return sure
        if found is None and self.taken[sure] >= _MOST_CARDS:
            return Unsure((sure,), f"more than {_MOST_CARDS} others are said to be of one person")
        before = self.changes
        self._add(card, sure)
        self.taken[sure] += self.changes - before
        return None

    def unite(self, card: Card, place: int) -> None:
        """Somebody said whose card it is: it is known from now on."""
        self._add(remembered(card), place)

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
            now = standing._replace(contact=other)
            self._put(place, now, keys_of(now))
        own = tuple(dict.fromkeys((*person.others, *others)))
        new = remembered(card)._replace(contact=msgspec.structs.replace(person, id=id, others=own))
        self._add_new(new, marks_of(card), keys_of(new))

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

    def _add_new(self, card: Card, marks: Marks, keys: Keys) -> None:
        place = len(self.people)
        self._put(place, card, keys)
        self._mark(place, marks)
        self._new.add(place)
        self.changes += 1

    def _add(self, card: Card, place: int) -> None:
        after, conflicts = united(self.people[place], card)
        self.warnings |= dict.fromkeys(Warned(card.where, what) for what in conflicts)
        self._know(card, place)
        self._mark(place, self._marks[place] | marks_of(card))
        if after != self.people[place]:
            self._put(place, after, keys_of(after))
            self.changes += 1

    def _sure(self, one: Taken) -> int | Unsure:
        """The one person that a card is of."""
        for owners, why in (
            (self._marked(one), "it has the mark of somebody of another name"),
            (self._having("email", one.keys.emails, one), "somebody of another name has this e-mail address"),
        ):
            fitting = [place for place in owners if alike(self.people[place].contact, one.card.contact)]
            if len(fitting) == 1:
                return fitting[0]
            if owners:
                return Unsure(tuple(owners), "several people fit" if fitting else why)
        same = self._having("name", one.keys.names, one)
        fitting = [place for place in same if one.keys.phones & self._keys[place].phones]
        fitting = fitting or self._called(one)
        if len(fitting) == 1:
            return fitting[0]
        both = tuple(dict.fromkeys((*same, *fitting)))
        return Unsure(both, "several people fit" if fitting else "only the name is the same")

    def _owners(self, one: Taken) -> list[int]:
        """Everyone who may be meant, however uncertain it is."""
        found = (
            self._marked(one),
            self._having("email", one.keys.emails, one),
            self._having("name", one.keys.names, one),
            self._called(one),
        )
        return list(dict.fromkeys(place for places in found for place in places))

    def _says_it_all(self, place: int, one: Taken) -> bool:
        if self.people[place] is one.card:
            return True
        known = self._keys[place]
        if not (one.keys.phones <= known.phones and one.marks.uids.issubset(known.uids)):
            return False
        if set(one.keys.names).isdisjoint((*known.names, *known.called)):
            return False
        standing = self.people[place]
        return united(standing, one.card) == (standing, ())

    def _marked(self, one: Taken) -> list[int]:
        """Those with the same mark; one as short as a number in a row means the same person only by name."""
        return list(dict.fromkeys(place for uid in one.keys.uids for place in self._with_mark(uid, one)))

    def _with_mark(self, uid: str, one: Taken) -> Iterator[int]:
        if len(uid) >= _SHORT:
            yield from self._having("uid", (uid,), one)
        elif self._found.count(("uid", uid)) <= _MANY:
            for place in self._having("uid", (uid,), one):
                if alike(self.people[place].contact, one.card.contact):
                    yield place

    def _called(self, one: Taken) -> list[int]:
        """Those who have the name as a nickname, and one of the telephones."""
        phones = one.keys.phones
        places = self._having("called", one.keys.names, one) if phones else []
        return [place for place in places if phones & self._keys[place].phones]

    def _having(self, kind: str, wanted: Iterable[str], one: Taken) -> list[int]:
        """Those who have one of these, but for those who are somebody else."""

        def near() -> set[int]:
            return {place for trace in one.traces for place in self._found.under(trace)}

        found = dict.fromkeys(
            place for key in wanted for place in self._found.having((kind, key), one.sort, near)
        )
        return [place for place in found if not self._is_another(place, one.marks, one.keys)]

    def _is_another(self, place: int, mine: Marks, keys: Keys) -> bool:
        """Whether the file itself has somebody and the card with these marks and keys as two people.

        Two ids of ours are of two people of one journal; two UIDs of an address book may be one person twice,
        unless each has an e-mail or each a telephone of their own and nothing is shared.
        """
        file = self._marks[place]
        if file.ids and mine.ids:
            return file.ids.isdisjoint(mine.ids)
        if not (file.uids and mine.uids and file.uids.isdisjoint(mine.uids)):
            return False
        return have_other_addresses(self._keys[place], keys)

    def _know(self, card: Card, place: int) -> None:
        if card.contact.id:
            self._ids.setdefault(card.contact.id, place)

    def _put(self, place: int, card: Card, keys: Keys) -> None:
        """Keep somebody, new or changed, where they are found."""
        if place == len(self.people):
            self.people.append(card)
        else:
            self.people[place] = card
        self._know(card, place)
        self._keys[place] = keys
        self._remembers = self._remembers or bool(keys.seen)
        kinds = (
            *(("uid", (*keys.uids, *keys.seen)), ("email", keys.emails), ("name", keys.names)),
            *(("called", keys.called), ("phone", keys.phones)),
        )
        sort = sort_of(self._marks.get(place, Marks()), keys)
        self._found.put(place, sort, ((kind, one) for kind, wanted in kinds for one in wanted))

    def _mark(self, place: int, marks: Marks, *keys: Key) -> None:
        """Let somebody be known by these marks of the file, and be found under these keys as well."""
        self._marks[place] = marks
        found = self._keys[place]
        self._found.put(place, sort_of(marks, found), (*traces_of(marks, found), *keys))
