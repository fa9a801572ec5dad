"""Which words a month holds, kept in the index, so that a search opens no month in vain.

They are learned while nobody waits, and hold as long as the month's file keeps its signature.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from netjournal.errors import Unavailable
from netjournal.language.worded import word_set
from netjournal.store.files import Signature, read_whole
from netjournal.store.index import Index, shelves

_KEEP = (
    "REPLACE INTO month_words SELECT name, mtime_ns, size, inode, ? FROM shelf"
    " WHERE name = ? AND mtime_ns = ? AND size = ? AND inode = ?"
)
_WORDS = "SELECT words FROM month_words WHERE shelf = ? AND mtime_ns = ? AND size = ? AND inode = ?"
_IS_KNOWN = _WORDS.replace("words", "1", 1)


class MonthWords:
    """What is known of the words of shelves that have the signatures `standing`."""

    def __init__(self, index: Index, standing: Mapping[str, Signature]) -> None:
        self._index = index
        self._standing = standing

    def of(self, shelf: str) -> bytes | None:
        """The words of a month as a `word_set`; None where they are not known."""
        rows = self._index.rows(_WORDS, shelf, *self._standing[shelf])
        return rows[0][0] if rows else None


def learn_words(folder: Path, index: Index) -> Iterator[str]:
    """Learn the words of the months in which they are not known, the newest first; each step takes some
    milliseconds and gives a month's shelf.

    Of a month that cannot be read nothing is known. Raises Unavailable if the folder or the index cannot be
    read.
    """
    standing = shelves(folder)
    for shelf in sorted(standing, reverse=True):
        if shelf.startswith("months/") and not index.rows(_IS_KNOWN, shelf, *standing[shelf]):
            with contextlib.suppress(Unavailable):
                _learn(folder, index, shelf)
            yield shelf


def _learn(folder: Path, index: Index, shelf: str) -> None:
    found = read_whole(folder / f"{shelf}.json")
    words = word_set(found[0]) if found else None
    if found and words is not None:
        index.note(_KEEP, words, shelf, *found[1])


def words_agree(folder: Path, kept: Iterable[tuple[str, bytes]]) -> bool:
    """Whether the words `kept` of shelves, by name, stand there; a shelf that cannot be read is let pass."""
    for shelf, words in kept:
        with contextlib.suppress(Unavailable):
            found = read_whole(folder / f"{shelf}.json")
            if found and word_set(found[0]) != words:
                return False
    return True
