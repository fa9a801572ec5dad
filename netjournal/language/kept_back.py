"""The ``p:`` that keeps an answer to oneself, and what is said where somebody begins a line with it."""

from __future__ import annotations

NOT_A_LINE = "p: keeps only an answer to yourself; this line is kept like any other."
"""An entry has no such sign (reflection.md §2.4): whoever believes so must hear it while they can mend it."""


def is_kept_back(text: str) -> bool:
    """Whether `text` begins with a small ``p:``, or ``p`` and a space."""
    return text[:2] == "p:" or (text[:1] == "p" and text[1:2].isspace())


def say_not_kept_back(text: str) -> str:
    """What to say to a line with this `text`: empty, unless it begins as an answer that is private."""
    return NOT_A_LINE if is_kept_back(text) else ""
