"""Copies that a shared folder (Syncthing, Dropbox …) makes where two machines wrote the same file."""

from __future__ import annotations

import contextlib
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.store.copy_names import copy_name
from netjournal.store.files import private_folder, read_whole, told, write_whole
from netjournal.store.index import shelves
from netjournal.store.merging_fields import digest
from netjournal.store.merging_in import Incoming, Write, merge_in
from netjournal.store.shelf import documents_if_any

_ASIDE = "copies"


class ConflictCopy(NamedTuple):
    """A file of the journal's folder that is another version of a shelf."""

    path: Path
    shelf: str


def find_conflict_copies(folder: Path) -> tuple[ConflictCopy, ...]:
    """The copies in a journal's folder, by name. Raises Unavailable if the folder cannot be read."""
    found: list[ConflictCopy] = []
    for place, prefix in ((folder, ""), (folder / "months", "months/")):
        with told("read", place), contextlib.suppress(FileNotFoundError):
            for name in sorted(os.listdir(place)):
                copy = copy_name(name)
                if copy is not None and copy.is_to_merge and copy.shelf[0].isdigit() == bool(prefix):
                    found.append(ConflictCopy(place / name, prefix + copy.shelf))
    return tuple(found)


def take_in_copies(
    folder: Path, state: Path, write: Write, now: datetime
) -> tuple[list[ConflictCopy], Incoming]:
    """Merge every copy that can be read, then put it aside in `state`; gives those taken in.

    What both began with is not known: of fields that differ the later one stands, the other goes to the
    trash. Raises Unavailable if the journal's own shelves cannot be read.
    """
    taken: list[ConflictCopy] = []
    incoming = Incoming()
    for copy in find_conflict_copies(folder):
        try:
            data, _ = read_whole(copy.path) or (b"", None)
            documents = documents_if_any(data, copy.shelf, copy.path)
        except Unavailable:  # as it is; `find_conflict_copies` still names it
            continue
        if copy.shelf != "journal":
            theirs = {copy.shelf: documents}
            incoming = incoming.with_more(merge_in(write, shelves(folder), {}, theirs, now.isoformat()))
        aside = private_folder(state / _ASIDE)
        write_whole(aside / f"{digest(data.decode('utf-8', 'replace'))[:12]} {copy.path.name}", data)
        with told("removed", copy.path):
            os.unlink(copy.path)
        taken.append(copy)
    return taken, incoming
