"""One page of two: no value of either is lost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from msgspec.structs import replace

from netjournal.exchange.cards import Card
from netjournal.exchange.merging import Page, merged
from netjournal.exchange.uniting import united
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.vcard_writing import write_cards
from netjournal.model import Contact, Met, Pause, from_raw, to_raw
from tests.exchange.made_up import CONTACTS


def page(person: Contact, **more: Any) -> Page:
    raw = to_raw(person) | more
    return Page(from_raw(Contact, person.id, raw, "here"), raw)


def person(id: str, name: str, **known: Any) -> Contact:
    return Contact(id=id, name=name, **known)


def nobody(id: str) -> str:
    return f"somebody {id}"


@examples(max_examples=30)
@given(CONTACTS, CONTACTS)
def test_every_value_of_both_is_somewhere_on_the_one_page(one: Contact, two: Contact) -> None:
    two = two if two.id != one.id else two.__class__(id="OTHER", name=two.name)
    found = merged(page(one, novel=1), page(two, novel=2, odd=[3]), nobody)
    said = "\n".join((found.person.about, *found.person.details))
    for name in ("emails", "phones", "links", "tags", "needs", "offers"):
        known = {" ".join(text.split()).casefold() for text in getattr(found.person, name)}
        for text in (*getattr(one, name), *getattr(two, name)):
            assert " ".join(text.split()).casefold() in known or name in ("phones", "links")
    for name in ("organisation", "role", "field", "place", "zone"):
        mine, theirs = getattr(one, name), getattr(two, name)
        assert getattr(found.person, name) in (mine, mine or theirs)
        assert theirs in (mine, getattr(found.person, name)) or theirs in said
    assert one.about in found.person.about
    assert two.about in found.person.about
    assert (found.raw["novel"], found.raw["novel_2"], found.raw["odd"]) == (1, 2, [3])
    assert from_raw(Contact, one.id, found.raw, "here") == found.person


def test_what_differs_is_told_under_about() -> None:
    one = person(
        "1", "Karim Haddad", place="Beirut", birthday="--11-19", met=Met(through="A", place="the fair")
    )
    two = person(
        "2", "Kareem Haddad", place="Lisbon", birthday="1981-04-03", met=Met(through="B"), details=("sails",)
    )
    found = merged(page(one), page(two), nobody)
    assert found.person.place == "Beirut"
    assert found.person.nicknames == ("Kareem Haddad",)
    assert found.person.met == Met(through="A", place="the fair")
    assert found.person.details == ("sails",)
    assert found.otherwise == ("place: Lisbon", "birthday: 3 April 1981", "met through somebody B")
    assert found.person.about == (
        "Also: place: Lisbon; birthday: 3 April 1981; met through somebody B (from another page of theirs)"
    )


def test_two_kinds_of_work_read_as_one_line_and_a_number_stands_once() -> None:
    one = person("1", "Ana Lima", role="Baker", organisation="Yard", phones=("912 345 678",), about="Sings.")
    two = person(
        "2", "Ana Lima", role="Engineer", organisation="Quay", phones=("+351 912 345 678", "555 0303")
    )
    found = merged(page(one), page(two), nobody).person
    assert found.phones == ("+351 912 345 678", "555 0303")
    assert found.about == "Sings.\n\nAlso: Engineer at Quay (from another page of theirs)"
    assert (found.role, found.details) == ("Baker", ())
    at_the_yard = merged(page(replace(one, role="")), page(two), nobody).person
    assert (at_the_yard.role, at_the_yard.about) == ("", found.about)


def test_nobody_is_met_through_themselves_or_looks_like_themselves() -> None:
    one = person("1", "Bo", met=Met(through="2", place="Oslo"), others=("2", "3"))
    two = person("2", "Bo", met=Met(through="4"), others=("1", "5"))
    found = merged(page(one), page(two), nobody).person
    assert found.met == Met(place="Oslo", through="4")
    assert found.others == ("3", "5")
    assert found.nicknames == ()


def test_a_rhythm_of_either_goes_on() -> None:
    day, later = dt.date(2026, 1, 1), dt.date(2026, 6, 1)
    one = person("1", "Bo", circle="wider", rhythm=90, rhythm_set=day, pauses=(Pause(since=later),))
    two = person(
        "2",
        "Bo",
        circle="close",
        rhythm=30,
        rhythm_set=later,
        pauses=(Pause(since=day, until=later),),
        rest=True,
    )
    found = merged(page(one), page(two), nobody)
    assert (found.person.circle, found.person.rhythm, found.person.rhythm_set) == ("close", 90, later)
    assert found.person.pauses == (Pause(since=day, until=later), Pause(since=later))
    assert found.person.rest
    assert found.otherwise == ("circle: wider", "every 30 days")


def test_what_other_address_books_said_of_either_is_kept() -> None:
    one = page(person("1", "Bo"), vcard=["UID:a", "item1.ADR:Oslo"])
    two = page(person("2", "Bo"), vcard=["UID:b", "item1.ADR:Bergen"])
    *lines, seen = merged(one, two, nobody).raw["vcard"]
    assert lines == ["UID:a", "item1.ADR:Oslo", "UID:b", "item3.ADR:Bergen"]
    assert seen.startswith("X-NETJOURNAL-SEEN-AS:")
    odd = merged(page(person("1", "Bo"), vcard="by hand"), two, nobody).raw
    assert (odd["vcard"], odd["vcard_2"]) == ("by hand", two.raw["vcard"])


@pytest.mark.parametrize(
    ("kept", "other", "both", "told"),
    [
        (Met(date=dt.date(2006, 1, 1), within="year"), Met(date=dt.date(2006, 5, 17)), "2006-05-17 day", ""),
        (Met(date=dt.date(2006, 5, 17)), Met(date=dt.date(2006, 5, 1), within="month"), "2006-05-17 day", ""),
        (
            Met(date=dt.date(2005, 1, 1), within="year"),
            Met(date=dt.date(2006, 5, 17)),
            "2005-01-01 year",
            "May",
        ),
        (Met(), Met(date=dt.date(2006, 1, 1), within="year"), "2006-01-01 year", ""),
    ],
)
def test_who_knows_more_exactly_when_they_met_is_believed(
    kept: Met, other: Met, both: str, told: str
) -> None:
    found = merged(page(person("1", "Ana", met=kept)), page(person("2", "Ana", met=other)), nobody)
    assert found.person.met is not None
    assert f"{found.person.met.date} {found.person.met.within}" == both
    assert told in " ".join(found.otherwise)
    assert bool(told) == bool(found.otherwise)


def test_a_card_brings_a_year_with_that_it_is_no_more_than_one() -> None:
    year = Met(date=dt.date(2006, 1, 1), within="year")
    knows_where = Card(person("1", "Ana", met=Met(place="Split")))
    both, _ = united(knows_where, Card(person("2", "Ana", met=year)))
    assert both.contact.met == replace(year, place="Split")
    day = Card(person("1", "Ana", met=Met(date=dt.date(2005, 3, 4))))
    assert united(day, Card(person("2", "Ana", met=year)))[0].contact.met == day.contact.met
    [again] = read_cards(write_cards([both])).people
    assert again.contact.met == both.contact.met
