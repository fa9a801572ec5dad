"""What may stand before a colon as a day does, and names none: last week, in september, 2/10."""

from __future__ import annotations

import re

from netjournal.errors import Misused
from netjournal.language.days.in_prose import MONTHS
from netjournal.language.days.words import MONTHS as NAMES

_SPAN = r"weeks?|weekends?|months?|years?|ago"
_SPAN_WORD = (
    r"last|this|past|the|of|in|on|a|an|one|two|three|four|few|some|couple|early|mid|late|[0-9]{1,2}"
    rf"|{_SPAN}"
)
_MONTH = rf"(?:in|early|mid|late)(?: (?:early|mid|late))?[ -](?:{'|'.join(MONTHS)})[a-z]*"
_SLASHED = r"([0-9]{1,2})/([0-9]{1,2})"
_RATED_OF = (5, 10)


def refuse_no_day(phrase: str) -> None:
    """Raise Misused for a phrase that tells a time and yet no day; 8/10 may be a rating, and is let pass."""
    said = " ".join(phrase.split())
    words = said.casefold().split()
    is_span = 2 <= len(words) <= 4 and all(re.fullmatch(_SPAN_WORD, word) for word in words)
    if (is_span and any(re.fullmatch(_SPAN, word) for word in words)) or re.fullmatch(
        _MONTH, said.casefold()
    ):
        raise Misused(f"“{said}” is not one day.", "Say a day, such as last friday or nov 3.")
    if slashed := re.fullmatch(_SLASHED, said):
        one, other = int(slashed[1]), int(slashed[2])
        if other not in _RATED_OF and one != other and min(one, other) >= 1 and max(one, other) <= 12:
            first, second = f"{one} {NAMES[other - 1]}", f"{other} {NAMES[one - 1]}"
            raise Misused(
                f"“{said}” may be {first} or {second}.", f"Write {first[: len(str(one)) + 4].lower()}."
            )
