"""Which lines of a file may hold words, told of all its lines at once: most of them are never looked at."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache

from netjournal.language.finding.haystack import BREAK, bytes_table, haystack
from netjournal.model import CHANNELS, PARTS_OF_DAY

_UMLAUTS = frozenset("äöüøåÄÖÜØÅ")
_SPELT_OUT = ("ae", "oe", "ue", "aa")
_CONTROLS = b"ntrbf"
_SHORT = 2
"""Letters of a word that so many lines hold that it does not matter what else they are found for."""

_FEW = 50
"""Bytes among which one beyond ASCII is rare."""

_VALUES = {
    "channel": CHANNELS,
    "status": ("asked", "answered", "skipped"),
    "scale": ("friend", "presence", "energy"),
    "by": ("me", "them"),
    "initiated": ("me", "them"),
    "part": PARTS_OF_DAY,
}
_NAMES = (
    *("date", "zone", "part", "people", "channel", "text", "tags", "place", "gave", "got", "promises"),
    *("initiated", "mood", "energy", "reflection", "created", "due", "kept", "prompt", "dimension"),
    *("question", "asked", "status", "answer", "scale", "rating", "answered", "private", "name"),
    *("nicknames", "emails", "phones", "links", "organisation", "role", "field", "birthday", "circle"),
    *("rhythm", "about", "details", "needs", "offers", "others", "through"),
)


class Sheet:
    """A stretch of a file of one JSON document a line in UTF-8, its words folded once.

    `words` are all that will be looked for, in small letters without accents: what stands in the file for the
    program itself, and begins so, is left out.
    """

    def __init__(self, data: bytes, words: Collection[str]) -> None:
        self._odd: set[int] = set()
        for part in _machine_parts(frozenset(words)):
            data = data.replace(part, b"")
        self._data = data
        self._folded = _fold(self._plain(data))
        foreign = b"" if data.isascii() else data.translate(None, _ascii())
        letters = set(foreign.decode("utf-8", "replace"))
        self._are_few = len(foreign) * _FEW < len(data)
        self._mattering = {letter for letter in letters if any(_matters(letter, word) for word in words)}

    def lines(self, words: Iterable[str]) -> set[int]:
        """The numbers of the lines, from 0, in which one of `words` may begin a word; none that has one is
        left out.
        """
        found = set(self._odd)
        for word in words:
            if word.isascii():
                found |= _numbers(self._folded, b" " + word.encode())
            if any(_matters(letter, word) for letter in self._mattering):
                found |= self._foreign.lines(word)
        return found

    @cached_property
    def _foreign(self) -> _Foreign:
        return _Foreign(self._data, self._mattering, are_few=self._are_few)

    def _plain(self, data: bytes) -> bytes:
        """`data` without what JSON writes for line breaks; lines with other escapes are odd."""
        if b"\\" not in data:
            return data
        _, *escaped = data.split(b"\\")
        signs = {piece[:1] for piece in escaped}
        if signs & {b"", b"u"}:
            self._odd = _numbers(data, b"\\\\") | _numbers(data, b"\\u")
        for sign in signs:
            if sign in _CONTROLS and sign:
                data = data.replace(b"\\" + sign, b"  ")
        return data


def may_hold(line: bytes, phrases: Iterable[str]) -> bool:
    """Whether one of some `phrases` may stand in a line; they are several words as a needle has them."""
    plain = line.replace(b"\\n", b" ")
    if b"\\" in plain or not plain.isascii():
        return True
    words = b" %b " % b" ".join(_fold(plain).split())
    return any(phrase.encode("utf-8", "replace") in words for phrase in phrases)


class _Foreign:
    """What stands around some letters beyond ASCII, with what a letter is typed as put in its place.

    Where they are few that is the stretch up to the spaces beside them, since no word goes across a space;
    else it is the whole line, as a step for each word would take longer.
    """

    def __init__(self, data: bytes, letters: Collection[str], *, are_few: bool) -> None:
        self._data = data
        self._letters = letters
        signs = {letter.encode("utf-8", "replace")[0] for letter in letters}
        parts = sorted(_around(data, signs, b" " if are_few else b"\n"))
        self._starts = [start for start, _ in parts]
        rows = (data[start:end] for start, end in parts)
        self._text = text = (b" " + b"\n ".join(rows)).decode("utf-8", "replace")
        for letter in _beyond_ascii(text.encode()):
            typed = _typed(letter)
            if typed is not None:
                text = text.replace(letter, typed)
        for sign in _CONTROLS.decode():
            text = text.replace(f"\\{sign}", "  ")
        self._folded = _fold(text.encode("utf-8", "replace"))

    def lines(self, word: str) -> set[int]:
        """The numbers of those in which `word` may begin a word."""
        found = _numbers(self._folded, b" " + word.encode("utf-8", "replace"))
        unsure = {letter for letter in self._letters if _is_unsure(letter, word)}
        if unsure:
            for number, row in enumerate(self._text.split("\n")):
                if number in found or unsure.isdisjoint(row):
                    continue
                if f" {word}" in haystack(row) or "\\" in row:
                    found.add(number)
        return set(_lines_at(self._data, [self._starts[number] for number in sorted(found)]))


def _around(data: bytes, signs: Iterable[int], mark: bytes) -> set[tuple[int, int]]:
    """Where stretches begin and end with one of some bytes in them, up to a `mark` or a line's end."""
    found = set()
    for sign in signs:
        at = data.find(sign)
        while at >= 0:
            line = data.rfind(b"\n", 0, at)
            start = max(line, data.rfind(mark, line + 1, at)) + 1
            end = min(_end(data, at, b"\n"), _end(data, at, mark))
            found.add((start, end))
            at = data.find(sign, end)
    return found


def _lines_at(data: bytes, places: Iterable[int]) -> Iterator[int]:
    """The numbers of the lines in which some places are, given in their order."""
    number = before = 0
    for place in places:
        number += data.count(b"\n", before, place)
        before = place
        yield number


def _end(data: bytes, start: int, mark: bytes) -> int:
    end = data.find(mark, start)
    return len(data) if end < 0 else end


def stretches(data: bytes, size: int) -> Iterator[bytes]:
    """`data` in pieces of whole lines, of about `size` bytes."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + size)
        end = len(data) if end < 0 else end + 1
        yield data[start:end]
        start = end


def _numbers(data: bytes, part: bytes) -> set[int]:
    """The numbers of the lines in which `part` stands."""
    found: set[int] = set()
    number, end = 0, 0
    at = data.find(part)
    while at >= 0:
        number += data.count(b"\n", end, at)
        found.add(number)
        end = data.find(b"\n", at)
        at = data.find(part, end) if end >= 0 else -1
    return found


def _fold(data: bytes) -> bytes:
    return data.translate(*_table())


@cache
def _table() -> tuple[bytes, bytes]:
    """As a haystack of ASCII is made, but lines stay lines, and a word may begin after any other letter."""
    table, left_out = bytes_table()
    return table[:10] + b"\n" + table[11:128] + b" " * 128, left_out


def _beyond_ascii(data: bytes) -> Collection[str]:
    return set(data.translate(None, _ascii()).decode("utf-8", "replace"))


@cache
def _ascii() -> bytes:
    return bytes(range(128))


@lru_cache(maxsize=8192)
def _matters(letter: str, word: str) -> bool:
    """Whether `letter` could stand within `word`, typed as something or left out."""
    if not word.isascii() or letter in _UMLAUTS:
        return True
    typed = _typed(letter)
    if typed is None:
        return _could_be_of(letter, word)
    return typed == "" or (typed.strip() != "" and _overlap(typed, word))


@lru_cache(maxsize=64)
def _machine_parts(words: frozenset[str]) -> tuple[bytes, ...]:
    """Names and values that every document has in it, and one of `words` could be found in."""
    words = frozenset(word for word in words if len(word) > _SHORT)
    pairs = [f'"{name}": "{value}"' for name, values in _VALUES.items() for value in values]
    parts = [*pairs, *(f'"{name}": ' for name in _NAMES)]
    return tuple(part.encode() for part in parts if any(f" {word}" in haystack(part) for word in words))


@lru_cache(maxsize=8192)
def _typed(letter: str) -> str | None:
    """What a letter is typed as wherever it stands; None if that is not sure."""
    composed = unicodedata.normalize("NFKC", letter)
    ways = haystack(letter).split(BREAK)
    if _may_join(composed) or (len(ways) > 1 and letter not in _UMLAUTS):
        return None
    # Between two letters it says whether it is left out or stands for a space.
    between = haystack(f"a{letter}a").split(BREAK)[0].strip()
    typed = between[1:-1]
    return typed if typed.isascii() else None


def _is_unsure(letter: str, word: str) -> bool:
    """Whether `word` could stand in a line because of `letter`, and only the whole line tells."""
    if letter in _UMLAUTS:
        return any(spelt in word for spelt in _SPELT_OUT)
    return _typed(letter) is None and _could_be_of(letter, word)


@lru_cache(maxsize=8192)
def _could_be_of(letter: str, word: str) -> bool:
    """Whether what `letter` is typed as could be a part of `word`."""
    if _may_join(unicodedata.normalize("NFKC", letter)):
        return True
    ways = [way.strip() for way in haystack(letter).split(BREAK)]
    return any(not way or _overlap(way, word) for way in ways)


def _may_join(letters: str) -> bool:
    """Whether they may become one letter with those beside them: marks, parts of syllables."""
    return not letters or any(
        unicodedata.category(letter)[0] in "MC" or "\u1100" <= letter <= "\u11ff" for letter in letters
    )


def _overlap(part: str, word: str) -> bool:
    if part in word or word in part or " " in part:
        return True
    shorter = min(len(part), len(word))
    return any(part[-n:] == word[:n] or word[-n:] == part[:n] for n in range(1, shorter + 1))
