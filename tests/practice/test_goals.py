"""How far a small goal is: the test vectors of reflection.md §3.7, its words, and what counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.words import to_text
from netjournal.model import Goal, Interaction, Introduction, When
from netjournal.practice.goal_counting import Known, counted, introduced
from netjournal.practice.goal_presets import PRESETS
from netjournal.practice.goals import Progress, say_counts
from tests.store.journals import NOW, entry, question

NOBODY = Known(lambda person, talk: None, lambda person: "", frozenset())


def goal(target: int, since: str, by: str, **said: object) -> Goal:
    first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(by)
    return Goal(id="", text=f"{target} good talks", target=target, since=first, by=last, **said)  # type: ignore[arg-type]  # fields by name


FESTIVAL = goal(3, "2026-05-14", "2026-05-16")
HALF_YEAR = goal(12, "2026-01-01", "2026-06-30")


def on(day: str, done: int, of: Goal = HALF_YEAR) -> Progress:
    return Progress(of, done, dt.date.fromisoformat(day))


def test_the_vectors_of_the_design() -> None:
    festival = on("2026-05-15", 2, FESTIVAL)
    assert (festival.expected, festival.word) == (2.0, "on the way")
    march = on("2026-03-20", 6)
    assert (round(march.expected, 2), march.word) == (5.24, "on the way")
    slow = on("2026-03-20", 3)
    assert (slow.word, round(slow.per_week, 2)) == ("slower than planned", 0.62)
    assert on("2026-03-20", 12).word == "done"
    begun = on("2026-01-20", 1)
    assert (begun.word, round(begun.expected, 2)) == ("just begun", 1.33)
    assert on("2026-07-01", 8).word == "closed"


def test_what_is_more_than_half_done_in_its_first_days_has_not_just_begun() -> None:
    words = [on("2026-01-20", done).word for done in (0, 6, 7, 12)]
    assert words == ["just begun", "just begun", "on the way", "done"]


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (on("2026-05-15", 2, FESTIVAL), "2 of 3 · on the way"),
        (on("2026-03-20", 3), "3 of 12 · slower than planned: about 1 every 11 days would do; or shrink it?"),
        (
            on("2026-06-28", 3),
            "3 of 12 · slower than planned: 9 in 2 days is a lot; shrink it, or give it longer?",
        ),
        (on("2026-06-20", 11), "11 of 12 · slower than planned: one more would do; or shrink it?"),
        (
            on("2026-06-30", 3),
            "3 of 12 · slower than planned: today is its last day; shrink it, or give it longer?",
        ),
        (on("2026-07-01", 8), "8 of 12: its days are over, and that is all right"),
        (on("2026-07-01", 0), "0 of 12: its days are over, and that is all right"),
        (on("2026-07-01", 13), "13, with 12 in mind · done"),
        (on("2025-12-20", 0), "from Thu 1 Jan 2026 on"),
        (on("2026-03-20", 3, replace(HALF_YEAR, let_go=dt.date(2026, 3, 1))), "3 of 12 · let go"),
        (
            on("2026-03-20", 0, replace(HALF_YEAR, target=1)),
            "0 of 1 · slower than planned: one more would do",
        ),
    ],
)
def test_a_goal_says_where_it_stands(progress: Progress, words: str) -> None:
    assert progress.words == words


@given(
    target=st.integers(1, 50),
    done=st.integers(0, 60),
    length=st.integers(0, 400),
    today=st.integers(-50, 500),
)
def test_whatever_the_days_something_fitting_is_said(target: int, done: int, length: int, today: int) -> None:
    since = dt.date(2026, 1, 1)
    one = Goal(id="", text="x", target=target, since=since, by=since + dt.timedelta(days=length))
    progress = Progress(one, done, since + dt.timedelta(days=today))
    assert 0 <= progress.expected <= target
    assert (progress.word == "done") == (done >= target)
    assert (progress.word == "closed") == (done < target and today > length)
    assert progress.per_week >= 0
    assert progress.words


def test_what_is_over_stays_in_view_for_a_while_and_what_is_done_or_let_go_does_not() -> None:
    assert on("2026-07-28", 8).is_in_view
    assert not on("2026-07-29", 8).is_in_view
    assert on("2026-06-30", 12).is_in_view
    assert not on("2026-07-01", 12).is_in_view
    assert not on("2026-03-01", 1, replace(HALF_YEAR, let_go=dt.date(2026, 3, 1))).is_in_view


def test_what_is_said_after_a_log() -> None:
    assert say_counts(on("2026-05-15", 2, FESTIVAL)) == "Counts toward 3 good talks: 2 of 3."


def units(one: Goal, *entries: Interaction, known: Known = NOBODY) -> frozenset[str]:
    def someone(id: str) -> None:
        return None

    return counted(one, entries, parse_filter(one.count, NOW).matcher(someone), known)


PEOPLE = replace(FESTIVAL, unit="person")


def test_only_what_fits_within_its_days_and_was_not_left_out_counts() -> None:
    inside, other = entry("2026-05-16", channel="call"), entry("2026-05-14", channel="email")
    outside = [entry("2026-05-13", channel="call"), entry("2026-05-17", channel="call")]
    every = (inside, other, *outside)
    assert units(FESTIVAL, *every) == {inside.id, other.id}
    assert units(replace(FESTIVAL, count="via:call"), *every) == {inside.id}
    assert units(replace(FESTIVAL, excluded=(inside.id,)), *every) == {other.id}
    assert units(replace(FESTIVAL, unit="day"), *every, entry("2026-05-16")) == {"2026-05-16", "2026-05-14"}


talks = st.lists(st.tuples(st.integers(13, 17), st.sets(st.sampled_from("abcd"))), max_size=12)


@given(talks)
def test_a_person_counts_once(met: list[tuple[int, set[str]]]) -> None:
    entries = [entry(f"2026-05-{day}", people=tuple(sorted(people))) for day, people in met]
    expected = {id for day, people in met if 14 <= day <= 16 for id in people}
    assert units(PEOPLE, *entries) == expected


def known(last: Mapping[str, str], fields: Mapping[str, str] = {}) -> Known:
    return Known(
        lambda person, talk: dt.date.fromisoformat(last[person]) if person in last else None,
        lambda person: fields.get(person, ""),
        frozenset({"software"}),
    )


@pytest.mark.parametrize(
    ("when", "found"),
    [("first", {"new"}), ("after_a_year", {"old"}), ("another_field", {"lately"})],
)
def test_of_a_group_those_count_of_whom_it_is_true(when: When, found: set[str]) -> None:
    evening = entry("2026-05-15", people=("new", "old", "lately"))
    people = known(
        {"old": "2025-05-15", "lately": "2025-05-16"}, {"old": "Software", "lately": "Glass", "new": ""}
    )
    assert units(replace(PEOPLE, when=(when,)), evening, known=people) == found
    assert units(replace(FESTIVAL, when=(when,)), evening, known=people) == {evening.id}
    assert units(replace(FESTIVAL, when=(when,)), entry("2026-05-15"), known=people) == set()


def test_a_talk_is_good_by_its_answer_or_else_by_its_energy() -> None:
    good = replace(FESTIVAL, when=("went_well",))
    rated = entry("2026-05-15", reflection=question("answered", rating=4), energy=1)
    poor = entry("2026-05-15", reflection=question("answered", rating=3), energy=5)
    lively, unsaid = entry("2026-05-15", energy=4), entry("2026-05-15", mood=5)
    assert units(good, rated, poor, lively, unsaid) == {rated.id, lively.id}


def test_an_introduction_counts_if_one_made_it_and_asked_both() -> None:
    mine = replace(FESTIVAL, unit="introduction")
    day = dt.date(2026, 5, 15)
    made = Introduction(id="made", people=("a", "b"), date=day, asked=("b", "a"))
    others = [
        replace(made, id="1", asked=("a",)),
        replace(made, id="2", by="c"),
        replace(made, id="3", date=dt.date(2026, 5, 17)),
    ]
    assert introduced(mine, [made, *others]) == {"made"}
    assert introduced(replace(mine, excluded=("made",)), [made]) == set()


@pytest.mark.parametrize("name", PRESETS)
def test_what_a_preset_counts_is_a_filter(name: str) -> None:
    preset = PRESETS[name]
    filter = parse_filter(preset.fits, NOW)
    assert parse_filter(to_text(filter), NOW) == filter
    assert preset.text(1) == f"1 {preset.one}"
    assert preset.text(2) == f"2 {preset.many}"


def test_presets_tell_apart_what_one_does_from_what_others_do() -> None:
    def fits(name: str, **said: object) -> bool:
        one = entry("2026-05-15", people=("a",), **said)
        when = tuple(one for one in PRESETS[name].when if one == "gave_help")
        return bool(units(replace(FESTIVAL, count=PRESETS[name].fits, when=when), one))

    assert fits("old-friends", channel="email", initiated="me")
    assert fits("old-friends", channel="message")
    assert not fits("old-friends", channel="message", initiated="them")
    assert not fits("old-friends", channel="call")
    assert fits("face-to-face", channel="event")
    assert not fits("face-to-face", channel="video")
    assert fits("kindnesses", gave=("an address",))
    assert fits("kindnesses", gave=("my card", "an address"))
    assert fits("kindnesses", gave=("a postcard from Oslo",))
    assert not fits("kindnesses", gave=("my card",))
    assert not fits("kindnesses", text="gave up")
    assert fits("thank-yous", text="a note of thanks")
    assert fits("thank-yous", tags=("thanks",))
    assert fits("talks-given", tags=("talk",))
    assert not fits("talks-given", text="a talk")


def test_of_a_goal_of_one_evening_no_hour_is_late() -> None:
    evening = Goal(id="", text="3 people", target=3, since=dt.date(2026, 5, 14), by=dt.date(2026, 5, 14))
    words = [Progress(evening, done, evening.by).word for done in range(4)]
    assert words == ["just begun", "on the way", "on the way", "done"]
    assert Progress(evening, 2, dt.date(2026, 5, 15)).word == "closed"
    fair = replace(evening, by=dt.date(2026, 5, 16))
    words = [Progress(fair, done, dt.date(2026, 5, 15)).word for done in range(4)]
    assert words == ["just begun", "on the way", "on the way", "done"]
