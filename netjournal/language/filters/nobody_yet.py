"""Whom a goal is about that nobody in the journal is: ``ring mum``, of somebody never written down."""

from __future__ import annotations

from netjournal.language.completion import insertion
from netjournal.language.filters.goals import filter_of
from netjournal.language.filters.narrowing import needs
from netjournal.language.folding import fold, words
from netjournal.model import Acquaintances, Goal


def say_nobody_yet(goal: Goal, people: Acquaintances) -> str:
    """What is told of a goal that counts entries with somebody whom none of `people` is; else empty."""
    named = [need.named for need in needs(filter_of(goal).root) if need.named]
    unknown = next((name for name in named if not people.answering_to(set(words(fold(name))))), "")
    if not unknown:
        return ""
    written = insertion("person", unknown).rstrip()
    return f"Nobody here is called {unknown} yet: {written} in a line writes them down."
