"""What a disk changed in a file since this journal wrote or read it, and what it was (reliability.md A12).

An edit by hand, a merge or a program that syncs leaves another time, size or inode; a disk changes only what
is read.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from netjournal.errors import Unavailable
from netjournal.store.backups import FOLDER, Backup, Backups, each
from netjournal.store.changes import Change, History
from netjournal.store.files import Signature, read_whole, signature
from netjournal.store.findings import Finding, Weight
from netjournal.store.places import Places
from netjournal.store.shelf import documents_in, encoded

_SUMS = "SELECT name, mtime_ns, size, inode, sum FROM shelf WHERE sum IS NOT NULL"


class Known(NamedTuple):
    """A shelf as this journal wrote or read it last: its signature then, and its checksum."""

    signature: Signature
    sum: int


def known_sums(places: Places, id: str) -> dict[str, Known]:
    """What the index of a journal knows of its shelves; nothing where there is no index."""
    index = places.cache / id / "index.sqlite3"
    with contextlib.suppress(sqlite3.DatabaseError):
        if index.is_file():
            with contextlib.closing(sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True)) as kept:
                rows = kept.execute(_SUMS)
                return {name: Known((when, size, inode), sum) for name, when, size, inode, sum in rows}
    return {}


def is_rotten(found: tuple[bytes, Signature], known: Known | None) -> bool:
    """Whether a file that is still the one we knew says something else."""
    return known is not None and found[1] == known.signature and crc32(found[0]) != known.sum


def as_written(places: Places, id: str, shelf: str, sum: int, now: dt.datetime) -> bytes | None:
    """The bytes of a shelf that had the checksum `sum`: its last backup, and what the undo log says was
    changed since. None if they do not come to it.
    """
    state, path = places.state / id, places.journal / f"{shelf}.json"
    with contextlib.suppress(Unavailable):
        backups = [backup for backup in each(Backups(state / FOLDER), now) if backup.shelf == shelf]
        documents = dict(backups[-1].read()) if backups else {}
        for change in _since(backups, state):
            for edit in change.edits:
                if edit.shelf == shelf and edit.after is not None:
                    documents[edit.id] = edit.after
                elif edit.shelf == shelf:
                    documents.pop(edit.id, None)
        data = encoded(documents, shelf, path)
        return data if crc32(data) == sum else None
    return None


def told_of_rot(places: Places, id: str, shelf: str, known: Known, hint: str, now: dt.datetime) -> Finding:
    """That a file is not as it was written; `hint` says what may be done where that cannot be told."""
    path = places.journal / f"{shelf}.json"
    message = f"{path} is not as it was written, and nobody has written it since"
    written, found = as_written(places, id, shelf, known.sum, now), read_whole(path)
    if written is None or found is None:
        return Finding("rot", path, f"{message}.", f"Is the disk in order? {hint}")
    weight: Weight = 3
    with contextlib.suppress(Unavailable):
        documents_in(found[0], shelf, path)
        weight = 1
    pairs = zip(found[0].split(b"\n"), written.split(b"\n"), strict=False)
    line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 0)
    mend = "writes again what stood there, as the undo log and the last backup tell"
    return Finding("rot", path, f"{message}: line {line}.", "Is the disk in order?", mend, weight, line)


def rot_since_kept(path: Path, backup: Backup, now: dt.datetime) -> Iterator[Finding]:
    """Whether a file that was not written since it was kept says something else."""
    with contextlib.suppress(Unavailable):
        found, kept = read_whole(path), signature(backup.path)
        if found is None or kept is None or backup.is_of_nothing or backup.is_of(found[0]):
            return
        (written, *_), (last_kept, *_) = found[1], kept
        if written < last_kept <= now.timestamp() * 1e9:
            message = f"{path} is not what it was when it was kept, and nobody has written it since."
            shelf = backup.shelf.removeprefix("months/")
            hint = f"Is the disk in order? `netjournal restore {backup.said} {shelf}` brings it back."
            yield Finding("rot", path, message, hint)


def _since(backups: list[Backup], state: Path) -> list[Change]:
    """The changes in the undo log since the last backup, in their order."""
    since = backups[-1].moment if backups else None
    return [
        change
        for change in reversed(list(History(state).changes()))
        if since is None or dt.datetime.fromisoformat(change.made).replace(tzinfo=None) >= since
    ]
