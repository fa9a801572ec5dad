"""Asking whether to ask less often: once after four of the last five were left (reflection.md §2.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netjournal.settings import Ask

OF_LAST = 5
"""Questions that are looked at."""

QUESTION = "Shall I ask less often?"

WAYS: Mapping[Ask, str] = {
    "always": "every time",
    "daily": "once a day",
    "weekly": "weekly only",
    "never": "never",
}
"""How often a log may be followed by a question, in words."""

ASIDES: Mapping[Ask, str] = {
    "always": "after each log",
    "daily": "after the first log of a day",
    "weekly": "in the review of the week",
    "never": "you write when you like",
}
"""What comes of each."""

_LEFT = 4
_EACH = 183


def may_ask_less(statuses: Sequence[str], ask: Ask, offered: date | None, today: date) -> bool:
    """Whether to ask it now: `statuses` are what became of the last questions, the newest first.

    The newest itself was left, four of the last five were, and it was not asked within half a year.
    """
    if ask not in ("always", "daily") or (offered is not None and (today - offered).days < _EACH):
        return False
    left = [status == "skipped" for status in statuses[:OF_LAST]]
    return sum(left) >= _LEFT and left[0]


def say_way(ask: Ask) -> str:
    """What one is told of the choice."""
    return f"From now on: {WAYS[ask]}, {ASIDES[ask]}."
