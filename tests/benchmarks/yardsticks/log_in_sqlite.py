"""A yardstick: one entry in a SQLite file (WAL, synchronous FULL, FTS5), saved before the process ends.

``log_in_sqlite.py FILE DAY TEXT NAME`` finds the person by their name and writes the entry with them.
"""

from __future__ import annotations

import sqlite3
import sys

SCHEMA = """
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX by_name ON person (name);
CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, text TEXT);
CREATE INDEX by_day ON entry (day);
CREATE TABLE participant (person INTEGER, entry INTEGER);
CREATE INDEX by_person ON participant (person);
CREATE VIRTUAL TABLE words USING fts5 (text);
"""


def connect(path: str) -> sqlite3.Connection:
    """A connection on which a commit outlives a power cut."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def add(connection: sqlite3.Connection, day: str, text: str, people: list[int]) -> None:
    """Write one entry; the commit is the caller's."""
    key = connection.execute("INSERT INTO entry (day, text) VALUES (?, ?)", (day, text)).lastrowid
    connection.executemany("INSERT INTO participant VALUES (?, ?)", [(person, key) for person in people])
    connection.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (key, text))


if __name__ == "__main__":
    path, day, text, name = sys.argv[1:]
    opened = connect(path)
    with opened:
        add(
            opened,
            day,
            text,
            [id for (id,) in opened.execute("SELECT id FROM person WHERE name = ?", (name,))],
        )
    opened.close()
    print(f"{day} {name}: {text}")
