"""Which review is open, what it asks, and what became of the plan before."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.model import Interaction
from netjournal.practice.before_a_talk import Before, slot_before
from netjournal.practice.plans import PLAN
from netjournal.practice.prompts import LONGEST
from netjournal.practice.reviews import (
    SLOTS,
    answer_to,
    before_a_talk,
    beside,
    built_in_reviews,
    chosen,
    days_of,
    open_month,
    open_week,
    review_of,
    week_of,
)
from netjournal.settings import Weekday

LIBRARY = built_in_reviews()
NOW = dt.datetime.fromisoformat("2026-11-15T18:00:00+01:00")
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


def answer(prompt: str, period: str, words: str = "words", now: dt.datetime = NOW) -> Interaction:
    question = next(one for one in LIBRARY if one.id == prompt)
    return Interaction(
        id=f"{now:%m%d}-{prompt}", date=now.date(), reflection=answer_to(question, period, words, now)
    )


def test_the_questions() -> None:
    assert len({one.id for one in LIBRARY}) == len(LIBRARY) >= 25
    assert all(len(one.text) <= LONGEST and one.slot in SLOTS[one.period] for one in LIBRARY)
    assert all(one.id.startswith(f"{one.period}-{one.slot}-") for one in LIBRARY)


@given(DAYS, st.sampled_from(list(enumerate(get_args(Weekday)))))
def test_it_opens_on_the_day_one_likes_for_the_week_that_is_mostly_over(
    day: dt.date, opens: tuple[int, Weekday]
) -> None:
    number, name = opens
    first = day - dt.timedelta(days=(day.weekday() - number) % 7)
    assert first.weekday() == number
    [week] = {open_week(first + dt.timedelta(days=later), name) for later in range(7)}
    assert open_week(first - dt.timedelta(days=1), name) != week
    lived = [week_of(first - dt.timedelta(days=ago)) for ago in range(7)]
    assert lived.count(week) >= 4


@given(DAYS)
def test_the_review_of_a_week_is_open_for_seven_days(day: dt.date) -> None:
    friday = days_of(week_of(day))[0] + dt.timedelta(days=4)
    assert {open_week(friday + dt.timedelta(days=number)) for number in range(7)} == {week_of(day)}
    assert open_week(friday + dt.timedelta(days=7)) != week_of(day)
    assert days_of(week_of(day))[0] <= day <= days_of(week_of(day))[1]


def test_the_review_of_a_month_is_open_from_its_last_week_on() -> None:
    days = ("2026-11-23", "2026-11-24", "2026-12-01", "2026-12-24", "2026-12-25")
    months = ["2026-10", "2026-11", "2026-11", "2026-11", "2026-12"]
    assert [open_month(dt.date.fromisoformat(day)) for day in days] == months


@settings(max_examples=30)
@given(DAYS, st.sampled_from(["week", "month"]), st.text(max_size=3))
def test_the_questions_of_a_review_take_turns_whether_they_are_answered_or_not(
    day: dt.date, kind: Literal["week", "month"], seed: str
) -> None:
    first = week_of(day) if kind == "week" else f"{day:%Y-%m}"
    asked = [chosen(LIBRARY, kind, beside(first, number), seed) for number in range(16)]
    assert asked[3] == chosen(LIBRARY[::-1], kind, beside(first, 3), seed)
    assert {one.id for each in asked for one in each} == {
        one.id for one in LIBRARY if one.period == kind and not one.mourning
    }
    for number, slot in enumerate(SLOTS[kind]):
        ids = [each[number].id for each in asked]
        assert all(one.startswith(f"{kind}-{slot}-") for one in ids)
        apart = len(set(ids)) // 2 + 1
        assert all(len(set(ids[start : start + apart])) == apart for start in range(len(ids) - apart + 1))


@settings(max_examples=30)
@given(DAYS, st.sampled_from(["week", "month"]), st.text(max_size=3))
def test_where_somebody_died_the_questions_are_others_and_take_turns_too(
    day: dt.date, kind: Literal["week", "month"], seed: str
) -> None:
    first = week_of(day) if kind == "week" else f"{day:%Y-%m}"
    asked = [chosen(LIBRARY, kind, beside(first, number), seed, mourning=True) for number in range(8)]
    assert all(one.mourning for each in asked for one in each)
    assert {one.id for each in asked for one in each} == {
        one.id for one in LIBRARY if one.period == kind and one.mourning
    }
    for number, slot in enumerate(SLOTS[kind]):
        ids = [each[number].id for each in asked]
        assert all(one.startswith(f"{kind}-{slot}-") for one in ids)
        assert all(one != other for one, other in pairwise(ids))


def test_what_is_answered_is_not_asked_again_and_the_rest_stays() -> None:
    first = review_of(LIBRARY, "2026-W46", [], "seed")
    given = answer(first.questions[1].id, "2026-W46")
    again = review_of(LIBRARY, "2026-W46", [given], "seed")
    assert again.answers == (given,)
    assert again.questions == (first.questions[0], first.questions[2])


def test_the_plan_of_last_week_is_asked_about_first() -> None:
    words = "When the meetup ends, I will ask Li about her thesis."
    plan = answer("week-ahead-02", "2026-W45", words, NOW - dt.timedelta(weeks=1))
    found = review_of(LIBRARY, "2026-W46", [plan], "seed")
    assert len(found.questions) == 4
    asked = found.questions[0]
    assert (asked.id, words in asked.text) == (PLAN, True)
    went = Interaction(id="9", date=NOW.date(), reflection=answer_to(asked, "2026-W46", "She lit up", NOW))
    assert PLAN not in {one.id for one in review_of(LIBRARY, "2026-W46", [plan, went], "seed").questions}
    # Neither a plan of two weeks ago comes back, nor one that was kept to oneself.
    assert len(review_of(LIBRARY, "2026-W47", [plan], "seed").questions) == 3
    private = answer("week-ahead-02", "2026-W45", f"p: {words}")
    assert len(review_of(LIBRARY, "2026-W46", [private], "seed").questions) == 3


def test_an_answer_and_its_rating_are_kept() -> None:
    kept = answer_to(LIBRARY[0], "2026-W46", " p: nobody /2", NOW)
    assert kept is not None
    assert (kept.answer, kept.rating, kept.private, kept.period) == ("nobody", 2, True, "2026-W46")
    assert answer_to(LIBRARY[0], "2026-W46", "  ", NOW) is None


def test_a_question_before_a_talk_stays_until_there_was_one() -> None:
    today = NOW.date()
    last = today - dt.timedelta(days=10)
    found = {before_a_talk(LIBRARY, str(number), last, today) for number in range(60)}
    texts = {one.text for one in LIBRARY if one.slot == "talk"}
    assert found == texts
    later = today + dt.timedelta(days=5)
    assert all(
        before_a_talk(LIBRARY, str(number), last, today) == before_a_talk(LIBRARY, str(number), last, later)
        for number in range(20)
    )
    never = {before_a_talk(LIBRARY, str(number), None, today) for number in range(60)}
    assert texts - never == {"What did they tell you last time that you could ask about?"}


@pytest.mark.parametrize("slot", ["talk", "gently", "mourning", "quarrel"])
def test_a_question_before_a_talk_is_one_that_suits(slot: Before) -> None:
    today = NOW.date()
    asked = {before_a_talk(LIBRARY, str(number), today, today, slot) for number in range(80)}
    assert asked == {one.text for one in LIBRARY if one.slot == slot}


_SICK = "Ignacy: doctor says pneumonia. Marek drove him to the hospital"
_FUNERAL = "we buried Malia with Tevita and Rosa"
_SHOUTED = "Bruno shouted about the bins on the stairs, again"


@pytest.mark.parametrize(
    ("told", "slot"),
    [
        ({1: _SICK, 9: "tea"}, "gently"),
        ({-3: "the fair", 40: _SICK}, "gently"),
        ({1: "he slept, I read to him", 26: _SICK}, "gently"),
        ({1: "tea, he is well again", 30: _SICK}, "talk"),
        ({200: _SICK}, "talk"),
        ({1: "visited Malia, she is ill in bed"}, "gently"),
        ({3: _FUNERAL}, "mourning"),
        ({1: "tea with Noe", 27: "funeral of Malia, Noe carried her"}, "mourning"),
        ({1: _SHOUTED, 9: _FUNERAL, 12: _SICK}, "mourning"),
        ({1: "tea with Noe", 29: _FUNERAL}, "talk"),
        ({1: _SHOUTED}, "quarrel"),
        ({1: "Bruno said hello on the stairs", 9: _SHOUTED}, "quarrel"),
        ({1: _SHOUTED, 9: _SICK}, "quarrel"),
        ({1: "made up with Bruno over coffee", 9: _SHOUTED}, "talk"),
        ({1: "tea with Bruno", 5: "made up with Bruno", 9: _SHOUTED}, "talk"),
        ({1: _SHOUTED, 5: "made up with Bruno", 9: _SHOUTED}, "quarrel"),
        ({1: "tea", 9: "cake"}, "talk"),
        ({}, "talk"),
    ],
)
def test_which_questions_suit_before_a_talk(told: dict[int, str], slot: Before) -> None:
    today = NOW.date()
    entries = [
        Interaction(id=str(days), date=today - dt.timedelta(days), people=("1",), text=text)
        for days, text in told.items()
    ]
    assert slot_before(entries, today) == slot


def test_whoever_only_stood_by_is_asked_about_as_ever() -> None:
    today = NOW.date()

    def slot(text: str) -> Before:
        entry = Interaction(id="1", date=today, people=("1", "2"), text=text)
        return slot_before([entry], today, lambda one: False)

    assert slot(_SHOUTED) == "talk"
    assert slot("Bruno shouted at me at the hospital, Malia is ill") == "gently"
    assert slot(f"{_FUNERAL}, Bruno shouted at me") == "mourning"


def test_a_mood_says_whether_a_day_was_hard_but_not_whether_somebody_died() -> None:
    today = NOW.date()

    def slot(text: str, mood: int) -> Before:
        entry = Interaction(id="1", date=today, people=("1",), text=text, mood=mood)
        return slot_before([entry], today)

    assert slot(_SHOUTED, 4) == "talk"
    assert slot("tea", 1) == "talk", "a low mood is of that day"
    assert slot(_SICK, 2) == "gently"
    assert slot(_SHOUTED, 1) == "quarrel"
    assert slot(_FUNERAL, 4) == "mourning"
