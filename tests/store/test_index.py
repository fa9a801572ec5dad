"""The index says what the files say, whatever became of either."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError, Unavailable
from netjournal.language.finding.lines import facet_lines, name_lines, speller
from netjournal.model import Contact
from netjournal.store import index_file
from netjournal.store.examining import examine
from netjournal.store.index import Index
from netjournal.store.index_check import index_agrees
from netjournal.store.journal import Journal
from tests.store.anything import contacts
from tests.store.children import run_child
from tests.store.journals import (
    NOW,
    bring,
    entry,
    fresh_index,
    in_memory,
    index_path,
    kept_index,
    person,
    places_in,
    question,
    rewrite,
)
from tests.store.operations import OPERATIONS, log

OpenJournal = Callable[[], Journal]


def _undo(journal: Journal, number: int) -> None:
    journal.undo()


def _lose_a_file(journal: Journal, number: int) -> None:
    for path in _a_file(journal, number):
        path.unlink()


def _cut_a_file(journal: Journal, number: int) -> None:
    for path in _a_file(journal, number):
        path.write_bytes(path.read_bytes()[:-1])


def _copy_a_month(journal: Journal, number: int) -> None:
    """The same ids on two shelves, one of them with dates that are not of its month."""
    months = sorted((journal.folder / "months").glob("*.json"))
    if months:
        copied = months[number % len(months)].read_text().replace("2026-10", "2026-12")
        (journal.folder / "months/2026-12.json").write_text(copied)


def _bring_back_the_deleted(journal: Journal, number: int) -> None:
    """As a sync does: somebody stands in the trash and among the contacts."""
    path = journal.folder / "trash.json"
    if path.exists():
        trash = json.loads(path.read_text())["trash"]
        people = {id: one["document"] for id, one in trash.items() if one["from"] == "contacts"}
        (journal.folder / "contacts.json").write_text(json.dumps({"contacts": people}))


def _a_file(journal: Journal, number: int) -> list[Path]:
    """One of the shelves, if there are any."""
    files = sorted(journal.folder.rglob("[0-9ct]*.json"))
    return files[number % max(1, len(files)) :][:1]


def _copy_all(journal: Journal, number: int = 0) -> None:
    """Every file as it was, and yet another one."""
    for path in sorted(journal.folder.rglob("[0-9ct]*.json")):
        beside = path.with_suffix(".copy")
        beside.write_bytes(path.read_bytes())
        beside.replace(path)


OUTSIDE = (_undo, _lose_a_file, _cut_a_file, _copy_a_month, _copy_all, _bring_back_the_deleted)
steps = st.tuples(st.sampled_from(OPERATIONS + OUTSIDE), st.integers(0, 99))


@settings(max_examples=15)
@given(steps=st.lists(steps, min_size=1, max_size=10))
def test_after_anything_it_equals_one_made_from_nothing(
    steps: list[tuple[Callable[[Journal, int], None], int]],
) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        log(journal, 1)
        for step, number in steps:
            with contextlib.suppress(JournalError, json.JSONDecodeError):  # of what is damaged or moved on
                step(journal, number)
            if step in OUTSIDE:
                journal.refresh()
            assert kept_index(journal) == fresh_index(journal)
        journal.close()


def test_a_file_that_came_went_or_changed_is_noticed(journal: Journal, tmp_path: Path) -> None:
    talk = entry("2026-10-05", text="first", tags=("a",))
    bring(journal, talk)
    path = journal.folder / "months/2026-10.json"
    assert not journal.refresh()
    path.write_text(path.read_text().replace('"a"', '"b"'))
    assert journal.refresh()
    assert journal.tags() == ("b",)
    path.rename(tmp_path / "away.json")
    assert journal.refresh()
    assert journal.newest_month() is None
    assert journal.tags() == ()
    (tmp_path / "away.json").rename(journal.folder / "months/2026-10.json")
    assert journal.refresh()
    assert journal.newest_month() == "2026-10"
    assert not journal.refresh()


def test_a_journal_that_was_copied_is_not_taken_in_anew(journal: Journal) -> None:
    def rows() -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(index_path(journal))) as index:
            kept = "SELECT key, id FROM entry ORDER BY key", "SELECT shelf, length(words) FROM concordance"
            return [row for query in kept for row in index.execute(query)]

    bring(journal, entry("2026-10-02", text="lunch"), entry("2026-11-02", text="a keel"))
    assert [month.shelf for month in journal.learn_words()] == ["months/2026-11", "months/2026-10"]
    before = rows()
    _copy_all(journal)
    journal.refresh()
    assert rows() == before
    assert not list(journal.learn_words())
    assert not journal.refresh()
    path = journal.folder / "months/2026-10.json"
    path.write_text(path.read_text().replace("lunch", "punch"))
    journal.refresh()
    assert [month.shelf for month in journal.learn_words()] == ["months/2026-10"]


def _corrupt(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 40_000)


def _of_another_version(path: Path) -> None:
    """Of the same tables with another meaning."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE tag SET tag = 'by its number'")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def _without_a_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE tag")
    connection.close()


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/null")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("not a database, however long it may be" * 99),
    "a header alone": lambda path: path.write_bytes(path.read_bytes()[:100]),
    "corrupt inside": _corrupt,
    "old": _of_another_version,
    "without a table": _without_a_table,
    "link": _link,
    "folder": _folder,
}


@pytest.mark.parametrize("harm", HARMS)
def test_it_is_made_anew_if_anything_happened_to_it(
    journal: Journal, open_journal: OpenJournal, harm: str
) -> None:
    lena = person("Lena Vogel", nicknames=("Leni",))
    talk = entry(people=(lena.id,), tags=("work",), reflection=question("answered", answer="x"))
    bring(journal, lena, talk)
    journal.close()
    HARMS[harm](index_path(journal))
    again = open_journal()
    assert [one.count for one in again.people()] == [1]
    assert [one.id for one in again.answering_to(["leni"])] == [lena.id]
    assert again.tags() == ("work",)
    assert list(again.with_person(lena.id)) == [talk]
    changed = again.change(talk, replace(talk, tags=("play",)), now=NOW)
    assert again.tags() == ("play",)
    if harm not in ("link", "folder"):
        again.close()
        once_more = open_journal()
        assert kept_index(once_more) == fresh_index(once_more)
        assert list(once_more.reflections("trust")) == [changed]


def test_it_is_kept_in_memory_where_there_is_no_place_for_it(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("not a folder")
    places = places_in(tmp_path)
    journal = Journal.open(places, NOW)
    lena = journal.add(person("Lena Vogel"), now=NOW)
    bring(journal, entry(people=(lena.id,)))
    assert [one.count for one in journal.people()] == [1]
    again = Journal.open(places, NOW)
    assert [one.count for one in again.people()] == [1]
    again.add(person("Marc Dupont"), now=NOW)
    assert journal.refresh()
    assert len(journal.people()) == 2
    assert (tmp_path / "cache").read_text() == "not a folder"
    journal.close()
    again.close()


def test_an_index_that_breaks_under_an_open_journal_is_made_anew(journal: Journal) -> None:
    bring(journal, entry(tags=("work",)))
    with sqlite3.connect(index_path(journal)) as connection:
        connection.execute("DROP TABLE tag")
    connection.close()
    assert journal.tags() == ("work",)
    bring(journal, entry(tags=("play",)))
    assert sorted(journal.tags()) == ["play", "work"]


def test_what_is_broken_off_while_it_is_made_is_made_anew(
    journal: Journal, open_journal: OpenJournal
) -> None:
    """The file is written at once, without a log: what is in it by then is taken back first."""
    bring(journal, *(entry(text="x", tags=(f"a tag of {number}",)) for number in range(200)))
    journal.close()
    path = index_path(journal)
    path.unlink()
    assert run_child("break_off", journal.places) == str(int(signal.SIGKILL))
    assert path.with_name(f"{path.name}-journal").stat().st_size
    assert path.stat().st_size > 20_000
    assert examine(journal.places, NOW) == ()
    again = open_journal()
    assert len(again.tags()) == 200
    assert kept_index(again) == fresh_index(again)
    assert index_agrees(path, journal.folder)


def test_an_index_that_is_busy_hinders_no_write(
    journal: Journal, open_journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "_PATIENCE", 0.05)
    impatient = open_journal()
    busy = sqlite3.connect(index_path(journal), isolation_level=None)
    busy.execute("BEGIN IMMEDIATE")
    talk = entry(text="in the meantime")
    bring(impatient, talk)
    assert impatient.month("2026-11") == (talk,)
    with pytest.raises(Unavailable, match="index is busy"):
        impatient.refresh()
    busy.execute("ROLLBACK")
    busy.close()
    impatient.refresh()
    assert impatient.newest_month() == "2026-11"
    assert kept_index(impatient) == fresh_index(impatient)


def test_what_was_written_between_the_last_look_and_a_write_is_not_missed(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(journal, entry(tags=("first",)))
    path = journal.folder / "months/2026-11.json"
    meddling = iter([True])
    real = Index.refresh

    def refresh(index: Index) -> object:
        seen = real(index)
        if next(meddling, False):
            theirs = {"date": "2026-11-02", "tags": ["theirs"]}
            rewrite(path, lambda tables: tables["interactions"].update(THEIRS=theirs))
        return seen

    monkeypatch.setattr(Index, "refresh", refresh)
    bring(journal, entry(tags=("mine",)))
    assert journal.refresh()
    assert sorted(journal.tags()) == ["first", "mine", "theirs"]
    assert kept_index(journal) == fresh_index(journal)


def test_everyone_is_read_again_whoever_changed_something(open_journal: OpenJournal) -> None:
    ours, theirs = open_journal(), open_journal()
    grace = person("Grace Osei")
    bring(ours, grace)
    assert ours.people() is ours.people()
    theirs.refresh()
    assert [one.count for one in theirs.people()] == [0]
    bring(theirs, entry(people=(grace.id,)))
    ours.refresh()
    assert [one.count for one in ours.people()] == [one.count for one in theirs.people()] == [1]
    bring(ours, person("Tariq Mansour"))
    ours.undo()
    ours.undo()
    assert [(one.name, one.count) for one in ours.people()] == [("Grace Osei", 0)]


def test_its_pages_reach_the_disk_in_an_order_that_a_power_cut_cannot_break(tmp_path: Path) -> None:
    """Pages of before and after it in one file are a database to SQLite, and say what is not so."""
    folder = tmp_path / "journal"
    folder.mkdir()
    index = Index(tmp_path / "index.sqlite3", folder)
    assert index.rows("PRAGMA journal_mode") == [("delete",)]
    assert index.rows("PRAGMA synchronous") == [(2,)]
    index.refresh()
    assert index.rows("PRAGMA journal_mode") == [("wal",)]
    assert index.rows("PRAGMA synchronous") == [(1,)]
    index.close()


_TAKES_THE_LOCK = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
"""


def test_opening_it_twice_leaves_the_locks_of_the_first(tmp_path: Path) -> None:
    """Else another process tidies up under it, and it reads of two states at once."""
    path = tmp_path / "index.sqlite3"
    first, second = Index(path, tmp_path), Index(path, tmp_path)
    first.refresh()
    second.close()
    taken = subprocess.run(
        [sys.executable, "-c", _TAKES_THE_LOCK, str(path)], check=False, capture_output=True
    )
    assert b"BlockingIOError" in taken.stderr
    first.close()


@settings(max_examples=8)
@given(st.lists(contacts, max_size=6, unique_by=lambda one: one.id), st.data())
def test_people_are_looked_up_by_what_they_are_called_now(some: list[Contact], data: st.DataObject) -> None:
    with in_memory() as folder:
        journal = Journal.open(places_in(Path(folder)), NOW)
        bring(journal, *some)
        for one in some:
            other = data.draw(contacts)
            journal.change(one, replace(other, id=one.id), now=NOW, kind="edit")
        known = journal.people()
        journal.close()
    assert len(known) == len(some)
    for who in known:
        assert who.called == name_lines([who], speller())[0]
        assert who.known_for == facet_lines([who], speller())[0]
