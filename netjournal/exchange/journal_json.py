"""A whole journal as one JSON document, each document of it as it is kept (issue 4 §5).

``{"netjournal": 1, "contacts": {id: …}, "introductions": {id: …}, "interactions": {id: …}}``, and ``goals``,
``destinations`` and ``events`` where there are any, one document a line, so that any program can compare two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from netjournal.errors import JournalError, Misused, Unavailable
from netjournal.exchange.cards import Warned, kept_card
from netjournal.exchange.volume import Aim, Kept, Volume
from netjournal.language.filters.goals import filter_of
from netjournal.model import (
    Contact,
    Destination,
    Event,
    Goal,
    Interaction,
    Introduction,
    Raw,
    from_raw,
    is_id,
    to_raw,
)

VERSION = 1
"""The version of the form that is written, and the newest that is read."""

KEY = "netjournal"
_NO_AIMS: Mapping[str, Sequence[tuple[str, Raw]]] = {}
_WRONG_ID = "its id is none of ours"
_AIMS: Mapping[str, type[Aim]] = {"goals": Goal, "destinations": Destination, "events": Event}
Document = Contact | Interaction | Introduction | Aim
Table = Iterable[tuple[str, Raw]]


def write_journal(
    contacts: Table,
    introductions: Table,
    interactions: Table,
    aims: Mapping[str, Sequence[tuple[str, Raw]]] = _NO_AIMS,
) -> Iterator[bytes]:
    """The file, part by part; each document with its id, in any order; `aims` by the name of their table."""
    yield f'{{"{KEY}": {VERSION}\n'.encode()
    tables: dict[str, Table] = {
        "contacts": contacts,
        "introductions": introductions,
        "interactions": interactions,
        **{name: documents for name, documents in aims.items() if documents},
    }
    for name, documents in tables.items():
        yield f',"{name}": {{'.encode()
        sign = b"\n "
        for id, raw in documents:
            yield sign + _text(id) + b": " + _text(raw)
            sign = b"\n,"
        yield b"\n}\n"
    yield b"}\n"


def read_journal(document: Mapping[str, Any], where: str) -> Volume:
    """What such a file holds; a document that does not fit costs only itself.

    Raises JournalError for a file of a newer version.
    """
    version = document.get(KEY)
    if not isinstance(version, int) or version > VERSION:
        raise JournalError(
            f"{where} was written by a newer netjournal.",
            "Update netjournal on this machine, then try again.",
        )
    warnings: list[Warned] = []
    people = list(_read(Contact, document.get("contacts"), where, warnings))
    introductions = tuple(_read(Introduction, document.get("introductions"), where, warnings))
    entries = tuple(_read(Interaction, document.get("interactions"), where, warnings))
    return Volume(
        people=tuple(kept_card(person, raw)._replace(where=where) for person, raw, _ in people),
        entries=entries,
        introductions=introductions,
        aims={name: tuple(_read(kind, document.get(name), where, warnings)) for name, kind in _AIMS.items()},
        documents={person.id: raw for person, raw, _ in people},
        warnings=tuple(warnings),
        skipped=len(warnings),
    )


def _read(kind: type[Document], table: object, where: str, warnings: list[Warned]) -> Iterator[Any]:
    for id, raw in table.items() if isinstance(table, dict) else ():
        try:
            if not is_id(id):
                raise ValueError(_WRONG_ID)
            value = from_raw(kind, id, raw, where)
            to_raw(value)
            if isinstance(value, Goal):
                filter_of(value)
            json.dumps(raw, allow_nan=False)
        except (Unavailable, Misused) as error:
            warnings.append(Warned(where, f"{error.message} It was left out."))
        except (ValueError, RecursionError) as error:
            warnings.append(Warned(where, f"{id[:40]}: {error}. It was left out."))
        else:
            yield Kept(value, raw, where)


def _text(value: object) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair in a field that is not ours
        return json.dumps(value, allow_nan=False).encode()
