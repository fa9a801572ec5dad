"""A write that fails, or that somebody interrupts or overtakes, leaves what was there."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from netjournal.errors import Unavailable
from netjournal.language.capture import Capture, Known, Newcomer
from netjournal.practice.prompts import built_in
from netjournal.settings import Settings
from netjournal.store import files, shelf
from netjournal.store.files import Signature, replace_whole
from netjournal.store.journal import Journal
from tests.store.journals import (
    NOW,
    TODAY,
    Standing,
    bring,
    entry,
    fresh_index,
    kept_index,
    leftovers,
    person,
    places_in,
    question,
    rewrite,
    standing,
)

Begin = Callable[[], Journal]
KNOWN = person("Ana Kovač")
TALK = entry("2026-11-03", people=(KNOWN.id,), reflection=question())


def _log(journal: Journal) -> object:
    said = Capture(date=TODAY, text="new", who=(Known(KNOWN.id, KNOWN.name), Newcomer("Tariq Aziz")))
    return journal.log(said, now=NOW, prompts=built_in, settings=Settings())


OPERATIONS: dict[str, Callable[[Journal], object]] = {
    "add": lambda journal: journal.add(person("Yuki Mori"), now=NOW),
    "log of somebody new": _log,
    "change": lambda journal: journal.change(TALK, replace(TALK, text="other"), now=NOW),
    "move": lambda journal: journal.change(TALK, replace(TALK, date=dt.date(2026, 1, 5)), now=NOW),
    "skip": lambda journal: journal.reflect(TALK, question("skipped"), now=NOW),
    "delete": lambda journal: journal.delete(KNOWN, now=NOW),
    "bring": lambda journal: bring(journal, entry("2026-02-01"), entry("2026-03-01"), person("Li Na")),
    "undo": lambda journal: journal.undo(),
    "forget": lambda journal: journal.forget(KNOWN.id, now=NOW),
}
CALLS = ("open", "write", "fsync", "replace", "unlink", "lstat", "mkdir", "listdir", "scandir")
FULL = OSError(errno.ENOSPC, "No space left on device")
BROKEN = OSError(errno.EIO, "Input/output error")


def _any(*arguments: object, **named: object) -> bool:
    return True


class Trouble:
    """Lets the nth call of a function of the system fail, and all after it if it is `lasting`."""

    def __init__(self, nth: int, error: BaseException, *, lasting: bool = False) -> None:
        self.seen = 0
        self._nth = nth
        self._error = error
        self._lasting = lasting

    @property
    def came(self) -> bool:
        """Whether anything failed."""
        return self.seen >= self._nth

    def beset(self, monkeypatch: pytest.MonkeyPatch, name: str, only: Callable[..., bool] = _any) -> None:
        """Let it befall a function of `os`, or what is written into a new file."""
        real = open if name == "write" else getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:
            if not only(*arguments, **named):
                return real(*arguments, **named)
            self.seen += 1
            if self.seen != self._nth and not (self._lasting and self.came):
                return real(*arguments, **named)
            if name == "write":
                os.write(arguments[0], b'{"half')
                os.close(arguments[0])
            raise self._error

        if name == "write":
            monkeypatch.setattr(files, "open", call, raising=False)
        else:
            monkeypatch.setattr(os, name, call)


def _writes(file: object, mode: str, **named: object) -> bool:
    return "w" in mode


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Opens new journals that all say the same."""
    number = iter(range(1000))

    def begin() -> Journal:
        journal = Journal.open(places_in(tmp_path / str(next(number))), NOW, patience=0.1)
        bring(journal, KNOWN, TALK)
        return journal

    return begin


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_write_that_fails_anywhere_changes_nothing(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, operation: str, call: str
) -> None:
    journal, nth = begin(), 0
    before = standing(journal.folder)
    while True:
        nth += 1
        trouble = Trouble(nth, FULL if nth % 2 else BROKEN)
        with monkeypatch.context() as during:
            trouble.beset(during, call, _writes if call == "write" else _any)
            is_done = False
            with contextlib.suppress(Unavailable):
                OPERATIONS[operation](journal)
                is_done = True
        if not is_done:
            assert standing(journal.folder) == before
            assert leftovers(journal.folder.parent) == []
            continue
        after = standing(journal.folder)
        assert after != before
        _is_sound(journal, after)
        journal.close()
        if not trouble.came:
            return
        journal = begin()  # where only the backup failed the change was made all the same
        before = standing(journal.folder)


def _is_sound(journal: Journal, after: Standing) -> None:
    """The next change and its undo work, and leave nothing behind."""
    journal.add(person("Next"), now=NOW)
    assert journal.undo().title == "Next"
    assert standing(journal.folder) == after
    assert kept_index(journal) == fresh_index(journal)
    assert leftovers(journal.folder.parent) == []


@pytest.mark.parametrize("call", ["fsync", "replace", "unlink", "lstat"])
@pytest.mark.parametrize("operation", ["log of somebody new", "undo"])
def test_an_interrupted_write_is_whole_or_not_at_all(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, operation: str, call: str
) -> None:
    journal = begin()
    before = standing(journal.folder)
    for nth in range(1, 100):
        trouble = Trouble(nth, KeyboardInterrupt())
        with monkeypatch.context() as during:
            trouble.beset(during, call)
            with contextlib.suppress(KeyboardInterrupt):
                OPERATIONS[operation](journal)
        after = standing(journal.folder)
        if after != before:
            _is_sound(journal, after)
            journal.close()
            if not trouble.came:
                assert nth > 1
                return
            journal = begin()
    pytest.fail("it never ended")


def _creates(path: object, flags: int, *rest: object, **named: object) -> bool:
    return bool(flags & os.O_EXCL)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_what_failed_on_a_full_disk_stays_failed_when_there_is_room_again(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, operation: str
) -> None:
    journal = begin()
    before = standing(journal.folder)
    for nth in range(1, 10):
        with monkeypatch.context() as during:
            trouble = Trouble(nth, FULL, lasting=True)
            trouble.beset(during, "open", _creates)
            try:
                OPERATIONS[operation](journal)
            except Unavailable:
                again = Journal.open(journal.places, NOW, patience=0.1)  # one can still read
                again.people(), again.month("2026-11")
                again.close()
            else:
                assert not trouble.came
                assert nth > 1
                return
        again = Journal.open(journal.places, NOW, patience=0.1)
        assert standing(journal.folder) == before
        _is_sound(again, before)
        again.close()
    pytest.fail("it never ended")


def test_an_acknowledged_change_outlives_a_power_cut(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is on the disk before its name, and its name before the next file."""
    journal = begin()
    calls: list[tuple[str, str]] = []
    replaced = os.replace

    def fsync(descriptor: int) -> None:
        calls.append(("fsync", Path(f"/proc/self/fd/{descriptor}").readlink().name))

    def replace(source: Path, target: Path) -> None:
        calls.append(("replace", target.name))
        replaced(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    _log(journal)
    assert [(call, name[1:].partition(".json")[0] if name[0] == "." else name) for call, name in calls] == [
        *(("fsync", "intent"), ("replace", "intent.json"), ("fsync", journal.id)),
        *(("fsync", "contacts"), ("replace", "contacts.json"), ("fsync", "journal")),
        *(("fsync", "2026-11"), ("replace", "2026-11.json"), ("fsync", "months")),
        ("replace", calls[-2][1]),
        ("fsync", journal.id),
    ]
    assert calls[-2][1].startswith("0000000001-")


def test_a_new_folder_is_on_the_disk_before_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda descriptor: synced.append(os.readlink(f"/proc/self/fd/{descriptor}"))
    )
    journal = Journal.open(places_in(tmp_path), NOW)
    bring(journal, TALK)
    assert synced.index(str(tmp_path)) < synced.index(f"{tmp_path}/journal")
    last = len(synced) - synced[::-1].index(f"{tmp_path}/journal/months") - 1
    assert f"{tmp_path}/journal" in synced[:last]
    journal.close()


def test_a_disk_that_cannot_sync_folders_will_do(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(descriptor: int) -> None:
        if Path(f"/proc/self/fd/{descriptor}").readlink().is_dir():
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fsync)
    journal = begin()
    assert journal.month("2026-11") == (TALK,)


class Meddler:
    """Another program that replaces a file just before we do, as often as it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> None:
        self.times = times
        self._name = name
        monkeypatch.setattr(shelf, "replace_whole", self._replace)

    def _replace(self, path: Path, old: Signature | None, data: bytes) -> Signature:
        if self.times and path.stem == self._name:
            self.times -= 1
            number = self.times
            table = "contacts" if path.stem == "contacts" else "interactions"
            raw = {"name": f"Theirs {number}"} if table == "contacts" else {"date": "2026-11-01"}
            rewrite(path, lambda tables: tables[table].update({f"THEIRS{number}": raw}))
        return replace_whole(path, old, data)


@pytest.mark.parametrize("name", ["contacts", "2026-11"])
def test_a_shelf_that_is_replaced_under_our_hands_is_read_again(
    begin: Begin, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    journal = begin()
    before = standing(journal.folder)
    Meddler(monkeypatch, name, times=3)
    _log(journal)
    after = standing(journal.folder)
    table = "contacts" if name == "contacts" else f"months/{name}"
    assert {id for id in after[table] if id.startswith("THEIRS")} == {"THEIRS0", "THEIRS1", "THEIRS2"}
    for shelf_name in before:
        ours = {id for id in after[shelf_name] if not id.startswith("THEIRS")}
        assert len(ours) == len(before[shelf_name]) + (shelf_name != "journal")
    assert {one.name for one in journal.people()} >= {"Ana Kovač", "Tariq Aziz"}
    assert journal.days(TODAY, TODAY) == {TODAY: 1}
    assert journal.refresh()
    _is_sound(journal, after)


def test_a_shelf_that_is_replaced_without_end_is_given_up(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = begin()
    meddler = Meddler(monkeypatch, "2026-11", times=1000)
    with pytest.raises(Unavailable, match="keeps rewriting"):
        _log(journal)
    meddler.times = 0
    after = standing(journal.folder)
    assert [one["name"] for one in after["contacts"].values()] == ["Ana Kovač"]
    _is_sound(journal, after)
