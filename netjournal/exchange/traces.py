"""What of a card tells whose it is, beside its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from netjournal.exchange.alike import Keys
from netjournal.exchange.cards import Card
from netjournal.exchange.found_by import Key, Sort


class Marks(NamedTuple):
    """By which cards of the file somebody is known: our own ids, and the UIDs of another address book."""

    ids: frozenset[str] = frozenset()
    uids: frozenset[str] = frozenset()

    def __or__(self, more: Marks) -> Marks:
        return Marks(self.ids | more.ids, self.uids | more.uids)


class Taken:
    """A card while its person is looked for, and all that it is found by."""

    def __init__(self, card: Card, keys: Keys) -> None:
        self.card = card
        self.keys = keys
        self.marks = marks_of(card)
        self.sort = sort_of(self.marks, keys)

    @cached_property
    def traces(self) -> tuple[Key, ...]:
        """What only the same person shares."""
        return (*traces_of(self.marks, self.keys), *(("uid", uid) for uid in self.keys.uids))


def marks_of(card: Card) -> Marks:
    """The marks of one card."""
    return Marks(frozenset({card.contact.id} - {""}), frozenset(card.uids))


def sort_of(marks: Marks, keys: Keys) -> Sort:
    """What is known at all of whom these are."""
    return Sort(bool(marks.ids), bool(marks.uids), bool(keys.emails), bool(keys.phones))


def traces_of(marks: Marks, keys: Keys) -> Iterator[Key]:
    """What of somebody only the same person shares, beside UIDs."""
    for kind, wanted in (
        ("id", marks.ids),
        ("mark", marks.uids),
        ("email", keys.emails),
        ("phone", keys.phones),
    ):
        yield from ((kind, one) for one in wanted)
