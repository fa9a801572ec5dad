"""Every weight that can be set changes what it says it changes (reflection.md §3 has the defaults)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.model import CHANNELS, CIRCLES, Acquaintance, Contact, Interaction, Reflection
from netjournal.practice.dormant import pick_dormant, value
from netjournal.practice.insights import insights
from netjournal.practice.measures import effective_fields, say_energy, say_flow
from netjournal.practice.month_counts import count
from netjournal.practice.month_head import head
from netjournal.practice.month_material import Material
from netjournal.practice.month_page import month_page
from netjournal.practice.pausing import is_out_of_touch, say_given
from netjournal.practice.rhythm import (
    Meeting,
    Tie,
    due,
    grew,
    say_load,
    say_next,
    share_of,
    state,
    weight,
    who_next,
)
from netjournal.practice.situation import Companion, is_long_gap, situation
from netjournal.settings import DEFAULTS, Circles, FindAgain, Numbers, Settings, WhoNext, Worth

TODAY = date(2026, 3, 20)
NOON = datetime.fromisoformat("2026-03-02T12:00:00+01:00")
ANA = Acquaintance(
    id="ana", name="Ana", circle="close", birthday="--03-22", trusted=True, field="boats", tags=("oak",)
)


def tie(settings: Settings = DEFAULTS, *, channel: Any = "in_person", days: int = 20, **known: Any) -> Tie:
    return Tie(replace(ANA, **known), (Meeting(TODAY - timedelta(days), channel),), settings)


@pytest.mark.parametrize("circle", CIRCLES)
def test_a_circle_lasts_as_many_days_as_it_is_given(circle: Any) -> None:
    mine = Settings(circles=Circles(**{circle: 11}))
    assert due(tie(mine, circle=circle), TODAY) == TODAY - timedelta(20 - 11)
    assert say_next(tie(mine, circle=circle, days=1), TODAY).startswith("every 11 days")
    person = Contact(id="a", name="Ana", circle=circle)
    assert say_given(person, mine).endswith("every 11 days from now on.")
    assert not grew(replace(person, circle=None, rhythm=11), person, mine.circles)
    assert due(tie(mine, circle=circle, rhythm=40), TODAY) == TODAY + timedelta(20), "their own goes before"


@pytest.mark.parametrize("channel", [channel for channel in CHANNELS if channel != "broadcast"])
def test_a_talk_lasts_its_share(channel: Any) -> None:
    for share, days in ((0, 1), (0.1, 3), (1 / 3, 10), (0.55, 17), (1, 30)):
        mine = Settings(worth=Worth(**{channel: share, "group": 1}))
        assert due(tie(mine, channel=channel), TODAY) == TODAY - timedelta(20 - days)
        assert share_of(Meeting(TODAY, channel, 3), mine.worth) == share
    assert share_of(Meeting(TODAY, channel, 3), Worth(group=0.2)) == 0.2
    assert share_of(Meeting(TODAY, channel, 3), Worth(**{channel: 0}), equal=True) == 1
    assert share_of(Meeting(TODAY), Worth(unsaid=0.4)) == 0.4


def test_a_broadcast_is_no_talk_unless_it_is_given_a_share() -> None:
    for equal in (False, True):
        assert due(tie(Settings(), channel="broadcast", rhythm=30, equal=equal), TODAY) is None
        mine = Settings(worth=Worth(broadcast=0.1))
        known = tie(mine, channel="broadcast", rhythm=30, equal=equal)
        assert due(known, TODAY) == TODAY - timedelta(20 - 3)
    assert tie(Settings(), channel="broadcast", rhythm=30).last is None


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({"close": 5}, 5 * 2 + 3 + 2),
        ({"most_late": 0.5}, 3 * 1.5 + 3 + 2),
        ({"promise": 7}, 3 * 2 + 7 + 2),
        ({"soon": 0}, 3 * 2 + 3),
        ({"soon_days": 1}, 3 * 2 + 3),
        ({}, 3 * 2 + 3 + 2),
    ],
)
def test_who_next_is_weighed(changed: dict[str, Any], value: float) -> None:
    mine = Settings(who_next=WhoNext(**changed))
    [waiting] = who_next([tie(mine, days=60)], TODAY, "seed", settings=mine)
    assert weight(waiting, TODAY, True, settings=mine) == value


def test_as_many_are_suggested_as_one_likes() -> None:
    many = [tie(days=60, id=str(number)) for number in range(9)]
    for people in (1, 3, 9):
        assert len(who_next(many, TODAY, "s", settings=Settings(who_next=WhoNext(people=people)))) == people


@pytest.mark.parametrize(
    ("changed", "worth"),
    [
        ({}, 2 + 1 + 1 + 1 + 1),
        ({"trusted": 5}, 9),
        ({"another_field": 3}, 8),
        ({"few_talks": 0}, 5),
        ({"few": 3}, 5),
        ({"shared_topic": 2}, 7),
        ({"birthday": 4}, 9),
        ({"birthday_days": 1}, 5),
    ],
)
def test_finding_again_is_weighed(changed: dict[str, Any], worth: float) -> None:
    person = replace(ANA, count=5)
    assert value(person, TODAY, {"law"}, {"oak"}, FindAgain(**changed)) == worth


def test_who_is_out_of_touch_is_ones_own_matter() -> None:
    known, last = tie(days=200, circle=None), TODAY - timedelta(200)
    soon = Settings(find_again=FindAgain(after_days=150))
    assert not is_out_of_touch(known.person, last, TODAY)
    assert is_out_of_touch(known.person, last, TODAY, soon)
    assert state(tie(days=200), TODAY) == "quiet"
    assert state(tie(soon, days=200), TODAY) == "dormant"
    person = replace(known.person, last=last)
    assert pick_dormant([person], TODAY, "s") is None
    assert pick_dormant([person], TODAY, "s", settings=soon) == person
    assert (
        pick_dormant([person], TODAY, "s", settings=Settings(find_again=replace(soon.find_again, least=50)))
        is None
    )


SAID = Reflection(
    prompt="p", dimension="friend", question="?", asked=NOON, status="answered", answer="well", rating=5
)  # fmt: skip
MARCH = tuple(
    Interaction(
        id=f"{day}", date=date(2026, 3, day), people=(id,), channel="call", energy=4, reflection=SAID,
        gave=("x",),
    )
    for day, id in ((2, "ana"), (9, "bo"), (16, "ana"))
)  # fmt: skip
BEFORE = {"ana": date(2026, 1, 20), "bo": date(2025, 12, 20)}


def march(mine: Settings) -> tuple[dict[str, str], set[str]]:
    """What the page of a month says, and which series the months show, of three talks with two people."""
    awake = {"ana": ANA, "bo": replace(ANA, id="bo", name="Bo", circle=None, field="law")}
    material = Material(MARCH, season=MARCH, awake=awake, previous=BEFORE, settings=mine)
    found = insights(("2026-03",), {"2026-03": count("2026-03", material)})
    page = month_page("2026-03", material)
    return {one.key: one.words for one in page.lines}, {
        one.key for each in found.groups for one in each.series
    }


def test_the_months_say_something_from_as_many_on_as_one_likes() -> None:
    lines, series = march(DEFAULTS)
    assert (lines.keys() & {"themes", "showed_up", "energy", "people", "giving", "fields"}, series) == (
        set(),
        set(),
    )
    lines, series = march(Settings(numbers=Numbers(fewest=2, fewest_fields=2)))
    assert lines.keys() >= {"themes", "showed_up", "energy", "people", "giving", "fields"}
    assert series >= {"themes.friend", "showed_up", "energy.calls", "giving.given", "fields"}
    assert lines["giving"].startswith("in 90 days you helped 3 times")
    assert lines["giving"].endswith("is there something you would like to ask for?")
    numbers = Numbers(fewest=2, days=30, gave_more=1)
    assert march(Settings(numbers=numbers))[0]["giving"] == (
        "in 30 days you helped 3 times and were helped never: flowing both ways"
    )
    assert head(MARCH, {"ana": ANA, "bo": ANA}).lines == ()
    assert head(MARCH, {"ana": ANA, "bo": ANA}, numbers).lines != ()


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ""),
        ({"circles": Circles(close=20)}, ""),
        ({"circles": Circles(close=20), "shortest_gap": 41}, "1 you found again"),
        ({"shortest_gap": 30}, ""),
        ({"long_gap": 79}, "1 you found again"),
        ({"long_gap": 79, "circles": Circles(close=20), "shortest_gap": 41}, "2 you found again"),
    ],
)
def test_which_gap_is_a_long_one(changed: dict[str, Any], found: str) -> None:
    numbers = {key: value for key, value in changed.items() if key != "circles"}
    mine = Settings(numbers=Numbers(fewest=2, **numbers), circles=changed.get("circles", Circles()))
    assert march(mine)[0]["people"].partition(" · ")[2] == found
    talk = MARCH[0]
    for id, gap in (("ana", 41), ("bo", 72)):
        days = {"ana": mine.circles.close, "bo": None}[id]
        known = Companion(id=id, first=BEFORE[id], last=talk.date - timedelta(gap), interval=days)
        long = situation(replace(talk, people=(id,)), [known], by=mine.numbers).get("gap")
        assert bool(long) == is_long_gap(gap, days, mine.numbers)


def test_from_where_on_something_is_said_is_ones_own_matter() -> None:
    assert say_load(40, [22] * 6) != ""
    assert say_load(40, [22] * 6, Numbers(load=2).load) == ""
    assert say_flow(2, 1) == ""
    assert say_flow(2, 1, Numbers(fewest=3)) == "flowing both ways"
    assert say_flow(6, 4, Numbers(gave_more=0.5)).startswith("you carried a lot")
    assert say_flow(4, 6, Numbers(received_more=0.5)).startswith("well looked after")
    assert effective_fields(["law", "boats"]) is None
    assert effective_fields(["law", "boats"], Numbers(fewest_fields=2)) == 2
    assert say_energy([5, 5]) == ""
    assert say_energy([5, 5], Numbers(fewest=2)) == "mostly charged you"
