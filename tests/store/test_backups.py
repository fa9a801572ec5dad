"""Backups: kept before the first change of an hour, as long as is said, and never in the way of a change."""

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
from netjournal.store.backups import Backups, Retention, Source, each
from netjournal.store.files import read_whole, write_whole
from netjournal.store.journal import Journal
from netjournal.store.shelf import encoded
from netjournal.store.thinning import kept_moments
from tests.store.journals import NOW, bring, entry, in_memory, person

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FIRST = dt.datetime.fromisoformat("2024-01-01T08")
SHELVES = ("contacts", "months/2024-01", "trash")


def _kept(journal: Journal, now: dt.datetime = NOW) -> dict[str, dict[str, Any]]:
    """What the backups of an hour hold, by shelf."""
    backups = Backups(journal.places.state / journal.id / backing.FOLDER)
    moment = now.replace(minute=0, tzinfo=None)
    return {name: backup.read() for name, backup in backups.of(moment).items()}


def _moments(journal: Journal, now: dt.datetime) -> list[str]:
    """The moments to which one can go back, the latest first."""
    return [f"{one.moment:%d %H:%M}" for one in journal.kept_moments(now)]


@pytest.mark.parametrize("later", [HOUR, DAY])
def test_only_the_state_before_the_first_change_of_an_hour_is_kept(
    journal: Journal, later: dt.timedelta
) -> None:
    ada = journal.add(person("Ada Obi"), now=NOW)
    assert _kept(journal) == {"contacts": {}}
    for name in ("Ada B", "Ada C"):
        ada = journal.change(ada, replace(ada, name=name), now=NOW)
    assert _kept(journal) == {"contacts": {}}

    for name in ("Ada D", "Ada E"):
        ada = journal.change(ada, replace(ada, name=name), now=NOW + later)
    [found] = _kept(journal, NOW + later)["contacts"].values()
    assert found["name"] == "Ada C"
    assert _kept(journal) == {"contacts": {}}


@pytest.mark.parametrize("wait", [HOUR, DAY])
def test_how_a_shelf_was_left_is_kept_the_next_time_once(journal: Journal, wait: dt.timedelta) -> None:
    """What is lost overnight is there as it was when the day before ended."""
    bring(journal, entry(text="first"))
    times = [NOW + number * wait for number in range(4)]
    for number, now in enumerate(times[1:]):
        journal.add(person(f"Person {number}"), now=now)
    [left] = _kept(journal, times[1])["months/2026-11"].values()
    assert left["text"] == "first"
    assert [sorted(_kept(journal, now)) for now in times] == [
        ["months/2026-11"],
        ["contacts", "months/2026-11"],
        ["contacts"],
        ["contacts"],
    ]


def test_before_what_changes_much_at_once_another_is_kept_within_the_hour(journal: Journal) -> None:
    """A bad import, a wrong merge, a day brought back (reliability.md A14)."""
    ada, bo = (journal.add(person(name), now=NOW) for name in ("Ada Obi", "Bo Lindqvist"))
    later = NOW + dt.timedelta(minutes=7)
    journal.bring([person(f"Card {number}") for number in range(3)], [], title="an import", now=later)
    journal.delete(ada, now=later + dt.timedelta(minutes=2))
    journal.delete(bo, now=later + dt.timedelta(minutes=3))
    assert _moments(journal, later) == ["18 14:37", "18 14:00"]
    journal.restore(later.replace(tzinfo=None), title="before it", now=later)
    assert [one.name for one in journal.people()] == ["Ada Obi", "Bo Lindqvist"]


def test_backups_of_whole_days_made_by_an_earlier_version_are_still_those_of_their_days(
    journal: Journal,
) -> None:
    journal.add(person("Noor Haddad"), now=NOW - DAY)
    journal.add(person("Sana Malik"), now=NOW)
    folder = journal.places.state / journal.id / backing.FOLDER
    (folder / "2026-11-18T14").rename(folder / "2026-11-18")
    journal.add(person("Kofi Mensah"), now=NOW + HOUR)
    assert _moments(journal, NOW) == ["18 15:00", "18 00:00", "17 14:00"]
    journal.restore(NOW.date(), title="the day", now=NOW + HOUR)
    assert [one.name for one in journal.people()] == ["Noor Haddad"]


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
    assert [one["name"] for one in _kept(journal, tomorrow)["contacts"].values()] == ["Noor Haddad"]
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
    assert _moments(journal, tomorrow) == ["18 14:00"]
    journal.add(person("Sana Malik"), now=tomorrow)
    assert [one["name"] for one in _kept(journal, tomorrow)["contacts"].values()] == ["Noor Haddad"]


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
    assert [one["name"] for one in _kept(journal, tomorrow)["contacts"].values()] == ["Noor Haddad"]


def test_who_is_forgotten_goes_into_no_new_backup(journal: Journal) -> None:
    kofi = journal.add(person("Kofi Mensah"), now=NOW)
    journal.forget(kofi.id, now=NOW + dt.timedelta(days=1))
    assert _kept(journal, NOW + DAY) == {}


def test_a_backup_that_is_not_what_was_kept_is_refused(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    bring(journal, entry(), person("Noor Haddad"))
    bring(journal, entry())
    tomorrow = NOW + dt.timedelta(days=1)
    journal.add(person("Sana Malik"), now=tomorrow)
    backups = Backups(journal.places.state / journal.id / backing.FOLDER)
    for backup in each(backups, tomorrow):
        whole = backup.path.read_bytes()
        for place in range(0, len(whole), 7):
            backup.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            with pytest.raises(Unavailable, match="not as it was written"):
                backup.read()
        backup.path.write_bytes(whole)


def test_a_clock_that_went_wrong_hides_no_backups(journal: Journal) -> None:
    journal.add(person("Noor Haddad"), now=NOW.replace(year=2099))
    journal.add(person("Sana Malik"), now=NOW)
    assert _moments(journal, NOW) == ["18 14:00"]


def test_on_the_way_west_what_is_kept_stays_in_its_order(journal: Journal) -> None:
    """Six hours back: what changes there belongs to the latest hour there was."""
    journal.add(person("Noor Haddad"), now=NOW)
    west = NOW.astimezone(dt.timezone(dt.timedelta(hours=-5)))
    journal.add(person("Sana Malik"), now=west + HOUR)
    journal.add(person("Kofi Mensah"), now=west + 7 * HOUR)
    assert _moments(journal, west + 7 * HOUR) == ["18 15:00", "18 14:00"]
    assert [one["name"] for one in _kept(journal, NOW + HOUR)["contacts"].values()] == [
        "Noor Haddad",
        "Sana Malik",
    ]


class _Desk:
    """Shelves in a folder, changed as a journal changes them, and what each hour began with."""

    def __init__(self, folder: Path, retention: Retention) -> None:
        self.journal = folder / "journal"
        (self.journal / "months").mkdir(parents=True)
        self.backups = Backups(folder / "backups", retention)
        self.began: dict[dt.datetime, dict[str, Any]] = {}
        self._standing: dict[str, Any] = {}

    def change(self, now: dt.datetime, shelves: list[str], number: int) -> None:
        self.began.setdefault(now.replace(minute=0), dict(self._standing))
        sources = []
        for shelf in shelves:
            path = self.journal / f"{shelf}.json"
            found = read_whole(path)
            sources.append(Source(shelf, path, *(found or (b"", None))))
        kept = self.backups.keep(now, sources)
        for shelf in shelves:
            path = self.journal / f"{shelf}.json"
            self._standing[shelf] = {"01M7QDK5Y0MISF1T0000000000": {"number": number}}
            write_whole(path, encoded(self._standing[shelf], shelf, path))
        if kept.is_first:
            self.backups.tidy(now, self.journal, shelves)
        assert self.backups.trouble is None

    def standings(self, now: dt.datetime) -> dict[dt.datetime, dict[str, Any]]:
        """The journal as it stood at each moment of the backups."""
        return {
            moment: {
                name: shelf
                for name, shelf in {
                    **self._standing,
                    **{name: backup.read() for name, backup in found.items()},
                }.items()
                if shelf
            }
            for moment, found in self.backups.standing(now)
        }


_changes = st.lists(
    st.tuples(st.integers(1, 40), st.lists(st.sampled_from(SHELVES), min_size=1, unique=True)),
    min_size=80,
    max_size=160,
)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(changes=_changes, days=st.integers(1, 20), months=st.integers(0, 30))
def test_over_three_years_each_kept_hour_can_be_gone_back_to_exactly(
    changes: list[tuple[int, list[str]]], days: int, months: int
) -> None:
    retention = Retention(days, months)
    with in_memory() as folder:
        desk, now, active = _Desk(Path(folder), retention), FIRST, []
        for number, (wait, shelves) in enumerate(changes):
            if now - FIRST > 3 * 365 * DAY:
                break
            now += wait * (DAY if number % 5 == 0 else 6 * HOUR if number % 5 == 1 else HOUR / 4)
            desk.change(now, shelves, number)
            active.append(now.replace(minute=0))
        assert desk.backups.moments(now) == sorted(_expected(active, active[-1], retention))
        for moment, standing in desk.standings(now).items():
            assert standing == desk.began[moment]


def _expected(active: list[dt.datetime], now: dt.datetime, retention: Retention) -> set[dt.datetime]:
    """Every hour of the last 48, and the first of each of so many days, weeks and months."""
    found = {moment for moment in active if now - moment <= 48 * HOUR}
    days = {moment.date(): moment for moment in reversed(active)}
    weeks = {f"{moment:%G-%V}": moment for moment in reversed(active)}
    months = {f"{moment:%Y-%m}": moment for moment in reversed(active)}
    found |= {first for day, first in days.items() if (now.date() - day).days < retention.days}
    monday = now - now.weekday() * DAY
    found |= {first for first in weeks.values() if (monday.date() - first.date()).days <= 7 * retention.weeks}
    months_ago = {first: (now.year - first.year) * 12 + now.month - first.month for first in months.values()}
    return found | {first for first, ago in months_ago.items() if ago <= retention.months}


def test_three_years_of_hours_become_two_days_two_weeks_ten_weeks_and_two_years() -> None:
    """From eight to eight each day; the last is a Wednesday."""
    hours = [FIRST + day * DAY + hour * HOUR for day in range(3 * 365) for hour in range(13)]
    kept = sorted(kept_moments(hours, **Retention()._asdict()))
    days = [hours[-13] - number * DAY for number in range(14)]
    weeks = [hours[-13] - 2 * DAY - 7 * number * DAY for number in range(11)]
    months = [FIRST.replace(year=2024 + number // 12, month=number % 12 + 1) for number in range(11, 36)]
    recent = [hour for hour in hours if hours[-1] - hour <= 48 * HOUR]
    assert kept == sorted({*recent, *days, *weeks, *months})
    assert (len(recent), len(kept)) == (27, 27 + 12 + 9 + 25)


def test_of_a_month_long_past_there_is_still_one_copy(journal: Journal) -> None:
    """It changes no more, and the disk may lose it after years."""
    bring(journal, entry(text="long ago"))
    now = NOW
    for number in range(30):
        now += 31 * DAY
        journal.add(person(f"Person {number}"), now=now)
    (journal.folder / "months/2026-11.json").unlink()
    oldest = journal.kept_moments(now)[-1]
    assert oldest.moment.year == 2027
    journal.restore(oldest.moment, ["months/2026-11"], title="November", now=now)
    assert [one.text for one in journal.month("2026-11")] == ["long ago"]
