"""The index: what the shelves hold, by person, day and theme. Derived, disposable, in the cache folder."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from netjournal.errors import Unavailable
from netjournal.store.changes import grouped
from netjournal.store.files import Signature, read_whole, refuse_foreign, told
from netjournal.store.index_file import IN_MEMORY, connect, keep_a_log, open_or_make, remove, writing
from netjournal.store.index_rows import Rows
from netjournal.store.lines import entries_in
from netjournal.store.places import MONTH, SHELVES
from netjournal.store.shelf import Edit, Shelf, documents_in

T = TypeVar("T")

_NOT_OURS = -1
"""In place of when it was written: a file that may not be read is not the one that was."""

_OUR_MISTAKES = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.DataError)
_MONTH = re.compile(rf"{MONTH}\.json")
_TOP = re.compile(rf"(?:{SHELVES})\.json")


class Index:
    """A SQLite file at `path` that mirrors the shelves in `folder`.

    Made anew if it is missing, old or damaged; kept in memory where the file cannot be used. Safe for several
    threads and processes. Every method raises Unavailable while another process takes long to make it anew.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder
        self._lock = threading.RLock()
        self._connection = open_or_make(path)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def rows(self, query: str, *values: object) -> list[Any]:
        """What a query finds."""
        return self.read(list, query, *values)

    def read(self, take: Callable[[Iterable[Any]], T], query: str, *values: object) -> T:
        """What `take` makes of what a query finds, row by row: for those of which one need not hold all."""
        return self._do(lambda connection: take(connection.execute(query, values)))

    def note(self, statement: str, *values: object) -> None:
        """Keep what was learned of a shelf, by a statement that stands for itself."""
        self._do(lambda connection: connection.execute(statement, values))

    @property
    def stamp(self) -> tuple[int, int, int]:
        """Another one whenever a row may be another one, whoever wrote it."""
        return self._do(_stamp)

    def refresh(self) -> dict[str, Signature]:
        """Bring the index in step with the shelves; gives their signatures. Raises Unavailable."""
        return self._do(self._refresh)

    def scrub(self) -> None:
        """Bring the index in step, with nothing left of rows that are gone. Raises Unavailable."""
        self._do(self._refresh)
        self._do(_scrub)

    def follow(
        self,
        before: Mapping[str, Signature | None],
        after: Mapping[str, Shelf],
        edits: Iterable[Edit],
    ) -> None:
        """Take over `edits` just written, by which shelves went from the signatures `before` to `after`.

        The change stands, whatever happens here: what is not taken over now will be at the next refresh.
        """
        with contextlib.suppress(Unavailable):
            self._do(lambda connection: _follow(connection, before, after, grouped(edits)))

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """`work`, done again in memory if the file turns out to be unusable."""
        with self._lock:
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if isinstance(error, _OUR_MISTAKES):
                    raise
                if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise Unavailable(
                        "The journal's index is busy.", "Wait a moment and try again."
                    ) from error
                self._connection.close()
                remove(self._path)
                self._connection = connect(IN_MEMORY)
                self._refresh(self._connection)
                return work(self._connection)

    def _refresh(self, connection: sqlite3.Connection) -> dict[str, Signature]:
        standing, known = shelves(self._folder), _known(connection)
        if standing != known:
            with writing(connection):
                standing, known = shelves(self._folder), _known(connection)
                self._follow_files(Rows(connection), known, standing)
        if not known:
            keep_a_log(connection)
        return standing

    def _follow_files(
        self, rows: Rows, known: Mapping[str, Signature], standing: Mapping[str, Signature]
    ) -> None:
        for name in known.keys() - standing.keys():
            rows.forget(name)
        with contextlib.nullcontext() if known else rows.from_nothing():
            for name in sorted(standing):
                if standing[name] != known.get(name):
                    _follow_file(rows, self._folder, name, standing[name])
        rows.settle()


def in_memory(folder: Path) -> Index:
    """An index of the shelves in `folder` that leaves nothing on the disk."""
    return Index(Path("/dev/null/nowhere"), folder)


def shelves(folder: Path) -> dict[str, Signature]:
    """The signature of each shelf that the index mirrors, by name. Raises Unavailable."""
    months = folder / "months"
    found: dict[str, Signature] = {}
    with told("read", folder):
        found.update(_signatures(folder, _TOP.fullmatch, ""))
    with told("read", months), contextlib.suppress(FileNotFoundError):
        refuse_foreign(months, os.lstat(months))
        found.update(_signatures(months, _MONTH.fullmatch, "months/"))
    return found


def _signatures(
    folder: Path, is_shelf: Callable[[str], object], prefix: str
) -> Iterator[tuple[str, Signature]]:
    ours = (os.geteuid(), 0)
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for name in filter(is_shelf, os.listdir(opened)):
            try:
                status = os.stat(name, dir_fd=opened, follow_symlinks=False)
            except FileNotFoundError:
                continue
            may_read = status.st_mode & stat.S_IRUSR and status.st_uid in ours
            written = status.st_mtime_ns if may_read else _NOT_OURS
            yield f"{prefix}{name[:-5]}", (written, status.st_size, status.st_ino)
    finally:
        os.close(opened)


def _follow(
    connection: sqlite3.Connection,
    before: Mapping[str, Signature | None],
    after: Mapping[str, Shelf],
    groups: Mapping[str, Iterable[Edit]],
) -> None:
    with writing(connection):
        known, rows = _known(connection, groups), Rows(connection)
        for shelf, edits in groups.items():
            if known.get(shelf) == before[shelf]:
                for edit in edits:
                    if edit.before is not None:
                        rows.remove(shelf, edit.id)
                rows.add(shelf, {edit.id: edit.after for edit in edits if edit.after is not None})
                rows.sign(shelf, after[shelf].signature, after[shelf].sum)
        rows.settle()


def _follow_file(rows: Rows, folder: Path, shelf: str, standing: Signature) -> None:
    """Take in a shelf that has another signature; nothing but that if it says what it said: it was copied,
    or put back. There is no checksum of what changes meanwhile, or cannot be read.
    """
    path, sum = folder / f"{shelf}.json", None
    try:
        found = read_whole(path)
        if found and found[1] == standing:
            sum = crc32(found[0])
            if rows.renew(shelf, standing, sum):
                return
        rows.forget(shelf)
        if found:
            _take_in(rows, shelf, found[0], path)
    except Unavailable as error:
        rows.forget(shelf)
        rows.report(shelf, error)
    rows.sign(shelf, standing, sum)


def _take_in(rows: Rows, shelf: str, data: bytes, path: Path) -> None:
    entries = entries_in(data, shelf) if shelf.startswith("months/") else None
    if entries is None:
        rows.add(shelf, documents_in(data, shelf, path))
    else:
        rows.add_entries(entries)


def _known(connection: sqlite3.Connection, only: Iterable[str] | None = None) -> dict[str, Signature]:
    query = "SELECT name, mtime_ns, size, inode FROM shelf"
    if only is None:
        found = connection.execute(query)
    else:
        chosen = f"{query} WHERE name IN (SELECT value FROM json_each(?))"  # noqa: S608 -- the one above
        found = connection.execute(chosen, (json.dumps(list(only)),))
    return {row[0]: row[1:] for row in found}


def _scrub(connection: sqlite3.Connection) -> None:
    connection.execute(
        "DELETE FROM concordance WHERE (shelf, mtime_ns, size, inode) NOT IN"
        " (SELECT name, mtime_ns, size, inode FROM shelf)"
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("VACUUM")
    for is_busy, *_ in connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall():
        if is_busy:
            raise Unavailable("The journal's index is busy.", "Wait a moment and try again.")


def _stamp(connection: sqlite3.Connection) -> tuple[int, int, int]:
    [(version,)] = connection.execute("PRAGMA data_version")
    return id(connection), int(version), connection.total_changes
