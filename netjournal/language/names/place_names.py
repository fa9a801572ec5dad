"""Whether a name that is a place's as well is of the place: flew to Paris, a week in Florence (issue 5 §1).

| in the line                             | the place                                       |
|-----------------------------------------|-------------------------------------------------|
| flew to Paris; a trip to Paris with Bo  | Paris                                           |
| wrote to Paris; flew to Paris's wedding | none: somebody called Paris                     |
| flew to Karim                           | none: Karim is no place                         |
"""

from __future__ import annotations

import re

_PLACES = (
    " adelaide alexandria asia aspen austin bristol brooklyn cairo carolina charlotte chelsea cheyenne dallas"
    " denver florence geneva georgia houston india ireland israel jordan kenya lincoln london lourdes madison"
    " memphis milan nancy odessa orlando paris petra phoenix roma rome savannah siena sofia sydney valencia"
    " venice verona victoria vienna virginia york "
)
_WENT = (
    r"(?i)\b(?:(?:flew|fly|flying|flights?|trips?|trains?|travel(?:l?ed|l?ing)?|journey|ferry|tickets?"
    r"|eurostar|tour)"
    r" (?:back )?(?:to|from|via)|(?:days?|weeks?|weekend|fortnight|month|holidays?|break|honeymoon|landed"
    r"|arrived) in"
    r"|(?:back|home) from)\s+\Z"
)
_REACH = 40


def is_place(text: str, start: int, end: int) -> bool:
    """Whether the name from `start` to `end` of `text` is of a place, by itself and the words before it."""
    if f" {text[start:end].lower()} " not in _PLACES or text[end : end + 1] in ("'", "’"):
        return False
    return re.search(_WENT, text[max(start - _REACH, 0) : start]) is not None
