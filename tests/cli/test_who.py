"""`who` and what one decides about it: later, pause, resume, rest."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

import pytest
from msgspec import convert

from netjournal.model import Contact, Interaction, Promise, Reflection, new_id
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.conftest import NOW

NOON = dt.datetime.fromisoformat(NOW)
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def names(run: Run) -> list[str]:
    return [person["name"] for person in run("who", "--json").document["people"]]


@pytest.fixture
def people(journal: Journal) -> None:
    """Ana is to get a book, Ben was called in August, Chi is often met, Dee has no rhythm."""
    contacts: list[Contact] = []
    entries: list[Interaction] = []

    def known(
        name: str, day: str, channel: str, text: str, entry: Mapping[str, object], **fields: object
    ) -> None:
        number = len(contacts) + 1
        id = new_id(LONG_AGO, lambda size: bytes([number] * size))
        contacts.append(Contact(id=id, name=name, created=LONG_AGO, **fields))  # type: ignore[arg-type]  # a table
        made = new_id(NOON, lambda size: bytes([number] * size))
        entry = {"id": made, "date": day, "people": [id], "channel": channel, "text": text, **entry}
        entries.append(convert(entry, Interaction))

    book = {"promises": [Promise(text="the keel book")]}
    asked = Reflection(
        prompt="p", dimension="trust", question="?", asked=NOON, status="answered", answer="Went well."
    )
    known("Ana Silva", "2026-10-18", "message", "She launches the boat", book, circle="close")
    known("Ben Ito", "2026-08-30", "call", "Her talk", {"reflection": asked}, circle="friends")
    known("Chi Okafor", "2026-11-17", "in_person", "Lunch", {}, circle="close")
    known("Dee Roth", "2024-12-01", "in_person", "Roses", {}, trusted=True)
    known("Eli Park", "2026-11-08", "message", "Low", {"mood": 1}, circle="inner")
    known("Fay Wu", "2025-09-30", "event", "Talks", {}, circle="wider")
    journal.bring(contacts, entries, title="people", now=NOON)


@pytest.mark.usefixtures("people")
def test_three_at_most_with_reason_and_note(run: Run) -> None:
    assert run("who").out.splitlines() == [
        "Ana Silva  you promised: the keel book · monthly · last wrote 4 weeks ago ·",
        "           “She launches the boat”",
        "Eli Park   it has been a while · weekly · last wrote 10 days ago",
        "Ben Ito    a good week for a hello · each season · last called in August ·",
        "           “Went well.”",
    ]
    eli = run("who", "--json").document["people"][1]
    assert list(eli) == ["id", "name", "state", "due", "reason", "rhythm", "last", "note"]
    assert (eli["state"], eli["due"], eli["note"]) == ("quiet", "2026-11-12", None)


@pytest.mark.usefixtures("people")
def test_not_now(run: Run) -> None:
    done = run("later", "Eli", "3")
    assert done.out == "Eli Park will not be suggested before Saturday 21 November 2026.\n"
    assert names(run) == ["Ana Silva", "Ben Ito", "Fay Wu"]
    assert run("later", "Ana", "--json").document["person"]["quiet_until"] == "2026-11-25"
    run("undo")
    assert names(run)[0] == "Ana Silva"
    assert run("later", "Ana", "5").code == run("later").code == 2


@pytest.mark.usefixtures("people")
def test_somebody_to_find_again_has_a_place_left_over(run: Run) -> None:
    run("later", "Eli")
    assert names(run) == ["Ana Silva", "Ben Ito", "Fay Wu"]
    run("later", "Ben")
    run("later", "Ana")
    done = run("who")
    assert done.out.splitlines()[2:] == ["Dee Roth  out of touch since December 2024 · “Roses”"]
    assert done.err.startswith("People are usually gladder of a hello")
    assert run("later", "Dee", "--json").document["person"]["quiet_until"] == "2027-05-17"
    assert names(run) == ["Fay Wu"]


@pytest.mark.usefixtures("people")
def test_a_pause_of_everyone_and_its_end(run: Run) -> None:
    assert run("pause", "--until", "1 december").out == (
        "The rhythm with everyone is paused until Tuesday 1 December 2026.\n"
    )
    assert (names(run), run("pause", "--until", "1 december").code) == ([], 1)
    assert run("pause", "--until", "yesterday").code == 2
    assert run("resume").out == "The rhythm with everyone goes on.\n"
    assert len(names(run)) == 3
    assert run("resume").err == "Nothing is paused.\n"
    assert run("pause", "Eli").out == "The rhythm with Eli Park is paused.\n"
    assert "Eli Park" not in names(run)
    run("undo")
    assert "Eli Park" in names(run)


@pytest.mark.usefixtures("people")
def test_days_paused_are_added(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("pause", "Eli")
    monkeypatch.setenv("NETJOURNAL_NOW", "2026-11-28T10:00:00+01:00")
    run("resume", "Eli")
    [eli] = [person for person in run("who", "--json").document["people"] if person["name"] == "Eli Park"]
    assert eli["due"] == "2026-11-22"


@pytest.mark.usefixtures("people")
def test_at_rest_nobody_is_brought_up(run: Run, journal: Journal) -> None:
    assert run("rest", "Ben").out == "Ben Ito is at rest. Everything you wrote stays.\n"
    assert "Ben Ito" not in names(run)
    journal.refresh()
    ben = next(person for person in journal.people() if person.name == "Ben Ito")
    entry = next(journal.with_person(ben.id))
    journal.delete(journal.person(ben.id), now=NOON)
    other = Interaction(id="X", date=NOON.date(), reflection=entry.reflection)
    assert journal.earlier_answer(other) is None, "nor one who was deleted"
    journal.undo()
    assert journal.earlier_answer(other) is None


def test_after_a_fresh_start_nobody_is_named_whom_one_leaves_in_peace(run: Run) -> None:
    run("log", "5 oct: wrote to @Katrin, no answer", "--no-ask")
    run("rhythm", "Katrin", "close")
    run("note", "Katrin", "rhythm: weekly")
    assert names(run) == ["Katrin"]
    run("log", "17 oct: wrote to Katrin, she only put a heart. enough now, i let her be", "--no-ask")
    done = run("who", "--fresh-start")
    assert done.out == ""
    assert "Katrin" not in done.err
    assert "Nothing has piled up" in done.err
    assert "Whoever comes to mind will be glad of a hello." in " ".join(done.err.split())


@pytest.mark.usefixtures("people")
def test_a_fresh_start_can_be_taken_back(run: Run) -> None:
    before = names(run)
    done = run("who", "--fresh-start", "--json")
    assert done.err.startswith("A fresh start.")
    assert all(person["state"] != "quiet" for person in json.loads(done.out)["people"])
    run("undo")
    assert names(run) == before


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("day", "place", "reason"),
    [
        ("2026-11-20", 'at:"the harbour festival"', "you are both at the harbour festival on Fri"),
        ("2026-11-19", "", "you are both at an event tomorrow"),
        ("2026-11-25", "at:Tema", "you are both at Tema on Wed 25 Nov"),
    ],
)
def test_an_event_to_come_is_a_reason(run: Run, day: str, place: str, reason: str) -> None:
    run("later", "Ana")
    assert names(run) == ["Eli Park", "Ben Ito", "Fay Wu"]
    run("log", f'{day}: talks with @"Fay Wu" and @"Chi Okafor" via:event {place}')
    eli, fay, ben = run("who", "--json").document["people"]
    assert (eli["name"], fay["name"], ben["name"]) == ("Eli Park", "Fay Wu", "Ben Ito")
    assert (fay["reason"], fay["last"], fay["note"]) == (reason, "last met in September 2025", "Talks")


@pytest.mark.usefixtures("people")
def test_an_event_later_than_in_a_week_is_none(run: Run) -> None:
    run("log", '2026-11-26: talks with @"Fay Wu" via:event')
    run("later", "Ana")
    assert names(run) == ["Eli Park", "Ben Ito", "Fay Wu"]


def test_without_a_rhythm_nobody_waits(run: Run) -> None:
    run("log", "2026-02-01: coffee with @Ada")
    done = run("who")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Nobody in particular.")
    assert run("pause").code == 1


def test_who_says_who_will_be_next_when_nobody_is(run: Run) -> None:
    assert "rhythm: monthly" in run("who").err
    run("log", "coffee with @Bo")
    run("note", "Bo", "rhythm: monthly")
    assert "Next is Bo, by Fri 18 Dec" in run("who").err


def test_somebody_at_rest_is_called_back(run: Run) -> None:
    run("add", "Bo")
    run("rest", "Bo")
    assert run("resume", "Bo", "--json").document["people"][0]["rest"] is False


@pytest.mark.usefixtures("people")
def test_rest_is_offered_once_after_an_entry_that_tells_of_a_death(run: Run) -> None:
    told = run("log", "--no-ask", "Ben Ito died on Monday")
    assert (
        "Whenever you like, `netjournal rest Ben Ito` keeps the memories of Ben Ito and asks for nothing"
        in told.err.replace("\n", " ")
    )
    assert "Whenever you like" not in run("log", "--no-ask", "At the funeral of Ben, with Ana").err
    assert "Before you go" not in run("prep", "Ben").out
    assert "Before you go" in run("prep", "Ana").out
    assert "Ben Ito" not in names(run)
    run("rest", "Ben", "Ito")
    assert "Before you go" not in run("prep", "Ben").out
