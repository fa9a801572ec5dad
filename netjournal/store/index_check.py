"""Whether the kept index says what the shelves say."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any

from netjournal.store.concordances import words_agree
from netjournal.store.index import in_memory

_PICTURE = (
    "SELECT * FROM problem ORDER BY shelf, id",
    "SELECT * FROM gone ORDER BY id",
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM word ORDER BY word, person",
    "SELECT * FROM reach ORDER BY key, person",
    "SELECT shelf, id, date, wall, status, prompt, dimension, asked, asked_on FROM entry ORDER BY shelf, id",
    "SELECT e.shelf, e.id, p.person, p.date, p.channel, p.people FROM participant p"
    " LEFT JOIN entry e ON e.key = p.entry ORDER BY e.shelf, e.id, p.person",
    "SELECT e.shelf, e.id, t.tag FROM tag t LEFT JOIN entry e ON e.key = t.entry"
    " ORDER BY e.shelf, e.id, t.tag",
    "SELECT e.shelf, e.id, p.position, p.due, p.mine, p.said FROM promise p"
    " LEFT JOIN entry e ON e.key = p.entry ORDER BY e.shelf, e.id, p.position",
    "SELECT e.shelf, e.id, m.word FROM mourned m LEFT JOIN entry e ON e.key = m.entry"
    " ORDER BY e.shelf, e.id, m.word",
    "SELECT e.shelf, e.id, p.prompt, p.asked, p.asked_on FROM passed p"
    " LEFT JOIN entry e ON e.key = p.entry ORDER BY e.shelf, e.id, p.prompt, p.asked",
)
_WORDS = (
    "SELECT shelf, words, ends, lines FROM concordance"
    " WHERE (shelf, mtime_ns, size, inode) IN (SELECT name, mtime_ns, size, inode FROM shelf)"
)
_SHELVES = "SELECT name, mtime_ns, size, inode FROM shelf ORDER BY name"


def index_agrees(path: Path, folder: Path) -> bool:
    """Whether the index in the file `path` is one, and agrees with the shelves in `folder`.

    One that is behind agrees, and one that was broken off while it was made: it is brought in step before
    anything is read in it. Nothing is written.
    """
    if not os.path.lexists(path):
        return True
    if not path.is_file():  # to open a FIFO would be to wait for ever
        return False
    fresh = in_memory(folder)
    try:
        fresh.refresh()
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as kept:
            kept.execute("BEGIN")
            if _rows(kept, _SHELVES) != fresh.rows(_SHELVES):
                return bool(_rows(kept, "PRAGMA quick_check") == [("ok",)])
            if not words_agree(folder, _rows(kept, _WORDS)):
                return False
            return all(_rows(kept, query) == fresh.rows(query) for query in _PICTURE)
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK
    finally:
        fresh.close()


def _rows(connection: sqlite3.Connection, query: str) -> list[Any]:
    return connection.execute(query).fetchall()
