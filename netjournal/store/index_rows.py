"""What a document is in the index: its rows, added and removed."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from netjournal.errors import JournalError, Unavailable
from netjournal.language.finding.reaching import reach_keys
from netjournal.language.folding import fold_keys, words
from netjournal.model import Contact, Event, Interaction, Introduction, Met, Raw, from_raw
from netjournal.store.acquainted import cards
from netjournal.store.entry_rows import entry_rows
from netjournal.store.files import Signature
from netjournal.store.goal_documents import check_goals

SCHEMA = """
CREATE TABLE shelf (
  name TEXT PRIMARY KEY, mtime_ns INTEGER, size INTEGER, inode INTEGER, sum INTEGER) WITHOUT ROWID;
CREATE TABLE concordance (
  shelf TEXT PRIMARY KEY, mtime_ns INTEGER, size INTEGER, inode INTEGER, words BLOB, ends BLOB, lines BLOB);
CREATE TABLE problem (shelf TEXT, id TEXT, message TEXT, hint TEXT);
CREATE TABLE gone (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT, card BLOB, first TEXT, last TEXT, count INTEGER,
  rhythmic INTEGER, resting INTEGER, through TEXT, met TEXT) WITHOUT ROWID;
CREATE TABLE word (word TEXT, person TEXT, PRIMARY KEY (word, person)) WITHOUT ROWID;
CREATE TABLE reach (key TEXT, person TEXT, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE entry (
  key INTEGER PRIMARY KEY, id TEXT, date TEXT, wall TEXT, status TEXT, prompt TEXT,
  dimension TEXT, asked REAL, asked_on TEXT, shelf TEXT AS ('months/' || substr(date, 1, 7)));
CREATE TABLE participant (
  entry INTEGER, person TEXT, date TEXT, channel TEXT, people INTEGER, PRIMARY KEY (entry, person)
  ) WITHOUT ROWID;
CREATE VIEW talk AS SELECT * FROM participant WHERE channel IS NOT 'broadcast';
CREATE TABLE tag (entry INTEGER, tag TEXT, PRIMARY KEY (entry, tag)) WITHOUT ROWID;
CREATE TABLE promise (
  entry INTEGER, position INTEGER, due TEXT, mine INTEGER, said TEXT, PRIMARY KEY (entry, position)
  ) WITHOUT ROWID;
CREATE TABLE mourned (entry INTEGER, word TEXT, PRIMARY KEY (entry, word)) WITHOUT ROWID;
CREATE TABLE passed (
  entry INTEGER, prompt TEXT, asked REAL, asked_on TEXT, PRIMARY KEY (entry, prompt, asked)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX with_rhythm ON person (id) WHERE rhythmic;
CREATE INDEX met_through ON person (through) WHERE through IS NOT NULL;
CREATE INDEX at_rest ON person (id) WHERE resting;
CREATE INDEX word_of ON word (person);
CREATE INDEX reach_of ON reach (person);
CREATE INDEX by_id ON entry (id);
CREATE INDEX on_date ON entry (date);
CREATE INDEX of_prompt ON entry (prompt, asked) WHERE asked IS NOT NULL;
CREATE INDEX when_asked ON entry (asked) WHERE asked IS NOT NULL;
CREATE INDEX of_status ON entry (status, date) WHERE asked IS NOT NULL;
CREATE INDEX of_dimension ON entry (status, dimension, date) WHERE asked IS NOT NULL;
CREATE INDEX mourned_with ON mourned (word);
CREATE INDEX of_person ON participant (person, date, channel, people);
CREATE INDEX by_tag ON tag (tag);
"""

_RENEW = "UPDATE shelf SET (mtime_ns, size, inode) = (?, ?, ?) WHERE name = ? AND sum = ?"
_RENEW_WORDS = (
    "UPDATE concordance SET (mtime_ns, size, inode) = (?, ?, ?) WHERE (shelf, mtime_ns, size, inode) IN"
    " (SELECT name, mtime_ns, size, inode FROM shelf WHERE name = ? AND sum = ?)"
)
_OF_ENTRY = ("participant", "tag", "promise", "passed", "mourned")
_READ_WHOLE = ("introductions", "goals", "destinations", "events")
_ROOM = -64 * 1024
"""The cache while an index is made from nothing: so many KiB, as SQLite writes it."""
_MANY = 500
"""People met in one refresh, from which on it is cheaper to count everyone's meetings anew."""


def entry_of(id: str, raw: object, shelf: str) -> Interaction:
    """The interaction that stands on a shelf; raises Unavailable if it does not fit, or not there."""
    entry = from_raw(Interaction, id, raw, f"{shelf}.json")
    if not shelf.endswith(entry.month):
        raise Unavailable(
            f"{shelf}.json: {id}: date: {entry.date} is of another month.",
            f"Move it to months/{entry.month}.json by hand, or correct its date.",
        )
    return entry


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make the indexes of tables that have none."""
    for statement in INDEXES.split(";"):
        connection.execute(statement)


class Rows:
    """The rows of a connection while they are written; `settle` after the last."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._met: set[str] = set()

    @contextlib.contextmanager
    def from_nothing(self) -> Iterator[None]:
        """Without the indexes until everything is in: sorting once is quicker than to keep it sorted.

        What of a shelf got in without its signature goes first: it would be there twice.
        """
        for table in re.findall(r"CREATE TABLE (\w+)", SCHEMA):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- a name above
        [(usual,)] = self._connection.execute("PRAGMA cache_size")
        self._connection.execute(f"PRAGMA cache_size = {_ROOM}")
        for name in re.findall(r"CREATE INDEX (\w+)", INDEXES):
            self._connection.execute(f"DROP INDEX {name}")
        yield
        make_indexes(self._connection)
        self._connection.execute(f"PRAGMA cache_size = {usual}")

    def report(self, shelf: str, error: JournalError, id: str = "") -> None:
        """Note what cannot be read: a whole shelf, or one document on it."""
        row = (shelf, id, error.message, error.hint)
        self._connection.execute("INSERT INTO problem VALUES (?, ?, ?, ?)", row)

    def sign(self, shelf: str, signature: Signature | None, sum: int | None) -> None:
        """Note of which file, with which checksum, the rows of a shelf are."""
        if signature is not None:
            self._connection.execute("REPLACE INTO shelf VALUES (?, ?, ?, ?, ?)", (shelf, *signature, sum))

    def renew(self, shelf: str, signature: Signature, sum: int) -> bool:
        """Note another signature of the same file, if the rows of a shelf are of one with this checksum."""
        is_same = (*signature, shelf, sum)
        self._connection.execute(_RENEW_WORDS, is_same)
        return self._connection.execute(_RENEW, is_same).rowcount > 0

    def forget(self, shelf: str) -> None:
        """Take out everything that stands on a shelf."""
        if not self._connection.execute("DELETE FROM shelf WHERE name = ?", (shelf,)).rowcount:
            return
        self._connection.execute("DELETE FROM problem WHERE shelf = ?", (shelf,))
        if shelf == "contacts":
            self._connection.execute("DELETE FROM person")
            self._connection.execute("DELETE FROM word")
            self._connection.execute("DELETE FROM reach")
        elif shelf == "trash":
            self._connection.execute("DELETE FROM gone")
        elif shelf not in _READ_WHOLE:
            self._connection.execute("DELETE FROM concordance WHERE shelf = ?", (shelf,))
            self._remove_entries("date BETWEEN ?1 AND ?1 || '-31'", (shelf.removeprefix("months/"),))

    def remove(self, shelf: str, id: str) -> None:
        """Take out one document of a shelf."""
        self._connection.execute("DELETE FROM problem WHERE shelf = ? AND id = ?", (shelf, id))
        if shelf == "contacts":
            self._connection.execute("DELETE FROM person WHERE id = ?", (id,))
            self._connection.execute("DELETE FROM word WHERE person = ?", (id,))
            self._connection.execute("DELETE FROM reach WHERE person = ?", (id,))
        elif shelf == "trash":
            self._connection.execute("DELETE FROM gone WHERE id = ?", (id,))
        elif shelf not in _READ_WHOLE:
            self._remove_entries("shelf = ? AND id = ?", (shelf, id))

    def add(self, shelf: str, documents: Mapping[str, Raw]) -> None:
        """Take in documents of a shelf, by id; those that do not fit are reported and left out."""
        if shelf == "contacts":
            self._add_people(shelf, documents)
        elif shelf == "trash":
            self._add_gone(documents)
        elif shelf in _READ_WHOLE:
            self._check(shelf, documents)
        else:
            self._add_documents(shelf, documents)

    def settle(self) -> None:
        """Count the meetings of everyone whose entries came or went."""
        count = (
            "UPDATE person SET (first, last, count) ="
            " (SELECT MIN(date), MAX(date), COUNT(*) FROM talk t WHERE t.person = person.id)"
        )
        if len(self._met) > _MANY:
            self._connection.execute(count)
        else:
            self._connection.executemany(f"{count} WHERE id = ?", [(person,) for person in self._met])
        self._met.clear()

    def _remove_entries(self, condition: str, values: tuple[str, ...]) -> None:
        found = self._connection.execute(f"SELECT key FROM entry WHERE {condition}", values)  # noqa: S608 -- one of two above
        keys: list[tuple[int]] = found.fetchall()
        for key in keys:
            people = self._connection.execute("SELECT person FROM participant WHERE entry = ?", key)
            self._met.update(person for (person,) in people)
        for table in _OF_ENTRY:
            self._connection.executemany(f"DELETE FROM {table} WHERE entry = ?", keys)  # noqa: S608 -- a name above
        self._connection.executemany("DELETE FROM entry WHERE key = ?", keys)

    def _add_people(self, shelf: str, documents: Mapping[str, Raw]) -> None:
        known: list[tuple[Contact, Raw]] = []
        found_by: list[tuple[str, str]] = []
        reached_by: list[tuple[str, str]] = []
        for id, raw in documents.items():
            try:
                contact = from_raw(Contact, id, raw, f"{shelf}.json")
            except Unavailable as error:
                self.report(shelf, error, id)
                continue
            known.append((contact, raw))
            reached_by.extend((key, id) for key in reach_keys(contact))
            for called in (contact.name, *contact.nicknames):
                found_by.extend((word, id) for key in fold_keys(called) for word in words(key))
        people = [
            (contact.id, contact.name, card, _has_rhythm(contact), contact.rest, *_met(contact))
            for (contact, _), card in zip(known, cards(known), strict=True)
        ]
        self._connection.executemany("INSERT INTO person VALUES (?, ?, ?, NULL, NULL, 0, ?, ?, ?, ?)", people)
        self._connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?)", found_by)
        self._connection.executemany("INSERT OR IGNORE INTO reach VALUES (?, ?)", reached_by)
        self._met.update(id for id, *_ in people)

    def _add_gone(self, documents: Mapping[str, Raw]) -> None:
        """Deleted people keep their names in the entries that they are in."""
        for id, raw in documents.items():
            document = (
                raw.get("document") if isinstance(raw, dict) and raw.get("from") == "contacts" else None
            )
            try:
                contact = from_raw(Contact, id, document, "trash.json")
            except Unavailable:
                continue  # a name that nobody can read any more is all that is lost
            self._connection.execute("INSERT INTO gone VALUES (?, ?)", (id, contact.name))

    def _check(self, shelf: str, documents: Mapping[str, Raw]) -> None:
        """They are few: what cannot be read is reported, the others are read from their shelf."""
        for id, raw in documents.items():
            try:
                if shelf == "introductions":
                    from_raw(Introduction, id, raw, "introductions.json")
                elif shelf == "events":
                    from_raw(Event, id, raw, "events.json")
                else:
                    check_goals(shelf, id, raw)
            except Unavailable as error:
                self.report(shelf, error, id)

    def _add_documents(self, shelf: str, documents: Mapping[str, Raw]) -> None:
        entries = []
        for id, raw in documents.items():
            try:
                entries.append(entry_of(id, raw, shelf))
            except Unavailable as error:
                self.report(shelf, error, id)
        self.add_entries(entries)

    def add_entries(self, found: Sequence[Interaction]) -> None:
        """Take in entries that fit the shelves they stand on."""
        [(last,)] = self._connection.execute("SELECT COALESCE(MAX(key), 0) FROM entry")
        rows = entry_rows(found, first=last + 1)
        execute = self._connection.executemany
        execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.entries)
        execute("INSERT OR IGNORE INTO tag VALUES (?, ?)", rows.tags)
        execute("INSERT INTO promise VALUES (?, ?, ?, ?, ?)", rows.promises)
        execute("INSERT OR IGNORE INTO passed VALUES (?, ?, ?, ?)", rows.passed)
        execute("INSERT OR IGNORE INTO mourned VALUES (?, ?)", rows.mourned)
        execute("INSERT OR IGNORE INTO participant VALUES (?, ?, ?, ?, ?)", rows.participants)
        self._met.update(*(entry.people for entry in found))


def _has_rhythm(contact: Contact) -> bool:
    return contact.circle is not None or contact.rhythm is not None


def _met(contact: Contact) -> tuple[str | None, str | None]:
    met = contact.met or Met()
    return met.through or None, met.date.isoformat() if met.date else None
