"""A page in an editor gives back what stood on it, and takes what was typed or says what does not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.interaction import INTERACTION_FIELDS, read_promise, write_promise
from netjournal.language.forms.pages import Field, FormContext, read_form, write_form
from netjournal.language.recalling import is_marked
from netjournal.model import (
    CHANNELS,
    CIRCLES,
    PARTS_OF_DAY,
    Birthday,
    Contact,
    Interaction,
    Met,
    PartOfDay,
    Promise,
    Recall,
    Reflection,
)

NOW = dt.datetime(2026, 11, 18, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
PEOPLE = {"1": "Grace Hopper", "2": "George Carver", "3": "Grace Hopper", "4": "Smith; Sons", "5": '"Łu"\n'}


def resolve(name: str) -> str:
    ids = [id for id, known in PEOPLE.items() if known == name]
    if len(ids) > 1:
        raise Unclear(f"Several people are called {name}:", ids)
    if not ids:
        raise JournalError(f"Nobody here is called {name}.")
    return ids[0]


CONTEXT = FormContext(now=NOW, name_of=PEOPLE.__getitem__, resolve_person=resolve)
ADA = Contact(id="A", name="Ada Okoro", about="Met at the harbour.", needs=("a sailmaker",), place="Lagos")
SENT_BY_FRIDAY = Promise(text="send it", due=dt.date(2026, 11, 20))
LUNCH = Interaction(id="L", date=dt.date(2026, 11, 17), people=("2",), text="Lunch.", place="Café Lula")


def contact_page(person: Contact = ADA) -> str:
    return write_form(CONTACT_FIELDS, person, CONTEXT)


def read_contact(page: str, person: Contact = ADA) -> Contact:
    return read_form(CONTACT_FIELDS, page, person, CONTEXT)


def entry_page(entry: Interaction = LUNCH) -> str:
    return write_form(INTERACTION_FIELDS, entry, CONTEXT)


def read_entry(page: str, entry: Interaction = LUNCH) -> Interaction:
    return read_form(INTERACTION_FIELDS, page, entry, CONTEXT)


def with_line(page: str, label: str, typed: str) -> str:
    """The page with something else on the line of a label."""
    lines = page.split("\n")
    at = next(index for index, line in enumerate(lines) if line.startswith(f"{label}:"))
    return "\n".join([*lines[:at], f"{label}: {typed}", *lines[at + 1 :]])


TRICKY = st.sampled_from(list("ab É\"\\;#:,-·| \t\n\r\x0b\x1b\x7f\x85\u2028\u202e\u200b🙂'")) | st.characters(
    exclude_categories=["Cs"], exclude_characters="\0"
)
TEXT = st.text(TRICKY, max_size=12) | st.sampled_from(("# x", "---", "name: x", "by; kept", "x; by friday"))
SOME = TEXT.filter(bool)
FEW = st.lists(SOME, max_size=3, unique=True).map(tuple)
DAY = st.dates(dt.date(1, 1, 2), dt.date(9999, 12, 30))
ZONED = st.datetimes(
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))),
)
PROMISES = st.builds(
    Promise, text=SOME, by=st.sampled_from(["me", "them"]), due=st.none() | DAY, kept=st.none() | DAY
)
BIRTHDAYS = st.just("") | st.builds(
    lambda day, year: str(Birthday(day.month, day.day, day.year if year else None)), DAY, st.booleans()
)
CONTACTS = st.builds(
    Contact,
    id=st.just("A"),
    name=SOME,
    **dict.fromkeys(("nicknames", "links", "tags", "details", "needs", "offers"), FEW),
    emails=FEW.map(lambda texts: tuple(f"a{text}@b" for text in texts)),
    phones=FEW.map(lambda texts: tuple(f"555{text}" for text in texts)),
    **dict.fromkeys(("organisation", "role", "field", "place", "about"), TEXT),
    zone=st.sampled_from(("", "Europe/Oslo", "Asia/Kolkata")),
    birthday=BIRTHDAYS,
    circle=st.none() | st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 9999),
    **dict.fromkeys(("equal", "trusted", "rest"), st.booleans()),
    **dict.fromkeys(("rhythm_set", "quiet_until"), st.none() | DAY),
    met=st.none()
    | st.builds(Met, date=st.none() | DAY, place=TEXT, through=st.just("") | st.sampled_from(list(PEOPLE))),
    created=st.none() | ZONED,
)


def _entry(at: dt.datetime, told: PartOfDay | bool, **fields: Any) -> Interaction:
    if isinstance(told, bool):
        return Interaction(id="L", date=at.date(), at=at if told else None, **fields)
    return Interaction(id="L", date=at.date(), part=told, **fields)


ENTRIES = st.builds(
    _entry,
    ZONED,
    st.booleans() | st.sampled_from(PARTS_OF_DAY),
    zone=st.sampled_from(("", "Europe/Oslo", "Asia/Kolkata", "Mars/Base")),
    people=st.lists(st.sampled_from(list(PEOPLE)), unique=True).map(tuple),
    channel=st.none() | st.sampled_from(CHANNELS),
    **dict.fromkeys(("gave", "got", "tags"), FEW),
    **dict.fromkeys(("text", "place"), TEXT),
    promises=st.lists(PROMISES, max_size=3).map(tuple),
    initiated=st.none() | st.sampled_from(["me", "them"]),
    **dict.fromkeys(("mood", "energy"), st.none() | st.integers(1, 5)),
    reflection=st.none() | st.just(Reflection(prompt="p", dimension="trust", question="?", asked=NOW)),
)


@given(CONTACTS)
def test_a_person_comes_back_from_the_page(person: Contact) -> None:
    assert read_contact(contact_page(person), person) == person
    moved = read_contact(with_line(contact_page(person), "role", "Sailmaker"), person)
    assert moved == replace(person, role="Sailmaker")


def test_the_day_of_the_first_rhythm_is_noted() -> None:
    person = Contact(id="A", name="Ada Okafor")
    given = read_contact(with_line(contact_page(person), "circle", "close"), person)
    assert (given.circle, given.rhythm_set) == ("close", NOW.date())
    earlier = replace(given, rhythm_set=dt.date(2025, 1, 1))
    both = read_contact(with_line(contact_page(earlier), "rhythm", "10"), earlier)
    assert (both.rhythm, both.rhythm_set) == (10, dt.date(2025, 1, 1))
    assert read_contact(with_line(contact_page(earlier), "circle", ""), earlier) == person


def test_what_was_decided_about_a_person_is_read() -> None:
    page = contact_page(ada := Contact(id="A", name="Ada Okafor"))
    typed = {"at rest": "Yes", "trusted": "no", "any channel": "yes", "not before": "friday"}
    for label, words in typed.items():
        page = with_line(page, label, words)
    read = read_contact(page, ada)
    assert (read.rest, read.trusted, read.equal, read.quiet_until) == (
        True,
        False,
        True,
        dt.date(2026, 11, 20),
    )


@given(ENTRIES)
def test_an_entry_comes_back_from_the_page(entry: Interaction) -> None:
    assert read_entry(entry_page(entry), entry) == entry
    moved = read_entry(with_line(entry_page(entry), "place", "Bergen"), entry)
    assert moved == replace(entry, place="Bergen")


@given(CONTACTS)
@example(Contact(id="A", name="Ada Okafor", details=("!0", "!")))
def test_each_field_of_a_person_says_all_of_it(person: Contact) -> None:
    blank = Contact(id="A", name="?", created=person.created)
    by_name = replace(CONTEXT, resolve_person=dict(zip(PEOPLE.values(), PEOPLE, strict=True)).__getitem__)
    for field in CONTACT_FIELDS:
        if not (shown := field.show(person, CONTEXT)):
            continue
        assert field.multiline or len(shown.split("\n")) == 1
        blank = field.take(blank, shown, by_name)
    met = person.met and replace(person.met, through="3" if person.met.through == "1" else person.met.through)
    expected = replace(person, met=None if met == Met() else met, about=person.about.strip("\n"))
    new = tuple(Recall(detail=one, since=NOW.date()) for one in person.details if is_marked(one))
    assert replace(blank, rhythm_set=person.rhythm_set) == replace(expected, recalls=new)


@given(PROMISES)
def test_a_promise_in_a_line_is_the_same_promise(promise: Promise) -> None:
    line = write_promise(promise)
    assert "\n" not in line
    assert read_promise(line, NOW) == promise


@given(ENTRIES)
def test_an_editor_may_change_line_ends_and_add_a_byte_order_mark(entry: Interaction) -> None:
    plain = replace(entry, text="Lunch.\nTea.")
    page = "\ufeff" + entry_page(plain).replace("\n", "\r\n")
    assert read_entry(page, plain) == plain


def test_how_a_page_looks() -> None:
    entry = replace(
        LUNCH,
        at=NOW.replace(day=17),
        people=("2", "4"),
        tags=("food", "work:hiring"),
        channel="in_person",
        gave=("intro to Karim",),
        promises=(
            Promise(text="send her the book", due=dt.date(2026, 11, 20), kept=dt.date(2026, 11, 19)),
            Promise(text="call", by="them"),
        ),
        text="Lunch.\n---\n# Boats: ask.",
    )
    assert (
        entry_page(entry).partition("\n\n")[2]
        == """\
when:         2026-11-17 14:30
people:       George Carver; "Smith; Sons"
channel:      in person
place:        Café Lula
tags:         #food #work:hiring
reached out:  # me or them
mood:         # 1 to 5
energy:       # 1 to 5
gave:
  intro to Karim
got:          # a place at her table, one thing a line
promises:
  I send her the book; by 20 November 2026; kept 19 November 2026
  they: call

---
Lunch.
---
# Boats: ask.
"""
    )


def test_a_line_left_out_stays_and_one_emptied_is_emptied() -> None:
    page = contact_page()
    assert read_contact("") == ADA
    assert read_contact(page.replace("needs:\n  a sailmaker\n", "").partition("---")[0]) == ADA
    emptied = page.replace("  a sailmaker\n", "").replace("Met at the harbour.", "")
    assert read_contact(emptied) == replace(ADA, needs=(), about="")


def test_what_is_typed_after_an_example_counts_alone() -> None:
    """At the end of the line is where an editor begins to type: an example tag was nobody's."""
    page = contact_page().replace("# compilers", "# compilersships")
    page = page.replace("#boats #work:hiring", "#boats #work:hiring #sails")
    person = read_contact(page)
    assert (person.tags, person.field) == (("sails",), "ships")


def test_what_is_typed_before_an_example_counts_alone() -> None:
    page = contact_page().replace("birthday:      #", "birthday: 9 dec   #")
    page = page.replace("offers:        #", "offers: an hour on compilers #")
    hint = "# what they told you, one thing a line (! lets it come back)"
    person = read_contact(page.replace(f"details:       {hint}", f"details: {hint}\n  sails"))
    assert (person.birthday, person.offers, person.details) == (
        "--12-09",
        ("an hour on compilers",),
        ("sails",),
    )


@pytest.mark.parametrize(
    ("label", "typed", "attribute", "value"),
    [
        ("birthday", "1906-12-09", "birthday", "1906-12-09"),
        ("birthday", "--12-09", "birthday", "--12-09"),
        ("birthday", "9 dec 1906", "birthday", "1906-12-09"),
        ("birthday", "December 9th, 1906", "birthday", "1906-12-09"),
        ("birthday", "9.12.1906", "birthday", "1906-12-09"),
        ("birthday", "9.12.", "birthday", "--12-09"),
        ("birthday", "29 february", "birthday", "--02-29"),
        ("nicknames", 'Ad;"Smith; Sons" ; Ad;', "nicknames", ("Ad", "Smith; Sons")),
        ("nicknames", '"Ad" the great; "x', "nicknames", ('"Ad" the great', '"x')),
        ("tags", "#boats, food;#work:hiring", "tags", ("boats", "food", "work:hiring")),
        ("circle", "Inner", "circle", "inner"),
        ("rhythm", "30", "rhythm", 30),
        ("rhythm", "every 6 weeks", "rhythm", 42),
        ("rhythm", "every month", "rhythm", 30),
        ("time zone", "kolkata", "zone", "Asia/Kolkata"),
        ("time zone", "america/new york", "zone", "America/New_York"),
        ("met on", "yesterday", "met", Met(date=dt.date(2026, 11, 17))),
        ("met on", "2006", "met", Met(date=dt.date(2006, 1, 1), within="year")),
        ("met on", "may 2006", "met", Met(date=dt.date(2006, 5, 1), within="month")),
        ("met on", "since 2006", "met", Met(date=dt.date(2006, 1, 1), within="year")),
        ("met on", "in May 2006", "met", Met(date=dt.date(2006, 5, 1), within="month")),
        ("met on", "17 may 2006", "met", Met(date=dt.date(2006, 5, 17))),
        ("met through", "George Carver", "met", Met(through="2")),
        ("needs", "a drummer", "needs", ("a drummer", "a sailmaker")),
    ],
)
def test_what_a_person_is_typed_as(label: str, typed: str, attribute: str, value: object) -> None:
    assert getattr(read_contact(with_line(contact_page(), label, typed)), attribute) == value


@pytest.mark.parametrize("said", ["2006", "May 2006", "17 May 2006"])
def test_when_one_met_is_written_as_it_was_said(said: str) -> None:
    person = read_contact(with_line(contact_page(), "met on", said))
    assert f"met on: {said}" in [" ".join(line.split()) for line in contact_page(person).split("\n")]


@pytest.mark.parametrize(
    ("label", "typed", "attribute", "value"),
    [
        ("when", "yesterday", "date", dt.date(2026, 11, 17)),
        ("when", "fri 3pm", "date", dt.date(2026, 11, 13)),
        ("people", "George Carver; Smith; Sons", None, "Nobody here is called Smith."),
        ("people", 'George Carver; "Smith; Sons"; George Carver', "people", ("2", "4")),
        ("people", '"Smith; Sons"', "people", ("4",)),
        ("people", "George Carver, Rui", None, "Nobody here is called Rui."),
        ("channel", "In person", "channel", "in_person"),
        ("channel", "email", "channel", "email"),
        ("channel", "Letter", "channel", "message"),
        ("channel", "none", "channel", None),
        ("reached out", "them", "initiated", "them"),
        ("mood", "4", "mood", 4),
        ("promises", "I send it · by friday", "promises", (SENT_BY_FRIDAY,)),
        ("promises", "me: send it; kept", "promises", (Promise(text="send it", kept=dt.date(2026, 11, 18)),)),
        ("promises", "They send it | by friday", "promises", (replace(SENT_BY_FRIDAY, by="them"),)),
    ],
)  # fmt: skip
def test_what_an_entry_is_typed_as(label: str, typed: str, attribute: str | None, value: Any) -> None:
    page = with_line(entry_page(), label, typed)
    if attribute is None:
        with pytest.raises(JournalError, match=value):
            read_entry(page)
    else:
        assert getattr(read_entry(page), attribute) == value


def test_labels_are_known_in_any_case() -> None:
    page = contact_page().replace("met through: ", "Met  Through : George Carver").replace("needs:", "NEEDS:")
    page = page.replace("# who brought you together", "")
    assert read_contact(page) == replace(ADA, met=Met(through="2"))


def test_namesakes_on_the_page_stay_who_they_were() -> None:
    both = replace(LUNCH, people=("3", "1", "2"))
    assert entry_page(both).count("Grace Hopper") == 2
    assert read_entry(with_line(entry_page(both), "people", "Grace Hopper; George Carver"), both).people == (
        "3",
        "2",
    )
    with pytest.raises(Unclear):
        read_entry(with_line(entry_page(), "people", "Grace Hopper"))


def test_a_time_stays_in_the_zone_it_was_lived_in() -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    talk = replace(LUNCH, at=dt.datetime(2026, 11, 17, 9, 30, 12, tzinfo=tokyo), zone="Asia/Tokyo")
    moved = read_entry(with_line(entry_page(talk), "when", "2026-11-16 10:00"), talk)
    assert (moved.at, moved.zone) == (dt.datetime(2026, 11, 16, 10, tzinfo=tokyo), "Asia/Tokyo")
    assert moved.date == dt.date(2026, 11, 16)
    here = read_entry(with_line(entry_page(talk), "when", "an hour ago"), talk)
    assert here.at == NOW - dt.timedelta(hours=1)
    assert read_entry(with_line(entry_page(talk), "when", "2026-11-17"), talk) == LUNCH
    summer = replace(LUNCH, at=dt.datetime(2026, 11, 17, 9, tzinfo=dt.UTC), zone="Europe/London")
    july = read_entry(with_line(entry_page(summer), "when", "2026-07-01 09:00"), summer)
    assert july.at is not None
    assert july.at.utcoffset() == dt.timedelta(hours=1)


def test_a_part_of_the_day_is_said_in_place_of_a_time() -> None:
    morning = read_entry(with_line(entry_page(), "when", "2026-11-16 in the morning"))
    assert morning == replace(LUNCH, date=dt.date(2026, 11, 16), part="morning")
    evening = read_entry(with_line(entry_page(morning), "when", "yesterday evening"), morning)
    assert evening == replace(LUNCH, part="evening")
    timed = read_entry(with_line(entry_page(evening), "when", "2026-11-17 18:40"), evening)
    assert (timed.at is None, timed.part) == (False, None)
    assert read_entry(with_line(entry_page(evening), "when", "2026-11-17"), evening) == LUNCH


@pytest.mark.parametrize(
    ("change", "message", "hint"),
    [
        (lambda page: with_line(page, "birthday", "31 feb"), "Line 14, birthday: “31 feb”", "9 Dec"),
        (lambda page: with_line(page, "met on", "30 feb"), "Line 18, met on: There is no 30 February.", ""),
        (lambda page: with_line(page, "met on", "the ship"), "Line 18, met on: “the ship”", "17 November"),
        (lambda page: with_line(page, "circle", "outer"), "Line 16, circle: “outer”", "friends or wider"),
        (lambda page: with_line(page, "rhythm", "0 weeks"), "Line 17, rhythm: “0 weeks”", "6 weeks"),
        (lambda page: with_line(page, "time zone", "../etc"), "Line 13, time zone:", "Asia/Kolkata"),
        (lambda page: with_line(page, "name", ""), "Line 4, name:", "needs a name"),
        (lambda page: page.replace("nicknames:", "nickname:"), "Line 5: there is no nickname.", "nicknames"),
        (lambda page: page.replace("nicknames:", "xyz:"), "Line 5: there is no xyz.", "name, nick"),
        (lambda page: page.replace("---", "about: x"), "there is no about.", ""),
        (lambda page: page.replace("role:", "name: Eve"), "Line 10: name stands on line 4 too.", ""),
        (lambda page: page.replace("  a sailmaker", "a sailmaker"), "Line 27 has no label.", "Indent"),
        (lambda page: page.replace("role:", "  Lagos"), "Line 10 is indented", "left"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_with_its_line(
    change: Callable[[str], str], message: str, hint: str
) -> None:
    with pytest.raises(Misused) as caught:
        read_contact(change(contact_page()))
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ("when", "once"),
        ("when", "2026-11-31"),
        ("when", ""),
        ("when", "x" * 1_000_000),
        ("channel", "smoke signals"),
        ("mood", "6"),
        ("mood", "٣"),
        ("reached out", "both"),
        ("promises", "send her the book"),
        ("promises", "I"),
        ("promises", "I send it; by the sea"),
        ("promises", "I send it; by"),
    ],
)
def test_an_entry_refuses_what_it_cannot_hold(label: str, typed: str) -> None:
    with pytest.raises(Misused, match=rf"Line \d+, {label}: ") as caught:
        read_entry(with_line(entry_page(), label, typed))
    assert caught.value.hint
    assert len(caught.value.message) < 200


def test_the_same_words_in_the_app_change_nothing() -> None:
    for field in INTERACTION_FIELDS:
        assert field.change(LUNCH, field.show(LUNCH, CONTEXT), CONTEXT) is LUNCH


@pytest.mark.parametrize("fields", [CONTACT_FIELDS, INTERACTION_FIELDS])
def test_free_text_comes_last_and_labels_differ(fields: tuple[Field[Any], ...]) -> None:
    assert [field.kind for field in fields].count("text") == 1
    assert fields[-1].kind == "text"
    assert len({field.label for field in fields}) == len({field.key for field in fields}) == len(fields)
