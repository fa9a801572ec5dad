"""The trash: what was deleted can be brought back for 90 days, and is known to be deleted for 180."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.errors import JournalError
from netjournal.model import Destination, Goal, Interaction
from netjournal.store.journal import Journal
from netjournal.store.kept import Kept
from netjournal.store.trash import KNOWN, WHOLE
from tests.store.journals import NOW, TODAY, bring, entry, fresh_index, kept_index, person, rewrite, standing


def _later(days: int) -> dt.datetime:
    return NOW + dt.timedelta(days=days)


def _write_something(journal: Journal, days: int) -> None:
    journal.add(person(f"Somebody of day {days}"), now=_later(days))


def test_what_was_deleted_is_listed_last_first_and_brought_back_as_it_was(journal: Journal) -> None:
    kofi, talk = person("Kofi Mensah", details=("sails",)), entry(text="Tea at the pier")
    bring(journal, kofi, talk)
    goal = journal.set_goal(Goal(id="", text="Three talks", target=3, since=TODAY, by=TODAY), now=NOW)
    where = journal.set_destination(Destination(id="", text="Build a boat"), now=NOW)
    before = standing(journal.folder)
    gone: tuple[Kept, ...] = (kofi, talk, goal, where)
    for days, document in enumerate(gone):
        journal.delete(document, now=_later(days))
    found = journal.trashed()
    assert [(one.kind, journal.title_of(one)) for one in found] == [
        ("destination", "Build a boat"),
        ("goal", "Three talks"),
        ("entry", "Tea at the pier"),
        ("person", "Kofi Mensah"),
    ]
    assert found[-1].until == TODAY + dt.timedelta(days=90)
    for one in found:
        journal.bring_back(one, now=_later(5))
    assert standing(journal.folder) == before
    assert journal.trashed() == ()
    assert kept_index(journal) == fresh_index(journal)


def test_bringing_back_is_one_step_of_undo(journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    deleted = standing(journal.folder)
    [one] = journal.trashed()
    journal.bring_back(one, now=NOW)
    assert journal.undo(now=NOW).kind == "restore"
    assert standing(journal.folder) == deleted


def test_nothing_is_put_where_something_stands(journal: Journal) -> None:
    talk = entry(text="mine")
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    [one] = journal.trashed()
    journal.bring_back(one, now=NOW)
    with pytest.raises(JournalError, match="not in the trash any more"):
        journal.bring_back(one, now=NOW)
    journal.delete(talk, now=NOW)
    path = journal.folder / "months/2026-11.json"
    rewrite(path, lambda tables: tables["interactions"].update({talk.id: {"date": "2026-11-01"}}))
    with pytest.raises(JournalError, match="stands in the journal again"):
        journal.bring_back(journal.trashed()[0], now=NOW)


def test_after_90_days_the_words_go_and_after_180_the_rest(journal: Journal) -> None:
    talk = entry(text="Tea at the pier")
    bring(journal, talk)
    journal.delete(talk, now=NOW)

    _write_something(journal, WHOLE - 1)
    assert [one.id for one in journal.trashed()] == [talk.id]
    _write_something(journal, WHOLE)
    assert journal.trashed() == ()
    assert standing(journal.folder)["trash"][talk.id] == {
        "deleted": NOW.isoformat(),
        "from": "months/2026-11",
        "purged": True,
    }
    _write_something(journal, KNOWN - 1)
    assert talk.id in standing(journal.folder)["trash"]
    _write_something(journal, KNOWN)
    assert "trash" not in standing(journal.folder)
    assert kept_index(journal) == fresh_index(journal)


def test_the_name_stays_that_an_entry_still_needs(journal: Journal) -> None:
    kofi, wei = person("Kofi Mensah", about="sails"), person("Wei Zhang")
    talk = entry(people=(kofi.id,))
    bring(journal, kofi, wei, talk)
    journal.delete(kofi, now=NOW)
    journal.delete(wei, now=NOW)
    for days in (WHOLE, KNOWN, 400):
        _write_something(journal, days)
        assert journal.names([kofi.id])[kofi.id] == "Kofi Mensah"
        assert "sails" not in (journal.folder / "trash.json").read_text()
        assert journal.trashed() == ()
    assert list(standing(journal.folder)["trash"]) == [kofi.id]

    journal.forget(kofi.id, now=_later(401))
    assert "Kofi" not in (journal.folder / "trash.json").read_text()


def test_the_purge_is_no_step_of_undo(journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    _write_something(journal, WHOLE)
    assert journal.undo(now=_later(WHOLE)).kind == "add"
    assert "document" not in standing(journal.folder)["trash"][talk.id]


def test_a_trash_that_cannot_be_read_hinders_no_change(journal: Journal) -> None:
    (journal.folder / "trash.json").write_text("")
    journal.refresh()
    bring(journal, entry())
    assert (journal.folder / "trash.json").read_text() == ""
    assert journal.trashed() == ()


def test_what_a_hand_put_into_the_trash_is_left_alone(journal: Journal) -> None:
    talk = entry()
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    odd = {
        "a": [],
        "b": {"deleted": "long ago"},
        "c": {"deleted": NOW.isoformat()},
        "d": {"deleted": "2020-01-01"},
    }
    rewrite(journal.folder / "trash.json", lambda tables: tables["trash"].update(odd))
    _write_something(journal, WHOLE)
    left = standing(journal.folder)["trash"]
    assert {id: left[id] for id in ("a", "b", "d")} == {id: odd[id] for id in ("a", "b", "d")}
    assert journal.trashed() == ()


def test_an_entry_in_the_trash_says_what_it_was(journal: Journal) -> None:
    talk = entry(text="Tea", tags=("pier",))
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    [one] = journal.trashed()
    assert isinstance(one.value, Interaction)
    assert one.value == talk
