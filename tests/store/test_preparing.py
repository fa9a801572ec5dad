"""A person's page where the newest entry is still to come, or a name is missing."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.entry_words import say_last_time, say_who
from netjournal.model import Contact, Met
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from tests.store.journals import NOW, TODAY, bring, entry, person, question

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


@pytest.mark.parametrize(
    ("answer", "of_cheikh", "of_serigne"),
    [
        ("Cheikh held my sleeve", "You noted: “Cheikh held my sleeve”", ""),
        (
            "he held my sleeve",
            "You noted with Serigne Fall: “he held my sleeve”",
            "You noted with Cheikh Ndiaye: “he held my sleeve”",
        ),
        ("Serigne teased Cheikh", "You noted: “Serigne teased Cheikh”", "You noted: “Serigne teased Cheikh”"),
    ],
)
def test_what_was_noted_of_one_among_several_is_not_said_of_another(
    journal: Journal, answer: str, of_cheikh: str, of_serigne: str
) -> None:
    cheikh, serigne = person("Cheikh Ndiaye"), person("Serigne Fall")
    told = question("answered", answer=answer)
    both = entry("2026-11-16", people=(cheikh.id, serigne.id), text="lunch", reflection=told)
    bring(journal, cheikh, serigne, both)

    def noted(of: Contact) -> str:
        return journal.page(of, tuple(journal.with_person(of.id)), now=NOW, settings=Settings()).noted

    assert (noted(cheikh), noted(serigne)) == (of_cheikh, of_serigne)
    earlier = entry("2026-11-01", people=(serigne.id,), reflection=question("answered", answer="roses"))
    bring(journal, earlier)
    assert noted(serigne) == (of_serigne or "You noted 2 weeks ago: “roses”")


def test_what_one_means_to_ask_one_of_several_is_asked_about_at_a_talk_with_them(journal: Journal) -> None:
    cheikh, serigne = person("Cheikh Ndiaye"), person("Serigne Fall")
    told = question("answered", answer="Cheikh spoke of his boat. Ask him about the keel next time")
    both = entry("2026-11-16", people=(cheikh.id, serigne.id), text="lunch", reflection=told)
    bring(journal, cheikh, serigne, both)
    assert journal.follow_up(entry(TODAY.isoformat(), people=(cheikh.id,), text="tea")) is not None
    assert journal.follow_up(entry(TODAY.isoformat(), people=(serigne.id,), text="tea")) is None
