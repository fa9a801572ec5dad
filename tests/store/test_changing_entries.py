"""Logging, changing and deleting, alone and while somebody else does the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.language.capture import Capture, Known, Newcomer
from netjournal.model import Interaction, Met, Promise
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store.journal import Journal, Logged
from tests.store.journals import NOW, TODAY, bring, entry, person, question, standing

OpenJournal = Callable[[], Journal]


def log(journal: Journal, said: Capture, settings: Settings | None = None) -> Logged:
    """Log what a line said."""
    return journal.log(said, now=NOW, prompts=built_in, settings=settings or Settings())


def test_a_log_keeps_all_that_was_said(journal: Journal) -> None:
    grace = journal.add(person("Grace Adeyemi"), now=NOW)
    at = dt.datetime.fromisoformat("2026-10-30T19:30:00+01:00")
    said = Capture(
        date=at.date(),
        at=at,
        zone="Europe/Lisbon",
        text="Dinner with Grace",
        who=(Known(grace.id, grace.name),),
        channel="in_person",
        tags=("food",),
        place="Café Lula",
        gave=("intro to Karim",),
        got=("a map",),
        promises=(Promise(text="write to Karim", due=TODAY),),
        initiated="them",
        mood=4,
        energy=2,
    )
    logged = log(journal, said)
    [kept] = journal.month("2026-10")
    assert kept == logged.entry
    for name in Capture.__struct_fields__:
        if name in Interaction.__struct_fields__:
            assert getattr(kept, name) == getattr(said, name)
    assert kept.people == (grace.id,)
    assert kept.created == NOW
    assert kept.reflection is not None
    assert logged.choice is not None
    assert kept.reflection.question == logged.choice.prompt.text
    assert logged.newcomers == ()


def test_a_log_brings_those_it_names_for_the_first_time_and_undo_takes_them_back(journal: Journal) -> None:
    ada = journal.add(person("Ada Brandt"), now=NOW)
    before = standing(journal.folder)
    who = (Newcomer("Zoë Martín"), Known(ada.id, ada.name), Newcomer("Kofi Mensah"))
    logged = log(journal, Capture(date=TODAY, text="Lunch", who=who, place="Accra"))
    zoe, kofi = logged.newcomers
    assert [one.name for one in journal.people()] == ["Ada Brandt", "Zoë Martín", "Kofi Mensah"]
    assert logged.entry.people == (zoe.id, ada.id, kofi.id)
    assert journal.person(zoe.id) == zoe
    assert zoe.met == Met(date=TODAY, place="Accra")
    assert [one.first for one in journal.people()] == [TODAY] * 3

    taken_back = journal.undo()
    assert (taken_back.kind, taken_back.title) == ("log", "Lunch")
    assert standing(journal.folder) == before
    assert [one.name for one in journal.people()] == ["Ada Brandt"]


def test_somebody_new_makes_a_first_meeting(journal: Journal) -> None:
    old = journal.add(person("Mina Park"), now=NOW)
    bring(journal, entry("2026-01-05", people=(old.id,)))
    settings = Settings()
    for _ in range(12):
        logged = log(
            journal, Capture(date=TODAY, who=(Newcomer("Tariq Aziz"),), channel="in_person"), settings
        )
        assert logged.choice is not None
        if "first" in logged.choice.prompt.when:
            assert "new to you" in logged.choice.why
            return
        journal.undo()
    pytest.fail("no question of a first meeting in twelve logs")


def test_what_is_logged_in_one_moment_keeps_its_order(open_journal: OpenJournal) -> None:
    words = [str(number) for number in range(12)]
    for word in words:
        log(open_journal(), Capture(date=TODAY, text=word))
    assert [one.text for one in open_journal().month("2026-11")] == words


def test_an_entry_moves_to_the_month_of_its_new_date(journal: Journal) -> None:
    talk = entry("2026-11-03", text="moved")
    bring(journal, talk)
    moved = journal.change(talk, replace(talk, date=dt.date(1999, 12, 31)), now=NOW)
    assert journal.month("2026-11") == ()
    assert journal.month("1999-12") == (moved,)
    assert journal.interaction(talk.id) == moved
    journal.undo()
    assert journal.month("2026-11") == (talk,)
    assert journal.month("1999-12") == ()


def test_a_change_that_changes_nothing_writes_nothing(journal: Journal) -> None:
    talk = entry(text="as it is")
    bring(journal, talk)
    path = journal.folder / "months/2026-11.json"
    before = path.stat()
    assert journal.change(talk, talk, now=NOW) == talk
    assert path.stat() == before
    assert journal.undo().kind == "bring"


def test_a_change_leaves_what_another_process_changed_meanwhile(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    seen = entry(text="talk", tags=("a",))
    bring(mine, seen)
    theirs.change(seen, replace(seen, place="Hanoi", tags=("a", "b")), now=NOW)
    merged = mine.change(seen, replace(seen, text="long talk", place="Hanoi"), now=NOW)
    assert merged == replace(seen, text="long talk", place="Hanoi", tags=("a", "b"))
    assert open_journal().month("2026-11") == (merged,)


def test_a_change_of_what_another_process_changed_is_refused(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    seen = entry(text="talk")
    bring(mine, seen)
    changed = theirs.change(seen, replace(seen, text="their words"), now=NOW)
    with pytest.raises(JournalError, match="The text was changed elsewhere") as caught:
        mine.change(seen, replace(seen, text="my words", place="Quito"), now=NOW)
    assert caught.value.exit_code == 1
    assert mine.month("2026-11") == (changed,)
    assert mine.undo().kind == "change"


def test_an_answer_given_elsewhere_is_not_skipped_away(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    seen = entry(reflection=question())
    bring(mine, seen)
    answered = theirs.reflect(seen, question("answered", answer="that I was late", rating=2), now=NOW)
    with pytest.raises(JournalError, match="The reflection was changed elsewhere"):
        mine.reflect(seen, question("skipped"), now=NOW)
    with pytest.raises(JournalError, match="The reflection was changed elsewhere"):
        mine.reflect(seen, question("answered", answer="another answer"), now=NOW)
    assert mine.month("2026-11") == (answered,)


def test_what_was_deleted_or_moved_elsewhere_is_said(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    moved, gone = entry("2026-11-01"), entry("2026-11-02")
    bring(mine, moved, gone)
    theirs.change(moved, replace(moved, date=dt.date(2026, 8, 1)), now=NOW)
    theirs.delete(gone, now=NOW)
    for seen in (moved, gone):
        with pytest.raises(JournalError, match="deleted or moved elsewhere"):
            mine.change(seen, replace(seen, text="x"), now=NOW)
        with pytest.raises(JournalError, match="deleted or moved elsewhere"):
            mine.delete(seen, now=NOW)
    with pytest.raises(JournalError, match="not in the journal any more"):
        mine.interaction(gone.id)


def test_deleting_moves_a_document_whole_to_the_trash(journal: Journal) -> None:
    talk = entry(text="goodbye", reflection=question())
    bring(journal, talk)
    raw = standing(journal.folder)["months/2026-11"][talk.id]
    change = journal.delete(talk, now=NOW)
    assert change.title == "goodbye"
    assert standing(journal.folder)["trash"] == {
        talk.id: {"deleted": NOW.isoformat(), "from": "months/2026-11", "document": raw}
    }
    assert journal.month("2026-11") == ()
    assert journal.newest_asked(NOW.date()) is None


def test_the_deleted_keep_their_names_in_entries_and_are_found_no_more(open_journal: OpenJournal) -> None:
    journal = open_journal()
    lena, marc = person("Lena Vogel"), person("Marc Dupont")
    talk = entry(people=(lena.id, marc.id))
    bring(journal, lena, marc, talk)
    journal.delete(lena, now=NOW)
    for look in (journal, open_journal()):
        assert look.names([lena.id, marc.id]) == {lena.id: "Lena Vogel", marc.id: "Marc Dupont"}
        assert [one.name for one in look.people()] == ["Marc Dupont"]
        assert look.answering_to(["lena"]) == []
        assert list(look.with_person(lena.id)) == [talk]
        with pytest.raises(JournalError, match="not in the journal any more"):
            look.person(lena.id)
    journal.undo()
    assert journal.person(lena.id) == lena
    assert [one.name for one in journal.answering_to(["lena"])] == ["Lena Vogel"]


def test_what_is_deleted_twice_comes_back_twice(journal: Journal) -> None:
    talk = entry(text="first words")
    bring(journal, talk)
    journal.delete(talk, now=NOW)
    trashed = standing(journal.folder)["trash"]
    bring(journal, replace(talk, text="other words"))
    journal.delete(replace(talk, text="other words"), now=NOW)
    journal.undo()
    assert standing(journal.folder)["trash"] == trashed
    assert journal.month("2026-11")[0].text == "other words"
