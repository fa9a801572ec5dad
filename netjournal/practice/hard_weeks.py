"""Whether a week or a month was a hard one, by its hard days: then it is looked back on more gently."""

from __future__ import annotations

from collections.abc import Iterable

from netjournal.model import Interaction
from netjournal.practice.coming_back import is_hard

_A_MONTH_OF = 5
"""Hard days, not all of one week, that make a hard month: a death aside, one bad week is none yet."""


def is_hard_week(entries: Iterable[Interaction]) -> bool:
    """Whether half of the entries of a week, two at least, are of hard days, or a third, three at least."""
    every = tuple(entries)
    hard = sum(map(is_hard, every))
    return hard > 1 and (2 if hard == 2 else 3) * hard >= len(every)


def is_hard_month(entries: Iterable[Interaction]) -> bool:
    """Whether five days of a month were hard, in more than one week."""
    days = {one.date for one in entries if is_hard(one)}
    return len(days) >= _A_MONTH_OF and len({day.isocalendar()[:2] for day in days}) > 1
