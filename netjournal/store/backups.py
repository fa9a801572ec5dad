"""Backups: how each shelf stood when a day began, kept on this machine beside the undo log."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.model import Raw
from netjournal.store.files import Signature, private_folder, read_whole, signature, told, written_after
from netjournal.store.shelf import documents_in

FOLDER = "backups"
"""Where they lie in the state folder of a journal."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FILE = re.compile(r"([a-z]+|[0-9]{4}-[0-9]{2})@([0-9a-f]{16}|none)\.json")
_NONE = "none"
_NOTHING = b"{}\n"
_AHEAD = 2
"""By so many days the calendar may go back where one travels; beyond them a clock went wrong."""


class Retention(NamedTuple):
    """Backups of the last `days` days are kept, and before them the first of each of `months` months."""

    days: int = 14
    months: int = 24


USUAL = Retention()


class Backup(NamedTuple):
    """A shelf as it stood when `day` began, in the file `path`."""

    day: dt.date
    shelf: str
    path: Path

    def read(self) -> dict[str, Raw]:
        """Its documents, none where there was no shelf yet. Raises Unavailable if it is not what was kept."""
        found = read_whole(self.path)
        data = b"" if found is None else found[0]
        if self.is_of_nothing and data == _NOTHING:
            return {}
        if self.sum != _sum(data):
            raise Unavailable(f"{self.path} is not as it was written.", "Take the backup of another day.")
        return documents_in(data, self.shelf, self.path)

    @property
    def sum(self) -> str:
        """What its bytes come to; ``none`` if there was no such shelf yet."""
        return self.path.stem.rpartition("@")[2]

    def is_of(self, data: bytes) -> bool:
        """Whether it was made of these very bytes."""
        return self.sum == _sum(data)

    @property
    def is_of_nothing(self) -> bool:
        """Whether there was no such shelf yet."""
        return self.sum == _NONE


class Source(NamedTuple):
    """A shelf that is about to change: its file, what was read in it, and the signature of that (or None)."""

    shelf: str
    path: Path
    data: bytes
    signature: Signature | None


class Backups:
    """The backups in a `folder`, one folder a day. Nothing in them is ever written in place.

    `trouble` says why the last one could not be kept; it hinders no change.
    """

    def __init__(self, folder: Path, retention: Retention = USUAL) -> None:
        self.folder = folder
        self.trouble: Unavailable | None = None
        self._retention = retention

    def days(self, today: dt.date) -> list[dt.date]:
        """The days of which there are backups, the earliest first."""
        with told("read", self.folder), contextlib.suppress(FileNotFoundError):
            names = (name for name in os.listdir(self.folder) if _DAY.fullmatch(name))
            return sorted(day for name in names if (day := _day(name)) and (day - today).days <= _AHEAD)
        return []

    def of(self, day: dt.date) -> dict[str, Backup]:
        """What was kept on one day, by the name of the shelf. Raises Unavailable."""
        top = self.folder / day.isoformat()
        found: dict[str, Backup] = {}
        for folder, prefix in ((top, ""), (top / "months", "months/")):
            with told("read", folder), contextlib.suppress(FileNotFoundError):
                for name in sorted(os.listdir(folder)):
                    if match := _FILE.fullmatch(name):
                        shelf = f"{prefix}{match[1]}"
                        found.setdefault(shelf, Backup(day, shelf, folder / name))
        return found

    def standing(self, day: dt.date, today: dt.date) -> dict[str, Backup]:
        """The journal as `day` began: of each shelf that changed since the first backup from that day on."""
        found: dict[str, Backup] = {}
        for later in self.days(today):
            if later >= day:
                found = {**self.of(later), **found}
        return found

    def newest(self, shelf: str, today: dt.date) -> Backup | None:
        """The last backup of a shelf that can be read."""
        for day in reversed(self.days(today)):
            backup = self.of(day).get(shelf)
            if backup is not None and not backup.is_of_nothing:
                with contextlib.suppress(Unavailable):
                    backup.read()
                    return backup
        return None

    def keep(self, today: dt.date, sources: Iterable[Source]) -> Kept:
        """Keep how these shelves stand before their first change of a day.

        What hinders that is remembered as `trouble`, and nothing is raised.
        """
        made: list[Path] = []
        is_first = False
        try:
            day = self._day_of(today)
            is_first = signature(self.folder / day.isoformat()) is None
            kept = self.of(day)
            made.extend(self._keep(day, source) for source in sources if source.shelf not in kept)
        except (Unavailable, OSError) as error:
            self._complain(error)
        return Kept(is_first, tuple(made))

    def tidy(self, today: dt.date, journal: Path, changed: Collection[str]) -> None:
        """Once a day: keep also how the shelves were left that changed on the day before, and thin the rest.

        Those `changed` since the day began are left out. What hinders it is remembered as `trouble`.
        """
        try:
            day = self._day_of(today)
            earlier = [one for one in self.days(today) if one < day]
            for shelf, last in self.of(earlier[-1]).items() if earlier else ():
                found = read_whole(journal / f"{shelf}.json") if shelf not in changed else None
                if found is not None and last.sum != _sum(found[0]):
                    self._copy(self._target(day, shelf, found[0]), found[0])
            self._thin(day)
        except (Unavailable, OSError) as error:
            self._complain(error)

    def _day_of(self, today: dt.date) -> dt.date:
        """Where the calendar went back, still the later day: what is kept stays in its order."""
        return max([today, *self.days(today)[-1:]])

    def _keep(self, day: dt.date, source: Source) -> Path:
        if source.signature is None:
            return self._copy(self._target(day, source.shelf, None), _NOTHING)
        target = self._target(day, source.shelf, source.data)
        with contextlib.suppress(OSError):  # another file system, or one without links: it is copied
            os.link(source.path, target, follow_symlinks=False)
            # The same file as was read, and the journal replaces it as a whole in a moment.
            if signature(target) == source.signature:
                return target
            os.unlink(target)
        return self._copy(target, source.data)

    def _copy(self, target: Path, data: bytes) -> Path:
        with written_after(target, data):
            pass
        found = read_whole(target)
        if found is None or found[0] != data:
            raise Unavailable(f"{target} is not as it was written.", "Is the disk in order?")
        return target

    def _target(self, day: dt.date, shelf: str, data: bytes | None) -> Path:
        name = f"{day.isoformat()}/{shelf}@{_NONE if data is None else _sum(data)}.json"
        path = self.folder / name
        private_folder(path.parent)
        return path

    def _complain(self, error: Unavailable | OSError) -> None:
        why = error.message if isinstance(error, Unavailable) else f"{error.strerror or error}."
        self.trouble = Unavailable(
            f"No backup was kept of what stood there before: {why}",
            f"What you write is saved all the same. Look at {self.folder}.",
        )

    def _thin(self, today: dt.date) -> None:
        """What goes was the state of the kept day before it, too, where that day has none of its own."""
        days = self.days(today)
        keeping = kept_days(days, today, self._retention)
        for day in reversed([one for one in days if one not in keeping]):
            earlier = [one for one in days if one < day]
            self._fold(day, earlier[-1] if earlier else None)

    def _fold(self, day: dt.date, into: dt.date | None) -> None:
        """Take a day out; what the day before it lacks goes there."""
        there = {} if into is None else self.of(into)
        for shelf, backup in self.of(day).items():
            if into is None or shelf in there:
                os.unlink(backup.path)
            else:
                target = (
                    self.folder / into.isoformat() / backup.path.relative_to(self.folder / day.isoformat())
                )
                private_folder(target.parent)
                os.replace(backup.path, target)
        for folder in (self.folder / day.isoformat() / "months", self.folder / day.isoformat()):
            with contextlib.suppress(FileNotFoundError):
                folder.rmdir()


class Kept(NamedTuple):
    """What was kept before a change: whether it was the first of the day, and the files made for it."""

    is_first: bool
    made: tuple[Path, ...]

    def withdraw(self) -> None:
        """The change failed: the shelves still are the files that were linked."""
        for path in self.made:
            with contextlib.suppress(OSError):
                os.unlink(path)


NOTHING_KEPT = Kept(False, ())


def kept_days(days: Iterable[dt.date], today: dt.date, retention: Retention) -> frozenset[dt.date]:
    """Those of `days` that are kept: the last `retention.days` days, and the first of each month before."""
    firsts: dict[tuple[int, int], dt.date] = {}
    recent = set()
    for day in sorted(days):
        if (today - day).days < retention.days:
            recent.add(day)
        firsts.setdefault((day.year, day.month), day)
    number = today.year * 12 + today.month
    monthly = {day for (year, month), day in firsts.items() if number - year * 12 - month <= retention.months}
    return frozenset(recent | monthly)


def each(backups: Backups, today: dt.date) -> Iterator[Backup]:
    """Every backup, the earliest first."""
    for day in backups.days(today):
        yield from backups.of(day).values()


def _day(name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(name)
    except ValueError:
        return None


def _sum(data: bytes) -> str:
    import hashlib  # takes as long as to look somebody up

    return hashlib.sha256(data).hexdigest()[:16]
