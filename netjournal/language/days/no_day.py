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
    small = said.casefold()
    words = small.split()
    is_span = 2 <= len(words) <= 4 and all(re.fullmatch(_SPAN_WORD, word) for word in words)
    if re.fullmatch(_MONTH, small) or (is_span and any(re.fullmatch(_SPAN, word) for word in words)):
        raise Misused(f"“{said}” is not one day.", "Say a day, such as last friday or nov 3.")
    if slashed := re.fullmatch(_SLASHED, said):
        one, other = int(slashed[1]), int(slashed[2])
        if other not in _RATED_OF and one != other and min(one, other) >= 1 and max(one, other) <= 12:
            days = [(day, NAMES[month - 1]) for day, month in ((one, other), (other, one))]
            may_be = " or ".join(f"{day} {name}" for day, name in days)
            instead = " or ".join(f"{day} {name[:3].lower()}" for day, name in days)
            raise Misused(f"“{said}” may be {may_be}.", f"Write {instead}.")
