"""A shelf: one JSON file of the journal, which TinyDB reads, with string ids and one document a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from netjournal.errors import Unavailable
from netjournal.model import Raw
from netjournal.store.files import Signature, private_folder, read_whole, replace_whole

Tables = dict[str, Any]
Lines = dict[str, dict[str, tuple[object, bytes]]]

_HINT = "It was left as it is; the rest of the journal works. `netjournal doctor` says what can be done."


class Edit(NamedTuple):
    """One document before and after a change; None where it is not there."""

    shelf: str
    id: str
    before: Raw | None
    after: Raw | None

    @property
    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.shelf, self.id, self.after, self.before)


class ShelfFile:
    """The file of a shelf: read once, and replaced as a whole if it still is the one that was read.

    `signature` is that of the file as it was last read or written, None if there was none, and `sum` the
    checksum of what was written last.
    Raises Unavailable for a file that is not a JSON object: it is never taken for an empty one. Raises Moved.
    """

    def __init__(self, path: Path) -> None:
        self.signature: Signature | None = None
        self.sum = 0
        self._path = path
        self._tables: Tables | None = None
        self._found: tuple[bytes, Tables] = (b"", {})
        self._is_read = False

    def read(self) -> Tables | None:
        """All tables of the file, None if there is no file yet."""
        if not self._is_read:
            found = read_whole(self._path)
            if found is not None:
                data, self.signature = found
                self._tables = _parse(data, self._path)
                self._found = data, dict(self._tables)
            self._is_read = True
        return self._tables

    @property
    def data(self) -> bytes:
        """The bytes that were read; empty if there was no file."""
        return self._found[0]

    def write(self, data: Mapping[str, Any]) -> None:
        """Replace the file."""
        private_folder(self._path.parent)
        written = _encode(data, _lines(*self._found), self._path)
        self.sum = crc32(written)
        self.signature = replace_whole(self._path, self.signature, written)


class Shelf:
    """The documents on one shelf of a journal's folder, by id, as they stand in the file.

    `name` is the path below the folder without ``.json``: ``contacts``, ``trash``, ``months/2026-11``.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.json"
        self._file = ShelfFile(self.path)

    def documents(self) -> dict[str, Raw]:
        """Every document on the shelf; raises Unavailable."""
        return _table(self._file.read() or {}, table_of(self.name), self.path)

    @property
    def signature(self) -> Signature | None:
        """The signature of the file that `documents` read or `put` wrote; None if there was none."""
        return self._file.signature

    @property
    def sum(self) -> int:
        """The checksum of what `put` wrote."""
        return self._file.sum

    @property
    def data(self) -> bytes:
        """The bytes that `documents` read; empty if there was no file."""
        return self._file.data

    def put(self, edits: tuple[Edit, ...]) -> None:
        """Write all of `edits` at once. Raises Unavailable, Moved."""
        from netjournal.store.database import put  # most commands only read, and can do without TinyDB

        self.documents()
        put(self._file, table_of(self.name), {edit.id: edit.after for edit in edits})


def table_of(shelf: str) -> str:
    """The name of the table that a shelf holds."""
    return "interactions" if shelf.startswith("months/") else shelf


def documents_in(data: bytes, shelf: str, path: Path) -> dict[str, Raw]:
    """The documents in the bytes of a shelf's file; raises Unavailable naming `path`."""
    return _table(_parse(data, path), table_of(shelf), path)


def encoded(documents: Mapping[str, object], shelf: str, path: Path) -> bytes:
    """The bytes of a shelf that holds these documents; raises Unavailable for what no JSON can hold."""
    return _encode({table_of(shelf): documents}, {}, path)


def tidied(data: bytes, path: Path) -> bytes:
    """The bytes of a file as they would be written again; `data` itself if we wrote them.

    Raises Unavailable for what cannot be read, or not be written again.
    """
    tables = _parse(data, path)
    lines = _lines(data, tables)
    named = {name for name, table in tables.items() if isinstance(table, dict) and table}
    is_ours = data.startswith(b"{") and data.endswith(b"}\n") and named <= lines.keys()
    return data if is_ours else _encode(tables, lines, path)


def said_twice(data: bytes) -> str:
    """What stands in one place of a file twice, where every reader keeps the last; empty if nothing does."""
    try:
        json.loads(data.decode("utf-8-sig"), object_pairs_hook=_each_once)
    except ValueError as error:
        return str(error)
    return ""


def _table(tables: Tables, name: str, path: Path) -> dict[str, Raw]:
    documents = tables.get(name, {})
    if not isinstance(documents, dict):
        raise Unavailable(f"{path} holds no table of documents.", _HINT)
    return documents


def read_tables(data: bytes, where: Path) -> Tables:
    """What stands in the bytes of a file, none in an empty one; raises Unavailable, naming `where`."""
    return _parse(data, where) if data.strip() else {}


def documents_if_any(data: bytes, shelf: str, where: Path) -> dict[str, Raw]:
    """The documents in the bytes of a shelf's file; raises Unavailable, naming `where`."""
    documents = read_tables(data, where).get(table_of(shelf), {})
    if not isinstance(documents, dict):
        raise Unavailable(f"{where} holds no table of documents.", _HINT)
    return documents


def write_tables(tables: Mapping[str, Any], where: Path) -> bytes:
    """The bytes of a file with these tables; raises Unavailable, naming `where`."""
    return _encode(tables, {}, where)


def _parse(data: bytes, path: Path) -> Tables:
    try:
        text = data.decode("utf-8-sig")
        tables = json.loads(text, parse_constant=_no_number)
        if isinstance(tables, dict) and data.count(b"\n") != _count_lines(tables):
            json.loads(text, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        raise Unavailable(f"{path} is not JSON: line {error.lineno}, {error.msg}.", _HINT) from error
    except (ValueError, RecursionError) as error:
        raise Unavailable(f"{path} is not JSON: {error}.", _HINT) from error
    if not isinstance(tables, dict):
        raise Unavailable(f"{path} does not hold tables of documents.", _HINT)
    return tables


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object without doubles, of which Python would silently keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twice}" stands in it twice')
    return found


def _count_lines(tables: Tables) -> int:
    """How many lines `_encode` makes of `tables`: where a file has others, a hand or a merge was at it."""
    return sum(2 + max(1, len(table)) if isinstance(table, dict) else 1 for table in tables.values())


def _lines(data: bytes, tables: Tables) -> Lines:
    """Each document of a file that `_encode` wrote, with its line; none of a table that a hand was at."""
    rows = data.split(b"\n")
    found: Lines = {}
    start = 1
    for name, table in tables.items():
        if not isinstance(table, dict):
            start += 1
            continue
        end = start + len(table)
        if rows[end : end + 1] in ([b"}"], [b"}}"]) and _is_one_a_row(rows[start:end], table):
            pairs = zip(table.items(), rows[start:end], strict=True)
            found[name] = {id: (document, row[1:]) for (id, document), row in pairs}
        start += max(1, len(table)) + 2
    return found


def _is_one_a_row(rows: list[bytes], table: Mapping[str, object]) -> bool:
    signs = b" " + b"," * (len(rows) - 1)
    starts = (b"%c%b" % (sign, _text(id)) for sign, id in zip(signs, table, strict=False))
    return all(map(bytes.startswith, rows, starts))


def _encode(tables: Mapping[str, Any], lines: Lines, path: Path) -> bytes:
    """One document a line in the order of their ids, commas in front: a new one is one new line in a diff.

    What did not change stays as it was to the byte, as far as `lines` tell.
    """
    written = []
    try:
        for name, table in tables.items():
            if isinstance(table, dict):
                old = lines.get(name, {})
                rows = [_row(id, table[id], old.get(id)) for id in sorted(table)]
                written.append(_text(name) + b": {\n " + b"\n,".join(rows) + b"\n}")
            else:
                written.append(_text(name) + b": " + _text(table))
    except (ValueError, RecursionError) as error:
        raise Unavailable(f"{path} holds what could not be written again: {error}.", _HINT) from error
    return b"{" + b"\n,".join(written) + b"}\n"


def _row(id: str, document: object, old: tuple[object, bytes] | None) -> bytes:
    if old is not None and old[0] is document:
        return old[1]
    return _text(id) + b": " + _text(document)


def _text(value: object) -> bytes:
    try:
        if isinstance(value, str):
            return encode_basestring(value).encode()
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, in a document that we could not have written
        return json.dumps(value, allow_nan=False).encode()
