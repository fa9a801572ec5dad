"""Who is named in words, of those in the journal."""

from __future__ import annotations

from netjournal.language.names.in_text import Known, find_names
from netjournal.store.reading import Reading


def named_in(journal: Reading, text: str) -> frozenset[str]:
    """The ids of those whom `text` names without doubt."""
    return frozenset(one.who.id for one in find_names(text, journal) if isinstance(one.who, Known))
