"""What becomes of a plan: the notes in which one comes back to it (reflection.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterable

from netjournal.model import Interaction
from netjournal.practice.introduction_ideas import telling_words

_SHARED = 2


def mentioning(plan: Interaction, entries: Iterable[Interaction]) -> tuple[str, ...]:
    """The ids of those `entries` after `plan` that share two telling words with it, or its only one.

    Answers of reviews are no notes: they are asked about the plan.
    """
    wanted = telling_words(plan.reflection.answer) if plan.reflection is not None else frozenset()
    least = min(_SHARED, len(wanted))
    return tuple(
        entry.id
        for entry in entries
        if least and entry.order > plan.order and len(wanted & _words(entry)) >= least
    )


def _words(entry: Interaction) -> frozenset[str]:
    asked = entry.reflection
    if asked is not None and asked.period:
        return frozenset()
    return telling_words(f"{entry.text} {asked.answer if asked is not None else ''}")
