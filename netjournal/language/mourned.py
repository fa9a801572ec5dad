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
    small = text[:REACH].lower()
    for stem in STEMS:
        if stem in small:
            return tuple(_near(re.sub(r"['’]s\b", "", small)))
    return ()


def _near(small: str) -> Iterator[str]:
    for stem in STEMS:
        start = small.find(stem)
        while start >= 0:
            end = start + len(stem)
            for key in fold_keys(small[max(0, start - NEAR) : end + NEAR]):
                yield from words(key)
            start = small.find(stem, end)
