"""Which person or entry is meant by what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netjournal.cli.entries import short_id
from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.day_words import say_ago, say_day
from netjournal.language.entry_words import say_who, shortened
from netjournal.language.folding import fold, fold_keys, words
from netjournal.language.phrases import Phrases
from netjournal.model import Acquaintance, Contact, Interaction, is_id
from netjournal.store.journal import Journal

_SHORTEST_TAIL = 4


def find_person(journal: Journal, name: str, today: dt.date) -> Contact:
    """The person with this name, nickname, first name or id.

    Raises Unclear naming those who share it, and JournalError with whom it may have meant if nobody has it.
    """
    if is_id(name.upper()):
        return journal.contact(name.upper())
    found = _named(journal, name)
    if len(found) == 1:
        return journal.contact(found[0].id)
    if found:
        raise Unclear(
            f"Several people are called {name}:",
            _told_apart(found, today),
            "Say the whole name, or the id at the end of the line.",
        )
    raise JournalError(f"Nobody here is called {name}.", _perhaps(journal, name))


def find_either(journal: Journal, words: Sequence[str], today: dt.date) -> Contact | Interaction:
    """The person of this name, or the entry whose id ends so. Raises like `find_person` and `find_entry`."""
    name = wanted(words)
    id = name.upper()
    if is_id(id):
        return journal.interaction(id) if journal.ids_ending(id) else journal.contact(id)
    if not _named(journal, name) and _may_be_tail(name) and journal.ids_ending(id):
        return find_entry(journal, name, today)
    return find_person(journal, name, today)


def find_entry(journal: Journal, tail: str, today: dt.date) -> Interaction:
    """The entry whose id is, or ends in, `tail`; raises Unclear if several do, JournalError if none does."""
    ids = journal.ids_ending(tail) if _may_be_tail(tail) else ()
    if not ids:
        raise JournalError(
            f"No entry has the id {tail}.", "`netjournal timeline` shows the id at the end of each entry."
        )
    entries = [journal.interaction(id) for id in ids]
    if len(entries) > 1:
        names = journal.names(id for entry in entries for id in entry.people)
        lines = [f"{say_day(entry.date, today)}  {say_who(entry, names)}  {entry.id}" for entry in entries]
        raise Unclear(f"Several entries have an id that ends in {tail}:", lines, "Type more of it.")
    return entries[0]


def same_name(journal: Journal, name: str) -> tuple[Acquaintance, ...]:
    """Those whose whole name is `name`, whatever its case, accents and Unicode form."""
    keys = fold_keys(name)
    candidates = journal.answering_to({word for key in keys for word in words(key)})
    return tuple(person for person in candidates if fold(person.name) in keys)


def wanted(words: Sequence[str]) -> str:
    """The name in the arguments of a command; raises Misused if there is none."""
    name = " ".join(" ".join(words).split())
    if not name:
        raise Misused("Whom do you mean?", "Give a name, a nickname or an id.")
    return name


def describe(person: Acquaintance, today: dt.date) -> str:
    """What tells a person from a namesake: work, town, and when they were met last."""
    about = [person.organisation or person.field or person.role, person.place]
    met = f"last met {say_ago(person.last, today)}" if person.last else "not met yet"
    return " · ".join(part for part in (*about, met) if part)


def named_document(document: Contact | Interaction) -> str:
    """A person by name, an entry by its first words."""
    if isinstance(document, Contact):
        return document.name
    return f"“{shortened(document.text, 50)}”" if document.text else f"the entry {short_id(document.id)}"


def _named(journal: Journal, name: str) -> tuple[Acquaintance, ...]:
    """Those called so; else, where it is one person's alone, any whole words of the name."""
    keys = {word for key in fold_keys(name) for word in words(key)}
    candidates = journal.answering_to(keys)
    if same := tuple(person for person in candidates if fold(person.name) == fold(name)):
        return same
    if exactly := Phrases(candidates).exactly(name):
        return exactly[1]
    return tuple(person for person in candidates if set(words(fold(name))) <= _words_of(person))


def _words_of(person: Acquaintance) -> set[str]:
    return {
        word for text in (person.name, *person.nicknames) for key in fold_keys(text) for word in words(key)
    }


def _may_be_tail(text: str) -> bool:
    return len(text) >= _SHORTEST_TAIL and text.isascii() and text.isalnum()


def _told_apart(people: Sequence[Acquaintance], today: dt.date) -> list[str]:
    return [f"{person.name}  {describe(person, today)}  {person.id}" for person in people]


def _perhaps(journal: Journal, name: str) -> str:
    from netjournal.language.lookup import closest

    alike = [person.name for person in closest(name, journal.people())]
    if not alike:
        return "`netjournal find` looks for a part of a name; `netjournal add` writes down someone new."
    return f"Did you mean {' or '.join([', '.join(alike[:-1]), alike[-1]] if alike[1:] else alike)}?"
