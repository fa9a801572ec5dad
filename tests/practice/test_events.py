"""An event: when one is there, what belongs to it, and the one question afterwards."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Event, Interaction, Promise
from netjournal.practice.events import (
    Asking,
    belongs,
    day_within,
    goal_for,
    is_asked,
    is_open,
    last_day,
    owed,
    say_asking,
    say_promised,
    settled,
    tag_for,
    to_go_on,
)

DAY = dt.date(2026, 11, 18)
PLAN = Promise(text="send her the keel plan", due=dt.date(2026, 11, 27))
CALL = Promise(text="call him", due=dt.date(2026, 11, 20))


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"2026-11-{text}:00+01:00")


def event(ended: str = "", days: int = 1) -> Event:
    return Event(
        id="e",
        name="Harbour festival",
        tag="harbour-festival",
        since=DAY,
        by=DAY + dt.timedelta(days - 1),
        ended=at(ended) if ended else None,
    )


def entry(
    day: dt.date = DAY, tags: tuple[str, ...] = ("harbour-festival",), *promises: Promise
) -> Interaction:
    return Interaction(id="i", date=day, people=("ines",), tags=tags, promises=promises)


@pytest.mark.parametrize(
    ("now", "ended", "days", "is_there"),
    [
        ("18T19:00", "", 1, True),
        ("19T00:40", "", 1, True),
        ("19T04:59", "", 1, True),
        ("19T05:00", "", 1, False),
        ("20T12:00", "", 3, True),
        ("21T04:00", "", 3, True),
        ("21T05:00", "", 3, False),
        ("18T23:00", "18T22:00", 1, False),
        ("18T04:00", "", 1, False),
    ],
)
def test_one_is_there_until_the_night_is_over(now: str, ended: str, days: int, is_there: bool) -> None:
    assert is_open(event(ended, days), at(now)) is is_there


def test_what_is_logged_after_midnight_is_of_the_evening() -> None:
    assert day_within(event(), at("19T00:40")) == DAY
    assert day_within(event(days=3), at("20T01:00")) == dt.date(2026, 11, 19)
    assert last_day(event("19T01:00")) == DAY
    assert last_day(event("19T12:00", days=3)) == dt.date(2026, 11, 19)


def test_entries_belong_by_tag_and_day() -> None:
    assert belongs(event(), entry(tags=("boats", "Harbour-Festival")))
    assert not belongs(event(), entry(tags=("harbour-festival:food",)))
    assert not belongs(event(), entry(dt.date(2026, 11, 19)))
    assert belongs(event(days=2), entry(dt.date(2026, 11, 19)))
    assert not belongs(event("18T23:00", days=2), entry(dt.date(2026, 11, 19)))


def test_it_is_asked_two_days_later_for_a_week_and_never_after_an_answer() -> None:
    days = [day for day in range(30) if is_asked(event("19T01:00"), DAY + dt.timedelta(day))]
    assert days == list(range(2, 9))
    answered = Event(id="e", name="x", tag="x", since=DAY, by=DAY, asked=DAY)
    assert not any(is_asked(answered, DAY + dt.timedelta(day)) for day in range(30))


def test_the_question_names_the_first_promise() -> None:
    entries = [entry(DAY, (), PLAN, CALL, Promise(text="x", by="them"), Promise(text="y", kept=DAY))]
    found = owed(entries)
    assert [one.promise for one in found] == [CALL, PLAN]
    names = {"ines": "Ines Duarte"}
    assert say_asking(Asking(event(), found[1:]), names) == (
        "At Harbour festival you promised Ines Duarte: send her the keel plan. Still yours?"
    )
    assert say_asking(Asking(event(), found), names) == (
        "At Harbour festival you promised Ines Duarte: call him, and one more thing. Still yours?"
    )


def test_a_promise_to_nobody_is_asked_about_after_a_colon() -> None:
    photo = Promise(text="send Jan the choir photo.")
    [one] = owed([msgspec.structs.replace(entry(DAY, (), photo), people=())])
    assert say_asking(Asking(event(), [one]), {}) == (
        "At Harbour festival you promised: send Jan the choir photo. Still yours?"
    )
    assert say_asking(Asking(event(), [one, one, one]), {}) == (
        "At Harbour festival you promised: send Jan the choir photo, and other things. Still yours?"
    )
    assert say_promised(one, {}) == "you promised: send Jan the choir photo"


def test_deciding_changes_only_what_was_decided() -> None:
    theirs = Promise(text="x", by="them")
    before = entry(DAY, (), PLAN, theirs, CALL)
    moved = Promise(text=CALL.text, due=dt.date(2026, 12, 1))
    assert settled(before, {0: None, 2: moved}).promises == (theirs, moved)
    assert settled(before, {0: PLAN, 2: CALL}) == before


def test_who_comes_back_the_same_evening_goes_on() -> None:
    assert to_go_on([event("18T20:00")], "harbour-festival", at("19T00:10")) is not None
    assert to_go_on([event("18T20:00")], "harbour-festival", at("19T10:00")) is None
    assert to_go_on([event()], "harbour-festival", at("18T22:00")) is None


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Harbour festival", "harbour-festival"),
        ("Café-Lula_Abend, 2026", "café-lula-abend-2026"),
        ("choir's 30th birthday", "choirs-30th-birthday"),
        ("Zoë’s party", "zoës-party"),
        ("the ‘quiet’ hour", "the-quiet-hour"),
        ("港まつり", "港まつり"),
        ("2026", "event-2026"),
        ("⛵", "event"),
    ],
)
def test_the_tag_comes_from_the_name(name: str, tag: str) -> None:
    assert tag_for(name) == tag


@given(st.text(min_size=1, max_size=20))
def test_its_goal_counts_whoever_is_met_there(name: str) -> None:
    here = Event(id="e", name=name, tag=tag_for(name), since=DAY, by=DAY)
    goal = goal_for(here, 3)
    fits = parse_filter(goal.count, at("18T12:00")).matcher(lambda id: None)
    assert fits(entry(tags=(here.tag,)))
    assert not fits(entry(tags=()))


@given(st.integers(-48, 240), st.integers(1, 3))
def test_while_one_is_there_a_line_belongs_to_it(hours: int, days: int) -> None:
    now, here = at("18T12:30") + dt.timedelta(hours=hours), event(days=days)
    if is_open(here, now):
        assert belongs(here, entry(day_within(here, now)))
        assert not is_asked(here, now.date())
