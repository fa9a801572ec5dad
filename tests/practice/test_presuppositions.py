"""No question presupposes a crowd, a channel, a promise or a stranger where there was none."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.model import Interaction, Promise
from netjournal.practice.nearness import Near
from netjournal.practice.prompts import built_in
from netjournal.practice.situation import Companion, Situation, Time, situation

DAY = dt.date(2026, 10, 14)
LONG_AGO = DAY - dt.timedelta(days=900)
PROMPTS = {prompt.id: prompt for prompt in built_in()}
EDGE, BACKED, SENDING, SAID = "bridging-06", "giving-08", "giving-06", "trust-01"


def of(*near: Near | None, time: Time = "", is_first: bool = False, **said: object) -> Situation:
    """The situation of an entry with somebody for each of `near`, known for long."""
    people = tuple(map(str, range(len(near))))
    first = None if is_first else LONG_AGO
    entry = Interaction(id="7", date=DAY, people=people, **said)  # type: ignore[arg-type]  # fields by name
    known = [
        Companion(id=id, first=first, last=first, near=one) for id, one in zip(people, near, strict=True)
    ]
    return situation(entry, known, time=time)


def fits(id: str, *near: Near | None, **said: object) -> bool:
    return PROMPTS[id].fits(of(*near, **said))  # type: ignore[arg-type]  # fields by name


def test_at_a_lunch_of_three_nobody_stands_at_the_edge() -> None:
    assert not fits(EDGE, None, None, channel="in_person")
    assert not fits(BACKED, None, None, channel="call")
    assert fits(EDGE, None, None, None, None, channel="in_person")
    assert fits(BACKED, None, None, None, None, channel="in_person")
    assert fits(EDGE, None, channel="event", text="the fair")
    assert not fits(BACKED, None, channel="event", text="the fair")


def test_after_a_letter_of_ones_own_or_a_sad_talk_there_is_nothing_to_send() -> None:
    letter = "wrote katrin a real letter, 3 pages, told her i miss her"
    assert not fits(SENDING, None, channel="message", text=letter, mood=3)
    assert not fits(SENDING, None, channel="call", text="called her, she cried", mood=2)
    assert not fits(SENDING, None, channel="call", text="Rui is in hospital")
    assert fits(SENDING, None, channel="email", text="she wrote back, with three questions")
    assert fits(SENDING, None, channel="call", text="called her about the boat")


def test_what_is_promised_in_the_line_is_not_asked_for() -> None:
    assert fits(SAID, None, channel="call")
    assert not fits(SAID, None, channel="call", promises=(Promise(text="send the plan"),))
    assert fits(SAID, None, channel="call", promises=(Promise(text="send the plan", by="them"),))


@pytest.mark.parametrize("id", ["friend-01", "friend-02", "energy-07", "trust-07"])
def test_family_has_no_job_title_and_no_first_move(id: str) -> None:
    initiated = "them" if id == "trust-07" else "me"
    assert not fits(id, "family", channel="call", initiated=initiated)
    assert fits(id, "friend", channel="call", initiated=initiated)


def test_an_old_friend_is_not_written_to_unlike_an_old_friend() -> None:
    asked = [one for one in ("family", "friend", None) if fits("friend-08", one, channel="message")]
    assert asked == [None]


def test_nobody_is_asked_what_their_father_may_remember_of_them() -> None:
    assert not fits("voice-02", "family", channel="call")
    assert not fits("destination-08", "family", channel="call")
    assert fits("destination-08", "friend", channel="call")


def test_a_father_one_writes_of_for_the_first_time_is_not_new() -> None:
    assert "first" not in of("family", is_first=True)
    assert "first" in of(None, is_first=True)
    assert "first" in of("family", None, is_first=True)


def test_something_just_for_fun_comes_up_in_a_talk() -> None:
    paid = "herr vogt paid. all of it. he was sorry"
    assert not fits("bridging-02", None, text=paid)
    assert fits("bridging-02", None, channel="call")


def test_beside_a_sickbed_no_door_stands_ajar() -> None:
    hard = of("family", time="hard", channel="call")
    light = [id for id in (EDGE, BACKED, SENDING, SAID, "bridging-08") if "mood" not in PROMPTS[id].unless]
    assert light == []
    assert "hard" in hard["time"]
