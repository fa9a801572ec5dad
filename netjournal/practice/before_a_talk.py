"""Which questions suit before the next talk with somebody, by what was told of the last ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from netjournal.language.hardship.hard_day import Hardship, tells_of_peace
from netjournal.model import Interaction
from netjournal.practice.coming_back import hard_by

Before = Literal["talk", "gently", "mourning", "quarrel"]
"""What a question before a talk suits: any talk, or one after a hard day of theirs or one's own."""

_BEFORE: Mapping[Hardship, Before] = {"death": "mourning", "quarrel": "quarrel", "sickbed": "gently"}
_HALF_A_YEAR = 183
_FOUR_WEEKS = 28


def slot_before(
    entries: Iterable[Interaction],
    today: dt.date,
    is_quarrel: Callable[[Interaction], bool] = lambda entry: True,
) -> Before:
    """Which questions suit before the next talk, by the newest of `entries` (newest first) that tells of a
    hard day: within half a year if nothing came after it, else within four weeks. A sickbed and mourning are
    long; a quarrel lasts until it was made up. What is mourned comes before a quarrel.

    `is_quarrel` says of an entry that tells of a quarrel whether it was with them: who only stood by is met
    as ever.
    """
    lived = [one for one in entries if one.date <= today]
    hard: list[Before] = []
    for number, one in enumerate(lived):
        if (today - one.date).days > (_FOUR_WEEKS if number else _HALF_A_YEAR):
            break
        kind = hard_by(one)
        if kind == "quarrel" and not is_quarrel(one):
            kind = hard_by(one, but="quarrel")
        is_over = kind == "quarrel" and any(tells_of_peace(later.text) for later in lived[:number])
        if kind is not None and not is_over:
            hard.append(_BEFORE[kind])
    return "mourning" if "mourning" in hard else hard[0] if hard else "talk"
