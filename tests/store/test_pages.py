"""Pages of months one after the other: the same forth and back, with goals as they stood at each end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from netjournal.model import Channel, Goal, Introduction, Met
from netjournal.practice.insights import span_up_to
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, in_memory, person, places_in, question


def goal(text: str, target: int, since: str, by: str, **said: object) -> Goal:
    first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(by)
    return Goal(id="", text=text, target=target, since=first, by=last, **said)  # type: ignore[arg-type]  # fields by name


def goals_of(journal: Journal, *months: str) -> list[str]:
    pages = journal.pages(Settings(), TODAY)
    lines = ({line.key: line.words for line in pages.month(month).lines} for month in months)
    return [line.get("goals", "") for line in lines]


def test_small_goals_as_they_stood_at_the_end_of_each_month(journal: Journal) -> None:
    ana, bo = person("Ana Lima"), person("Bo Lind")
    bring(journal, ana, bo, *(entry(f"2026-{month:02}-15", people=(ana.id,)) for month in (8, 9, 10, 11)))
    bring(journal, entry("2026-10-20", people=(bo.id,), channel="call"))
    journal.set_goal(goal("4 talks", 4, "2026-08-10", "2026-10-31"), now=NOW)
    journal.set_goal(goal("2 people.", 2, "2026-09-01", "2026-12-31", unit="person"), now=NOW)
    journal.set_goal(goal("dropped", 2, "2026-08-01", "2026-12-31", let_go=TODAY), now=NOW)
    expected = [
        "",
        "4 talks: 1 of 4",
        "4 talks: 2 of 4 · 2 people: 1 of 2, just begun",
        "4 talks: done · 2 people: done",
        "",
    ]
    months = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    assert goals_of(journal, *months) == expected
    assert goals_of(journal, *months[::-1]) == expected[::-1]
    assert goals_of(journal, "2026-10") == expected[3:4]


def test_introductions_count_from_their_day_on(journal: Journal) -> None:
    people = [person(name) for name in ("Ana Lima", "Bo Lind")]
    bring(journal, *people, entry("2026-10-03"), entry("2026-11-03"))
    pair = (people[0].id, people[1].id)
    journal.introduce(Introduction(id="", people=pair, date=dt.date(2026, 11, 2), asked=pair), now=NOW)
    journal.set_goal(goal("1 introduction", 1, "2026-10-01", "2026-11-30", unit="introduction"), now=NOW)
    assert goals_of(journal, "2026-10", "2026-11") == [
        "1 introduction: 0 of 1, slower than planned",
        "1 introduction: done",
    ]


def test_a_goal_says_what_counted_and_the_page_agrees_with_the_goal(journal: Journal) -> None:
    ana = person("Ana Lima")
    counted = [entry(f"2026-11-{day:02}", people=(ana.id,), channel="call") for day in (2, 9)]
    bring(journal, ana, *counted, entry("2026-11-10", channel="email"))
    kept = journal.set_goal(goal("3 calls", 3, "2026-11-01", "2026-11-30", count="via:call"), now=NOW)
    page = journal.month_page("2026-11", Settings(), TODAY)
    [line] = [line for line in page.lines if line.key == "goals"]
    assert sorted(line.behind) == sorted(one.id for one in counted)
    assert line.words == journal.progress(kept, TODAY).in_a_word == "3 calls: 2 of 3, on the way"


_days = st.dates(dt.date(2025, 9, 1), TODAY).map(dt.date.isoformat)


@examples(max_examples=15)
@given(st.lists(st.tuples(_days, st.booleans(), st.sampled_from(["in_person", "email"])), max_size=40))
def test_a_month_is_counted_the_same_after_any_other(talks: list[tuple[str, bool, Channel]]) -> None:
    months = span_up_to("2026-11")
    ana = person("Ana Lima", field="boats")
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        found = [
            entry(day, people=(ana.id,), channel=channel, gave=("x",) if gave else (), energy=4)
            for day, gave, channel in talks
        ]
        bring(journal, ana, *found)
        forth, back, one = (journal.pages(Settings(), TODAY) for _ in range(3))
        counted = {month: forth.counts(month) for month in months}
        assert {month: back.counts(month) for month in reversed(months)} == counted
        assert one.counts("2026-11") == counted["2026-11"]
        assert sum(len(counts.faces) for counts in counted.values()) == sum(
            one.date >= dt.date(2025, 12, 1) for one in found
        )
        journal.close()


def test_entries_by_their_ids_come_newest_first(journal: Journal) -> None:
    days = ["2026-11-03", "2025-02-01", "2026-11-02", "2026-03-09"]
    found = [entry(day, reflection=question()) for day in days]
    bring(journal, *found, entry("2026-11-04"))
    ids = [one.id for one in found]
    assert [one.date.isoformat() for one in journal.with_ids([*ids, "gone"])] == sorted(days, reverse=True)


def test_a_done_goal_is_said_once_in_its_month_and_in_its_week(journal: Journal) -> None:
    bring(journal, entry("2026-08-13", text="sang with the choir #choir", tags=("choir",)))
    journal.set_goal(goal("Sing once", 1, "2026-08-01", "2026-09-30", count="#choir"), now=NOW)
    assert goals_of(journal, "2026-08", "2026-09") == ["Sing once: done", ""]
    pages = journal.pages(Settings(), TODAY)
    said = [
        week for week in range(31, 42) if any(one.key == "goals" for one in pages.week(f"2026-W{week}").lines)
    ]
    assert said == [33]


def test_help_in_a_month_only_grows_while_it_runs_and_then_stays(journal: Journal) -> None:
    days = ("2026-08-02", "2026-08-03", "2026-09-10", "2026-09-12", "2026-10-01", "2026-10-04")
    bring(journal, *(entry(day, gave=("a map",)) for day in days))
    seen = [
        journal.pages(Settings(), dt.date.fromisoformat(day)).counts("2026-10").season.given
        for day in ("2026-10-30", "2026-10-31", "2026-11-05")
    ]
    assert {len(given) for given in seen} == {5}


def test_somebody_one_met_before_is_not_new_the_first_time_one_writes_of_them(journal: Journal) -> None:
    mum, ana = person("Mum", met=Met(date=dt.date(1990, 5, 1))), person("Ana Lima")
    bring(journal, mum, ana, entry("2026-11-03", people=(mum.id, ana.id), channel="call"))
    assert journal.pages(Settings(), TODAY).counts("2026-11").new == {ana.id}
