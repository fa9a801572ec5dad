"""The documents of a journal: whether each fits, stands once, and names what is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from netjournal.errors import Unavailable
from netjournal.model import Contact, Destination, Event, Interaction, Introduction, from_raw, is_id
from netjournal.model.documents import Document
from netjournal.store.findings import Finding, Kind
from netjournal.store.goal_documents import goal_of
from netjournal.store.index_rows import entry_of
from netjournal.store.misfits import line_of, say, understand
from netjournal.store.trash import trashed

Shelves = Mapping[str, Mapping[str, Any]]
"""Documents as they stand in the files, by id, by the name of their shelf."""

_KINDS: Mapping[str, type[Document]] = {
    "contacts": Contact,
    "introductions": Introduction,
    "destinations": Destination,
    "events": Event,
}
_EARLIEST = 1900
_AHEAD = dt.timedelta(days=366)
_CLOCK = dt.timedelta(days=1)


def examine_documents(
    folder: Path, shelves: Shelves, data: Mapping[str, bytes], now: dt.datetime
) -> Iterator[Finding]:
    """Look at all documents of the journal in `folder`; `data` are the files they stand in."""
    values: dict[str, dict[str, Document]] = {}
    for shelf, documents in shelves.items():
        values[shelf] = {}
        for id, raw in documents.items():
            if not is_id(id):
                yield _told(folder, shelf, data[shelf], id, "misfit", "", "is no id of a document")
            elif shelf == "trash":
                yield from _trash(folder, id, raw, data[shelf])
            else:
                try:
                    values[shelf][id] = read_document(shelf, id, raw)
                except Unavailable as error:
                    yield _misfit(folder, shelf, id, error)
    yield from _twice(folder, shelves, data)
    there = {id for documents in shelves.values() for id in documents}
    people = shelves.get("contacts", {}).keys() | shelves.get("trash", {}).keys()
    for shelf, fitting in values.items():
        for id, value in fitting.items():
            for field, named in _references(value):
                if named not in (people if field not in _TO_OTHERS else there):
                    what = (
                        f"names {named}, and nobody has this id"
                        if field not in _TO_OTHERS
                        else f"names {named}, which is not there"
                    )
                    yield _told(folder, shelf, data[shelf], id, "reference", field, what)
            for field, what in _dates(value, now):
                yield _told(folder, shelf, data[shelf], id, "date", field, what)


def read_document(shelf: str, id: str, raw: object) -> Document:
    """The value of a document on a shelf; raises Unavailable if it does not fit, or not there."""
    if shelf.startswith("months/"):
        return entry_of(id, raw, shelf)
    if shelf == "goals":
        return goal_of(id, raw)
    return from_raw(_KINDS[shelf], id, raw, f"{shelf}.json")


_TO_OTHERS = ("destination", "goal")


def _misfit(folder: Path, shelf: str, id: str, error: Unavailable) -> Finding:
    misfit = understand(folder, shelf, id, error.message)
    path = folder / f"{shelf}.json"
    hint = "It was left as it is, and is not shown. Mend the line by hand."
    return Finding(
        "misfit",
        path,
        say(shelf, id, misfit),
        hint,
        weight=3,
        line=misfit.line,
        field=misfit.field,
        id=id,
    )


def _trash(folder: Path, id: str, raw: object, data: bytes) -> Iterator[Finding]:
    is_stone = (
        isinstance(raw, dict) and isinstance(raw.get("from"), str) and isinstance(raw.get("deleted"), str)
    )
    if not is_stone:
        yield _told(folder, "trash", data, id, "misfit", "", "does not say what was deleted, and when")
    for one in trashed({id: raw}):
        if one.value is None:
            yield _told(folder, "trash", data, id, "misfit", "document", f"does not fit {one.shelf}.json")


def _twice(folder: Path, shelves: Shelves, data: Mapping[str, bytes]) -> Iterator[Finding]:
    """An id on two shelves: what is deleted and stands all the same, or a day moved by half."""
    where: dict[str, str] = {}
    for shelf, documents in shelves.items():
        for id, raw in documents.items():
            if shelf == "trash" and not (isinstance(raw, dict) and "document" in raw):
                continue
            if id in where:
                same = shelves[where[id]][id] == raw
                mend = "takes out the one in the wrong month" if same and shelf.startswith("months/") else ""
                what = f"stands in {where[id]}.json, too" + (", the same" if same else "")
                yield _told(folder, shelf, data[shelf], id, "twice", "", what)._replace(mend=mend)
            where.setdefault(id, shelf)


def _references(value: Document) -> Iterator[tuple[str, str]]:
    """The ids that a document names, each with the field."""
    found: Iterable[tuple[str, str]] = ()
    if isinstance(value, Interaction):
        found = (("people", id) for id in value.people)
    elif isinstance(value, Contact):
        through = value.met.through if value.met else ""
        found = (("met", through), *(("others", id) for id in value.others))
    elif isinstance(value, Introduction):
        found = (*(("people", id) for id in value.people), ("by", value.by))
    elif isinstance(value, Event):
        found = (("goal", value.goal),)
    else:
        found = (("destination", getattr(value, "destination", "")),)
    return ((field, id) for field, id in found if id)


def _dates(value: Document, now: dt.datetime) -> Iterator[tuple[str, str]]:
    """The days of a document that cannot be meant, each with the field."""
    day = getattr(value, "date", None)
    if isinstance(day, dt.date) and day.year < _EARLIEST:
        yield "date", f"is long ago: {day}"
    if isinstance(day, dt.date) and day > now.date() + _AHEAD:
        yield "date", f"is far ahead: {day}"
    made = getattr(value, "created", None)
    if isinstance(made, dt.datetime) and made > now + _CLOCK:
        yield "created", f"is still to come, as if a clock had gone wrong: {made:%Y-%m-%d}"
    if isinstance(value, Contact) and value.born is not None and (value.born.year or 0) > now.year:
        yield "birthday", f"is still to come: {value.birthday}"


def _told(folder: Path, shelf: str, data: bytes, id: str, kind: Kind, field: str, what: str) -> Finding:
    line = line_of(data, id, field)
    name = f'"{field}" ' if field else "it "
    message = f"{shelf}.json, line {line}: {name}{what}."
    return Finding(kind, folder / f"{shelf}.json", message, line=line, field=field, id=id)
