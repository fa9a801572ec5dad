"""One document made into another, on its shelf or from one shelf to the next."""

from __future__ import annotations

from typing import TypeVar

from netjournal.errors import JournalError
from netjournal.model import Contact, Destination, Event, Goal, Interaction, Introduction, changed, from_raw
from netjournal.store.kept import shelf_of
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk

D = TypeVar("D", Contact, Interaction, Introduction, Goal, Destination, Event)


def replaced(desk: Desk, before: D, after: D) -> tuple[D, list[Edit]]:
    """The document as it will stand, and the edits that it takes; what others changed stays.

    Raises JournalError if the same field was changed elsewhere, or the document is gone.
    """
    old_shelf, new_shelf = shelf_of(before), shelf_of(after)
    standing = desk.documents(old_shelf).get(before.id)
    if standing is None:
        raise JournalError("It was deleted or moved elsewhere in the meantime.", "Look it up again.")
    raw = changed(standing, before, after)
    document = from_raw(type(after), after.id, raw, f"{new_shelf}.json")
    if new_shelf == old_shelf:
        return document, [Edit(old_shelf, before.id, standing, raw)]
    return document, [Edit(new_shelf, after.id, None, raw), Edit(old_shelf, before.id, standing, None)]
