"""Every change can be taken back: after a restart, by any process, in the reverse order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.store.changes import KEPT
from netjournal.store.journal import Journal
from tests.store.children import run_child
from tests.store.journals import (
    NOW,
    bring,
    entry,
    fresh_index,
    in_memory,
    kept_index,
    leftovers,
    person,
    places_in,
    question,
    rewrite,
    standing,
)
from tests.store.operations import OPERATIONS, entries, log

OpenJournal = Callable[[], Journal]


@settings(max_examples=15)
@given(steps=st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 99)), min_size=1, max_size=12))
def test_any_changes_are_taken_back_to_where_they_began(
    steps: list[tuple[Callable[[Journal, int], None], int]],
) -> None:
    with in_memory() as folder:
        places = places_in(Path(folder))
        journal = Journal.open(places, NOW)
        log(journal, 0)
        states = [standing(places.journal)]
        for operation, number in steps:
            operation(journal, number)
            if standing(places.journal) != states[-1]:
                states.append(standing(places.journal))
        assert kept_index(journal) == fresh_index(journal)
        other = Journal.open(places, NOW)
        while len(states) > 1:
            states.pop()
            other.undo()
            assert standing(places.journal) == states[-1]
        assert kept_index(other) == fresh_index(other)
        journal.refresh()
        assert entries(journal) == entries(other)
        assert leftovers(Path(folder)) == []
        other.undo()
        with pytest.raises(JournalError, match="nothing to take back"):
            journal.undo()
        journal.close()
        other.close()


def test_thirty_changes_are_taken_back_by_other_processes(open_journal: OpenJournal) -> None:
    journal = open_journal()
    states = []
    for number in range(30):
        states.append(standing(journal.folder))
        OPERATIONS[number % 3 if number < 9 else number % 7](journal, number)
    journal.close()
    taken_back = run_child("undo", journal.places, 20).split("\n")
    assert len(taken_back) == 20
    assert standing(journal.folder) == states[10]
    for state in reversed(states[:10]):
        open_journal().undo()
        assert standing(journal.folder) == state


def test_undo_says_what_it_took_back(journal: Journal) -> None:
    known = journal.add(person("Rosa Jiménez"), now=NOW)
    journal.change(known, replace(known, about="plays the\ncello " * 20), now=NOW)
    journal.delete(known, now=NOW)
    assert [journal.undo()[1:4] for _ in range(3)] == [
        ("delete", "Rosa Jiménez", NOW.isoformat()),
        ("change", "Rosa Jiménez", NOW.isoformat()),
        ("add", "Rosa Jiménez", NOW.isoformat()),
    ]
    with pytest.raises(JournalError, match="nothing to take back"):
        journal.undo()


def test_a_change_after_an_undo_is_the_next_to_be_taken_back(journal: Journal) -> None:
    for name in ("A", "B"):
        journal.add(person(name), now=NOW)
    journal.undo()
    journal.add(person("C"), now=NOW)
    assert [journal.undo().title for _ in range(2)] == ["C", "A"]


def test_an_undo_that_would_lose_what_somebody_wrote_is_refused(open_journal: OpenJournal) -> None:
    journal = open_journal()
    talk = entry(text="first")
    bring(journal, talk)
    journal.change(talk, replace(talk, text="second"), now=NOW)

    def edit(text: str) -> None:
        path = journal.folder / "months/2026-11.json"
        rewrite(path, lambda tables: tables["interactions"][talk.id].update(text=text))

    edit("by hand")
    before = standing(journal.folder)
    for _ in range(2):
        with pytest.raises(JournalError, match="changed again since"):
            open_journal().undo()
        assert standing(journal.folder) == before
    edit("second")
    assert journal.undo().kind == "change"
    edit("by hand")
    with pytest.raises(JournalError, match="changed again since"):
        journal.undo()
    assert len(journal.month("2026-11")) == 1


def test_an_undo_leaves_other_fields_that_changed_elsewhere(journal: Journal) -> None:
    talk = entry(text="first", tags=("a",))
    bring(journal, talk)
    journal.change(talk, replace(talk, text="second", place="Oslo"), now=NOW)
    path = journal.folder / "months/2026-11.json"
    rewrite(path, lambda tables: tables["interactions"][talk.id].update(tags=["b"], novel=1))
    journal.undo()
    [left] = journal.month("2026-11")
    assert left == replace(talk, tags=("b",))
    assert standing(journal.folder)["months/2026-11"][talk.id]["novel"] == 1


def test_an_undo_of_what_is_undone_already_goes_on_to_the_one_before(journal: Journal) -> None:
    journal.add(person("Hana Sato"), now=NOW)
    talk = entry()
    bring(journal, talk)
    rewrite(journal.folder / "months/2026-11.json", lambda tables: tables["interactions"].clear())
    assert journal.undo().kind == "bring"
    assert journal.undo().kind == "add"


def test_a_skipped_question_is_taken_back_with_its_entry(open_journal: OpenJournal) -> None:
    journal = open_journal()
    before = standing(journal.folder)
    talk, later = entry(reflection=question()), entry(text="later")
    bring(journal, talk)
    bring(journal, later)
    skipped = open_journal().reflect(talk, question("skipped"), now=NOW)
    assert skipped.reflection is not None
    assert skipped.reflection.status == "skipped"
    assert journal.month("2026-11") == (skipped, later)
    assert open_journal().undo().title == "brought"
    assert journal.month("2026-11") == (skipped,)
    journal.undo()
    assert standing(journal.folder) == before
    with pytest.raises(JournalError, match="nothing to take back"):
        journal.undo()


def test_an_answer_is_taken_back_before_its_entry(journal: Journal) -> None:
    talk = entry(reflection=question())
    bring(journal, talk)
    journal.reflect(talk, question("answered", answer="yes"), now=NOW)
    journal.undo()
    assert journal.month("2026-11") == (talk,)


def test_a_skip_does_not_make_undo_forget_what_was_written_elsewhere(journal: Journal) -> None:
    talk = entry(reflection=question())
    bring(journal, talk)
    path = journal.folder / "months/2026-11.json"
    rewrite(path, lambda tables: tables["interactions"][talk.id].update(text="a note from the phone"))
    journal.reflect(talk, question("skipped"), now=NOW)
    with pytest.raises(JournalError, match="changed again since"):
        journal.undo()
    assert journal.month("2026-11")[0].text == "a note from the phone"


def test_a_hundred_changes_are_kept_and_no_more(journal: Journal, tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        journal.add(person(f"P{number}"), now=NOW)
    assert len(list((tmp_path / "state" / journal.id / "undo").iterdir())) == KEPT
    for _ in range(KEPT):
        journal.undo()
    assert [one.name for one in journal.people()] == [f"P{number}" for number in range(5)]
    with pytest.raises(JournalError, match="nothing to take back"):
        journal.undo()


def test_a_damaged_step_is_passed_over(journal: Journal, tmp_path: Path) -> None:
    for name in ("A", "B", "C"):
        journal.add(person(name), now=NOW)
    *_, newest = sorted((tmp_path / "state" / journal.id / "undo").iterdir())
    newest.write_bytes(b"")
    assert journal.undo().title == "B"
    assert journal.undo().title == "A"
    assert [one.name for one in journal.people()] == ["C"]
