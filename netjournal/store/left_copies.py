"""Earlier versions of a shelf that an editor or a merge left beside it: ``contacts.json~`` and the like.

They are never merged: what one changed by hand stands in them as it was before, with nothing that tells which
of the two is meant, and what one took out by hand would come back (reliability.md B2).
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from netjournal.errors import Unavailable
from netjournal.store.backups import Backups, each
from netjournal.store.copy_names import copy_name
from netjournal.store.files import read_whole
from netjournal.store.findings import Finding
from netjournal.store.shelf import documents_if_any

_KEPT = "All that is in it stands in the journal, in its trash or in a backup."


def judged(
    found: Finding, shelves: Mapping[str, Mapping[str, Any]], backups: Backups | None, now: dt.datetime
) -> Finding:
    """What was found of a copy, with what of it is kept elsewhere: if all is, it can go."""
    copy = copy_name(found.path.name)
    if found.kind != "copy" or copy is None or copy.is_to_merge or copy.shelf == "journal":
        return found
    shelf = f"months/{copy.shelf}" if copy.shelf[0].isdigit() else copy.shelf
    try:
        data, _ = read_whole(found.path) or (b"", None)
        documents = documents_if_any(data, shelf, found.path)
    except Unavailable:
        return found._replace(hint="It cannot be read as one. Move it away once you need it no more.")
    missing = dict(documents)
    for id, raw in _kept(shelf, shelves, backups, now):
        if missing.get(id) == raw:
            del missing[id]
    if not missing:
        return found._replace(hint=_KEPT, mend="puts it aside")
    count = "1 document in it stands" if len(missing) == 1 else f"{len(missing):,} documents in it stand"
    hint = f"{count} so nowhere else: {min(missing)}{' and others' if len(missing) > 1 else ''}."
    return found._replace(hint=f"{hint} Take over what you miss, then move it away.")


def _kept(
    shelf: str, shelves: Mapping[str, Mapping[str, Any]], backups: Backups | None, now: dt.datetime
) -> Iterator[tuple[str, Any]]:
    """Every version of a document that is kept, with its id."""
    for documents in shelves.values():
        yield from documents.items()
    for id, stone in shelves.get("trash", {}).items():
        if isinstance(stone, dict):
            yield id, stone.get("document")
    with contextlib.suppress(Unavailable):
        for backup in each(backups, now) if backups else ():
            if backup.shelf == shelf:
                with contextlib.suppress(Unavailable):
                    yield from backup.read().items()
