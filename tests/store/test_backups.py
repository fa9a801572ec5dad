"""Backups: kept before the first change of a day, as long as is said, and never in the way of a change."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.errors import Unavailable
from netjournal.store import backups as backing
from netjournal.store.backups import Backups, Retention, Source, each, kept_days
from netjournal.store.files import read_whole, write_whole
from netjournal.store.journal import Journal
from netjournal.store.shelf import encoded
from tests.store.journals import NOW, TODAY, bring, entry, in_memory, person

FIRST = dt.date(2024, 1, 1)
SHELVES = ("contacts", "months/2024-01", "trash")


def _kept(journal: Journal, today: dt.date = TODAY) -> dict[str, dict[str, Any]]:
    """What the backups of a day hold, by shelf."""
    backups = Backups(journal.places.state / journal.id / backing.FOLDER)
    return {name: backup.read() for name, backup in backups.of(today).items()}


def test_only_the_state_before_the_first_change_of_a_day_is_kept(journal: Journal) -> None:
    ada = journal.add(person("Ada Obi"), now=NOW)
    assert _kept(journal) == {"contacts": {}}
    for name in ("Ada B", "Ada C"):
        ada = journal.change(ada, replace(ada, name=name), now=NOW)
    assert _kept(journal) == {"contacts": {}}

    tomorrow = NOW + dt.timedelta(days=1)
    for name in ("Ada D", "Ada E"):
        ada = journal.change(ada, replace(ada, name=name), now=tomorrow)
    [found] = _kept(journal, tomorrow.date())["contacts"].values()
    assert found["name"] == "Ada C"
    assert _kept(journal) == {"contacts": {}}


def test_how_a_shelf_was_left_is_kept_the_next_day_once(journal: Journal) -> None:
    """What is lost overnight is there as it was when the day before ended."""
    bring(journal, entry(text="first"))
    days = [NOW + dt.timedelta(days=number) for number in range(4)]
    for number, day in enumerate(days[1:]):
        journal.add(person(f"Person {number}"), now=day)
    [left] = _kept(journal, days[1].date())["months/2026-11"].values()
    assert left["text"] == "first"
    assert [sorted(_kept(journal, day.date())) for day in days] == [
        ["months/2026-11"],
        ["contacts", "months/2026-11"],
        ["contacts"],
        ["contacts"],
    ]


def test_backups_are_private_and_never_share_their_bytes_with_the_journal(journal: Journal) -> None:
    bring(journal, entry(), person("Noor Haddad"))
    later = NOW + dt.timedelta(days=1)
    journal.add(person("Sana Malik"), now=later)
    folder = journal.places.state / journal.id / backing.FOLDER
    for path in folder.rglob("*"):
        status = path.stat()
        assert stat.S_IMODE(status.st_mode) == (0o700 if path.is_dir() else 0o600)
        assert path.is_dir() or status.st_nlink == 1
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_on_another_file_system_they_are_copied(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    journal.add(person("Noor Haddad"), now=NOW)
    monkeypatch.setattr(os, "link", refuse)
    tomorrow = NOW + dt.timedelta(days=1)
    journal.add(person("Sana Malik"), now=tomorrow)
    assert [one["name"] for one in _kept(journal, tomorrow.date())["contacts"].values()] == ["Noor Haddad"]
    assert journal.backup_trouble is None


def test_what_could_not_be_written_is_not_said_to_be_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that is full neither the backup has room nor the words."""
    with monkeypatch.context() as during:
        during.setattr("netjournal.store.backups.written_after", _full)
        during.setattr("netjournal.store.shelf.replace_whole", _full)
        with pytest.raises(Unavailable):
            journal.add(person("Sana Malik"), now=NOW)
    assert journal.backup_trouble is None


def test_a_change_that_fails_leaves_no_link_to_the_shelf_that_stands(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(person("Noor Haddad"), now=NOW)
    tomorrow = NOW + dt.timedelta(days=1)
    with monkeypatch.context() as during:
        during.setattr("netjournal.store.shelf.replace_whole", _full)
        with pytest.raises(Unavailable):
            journal.add(person("Sana Malik"), now=tomorrow)
    assert (journal.folder / "contacts.json").stat().st_nlink == 1
    journal.add(person("Sana Malik"), now=tomorrow)
    assert [one["name"] for one in _kept(journal, tomorrow.date())["contacts"].values()] == ["Noor Haddad"]


def _full(*_: object) -> None:
    raise Unavailable("The disk is full.")


@pytest.mark.parametrize("hinder", ["a file in its place", "no room", "read back otherwise"])
def test_the_journal_saves_where_backups_cannot_be_kept_and_says_so(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, hinder: str
) -> None:
    folder = journal.places.state / journal.id / backing.FOLDER
    if hinder == "a file in its place":
        folder.write_text("not a folder")
    elif hinder == "no room":
        real = os.mkdir

        def full(path: Any, *rest: Any, **more: Any) -> None:
            if backing.FOLDER in str(path):
                raise OSError(errno.ENOSPC, "No space left on device")
            real(path, *rest, **more)

        monkeypatch.setattr(os, "mkdir", full)
    else:
        monkeypatch.setattr(backing, "read_whole", lambda path: (b"other", None))
    talk = entry(text="kept all the same")
    bring(journal, talk)
    assert journal.interaction(talk.id) == talk
    [problem] = journal.problems()
    assert problem.message.startswith("No backup was kept of what stood there before: ")
    assert str(folder) in problem.hint


def test_undo_keeps_what_stood_before_it(journal: Journal) -> None:
    journal.add(person("Noor Haddad"), now=NOW)
    tomorrow = NOW + dt.timedelta(days=1)
    journal.undo(now=tomorrow)
    assert [one["name"] for one in _kept(journal, tomorrow.date())["contacts"].values()] == ["Noor Haddad"]


def test_who_is_forgotten_goes_into_no_new_backup(journal: Journal) -> None:
    kofi = journal.add(person("Kofi Mensah"), now=NOW)
    journal.forget(kofi.id, now=NOW + dt.timedelta(days=1))
    assert _kept(journal, TODAY + dt.timedelta(days=1)) == {}


def test_a_backup_that_is_not_what_was_kept_is_refused(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    bring(journal, entry(), person("Noor Haddad"))
    bring(journal, entry())
    tomorrow = NOW + dt.timedelta(days=1)
    journal.add(person("Sana Malik"), now=tomorrow)
    backups = Backups(journal.places.state / journal.id / backing.FOLDER)
    for backup in each(backups, tomorrow.date()):
        whole = backup.path.read_bytes()
        for place in range(0, len(whole), 7):
            backup.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            with pytest.raises(Unavailable, match="not as it was written"):
                backup.read()
        backup.path.write_bytes(whole)


def test_a_clock_that_went_wrong_hides_no_backups(journal: Journal) -> None:
    journal.add(person("Noor Haddad"), now=NOW.replace(year=2099))
    journal.add(person("Sana Malik"), now=NOW)
    assert [day.day for day in journal.kept_days(TODAY)] == [TODAY]


class _Desk:
    """Shelves in a folder, changed as a journal changes them, and what each day began with."""

    def __init__(self, folder: Path, retention: Retention) -> None:
        self.journal = folder / "journal"
        (self.journal / "months").mkdir(parents=True)
        self.backups = Backups(folder / "backups", retention)
        self.began: dict[dt.date, dict[str, Any]] = {}
        self._standing: dict[str, Any] = {}

    def change(self, today: dt.date, shelves: list[str], number: int) -> None:
        self.began.setdefault(today, dict(self._standing))
        sources = []
        for shelf in shelves:
            path = self.journal / f"{shelf}.json"
            found = read_whole(path)
            sources.append(Source(shelf, path, *(found or (b"", None))))
        kept = self.backups.keep(today, sources)
        for shelf in shelves:
            path = self.journal / f"{shelf}.json"
            self._standing[shelf] = {"01M7QDK5Y0MISF1T0000000000": {"number": number}}
            write_whole(path, encoded(self._standing[shelf], shelf, path))
        if kept.is_first:
            self.backups.tidy(today, self.journal, shelves)
        assert self.backups.trouble is None

    def as_of(self, day: dt.date, today: dt.date) -> dict[str, Any]:
        kept = {name: backup.read() for name, backup in self.backups.standing(day, today).items()}
        return {name: shelf for name, shelf in {**self._standing, **kept}.items() if shelf}


_changes = st.lists(
    st.tuples(st.integers(1, 40), st.lists(st.sampled_from(SHELVES), min_size=1, unique=True)),
    min_size=60,
    max_size=120,
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=_changes, days=st.integers(1, 20), months=st.integers(0, 30))
def test_over_three_years_each_kept_day_can_be_gone_back_to_exactly(
    changes: list[tuple[int, list[str]]], days: int, months: int
) -> None:
    retention = Retention(days, months)
    with in_memory() as folder:
        desk, today, active = _Desk(Path(folder), retention), FIRST, []
        for number, (wait, shelves) in enumerate(changes):
            if (today - FIRST).days > 3 * 365:
                break
            today += dt.timedelta(days=wait % 40 if number % 3 else 1)
            desk.change(today, shelves, number)
            active.append(today)
        assert desk.backups.days(today) == sorted(_expected(active, today, retention))
        for day in desk.backups.days(today):
            assert desk.as_of(day, today) == desk.began[day]


def _expected(active: list[dt.date], today: dt.date, retention: Retention) -> set[dt.date]:
    """Every day of the last so many, and the first of each of so many months."""
    recent = {day for day in active if (today - day).days < retention.days}
    first = {min(one for one in active if (one.year, one.month) == (day.year, day.month)) for day in active}
    ago = {day: (today.year - day.year) * 12 + today.month - day.month for day in first}
    return recent | {day for day in first if ago[day] <= retention.months}


def test_a_year_of_days_becomes_fourteen_and_one_a_month() -> None:
    everyday = [FIRST + dt.timedelta(days=number) for number in range(366)]
    kept = sorted(kept_days(everyday, everyday[-1], Retention()))
    assert kept == [*(dt.date(2024, month, 1) for month in range(1, 13)), *everyday[-14:]]
