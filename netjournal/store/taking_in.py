"""Many people, and whole documents of other journals, brought into the journal at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from netjournal.errors import JournalError
from netjournal.model import Contact, Raw, changed, to_raw
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk

_SHELF = "contacts"


class Addition(NamedTuple):
    """Somebody new, with the fields of their document that no Contact has."""

    person: Contact
    more: Raw

    def complete(self, id: str, now: datetime) -> Addition:
        """The same, as the one with `id` and of now where nothing else is said."""
        person = self.person
        whole = msgspec.structs.replace(person, id=person.id or id, created=person.created or now)
        return Addition(whole, self.more)


class Alteration(NamedTuple):
    """Somebody as they were and as they are to be, with the fields that no Contact has."""

    before: Contact
    after: Contact
    more: Raw


class Whole(NamedTuple):
    """A document of any shelf as it is to stand there."""

    shelf: str
    id: str
    raw: Raw


def taken_in(desk: Desk, created: Sequence[Addition], changes: Sequence[Alteration]) -> Iterator[Edit]:
    """The edits that it takes.

    Raises JournalError if somebody came or went elsewhere in the meantime, or was changed in the same place.
    """
    documents = desk.documents(_SHELF)
    for person, more in created:
        if person.id in documents:
            raise JournalError(f"{person.name} came into the journal meanwhile.", "Bring them in again.")
        yield Edit(_SHELF, person.id, None, to_raw(person) | more)
    for before, after, more in changes:
        standing = documents.get(before.id)
        if standing is None:
            raise JournalError(f"{before.name} was deleted in the meantime.", "Bring them in again.")
        yield Edit(_SHELF, before.id, standing, changed(standing, before, after) | more)


def put_down(desk: Desk, documents: Iterable[Whole]) -> Iterator[Edit]:
    """The edits for documents that are new; those that stand there by now stay as they are.

    What is brought back is no longer in the trash.
    """
    trash = desk.documents("trash")
    for shelf, id, raw in documents:
        if id not in desk.documents(shelf):
            yield Edit(shelf, id, None, raw)
            if id in trash:
                yield Edit("trash", id, trash[id], None)
