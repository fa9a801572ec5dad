"""Who is in the journal already: sure, unsure, or new."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.exchange.cards import Card
from netjournal.exchange.matching import Another, Matching, Plan, Same, match
from netjournal.exchange.telephones import is_same_number, phone_end, with_numbers
from netjournal.model import Contact, Met


def card(name: str, *lines: str, **fields: Any) -> Card:
    return Card(Contact(id=fields.pop("id", ""), name=name, **fields), lines, "here")


def known(name: str, *lines: str, **fields: Any) -> Card:
    return card(name, *lines, **{"id": "01K0000000000000000000000A"} | fields)


def counts(plan: Plan) -> tuple[int, int, int, int]:
    return len(plan.created), len(plan.updated), plan.unchanged, len(plan.candidates)


ANA = known("Ana Lima", "UID:8f1c2a7e", emails=("ana@example.pt",), phones=("+351 912 345 678",))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (card("Ana Maria Lima", "UID:8f1c2a7e", place="Faro"), (0, 1, 0, 0)),
        (card("A. Lima", emails=("ANA@example.pt",), place="Faro"), (0, 1, 0, 0)),
        (card("Lima, Aña", phones=("912345678",), place="Faro"), (0, 1, 0, 0)),
        (card("Mum", emails=("ana@example.pt",)), (0, 1, 0, 0)),
        (card("Ana Lima", emails=("ana@example.pt",)), (0, 0, 1, 0)),
        (card("Ana Lima"), (0, 0, 1, 0)),
        (card("Ana Lima", place="Faro"), (0, 0, 0, 1)),
        (card("Ana Lima", phones=("+351 999 999 999",)), (0, 0, 0, 1)),
        (card("Tom Lima", emails=("ana@example.pt",)), (0, 0, 0, 1)),
        (card("Tom Lima", phones=("+351 912 345 678",)), (1, 0, 0, 0)),
        (card("Tom Lima"), (1, 0, 0, 0)),
    ],
)
def test_who_is_meant(other: Card, expected: tuple[int, int, int, int]) -> None:
    assert counts(match([ANA], [other])) == expected


def test_a_short_mark_is_no_persons_alone() -> None:
    there = known("Ana Lima", "UID:7")
    assert counts(match([there], [card("Bo Lee", "UID:7")])) == (1, 0, 0, 0)
    assert counts(match([there], [card("Ana Lima", "UID:7", place="Faro")])) == (0, 1, 0, 0)


def test_of_many_namesakes_each_is_told_from_the_others_and_found_again() -> None:
    many = [
        card("Ana Lima", f"UID:mark-of-{one}", emails=(f"a{one}@example.pt",), about=f"no. {one}")
        for one in range(60)
    ]
    plan = match([], many)
    assert counts(plan) == (60, 0, 0, 0)
    standing = [
        known("Ana Lima", *one.lines, id=f"01K0000000000000000000{number:04}", emails=one.contact.emails)
        for number, one in enumerate(plan.created)
    ]
    more = [card("Ana Lima", "UID:of-another-book", emails=("a41@example.pt",), place="Faro"), *many[1:]]
    again = match(standing, more)
    assert counts(again)[0] == 0
    assert [one.after.contact.emails for one in again.updated if one.after.contact.place] == [
        ("a41@example.pt",)
    ]


def test_of_very_many_cards_for_one_person_the_rest_is_asked_about() -> None:
    plan = match([], [card(f"Ana Lima {one}", emails=("ana@example.pt",)) for one in range(150)])
    assert counts(plan)[0] == 1
    assert len(plan.candidates) == 49
    assert {one.why for one in plan.candidates} == {"more than 100 others are said to be of one person"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "+49 ", "0049 ", "+351 ", "0"]),
            st.sampled_from(["30 901820", "151 2345678", "112"]),
        ),
        max_size=12,
    )
)
def test_each_number_is_kept_once_in_its_fullest_form(typed: list[tuple[str, str]]) -> None:
    phones = [start + end for start, end in typed]
    kept = with_numbers((), phones)
    assert all(any(is_same_number(one, phone) for one in kept) for phone in phones)
    assert with_numbers(kept, phones) == kept


def test_a_namesake_who_works_elsewhere_is_a_candidate() -> None:
    there = known("John Smith", organisation="Yard")
    plan = match([there], [card("John Smith", organisation="Mill")])
    assert counts(plan) == (0, 0, 0, 1)
    assert plan.candidates[0].people == (there.contact,)


def test_what_is_filled_stays_and_lists_are_united() -> None:
    there = known(
        "Ana Lima",
        *("UID:a1b2c3d4e5", "item1.TEL:1", "item1.X-ABLabel:boat"),
        emails=("ana@example.pt",),
        role="Baker",
        about="First.",
        met=Met(place="Faro"),
    )
    more = card(
        "Ana L.",
        *("UID:another-one", "item1.TEL:2", "item1.X-ABLabel:yard", "item2.TEL:1", "item2.X-ABLabel:boat"),
        emails=("Ana@example.pt", "al@example.org"),
        role="Sailor",
        about="Second.",
        birthday="--02-29",
        tags=("sea",),
        met=Met(place="Lagos", through="01K0000000000000000000000Z"),
    )
    plan = match([there], [more])
    [(_, after)] = plan.updated
    assert after.contact == Contact(
        id=there.contact.id,
        name="Ana Lima",
        nicknames=("Ana L.",),
        emails=("ana@example.pt", "al@example.org"),
        role="Baker",
        about="First.\n\nSecond.",
        birthday="--02-29",
        tags=("sea",),
        met=Met(place="Faro"),
    )
    assert after.lines == (*there.lines, "UID:another-one", "item3.TEL:2", "item3.X-ABLabel:yard")
    assert [warned.what for warned in plan.warnings] == ["Ana Lima: role stays Baker; the file says Sailor"]


def test_whom_one_was_met_through_is_found_again() -> None:
    other = "01K0000000000000000000000B"
    there = known("Bo Lee", emails=("bo@example.org",))
    cards = [
        card("Ana Lima", id="01K0000000000000000000000C", met=Met(through=other)),
        card("Bo Lee", id=other, emails=("bo@example.org",)),
    ]
    [ana] = match([there], cards).created
    assert ana.contact.met == Met(through=there.contact.id)


@pytest.mark.parametrize("standing", ["", "A", "B", "C"])
def test_the_last_link_of_a_circle_is_left_out(standing: str) -> None:
    """A is met through B, B through C, C through A; a link that stands in the journal already stays."""
    ids = {letter: f"01K0000000000000000000000{letter}" for letter in "ABC"}
    above = dict(zip("ABC", "BCA", strict=True))
    cards = [
        card(letter * 3, id=ids[letter], met=Met(through=ids[above[letter]], place="Faro"))
        for letter in "ABC"
    ]
    there = [
        card(letter * 3, id=ids[letter], met=Met(through=ids[above[letter]]) if letter == standing else None)
        for letter in "ABC"
        if standing
    ]
    plan = match(there, cards)
    found = {
        one.contact.name: one.contact.met for one in (*plan.created, *(after for _, after in plan.updated))
    }
    cut = "B" if standing == "C" else "C"
    assert {name for name, met in found.items() if met and not met.through} == {cut * 3}
    assert {met.place for met in found.values() if met} == {"Faro"}
    assert len(plan.warnings) == 1
    assert plan.warnings[0].what.startswith(f"{cut * 3} cannot be met through ")


def test_an_answer_holds_also_where_the_card_says_otherwise() -> None:
    standing, other = known("Ana Lima", place="Faro"), card("Ana Lima", "UID:elsewhere-01", place="Porto")
    matching = Matching([standing], [other])
    matching.settle(lambda candidate, further: Same(0))
    [update] = matching.plan().updated
    assert counts(match([update.after], [other])) == (0, 0, 1, 0)


def test_who_is_somebody_else_is_found_again_under_the_id_they_have() -> None:
    one, two = (f"01K0000000000000000000000{letter}" for letter in "BC")
    there = known("Ana Lima", emails=("ana@example.org",))
    cards = [
        card("Ana Lima", id=one, emails=("ana@example.org",), others=(two, "01K0000000000000000000000Z")),
        card("Ana Lima", id=two, emails=("al@example.org",), phones=("1234567",), others=(one,)),
    ]
    matching = Matching([there], cards)
    matching.settle(lambda candidate, further: Another(lambda: "never"))
    plan = matching.plan()
    assert [new.contact.others for new in plan.created] == [(there.contact.id,)]
    assert [update.after.contact.others for update in plan.parted] == [(two,)]
    assert plan.updated == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+351 912 345 678", "912345678", True),
        ("+49 (0) 30 901820", "030 901820", True),
        ("0049 30 901820", "030/901820", True),
        ("+1 (415) 555-0101", "415.555.0101", True),
        ("+49 30 901820", "+49 40 901820", False),
        ("12345", "12345", False),
        ("+٣٥١ ٩١٢٣٤٥٦٧٨", "912345678", True),
    ],
)
def test_telephones_are_the_same_with_and_without_the_code_of_a_country(
    one: str, other: str, same: bool
) -> None:
    assert (phone_end(one) == phone_end(other) != "") is same


def test_in_the_file_itself_nobody_is_doubled() -> None:
    cards = [card("Ana Lima", emails=("a@b.c",)), card("Ana Lima", phones=("12345678",)), card("Ana Lima")]
    more = [card("Ana Lima", emails=("a@b.c",), phones=("12345678",))]
    assert counts(match([], cards)) == (1, 0, 1, 1)
    assert counts(match([], cards + more)) == (1, 0, 3, 0)


_SOME = st.sampled_from
_PEOPLE = st.lists(
    st.builds(
        Card,
        st.builds(
            Contact,
            id=_SOME(["", "", "7" * 26, "8" * 26]),
            name=_SOME(["Ana Lima", "Lima, Ana", "Ana", "Tom Lima", "Bo Lee", "B. Lee", "ana@example.pt"]),
            emails=st.lists(_SOME(["a@x.org", "b@x.org", "A@x.org"]), max_size=2, unique=True).map(tuple),
            phones=st.lists(_SOME(["12345678", "+1 12345678", "999999999"]), max_size=2).map(tuple),
            links=st.lists(_SOME(["https://www.linkedin.com/in/ana/", "x.org"]), max_size=1).map(tuple),
            organisation=_SOME(["", "Yard", "Mill"]),
            about=_SOME(["", "First.", "Second."]),
        ),
        st.lists(
            _SOME(["UID:1", "UID:2", "UID:long-enough", "UID:another-one", "item1.X:1", "item1.Y:2"]),
            max_size=2,
            unique=True,
        ).map(tuple),
    ),
    max_size=8,
)


@given(_PEOPLE, _PEOPLE)
@example(
    [card("Ana Lima", emails=("a@x.org",), organisation="Yard")],
    [card("Ana", id="7" * 26, emails=("a@x.org",), organisation="Mill"), card("Bo Lee", id="7" * 26)],
)
def test_the_same_file_twice_creates_and_changes_nobody(there: list[Card], cards: list[Card]) -> None:
    start = [
        one._replace(contact=msgspec.structs.replace(one.contact, id=f"{n:026}"))
        for n, one in enumerate(there)
    ]
    first = match(start, cards)
    assert sum(counts(first)) == len(cards)
    changed = {update.before.contact.id: update.after for update in first.updated}
    after = [changed.get(one.contact.id, one) for one in start]
    assert match([*after, *first.created], cards)[:2] == ((), ())
    for one in after:
        assert one.contact.name
    for old, new in first.updated:
        assert set(old.contact.emails) <= set(new.contact.emails)
        assert set(old.lines) <= set(new.lines)
