"""Of whom it is told that they died: to be put at rest is offered once, and nothing speaks of a next time."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from netjournal.model import Interaction, Promise
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person

IBRAHIMA = person("Ibrahima Sow", circle="inner", birthday="1950-11-20", zone="Africa/Dakar")
CHEIKH = person("Cheikh Ndiaye", circle="inner", birthday="1960-11-21")
COFFEE = entry("2026-09-01", people=(IBRAHIMA.id,), channel="in_person", text="coffee with Ibrahima")
VISIT = entry("2026-09-02", people=(CHEIKH.id,), channel="in_person", text="coffee with Cheikh")
TOLD = entry("2026-11-16", people=(CHEIKH.id,), text="Cheikh called: Ibrahima passed away")


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, IBRAHIMA, CHEIKH, COFFEE, VISIT)
    return journal


def offered(journal: Journal, told: Interaction) -> list[str]:
    return list(journal.newly_dead(told).values())


def test_it_is_offered_after_the_first_entry_that_tells_it(known: Journal) -> None:
    assert offered(known, COFFEE) == []
    bring(known, TOLD)
    assert offered(known, TOLD) == ["Ibrahima Sow"]
    later = entry("2026-11-18", people=(CHEIKH.id,), text="funeral of Ibrahima, with Cheikh")
    bring(known, later)
    assert offered(known, later) == []


def test_it_is_not_offered_of_somebody_at_rest(known: Journal) -> None:
    known.change(IBRAHIMA, replace(IBRAHIMA, rest=True), now=NOW)
    bring(known, TOLD)
    assert offered(known, TOLD) == []


def test_nothing_speaks_of_a_next_time_with_the_dead(known: Journal) -> None:
    def page(of: str) -> tuple[str, str]:
        found = known.page(known.person(of), (COFFEE,), now=NOW, settings=Settings())
        facts = " ".join(fact.text for group in found.groups for fact in group)
        return found.before, f"{found.work} {facts}"

    def brought_up() -> set[str]:
        today = known.today(TODAY, Settings())
        return {one.person.name for one in today.hellos} | {one.person.name for one in today.birthdays}

    before, words = page(IBRAHIMA.id)
    assert before
    assert "weekly" in words
    assert "there it is" in words
    assert brought_up() == {"Ibrahima Sow", "Cheikh Ndiaye"}
    blanket = Promise(text="bring Ibrahima the blue blanket")
    bring(known, entry("2026-11-16", people=(IBRAHIMA.id,), text="soup", promises=(blanket,)))
    assert [one.promise for one in known.today(TODAY, Settings()).promises] == [blanket]
    bring(known, TOLD)
    assert known.today(TODAY, Settings()).promises == []
    assert page(IBRAHIMA.id)[0] == ""
    assert page(CHEIKH.id)[0]
    assert brought_up() == {"Cheikh Ndiaye"}


def test_an_entry_taken_back_tells_nothing(known: Journal) -> None:
    bring(known, TOLD)
    known.undo(now=NOW + dt.timedelta(1))
    page = known.page(IBRAHIMA, (COFFEE,), now=NOW, settings=Settings())
    assert page.before


def test_the_dead_are_not_counted_as_met_where_it_is_told(known: Journal) -> None:
    """Entries of before may still name them among those who took part."""
    visit = entry("2026-11-02", people=(IBRAHIMA.id,), channel="call", text="called Ibrahima")
    told = [
        entry(day, people=(IBRAHIMA.id, CHEIKH.id), channel="in_person", text=text)
        for day, text in (
            ("2026-11-04", "Ibrahima died, Cheikh came by"),
            ("2026-11-06", "funeral of Ibrahima"),
        )
    ]
    bring(known, visit, *told)
    counts = known.pages(Settings(), TODAY).counts("2026-11")
    assert set(counts.met[IBRAHIMA.id]) == {visit.id}
    assert counts.deeper == {CHEIKH.id}
