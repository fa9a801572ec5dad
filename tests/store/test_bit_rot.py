"""What a disk changes in a file is told from an edit, and what was written is written again."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from netjournal.store.examining import examine
from netjournal.store.findings import Finding, weight_of
from netjournal.store.journal import Journal
from netjournal.store.mending import mend
from netjournal.store.places import Places
from tests.store.journals import NOW, bring, entry, index_path, person

LATER = NOW + dt.timedelta(minutes=5)
YEARS = NOW + dt.timedelta(days=900)


@pytest.fixture
def some(journal: Journal) -> Journal:
    """A journal of which nothing was kept since its last change."""
    ana, bo = person("Ana Kovač"), person("Bo Bui")
    bring(journal, ana, bo, entry(people=(ana.id,), text="boats"))
    bring(journal, entry(people=(bo.id,), text="of the sea and its ways"))
    journal.change(bo, replace(bo, place="Huế"), now=LATER)
    return journal


def _flip(path: Path, at: int, mask: int = 1) -> bytes:
    """What was in a file of which a disk changes one byte, and nothing else."""
    whole, status = path.read_bytes(), path.stat()
    with path.open("r+b") as file:
        file.seek(at)
        file.write(bytes([whole[at] ^ mask]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return whole


def _rot(places: Places, now: dt.datetime = YEARS) -> list[Finding]:
    return [one for one in examine(places, now) if one.kind == "rot"]


@pytest.mark.parametrize("shelf", ["contacts", "months/2026-11"])
def test_whatever_byte_a_disk_changes_is_told_and_put_right(some: Journal, shelf: str) -> None:
    path = some.folder / f"{shelf}.json"
    assert _rot(some.places) == []
    for part in range(16):
        at = path.stat().st_size * part // 16
        whole = _flip(path, at, 1 << part % 8)
        flipped = path.read_bytes()
        [found] = _rot(some.places)
        line = whole[:at].count(b"\n") + 1
        assert (found.path, f"line {line}." in found.message) == (path, True)
        assert path.read_bytes() == flipped, "doctor changes nothing"
        [done] = [one for one in mend(some.places, YEARS) if one.path == path]
        assert path.read_bytes() == whole
        assert done.aside is not None
        assert done.aside.read_bytes() == flipped
        bring(some, person(f"Li {part}"), entry(text=f"talk {part}"))


def test_a_shelf_that_cannot_be_read_any_more_weighs_as_damage(some: Journal) -> None:
    path = some.folder / "months/2026-11.json"
    whole = _flip(path, 0)
    found = examine(some.places, YEARS)
    assert weight_of(found) == 3
    assert [one.kind for one in found if one.path == path] == ["rot"]
    mend(some.places, YEARS)
    assert path.read_bytes() == whole


def test_an_edit_by_hand_is_no_rot(some: Journal) -> None:
    path = some.folder / "contacts.json"
    path.write_bytes(path.read_bytes().replace(b"Bui", b"Bai"))
    assert _rot(some.places) == []


def test_what_was_restored_with_its_times_by_another_program_is_no_rot(some: Journal) -> None:
    path = some.folder / "contacts.json"
    status = path.stat()
    other = path.with_name("copy")
    other.write_bytes(path.read_bytes().replace(b"Bui", b"Bai"))
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert _rot(some.places) == []


def test_what_others_wrote_is_known_as_it_was_read(some: Journal) -> None:
    some.close()
    index_path(some).unlink()
    _flip(some.folder / "months/2026-11.json", 40, 1)
    assert _rot(some.places) == [], "nobody knows what stood there"
    journal = Journal.open(some.places, LATER)
    journal.refresh()
    journal.close()
    path = some.folder / "contacts.json"
    _flip(path, 40)
    assert [one.path for one in _rot(some.places)] == [path]


def test_each_of_two_hundred_months_is_told(journal: Journal) -> None:
    bring(journal, *(entry(f"{2000 + n // 12}-{n % 12 + 1:02}-05", text=f"talk {n}") for n in range(200)))
    paths = sorted((journal.folder / "months").iterdir())
    whole = [_flip(path, (7 * n) % path.stat().st_size, 1 << n % 7) for n, path in enumerate(paths)]
    assert sorted(one.path for one in _rot(journal.places)) == paths
    mend(journal.places, YEARS)
    assert [path.read_bytes() for path in paths] == whole


def test_what_the_undo_log_does_not_hold_is_told_and_left(some: Journal) -> None:
    for file in (some.places.state / some.id / "undo").iterdir():
        file.unlink()
    path = some.folder / "contacts.json"
    _flip(path, path.read_bytes().index("Kovač".encode()))
    flipped = path.read_bytes()
    [found] = _rot(some.places)
    assert not found.mend
    assert "disk" in found.hint
    mend(some.places, YEARS)
    assert path.read_bytes() == flipped
