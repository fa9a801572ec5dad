"""Document ids: ULIDs, sortable by the time they were made."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH, _SHORT = 26, 6
_PAIRS = tuple(one + other for one in _CROCKFORD for other in _CROCKFORD)
_SHIFTS = range(5 * (_LENGTH - 2), -1, -10)
_DIGITS = str.maketrans(_CROCKFORD, "0123456789abcdefghijklmnopqrstuv")
"""To the digits that `int` knows."""


def new_id(now: datetime, entropy: Callable[[int], bytes] = os.urandom, *, after: str = "") -> str:
    """A new 26-character ULID made at the aware time `now` (48 bits of milliseconds, 80 of `entropy`).

    Two machines never make the same one. Of the same millisecond as the id `after` it sorts after it: what is
    written under a clock that stands still keeps its order. Source: github.com/ulid/spec.
    """
    number = int(now.timestamp() * 1000) << 80 | int.from_bytes(entropy(10), "big")
    earlier = _number(after)
    if number >> 80 == earlier >> 80 and number <= earlier:
        number = earlier + 1 + int.from_bytes(entropy(6), "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def _number(id: str) -> int:
    return int(id.translate(_DIGITS), 32) if id else 0


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id, in capitals."""
    return len(text) == _LENGTH and all(letter in _CROCKFORD for letter in text)


def short_id(id: str) -> str:
    """The end of an id, which is enough to name an entry or a goal where one types."""
    return id[-_SHORT:].lower()
