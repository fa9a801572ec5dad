"""`doctor` names whatever is wrong and changes nothing; its repair loses nothing."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Met, new_id, to_raw
from netjournal.store.copy_names import copy_name
from netjournal.store.examining import examine
from netjournal.store.files import read_whole
from netjournal.store.findings import QUARANTINE, Finding, weight_of
from netjournal.store.journal import Journal
from netjournal.store.mending import mend
from netjournal.store.places import Places
from netjournal.store.salvage import salvage
from netjournal.store.shelf import encoded
from tests.store.journals import NOW, an_id, bring, entry, index_path, person, rewrite, standing
from tests.store.test_damage import DAMAGES

Tree = dict[Path, object]
MORE: dict[str, Callable[[Path], object]] = {
    "a line cut in the middle": lambda path: _change_line(path, 1, lambda line: line[:60]),
    "a comma too few": lambda path: _change_line(path, 2, lambda line: line[1:]),
    "a bracket too few": lambda path: _change_line(path, 1, lambda line: line[:-1]),
    "a line twice": lambda path: _change_line(path, 2, lambda line: f"{line}\n{line}"),
    "both sides of a merge": lambda path: _change_line(
        path, 2, lambda line: f"<<<<<<< mine\n{line}\n=======\n{line}\n>>>>>>> theirs"
    ),
    "a half byte": lambda path: path.write_bytes(path.read_bytes().replace("é".encode(), b"\xe9", 1)),
}
ALL = DAMAGES | MORE
NOT_FILES = ("link", "dangling link", "endless device", "FIFO", "folder")


def _change_line(path: Path, number: int, change: Callable[[str], str]) -> None:
    lines = path.read_text().split("\n")
    lines[number] = change(lines[number])
    path.write_text("\n".join(lines))


def _tree(*folders: Path) -> Tree:
    """Everything below some folders: what it is, and what is in it."""
    found: Tree = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            status = path.lstat()
            content = path.read_bytes() if path.is_file() and not path.is_symlink() else None
            found[path] = status.st_mode, status.st_mtime_ns, content
    return found


def _kinds(found: tuple[Finding, ...]) -> list[str]:
    return [one.kind for one in found]


@pytest.fixture
def four(journal: Journal) -> Journal:
    """A journal with four entries in one month, one in another, and somebody."""
    ines = person("Ines Duarte")
    autumn = [entry("2026-11-02", text=f"é {number}", people=(ines.id,)) for number in range(4)]
    bring(journal, ines, *autumn, entry("2026-07-01", text="sea"))
    return journal


@pytest.mark.parametrize("damage", ALL)
def test_damage_is_named_and_mended_without_a_document_that_was_whole_lost(
    four: Journal, open_journal: Callable[[], Journal], damage: str
) -> None:
    places, path = four.places, four.folder / "months/2026-11.json"
    whole = standing(four.folder)
    ALL[damage](path)
    again = open_journal()
    assert [problem.shelf for problem in again.problems()] == ["months/2026-11"]
    assert [one.text for one in again.month("2026-07")] == ["sea"]
    with pytest.raises(Unavailable, match="2026-11"):
        bring(again, entry("2026-11-03"))
    again.add(person("Kofi Mensah"), now=NOW)
    whole["contacts"] |= standing_tables(four.folder / "contacts.json")["contacts"]

    before = _tree(places.journal, places.state)
    found = examine(places, NOW)
    assert weight_of(found) == 3
    assert any(one.path == path and one.weight == 3 for one in found)
    assert _tree(places.journal, places.state) == before

    damaged = path.read_bytes() if damage not in NOT_FILES else None
    done = mend(places, NOW)
    if damage in NOT_FILES:
        assert _tree(places.journal) == {
            one: what for one, what in before.items() if four.folder in one.parents
        }
        return
    after = path.read_bytes()
    aside = [one.read_bytes() for one in (places.state / four.id / QUARANTINE).rglob("2026-11.json")]
    assert damaged in (after, *aside)
    assert any(one.path == path for one in done)
    if after == damaged:
        assert salvage(after).documents == {}
    else:
        four.refresh()
        assert four.problems() == ()
        kept = standing(four.folder)
        saved, were = kept.pop("months/2026-11"), whole.pop("months/2026-11")
        assert kept == whole
        assert saved.items() <= were.items()
        assert len(saved) >= len(were) - 1
        bring(four, entry("2026-11-03", text="goes on"))


def standing_tables(path: Path) -> dict[str, dict[str, object]]:
    """The tables of a file."""
    tables: dict[str, dict[str, object]] = json.loads(path.read_text())
    return tables


_lines = {
    an_id(): to_raw(entry(text=text)) for text in ("a", 'q"uote', "b{race}", "é\u2028", "\\", '{"x": {')
}
_SHELF = encoded(_lines, "months/2026-11", Path("x"))


@given(end=st.integers(0, len(_SHELF) - 1))
def test_of_a_file_cut_anywhere_the_documents_before_the_cut_are_saved(end: int) -> None:
    cut = _SHELF[:end]
    complete = {id: raw for number, (id, raw) in enumerate(sorted(_lines.items())) if _end_of(number) <= end}
    assert salvage(cut).documents == complete


def _end_of(number: int) -> int:
    """Where the document on a line ends."""
    return sum(len(row) + 1 for row in _SHELF.split(b"\n")[: number + 2]) - 1


_rubbish = st.text(max_size=40) | st.sampled_from(
    [
        '"01M7QDK5Y0MISF1T0000000000": {',
        "<<<<<<< mine",
        '{"contacts": {',
        "}}",
        '"',
        ',"x": {"date": "2026-11-01"}',
    ]
)


@given(place=st.integers(1, len(_lines)), rubbish=_rubbish)
def test_of_a_file_with_a_broken_line_all_others_are_saved(place: int, rubbish: str) -> None:
    rows = _SHELF.split(b"\n")
    rows[place] = rubbish.encode()
    saved = salvage(b"\n".join(rows))
    others = dict(one for at, one in enumerate(sorted(_lines.items()), 1) if at != place)
    assert others.items() <= saved.documents.items()


@pytest.mark.parametrize("left", ["{}", '{"people": {}}'])
def test_a_file_without_its_table_is_not_taken_for_an_empty_one(four: Journal, left: str) -> None:
    path = four.folder / "contacts.json"
    path.write_text(left)
    found = [one for one in examine(four.places, NOW) if one.path == path and one.weight == 3]
    assert [one.message for one in found] == [f"{path} has no table contacts in it."]
    path.chmod(0o600)
    mend(four.places, NOW)
    assert path.read_text() == left


def test_two_versions_of_a_document_leave_the_first_and_say_so() -> None:
    id = an_id()
    first, second = (encoded({id: {"date": "2026-11-01", "text": text}}, "trash", Path("x")) for text in "ab")
    saved = salvage(first + second)
    assert (saved.documents[id]["text"], saved.twice) == ("a", (id,))


def test_all_is_well_in_a_journal_that_nobody_touched(four: Journal) -> None:
    assert examine(four.places, NOW) == ()
    assert mend(four.places, NOW) == ()
    assert not (four.places.state / four.id / QUARANTINE).exists()


def test_nothing_is_found_and_nothing_begun_where_no_journal_ever_was(places: Places) -> None:
    assert examine(places, NOW) == ()
    assert mend(places, NOW) == ()
    assert not places.journal.exists()
    assert not places.state.exists()


@pytest.mark.parametrize("damage", [None, b"", b"null", b'{"journal": {}}'])
def test_a_lost_journal_json_is_written_again_as_it_was(four: Journal, damage: bytes | None) -> None:
    path = four.folder / "journal.json"
    before = path.read_bytes()
    path.unlink() if damage is None else path.write_bytes(damage)
    with pytest.raises(Unavailable):
        Journal.open(four.places, NOW)
    assert weight_of(examine(four.places, NOW)) == 3
    mend(four.places, NOW)
    assert path.read_bytes() == before
    Journal.open(four.places, NOW).close()


@pytest.mark.parametrize("is_folder", [True, False])
def test_where_no_part_of_a_journal_is_none_is_written(four: Journal, is_folder: bool) -> None:
    """An empty folder may be the place of a disk that is not mounted."""
    four.folder.rename(four.folder.with_name("moved"))
    if is_folder:
        four.folder.mkdir()
    assert _kinds(examine(four.places, NOW)) == ["missing"]
    assert mend(four.places, NOW) == ()
    assert not is_folder or list(four.folder.iterdir()) == []


def test_a_journal_of_a_newer_netjournal_is_not_touched(four: Journal) -> None:
    rewrite(
        four.folder / "journal.json", lambda tables: next(iter(tables["journal"].values())).update(schema=2)
    )
    (four.folder / "contacts.json").write_text('{"people": 1}')
    before = _tree(four.folder)
    assert _kinds(examine(four.places, NOW)) == ["newer"]
    assert mend(four.places, NOW) == ()
    assert _tree(four.folder) == before


def test_a_mistake_of_a_hand_is_told_by_line_and_field(four: Journal) -> None:
    path = four.folder / "months/2026-11.json"
    _change_line(path, 3, lambda line: line.replace('"text":', '"mood": 9, "text":'))
    [found] = examine(four.places, NOW)
    assert found.message == 'months/2026-11.json, line 4: "mood" must be 1 to 5.'
    assert (found.kind, found.line, found.field, found.weight) == ("misfit", 4, "mood", 3)
    before = path.read_bytes()
    assert mend(four.places, NOW) == ()
    assert path.read_bytes() == before


def test_a_file_that_a_hand_laid_out_is_told_by_the_line_of_the_field(four: Journal) -> None:
    path = four.folder / "contacts.json"
    rewrite(path, lambda tables: next(iter(tables["contacts"].values())).update(circle="best"))
    path.write_text(json.dumps(json.loads(path.read_text()), indent=2))
    number = next(at for at, line in enumerate(path.read_text().split("\n"), 1) if '"circle"' in line)
    found = {one.kind: one for one in examine(four.places, NOW)}
    assert found["misfit"].line == number
    assert found["misfit"].message == f"contacts.json, line {number}: \"circle\" cannot be 'best'."
    assert found["form"].weight == 0


def test_what_is_named_and_not_there_is_told_and_left(four: Journal) -> None:
    [ines] = [one for one, _ in four.everyone()]
    nobody = new_id(NOW)
    four.change(ines, replace(ines, met=Met(through=nobody)), now=NOW)
    bring(four, entry("2026-07-02", people=(nobody,)))
    found = examine(four.places, NOW)
    assert [(one.kind, one.path.name, one.field, one.weight) for one in found] == [
        ("reference", "contacts.json", "met", 1),
        ("reference", "2026-07.json", "people", 1),
    ]
    assert mend(four.places, NOW) == ()


def test_deleted_people_are_still_known(four: Journal) -> None:
    [ines] = [one for one, _ in four.everyone()]
    four.delete(ines, now=NOW)
    assert examine(four.places, NOW) == ()


def test_days_that_cannot_be_meant_are_told(four: Journal) -> None:
    bring(
        four,
        entry("1026-11-02"),
        entry("2126-11-02"),
        entry("2026-11-03", created=NOW + dt.timedelta(days=3)),
        person("Yuki Mori", birthday="2062-01-01"),
    )
    found = [(one.field, one.message.partition(": ")[2]) for one in examine(four.places, NOW)]
    assert found == [
        ("birthday", '"birthday" is still to come: 2062-01-01.'),
        ("date", '"date" is long ago: 1026-11-02.'),
        ("created", '"created" is still to come, as if a clock had gone wrong: 2026-11-21.'),
        ("date", '"date" is far ahead: 2126-11-02.'),
    ]


def test_the_same_entry_in_two_months_is_taken_out_of_the_wrong_one(four: Journal) -> None:
    talk = next(iter(four.month("2026-11")))
    raw = standing_of_month(four.folder, "2026-11")[talk.id]
    rewrite(four.folder / "months/2026-07.json", lambda tables: tables["interactions"].update({talk.id: raw}))
    assert "twice" in _kinds(examine(four.places, NOW))
    assert {one.path.name for one in mend(four.places, NOW)} == {"2026-07.json"}
    assert examine(four.places, NOW)[0].kind == "aside"
    assert talk.id in standing_of_month(four.folder, "2026-11")
    assert [one.text for one in four.month("2026-07")] == ["sea"]


def standing_of_month(folder: Path, month: str) -> dict[str, object]:
    """The entries of a month."""
    return dict(standing_tables(folder / f"months/{month}.json")["interactions"])


def test_form_is_mended_and_every_document_stays_as_it_is(four: Journal) -> None:
    path = four.folder / "months/2026-11.json"
    for spoil in (
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.rstrip(),
        lambda data: data + b"\n\n",
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: json.dumps(json.loads(data), indent=4).encode(),
    ):
        good = path.read_bytes()
        path.write_bytes(spoil(good))
        assert _kinds(examine(four.places, NOW))[:1] == ["form"]
        mend(four.places, NOW)
        assert path.read_bytes() == good


def test_modes_are_told_and_mended(four: Journal) -> None:
    wide = (four.folder, four.folder / "contacts.json", four.places.state / four.id / "undo")
    for path in wide:
        path.chmod(0o755)
    assert sorted(one.path for one in examine(four.places, NOW)) == sorted(wide)
    assert len(mend(four.places, NOW)) == 3
    assert examine(four.places, NOW) == ()


def test_half_written_files_are_put_aside_once_nobody_can_be_writing_them(four: Journal) -> None:
    stray = four.folder / ".contacts.json.0123456789ab.tmp"
    stray.write_bytes(b"half")
    stray.chmod(0o600)
    for age, kinds in ((10, []), (3601, ["stray"])):
        written = NOW.timestamp() - age
        os.utime(stray, (written, written))
        assert _kinds(examine(four.places, NOW)) == kinds
    mend(four.places, NOW)
    assert not stray.exists()
    [aside] = (four.places.state / four.id / QUARANTINE).rglob("*.tmp")
    assert aside.read_bytes() == b"half"
    assert _kinds(examine(four.places, NOW + dt.timedelta(days=9))) == ["aside"]


COPIES = {
    "contacts.sync-conflict-20261101-101010-ABCDEFG.json": "contacts.json",
    "2026-11.sync-conflict-20260101-101010-ABCDEFG.json": "2026-11.json",
    "contacts (Ann's conflicted copy 2026-01-01).json": "contacts.json",
    "contacts (conflicted copy 2026-01-01 101010).json": "contacts.json",
    "contacts (Konflikt von Ann).json": "contacts.json",
    "contacts 2.json": "contacts.json",
    "2026-11 (1).json": "2026-11.json",
    "contacts-LAPTOP.json": "contacts.json",
    "contacts.json.orig": "contacts.json",
    "contacts.json~": "contacts.json",
    "contacts.json": None,
    "2026-11.json": None,
    "notes.txt": None,
}


@pytest.mark.parametrize("name", COPIES)
def test_copies_made_by_programs_that_sync_are_known_by_their_names(name: str) -> None:
    found = copy_name(name)
    assert (f"{found.shelf}.json" if found else None) == COPIES[name]


def test_copies_and_links_and_strange_names_are_told_and_left(four: Journal) -> None:
    for name in (
        "contacts.sync-conflict-20261101-101010-ABCDEFG.json",
        "months/2026-11 2.json",
        "people.json",
    ):
        (four.folder / name).write_text("{}")
        (four.folder / name).chmod(0o600)
    (four.folder / "elsewhere.json").symlink_to("/etc/passwd")
    os.mkfifo(four.folder / "months/pipe")
    before = _tree(four.folder)
    assert sorted(_kinds(examine(four.places, NOW))) == ["copy", "copy", "link", "link", "name"]
    assert mend(four.places, NOW) == ()
    assert _tree(four.folder) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE person SET name = 'Somebody else'",
        "UPDATE concordance SET words = ' nothing'",
        "INSERT INTO mourned VALUES (1, 'ines')",
        "INSERT INTO passed VALUES (1, 'trust-01', 0.0, '2026-11-18')",
    ],
)
def test_an_index_that_says_something_else_is_told_and_made_anew(
    four: Journal, open_journal: Callable[[], Journal], change: str
) -> None:
    list(four.learn_words())
    four.close()
    assert examine(four.places, NOW) == ()
    with contextlib.closing(sqlite3.connect(index_path(four))) as index, index:
        index.execute(change)
    [found] = examine(four.places, NOW)
    assert (found.kind, found.weight) == ("index", 1)
    mend(four.places, NOW)
    assert [one.name for one in open_journal().people()] == ["Ines Duarte"]
    assert examine(four.places, NOW) == ()


def test_an_index_that_is_none_is_told(four: Journal) -> None:
    four.close()
    index_path(four).write_bytes(b"no database at all" * 100)
    assert _kinds(examine(four.places, NOW)) == ["index"]


def test_a_damaged_backup_is_told_and_put_aside(four: Journal) -> None:
    four.add(person("Kofi Mensah"), now=NOW + dt.timedelta(days=1))
    tomorrow = NOW + dt.timedelta(days=1)
    [path] = (four.places.state / four.id).rglob("contacts@[!n]*.json")
    path.write_bytes(b"rot")
    [found] = examine(four.places, tomorrow)
    assert (found.kind, found.path) == ("backup", path)
    mend(four.places, tomorrow)
    assert not path.exists()


def test_the_newest_good_backup_of_a_damaged_shelf_is_named(four: Journal) -> None:
    tomorrow = NOW + dt.timedelta(days=1)
    four.add(person("Kofi Mensah"), now=tomorrow)
    (four.folder / "months/2026-11.json").write_bytes(b"")
    [found] = [one for one in examine(four.places, tomorrow) if one.weight == 3]
    assert "`netjournal restore 2026-11-19T14:00 2026-11`" in found.hint


def test_a_shelf_that_is_gone_is_told(four: Journal) -> None:
    tomorrow = NOW + dt.timedelta(days=1)
    four.add(person("Kofi Mensah"), now=tomorrow)
    (four.folder / "months/2026-11.json").unlink()
    found = examine(four.places, tomorrow)
    assert [(one.kind, one.path.name) for one in found if one.kind == "missing"] == [
        ("missing", "2026-11.json")
    ]


def test_repair_waits_for_its_turn(four: Journal) -> None:
    """Who writes at the same time is not overtaken: the lock is held for as long as it mends."""
    (four.folder / "months/2026-11.json").write_bytes(b"{")
    with four._writer._alone(), pytest.raises(JournalError, match="busy"):
        mend(four.places, NOW, patience=0.05)


def test_a_field_that_stands_in_a_document_twice_is_told(four: Journal) -> None:
    """Every reader keeps the last of them, and none says so."""
    path = four.folder / "months/2026-11.json"
    _change_line(path, 1, lambda line: f'{line[:-1]}, "mood": 1, "mood": 2}}')
    [found] = examine(four.places, NOW)
    assert (found.kind, found.message) == ("twice", f'{path}: "mood" stands in it twice.')


def test_a_shelf_that_is_gone_on_its_first_day_is_told_too(four: Journal) -> None:
    (four.folder / "contacts.json").unlink()
    [gone] = [one for one in examine(four.places, NOW) if one.kind == "missing"]
    assert gone.path == four.folder / "contacts.json"
    assert "there is no backup of it" in gone.hint


def test_a_letter_that_the_disk_changed_is_told_and_can_be_brought_back(four: Journal) -> None:
    """Written by nobody, still JSON, and as large as before: where no index is, what was kept tells."""
    index_path(four).unlink()
    path = four.folder / "months/2026-11.json"
    tomorrow = NOW + dt.timedelta(days=1)
    four.add(person("Kofi Mensah"), now=tomorrow)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    assert [one for one in examine(four.places, later) if one.kind == "rot"] == []
    whole, status, talks = path.read_bytes(), path.stat(), four.month("2026-11")
    at = whole.index(b'"text": "') + len(b'"text": "')
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    [rotten] = [one for one in examine(four.places, later) if one.kind == "rot"]
    assert rotten.path == path
    assert "`netjournal restore 2026-11-19T14:00 2026-11`" in rotten.hint
    four.restore(tomorrow.date(), ["months/2026-11"], title="November", now=tomorrow)
    assert four.month("2026-11") == talks


def _as_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs the tests as root may read everything; here a mode keeps them out as it does others."""
    real = os.open

    def refuse(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if Path(path).suffix == ".json" and Path(path).is_file() and not Path(path).stat().st_mode & 0o400:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)


def test_a_month_that_may_not_be_read_is_told_and_never_taken_for_an_empty_one(
    four: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mode is no change of a file, and yet it is not what was read."""
    _as_nobody(monkeypatch)
    path = four.folder / "months/2026-11.json"
    path.chmod(0)
    assert four.refresh()
    [problem] = four.problems()
    assert problem.message == f"{path} could not be read: Permission denied."
    done = mend(four.places, NOW)
    assert [one.message for one in done] == [f"{path} is private to you now: 0600."]
    assert examine(four.places, NOW) == ()
    assert four.refresh()
    assert len(four.month("2026-11")) == 4


def test_what_hinders_one_repair_hinders_no_other(four: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign, broken = four.folder / "contacts.json", four.folder / "months/2026-11.json"
    real = read_whole

    def refuse(path: Path) -> Any:
        if path == foreign:
            raise Unavailable(f"{path} belongs to another user.")
        return real(path)

    for path in (foreign, broken):
        _change_line(path, 1, lambda line: line[:-1])
    monkeypatch.setattr("netjournal.store.mending.read_whole", refuse)
    said = [one.message for one in mend(four.places, NOW)]
    assert f"{foreign} is left as it is: {foreign} belongs to another user." in said
    assert any(one.startswith(f"{broken} can be read again") for one in said)


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_something_else_in_the_indexs_place_is_told_without_waiting_for_it_and_removed(
    four: Journal, make: Callable[[Path], None]
) -> None:
    four.close()
    path = index_path(four)
    path.unlink()
    make(path)
    assert _kinds(examine(four.places, NOW)) == ["index"]
    mend(four.places, NOW)
    assert examine(four.places, NOW) == ()


@pytest.mark.parametrize("name", ["undo", "backups", "lock"])
def test_something_else_where_nothing_can_be_written_then_is_told(four: Journal, name: str) -> None:
    path = four.places.state / four.id / name
    path.rename(path.with_name(f"{name}.away"))
    path.mkdir(0o700) if name == "lock" else path.touch(0o600)
    [found] = [one for one in examine(four.places, NOW) if one.path == path]
    assert (found.kind, found.weight) == ("state", 3)
