"""Goals on their shelves, and their progress, which is nowhere but in the log."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import Unavailable
from netjournal.model import Destination, Goal, Interaction, Introduction, Met
from netjournal.store.journal import Journal
from tests.store.journals import (
    NOW,
    TODAY,
    bring,
    entry,
    fresh_index,
    in_memory,
    kept_index,
    person,
    places_in,
    question,
    rewrite,
    standing,
)
from tests.store.operations import OPERATIONS, entries

NOVEMBER = Goal(
    id="",
    text="3 good talks in November",
    target=3,
    since=dt.date(2026, 11, 1),
    by=dt.date(2026, 11, 30),
)


def done(journal: Journal, goal: Goal, *fields: str) -> int:
    return journal.progress(goal, TODAY, fields).done


def test_goals_and_destinations_are_kept_changed_and_taken_back(journal: Journal) -> None:
    boats = journal.set_destination(Destination(id="", text="Build a boat"), now=NOW)
    goal = journal.set_goal(replace(NOVEMBER, destination=boats.id), now=NOW)
    assert (journal.goals(), journal.destinations()) == ((goal,), (boats,))
    after = journal.change(goal, replace(goal, target=2, let_go=TODAY), now=NOW)
    assert journal.goals() == (after,)
    assert journal.undo().title == goal.text
    journal.delete(goal, now=NOW)
    assert journal.goals() == ()
    journal.undo()
    assert journal.goals() == (goal,)
    journal.delete(boats, now=NOW)
    assert (journal.goals(), journal.destinations()) == ((goal,), ())
    journal.undo()
    assert journal.undo().title == "the goal “3 good talks in November”"
    journal.undo()
    assert (len(journal.goals()), len(journal.destinations())) == (0, 0)
    assert kept_index(journal) == fresh_index(journal)


def test_what_a_newer_version_wrote_beside_stays(journal: Journal) -> None:
    goal = journal.set_goal(NOVEMBER, now=NOW)
    rewrite(journal.folder / "goals.json", lambda tables: tables["goals"][goal.id].update(colour="blue"))
    journal.refresh()
    journal.change(goal, replace(goal, target=2), now=NOW)
    raw = standing(journal.folder)["goals"][goal.id]
    assert (raw["colour"], raw["target"]) == ("blue", 2)


def test_what_no_journal_could_read_is_neither_written_nor_lost(journal: Journal) -> None:
    with pytest.raises(Unavailable, match="There is no channel"):
        journal.set_goal(replace(NOVEMBER, count="via:pigeon"), now=NOW)
    kept, spoilt = (journal.set_goal(NOVEMBER, now=NOW) for _ in range(2))
    place = journal.set_destination(Destination(id="", text="Far"), now=NOW)

    def spoil(tables: dict[str, Any]) -> None:
        tables["goals"][spoilt.id]["count"] = "(via:call"

    rewrite(journal.folder / "goals.json", spoil)
    rewrite(journal.folder / "destinations.json", lambda tables: tables["destinations"][place.id].clear())
    journal.refresh()
    assert journal.goals() == (kept,)
    assert journal.destinations() == ()
    assert [problem.shelf for problem in journal.problems()] == ["destinations", "goals"]
    assert kept_index(journal) == fresh_index(journal)


steps = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 30)), max_size=12)


@given(steps=steps, target=st.integers(1, 4))
@examples(max_examples=20)
def test_editing_moving_and_deleting_entries_corrects_it(steps: list[Any], target: int) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        goal = journal.set_goal(replace(NOVEMBER, target=target, count="talk or promise:"), now=NOW)
        people = journal.set_goal(replace(NOVEMBER, unit="person", when=("first",)), now=NOW)
        for act, number in steps:
            act(journal, number)
        of_november = [one for one in entries(journal) if one.month == "2026-11"]
        expected = [one for one in of_november if "talk" in one.text or one.promises]
        assert done(journal, goal) == len(expected)
        everyone = {id for one in of_november for id in one.people}
        assert done(journal, people) == len(everyone)
        for one in expected[:1]:
            without = journal.change(goal, replace(goal, excluded=(one.id,)), now=NOW)
            assert done(journal, without) == len(expected) - 1
        journal.close()


def test_first_is_the_first_in_the_whole_journal_or_the_day_one_met(journal: Journal) -> None:
    ana, bo, chi = person("Ana"), person("Bo"), person("Chi", met=Met(date=dt.date(2019, 5, 1)))
    first = journal.set_goal(replace(NOVEMBER, when=("first",)), now=NOW)
    longed_for = journal.set_goal(replace(NOVEMBER, unit="person", when=("after_a_year",)), now=NOW)
    bring(
        journal,
        *(ana, bo, chi),
        entry("2025-11-02", people=(ana.id,)),
        entry("2026-11-02", people=(ana.id,)),
        entry("2026-11-03", people=(bo.id,)),
        entry("2026-11-03", people=(bo.id,)),
        entry("2026-11-04", people=(chi.id,)),
        entry("2026-11-05", people=(chi.id, ana.id)),
    )
    assert done(journal, first) == 1
    assert done(journal, longed_for) == 2


def test_fields_and_introductions(journal: Journal) -> None:
    ana, bo = person("Ana", field="Glass"), person("Bo", field="software")
    bring(journal, ana, bo, entry(people=(ana.id, bo.id)))
    field = journal.set_goal(replace(NOVEMBER, unit="person", when=("another_field",)), now=NOW)
    assert [done(journal, field, *own) for own in ((), ("Software",), ("glass", "software"))] == [0, 1, 0]
    asked = (ana.id, bo.id)
    journal.introduce(Introduction(id="", people=asked, asked=asked, date=TODAY), now=NOW)
    made = journal.set_goal(replace(NOVEMBER, unit="introduction"), now=NOW)
    assert done(journal, made) == 1
    assert journal.counts_toward(entry(people=(ana.id,)), TODAY) == ()


def said(journal: Journal, one: Interaction, before: Interaction | None = None) -> list[str]:
    return [counted.words for counted in journal.counts_toward(one, TODAY, before=before)]


def test_an_entry_says_toward_what_it_counts(journal: Journal) -> None:
    ana = person("Ana")
    one, other, third = (entry(people=(ana.id,), channel="call") for _ in range(3))
    bring(journal, ana, one)
    assert said(journal, one) == []
    calls = journal.set_goal(replace(NOVEMBER, text="2 calls", target=2, count="via:call"), now=NOW)
    journal.set_goal(replace(NOVEMBER, text="3 people", unit="person"), now=NOW)
    gone = journal.set_goal(replace(NOVEMBER, let_go=TODAY), now=NOW)
    assert said(journal, one) == ["Counts toward 2 calls: 1 of 2.", "Counts toward 3 people: 1 of 3."]
    bring(journal, other)
    assert said(journal, other) == ["Counts toward 2 calls: 2 of 2."], "the same person counts once"
    bring(journal, third)
    assert said(journal, third) == [], "it was done before"
    assert said(journal, entry("2026-12-01", channel="call")) == []
    [bigger] = [journal.change(calls, replace(calls, target=5, excluded=(third.id,)), now=NOW)]
    assert (done(journal, bigger), said(journal, third)) == (2, [])
    journal.change(gone, replace(gone, let_go=None), now=NOW)
    assert said(journal, third) == ["Counts toward 3 good talks in November: 3 of 3."]


def test_an_answer_says_it_only_where_the_answer_made_it_count(journal: Journal) -> None:
    talk = entry(reflection=question())
    bring(journal, talk)
    journal.set_goal(replace(NOVEMBER, text="3 entries"), now=NOW)
    journal.set_goal(replace(NOVEMBER, text="3 good ones", when=("went_well",)), now=NOW)
    assert said(journal, talk) == ["Counts toward 3 entries: 1 of 3."]
    answered = journal.reflect(talk, question("answered", rating=5), now=NOW)
    assert said(journal, answered, before=talk) == ["Counts toward 3 good ones: 1 of 3."]


def test_nobody_is_told_of_a_goal_at_a_sickbed_though_it_counts(journal: Journal) -> None:
    names = ("Friedel Anders", "Henrik Anders", "Ines Prado", "Malte Okoye")
    friedel, henrik, ines, malte = (person(name) for name in names)
    bring(journal, friedel, henrik, ines, malte)
    goal = journal.set_goal(replace(NOVEMBER, target=9, when=("went_well",)), now=NOW)
    ward = entry("2026-11-08", people=(friedel.id,), text="visited Friedel in hospital, held her hand")
    cold = replace(ward, reflection=question("answered", "2026-11-08", answer="her hand was cold", rating=5))
    slept = entry("2026-11-10", people=(friedel.id, henrik.id), energy=4, text="she slept, Henrik read")
    low = entry("2026-11-11", people=(ines.id,), energy=4, mood=2, text="tea with Ines")
    told = replace(
        entry("2026-11-12", people=(ines.id,), text="tea with Ines"),
        reflection=question("answered", "2026-11-12", answer="she cried all evening", rating=4),
    )
    glad = entry("2026-11-13", people=(malte.id,), energy=5, text="walk with Malte")
    bring(journal, cold, slept, low, told, glad)
    assert done(journal, goal) == 5
    assert [one for one in (cold, slept, low, told) if journal.counts_toward(one, TODAY)] == []
    assert [counted.goal for counted in journal.counts_toward(glad, TODAY)] == [goal]


def test_whoever_is_forgotten_stands_in_no_goal(journal: Journal) -> None:
    zoe, li = person("Zoë Adébáyò", nicknames=("Day",)), person("Li")
    bring(journal, zoe, li)
    goal = replace(
        NOVEMBER, text="3 walks with Zoë", unit="day", plan="Ask Zoë", count='@"zoe adebayo" or @zoë'
    )
    kept = journal.set_goal(goal, now=NOW)
    journal.forget(zoe.id, now=NOW)
    [found] = journal.goals()
    assert (found.text, found.plan, found.unit) == ("3 walks with someone", "Ask someone", "day")
    assert "zo" not in found.count
    assert replace(found, text="", plan="", count="") == replace(kept, text="", plan="", count="")
