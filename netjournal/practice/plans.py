"""What becomes of a plan: the notes in which one comes back to it (reflection.md §2.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from netjournal.language.keywords import telling_words
from netjournal.model import Interaction

PLAN = "week-plan"
"""The id of the question what became of last week's plan."""

_AHEAD = "week-ahead-"
_SHARED = 2
_STEM = 4


def is_plan(entry: Interaction) -> bool:
    """Whether it is a plan made in a weekly review."""
    return entry.reflection is not None and entry.reflection.prompt.startswith(_AHEAD)


def went(entry: Interaction) -> bool:
    """Whether it says what became of such a plan."""
    return entry.reflection is not None and entry.reflection.prompt == PLAN


def mentioning(plan: Interaction, entries: Iterable[Interaction]) -> tuple[str, ...]:
    """The ids of those `entries` after `plan` that share two telling words with it, or its only one.

    Other forms of a word do as well: asked for ask. Answers of reviews are no notes: they are asked about it.
    """
    wanted = telling_words(plan.reflection.answer) if plan.reflection is not None else frozenset()
    least = min(_SHARED, len(wanted))
    return tuple(
        entry.id
        for entry in entries
        if least and entry.order > plan.order and _shared(wanted, _words(entry)) >= least
    )


def _shared(wanted: Collection[str], found: Collection[str]) -> int:
    return sum(any(_is_form(word, other) for other in found) for word in wanted)


def _is_form(word: str, other: str) -> bool:
    return other.startswith(word) or (len(other) >= _STEM and word.startswith(other))


def _words(entry: Interaction) -> frozenset[str]:
    asked = entry.reflection
    if asked is not None and asked.period:
        return frozenset()
    return telling_words(f"{entry.text} {asked.answer if asked is not None else ''}")
