"""Whether one lost somebody of one's own family, by what one calls them: my mum died last night."""

from __future__ import annotations

import re

from netjournal.language.hardship.hard_day import REACH, tells_of_death
from netjournal.language.names.kin import own_kin

_CLAUSE = re.compile(r"[.;,:!?\n]")


def lost_own_kin(text: str) -> bool:
    """Whether a clause of `text` tells of a death and of own kin: not ``funeral of Awa, then called dad``."""
    return tells_of_death(text) and any(
        tells_of_death(clause) and own_kin(clause) for clause in _CLAUSE.split(text[:REACH])
    )
