"""A shelf as we write it, one document a line, of which single documents are read."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from netjournal.errors import Unavailable
from netjournal.model import Contact, Interaction, Raw, from_raw
from netjournal.store.files import read_whole
from netjournal.store.index_rows import entry_of
from netjournal.store.shelf import Shelf

D = TypeVar("D", Contact, Interaction)

_ID = 26
_NAMED, _OPENED = 29, 32
"""Where the id of a line ends, and where the first field of its document begins: ``,"01M3…": {"date"``."""

_END = b"\n}}\n"
_BLOCK = 16_384
"""Bytes of a file that are looked at in one go."""
_FEW = 4
"""Lines looked for one by one, before it pays off to know where each is."""


class NotOurs(Exception):
    """The file is not written as we write it: it has to be read as a whole."""


class Lines:
    """The lines of a file that holds one `table`.

    Raises NotOurs if it does not begin and end as we write it; the lines themselves are looked at by `read`.
    """

    def __init__(self, data: bytes, table: str) -> None:
        if not (data.startswith(b'{"%b": {\n ' % table.encode()) and data.endswith(_END)):
            raise NotOurs
        self.data = data

    @cached_property
    def rows(self) -> list[bytes]:
        """All lines of the file."""
        return self.data.split(b"\n")

    @cached_property
    def _where(self) -> dict[bytes, int]:
        return {row[2 : 2 + _ID]: number for number, row in enumerate(self.rows)}

    @property
    def count(self) -> int:
        """How many documents there are, if one is on each line."""
        return len(self.rows) - 3

    @property
    def numbers(self) -> range:
        """The numbers of the lines that hold a document; that of the first line of the file is 0."""
        return range(1, self.count + 1)

    def of_ids(self, ids: Iterable[str]) -> set[int]:
        """The numbers of the lines that hold some documents."""
        return {self._where[id.encode()] for id in ids if id.encode() in self._where}

    def bodies(self) -> Iterator[bytes]:
        """The documents without their ids, line by line. Raises NotOurs."""
        return (_apart(row)[1] for row in self.rows[1:-2])

    def read(self, numbers: Iterable[int], kind: type[D], shelf: str) -> Iterator[D]:
        """The documents on some lines of a shelf; those that do not fit are left out. Raises NotOurs."""
        return self._read((self.rows[number] for number in numbers if 1 <= number <= self.count), kind, shelf)

    def read_one(self, id: str, kind: type[D], shelf: str, *, of_many: bool = False) -> Iterator[D]:
        """The document with an id, if it is there and fits, with no look at the others. Raises NotOurs.

        To know where each line is pays off for one `of_many`: to look for a line takes 0.1 ms.
        """
        if of_many and len(id) == _ID:
            return self._read([self.rows[number] for number in self.of_ids([id])], kind, shelf)
        begins = b'"%b": ' % id.encode()
        start = self.data.rfind(b"\n," + begins) + 1 or self.data.rfind(b"\n " + begins) + 1
        rows = [self.data[start : self.data.index(b"\n", start)]] if start else []
        return self._read(rows, kind, shelf)

    def every_one(self, kind: type[D]) -> list[D]:
        """All documents, in order, some lines at a time: no more than these are held twice.

        Raises NotOurs, and MsgspecError if one does not fit.
        """
        if b"\\" in self.data and b"\\u" in self.data:  # perhaps half of a letter; one sign is found sooner
            raise NotOurs
        decode = msgspec.json.Decoder(list[kind]).decode  # type: ignore[valid-type]
        found: list[D] = []
        for rows in self._blocks():
            bodies = [
                b'{"id":%b,%b' % (row[1:_NAMED], row[_OPENED:])
                for row in rows
                if row[:2] == b',"' and row[_NAMED - 1 : _OPENED] == b'": {'
            ]
            if len(bodies) != len(rows):
                raise NotOurs
            found += decode(b"[%b]" % b",".join(bodies))
        return found

    def _blocks(self) -> Iterator[list[bytes]]:
        """The lines that hold a document, each with a comma before it, some at a time."""
        start, end = self.data.index(b"\n") + 1, len(self.data) - len(_END)
        before = b","
        while start < end:
            stop = self.data.index(b"\n", min(start + _BLOCK, end))
            yield (before + self.data[start + len(before) : stop]).split(b"\n")
            start, before = stop + 1, b""

    def _read(self, rows: Iterable[bytes], kind: type[D], shelf: str) -> Iterator[D]:
        decode = msgspec.json.Decoder(kind).decode
        for row in rows:
            id, body = _apart(row)
            value = None
            if b"\\u" not in body:  # perhaps half of a letter, which this reader may let pass
                with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                    value = decode(b'%b,"id":"%b"}' % (body[:-1], id))
            if value is None:
                yield from _read_slowly(row[1:], kind, shelf)
            elif not isinstance(value, Interaction) or shelf.endswith(value.month):
                yield value


def _apart(row: bytes) -> tuple[bytes, bytes]:
    id, body = row[2 : 2 + _ID], row[_ID + 5 :]
    begins = row[:2] in (b' "', b',"') and row[_ID + 2 : _ID + 5] == b'": '
    if not begins or body[-1:] != b"}":
        raise NotOurs
    return id, body


def all_entries(folder: Path, shelf: str) -> list[Interaction] | None:
    """The entries of a shelf in the order of their lines, if it is as we write it and all of them fit."""
    with contextlib.suppress(Unavailable):
        found = read_whole(folder / f"{shelf}.json")
        return entries_in(found[0], shelf) if found else None
    return None


def entries_in(data: bytes, shelf: str) -> list[Interaction] | None:
    """The entries in the bytes of a shelf in the order of their lines, if they are as we write them."""
    with contextlib.suppress(NotOurs, msgspec.MsgspecError, UnicodeDecodeError):
        entries = Lines(data, "interactions").every_one(Interaction)
        days = [entry.date for entry in entries]
        are_here = all(shelf.endswith(day.isoformat()[:7]) for day in (min(days), max(days)))
        if are_here and len(entries) == len({entry.id for entry in entries}):
            return entries
    return None


def entries_on(folder: Path, shelf: str) -> list[Interaction]:
    """All entries of a shelf; those that cannot be read are left out."""
    entries = all_entries(folder, shelf)
    return list(_fitting(_all_of(folder, shelf), shelf)) if entries is None else entries


def entries_at(folder: Path, shelf: str, ids: Iterable[str]) -> Iterator[Interaction]:
    """The entries with some ids on a shelf, in the order asked for, each read from its own line; those that
    are not there or cannot be read are left out.
    """
    lines: Lines | None = None
    with contextlib.suppress(Unavailable, NotOurs):
        found = read_whole(folder / f"{shelf}.json")
        lines = Lines(found[0] if found else b"", "interactions")
    documents: Mapping[str, Raw] | None = None
    for number, id in enumerate(ids, 1):
        if lines is not None:
            try:
                yield from list(lines.read_one(id, Interaction, shelf, of_many=number > _FEW))
                continue
            except NotOurs:
                lines = None
        if documents is None:
            documents = _all_of(folder, shelf)
        if id in documents:
            yield from _fitting({id: documents[id]}, shelf)


def _fitting(documents: Mapping[str, Raw], shelf: str) -> Iterator[Interaction]:
    for id, raw in documents.items():
        with contextlib.suppress(Unavailable):
            yield entry_of(id, raw, shelf)


def _all_of(folder: Path, shelf: str) -> Mapping[str, Raw]:
    try:
        return Shelf(folder, shelf).documents()
    except Unavailable:
        return {}  # `problems` says why


def _read_slowly(row: bytes, kind: type[D], shelf: str) -> Iterator[D]:
    try:
        [(id, raw)] = json.loads(b"{%b}" % row).items()
    except ValueError as error:
        raise NotOurs from error
    with contextlib.suppress(Unavailable):
        yield from_raw(kind, id, raw, f"{shelf}.json") if kind is Contact else entry_of(id, raw, shelf)  # type: ignore[misc]
