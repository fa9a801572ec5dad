"""To whom a promise is, by the names in its words: ask Dato for Gia's tools is to Dato."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from netjournal.language.names import Known, Mention, names_among
from netjournal.language.tokens import scan
from netjournal.model import Acquaintances

_LIST = re.compile(r"\s*(?:,|&|,?\s+and)\s+", re.IGNORECASE)
_THEIRS = re.compile(r"['’]s?\b")


def meant_for(text: str, people: Acquaintances, company: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of whom a promise in the words `text` is to, as far as they name somebody; else nobody.

    It is whoever is named first, with those listed beside them; of whom only a thing is named (Luka's hat),
    only where nobody else is. `company` (ids) was there, and is meant by a name that fits several.
    """
    tokens = tuple(scan(text))
    found = [one for one in names_among(text, tokens, people, company=company) if isinstance(one.who, Known)]
    themselves = [one for one in found if not _THEIRS.match(text[one.end :])]
    return tuple(dict.fromkeys(_first_listed(text, themselves or found)))


def _first_listed(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    before: Mention | None = None
    for one in mentions:
        if before is not None and not _LIST.fullmatch(text[before.end : one.start]):
            return
        assert isinstance(one.who, Known)
        yield one.who.id
        before = one
