"""Which words stand near what tells of a death: the index keeps them, so that the dead are found by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from netjournal.language.folding import fold_keys, words

REACH = 2000
NEAR = 60
"""Letters around what tells of a death, among which the name stands."""

STEMS = (
    *("died", " is dead", "are dead", "was dead", "death", "passed away", "passed peacefully", "passed in h"),
    *("was killed", "were killed", "drowned", "own life", "funeral", "burial", "buried", "cremat", "grave"),
    *("wake for", "wake of", "laid to rest", "condolences for"),
)
SIGNS = (
    *("died", "dead", "death", "passed", "killed", "drowned", "own life", "funeral", "buri", "cremat"),
    *("grave", "wake ", "laid to rest", "condolences for"),
)
"""Fewer: each stem holds one of them."""


def words_by_deaths(text: str) -> tuple[str, ...]:
    """The folded words near what tells of a death in `text`; the names of the dead are among them."""
    if not may_tell_of_a_death(text):
        return ()
    return tuple(_near(re.sub(r"['’]s\b", "", text[:REACH].lower())))


def may_tell_of_a_death(text: str) -> bool:
    """Whether anything in `text` looks like it, which is to be looked at."""
    return any(map(text[:REACH].lower().__contains__, STEMS))


def may_any_tell_of_a_death(texts: Iterable[str]) -> bool:
    """The same for many texts, in a tenth of the time: all of a journal are asked when an index is made."""
    together = "\n".join(texts).encode(errors="replace").lower()
    return all(any(sign.encode() in together for sign in signs) for signs in (SIGNS, STEMS))


def _near(small: str) -> Iterator[str]:
    for stem in STEMS:
        start = small.find(stem)
        while start >= 0:
            end = start + len(stem)
            for key in fold_keys(small[max(0, start - NEAR) : end + NEAR]):
                yield from words(key)
            start = small.find(stem, end)
