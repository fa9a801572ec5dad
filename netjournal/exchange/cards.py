"""A person on the way in or out, and what is to be told of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from netjournal.model import Contact, Raw

LARGEST = 50 * 1024 * 1024
"""How many bytes one import may have (reliability.md C9)."""

MOST = 100_000
"""How many people, or entries of another program, one import may bring."""

_KEPT_AS = "vcard"

Tick = Callable[[int], None]
"""Told now and then how many people were read or matched so far."""


class Warned(NamedTuple):
    """Something that was not as it should be: `where` in which file, and `what`."""

    where: str
    what: str


class Card(NamedTuple):
    """A person as a file tells of them; the id of `contact` is empty where the file gives none of ours.

    `lines` is what no field of a Contact has room for, as unfolded lines of a vCard 3.0: other address books'
    UIDs, kinds of telephone, postal addresses. They are kept with the person and come out again.
    """

    contact: Contact
    lines: tuple[str, ...] = ()
    where: str = ""

    @property
    def uids(self) -> tuple[str, ...]:
        """The names that other address books have for this person."""
        return tuple(
            line.partition(":")[2].strip() for line in self.lines if line.startswith(("UID:", "UID;"))
        )


class Brought(NamedTuple):
    """What was read: `skipped` counts the cards and rows that tell of nobody."""

    people: tuple[Card, ...]
    warnings: tuple[Warned, ...]
    skipped: int


def kept_card(person: Contact, raw: Raw) -> Card:
    """Somebody in the journal with the lines that are kept in their document `raw`."""
    lines = raw.get(_KEPT_AS)
    kept = lines if isinstance(lines, list) else ()
    return Card(person, tuple(line for line in kept if isinstance(line, str)))


def kept_fields(card: Card) -> Raw:
    """What a document holds of a card beside its Contact."""
    return {_KEPT_AS: list(card.lines)} if card.lines else {}
