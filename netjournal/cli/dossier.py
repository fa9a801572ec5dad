"""Everything held about one person, as one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from netjournal.cli.shapes import Shape, person_shape
from netjournal.model import Contact, Raw
from netjournal.store.held import held
from netjournal.store.journal import Journal


def dossier(journal: Journal, person: Contact, now: datetime) -> Shape:
    """The person with what no field holds, every entry and introduction whole, those met through them, what
    others' documents say of them by name, and the trash; `person` may be in the trash themselves.

    Raises Unavailable if something cannot be read.
    """
    id = person.id
    found = held(journal.folder, id)
    raw = found.trash.get(id, {}).get("document") or journal.whole(id)[1]
    documents = (*found.entries.values(), *found.introductions.values())
    names = journal.names({one for document in documents for one in document.get("people", ())})
    through = person.met.through if person.met else ""
    more = {key: value for key, value in raw.items() if key not in Contact.__struct_fields__}
    return {
        "person": {**person_shape(person), **more},
        "met_through": {"id": through, "name": journal.names([through])[through]} if through else None,
        "interactions": _whole(found.entries, names),
        "introductions": _whole(found.introductions, names),
        "met_through_them": [{"id": one, "name": journal.names([one])[one]} for one in found.met_through],
        "mentions": [{"where": where, **raw} for where, raw in journal.mentions(id, now=now).items()],
        "trash": [{"id": one, **document} for one, document in found.trash.items()],
    }


def _whole(documents: Mapping[str, Raw], names: Mapping[str, str]) -> list[Shape]:
    return [
        {"id": id, **raw, "people": _named(raw.get("people", ()), names)} for id, raw in documents.items()
    ]


def _named(people: Iterable[str], names: Mapping[str, str]) -> list[Shape]:
    return [{"id": one, "name": names[one]} for one in people]
