"""Two people made one: whatever names the one names the other from then on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Contact, Introduction, Raw, changed, from_raw
from netjournal.store.index import shelves
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk

_PEOPLE, _TRASH, _INTRODUCTIONS = "contacts", "trash", "introductions"


class Union(NamedTuple):
    """That `other` (id) is `kept` (id): their documents as they were seen, and the one that is to stand."""

    kept: str
    other: str
    seen_kept: Raw
    seen_other: Raw
    document: Raw


def unite(desk: Desk, folder: Path, union: Union, now: datetime) -> Iterator[Edit]:
    """The edits that it takes, on every shelf of the journal in `folder`.

    The other page goes to the trash, and with it introductions of the two to each other. Raises JournalError
    if one of them does not stand as it was seen any more, Unavailable if a shelf cannot be read.
    """
    people, trash = desk.documents(_PEOPLE), desk.documents(_TRASH)
    if (people.get(union.kept), people.get(union.other)) != (union.seen_kept, union.seen_other):
        raise JournalError("One of the two was changed in the meantime.", "Look at both again.")
    deleted = {"deleted": now.isoformat()}
    document = to_nobody(union.kept, renamed(union.document, union.other, union.kept))
    yield Edit(_PEOPLE, union.kept, union.seen_kept, document)
    yield Edit(_PEOPLE, union.other, union.seen_other, None)
    page: Raw = {**deleted, "from": _PEOPLE, "merged": union.kept, "document": union.seen_other}
    yield Edit(_TRASH, union.other, trash.get(union.other), page)
    for shelf in sorted(shelves(folder)):
        for id, raw in desk.documents(shelf).items():
            if (shelf, id) in ((_PEOPLE, union.kept), (_PEOPLE, union.other), (_TRASH, union.other)):
                continue
            after = renamed(raw, union.other, union.kept)
            if after == raw:
                continue
            if shelf == _INTRODUCTIONS and _falls_together(id, raw, after):
                yield Edit(_INTRODUCTIONS, id, raw, None)
                gone: Raw = {**deleted, "from": _INTRODUCTIONS, "document": raw}
                yield Edit(_TRASH, id, trash.get(id), gone)
            else:
                is_person = shelf == _PEOPLE and isinstance(after, dict)
                yield Edit(shelf, id, raw, to_nobody(id, after) if is_person else after)


def renamed(value: Any, old: str, new: str) -> Any:
    """`value` with the id `old` as `new` wherever it stands alone, once in each list."""
    if isinstance(value, dict):
        return {key: renamed(part, old, new) for key, part in value.items()}
    if isinstance(value, list):
        if old not in value:
            return [renamed(part, old, new) for part in value]
        parts = [renamed(part, old, new) for part in value]
        return [part for place, part in enumerate(parts) if part != new or place == parts.index(new)]
    return new if value == old else value


def to_nobody(id: str, raw: Raw) -> Raw:
    """A person who would be met through themselves, or look like themselves, is not."""
    met, others = raw.get("met"), raw.get("others")
    if isinstance(met, dict) and met.get("through") == id:
        raw = raw | {"met": {key: value for key, value in met.items() if key != "through"}}
    if isinstance(others, list) and id in others:
        raw = raw | {"others": [one for one in others if one != id]}
    return raw


def _falls_together(id: str, before: Raw, after: Raw) -> bool:
    """Whether an introduction is none any more: of somebody to themselves, or by one of the two."""
    return _fits(id, before) and not _fits(id, after)


def _fits(id: str, raw: Raw) -> bool:
    try:
        from_raw(Introduction, id, raw, "introductions.json")
    except Unavailable:
        return False
    return True


def told_apart(desk: Desk, one: str, other: str) -> Iterable[Edit]:
    """The edits by which two who look like one are somebody else each. Raises JournalError if one is gone."""
    people = desk.documents(_PEOPLE)
    for id, them in ((one, other), (other, one)):
        raw = people.get(id)
        if raw is None:
            raise JournalError("One of the two is not in the journal any more.")
        before = from_raw(Contact, id, raw, "contacts.json")
        if them not in before.others:
            after = msgspec.structs.replace(before, others=(*before.others, them))
            yield Edit(_PEOPLE, id, raw, changed(raw, before, after))
