"""Which journals this machine knows: where one was, none is ever begun anew without a word."""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.model import Raw, is_id
from netjournal.store.files import private_folder, read_whole, told, write_whole
from netjournal.store.places import Places
from netjournal.store.shelf import Shelf


class Known(NamedTuple):
    """The journal that was in a folder: its `id` and what its journal.json said; written down in `path`."""

    path: Path
    id: str
    manifest: Raw


def remember(places: Places, id: str) -> None:
    """Write down that the journal with this `id` is in its place; where that cannot be, it is not."""
    was = known(places)
    if was is not None and was.id == id:
        return
    path = _path(places)
    with contextlib.suppress(Unavailable):
        manifest = Shelf(places.journal, "journal").documents()[id]
        said = {"journal": _where(places), "id": id, "manifest": manifest}
        private_folder(path.parent)
        write_whole(path, json.dumps(said).encode())


def known(places: Places) -> Known | None:
    """The journal that was in its place when it was last opened, if any is remembered."""
    path = _path(places)
    with contextlib.suppress(Unavailable, ValueError, TypeError, KeyError):
        found = read_whole(path)
        if found is not None:
            said = json.loads(found[0])
            if said["journal"] == _where(places) and is_id(said["id"]) and isinstance(said["manifest"], dict):
                return Known(path, said["id"], said["manifest"])
    return None


def no_longer_known(places: Places) -> None:
    """Let a new journal begin in a place, whatever was there."""
    with told("removed", _path(places)):
        _path(places).unlink(missing_ok=True)


def refuse_missing(places: Places) -> None:
    """Raises Unavailable if there was a journal in a place where there is none now."""
    was = known(places)
    if was is not None:
        raise Unavailable(
            f"The journal that was in {places.journal} is not there.",
            "Is a disk not mounted, or was the folder moved? Nothing was begun in its place."
            f" If you want a new journal there, remove {was.path}.",
        )


def _path(places: Places) -> Path:
    return places.state / "known" / f"{zlib.crc32(os.fsencode(_where(places))):08x}.json"


def _where(places: Places) -> str:
    return os.path.realpath(places.journal)
