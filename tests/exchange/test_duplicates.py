"""Who looks like one person, without everybody being compared with everybody."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.exchange.duplicates import find_pairs, pair_of
from netjournal.model import Contact

WORDS = st.sampled_from(
    [
        "Karim",
        "Kareem",
        "Haddad",
        "Hadad",
        "Müller",
        "Mueller",
        "Ana",
        "Anna",
        "Jo",
        "田中",
        "Jorge",
        "Jroge",
        "Bo",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PEOPLE = st.lists(
    st.builds(
        Contact,
        id=st.just(""),
        name=NAMES,
        nicknames=st.lists(NAMES, max_size=2).map(tuple),
        emails=st.lists(st.sampled_from(["a@x.org", "A@x.org ", "b@x.org"]), max_size=2).map(tuple),
        phones=st.lists(st.sampled_from(["+49 170 1234567", "0170 1234567", "110"]), max_size=2).map(tuple),
        links=st.lists(
            st.sampled_from(["https://linkedin.com/in/ana", "linkedin.com/in/ana/"]), max_size=1
        ).map(tuple),
        others=st.lists(st.sampled_from("0123"), max_size=1).map(tuple),
    ),
    max_size=8,
).map(lambda people: [replace(person, id=str(number)) for number, person in enumerate(people)])


@examples(max_examples=150, deadline=None)
@given(PEOPLE)
def test_no_pair_is_missed_that_a_look_at_all_pairs_finds(people: list[Contact]) -> None:
    found = find_pairs(people)
    assert {(pair.one.id, pair.other.id): pair.signs for pair in found} == {
        (pair.one.id, pair.other.id): pair.signs
        for one, other in combinations(people, 2)
        if (pair := pair_of(one, other)) is not None
    }
    assert [pair.signs[0] for pair in found] == sorted(pair.signs[0] for pair in found)


def pair(one: dict[str, Any], other: dict[str, Any]) -> str:
    found = find_pairs([Contact(id="1", **one), Contact(id="2", **other)])
    return found[0].reason if found else ""


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Karim Haddad", "Kareem Haddad", "Karim Haddad / Kareem Haddad: one slip apart"),
        ("Jorge Medina", "Medina, Jroge", "Jorge Medina / Medina, Jroge: one slip apart"),
        ("Jo Müller", "Jo Mueller", "same name"),
        ("Karim Haddad", "Haddad, Karim", "same name"),
        ("Maria Silva", "Mario Silva", ""),
        ("Daniel Okoro", "Daniela Okoro", ""),
        ("Ana Silva", "Ada Silva", ""),
        ("Karim", "Kareem", ""),
        ("Karim Haddad", "Karim", ""),
    ],
)
def test_names_tell(one: str, other: str, reason: str) -> None:
    assert pair({"name": one}, {"name": other}) == reason


def test_a_slip_is_no_reason_where_each_is_reached_elsewhere() -> None:
    one: dict[str, Any] = {"emails": ("a@x.org",), "phones": ("912 345 678",)}
    other: dict[str, Any] = {"emails": ("b@x.org",)}
    assert pair({"name": "Ana Hansen", **one}, {"name": "Ana Jansen", **other}) == ""
    assert pair({"name": "Ana Hansen", **one}, {"name": "Ana Hansen", **other}) == "same name"
    assert "one slip apart" in pair({"name": "Ana Hansen", **one}, {"name": "Ana Jansen"})
    assert "one slip apart" in pair({"name": "Ana Hansen", **one}, {"name": "Ana Hanssen", **one})


def test_two_at_one_address_are_two_people() -> None:
    shared: dict[str, Any] = {"emails": ("bergs@example.org",), "phones": ("+47 55 00 00 00",)}
    assert pair({"name": "Anna Berg", **shared}, {"name": "Tom Berg", **shared}) == ""
    assert pair({"name": "Anna Berg", **shared}, {"name": "Mum", **shared}) == (
        "same e-mail address, same telephone number"
    )


def test_the_number_of_an_office_makes_nobody_one() -> None:
    office = [
        Contact(id=str(number), name=f"Ana {'ABCDEFGHI'[number]}", phones=("030 901820",))
        for number in range(9)
    ]
    assert find_pairs(office) == ()
    assert len(find_pairs(office[:2])) == 1


def test_a_nickname_tells_and_what_was_settled_stays_settled() -> None:
    reason = "the nickname of one is the name of the other"
    assert pair({"name": "Grace Osei", "nicknames": ("Gracie",)}, {"name": "Gracie Osei"}) == reason
    assert pair({"name": "田中由紀", "nicknames": ("Yuki",)}, {"name": "Yuki"}) == reason
    assert pair({"name": "Yuki", "others": ("2",)}, {"name": "Yuki"}) == ""
    assert pair({"name": "Yuki"}, {"name": "Yuki", "others": ("1",)}) == ""
