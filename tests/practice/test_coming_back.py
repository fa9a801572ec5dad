"""What is never brought up unasked, whichever way leads back to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import Acquaintance, Interaction, Reflection
from netjournal.practice.coming_back import is_tender, may_come_back
from netjournal.practice.echo import say_noted
from netjournal.practice.following_up import follow_up
from netjournal.practice.month_material import Material
from netjournal.practice.quoting import quotable
from netjournal.practice.suggesting import note_of
from netjournal.practice.today import memories, months_memory
from tests.conftest import NOW as NOON

NOW = dt.datetime.fromisoformat(NOON)
TODAY = NOW.date()
AWAKE = {"1": Acquaintance(id="1", name="Ines Duarte")}
DAY = dt.date(2026, 10, TODAY.day)


@st.composite
def entries(draw: st.DrawFn) -> Interaction:
    """A talk with an answer, more often than not one that may not be brought up."""
    asked = Reflection(
        prompt="curiosity-01", dimension="curiosity", question="?", asked=NOW, status="answered",
        answer="Ask her about the keel next time", private=draw(st.booleans()),
    )  # fmt: skip
    people = draw(st.sampled_from([("1",), ("1", "resting"), ()]))
    mood = draw(st.sampled_from([None, 1, 2, 3, 5]))
    return Interaction(id="7", date=DAY, text="Boats", people=people, mood=mood, reflection=asked)


def _asks(entry: Interaction) -> bool:
    new = Interaction(id="9", date=TODAY, people=("1",))
    return follow_up(new, [entry], AWAKE) is not None


WAYS: dict[str, Callable[[Interaction], bool]] = {
    "asked after": _asks,
    "quoted": lambda entry: bool(quotable(Material(entries=[entry], awake=AWAKE))),
    "of another year": lambda entry: bool(memories([entry], AWAKE)),
    "of another month": lambda entry: bool(months_memory([entry], AWAKE, TODAY, "seed")),
}


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=40)
@given(entry=entries())
def test_no_way_leads_back_to_what_is_not_to_be_brought_up(way: str, entry: Interaction) -> None:
    low, people = (entry.mood or 3) <= 2, set(entry.people) <= AWAKE.keys()
    assert entry.reflection is not None
    expected = people and not low and not entry.reflection.private
    assert may_come_back(entry, AWAKE) == expected
    assert WAYS[way](entry) == expected


@settings(max_examples=40)
@given(entry=entries())
def test_nor_do_the_words_beside_a_name(entry: Interaction) -> None:
    assert bool(say_noted([entry], entry, TODAY)) == bool(note_of([entry])) == (not is_tender(entry))


def test_a_lighter_answer_is_noted_in_place_of_a_low_one_with_its_day() -> None:
    asked = Reflection(
        prompt="a-1", dimension="trust", question="?", asked=NOW, status="answered", answer="tired"
    )
    low = Interaction(id="2", date=TODAY, mood=1, reflection=asked)
    lighter = Interaction(id="1", date=DAY, reflection=replace(asked, answer="kind"))
    assert say_noted([low, lighter], low, TODAY) == "You noted 4 weeks ago: “kind”"
    assert say_noted([lighter], lighter, TODAY) == "You noted: “kind”"


def test_words_of_guilt_stay_on_the_page_of_their_month_and_come_back_nowhere_else() -> None:
    asked = Reflection(
        prompt="a-1", dimension="trust", question="?", asked=NOW, status="answered",
        answer="i said soon. it was easier. i will ring her next time",
    )  # fmt: skip
    entry = Interaction(id="7", date=DAY, text="Boats", people=("1",), reflection=asked)
    assert {way: comes(entry) for way, comes in WAYS.items()} == dict.fromkeys(WAYS, False) | {"quoted": True}
    assert say_noted([entry], entry, TODAY) == note_of([entry]) == ""
    lighter = replace(entry, reflection=replace(asked, answer="should have brought cake, next time"))
    assert all(comes(lighter) for comes in WAYS.values())
    told = replace(lighter, text="i should have rung Ines")
    assert not WAYS["of another year"](told)
    assert note_of([told, lighter]) == "should have brought cake, next time"
