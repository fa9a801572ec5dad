"""The one person meant by what was typed, or a question back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from unicodedata import normalize

from netjournal.errors import JournalError, Unclear
from netjournal.language.day_words import say_ago
from netjournal.language.folding import fold_keys
from netjournal.language.lookup import IN_SIGHT, Lookup, closest
from netjournal.model import Acquaintance, is_id


def resolve(query: str, people: Sequence[Acquaintance], today: date) -> Acquaintance:
    """The one person meant by an id, a whole name, a nickname, or what their name alone has or begins with.

    Raises Unclear that lists the candidates, met last first, and JournalError with whom it may have meant.
    """
    if is_id(id := query.strip().upper()):
        if person := next((person for person in people if person.id == id), None):
            return person
        raise JournalError(f"Nobody here has the id {id}.")
    found = Lookup(people).find(query, len(people)) if query.strip() else ()
    whole = [match for match in found if match.kind == "name"]
    keys = set(fold_keys(query))
    groups = [
        [match for match in found if _composed(match.person.name) == _composed(query)],
        [match for match in whole if keys & set(fold_keys(match.person.name))],
        whole,
        *([match for match in found if match.kind == kind] for kind in ("word", "beginning")),
    ]
    best = next(filter(None, groups), [])
    if len(best) == 1:
        return best[0].person
    if best:
        raise Unclear(
            f"{len(best)} people answer to {query.strip()}:",
            [_told_apart(match.person, today) for match in best[:IN_SIGHT]],
            "Say the whole name, or the id at the end of the line.",
        )
    raise JournalError(f"Nobody here is called {query.strip()}.", _perhaps(query, people))


def _composed(name: str) -> str:
    return " ".join(normalize("NFC", name).casefold().split())


def _told_apart(person: Acquaintance, today: date) -> str:
    met = f"last met {say_ago(person.last, today)}" if person.last else "not met yet"
    about = (person.name, person.organisation or person.field or person.role, person.place, met, person.id)
    return " · ".join(part for part in about if part)


def _perhaps(name: str, people: Sequence[Acquaintance]) -> str:
    *others, last = [person.name for person in closest(name, people)] or [""]
    return f"Did you mean {' or '.join(filter(None, (', '.join(others), last)))}?" if last else ""
