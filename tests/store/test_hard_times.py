"""In what time an entry falls: questions are none too light beside a sickbed, after a death, in a quarrel."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.model import Contact, Goal, Interaction
from netjournal.practice.prompts import built_in
from netjournal.practice.reviews import built_in_reviews
from netjournal.settings import Settings
from netjournal.store.hard_times import time_of
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person, question

MALIA, NOE, BRUNO, ROSA = (
    person(name) for name in ("Malia Tupou", "Noe Kahale", "Bruno Ferrari", "Rosa Lemos")
)
SICK = entry("2026-10-25", people=(MALIA.id, NOE.id), text="Malia has pneumonia, Noe cooked")
SHOUTED = entry("2026-11-10", people=(BRUNO.id,), text="Bruno shouted about the bins on the stairs, again")
BURIED = entry("2026-11-12", people=(NOE.id,), text="funeral of Malia, Noe carried her")


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, MALIA, NOE, BRUNO, ROSA)
    return journal


def time(known: Journal, text: str, *who: str, day: str = "2026-11-18") -> str:
    return time_of(known, known._index, entry(day, people=who, text=text))


def before(known: Journal, who: Contact) -> str:
    return known.page(who, list(known.with_person(who.id)), now=NOW, settings=Settings()).before


def test_a_hard_time_of_those_who_took_part(known: Journal) -> None:
    bring(known, SICK, SHOUTED)
    assert time(known, "read to her", MALIA.id) == "hard"
    assert time(known, "tea with both", ROSA.id, NOE.id) == "hard"
    assert time(known, "tea", ROSA.id) == ""
    assert time(known, "read to her", MALIA.id, day="2026-11-23") == "", "four weeks are over"
    assert time(known, "on the stairs", BRUNO.id) == "hard"
    assert time(known, "he apologised, we had tea", BRUNO.id) == ""
    assert time(known, "by the sea") == ""


def test_so_it_is_where_one_speaks_of_who_is_ill(known: Journal) -> None:
    bring(known, SICK, SHOUTED)
    assert time(known, "called Rosa, told her about Malia", ROSA.id) == "hard"
    assert time(known, "called Rosa, told her about Bruno", ROSA.id) == "", "a quarrel is of two"
    assert time(known, "called Rosa, told her about maliato", ROSA.id) == ""
    assert time(known, "called Rosa, told her about Malia", ROSA.id, day="2026-11-23") == ""


@pytest.mark.parametrize(
    ("text", "is_hard"),
    [
        ("my mum died this night, hospital called at four", True),
        ("funeral of my brother, it rained", True),
        ("Rui's dad died", False),
        ("funeral of Awa, then called dad", False),
    ],
)
def test_whoever_lost_somebody_of_their_own_family_is_asked_nothing_light(
    known: Journal, text: str, is_hard: bool
) -> None:
    dad = person("Dad")
    bring(known, dad, entry("2026-11-10", text=text), entry("2026-11-09", people=(dad.id,), text="tea"))
    assert (time(known, "lunch", ROSA.id) == "hard") is is_hard
    assert (
        before(known, dad) in {one.text for one in built_in_reviews() if one.slot == "mourning"}
    ) is is_hard
    assert (time(known, "lunch", ROSA.id, day="2026-11-17") == "bereft") is is_hard
    assert time(known, "lunch", ROSA.id, day="2026-12-09") == ""


def test_in_the_first_week_a_question_is_one_for_a_low_day_whatever_was_logged(known: Journal) -> None:
    bring(known, entry("2026-11-16", text="dad died"))
    gentle = {one.id for one in built_in() if "low" in one.when.get("mood", ())}
    for text in ("she gave me two weeks off", "coffee with Rosa", "shift with Rosa, he got the job!"):
        talk = entry("2026-11-18", people=(ROSA.id,), channel="in_person", text=text)
        for one, is_gentle in ((talk, True), (replace(talk, mood=4), False)):
            found = known._question(one, built_in, Settings(), NOW)
            assert found is not None
            assert (found[0].prompt.id in gentle) is is_gentle


def test_so_it_is_on_the_day_of_a_hard_entry(known: Journal) -> None:
    bring(known, entry("2026-11-18", text="the review at work", mood=1))
    tea = entry("2026-11-18", people=(ROSA.id,), text="tea")
    assert known.is_sore(tea)
    assert not known.is_sore(replace(tea, mood=4))
    assert not known.is_sore(replace(tea, date=dt.date(2026, 11, 19)))


def test_after_a_death(known: Journal) -> None:
    bring(known, SICK)
    assert time(known, "dreamt of Malia") == "hard"
    bring(known, BURIED)
    assert time(known, "dreamt of Malia") == "gone"
    assert time(known, "sorted Malia's books with Noe", NOE.id) == "gone"
    assert time(known, "Noe called", NOE.id) == "bereft"
    assert time(known, "Noe called", NOE.id, day="2026-11-20") == "hard"
    assert time(known, "thank-you cards for the flowers") == "hard"
    assert time(known, "thank-you cards", day="2026-12-12") == ""
    assert time(known, "dreamt of Malia", day="2027-12-12") == "gone"
    assert time(known, "tea", ROSA.id) == ""


def test_who_lost_a_friend_mourns_though_they_are_not_in_the_entry(known: Journal) -> None:
    mourning = {one.text for one in built_in_reviews() if one.slot == "mourning"}
    bring(known, entry("2026-05-02", people=(MALIA.id, NOE.id), text="tea with both"))
    bring(known, entry("2026-05-02", people=(ROSA.id,), text="tea"))
    assert before(known, NOE) not in mourning
    assert time(known, "soup", NOE.id) == ""
    bring(known, entry("2026-11-15", text="Malia died this morning"))
    assert before(known, NOE) in mourning
    assert before(known, ROSA) not in mourning
    assert time(known, "soup", NOE.id) == "bereft"
    assert time(known, "soup", NOE.id, day="2026-11-23") == "hard"
    assert time(known, "soup", ROSA.id) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Bruno and I had a row over the rota in front of Rosa",
        "argued with Bruno while Rosa listened",
        "told Rosa about the row with Bruno over the rota",
    ],
)
def test_a_quarrel_is_with_whom_it_was(known: Journal, text: str) -> None:
    bring(known, entry("2026-11-12", people=(BRUNO.id, ROSA.id), text=text))
    of_quarrels = {one.text for one in built_in_reviews() if one.slot == "quarrel"}
    ordinary = {one.text for one in built_in_reviews() if (one.period, one.slot) == ("before", "talk")}
    assert before(known, BRUNO) in of_quarrels
    assert before(known, ROSA) in ordinary
    assert time(known, "tea", BRUNO.id) == "hard"
    assert time(known, "tea", ROSA.id) == ""


def test_a_low_mood_is_of_its_day_alone(known: Journal) -> None:
    bring(known, entry("2026-11-16", people=(ROSA.id,), channel="in_person", text="lunch with Rosa", mood=2))
    ordinary = {one.text for one in built_in_reviews() if (one.period, one.slot) == ("before", "talk")}
    assert before(known, ROSA) in ordinary
    assert time(known, "tea", ROSA.id) == ""


def test_somebody_at_rest_is_gone_too(known: Journal) -> None:
    known.change(ROSA, replace(ROSA, rest=True), now=NOW)
    assert time(known, "saw Rosa across the street") == "gone"


def test_the_question_after_a_line_is_one_for_the_time(known: Journal) -> None:
    bring(known, BURIED)
    every = {one.id for one in built_in()}
    light = {one.id for one in built_in() if "low" in one.unless.get("mood", ())}
    gentle = {one.id for one in built_in() if "low" in one.when.get("mood", ())}
    for text, who, fitting in (
        ("soup with Noe", (NOE.id,), every - light),
        ("sorted Malia's books with Noe", (NOE.id,), gentle),
        ("dreamt of Malia", (), gentle),
    ):
        for number in range(4):
            talk = entry("2026-11-18", people=who, channel="in_person", text=f"{text} {number}")
            found = known._question(talk, built_in, Settings(), NOW)
            assert found is not None
            assert found[0].prompt.id in fitting


def test_no_question_speaks_of_a_goal_in_a_hard_time(known: Journal) -> None:
    goal = Goal(id="", text="4 hellos", target=4, since=dt.date(2026, 11, 1), by=dt.date(2026, 11, 30))
    known.set_goal(goal, now=NOW)
    bring(known, entry("2026-11-16", people=(ROSA.id,), text="visited Rosa in hospital"))
    of_goals = {one.id for one in built_in() if "goal" in one.when}

    def asked(text: str, who: Contact, mood: int | None = None) -> set[str]:
        library = [one for one in built_in() if one.id in of_goals]
        talks = (
            entry("2026-11-18", people=(who.id,), channel="in_person", mood=mood, text=f"{text} {number}")
            for number in range(5)
        )
        found = [known._question(talk, lambda: library, Settings(), NOW) for talk in talks]
        return {one[0].prompt.id for one in found if one is not None}

    assert asked("tea", MALIA), "on any other day they are asked"
    assert asked("she slept mostly", ROSA) == set()
    assert asked("Malia is in hospital", MALIA) == set()
    assert asked("Malia is in hospital", MALIA, mood=2) == set()
    assert asked("tea", MALIA, mood=2) == {"destination-06"}, "one may halve it in a low mood"


def test_the_review_of_the_week_asks_nothing_again_of_a_hard_time(known: Journal) -> None:
    def waits(day: str, who: Contact, text: str) -> Interaction:
        return entry(day, people=(who.id,), text=text, reflection=question("asked", day))

    calm = waits("2026-11-16", MALIA, "tea with Malia")
    bring(known, waits("2026-11-16", ROSA, "visited Rosa in hospital"), calm)
    bring(known, waits("2026-11-17", ROSA, "she slept mostly"))
    left = [step.entry for step in known.review_steps("2026-W47", NOW.date()) if step.entry is not None]
    assert left == [calm]


def test_the_words_of_a_hard_day_do_not_come_back_after_an_answer(known: Journal) -> None:
    def wrote(day: str, text: str, answer: str) -> Interaction:
        return entry(day, people=(ROSA.id,), text=text, reflection=question("answered", day, answer=answer))

    calm = wrote("2026-10-01", "tea with Rosa", "the song she hummed")
    bring(known, calm, wrote("2026-11-10", "visited Rosa in hospital", "her hand was cold"))
    new = wrote("2026-11-17", "walk with Rosa", "she laughs again")
    assert known.earlier_answer(new) is None, "in a hard time nothing old does"
    assert known.earlier_answer(replace(new, mood=4)) == calm
