"""The page of a person or an entry: what is not touched stays, what is typed arrives."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.cli.form import page_of
from netjournal.cli.form_reading import read_page
from netjournal.errors import Misused
from netjournal.language.visible import visible
from netjournal.model import CHANNELS, CIRCLES, Contact, Interaction, Met, Promise, Reflection
from tests.conftest import NOW

D = TypeVar("D", Contact, Interaction)

AT = dt.datetime.fromisoformat(NOW)
IDS = ("01A", "01B", "01C")
NAMES = {"01A": "Ines O'Neil", "01B": "Ali Khan", "01C": "Ali Khan"}

# Whatever a journal can hold: quotes of both kinds, line breaks, control characters.
TEXTS = st.text(
    st.sampled_from("a'\"\\\n\r\t\x1b\x7f\u202e🙂é#[]=") | st.characters(exclude_categories=["Cs"])
)
LISTS = st.lists(TEXTS.filter(str.strip), max_size=3).map(tuple)
DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))

people = st.builds(
    Contact,
    id=st.just("01X"),
    name=TEXTS.filter(str.strip),
    nicknames=LISTS,
    tags=LISTS,
    place=TEXTS,
    about=TEXTS,
    details=LISTS,
    birthday=st.sampled_from(["", "--02-29", "1906-12-09"]),
    circle=st.none() | st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 400),
    met=st.none() | st.builds(Met, date=st.none() | DATES, place=TEXTS, through=st.sampled_from(["", *IDS])),
)
entries = st.builds(
    Interaction,
    id=st.just("01X"),
    date=DATES,
    people=st.lists(st.sampled_from(IDS), unique=True).map(tuple),
    channel=st.none() | st.sampled_from(CHANNELS),
    text=TEXTS,
    tags=LISTS,
    gave=LISTS,
    promises=st.lists(
        st.builds(Promise, text=TEXTS.filter(str.strip), due=st.none() | DATES, kept=st.none() | DATES),
        max_size=2,
    ).map(tuple),
    mood=st.none() | st.integers(1, 5),
    reflection=st.none()
    | st.builds(
        Reflection,
        prompt=st.just("voice-01"),
        dimension=st.just("voice"),
        question=TEXTS,
        asked=st.just(AT),
        status=st.just("answered"),
        answer=TEXTS.filter(str.strip),
        rating=st.none() | st.integers(1, 5),
    ),
)


def reread(page: str, shown: str, before: D) -> D:
    """What the page `page` makes of `before`; every name is Bo's."""
    return read_page(page, shown, before, find=lambda name: f"id of {name}", now=AT)


@settings(max_examples=60, deadline=None)
@given(people | entries)
def test_a_page_shows_no_control_character_and_changes_nothing_by_itself(
    document: Contact | Interaction,
) -> None:
    page = page_of(document, NAMES)
    assert visible(page, multiline=True) == page
    if isinstance(document, Contact):
        assert reread(page, page, document) == document
    else:
        assert reread(page, page, document) == document


@settings(max_examples=60, deadline=None)
@given(entries, entries)
def test_what_is_typed_arrives_and_the_rest_stays(before: Interaction, wanted: Interaction) -> None:
    shown = page_of(before, NAMES)
    typed = msgspec.structs.replace(before, text=wanted.text, gave=wanted.gave, channel=wanted.channel)
    after = reread(page_of(typed, NAMES), shown, before)
    assert after.text.strip() == typed.text.strip()
    assert [item.strip() for item in after.gave] == [item.strip() for item in typed.gave]
    untouched = msgspec.structs.replace(after, text=before.text, gave=before.gave, channel=before.channel)
    assert (untouched, after.channel) == (before, wanted.channel)


def test_namesakes_in_an_entry_stay_who_they_are() -> None:
    before = Interaction(id="01X", date=AT.date(), people=("01C", "01A", "01B"))
    shown = page_of(before, NAMES)
    without_ines = shown.replace('"Ines O\'Neil", ', "")
    assert reread(without_ines, shown, before).people == ("01C", "01B")
    with_bo = shown.replace('["Ali Khan", ', '["Bo", "Ali Khan", ')
    assert reread(with_bo, shown, before).people == ("id of Bo", "01C", "01A", "01B")


def test_a_time_stays_in_the_zone_it_was_made_in() -> None:
    at = dt.datetime(2026, 7, 1, 21, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    before = Interaction(id="01X", date=at.date(), at=at, zone="Asia/Tokyo")
    shown = page_of(before, NAMES)
    later = reread(shown.replace("21:00", "22:30"), shown, before)
    assert later.at is not None
    assert (later.at.isoformat(), later.zone) == ("2026-07-01T22:30:00+09:00", "Asia/Tokyo")
    without = reread(shown.replace('"21:00"', '""'), shown, before)
    assert (without.at, without.zone) == (None, "")


@pytest.mark.parametrize(
    "line", ["name = 3", 'name = ""', 'nick = ["Bo"]', "met = 3", "[met]\nwhen = 3", "= 3"]
)
def test_a_line_that_does_not_fit_is_named(line: str) -> None:
    before = Contact(id="01X", name="Bo")
    with pytest.raises(Misused) as raised:
        reread(line, page_of(before, NAMES), before)
    assert line.split()[0].strip("[]") in raised.value.message or "line 1" in raised.value.message
