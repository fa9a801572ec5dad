"""Several processes on one journal; those that are killed stand in tests/torture."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netjournal.errors import Unavailable
from netjournal.store.journal import Journal
from netjournal.store.lock import PATIENCE
from netjournal.store.places import Places
from tests.store.children import run_child
from tests.store.journals import NOW, bring, entry, fresh_index, kept_index, person, standing

OpenJournal = Callable[[], Journal]


def test_two_who_write_at_once_lose_nothing_and_are_not_refused(
    places: Places, open_journal: OpenJournal
) -> None:
    watching = open_journal()
    run_child("write", places, 50)
    assert watching.refresh()
    found = standing(places.journal)
    assert len(found["months/2026-11"]) == 100
    assert len(found["contacts"]) == 200
    assert sum(raw.get("about") == "twice written" for raw in found["contacts"].values()) == 100
    assert kept_index(watching) == fresh_index(watching)
    assert sum(one.count for one in watching.people()) == 200


def test_whoever_begins_a_journal_at_the_same_time_gets_the_same(places: Places) -> None:
    ids = run_child("begin", places, 6).split()
    assert len(ids) == 6
    assert {*ids} == {*standing(places.journal)["journal"]}


def test_a_lock_that_another_process_keeps_is_waited_for_and_then_told(
    journal: Journal, tmp_path: Path
) -> None:
    talk = entry()
    bring(journal, talk)
    with (tmp_path / "state" / journal.id / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        began = time.monotonic()
        with pytest.raises(Unavailable, match="busy") as caught:
            journal.add(person("Sana Malik"), now=NOW)
        assert 0.1 <= time.monotonic() - began < 1.5
        assert caught.value.exit_code == 3
        with pytest.raises(Unavailable, match="busy"):
            journal.undo()
        assert journal.month("2026-11") == (talk,)
        assert not journal.refresh()
        fcntl.flock(lock, fcntl.LOCK_UN)
        journal.add(person("Sana Malik"), now=NOW)
    assert PATIENCE == 2


def test_one_can_read_while_another_process_keeps_the_lock(
    journal: Journal, open_journal: OpenJournal, tmp_path: Path
) -> None:
    talk = entry()
    bring(journal, talk)
    with (tmp_path / "state" / journal.id / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert open_journal().month("2026-11") == (talk,)
