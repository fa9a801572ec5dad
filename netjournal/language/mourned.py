"""Which words stand near what tells of a death: the index keeps them, so that the dead are found by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.language.folding import fold_keys, words

REACH = 2000
NEAR = 60
"""Letters around what tells of a death, among which the name stands."""

STEMS = (
    *("died", "passed away", " is dead", "was killed", "funeral", "burial", "buried", "death", "wake for"),
    *("wake of", "grave", "condolences for"),
)


def words_by_deaths(text: str) -> tuple[str, ...]:
    """The folded words near what tells of a death in `text`; the names of the dead are among them.

    Nearly every text tells of none, which takes a microsecond: all of them are asked when an index is made.
    """
    if not may_tell_of_a_death(text):
        return ()
    return tuple(_near(re.sub(r"['’]s\b", "", text[:REACH].lower())))


def may_tell_of_a_death(text: str) -> bool:
    """Whether anything in `text` looks like it, which is to be looked at."""
    small = text[:REACH].lower()
    return any(map(small.__contains__, STEMS))


def _near(small: str) -> Iterator[str]:
    for stem in STEMS:
        start = small.find(stem)
        while start >= 0:
            end = start + len(stem)
            for key in fold_keys(small[max(0, start - NEAR) : end + NEAR]):
                yield from words(key)
            start = small.find(stem, end)
