"""The file of the index: opened where it is ours and of this version, made anew where it is not."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from netjournal.errors import Unavailable
from netjournal.store.files import make_private
from netjournal.store.index_rows import INDEXES, SCHEMA, make_indexes

_READING = 19
"""Counts up when other rows are made of the same documents; tables that change tell of themselves."""

IN_MEMORY = ":memory:"
"""In place of a path: an index that leaves nothing on the disk."""

BESIDE = ("", "-journal", "-wal", "-shm")
"""How the names of the files end that make up an index."""

_PATIENCE = 10.0


def open_or_make(path: Path) -> sqlite3.Connection:
    """The index at `path`; one in memory where that is a link, of somebody else, or out of reach."""
    with contextlib.suppress(OSError, sqlite3.OperationalError, Unavailable):
        make_private(path)
        try:
            return connect(str(path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            remove(path)
        make_private(path)
        return connect(str(path))
    return connect(IN_MEMORY)


def remove(path: Path) -> None:
    """Take away the file, and what SQLite has beside it."""
    for end in BESIDE:
        with contextlib.suppress(OSError):
            os.unlink(f"{path}{end}")


def connect(path: str) -> sqlite3.Connection:
    """The index at `path`, begun if nothing is there; raises DatabaseError if it is of another version."""
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA page_size = 2048")  # a log touches some twenty pages, each written twice
        connection.execute("PRAGMA cache_size = -400")  # kB; the system has the pages at hand as well
        if _version(connection) != 0:
            keep_a_log(connection)
        else:
            with writing(connection):
                if _version(connection) == 0:  # nobody was faster
                    for statement in SCHEMA.split(";"):
                        connection.execute(statement)
                    make_indexes(connection)
                    connection.execute(f"PRAGMA user_version = {_ours()}")
        if _version(connection) != _ours():
            raise sqlite3.DatabaseError("the index is of another version")
    except BaseException:
        connection.close()
        raise
    return connection


def keep_a_log(connection: sqlite3.Connection) -> None:
    """Write changes to a log first, and into the file later: quicker for few of them, dearer for many.

    Until then, while all is new, they go into the file at once, and what it was before is kept beside it.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # half of its pages after a power cut look whole


def _ours() -> int:
    """The version of an index that this program made, as 31 bits."""
    return crc32(f"{_READING}{SCHEMA}{INDEXES}".encode()) >> 1


def _version(connection: sqlite3.Connection) -> int:
    [(version,)] = connection.execute("PRAGMA user_version")
    return int(version)


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written meanwhile, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # what is damaged cannot even go back
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
