"""Who is found again: after an answer, after a merge, in an export of one's own, in the next address book."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.exchange.cards import Card, kept_card
from netjournal.exchange.matching import Matching, Plan, Same, match
from netjournal.exchange.merging import Page, merged
from netjournal.exchange.people_csv import read_table, write_table
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.vcard_writing import write_cards
from netjournal.model import Contact, to_raw
from tests.exchange.made_up import CONTACTS, NOON

IDS = [f"01K0000000000000000000000{letter}" for letter in "ABC"]


def card(name: str, *lines: str, **fields: Any) -> Card:
    return Card(Contact(id=fields.pop("id", ""), name=name, **fields), lines, "here")


def known(name: str, *lines: str, **fields: Any) -> Card:
    return card(name, *lines, **{"id": IDS[0]} | fields)


def counts(plan: Plan) -> tuple[int, int, int, int]:
    return len(plan.created), len(plan.updated), plan.unchanged, len(plan.candidates)


def brought(there: list[Card], cards: list[Card]) -> list[Card]:
    """Everyone after an import, the new ones with an id, as they would be in the journal."""
    plan = match(there, cards)
    changed = {update.before.contact.id: update.after for update in plan.updated}
    new = [
        one._replace(contact=replace(one.contact, id=one.contact.id or f"NEW{len(there) + n:023}"))
        for n, one in enumerate(plan.created)
    ]
    return [*(changed.get(one.contact.id, one) for one in there), *new]


def made_one(kept: Contact, gone: Contact) -> Card:
    one = merged(Page(kept, to_raw(kept)), Page(gone, to_raw(gone)), str)
    return kept_card(one.person, one.raw)


def test_who_was_told_to_be_them_is_not_asked_about_again() -> None:
    there = [known("Ana Lima", phones=("912 345 678",), organisation="Yard")]
    quay = card("Ana Lima", links=("https://www.linkedin.com/in/ana-lima",), organisation="Quay")
    asked = Matching(there, [quay])
    asked.settle(lambda candidate, further: Same(0))
    [update] = asked.plan().updated
    assert counts(match([update.after], [quay])) == (0, 0, 1, 0)


def test_who_was_merged_is_known_again() -> None:
    robert = Contact(id=IDS[0], name="Robert Miles", phones=("912 345 678",))
    bob = Contact(id=IDS[1], name="Bob", phones=("912 345 678",), place="Faro")
    one = made_one(robert, bob)
    cards = [card("Robert Miles", phones=("912 345 678",)), card("Bob", phones=("912345678",), role="Baker")]
    assert counts(match([one], cards)) == (0, 1, 1, 0)
    export = [Card(robert), Card(replace(bob, phones=(), place="Lagos"))]
    again = Matching([one], export, merged={bob.id: robert.id}).plan()
    assert (again.created, again.candidates) == ((), ())


def test_who_was_merged_without_any_address_is_known_by_their_card() -> None:
    ana = Contact(id=IDS[0], name="Ana Lima", emails=("a@x.org",))
    one = made_one(ana, Contact(id=IDS[1], name="Lia", place="Faro", created=NOON))
    assert counts(match([one], [card("Lia", place="Faro")])) == (0, 0, 1, 0)
    assert counts(match([one], [card("Lia", place="Lagos")])) == (1, 0, 0, 0)


def test_two_of_one_journal_are_two() -> None:
    same = [card("Anna Weber", id=id, emails=("weber@example.org",)) for id in IDS[1:]]
    assert counts(match([], same)) == (2, 0, 0, 0)
    assert counts(match(same, same)) == (0, 0, 2, 0)
    there = [known("Anna Weber", emails=("weber@example.org",))]
    assert counts(match(there, same[:1])) == (0, 0, 1, 0)
    assert counts(match(there, same)) == (1, 0, 1, 0)


def test_namesakes_of_one_address_book_are_two_if_they_are_reached_elsewhere() -> None:
    one = card("Ana Lima", "UID:uid-number-one", emails=("a@x.org",), phones=("912 345 678",))
    two = card("Ana Lima", "UID:uid-number-two", emails=("b@x.org",), phones=("555 01 01 01",))
    shares = two._replace(contact=replace(two.contact, phones=("912 345 678",)))
    no_address = card("Ana Lima", "UID:uid-number-two", place="Faro")
    assert counts(match([], [one, two])) == (2, 0, 0, 0)
    assert counts(match([], [one, shares]))[0] == 1
    assert counts(match([], [one, no_address])) == (1, 0, 0, 1)
    there = brought([], [one])
    assert counts(match(there, [one, two])) == (1, 0, 1, 0)
    assert counts(match(there, [two])) == (0, 0, 0, 1)


def test_the_fuller_way_to_write_a_number_stays_and_its_kind_with_it() -> None:
    short = card("Ana Lima", "TEL;TYPE=CELL:912 345 678", phones=("912 345 678",), emails=("a@x.org",))
    full = card("Ana Lima", phones=("+351 912 345 678",), emails=("a@x.org",))
    for first, then in ((short, full), (full, short)):
        [after] = brought(brought([], [first]), [then])
        assert after.contact.phones == ("+351 912 345 678",)
        assert brought([after], [first, then]) == [after]
        assert [line.partition(":")[0] for line in after.lines] == ["TEL;TYPE=CELL"]
    abroad = card("Ana Lima", phones=("+34 912 345 678",), emails=("a@x.org",))
    [after] = brought(brought([], [full]), [abroad])
    assert after.contact.phones == ("+351 912 345 678", "+34 912 345 678")


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(CONTACTS, st.sampled_from(["Anna Weber", "Bo"])),
        max_size=5,
        unique_by=lambda one: one[0].id,
    ),
    st.booleans(),
)
def test_everyone_who_goes_out_comes_back_into_an_empty_journal(
    people: list[tuple[Contact, str]], as_table: bool
) -> None:
    cards = [Card(replace(one, name=name, met=None, others=())) for one, name in people]
    read = read_table(write_table(cards)) if as_table else read_cards(write_cards(cards))
    assert read is not None
    plan = match([], read.people)
    assert [one.contact for one in plan.created] == [one.contact for one in cards]
    assert counts(plan) == (len(cards), 0, 0, 0)
