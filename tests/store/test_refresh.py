"""What one process writes another sees, and neither holds more than it needs."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.language.capture import Capture, Known
from netjournal.model import Interaction
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store import lines, shelf
from netjournal.store.files import read_whole
from netjournal.store.journal import Journal
from tests.store.journals import (
    NOW,
    TODAY,
    bring,
    entry,
    fresh_index,
    kept_index,
    person,
    question,
    rewrite,
    standing,
)
from tests.store.operations import OPERATIONS, log

OpenJournal = Callable[[], Journal]


def test_only_what_others_did_is_news(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    for number in range(21):
        before = standing(mine.folder)
        OPERATIONS[number % len(OPERATIONS)](mine, number)
        assert not mine.refresh()
        assert theirs.refresh() == (standing(mine.folder) != before)
        assert not theirs.refresh()
    mine.undo()
    assert not mine.refresh()
    assert theirs.refresh()
    assert theirs.people() == mine.people()


def test_news_is_not_lost_by_writing_oneself(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    for write in (
        lambda: bring(mine, entry("2026-11-01")),
        lambda: bring(mine, entry("2026-09-01")),
        lambda: mine.add(person("Amara Eze"), now=NOW),
    ):
        bring(theirs, entry("2026-11-02"))
        write()
        assert mine.refresh()
        assert not mine.refresh()


def test_what_an_editor_wrote_since_is_kept_by_a_log_and_seen_after_it(journal: Journal) -> None:
    bring(journal, entry("2026-09-01", tags=("old",)), entry("2026-11-01", tags=("old",)))
    for month in ("2026-09", "2026-11"):
        rewrite(journal.folder / f"months/{month}.json", lambda tables: _tagged(tables, "new"))
    said = Capture(date=TODAY, text="tea", tags=("tea",))
    journal.log(said, now=NOW, prompts=built_in, settings=Settings())
    assert journal.refresh()
    assert set(journal.tags()) == {"new", "tea"}
    assert kept_index(journal) == fresh_index(journal)


def _tagged(tables: dict[str, Any], tag: str) -> None:
    for table in tables.values():
        for document in table.values():
            document["tags"] = [tag]


def test_news_of_the_same_size_in_the_same_moment_is_news(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    talk = entry(text="0", tags=("0",))
    bring(mine, talk)
    theirs.refresh()
    for number in range(60):
        talk = mine.change(talk, replace(talk, tags=(str(number % 2 + 1),)), now=NOW)
        talk = mine.change(talk, replace(talk, tags=(str(number % 2 + 3),)), now=NOW)
        assert theirs.refresh()
        assert theirs.tags() == talk.tags


def test_a_file_is_later_than_the_one_it_replaces_whatever_the_clock_says(open_journal: OpenJournal) -> None:
    mine, theirs = open_journal(), open_journal()
    talk = entry(tags=("0",))
    bring(mine, talk)
    path = mine.folder / "months/2026-11.json"
    future = 4_000_000_000 * 10**9
    os.utime(path, ns=(future, future))
    theirs.refresh()
    for number in range(1, 4):
        talk = mine.change(talk, replace(talk, tags=(str(number),)), now=NOW)
        assert path.stat().st_mtime_ns == future + number
        assert theirs.refresh()
    assert theirs.tags() == ("3",)
    assert not mine.refresh() or mine.tags() == ("3",)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []

    def read(path: Path) -> object:
        names.append(path.name)
        return read_whole(path)

    monkeypatch.setattr(shelf, "read_whole", read)
    monkeypatch.setattr(lines, "read_whole", read)
    return names


def test_shelves_are_read_one_at_a_time_and_not_kept(open_journal: OpenJournal, reads: list[str]) -> None:
    elsewhere = _held()
    journal = open_journal()
    ana = person("Ana Kovač")
    entries = [
        entry(f"{year}-{month:02}-01", people=(ana.id,), reflection=question("answered", answer="x"))
        for year in (2024, 2025, 2026)
        for month in range(1, 11)
    ]
    bring(journal, ana, *entries)
    journal.close()

    reads.clear()
    again = open_journal()
    assert set(reads) == {"journal.json"}
    reads.clear()
    again.people(), again.themes(), again.tags(), again.newest_month(), again.names([ana.id])
    again.days(TODAY, TODAY), again.met_together([ana.id]), again.answering_to(["ana"]), again.refresh()
    assert reads == []
    again.month("2025-03")
    assert reads == ["2025-03.json"]
    next(again.with_person(ana.id))
    next(again.reflections(None))
    assert reads[1:] == ["2026-10.json"] * 2
    reads.clear()
    said = Capture(date=TODAY, who=(Known(ana.id, ana.name),))
    again.log(said, now=NOW, prompts=built_in, settings=Settings())
    assert set(reads) == {"journal.json", "2026-11.json"}

    for year in (2024, 2025, 2026):
        for month in range(1, 11):
            again.month(f"{year}-{month:02}")
    entries.clear()
    assert _held() == elsewhere
    held = again.month("2025-03")
    assert _held() == elsewhere + len(held) == elsewhere + 1


def _held() -> int:
    gc.collect()
    return sum(isinstance(one, Interaction) for one in gc.get_objects())


def test_threads_may_share_a_journal(journal: Journal) -> None:
    log(journal, 0)

    def write() -> None:
        for _ in range(20):
            bring(journal, entry())
            journal.month("2026-11"), journal.people(), journal.refresh()

    threads = [threading.Thread(target=write) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(journal.month("2026-11")) == 40
