"""Details that come back after 7, 21, 60 and 180 days (reflection.md §2.5)."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.language.recalling import with_several
from netjournal.model import Contact
from netjournal.practice.recalling import detail_of_the_day, due, recall_of, recalled

DAY = dt.date(2026, 11, 1)
GRACE = with_several(
    Contact(id="1", name="Grace"), "details", ("!her sister paints", "afraid of flying"), DAY
)
DETAIL = "!her sister paints"


def after(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def test_what_is_known_comes_back_ever_later_and_then_rests() -> None:
    person, today, gaps = GRACE, DAY, []
    while (day := due(recall_of(person, DETAIL))) is not None:
        gaps.append((day - today).days)
        found = detail_of_the_day([person], day, "seed")
        assert found is not None
        assert found.words == "her sister paints"
        assert detail_of_the_day([person], day - dt.timedelta(days=1), "seed") is None
        person, today = recalled(person, DETAIL, knew=True, today=day), day
    assert gaps == [7, 21, 60, 180]
    assert detail_of_the_day([person], after(9999), "seed") is None


@given(st.lists(st.booleans(), max_size=8))
def test_what_was_forgotten_begins_again(replies: list[bool]) -> None:
    person, today = GRACE, DAY
    for knew in replies:
        if (day := due(recall_of(person, DETAIL))) is None:
            break
        before = recall_of(person, DETAIL)
        person, today = recalled(person, DETAIL, knew=knew, today=day), day
        step = recall_of(person, DETAIL)
        assert step.step == (before.step + 1 if knew else 0)
        assert len(person.recalls) == 1
    person = recalled(person, DETAIL, knew=False, today=today)
    assert due(recall_of(person, DETAIL)) == today + dt.timedelta(days=7)


def test_one_a_day_the_one_that_waited_longest_and_none_of_those_at_rest() -> None:
    chidi = with_several(Contact(id="2", name="Chidi"), "details", ("! two dogs",), after(2))
    found = detail_of_the_day([chidi, GRACE], after(20), "seed")
    assert found is not None
    assert found.person == GRACE
    told = recalled(GRACE, DETAIL, knew=True, today=after(20))
    assert detail_of_the_day([chidi, told], after(20), "seed") is None, "one a day"
    following = detail_of_the_day([chidi, told], after(21), "seed")
    assert following is not None
    assert following.words == "two dogs"
    assert detail_of_the_day([replace(GRACE, rest=True)], after(20), "seed") is None


def test_a_detail_begins_when_it_is_marked_and_is_let_go_with_its_words() -> None:
    later = with_several(GRACE, "details", (*GRACE.details, "!two dogs"), after(30))
    assert {one.detail: one.since for one in later.recalls} == {DETAIL: DAY, "!two dogs": after(30)}
    assert with_several(later, "details", ("afraid of flying",), after(40)).recalls == ()
    brought = replace(GRACE, recalls=(), created=dt.datetime(2026, 10, 1, tzinfo=dt.UTC))
    assert recall_of(brought, DETAIL).since == dt.date(2026, 10, 1)
