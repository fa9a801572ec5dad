"""Which lines of a month hold which words, kept in the index, so that a search opens no month in vain.

They are learned while nobody waits, and hold as long as the month's file keeps its signature.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from netjournal.errors import Unavailable
from netjournal.language.finding.concordance import Concordance, Places, concord
from netjournal.language.finding.worded import Worded
from netjournal.store.files import Signature, read_whole
from netjournal.store.index import Index, shelves
from netjournal.store.lines import Lines, NotOurs

_KEEP = (
    "REPLACE INTO concordance SELECT name, mtime_ns, size, inode, ?, ?, ? FROM shelf"
    " WHERE name = ? AND mtime_ns = ? AND size = ? AND inode = ?"
)
_STANDING = " FROM concordance WHERE shelf = ? AND mtime_ns = ? AND size = ? AND inode = ?"
_IS_KNOWN = f"SELECT 1{_STANDING}"
_WORDS = f"SELECT words{_STANDING}"
_PLACES = f"SELECT ends, lines{_STANDING}"


class Concordances:
    """What is known of the words of shelves that have the signatures `standing`."""

    def __init__(self, index: Index, standing: Mapping[str, Signature]) -> None:
        self._index = index
        self._standing = standing

    def of(self, shelf: str) -> Concordance | None:
        """That of a month; None where its words are not known."""
        key = (shelf, *self._standing[shelf])
        rows = self._index.rows(_WORDS, *key)
        return Concordance(rows[0][0], lambda: Places(*self._index.rows(_PLACES, *key)[0])) if rows else None


class Learnt(NamedTuple):
    """A month's `shelf` whose words were learned, and how many more are `left`."""

    shelf: str
    left: int


def learn_words(folder: Path, index: Index) -> Iterator[Learnt]:
    """Learn the words of the months in which they are not known, the newest first, in steps of some
    milliseconds.

    Of a month that is not as we write it, or cannot be read, nothing is known. Raises Unavailable if the
    folder or the index cannot be read.
    """
    standing = shelves(folder)
    months = (name for name in sorted(standing, reverse=True) if name.startswith("months/"))

    def is_unknown(month: str) -> bool:
        return not index.rows(_IS_KNOWN, month, *standing[month])

    unknown = [month for month in months if is_unknown(month)]
    for left, shelf in zip(reversed(range(len(unknown))), unknown, strict=True):
        found = _concord(folder, shelf) if is_unknown(shelf) else None  # somebody else may learn them too
        if found is not None:
            words, places, signature = found
            index.note(_KEEP, words, *places, shelf, *signature)
        yield Learnt(shelf, left)


def _concord(folder: Path, shelf: str) -> tuple[bytes, Places, Signature] | None:
    decode = msgspec.json.Decoder(Worded).decode
    with contextlib.suppress(Unavailable, NotOurs, msgspec.MsgspecError, UnicodeDecodeError):
        found = read_whole(folder / f"{shelf}.json")
        if found:
            bodies = Lines(found[0], "interactions").bodies()
            return *concord([decode(body) for body in bodies]), found[1]
    return None


def words_agree(folder: Path, kept: Iterable[tuple[str, bytes, bytes, bytes]]) -> bool:
    """Whether the words `kept` of shelves, by name, stand there; a shelf that cannot be read is let pass."""
    for shelf, words, ends, lines in kept:
        found = _concord(folder, shelf)
        if found and found[:2] != (words, (ends, lines)):
            return False
    return True
