"""The day that a line begins with where no colon follows: quick fingers leave it out."""

from __future__ import annotations

import re

_OPENING = (
    r"(?i)\s*(?P<day>(?:(?:the )?day before )?yesterday(?: (?:morning|afternoon|evening|eve|night))?"
    r"|last night)(?P<comma>,)?\s+(?P<next>[^\s,.;:!?]+)"
)
_SAYS_OF_IT = frozenset({"was", "is", "were", "wasn't", "and", "or", "still", "to", "of", "the"})
"""After these the day is spoken of, or is one of two."""

_WHO = frozenset({"i", "we", "she", "he", "they", "you"})
_OTHER_DAY = r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening))\b"


def opening_day(line: str) -> tuple[str, int]:
    """The words for yesterday that `line` begins with, and where the rest begins; else "" and 0.

    ``yesterday Grace and I talked`` and ``last night we sang`` are of the day before; ``yesterday was hard``,
    ``last night bus`` and a line that speaks of today too are of today.
    """
    found = re.match(_OPENING, line)
    if found is None or re.search(_OTHER_DAY, line[found.end("day") :]):
        return "", 0
    follows = found["next"].casefold()
    is_plain = follows not in _SAYS_OF_IT
    if found["day"].casefold() == "last night":
        is_plain = follows in _WHO
    return (found["day"], found.start("next")) if found["comma"] or is_plain else ("", 0)
