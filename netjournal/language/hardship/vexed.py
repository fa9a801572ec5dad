"""Whether one was vexed while writing a line: no hard day, but nothing light suits it (issue 5 §1)."""

from __future__ import annotations

import re

_SIGNS: tuple[str, ...] = ("grr", "ugh", "argh", "annoy", "irritat", "furious", "fed up", "infuriat", "rude")
_SIGNS += ("cancel", "called off", "no fee", "😤", "😡", "🙄", "😠")
_VEXED = (
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )"
    r"(?:\b(?:grr+|u+gh+|a+rgh+|annoy(?:ed|ing|s)|irritat(?:ed|ing)|furious|fed up|infuriating|rude)\b"
    r"|\b(?:cancelled|canceled|called off) (?:the|my|our) (?:whole |entire )?(?:job|gig|show|opening|order"
    r"|contract|project|tour|booking|commission)\b|\bno fee\b|[😤😡🙄😠])"
)


def is_vexed(text: str) -> bool:
    """Whether `text` grumbles, in plain English or with a sign: grr, rude again; or tells of lost work."""
    small = text.lower()
    return any(sign in small for sign in _SIGNS) and re.search(_VEXED, small) is not None
