"""The trash: what was deleted, for how long it can be brought back, and how."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.language.entry_words import shortened
from netjournal.model import Contact, Destination, Event, Goal, Interaction, Introduction, Raw, from_raw
from netjournal.model.documents import Document
from netjournal.store.index import Index
from netjournal.store.shelf import Edit

WHOLE = 90
"""Days for which what was deleted is kept whole."""

KNOWN = 180
"""Days for which is kept that it was deleted: a machine that was away for less does not bring it back."""

_SHELF = "trash"
_KINDS: Mapping[str, type[Document]] = {
    "contacts": Contact,
    "introductions": Introduction,
    "goals": Goal,
    "destinations": Destination,
    "events": Event,
}


class Trashed(NamedTuple):
    """Something deleted: its `document` as it stood on its `shelf`, and the aware time it was `deleted`.

    `value` is what it stands for, None where it cannot be read. Of two people made one, the page in the trash
    was `merged` into the one with that id.
    """

    id: str
    shelf: str
    deleted: dt.datetime
    document: Raw
    value: Document | None
    merged: str = ""

    @property
    def until(self) -> dt.date:
        """The first day on which it may be gone for good."""
        return self.deleted.date() + dt.timedelta(days=WHOLE)

    @property
    def kind(self) -> str:
        """What it is, in a word."""
        if isinstance(self.value, Interaction) or self.shelf.startswith("months/"):
            return "entry"
        return _WORDS.get(self.shelf, "document")


_WORDS: Mapping[str, str] = {
    "contacts": "person",
    "introductions": "introduction",
    "goals": "goal",
    "destinations": "destination",
    "events": "event",
}


def trashed(documents: Mapping[str, object]) -> Iterator[Trashed]:
    """What can be brought back of the documents in the trash, the last deleted first."""
    found = (_trashed(id, raw) for id, raw in documents.items())
    yield from sorted(
        (one for one in found if one is not None), key=lambda one: (one.deleted, one.id), reverse=True
    )


def brought_back(standing: Mapping[str, Raw], trash: Mapping[str, Raw], one: Trashed) -> Iterable[Edit]:
    """The edits that put it back where it stood.

    Raises JournalError if it is not in the trash any more, or something stands in its place.
    """
    raw = trash.get(one.id)
    if not isinstance(raw, dict) or raw.get("document") != one.document:
        raise JournalError("It is not in the trash any more.")
    if one.id in standing:
        raise JournalError("It stands in the journal again already.")
    return [Edit(one.shelf, one.id, None, one.document), Edit(_SHELF, one.id, raw, None)]


def purged(trash: Mapping[str, object], today: dt.date, index: Index) -> Iterator[Edit]:
    """The edits that take out of the trash what lay there for longer than it is kept.

    Of somebody whom an entry still names the name stays: what happened with them is under it.
    """
    for id, raw in trash.items():
        one = _deleted(raw)
        age = (today - one.date()).days if one is not None else 0
        if not isinstance(raw, dict) or age < WHOLE:
            continue
        after = _shrunk(raw, is_named=lambda id=id: _is_named(index, id))  # type: ignore[misc]
        if age >= KNOWN and "document" not in after:
            yield Edit(_SHELF, id, raw, None)
        elif after != raw:
            yield Edit(_SHELF, id, raw, after)


def is_forgotten(raw: object) -> bool:
    """Whether a document in the trash says that its person was forgotten: it is not to come back."""
    if not isinstance(raw, dict):
        return False
    return bool(raw.get("forgotten")) or raw.keys().isdisjoint({"document", "purged", "of"})


def _shrunk(raw: Raw, is_named: Callable[[], bool]) -> Raw:
    document = raw.get("document")
    if not isinstance(document, dict):
        return raw
    rest: Raw = {key: value for key, value in raw.items() if key != "document"} | {"purged": True}
    name = document.get("name")
    if raw.get("from") == "contacts" and isinstance(name, str) and is_named():
        return rest | {"document": {"name": name}}
    return rest


def _is_named(index: Index, id: str) -> bool:
    return bool(index.rows("SELECT 1 FROM participant WHERE person = ? LIMIT 1", id))


def _trashed(id: str, raw: object) -> Trashed | None:
    deleted = _deleted(raw)
    if deleted is None or not isinstance(raw, dict) or "purged" in raw:
        return None
    shelf, document, merged = raw.get("from"), raw.get("document"), raw.get("merged")
    if not isinstance(shelf, str) or not isinstance(document, dict):
        return None
    value = None
    kind = Interaction if shelf.startswith("months/") else _KINDS.get(shelf)
    with contextlib.suppress(Unavailable):
        value = from_raw(kind, id, document, "trash.json") if kind is not None else None
    return Trashed(id, shelf, deleted, document, value, merged if isinstance(merged, str) else "")


def _deleted(raw: object) -> dt.datetime | None:
    when = raw.get("deleted") if isinstance(raw, dict) else None
    with contextlib.suppress(ValueError):
        found = dt.datetime.fromisoformat(when) if isinstance(when, str) else None
        return found if found is not None and found.tzinfo is not None else None
    return None


def title_of(one: Trashed, names: Callable[[Iterable[str]], Mapping[str, str]]) -> str:
    """What it was, in a few words: a name, or the first words of an entry."""
    value = one.value
    if isinstance(value, Contact | Event):
        return value.name
    if isinstance(value, Introduction):
        return " and ".join(names(value.people).values())
    if isinstance(value, Interaction):
        asked = value.reflection.question if value.reflection else ""
        return shortened(value.text or asked, 60)
    if isinstance(value, Goal | Destination):
        return value.text
    return "something that cannot be read"
