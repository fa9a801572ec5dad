"""Which person or entry is meant by what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.days.words import say_day
from netjournal.language.entry_words import say_who, shortened
from netjournal.language.folding import fold
from netjournal.language.names.resolving import called, resolve
from netjournal.model import Contact, Interaction, is_id, short_id
from netjournal.store.journal import Journal

_SHORTEST_TAIL = 4


def find_person(journal: Journal, name: str, today: dt.date) -> Contact:
    """The person with this name, nickname, first name or id; raises Unclear and JournalError as `resolve`."""
    try:
        return journal.person(resolve(name, journal.plain, today).id)
    except JournalError as error:
        if journal.plain is not journal:  # whoever else answers to it is not named
            raise JournalError("Nobody answers to that, or more than one.", "Say the whole name.") from None
        error.hint = error.hint or (
            "`netjournal find` looks for a part of a name; "
            f"`netjournal add {_typed_again(name)}` writes down someone new."
        )
        raise


def find_anybody(journal: Journal, name: str, today: dt.date) -> Contact:
    """The person of this name, also one who is in the trash. Raises like `find_person`."""
    try:
        return find_person(journal, name, today)
    except Unclear:
        raise
    except JournalError:
        deleted = journal.deleted_people()
        found = [one for one in deleted if name.upper() == one.id or fold(one.name) == fold(name)]
        if not found:
            raise
        if len(found) > 1:
            lines = [f"{one.name}  {one.place}  {one.id}" for one in found]
            raise Unclear(f"Several people called {name} are in the trash:", lines, "Say the id.") from None
        return found[0]


def find_either(journal: Journal, words: Sequence[str], today: dt.date) -> Contact | Interaction:
    """The person of this name, or the entry whose id ends so. Raises like `find_person` and `find_entry`."""
    name = wanted(words)
    id = name.upper()
    if is_id(id):
        return journal.interaction(id) if journal.ids_ending(id) else journal.person(id)
    if not called(name, journal) and _may_be_tail(name) and journal.ids_ending(id):
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


def wanted(words: Sequence[str]) -> str:
    """The name in the arguments of a command; raises Misused if there is none."""
    name = " ".join(" ".join(words).split())
    if not name:
        raise Misused("Whom do you mean?", "Give a name, a nickname or an id.")
    return name


def named_document(document: Contact | Interaction) -> str:
    """A person by name, an entry by its first words."""
    if isinstance(document, Contact):
        return document.name
    return f"“{shortened(document.text, 50)}”" if document.text else f"the entry {short_id(document.id)}"


def _typed_again(name: str) -> str:
    """A name as it may be typed in a shell: quotes only where it needs them."""
    from shlex import quote

    return " ".join(map(quote, shortened(name, 50).split()))


def _may_be_tail(text: str) -> bool:
    return len(text) >= _SHORTEST_TAIL and text.isascii() and text.isalnum()
