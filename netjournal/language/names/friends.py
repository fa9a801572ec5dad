"""A friend of one's own since long, by what one calls them: my old friend, a friend from school."""

from __future__ import annotations

import re

_OLD = (
    r"(?:very )?(?:old|oldest|best|dear|dearest|childhood|school)(?: school)? friend\b"
    r"(?! of (?!mine\b|ours\b))"
)
_SINCE = r"friend (?:from|since) (?:school|childhood|kindergarten|university|college|(?:back )?home)\b"
OLD_FRIEND = rf"(?:my|our|an?) (?:{_OLD}|{_SINCE})"
"""The words for one, as a pattern."""

_LONG_SINCE = (
    rf"\b(?:my|our) (?:{_OLD}|{_SINCE})"
    rf"|(?:\A|[,(:–—-] ?|\b(?:as|is|was|with|to|from|of) )an? (?:{_OLD}|{_SINCE})"
)


def own_old_friend(text: str) -> bool:
    """Whether `text` speaks of one; not of an old friend of Ines, nor of one whom somebody brings."""
    small = text.lower()
    return "friend" in small and re.search(_LONG_SINCE, small) is not None
