"""Cards that are handed over: ``card``, ``a card``, ``her business card``."""

from __future__ import annotations

import re

from netjournal.language.folding import fold

_CARD = re.compile(
    r"(?:got |gave )?(?:an? |the |my |his |her |their |your )?(?:business |visiting |calling )?cards?"
)


def is_card(text: str) -> bool:
    """Whether something given or got is a card and no more."""
    return _CARD.fullmatch(fold(text)) is not None
