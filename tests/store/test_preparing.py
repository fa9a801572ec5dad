"""A person's page where the newest entry is still to come, or a name is missing."""

from __future__ import annotations

from netjournal.language.entry_words import say_last_time, say_who
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person


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


def test_a_name_that_is_missing_is_someone() -> None:
    talk = entry("2026-11-17", people=("A", "B"))
    assert say_who(talk, {"A": "Ann"}) == "Ann, someone"
    assert say_last_time(talk, "A", {}, TODAY) == "Last time, yesterday with someone"
