"""Who is told to have died in a text: ``Beka died this morning``, ``at the funeral of Ibrahima``."""

from __future__ import annotations

import re
from collections.abc import Collection

from netjournal.language.company.mourning import is_told_dead
from netjournal.language.hardship.mourned import NEAR, REACH, may_tell_of_a_death
from netjournal.language.names.in_text import Known, names_among
from netjournal.language.tokens import scan
from netjournal.model import Acquaintances

_NOT_TRUE = (
    r"\b(?:if|dream\w*|nightmare|afraid|feared|fears?|nearly|almost|film|play|novel|book|story|game|not|never"
    r"|thought|wonder\w*|until|when|before|planning|plans?)\b"
)
_SURNAMED = r"(?:\s+[^\W\d_a-z][\w'’-]+){0,3}"


def told_dead(text: str, people: Acquaintances, company: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of those of `people` of whom `text` tells that they died, in order, each once.

    `company` (ids) was there, and is meant by a name that fits several. In doubt nobody is: Beka's father
    died, Beka nearly died, a dream that Beka died.
    """
    if not may_tell_of_a_death(text):
        return ()
    near = text[:REACH]
    found = (
        mention.who.id
        for mention in names_among(near, tuple(scan(near)), people, company=company)
        if isinstance(mention.who, Known) and _is_dead(near, mention.start, mention.end)
    )
    return tuple(dict.fromkeys(found))


def _is_dead(text: str, start: int, end: int) -> bool:
    before = text[:start].removesuffix("@").removesuffix('"')
    clause = re.split(r"[.,;:!?\n]", before[-NEAR:])[-1]
    if re.search(_NOT_TRUE, clause, re.IGNORECASE):
        return False
    after = text[end:].removeprefix('"')
    surname = re.match(_SURNAMED, after)
    ways = (after[surname.end() :], after) if surname else (after,)
    return any(is_told_dead(clause, way) for way in ways)
