"""Backups: how each shelf stood when an hour began, kept on this machine beside the undo log."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.model import Raw
from netjournal.store.files import Signature, private_folder, read_whole, signature, told, written_after
from netjournal.store.shelf import documents_in

FOLDER = "backups"
"""Where they lie in the state folder of a journal."""

_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}(?:[0-9]{2})?)?"
_FILE = r"([a-z]+|[0-9]{4}-[0-9]{2})@([0-9a-f]{16}|none)\.json"
_NONE = "none"
_NOTHING = b"{}\n"
_AHEAD = dt.timedelta(days=2)
"""By so much the clock may go back where one travels; beyond them a clock went wrong."""


class Retention(NamedTuple):
    """All backups of the last `hours`, and the first of each of so many `days`, `weeks` and `months`."""

    days: int = 14
    months: int = 24
    hours: int = 48
    weeks: int = 10


USUAL = Retention()


class Backup(NamedTuple):
    """A shelf as it stood at a `moment` of the local clock, in the file `path`."""

    moment: dt.datetime
    shelf: str
    path: Path

    def read(self) -> dict[str, Raw]:
        """Its documents, none where there was no shelf yet. Raises Unavailable if it is not what was kept."""
        found = read_whole(self.path)
        data = b"" if found is None else found[0]
        if self.is_of_nothing and data == _NOTHING:
            return {}
        if self.sum != _sum(data):
            raise Unavailable(f"{self.path} is not as it was written.", "Take an earlier or a later backup.")
        return documents_in(data, self.shelf, self.path)

    @property
    def said(self) -> str:
        """Its moment as `netjournal restore` takes it: ``2026-11-18T14:00``."""
        return self.moment.isoformat(timespec="minutes")

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
    """The backups in a `folder`, one folder for each hour in which something changed. Nothing in them is ever
    written in place. Moments are those of the local clock, without a zone.

    `trouble` says why the last one could not be kept; it hinders no change.
    """

    def __init__(self, folder: Path, retention: Retention = USUAL) -> None:
        self.folder = folder
        self.trouble: Unavailable | None = None
        self._retention = retention

    def moments(self, now: dt.datetime) -> list[dt.datetime]:
        """The moments of which there are backups, the earliest first."""
        last = (now.replace(tzinfo=None) + _AHEAD).isoformat()
        with told("read", self.folder), contextlib.suppress(FileNotFoundError):
            names = (name for name in os.listdir(self.folder) if re.fullmatch(_MOMENT, name) and name <= last)
            return sorted(moment for name in names if (moment := _moment(name)))
        return []

    def of(self, moment: dt.datetime) -> dict[str, Backup]:
        """What was kept at one moment, by the name of the shelf. Raises Unavailable."""
        files = self._files(moment).items()
        return {shelf: Backup(moment, shelf, folder / name) for shelf, (folder, name) in files}

    def _files(self, moment: dt.datetime) -> dict[str, tuple[Path, str]]:
        """The folder and the name of each file that was kept at one moment, by the name of its shelf."""
        top = self._place(moment)
        found: dict[str, tuple[Path, str]] = {}
        for folder, prefix in ((top, ""), (top / "months", "months/")):
            with told("read", folder), contextlib.suppress(FileNotFoundError):
                for match in filter(None, map(re.compile(_FILE).fullmatch, sorted(os.listdir(folder)))):
                    found.setdefault(f"{prefix}{match[1]}", (folder, match[0]))
        return found

    def standing(self, now: dt.datetime) -> Iterator[tuple[dt.datetime, dict[str, Backup]]]:
        """The moments, the latest first, each with the journal as it stood: of each shelf that changed since
        the first backup from then on.
        """
        found: dict[str, Backup] = {}
        for moment in reversed(self.moments(now)):
            found = {**found, **self.of(moment)}
            yield moment, found

    def newest(self, shelf: str, now: dt.datetime) -> Backup | None:
        """The last backup of a shelf that can be read."""
        for moment in reversed(self.moments(now)):
            backup = self.of(moment).get(shelf)
            if backup is not None and not backup.is_of_nothing:
                with contextlib.suppress(Unavailable):
                    backup.read()
                    return backup
        return None

    def keep(self, now: dt.datetime, sources: Iterable[Source], *, anew: bool = False) -> Kept:
        """Keep how these shelves stand before their first change of an hour; with `anew`, of a minute.

        What hinders that is remembered as `trouble`, and nothing is raised.
        """
        made: list[Path] = []
        is_first = begins_day = False
        try:
            last = max(self.moments(now), default=None)
            moment = _moment_of(now, last, anew=anew)
            kept = {} if moment != last else self._files(moment)
            is_first = not kept
            begins_day = last is None or last.date() < moment.date()
            made.extend(self._keep(moment, source) for source in sources if source.shelf not in kept)
        except (Unavailable, OSError) as error:
            self._complain(error)
        return Kept(is_first, begins_day, tuple(made))

    def tidy(self, now: dt.datetime, journal: Path, changed: Collection[str]) -> None:
        """After the first change of an hour: keep also how the shelves were left that changed in the one
        before, and thin the rest.

        Those `changed` since are left out. What hinders it is remembered as `trouble`.
        """
        try:
            moments = self.moments(now)
            for shelf, last in self.of(moments[-2]).items() if len(moments) > 1 else ():
                found = read_whole(journal / f"{shelf}.json") if shelf not in changed else None
                if found is not None and last.sum != _sum(found[0]):
                    self._copy(self._target(moments[-1], shelf, found[0]), found[0])
            self._thin(moments, journal)
        except (Unavailable, OSError) as error:
            self._complain(error)

    def _keep(self, moment: dt.datetime, source: Source) -> Path:
        if source.signature is None:
            return self._copy(self._target(moment, source.shelf, None), _NOTHING)
        target = self._target(moment, source.shelf, source.data)
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

    def _target(self, moment: dt.datetime, shelf: str, data: bytes | None) -> Path:
        path = self._place(moment) / f"{shelf}@{_NONE if data is None else _sum(data)}.json"
        private_folder(path.parent)
        return path

    def _place(self, moment: dt.datetime) -> Path:
        """``2026-11-18T1423``, at the full hour ``2026-11-18T14``, and at midnight ``2026-11-18``."""
        length = 16 if moment.minute else 13 if moment.hour else 10
        return self.folder / moment.isoformat()[:length].replace(":", "")

    def _complain(self, error: Unavailable | OSError) -> None:
        why = error.message if isinstance(error, Unavailable) else f"{error.strerror or error}."
        self.trouble = Unavailable(
            f"No backup was kept of what stood there before: {why}",
            f"What you write is saved all the same. Look at {self.folder}.",
        )

    def _thin(self, moments: Sequence[dt.datetime], journal: Path) -> None:
        """What goes was the state of the kept moment before it, too, where that has none of its own."""
        from netjournal.store.thinning import kept_moments  # once an hour

        keeping = kept_moments(moments, **self._retention._asdict())
        for number in range(len(moments) - 1, -1, -1):
            if moments[number] not in keeping:
                if not number:
                    self._keep_only_copies(moments[0], sorted(keeping), journal)
                self._fold(moments[number], moments[number - 1] if number else None)

    def _keep_only_copies(self, first: dt.datetime, later: Sequence[dt.datetime], journal: Path) -> None:
        """Of a shelf that stands as it did then the last backup stays: it is all there is beside the file."""
        others = {shelf for moment in later for shelf in self.of(moment)}
        for shelf, backup in self.of(first).items():
            found = None
            with contextlib.suppress(Unavailable):  # what cannot be read may be brought back
                found = read_whole(journal / f"{shelf}.json")
            if shelf not in others and (found is None or backup.is_of(found[0])):
                self._move(backup, first, later[0])

    def _move(self, backup: Backup, moment: dt.datetime, into: dt.datetime) -> None:
        target = self._place(into) / backup.path.relative_to(self._place(moment))
        private_folder(target.parent)
        os.replace(backup.path, target)

    def _fold(self, moment: dt.datetime, into: dt.datetime | None) -> None:
        """Take a moment out; what the one before it lacks goes there."""
        there = {} if into is None else self.of(into)
        top = self._place(moment)
        for shelf, backup in self.of(moment).items():
            if into is None or shelf in there:
                os.unlink(backup.path)
            else:
                self._move(backup, moment, into)
        for folder in (top / "months", top):
            with contextlib.suppress(FileNotFoundError):
                folder.rmdir()


class Kept(NamedTuple):
    """What was kept before a change: whether it was the first of its hour and of its day, and the files made
    for it.
    """

    is_first: bool
    begins_day: bool
    made: tuple[Path, ...]

    def withdraw(self) -> None:
        """The change failed: the shelves still are the files that were linked."""
        for path in self.made:
            with contextlib.suppress(OSError):
                os.unlink(path)
        for folder in {path.parent for path in self.made}:
            with contextlib.suppress(OSError):  # others lie in it
                os.removedirs(folder)


NOTHING_KEPT = Kept(False, False, ())


def each(backups: Backups, now: dt.datetime) -> Iterator[Backup]:
    """Every backup, the earliest first."""
    for moment in backups.moments(now):
        yield from backups.of(moment).values()


def _moment_of(now: dt.datetime, last: dt.datetime | None, *, anew: bool) -> dt.datetime:
    """Where the clock went back, still the `last`: what is kept stays in its order."""
    minute = now.replace(second=0, microsecond=0, tzinfo=None)
    hour = minute.replace(minute=0)
    if last is None or last < hour:
        return hour
    return max(last, minute) if anew else last


def _moment(name: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(name)
    except ValueError:
        return None


def _sum(data: bytes) -> str:
    import hashlib  # takes as long as to look somebody up

    return hashlib.sha256(data).hexdigest()[:16]
