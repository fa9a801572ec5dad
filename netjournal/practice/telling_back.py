"""Telling whoever brought two people together how it went (reflection.md §3.6, the thanks loop)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netjournal.model import Interaction
from netjournal.practice.help import got_help

WITHIN = 90
"""Days within which whoever introduced us was told, if they were met at all."""

_GOOD = 4


class Through(NamedTuple):
    """Somebody in an entry, by the name `person`, and the name of who made one meet them, with their id.

    `last` is the day of the newest entry with the introducer; `resting` if either of the two is at rest or
    died.
    """

    person: str
    introducer: str
    introducer_id: str
    last: date | None = None
    resting: bool = False


def went_well(entry: Interaction) -> bool:
    """Whether one got help, or rated oneself a friend: 4 or 5 on that scale."""
    asked = entry.reflection
    is_friendly = asked is not None and asked.scale == "friend" and (asked.rating or 0) >= _GOOD
    return got_help(entry) or is_friendly


def is_news(entry: Interaction, before: Interaction | None, today: date) -> bool:
    """Whether something went well that one has not been reminded of: of the last 90 days, and not yet as the
    entry stood `before`, if it stood at all.
    """
    is_recent = today - entry.date < timedelta(WITHIN)
    return is_recent and went_well(entry) and (before is None or not went_well(before))


def tell_back(entry: Interaction, people: Iterable[Through]) -> str:
    """The line to show, for the one whom `untold` finds; empty for none."""
    one = untold(entry, people)
    if one is None:
        return ""
    return f"You met {one.person} through {one.introducer}. Tell {one.introducer} how it went?"


def untold(entry: Interaction, people: Iterable[Through]) -> Through | None:
    """The first of `people` in an entry whose introducer knows nothing of it.

    The introducer was not there, and has not been in an entry from 90 days before this one on.
    """
    since = entry.date - timedelta(WITHIN)
    for one in people:
        was_told = one.introducer_id in entry.people or (one.last is not None and one.last > since)
        if not (one.resting or was_told):
            return one
    return None
