"""Everything that is held about one person, as it stands in the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from netjournal.model import Raw
from netjournal.store.index import shelves
from netjournal.store.shelf import Shelf


class Held(NamedTuple):
    """Documents by id: entries with somebody, introductions that name them, people met through them, and what
    is of them in the trash.
    """

    entries: dict[str, Raw]
    introductions: dict[str, Raw]
    met_through: dict[str, Raw]
    trash: dict[str, Raw]


def held(folder: Path, person: str) -> Held:
    """What names a person (id) on the shelves in `folder`. Raises Unavailable if one cannot be read."""
    found = Held({}, {}, {}, {})
    places = {"introductions": found.introductions, "contacts": found.met_through, "trash": found.trash}
    for shelf in sorted(shelves(folder)):
        documents = Shelf(folder, shelf).documents()
        place = places.get(shelf, found.entries)
        for id, raw in documents.items():
            about = raw.get("met") if shelf == "contacts" and isinstance(raw, dict) else raw
            if _names(about, person) or (id == person and shelf == "trash"):
                place[id] = raw
    return found


def _names(value: Any, id: str) -> bool:
    if isinstance(value, dict):
        return any(_names(part, id) for part in value.values())
    if isinstance(value, list):
        return any(_names(part, id) for part in value)
    return bool(value == id)
