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


@given(PEOPLE)
def test_no_pair_is_missed_that_a_look_at_all_pairs_finds(people: list[Contact]) -> None:
    found = find_pairs(people)
    assert {(pair.one.id, pair.other.id): pair.signs for pair in found.pairs} == {
        (pair.one.id, pair.other.id): pair.signs
        for one, other in combinations(people, 2)
        if (pair := pair_of(one, other)) is not None
    }
    assert [pair.signs[0] for pair in found.pairs] == sorted(pair.signs[0] for pair in found.pairs)
    assert found.crowds == ()


def pair(one: dict[str, Any], other: dict[str, Any]) -> str:
    found = find_pairs([Contact(id="1", **one), Contact(id="2", **other)]).pairs
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
    assert find_pairs(office).pairs == ()
    assert len(find_pairs(office[:2]).pairs) == 1


def test_a_nickname_tells_and_what_was_settled_stays_settled() -> None:
    reason = "the nickname of one is the name of the other"
    assert pair({"name": "Grace Osei", "nicknames": ("Gracie",)}, {"name": "Gracie Osei"}) == reason
    assert pair({"name": "田中由紀", "nicknames": ("Yuki",)}, {"name": "Yuki"}) == reason
    assert pair({"name": "Yuki", "others": ("2",)}, {"name": "Yuki"}) == ""
    assert pair({"name": "Yuki"}, {"name": "Yuki", "others": ("1",)}) == ""


CROWDED = st.lists(
    st.builds(
        Contact,
        id=st.just(""),
        name=st.sampled_from(["Ana Lima", "Lima, Ana", "Anna Lima", "Bo"]),
        nicknames=st.sampled_from([(), ("Ana Lima",)]),
        organisation=st.sampled_from(["", "Quay"]),
        links=st.sampled_from([(), ("linkedin.com/in/ana",)]),
    ),
    min_size=20,
    max_size=60,
).map(lambda people: [replace(person, id=f"{number:02}") for number, person in enumerate(people)])


@examples(max_examples=15)
@given(CROWDED)
def test_in_a_crowd_nobody_is_left_alone_and_nobody_has_everyone(people: list[Contact]) -> None:
    found = find_pairs(people)
    all_of_them = [
        (one.id, other.id) for one, other in combinations(people, 2) if pair_of(one, other) is not None
    ]
    listed = {(pair.one.id, pair.other.id) for pair in found.pairs}
    assert {id for pair in listed for id in pair} == {id for pair in all_of_them for id in pair}
    assert listed <= set(all_of_them)
    assert bool(found.crowds) >= (len(listed) < len(all_of_them))


def test_the_pairs_of_a_crowd_grow_with_the_people_and_not_with_their_square() -> None:
    def crowd(count: int) -> list[Contact]:
        names = ("Karim Haddad", "Kareem Haddad")
        link = ("https://linkedin.com/in/karim",)
        return [Contact(id=f"{n:04}", name=names[n % 2], links=link) for n in range(count)]

    some, more = find_pairs(crowd(200)), find_pairs(crowd(400))
    assert len(more.pairs) <= 2.1 * len(some.pairs)
    assert [said.split(".")[0] for said in more.crowds[:2]] == [
        "400 people have linkedin",
        "200 people are called Kareem Haddad",
    ]


def test_whoever_is_left_out_of_a_crowd_comes_once_the_others_are_settled() -> None:
    crowd = [Contact(id=f"{number:02}", name="Ana Lima") for number in range(12)]
    last = crowd[-1]
    beside = [pair.one.id for pair in find_pairs(crowd).pairs if pair.other == last]
    settled = [*crowd[:-1], replace(last, others=tuple(beside))]
    assert [one.one.id for one in find_pairs(settled).pairs if one.other.id == last.id] == [
        one.id for one in crowd[:-1] if one.id not in beside
    ]


def test_in_a_crowd_those_of_one_organisation_stand_beside_each_other() -> None:
    crowd = [Contact(id=f"{n:02}", name="Ana Lima", organisation="Quay" * (n > 18)) for n in range(21)]
    assert ("19", "20") in {(one.one.id, one.other.id) for one in find_pairs(crowd).pairs}
