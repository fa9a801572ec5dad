"""Names and words without case, accents and script, so that jose finds José and lukasz finds Łukasz."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_COMMON = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
    | {"…": "..."}
)
"""What anyascii says of the letters and marks that Latin script is written with, without its 15 ms import."""

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_FIRST_SYLLABLE = "㐀"
_SYLLABLE = "[㐀-鿿가-힣]"
"""Compiled where it is first needed, which takes 2 ms."""

_SURNAMES = {"김": " kim ", "이": " lee ", "박": " park ", "정": " jung ", "조": " cho ", "임": " lim "}
_SURNAME = f"(?<![가-힣])[{''.join(_SURNAMES)}]"
"""The most common Korean surnames that their bearers mostly write otherwise than they are transliterated."""

_WORD = re.compile(r"[^\W_]+(?:['`]+[^\W_]+)*")


def fold(text: str) -> str:
    """`text` in lower-case ASCII with single spaces; `fold(fold(text)) == fold(text)`.

    Scripts that nobody can spell in ASCII keep their own letters.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    composed = unicodedata.normalize("NFKC", text)
    table = {ord(letter): _plain(letter) for letter in set(composed) if not letter.isascii()}
    folded = " ".join(composed.translate(table).casefold().split())
    if not folded and any(letter.isalnum() for letter in composed):
        return " ".join(composed.casefold().split())
    return folded


def fold_keys(text: str) -> tuple[str, ...]:
    """Every way `text` may be typed, each once, `fold(text)` first.

    Müller is also mueller, Åse aase, Bjørn bjoern; 李伟 (liwei) is also li wei; 김 (gim) is also kim.
    """
    keys = [fold(text)]
    if not text.isascii():
        composed = unicodedata.normalize("NFKC", text)
        keys.append(fold(composed.casefold().translate(_SPELT_OUT)))
        if any(letter.isalpha() and letter >= _FIRST_SYLLABLE for letter in composed):
            keys += _by_syllables(composed)
    return tuple(dict.fromkeys(keys))


def _by_syllables(composed: str) -> Iterator[str]:
    yield fold(re.sub(_SYLLABLE, r" \g<0> ", composed))
    written = re.sub(_SURNAME, lambda found: _SURNAMES[found[0]], composed)
    if written != composed:
        yield fold(re.sub(_SYLLABLE, r" \g<0> ", written))


def words(folded: str) -> tuple[str, ...]:
    """The runs of letters and digits in a folded text, without apostrophes inside: o'neil is oneil."""
    return tuple(word.replace("'", "").replace("`", "") for word in _WORD.findall(folded))


def _plain(letter: str) -> str:
    """One letter that is not ASCII, in ASCII; empty for what has no sound."""
    if (common := _COMMON.get(ord(letter))) is not None:
        return common
    if letter.isspace():
        return " "
    parts = unicodedata.normalize("NFD", letter)
    base = "".join(part for part in parts if not "\u0300" <= part <= "\u0362")
    if base.isascii():
        return base
    from anyascii import anyascii

    return anyascii(letter)
