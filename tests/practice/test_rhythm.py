"""When a hello would be good: the vectors of reflection.md §3.2, and what must hold for every journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from netjournal.model import CHANNELS, CIRCLES, Acquaintance, Contact, Pause
from netjournal.practice.rhythm import (
    Meeting,
    Tie,
    due,
    fresh_start,
    grew,
    load,
    may_be_suggested,
    say_load,
    say_rhythm,
    state,
    weight,
    who_next,
)
from netjournal.settings import Settings, WhoNext

TODAY = date(2026, 3, 20)


def settings_with(**who_next: Any) -> Settings:
    return Settings(who_next=WhoNext(**who_next))


def known(name: str, *meetings: Meeting, **fields: Any) -> Tie:
    return Tie(Acquaintance(id=name, name=name, **fields), meetings)


def on(day: str, channel: Any = None, people: int = 1) -> Meeting:
    return Meeting(date.fromisoformat(day), channel, people)


COFFEE = on("2026-02-01", "in_person")
EARLY = on("2026-02-03", "message")
WROTE = on("2026-02-25", "message")
ANA = known("ana", COFFEE, WROTE, circle="close")
SET_LATE = known("ana", COFFEE, WROTE, circle="close", rhythm_set=date(2026, 3, 20))
BEN = known("ben", on("2025-12-10", "call"), circle="friends")
CHI = known("chi", on("2025-02-01", "event"), circle="wider")
DEE = known("dee", on("2024-12-01", "in_person"), circle="friends")
ELI = known("eli", on("2026-03-10", "message"), circle="inner")


@pytest.mark.parametrize(
    ("who", "today", "day", "standing"),
    [
        (ANA, "2026-03-19", "2026-03-12", "hello_time"),
        (ANA, "2026-03-20", "2026-03-12", "quiet"),
        (SET_LATE, "2026-03-20", "2026-03-12", "quiet"),
        (known("ana", COFFEE, EARLY, circle="close"), "2026-03-02", "2026-03-03", "in_touch"),
        (known("ana", COFFEE, WROTE, circle="close", equal=True), "2026-03-20", "2026-03-27", "in_touch"),
        (BEN, "2026-03-10", "2026-02-16", "hello_time"),
        (BEN, "2026-03-11", "2026-02-16", "quiet"),
        (BEN, "2026-03-20", "2026-02-16", "quiet"),
        (CHI, "2026-03-20", "2025-11-02", "quiet"),
        (DEE, "2026-03-20", "2025-03-01", "dormant"),
        (DEE, "2025-11-30", "2025-03-01", "quiet"),
        (DEE, "2025-12-01", "2025-03-01", "dormant"),
        (ELI, "2026-03-13", "2026-03-14", "in_touch"),
        (ELI, "2026-03-15", "2026-03-14", "hello_time"),
        (ELI, "2026-03-16", "2026-03-14", "quiet"),
        (ELI, "2026-03-20", "2026-03-14", "quiet"),
        (known("new", circle="friends", rhythm_set=date(2026, 3, 1)), "2026-03-20", "2026-04-15", "in_touch"),
    ],
)  # fmt: skip
def test_the_vectors_hold(who: Tie, today: str, day: str, standing: str) -> None:
    assert due(who, date.fromisoformat(today)) == date.fromisoformat(day)
    assert state(who, date.fromisoformat(today)) == standing


@pytest.mark.parametrize(
    ("channel", "alone", "in_a_group"),
    [
        *(("in_person", 40, 30), ("call", 30, 30), ("video", 30, 30), ("event", 30, 30)),
        *(("message", 20, 20), ("email", 20, 20), (None, 30, 30)),
    ],
)
def test_each_channel_covers_its_share(channel: Any, alone: int, in_a_group: int) -> None:
    for people, days in ((1, alone), (2, in_a_group), (9, in_a_group)):
        who = known("ana", on("2026-03-01", channel, people), rhythm=40)
        assert due(who, TODAY) == date(2026, 3, 1) + timedelta(days)
        equal = known("ana", on("2026-03-01", channel, people), rhythm=40, equal=True)
        assert due(equal, TODAY) == date(2026, 4, 10)


def test_the_rhythm_of_each_circle() -> None:
    days = {circle: due(known("ana", COFFEE, circle=circle), COFFEE.day) for circle in CIRCLES}
    assert {circle: day and (day - COFFEE.day).days for circle, day in days.items()} == {
        "inner": 7, "close": 30, "friends": 90, "wider": 365,
    }  # fmt: skip


def test_nobody_has_a_rhythm_unasked() -> None:
    who = known("ana", COFFEE)
    assert (due(who, TODAY), state(who, TODAY), who_next([who], TODAY, "s")) == (None, None, ())


def test_an_own_rhythm_goes_before_that_of_the_circle() -> None:
    assert due(known("ana", COFFEE, circle="wider", rhythm=10), TODAY) == date(2026, 2, 11)


def test_the_order_of_who_next() -> None:
    found = who_next(
        [CHI, BEN, ANA, DEE, ELI], TODAY, "seed", promised={"ana"}, settings=settings_with(people=9)
    )
    assert [one.person.id for one in found] == ["eli", "ana", "ben", "chi"]
    weights = [round(weight(one, TODAY, one.person.id == "ana"), 2) for one in found]
    assert weights == [7.43, 6.80, 2.71, 1.38]
    assert len(who_next([CHI, BEN, ANA, DEE, ELI], TODAY, "seed")) == 3


def test_a_birthday_brings_somebody_forward() -> None:
    soon = known("chi", *CHI.meetings, circle="wider", birthday="--03-27")
    assert [one.person.id for one in who_next([BEN, soon], TODAY, "seed")] == ["chi", "ben"]
    later = known("chi", *CHI.meetings, circle="wider", birthday="--03-28")
    assert [one.person.id for one in who_next([later, BEN], TODAY, "seed")] == ["ben", "chi"]


def test_an_event_shared_brings_somebody_forward_once() -> None:
    soon = known("chi", *CHI.meetings, circle="wider", birthday="--03-27")
    [waiting] = who_next([soon], TODAY, "seed")
    assert weight(waiting, TODAY, False, True) == weight(waiting, TODAY, False, False)
    assert [one.person.id for one in who_next([BEN, CHI], TODAY, "seed", shared={"chi"})] == ["chi", "ben"]


def test_an_event_to_come_is_no_talk_yet() -> None:
    coming = known("ben", *BEN.meetings, on("2026-03-24", "event"), circle="friends")
    assert due(coming, TODAY) == due(BEN, TODAY)
    assert due(coming, date(2026, 3, 24)) == date(2026, 3, 24) + timedelta(68)
    lunch = known("ben", *BEN.meetings, on("2026-03-24", "in_person"), circle="friends")
    assert due(lunch, TODAY) == date(2026, 3, 24) + timedelta(90)


@pytest.mark.parametrize(
    ("before", "after", "larger"),
    [
        (None, {"circle": "close"}, True),
        (None, {}, False),
        ({}, {"rhythm": 400}, True),
        ({"circle": "close"}, {"circle": "inner"}, True),
        ({"circle": "close"}, {"circle": "friends"}, False),
        ({"circle": "close"}, {"circle": "close", "rhythm": 30}, False),
        ({"circle": "close", "rhythm": 90}, {"circle": "close"}, True),
        ({"circle": "close"}, {}, False),
        ({}, {"circle": "close", "rest": True}, False),
        ({"circle": "close", "rest": True}, {"circle": "close"}, False),
    ],
)
def test_a_rhythm_grows(before: dict[str, Any] | None, after: dict[str, Any], larger: bool) -> None:
    had = None if before is None else Contact(id="a", name="Ana", **before)
    assert grew(had, Contact(id="a", name="Ana", **after)) is larger


def test_equals_take_turns_in_the_same_way_each_time() -> None:
    alike = [known(name, COFFEE, circle="close") for name in "abcdefgh"]
    orders = {
        tuple(
            one.person.id
            for one in who_next(alike, TODAY + timedelta(days), "seed", settings=settings_with(people=8))
        )
        for days in range(5)
    }
    assert len(orders) > 1
    assert who_next(alike, TODAY, "seed") == who_next(alike[::-1], TODAY, "seed")


@pytest.mark.parametrize(
    "fields",
    [
        {"rest": True},
        {"quiet_until": TODAY + timedelta(1)},
        {"pauses": (Pause(since=TODAY),)},
        {"pauses": (Pause(since=date(2026, 3, 1), until=TODAY + timedelta(1)),)},
    ],
)
def test_who_is_to_be_left_alone_is_left_alone(fields: dict[str, Any]) -> None:
    left = known("eli", *ELI.meetings, circle="inner", **fields)
    assert not may_be_suggested(left.person, TODAY)
    assert who_next([left], TODAY, "seed") == ()
    assert fresh_start([left], TODAY, "seed") == {}


def test_not_now_ends_by_itself() -> None:
    put_off = known("eli", *ELI.meetings, circle="inner", quiet_until=TODAY)
    [found] = who_next([put_off], TODAY, "seed")
    assert (found.due, found.state) == (TODAY, "hello_time")


def test_days_paused_are_added() -> None:
    pause = Pause(since=date(2026, 3, 1), until=date(2026, 3, 15))
    paused = known("ana", *ANA.meetings, circle="close", pauses=(pause,))
    assert due(paused, date(2026, 4, 1)) == date(2026, 3, 26)
    assert due(paused, date(2026, 3, 5)) == date(2026, 3, 16)
    before = known("ana", on("2026-03-20", "message"), circle="close", pauses=(pause,))
    assert due(before, TODAY) == date(2026, 4, 4)


def test_a_fresh_start_spreads_those_with_whom_it_has_been_a_while() -> None:
    many = [known(f"p{number}", COFFEE, rhythm=30) for number in range(30)]
    days = fresh_start([*many, DEE, known("new", on("2026-03-19"), rhythm=30)], TODAY, "seed")
    assert set(days) == {one.person.id for one in many}
    assert all(0 <= (day - TODAY).days < 30 for day in days.values())
    assert len(set(days.values())) > 10
    after = known("p1", COFFEE, rhythm=30, quiet_until=days["p1"])
    assert due(after, TODAY) == days["p1"]


def test_a_load_is_said_where_it_is_far_more_than_usual() -> None:
    assert round(load([7] * 2 + [30] * 4 + [90] * 6), 1) == 14.6
    assert round(load([7] * 5 + [30] * 10 + [90] * 35 + [365] * 100), 1) == 51.3
    said = "The rhythms you chose ask for about 51 hellos a month; you have about 22. Lengthen some?"
    assert say_load(51.3, [20, 22, 22, 40, 22, 1]) == said
    assert say_load(33, [22] * 6) == ""
    assert say_load(33.1, [22] * 6) != ""
    assert say_load(50, [0] * 6) == say_load(50, []) == ""


def test_rhythms_have_names() -> None:
    said = [say_rhythm(days) for days in (1, 7, 14, 30, 90, 365, 42, 60, 45, 730)]
    assert said == [
        *("daily", "weekly", "every two weeks", "monthly", "each season", "yearly"),
        *("every 6 weeks", "every 2 months", "every 45 days", "every 2 years"),
    ]


def _is_talk(one: Meeting) -> bool:
    return one.channel != "broadcast" and (one.channel != "event" or one.day <= TODAY)


DAYS = st.dates(date(2020, 1, 1), date(2027, 1, 1))
MEETINGS = st.builds(Meeting, DAYS, st.none() | st.sampled_from(CHANNELS), st.integers(1, 4))
PAUSES = st.builds(
    lambda since, length: Pause(since=since, until=length and since + timedelta(length)),
    DAYS,
    st.none() | st.integers(1, 200),
)
PEOPLE = st.builds(
    Acquaintance,
    id=st.just("a"),
    name=st.just("Ana"),
    circle=st.sampled_from(CIRCLES),
    rhythm=st.none() | st.integers(1, 10**7),
    rhythm_set=DAYS,
    equal=st.booleans(),
    quiet_until=st.none() | DAYS,
    pauses=st.lists(PAUSES, max_size=2).map(tuple),
)


def test_a_like_or_a_newsletter_is_no_talk() -> None:
    liked = on("2026-03-19", "broadcast")
    with_it = known("ana", *ANA.meetings, liked, circle="close")
    assert (due(with_it, TODAY), state(with_it, TODAY)) == (due(ANA, TODAY), "quiet")
    dormant = known("dee", *DEE.meetings, liked, circle="friends")
    assert state(dormant, TODAY) == "dormant"
    new = known("new", on("2026-01-01", "broadcast"), circle="friends", rhythm_set=date(2026, 3, 1))
    assert due(new, TODAY) == date(2026, 4, 15)


@given(PEOPLE, st.lists(MEETINGS, max_size=5), MEETINGS)
def test_no_talk_ever_brings_the_day_nearer(
    person: Acquaintance, meetings: list[Meeting], another: Meeting
) -> None:
    """The first may, if it was before the rhythm was set: the table of reflection.md §3.2 goes before."""
    before, after = (
        due(Tie(person, tuple(meetings)), TODAY),
        due(Tie(person, (*meetings, another)), TODAY),
    )
    assert before is not None
    assert after is not None
    had_one = any(_is_talk(one) for one in meetings)
    assert person.rhythm_set is not None
    if had_one or another.day >= person.rhythm_set:
        assert before <= after


@given(PEOPLE, DAYS, st.lists(MEETINGS, min_size=1, max_size=5))
def test_the_day_is_the_same_whenever_the_rhythm_was_set(
    person: Acquaintance, day: date, meetings: list[Meeting]
) -> None:
    talks = tuple(filter(_is_talk, meetings))
    another = structs.replace(person, rhythm_set=day)
    if talks:
        assert due(Tie(person, talks), TODAY) == due(Tie(another, talks), TODAY)


@given(PEOPLE, st.lists(MEETINGS, max_size=8))
def test_the_newest_of_each_kind_is_enough(person: Acquaintance, meetings: list[Meeting]) -> None:
    newest: dict[tuple[str | None, bool, bool], Meeting] = {}
    for meeting in sorted(meetings, key=lambda one: one.day):
        newest[meeting.channel, meeting.people > 1, meeting.day > TODAY] = meeting
    kept = Tie(person, tuple(newest.values()))
    assert due(kept, TODAY) == due(Tie(person, tuple(meetings)), TODAY)
    assert state(kept, TODAY) == state(Tie(person, tuple(meetings)), TODAY)
