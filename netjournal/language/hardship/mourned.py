"""Which words stand near what tells of a death: the index keeps them, so that the dead are found by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from netjournal.language.folding import fold_keys, words

REACH = 2000
NEAR = 60
"""Letters around what tells of a death, among which the name stands."""

STEMS = (
    *("died", "passed away", " is dead", "was killed", "funeral", "burial", "buried", "death", "wake for"),
    *(
        "wake of",
        "grave",
        "condolences for",
        "passed peacefully",
        "passed in h",
        "drowned",
        "cremat",
        "own life",
    ),
    *("laid to rest", "are dead", "was dead", "were killed"),
)


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
    return any(stem.encode() in together for stem in STEMS)


def _near(small: str) -> Iterator[str]:
    for stem in STEMS:
        start = small.find(stem)
        while start >= 0:
            end = start + len(stem)
            for key in fold_keys(small[max(0, start - NEAR) : end + NEAR]):
                yield from words(key)
            start = small.find(stem, end)
