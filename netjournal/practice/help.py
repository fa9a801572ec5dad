"""Help given and received: whatever was given or got but for cards (reflection.md §2.2)."""

from __future__ import annotations

from netjournal.language.cards import is_card
from netjournal.model import Interaction


def gave_help(entry: Interaction) -> bool:
    """Whether one gave something that helps."""
    return not all(map(is_card, entry.gave))


def got_help(entry: Interaction) -> bool:
    """Whether one got something that helps."""
    return not all(map(is_card, entry.got))
