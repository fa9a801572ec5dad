"""What an editor or a merge left beside a shelf is never merged, and goes only if nothing is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from netjournal.store.examining import examine
from netjournal.store.findings import QUARANTINE, Finding
from netjournal.store.journal import Journal
from netjournal.store.mending import mend
from tests.store.journals import NOW, bring, person


def _copy(journal: Journal, data: bytes, end: str = "~") -> Path:
    path = journal.folder / f"contacts.json{end}"
    path.write_bytes(data)
    path.chmod(0o600)
    return path


def _found(journal: Journal) -> Finding:
    [found] = [one for one in examine(journal.places, NOW) if one.kind == "copy"]
    return found


@pytest.mark.parametrize("end", ["~", ".orig", ".bak"])
def test_a_copy_of_which_all_is_kept_is_put_aside(journal: Journal, end: str) -> None:
    ana, bo = person("Ana Kovač"), person("Bo Bui")
    bring(journal, ana, bo)
    old = (journal.folder / "contacts.json").read_bytes()
    journal.delete(bo, now=NOW)
    path = _copy(journal, old, end)
    assert _found(journal).mend
    [done] = mend(journal.places, NOW)
    assert not path.exists()
    assert done.aside is not None
    assert done.aside.read_bytes() == old
    assert done.aside.is_relative_to(journal.places.state / journal.id / QUARANTINE)
    journal.refresh()
    assert [one.name for one in journal.people()] == ["Ana Kovač"], "who was deleted stays so"


def test_a_copy_in_which_something_stands_that_is_nowhere_else_stays(journal: Journal) -> None:
    ana = person("Ana Kovač")
    bring(journal, ana, person("Bo Bui"))
    old = (journal.folder / "contacts.json").read_bytes()
    journal.change(ana, replace(ana, place="Split"), now=NOW)
    path = _copy(journal, old)
    found = _found(journal)
    assert (found.mend, f"1 document in it stands so nowhere else: {ana.id}" in found.hint) == ("", True)
    assert mend(journal.places, NOW) == ()
    assert path.read_bytes() == old


@pytest.mark.parametrize("data", [b"<<<<<<< ours", b"[]", b'{"contacts": 1}'])
def test_a_copy_that_cannot_be_read_stays(journal: Journal, data: bytes) -> None:
    path = _copy(journal, data, ".orig")
    assert not _found(journal).mend
    assert mend(journal.places, NOW) == ()
    assert path.read_bytes() == data
