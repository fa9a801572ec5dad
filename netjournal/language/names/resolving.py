"""The one person meant by what was typed, or a question back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol
from unicodedata import normalize

from netjournal.errors import JournalError, Nobody, Unclear
from netjournal.language.days.words import say_ago
from netjournal.language.folding import fold, fold_keys, words
from netjournal.language.names.phrases import Phrases
from netjournal.model import Acquaintance, is_id


class Everyone(Protocol):
    """The people of a journal, asked for by word where that is enough."""

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        """Those with one of the folded `words` among the words of their name or a nickname."""
        ...

    def people(self) -> Sequence[Acquaintance]:
        """All of them."""
        ...


def resolve(query: str, everyone: Everyone, today: date, *, but: str = "") -> Acquaintance:
    """The one person with this id, name, nickname or first name, or with these whole words in their name.

    A beginning of a name is not enough. Raises Unclear naming those who share it, Nobody with whom it may
    have meant (never `but`, an id) if nobody has it, and JournalError for an id that nobody has, or no name.
    """
    name = query.strip()
    by_id = is_id(id := name.upper())
    if by_id:
        found = tuple(person for person in everyone.people() if person.id == id)
    else:
        found = called(name, everyone)
    if len(found) == 1:
        return found[0]
    if found:
        raise Unclear(
            f"Several people are called {name}:",
            [f"{person.name}  {describe(person, today)}  {person.id}" for person in found],
            "Say the whole name, or the id at the end of the line.",
        )
    if by_id or not name:
        raise JournalError(f"Nobody here is called {name}.")
    raise Nobody(f"Nobody here is called {name}.", _perhaps(name, everyone, but))


def called(name: str, everyone: Everyone) -> tuple[Acquaintance, ...]:
    """Those whose name is written so; else those called so; else those with all its words in their name."""
    keys = {word for key in fold_keys(name) for word in words(key)}
    candidates = everyone.answering_to(keys) if keys else everyone.people()
    if same := [person for person in candidates if _composed(person.name) == _composed(name)]:
        return tuple(same)
    return _called_alike(name, candidates)


def perhaps_called(name: str, everyone: Everyone) -> tuple[tuple[Acquaintance, ...], ...]:
    """Whom `name` may mean whatever its accents (Inês and Ines for ines): those `called` so, then those with
    all its words in their name as well; empty if nobody.
    """
    keys = {word for key in fold_keys(name) for word in words(key)}
    candidates = everyone.answering_to(keys) if keys else ()
    ways = (_called_alike(name, candidates), _with_words(name, candidates))
    return tuple(dict.fromkeys(filter(None, ways)))


def _called_alike(name: str, candidates: Sequence[Acquaintance]) -> tuple[Acquaintance, ...]:
    if same := [person for person in candidates if fold(person.name) == fold(name)]:
        return tuple(same)
    exactly = Phrases(candidates).exactly(name)
    return exactly[1] if exactly else _with_words(name, candidates)


def _with_words(name: str, candidates: Sequence[Acquaintance]) -> tuple[Acquaintance, ...]:
    wanted = set(words(fold(name)))
    return tuple(person for person in candidates if wanted and wanted <= _words_of(person))


def namesakes(name: str, everyone: Everyone) -> tuple[Acquaintance, ...]:
    """Those whose whole name is `name`, whatever its case, accents and Unicode form."""
    keys = fold_keys(name)
    candidates = everyone.answering_to({word for key in keys for word in words(key)})
    return tuple(person for person in candidates if fold(person.name) in keys)


def describe(person: Acquaintance, today: date) -> str:
    """What tells a person from a namesake: work, town, and when they were met last."""
    about = [person.organisation or person.field or person.role, person.place]
    met = f"last met {say_ago(person.last, today)}" if person.last else "not met yet"
    return " · ".join(part for part in (*about, met) if part)


def _composed(name: str) -> str:
    return " ".join(normalize("NFC", name).casefold().split())


def _words_of(person: Acquaintance) -> set[str]:
    return {
        word for text in (person.name, *person.nicknames) for key in fold_keys(text) for word in words(key)
    }


def _perhaps(name: str, everyone: Everyone, but: str) -> str:
    from netjournal.language.finding.lookup import closest

    near = closest(name, [person for person in everyone.people() if person.id != but])
    *others, last = [person.name for person in near] or [""]
    return f"Did you mean {' or '.join(filter(None, (', '.join(others), last)))}?" if last else ""
