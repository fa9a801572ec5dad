"""Names that differ by a slip of the pen, or only in their spelling: Karim and Kareem, Jorge and Jroge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

Words = tuple[str, ...]
"""The folded words of a name, sorted."""

_SHORTEST = 4
_SOUNDS = (
    *(("sch", "sh"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("tz", "z")),
    *(("ee", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"), ("y", "i"), ("j", "i"), ("c", "k"), ("q", "k")),
    *(("w", "v"), ("z", "s"), ("x", "ks")),
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = "aeiouy"


def near(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that may be one slip apart: they sound alike, or share what is left without a letter."""
    buckets: dict[str, list[str]] = {}
    for word in found:
        if len(word) < _SHORTEST:
            continue
        shorter = {word[:cut] + word[cut + 1 :] for cut in range(len(word))}
        for key in {f"={_sound(word)}", word, *shorter}:
            buckets.setdefault(key, []).append(word)
    for same in buckets.values():
        yield from combinations(same, 2)


def is_slip(name: Words, other: Words) -> bool:
    """Whether two names of several words differ in one word, and that by one slip or only in its spelling."""
    if len(name) != len(other) or len(name) < 2:
        return False
    mine, theirs = list(name), list(other)
    for word in name:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
    return len(mine) == 1 and _is_one_slip(mine[0], theirs[0])


def _is_one_slip(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORTEST or _differ_in_ending(word, other):
        return False
    return _sound(word) == _sound(other) or _is_one_edit(*sorted((word, other), key=len))


def _is_one_edit(short: str, long: str) -> bool:
    """Whether one letter is missing, another one, or two of them are swapped."""
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    mine, theirs = short[start:], long[start:]
    if len(short) < len(long):
        return mine == theirs[1:]
    return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])


def _differ_in_ending(word: str, other: str) -> bool:
    """Maria and Mario, Daniel and Daniela are two names, not one misspelt."""
    short, long = sorted((word, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and short[-1] in _VOWELS and long[-1] in _VOWELS
    return long[:-1] == short and long[-1] in _VOWELS


def _sound(word: str) -> str:
    """A word as it is heard, roughly: kareem is karim, filip is philip."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)
