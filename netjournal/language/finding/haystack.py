"""A text as the folded words it is searched by, and the way back to where they stand in it.

A haystack is `` lunch with jose ``: every word in small letters without accents between spaces, apostrophes
left out. A text that can be typed in several ways has them one after the other, a `BREAK` between: Müller is
`` muller \\x01 mueller ``, 喝咖啡 `` hekafei \\x01 he ka fei ``, as nothing else says where its words begin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from netjournal.language.folding import fold

BREAK = " \x01 "
"""Stands between texts that are no one text, so that no phrase goes across."""

_KEPT = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\x01"
_SEPARATE: dict[int, str | None] = {
    code: chr(code).lower() if chr(code) in _KEPT else " " for code in range(128)
}
_SEPARATE |= {ord("'"): None, ord("`"): None}
_FOREIGN = re.compile("[^\0-\x7f]")
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_UMLAUT = re.compile("[äöüøåÄÖÜØÅ]")
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul: their words may begin anywhere in a run of letters."""

_FEW = 16
"""Different letters beyond ASCII up to which replacing each in turn is the quickest."""

Range = tuple[int, int]


class Needle(NamedTuple):
    """What to look for: any of `ways`, words after a space each, and a space at the end of whole ones."""

    ways: tuple[str, ...]

    def is_in(self, hay: str) -> bool:
        """Whether it stands in a haystack; several words only in one whose spaces are single."""
        return any(way in hay for way in self.ways)


def haystack(text: str) -> str:
    """The folded words of `text`; not tidied, so that more than one space may stand between two."""
    if text.isascii():
        return f" {text.translate(_SEPARATE)} "
    composed = unicodedata.normalize("NFKC", text)
    return f" {BREAK.join(_folded(way(composed)) for way in _ways(composed))} "


def tidied(hay: str) -> str:
    """A haystack with single spaces, as needles of several words need it."""
    return f" {' '.join(hay.split())} "


def needle(text: str, *, exact: bool) -> Needle | None:
    """What finds `text`: its words in that order, the last but the beginning of one unless `exact`.

    None if there is neither a letter nor a digit in it.
    """
    ways = (" ".join(way.split()) for way in haystack(text).split(BREAK.strip()))
    end = " " if exact else ""
    found = tuple(dict.fromkeys(f" {way}{end}" for way in ways if way))
    return Needle(found) if found else None


def found_at(text: str, needles: Iterable[Needle]) -> list[Range]:
    """Where in `text` the needles stand, as offsets of its characters, in order, none touching another."""
    ways = sorted({way for each in needles for way in each.ways})
    if not ways:
        return []
    if text.isascii() and not ("'" in text or "`" in text or any(" " in way.strip() for way in ways)):
        spread: Iterable[tuple[str, Callable[[int], Range]]] = [(haystack(text), lambda at: (at - 1, at))]
    else:
        hay = tidied(haystack(text))
        spread = _placed(text) if any(way in hay for way in ways) else ()
    found: list[Range] = []
    for hay, place in spread:
        for way in ways:
            length = len(way.strip())
            at = hay.find(way)
            while at >= 0:
                found.append((place(at + 1)[0], place(at + length)[1]))
                at = hay.find(way, at + 1)
    return _united(sorted(found))


def _united(ranges: Sequence[Range]) -> list[Range]:
    united: list[Range] = []
    for start, end in ranges:
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _placed(text: str) -> Iterator[tuple[str, Callable[[int], Range]]]:
    """Each way to type `text` as tidied words, with what tells where a letter of it comes from."""
    clusters = [
        (start, end, unicodedata.normalize("NFKC", text[start:end])) for start, end in _clusters(text)
    ]
    for way in _ways("".join(composed for _, _, composed in clusters)):
        letters, places = [" "], [(0, 0)]
        typed = {composed: _folded(way(composed)) for composed in {composed for _, _, composed in clusters}}
        for start, end, composed in clusters:
            for letter in typed[composed]:
                if letter != " " or letters[-1] != " ":
                    letters.append(letter)
                    places.append((start, end))
        yield "".join((*letters, " ")), places.__getitem__


def _clusters(text: str) -> Iterator[Range]:
    """The stretches of `text` that become one: a letter and its marks, the parts of a syllable."""
    start = 0
    for at in range(1, len(text)):
        if text[at] < "\u0300" or not _joins(text[max(start, at - 3) : at], text[at]):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _joins(before: str, letter: str) -> bool:
    if unicodedata.combining(letter):
        return True
    apart = unicodedata.normalize("NFKC", before) + unicodedata.normalize("NFKC", letter)
    return unicodedata.normalize("NFKC", before + letter) != apart


def _ways(composed: str) -> list[Callable[[str], str]]:
    """The ways in which a text is typed: its letters, its umlauts spelt out, its syllables apart."""
    foreign = _beyond_ascii(composed)
    ways: list[Callable[[str], str]] = [str]
    if _UMLAUT.search(foreign):
        ways.append(_spelt_out)
    if _may_be_unspaced(foreign) and _unspaced().search(foreign):
        ways.append(_apart)
    return ways


def _may_be_unspaced(foreign: str) -> bool:
    """Whether anything but Latin, Greek, Cyrillic and the like, and signs as – and “, stands there."""
    return any(letter >= "\u0e00" and not "\u2000" <= letter < "\u3000" for letter in set(foreign))


@cache
def _unspaced() -> re.Pattern[str]:
    """Compiled where it is first needed, which takes some ms."""
    return re.compile(_UNSPACED)


def _spelt_out(composed: str) -> str:
    return _replaced(composed, _UMLAUT, lambda letter: _SPELT_OUT[letter.lower()])


def _apart(composed: str) -> str:
    return _replaced(composed, _unspaced(), lambda letter: f" {letter} ")


def plain(text: str) -> str:
    """`text` in small letters without accents, letter by letter, whatever is no letter in it kept."""
    return (text if text.isascii() else _plain(unicodedata.normalize("NFKC", text))).lower()


def _folded(composed: str) -> str:
    return _plain(composed).translate(_SEPARATE)


def _plain(composed: str) -> str:
    return _replaced(composed, _FOREIGN, _letter)


def _replaced(text: str, letters: re.Pattern[str], by: Callable[[str], str]) -> str:
    """`text` with each of the `letters`, which are beyond ASCII, replaced."""
    found = set(letters.findall(_beyond_ascii(text)))
    if len(found) > _FEW:
        return text.translate({ord(letter): by(letter) for letter in found})
    for letter in found:
        text = text.replace(letter, by(letter))
    return text


def _beyond_ascii(text: str) -> str:
    """The letters of `text` that are not ASCII, ten times as fast as by a pattern."""
    data = text.encode("utf-8", "surrogatepass").translate(None, _ascii())
    return data.decode("utf-8", "surrogatepass")


@cache
def _ascii() -> bytes:
    return bytes(range(128))


@lru_cache(maxsize=8192)
def _letter(letter: str) -> str:
    """One letter that is not ASCII as it is typed; without a sound it stays itself, a mark disappears."""
    if letter.isspace():
        return " "
    typed = fold(letter)
    return typed if typed.isascii() or unicodedata.category(letter) in ("Lu", "Ll", "Lo", "Nd") else ""


@cache
def bytes_table() -> tuple[bytes, bytes]:
    """What `bytes.translate` takes to make a haystack of ASCII, and the bytes to leave out."""
    table = bytes(ord(_SEPARATE.get(code) or " ") if code < 128 else code for code in range(256))
    return table, b"'`"
