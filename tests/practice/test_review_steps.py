"""What a review asks, in its order, and on which day it is offered."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import Interaction, Reflection
from netjournal.practice.review_steps import Step, is_misread, read_energy, steps
from netjournal.practice.reviews import (
    Review,
    answer_to,
    built_in_reviews,
    days_of,
    is_month_offered,
    is_offered,
    open_month,
    open_week,
    plan_question,
    review_day,
    review_of,
    week_of,
)
from netjournal.settings import Weekday

LIBRARY = built_in_reviews()
NOW = dt.datetime.fromisoformat("2026-11-15T18:00:00+01:00")
TODAY, WEEK = NOW.date(), "2026-W46"
AWAKE = {"1": "Amara", "2": "Chidi"}
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
PICKED = st.sampled_from(WEEKDAYS)


def asked(id: str, days: int = 1, people: tuple[str, ...] = ("1",), **known: Any) -> Interaction:
    """An entry whose question waits since some days ago."""
    moment = NOW - dt.timedelta(days=days)
    question = Reflection(prompt="giving-01", dimension="giving", question=f"Which {id}?", asked=moment)
    return Interaction(id=id, date=moment.date(), people=people, reflection=question, text="tea", **known)


def of_week(review: Review | None = None, **known: Any) -> tuple[Step, ...]:
    review = review or review_of(LIBRARY, WEEK, [], "seed")
    given: dict[str, Any] = {"waiting": (), "entries": (), "names": AWAKE, "today": TODAY} | known
    return steps(review, **given)


def answered(prompt: str, period: str, words: str) -> Interaction:
    question = next(one for one in LIBRARY if one.id == prompt)
    return Interaction(id=prompt, date=TODAY, reflection=answer_to(question, period, words, NOW))


@pytest.mark.parametrize("words", ["If it rains I ask", "If it rains I ask.", "If it rains I ask!"])
def test_a_plan_is_a_sentence_of_its_own_whether_or_not_it_was_written_as_one(words: str) -> None:
    quoted = words if words[-1] in ".!" else f"{words}."
    plan = answered("week-ahead-02", "2026-W45", words)
    assert plan_question(plan).text == f"Last week you wrote: “{quoted}” How did it go?"


def test_the_plan_comes_first_then_the_questions_then_what_is_left_of_single_entries() -> None:
    plan = answered("week-ahead-02", "2026-W45", "When the meetup ends, I will ask Li.")
    review = review_of(LIBRARY, WEEK, [plan], "seed")
    evening = Interaction(id="e", date=TODAY, channel="event", place="the boatyard")
    found = of_week(review, waiting=[asked("a")], entries=[evening])
    assert [step.kind for step in found] == [*["question"] * 4, "waiting", "energy"]
    assert found[0].text == plan_question(plan).text
    assert [step.heading for step in found] == [
        *[""] * 4,
        "Left from the week: Sat 14 Nov · Amara · tea",
        "Left from the week: Sun 15 Nov · the boatyard",
    ]
    month = review_of(LIBRARY, "2026-11", [], "seed")
    assert [step.kind for step in of_week(month, waiting=[asked("a")])] == ["question"] * 3


def test_three_are_left_at_most_and_a_week_old_at_most() -> None:
    waiting = [asked(str(days), days) for days in range(10)]
    found = [step.entry.id for step in of_week(waiting=waiting) if step.kind == "waiting" and step.entry]
    assert found == ["2", "1", "0"]
    evening = Interaction(id="e", date=TODAY, channel="event")
    both = of_week(waiting=waiting, entries=[evening])
    assert [step.kind for step in both] == [*["question"] * 3, "waiting", "waiting", "energy"]
    assert [step.kind for step in of_week(waiting=[asked("old", 7)])] == ["question"] * 3


@pytest.mark.parametrize(
    "known", [{"mood": 2}, {"people": ("1", "at rest")}, {"text": "at Amara's bedside, then the vigil"}]
)
def test_what_is_not_brought_up_is_not_asked_again(known: dict[str, Any]) -> None:
    evening = Interaction(id="e", date=TODAY, channel="event", **known)
    waiting = [asked("a", people=("1", "at rest"))]
    assert {step.kind for step in of_week(waiting=waiting, entries=[evening])} == {"question"}


@pytest.mark.parametrize("known", [{"mood": 1}, {"text": "the doctor was rude to me, humiliating"}])
def test_what_waits_of_a_hard_day_is_not_asked_again(known: dict[str, Any]) -> None:
    hard = replace(asked("a"), **known)
    assert [step.kind for step in of_week(waiting=[hard])] == ["question"] * 3


def test_the_energy_of_the_last_event_is_asked_again_until_the_review_has_an_answer() -> None:
    first = Interaction(id="a", date=TODAY - dt.timedelta(days=2), channel="event")
    last = Interaction(id="b", date=TODAY, channel="event", energy=5)
    call = Interaction(id="c", date=TODAY, channel="call")
    found = [step.entry for step in of_week(entries=[last, first, call]) if step.kind == "energy"]
    assert found == [last]
    begun = review_of(LIBRARY, WEEK, [answered("week-back-01", WEEK, "rain")], "seed")
    assert "energy" not in {step.kind for step in of_week(begun, entries=[last])}


@pytest.mark.parametrize(
    ("line", "felt"),
    [
        ("tired but glad 4", (4, "tired but glad")),
        ("tired, 2", (2, "tired")),
        ("home at 4", (None, "home at 4")),
        ("we talked until 5", (None, "we talked until 5")),
        ("slept till 3 /2", (2, "slept till 3")),
        ("met all 12", (None, "met all 12")),
    ],
)
def test_a_number_at_the_end_is_one_of_the_five_unless_it_is_an_hour(
    line: str, felt: tuple[int | None, str]
) -> None:
    assert read_energy(line) == felt


def test_energy_is_a_number_maybe_with_words_and_words_alone_go_nowhere() -> None:
    lines = ("3", " /5 ", "slept badly /2", "2, slept badly", "tired", "3 hours of talk", "1/4 of it", "")
    assert [tuple(read_energy(line)) for line in lines] == [
        *((3, ""), (5, ""), (2, "slept badly"), (2, "slept badly")),
        *((None, "tired"), (None, "3 hours of talk"), (None, "1/4 of it"), (None, "")),
    ]
    energy = Step("energy", "?", entry=asked("a"))
    assert [line for line in lines if is_misread(energy, line)] == ["tired", "3 hours of talk", "1/4 of it"]
    assert not any(is_misread(energy, line) for line in ("p /2", "l", " ", "?"))
    assert all(
        is_misread(energy, line)
        for line in ("6", "/0", "2-3", "p: tired", "p: tired /2", "p tired 2", "s", "m", "y", "疲")
    )
    waiting = Step("waiting", "?", entry=asked("a"))
    assert [is_misread(waiting, line) for line in ("tired", "x", "y /4")] == [False, True, True]
    assert "yes or no" in waiting.expects("y")
    of_review = of_week()[0]
    numbers = ("4", "/4", "p: 3", "rain /4", "4 letters", "")
    assert [is_misread(of_review, line) for line in numbers] == [True, True, True, False, False, False]
    assert "One number says little" in of_review.expects("4")
    assert [is_misread(waiting, line) for line in ("4", "/4")] == [True, False]


@given(DAYS, PICKED)
def test_the_week_stays_open_for_seven_days_from_the_day_picked(today: dt.date, picked: Weekday) -> None:
    day = review_day(today, picked)
    assert f"{day:%A}".casefold() == picked
    assert 0 <= (today - day).days < 7
    assert {open_week(day + dt.timedelta(days=number), picked) for number in range(7)} == {
        open_week(today, picked)
    }
    # It is over, or its last days have begun: four of its days at least are lived.
    assert (day - days_of(open_week(today, picked))[0]).days >= 3


def test_the_month_is_offered_on_its_first_day_and_longer_to_whoever_answered_the_last() -> None:
    days = [dt.date(2026, 11, 23) + dt.timedelta(days=number) for number in range(37)]
    before = [answered("month-people-01", "2026-10", "words")]
    now = [answered("month-people-01", "2026-11", "words")]
    assert [day.isoformat() for day in days if is_month_offered(day, "friday", ())] == [
        "2026-11-24", "2026-12-25",
    ]  # fmt: skip
    open_days = [day for day in days if open_month(day) == "2026-11"]
    assert all(is_month_offered(day, "friday", before) for day in open_days)
    assert not any(is_month_offered(day, "friday", [*before, *now]) for day in open_days)
    assert not any(is_month_offered(day, "never", before) for day in days)


def test_it_is_offered_on_its_day_and_longer_to_whoever_answered_the_last() -> None:
    friday = days_of(WEEK)[0] + dt.timedelta(days=4)
    week = [friday + dt.timedelta(days=number) for number in range(7)]
    before = [answered("week-back-01", week_of(friday - dt.timedelta(days=7)), "words")]
    now = [answered("week-back-01", WEEK, "words")]
    assert [is_offered(day, "friday", ()) for day in week] == [True, *[False] * 6]
    assert all(is_offered(day, "friday", before) for day in week)
    assert not any(is_offered(day, "friday", [*before, *now]) for day in week)
    assert not any(is_offered(day, "never", before) for day in week)
