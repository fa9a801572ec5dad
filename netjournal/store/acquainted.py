"""People as the index holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from netjournal.model import Acquaintance, Contact, Raw
from netjournal.model.registers import moment, stamps_of

ACQUAINTANCE = "SELECT id, first, last, count, card FROM person"
"""Asks for the rows that `acquaintances` reads."""

_TOGETHER = 128
"""Rows that are read in one go."""

_TAKEN_OVER = tuple(name for name in Contact.__struct_fields__ if name in Acquaintance.__struct_fields__)


def acquaintances(rows: Iterable[Sequence[Any]]) -> list[Acquaintance]:
    """Everyone in `rows`, some at a time: fifty thousand are listed at the start of the app, and no more than
    these are held as JSON beside it.
    """
    encode = msgspec.json.encode
    decode = msgspec.json.Decoder(list[Acquaintance]).decode
    cards = (
        b'{"id":%b,"first":%b,"last":%b,"count":%d,%b'
        % (encode(id), encode(first), encode(last), count, card[1:])
        for id, first, last, count, card in rows
    )
    found: list[Acquaintance] = []
    while some := b",".join(islice(cards, _TOGETHER)):
        found += decode(b"[%b]" % some)
    return found


def cards(people: Sequence[tuple[Contact, Raw]]) -> Iterator[bytes]:
    """For each of some people, with the documents they stand in, what an Acquaintance is made of, as JSON."""
    from netjournal.language.finding.lines import facet_lines, name_lines, speller

    contacts, spelt = [contact for contact, _ in people], speller()
    lines = zip(name_lines(contacts, spelt), facet_lines(contacts, spelt), strict=True)
    for (contact, raw), (called, known_for) in zip(people, lines, strict=True):
        yield msgspec.json.encode(_card(contact, stamps_of(raw)) | {"called": called, "known_for": known_for})


def _card(contact: Contact, changed: Mapping[str, str]) -> dict[str, object]:
    card = {name: getattr(contact, name) for name in _TAKEN_OVER if getattr(contact, name)}
    if contact.met is not None and contact.met.through:
        card["through"] = contact.met.through
    if contact.created is not None:
        card["added"] = contact.created.date()
    if contact.rest and "rest" in changed:
        card["rested"] = moment(changed["rest"]).date()
    return card
