"""A person's page where the newest entry is still to come, or a name is missing."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.entry_words import say_last_time, say_who
from netjournal.model import Met
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person

FIRST = dt.date(2026, 11, 1)


def test_a_page_names_whom_the_last_talk_names_with_an_event_still_to_come(journal: Journal) -> None:
    ann, bob = person("Ann Abara"), person("Bob Lind")
    lunch = entry("2026-11-01", people=(ann.id, bob.id), text="Lunch.")
    liked = entry("2026-11-16", people=(ann.id,), channel="broadcast")
    fair = entry("2027-01-05", people=(ann.id,), channel="event")
    bring(journal, ann, bob, lunch, liked, fair)
    entries = list(journal.with_person(ann.id))
    assert [one.id for one in entries] == [fair.id, liked.id, lunch.id]
    page = journal.page(ann, entries, now=NOW, settings=Settings())
    assert page.last == "Last time, 2 weeks ago with Bob Lind"
    assert page.text == "Lunch."
    [known] = [one for one in journal.people() if one.id == ann.id]
    assert (known.last, known.count) == (fair.date, 2)


@pytest.mark.parametrize(
    ("met", "label"),
    [
        (Met(date=FIRST, place="the market"), "First noted"),
        (Met(date=FIRST, through="somebody"), "Met"),
        (Met(date=FIRST - dt.timedelta(9000)), "Met"),
    ],
)
def test_the_day_of_the_first_entry_is_not_said_to_be_that_on_which_one_met(
    journal: Journal, met: Met, label: str
) -> None:
    ann = person("Ann Abara", met=met)
    bring(journal, ann, entry(FIRST.isoformat(), people=(ann.id,)), entry("2026-11-16", people=(ann.id,)))
    page = journal.page(ann, tuple(journal.with_person(ann.id)), now=NOW, settings=Settings())
    [fact] = [fact for group in page.groups for fact in group if fact.key == "met.date"]
    assert fact.label == label


def test_a_name_that_is_missing_is_someone() -> None:
    talk = entry("2026-11-17", people=("A", "B"))
    assert say_who(talk, {"A": "Ann"}) == "Ann, someone"
    assert say_last_time(talk, "A", {}, TODAY) == "Last time, yesterday with someone"
