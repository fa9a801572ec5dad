"""Three address books brought together: 2,000 cards of 1,500 people, spelt as each book does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, permutations

import msgspec
import pytest

from netjournal.exchange.cards import Card
from netjournal.exchange.matching import Another, Candidate, Matching, Plan, Same, match
from netjournal.exchange.people_csv import read_table
from netjournal.exchange.vcard import read_cards
from netjournal.language.finding.lookup import Lookup
from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Contact
from tests.exchange.address_books import NAMESAKES, PEOPLE, Person, books, made_up_people

BOOKS = ("phone.vcf", "Connections.csv", "outlook.vcf")
ORDERS = tuple(permutations(BOOKS))
_MADE = (r"\.([0-9]+)@", r"-([0-9]+)$")


@pytest.fixture(scope="module")
def people() -> tuple[Person, ...]:
    return made_up_people()


@pytest.fixture(scope="module")
def cards(people: tuple[Person, ...]) -> Mapping[str, Sequence[Card]]:
    return cards_of(people)


def cards_of(people: tuple[Person, ...]) -> Mapping[str, Sequence[Card]]:
    """What the books of these people say."""
    found = {}
    for name, data in books(people).items():
        read = read_table(data, name) if name.endswith(".csv") else read_cards(data, name)
        assert read is not None
        assert read.warnings == ()
        found[name] = read.people
    return found


def who(contact: Contact) -> frozenset[int]:
    """The numbers of the made-up people to whom these addresses and telephones belong."""
    texts = (*contact.emails, *contact.links)
    found = {int(hit[1]) for text in texts for made in _MADE if (hit := re.search(made, text))}
    ends = ("".join(filter(str.isdigit, phone))[-6:] for phone in contact.phones)
    return frozenset(found | {(int(end) - 200_000) // 517 for end in ends})


def somebody_who_knows(candidate: Candidate, further: int) -> Same | Another:
    """The true answer."""
    [number] = who(candidate.card.contact)
    for position, person in enumerate(candidate.people):
        if who(person) == {number}:
            return Same(position)
    return Another(lambda: f"{next(_IDS):026}")


_IDS = count(10**9)


def kept(known: Sequence[Card], plan: Plan) -> list[Card]:
    """Everyone after a plan was written."""
    ids: Iterator[int] = count(len(known))
    changed = {update.before.contact.id: update.after for update in (*plan.updated, *plan.parted)}
    new = [
        card._replace(contact=msgspec.structs.replace(card.contact, id=card.contact.id or f"{next(ids):026}"))
        for card in plan.created
    ]
    return [*(changed.get(card.contact.id, card) for card in known), *new]


def test_the_books_are_of_the_size_that_was_asked_for(cards: Mapping[str, Sequence[Card]]) -> None:
    assert set(cards) == set(BOOKS)
    assert 1_950 <= sum(map(len, cards.values())) <= 2_050


@pytest.mark.parametrize(("third", "order"), [*enumerate(ORDERS[::2])])
def test_whichever_comes_first_they_make_the_same_people(
    people: tuple[Person, ...], third: int, order: Sequence[str]
) -> None:
    """Each third of the people, namesakes together, in another order."""
    some = tuple(person for person in people if person.number // 4 % 3 == third)
    cards = cards_of(some)
    known: list[Card] = []
    for name in order:
        matching = Matching(known, cards[name])
        matching.settle(somebody_who_knows)
        plan = matching.plan()
        assert plan.candidates == ()
        known = kept(known, plan)
    found = [who(card.contact) for card in known]
    assert {number for (number,) in found} == {person.number for person in some}
    # Those whom the telephone calls Bea or Hanna, and LinkedIn without e-mail.
    assert len(found) - len(some) <= 3
    parted = [card.contact for card in known if card.contact.others]
    by_id = {card.contact.id: card.contact for card in known}
    assert all(person.id in by_id[other].others for person in parted for other in person.others)
    assert {fold(person.name) for person in parted} <= {
        fold(by_id[other].name) for person in parted for other in person.others
    }
    for name in order:
        again = match(known, cards[name])
        assert (again.created, again.updated, again.parted, again.candidates) == ((), (), (), ())


@pytest.mark.parametrize("order", ORDERS[::3], ids=" ".join)
def test_unasked_nobody_is_there_twice_and_nobody_is_mistaken(
    cards: Mapping[str, Sequence[Card]], order: Sequence[str]
) -> None:
    known: list[Card] = []
    for name in order:
        plan = match(known, cards[name])
        assert len(plan.created) + len(plan.updated) + len(plan.candidates) + plan.unchanged == len(
            cards[name]
        )
        known = kept(known, plan)
    found = [who(card.contact) for card in known]
    assert {len(numbers) for numbers in found} == {1}
    assert len(found) - len(set(found)) <= 3
    assert PEOPLE - NAMESAKES <= len(set(found)) <= PEOPLE


def test_everyone_is_found_by_a_slip_of_the_pen(
    cards: Mapping[str, Sequence[Card]], people: tuple[Person, ...]
) -> None:
    known: list[Card] = []
    for name in BOOKS:
        known = kept(known, match(known, cards[name]))
    lookup = Lookup(
        [
            Acquaintance(id=card.contact.id, name=card.contact.name, nicknames=card.contact.nicknames)
            for card in known
        ]
    )
    number_of = {card.contact.id: who(card.contact) for card in known}
    tried = [person for person in people[::20] if frozenset({person.number}) in number_of.values()]
    missed = [
        f"{slip} for {person.name}"
        for person in tried
        for slip in slips(person)
        if all(number_of[found.person.id] != {person.number} for found in lookup.find(slip, 10))
    ]
    assert len(missed) <= len(tried) * 4 * 0.03, missed


def slips(person: Person) -> Iterator[str]:
    """The last name with two letters swapped, one missing, one wrong and one twice."""
    given, family = fold(person.given), fold(person.family)
    middle = len(family) // 2
    start, end = family[: middle - 1], family[middle + 1 :]
    one, two = family[middle - 1], family[middle]
    for typed in (two + one, two, one + "q", one + two + two):
        yield f"{given} {start}{typed}{end}"
