"""Small goals in a hard time: nothing of those about whom it is hard for, no pace of the others."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.names.kin import own_kin
from netjournal.model import Goal, Interaction
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

ANYTHING = Settings()
DAD, KEMI, RUI = (person(name) for name in ("Dad", "Kemi Adeyemi", "Rui Tavares"))
FELL = entry("2026-11-17", people=(DAD.id,), text="dad fell, hospital, hip. drove there at night")
TEA = entry("2026-11-16", people=(RUI.id,), channel="in_person", text="tea with Rui")


def a_goal(text: str, *, count: str = "", by: str = "2026-11-17") -> Goal:
    first, last = dt.date(2026, 11, 2), dt.date.fromisoformat(by)
    return Goal(id="", text=text, target=6, count=count, since=first, by=last)


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, DAD, KEMI, RUI, TEA)
    for goal in (
        a_goal("be patient with dad, 6 times"),
        a_goal("6 quiet hours", count="@Dad"),
        a_goal("6 hellos"),
        a_goal("6 letters", by="2026-12-20"),
    ):
        journal.set_goal(goal, now=NOW)
    return journal


def on_today(journal: Journal, day: dt.date = TODAY) -> list[str]:
    return [one.at_its_end for one in journal.today(day, ANYTHING).goals]


def in_review(journal: Journal, period: str = "2026-W47", day: dt.date = TODAY) -> list[str]:
    page = journal.pages(ANYTHING, day)
    found = page.week(period) if "W" in period else page.month(period)
    return [line.words for line in found.lines if line.key == "goals"]


def test_on_any_day_they_are_told_of_as_ever(known: Journal) -> None:
    over = "its days are over, and that is all right"
    assert on_today(known) == [
        f"be patient with dad, 6 times · 1 of 6: {over}",
        f"6 quiet hours · 0 of 6: {over}",
        f"6 hellos · 1 of 6: {over}",
    ]
    assert in_review(known) == on_today(known)


def test_the_morning_after_a_fall_today_says_nothing_of_a_goal(known: Journal) -> None:
    bring(known, FELL)
    assert on_today(known) == []
    later = dt.date(2026, 11, 22)
    assert [line.partition(" · ")[0] for line in on_today(known, later)] == ["6 hellos"]


def test_the_week_of_a_fall_tells_of_others_without_pace_and_of_his_not_at_all(known: Journal) -> None:
    bring(known, FELL)
    assert in_review(known) == ["6 hellos: 2 of 6"]
    [month] = in_review(known, "2026-11")
    assert month == "6 hellos: 2 of 6 · 6 letters: 2 of 6, slower than planned"


def test_whoever_asks_for_the_goals_sees_them_all(known: Journal) -> None:
    bring(known, FELL)
    said = [known.progress(goal, TODAY).words for goal in known.goals()]
    assert len(said) == 4
    assert said[0].endswith("its days are over, and that is all right")
    assert said[3] == "2 of 6 · slower than planned: about 1 every 8 days would do; or shrink it?"


def test_after_the_hard_time_they_return(known: Journal) -> None:
    goal = known.set_goal(a_goal("ring dad 6 times", by="2027-01-03"), now=NOW)
    bring(known, FELL)
    day = goal.by + dt.timedelta(days=1)
    assert on_today(known, day) == ["ring dad 6 times · 2 of 6: its days are over, and that is all right"]


@pytest.mark.parametrize(
    ("hard", "silent"),
    [
        (entry("2026-11-12", text="my dad is in hospital", people=(RUI.id,)), True),
        (entry("2026-11-12", text="Rui's dad is in hospital"), False),
        (entry("2026-11-17", text="long call", mood=2, people=(DAD.id,)), True),
        (entry("2026-11-12", text="Dad died this morning"), True),
        (entry("2026-11-12", text="my mum died this morning"), True),
        (entry("2026-11-12", text="Kemi's mum died this morning"), False),
        (entry("2026-11-12", text="Kemi is in hospital", people=(KEMI.id,)), False),
        (entry("2026-10-02", text="dad is in hospital", people=(DAD.id,)), False),
    ],
)
def test_a_goal_has_to_do_with_whom_it_names(journal: Journal, hard: Interaction, *, silent: bool) -> None:
    bring(journal, DAD, KEMI, RUI, hard)
    journal.set_goal(a_goal("be patient with dad"), now=NOW)
    assert (in_review(journal) == []) == silent


def test_after_a_log_with_him_on_a_better_day_it_is_not_counted_aloud(known: Journal) -> None:
    known.set_goal(a_goal("see dad 6 times", by="2026-12-20"), now=NOW)
    visit = entry("2026-11-18", people=(DAD.id,), text="he knew me", mood=4, reflection=question())
    bring(known, visit)
    assert [one.goal.text for one in known.counts_toward(visit, TODAY)] == ["6 letters", "see dad 6 times"]
    bring(known, FELL)
    assert [one.goal.text for one in known.counts_toward(visit, TODAY)] == ["6 letters"]
    assert "see dad 6 times" not in known.goals_toward(visit)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("rang dad, then my sister", {"father", "sister"}),
        ("tea with Karim's mum and her brother", set()),
        ("my mother-in-law came", {"mother"}),
        ("a father of two", set()),
        ("the son of the baker and his wife", {"son"}),
    ],
)
def test_own_family_is_told_from_that_of_others(text: str, who: set[str]) -> None:
    assert own_kin(text) == who
