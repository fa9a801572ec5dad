"""People as the index holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from netjournal.model import Acquaintance

ACQUAINTANCE = "SELECT id, first, last, count, card FROM person"
"""Asks for the rows that `acquaintances` reads."""


def acquaintances(rows: Iterable[Sequence[Any]]) -> list[Acquaintance]:
    """Everyone in `rows`, read in one go: fifty thousand are listed at the start of the app."""
    encode = msgspec.json.encode
    cards = (
        b'{"id":%b,"first":%b,"last":%b,"count":%d,%b'
        % (encode(id), encode(first), encode(last), count, card[1:])
        for id, first, last, count, card in rows
    )
    return msgspec.json.decode(b"[%b]" % b",".join(cards), type=list[Acquaintance])
