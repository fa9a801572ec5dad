from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.exchanged import MISSING
from netjournal.model import CHANNELS, Interaction
from netjournal.practice.situation import KEYS, Companion, Situation, Time, interval, situation

DAY = date(2026, 11, 18)


def entry(**said: Any) -> Interaction:
    return Interaction(id="01JCXA0000000000000000000A", **{"date": DAY, "people": ("amara",), **said})


def companion(id: str = "amara", *, first: int | None = 40, last: int | None = 10, **known: Any) -> Companion:
    """Someone first and last met so many days before."""
    days = {"first": first, "last": last}
    met: dict[str, Any] = {key: DAY - timedelta(ago) for key, ago in days.items() if ago is not None}
    return Companion(id=id, **met, **known)


def value(found: Situation, key: str) -> set[str]:
    return set(found.get(key, ()))


def test_what_was_not_said_is_not_there() -> None:
    assert situation(entry(channel="call"), [companion()]) == {"channel": {"call"}, "known": {"new"}}
    assert situation(entry(), [companion()]) == {"known": {"new"}, "without": set(MISSING)}
    assert situation(entry(people=()), []) == {"alone": {"true"}, "without": {"voice"}}


@pytest.mark.parametrize(
    ("said", "key", "expected"),
    [
        ({"channel": "in_person"}, "channel", {"in_person"}),
        ({"channel": "video"}, "channel", {"call"}),
        ({"gave": ("a name",)}, "help", {"given"}),
        ({"got": ("a book",)}, "help", {"received"}),
        ({"got": ("card",)}, "help", set()),
        ({"got": ("her business card", "an hour")}, "help", {"received"}),
        ({"gave": ("a card",), "got": ("a cardigan",)}, "help", {"received"}),
        ({"gave": ("a name",), "got": ("a book",)}, "help", {"given", "received"}),
        ({"text": "helped her move"}, "help", {"given"}),
        ({"text": "she fixed my roof, gave me her ladder", "got": ("card",)}, "help", set()),
        ({"mood": 1}, "mood", {"low"}),
        ({"mood": 2}, "mood", {"low"}),
        ({"mood": 3}, "mood", set()),
        ({"text": "At the funeral of her aunt"}, "mood", {"low"}),
        ({"text": "Ignacy has pneumonia"}, "mood", {"low"}),
        ({"text": "he snapped at me about mother, I hung up"}, "mood", {"low"}),
        ({"text": "At the funeral of her aunt", "mood": 4}, "mood", {"high"}),
        ({"energy": 4}, "energy", {"high"}),
        ({"energy": 5}, "energy", {"high"}),
        ({"initiated": "them"}, "initiated", {"them"}),
        ({"people": ("amara", "jun")}, "group", {"true"}),
        ({"people": ("amara", "amara")}, "group", set()),
    ],
)
def test_what_was_logged(said: dict[str, Any], key: str, expected: set[str]) -> None:
    assert value(situation(entry(**said), [companion()]), key) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [(0, "new"), (89, "new"), (90, "growing"), (364, "growing"), (365, "long"), (4000, "long")],
)
def test_how_long_someone_is_known(first: int, expected: str) -> None:
    found = situation(entry(), [companion(first=first, last=0)])
    assert value(found, "known") == {expected}
    assert "first" not in found


def test_among_several_the_newest_decides_how_long_they_are_known() -> None:
    both = entry(people=("amara", "jun"))
    assert value(situation(both, [companion(first=900), companion("jun", first=100)]), "known") == {"growing"}
    with_new = situation(both, [companion(first=900), companion("jun", first=None, last=None)])
    assert value(with_new, "first") == {"true"}
    assert "known" not in with_new


@pytest.mark.parametrize(
    ("interval", "last", "long"),
    [
        (None, 179, False),
        (None, 180, True),
        (7, 59, False),
        (7, 60, True),
        (90, 179, False),
        (90, 180, True),
        (365, 729, False),
        (365, 730, True),
    ],
)
def test_a_gap_is_long_by_the_rhythm_of_the_first_named(interval: int | None, last: int, long: bool) -> None:
    first_named = companion(first=2000, last=last, interval=interval)
    other = companion("jun", first=2000, last=1500)
    found = situation(entry(people=("amara", "jun")), [other, first_named])
    assert ("gap" in found) is long


def test_no_gap_with_someone_never_met() -> None:
    assert "gap" not in situation(entry(), [companion(first=None, last=None, interval=7)])


@pytest.mark.parametrize(
    ("theirs", "own", "expected"),
    [
        (["Architecture"], ["architecture", "teaching"], {"same"}),
        (["Médecine"], ["medecine"], {"same"}),
        (["Sailmaking"], ["architecture"], {"other"}),
        (["architecture", "sailmaking"], ["architecture"], {"other"}),
        (["architecture", ""], ["architecture"], {"same"}),
        ([""], ["architecture"], set()),
        (["architecture"], [], set()),
        (["architecture"], ["  "], set()),
    ],
)
def test_fields_are_the_same_unless_one_is_from_elsewhere(
    theirs: list[str], own: list[str], expected: set[str]
) -> None:
    people = [companion(str(number), field=field) for number, field in enumerate(theirs)]
    found = situation(entry(people=tuple(person.id for person in people)), people, own)
    assert value(found, "field") == expected


def test_what_the_caller_knows() -> None:
    found = situation(entry(), [companion(ahead=True)], intro="made", goal=True, promise_kept=True)
    assert {key: value(found, key) for key in ("ahead", "intro", "goal", "promise")} == {
        "ahead": {"true"},
        "intro": {"made"},
        "goal": {"true"},
        "promise": {"kept"},
    }


def test_an_own_rhythm_comes_before_the_one_of_the_circle() -> None:
    assert interval(14, "wider") == 14
    assert [interval(None, circle) for circle in ("inner", "close", "friends", "wider")] == [7, 30, 90, 365]
    assert interval(None, None) is None


days_ago = st.none() | st.integers(0, 3000)
levels = st.none() | st.integers(1, 5)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), days_ago, days_ago, st.none() | st.integers(1, 400)), max_size=3
    ),
    st.none() | st.sampled_from(CHANNELS),
    levels,
    levels,
)
def test_only_known_keys_and_values_are_ever_found(
    people: list[tuple[str, int | None, int | None, int | None]],
    channel: str | None,
    mood: int | None,
    energy: int | None,
) -> None:
    companions = [companion(id, first=first, last=last, interval=days) for id, first, last, days in people]
    what = entry(people=tuple(one.id for one in companions), channel=channel, mood=mood, energy=energy)
    found = situation(what, companions, ["law"], intro="received", goal=True, promise_kept=True)
    assert all(values and values <= set(KEYS[key]) for key, values in found.items())
    assert ("alone" in found) == (not people)
    assert not {"first", "known"} <= found.keys()


@pytest.mark.parametrize(
    ("text", "mood", "time"),
    [
        ("Dr Pohl rang about the quote, grr", None, {"vexed"}),
        ("call with the landlord, so annoying 🙄", None, {"vexed"}),
        ("ugh, he was rude again", 3, {"vexed"}),
        ("he cancelled the whole opening. by text", None, {"vexed"}),
        ("annoying traffic, lovely evening", 4, set()),
        ("she was not annoyed at all", None, set()),
        ("laughed through the whole drive", None, set()),
    ],
)
def test_of_who_vexed_one_nothing_light_is_asked(text: str, mood: int | None, time: set[str]) -> None:
    assert value(situation(entry(text=text, mood=mood), [companion()]), "time") == time


def test_a_hard_time_and_who_is_gone() -> None:
    def of(time: Time, mood: int | None = None) -> Situation:
        entry = Interaction(id="1", date=date(2026, 11, 18), people=("a",), text="soup", mood=mood)
        return situation(entry, [], time=time)

    assert "time" not in of("")
    assert of("hard")["time"] == {"hard"}
    assert "mood" not in of("hard")
    assert "time" not in of("hard", 4), "one may have a good day"
    assert of("gone")["mood"] == {"low"}
    assert of("gone", 5)["mood"] == {"high"}
    assert "mood" not in of("gone", 3)


@pytest.mark.parametrize(
    ("said", "is_good"),
    [
        ({"text": "Katrin is expecting!! told me first"}, True),
        ({"text": "Katrin is expecting!! I cried a bit"}, True),
        ({"text": "Tomás got the job", "mood": 2}, False),
        ({"text": "Tomás got the job; his mother is in hospital"}, False),
        ({"text": "tea with Tomás"}, False),
    ],
)
def test_good_news_is_glad_only_where_nothing_else_is_hard(said: dict[str, Any], is_good: bool) -> None:
    assert value(situation(entry(**said), [companion()]), "news") == ({"good"} if is_good else set())
    assert value(situation(entry(**said), [companion()], time="gone"), "news") == set()
