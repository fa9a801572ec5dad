"""Which lines of a month's file hold which words, so that a search reads no other."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from netjournal.language.finding.haystack import BREAK, haystack
from netjournal.language.finding.worded import Worded, texts_of

Ways = Sequence[Sequence[str]]
"""Beginnings of folded words; all those of one of the ways must stand on a line."""

_SEPARATOR = BREAK.strip()
_SHORT = 0xFFFF


class Places(NamedTuple):
    """Where words stand: the n-th in `lines` from ``ends[n]`` to ``ends[n + 1]``.

    Unsigned integers of 32 bits; those of the lines have 16 where that is enough.
    """

    ends: bytes
    lines: bytes


class Concordance:
    """The `words` of a file, each once, in order, a space before each, in UTF-8; `load` gives their places
    when they are first asked for.
    """

    def __init__(self, words: bytes, load: Callable[[], Places]) -> None:
        self._words = words
        self._load = load

    def has(self, ways: Ways) -> bool:
        """Whether every word of one of the ways stands somewhere, perhaps on different lines."""
        return any(all(_beginning(word) in self._words for word in way) for way in ways)

    def lines(self, ways: Ways) -> set[int]:
        """The numbers of the lines that hold every word of one of the ways, from 1."""
        found: set[int] = set()
        for way in ways:
            found |= set.intersection(*map(self._lines_of, way)) if way else set()
        return found

    def _lines_of(self, word: str) -> set[int]:
        beginning = _beginning(word)
        first = self._words.find(beginning)
        if first < 0:
            return set()
        last = self._words.rfind(beginning)  # in order, so that what begins so stands together
        rank = self._words.count(b" ", 0, first)
        beyond = rank + self._words.count(b" ", first, last) + 1
        ends, lines = self._places
        return set(lines[ends[rank] : ends[beyond]])

    @cached_property
    def _places(self) -> tuple[memoryview, memoryview]:
        places = self._load()
        ends = memoryview(places.ends).cast("I")
        is_short = len(places.lines) == 2 * ends[-1]
        return ends, memoryview(places.lines).cast("H" if is_short else "I")


def concord(entries: Iterable[Worded]) -> tuple[bytes, Places]:
    """The words by which entries are found and their places; the entries stand on lines 1, 2, ….

    Pieces between spaces are folded once each: how one is typed does not depend on what stands beside it.
    """
    pieces: defaultdict[str, list[int]] = defaultdict(list)
    number = 0
    for number, entry in enumerate(entries, 1):
        for piece in set(" ".join(texts_of(entry)).replace(_SEPARATOR, " ").split()):
            pieces[piece].append(number)
    words: defaultdict[bytes, list[int]] = defaultdict(list)
    numbers = list(pieces.values())
    # A text that can be typed in several ways is given as a whole in each of them, one after the other.
    for at, folded in enumerate(haystack(BREAK.join(pieces)).split(_SEPARATOR)):
        for word in folded.split():
            words[_beginning(word)] += numbers[at % len(numbers)]
    ends, lines = array("I", [0]), array("H" if number <= _SHORT else "I")
    ordered = sorted(words)
    for beginning in ordered:
        lines.extend(sorted(set(words[beginning])))
        ends.append(len(lines))
    return b"".join(ordered), Places(ends.tobytes(), lines.tobytes())


def _beginning(word: str) -> bytes:
    return f" {word}".encode("utf-8", "replace")
