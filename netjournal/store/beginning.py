"""Where there is no journal yet, one begins."""

from __future__ import annotations

from datetime import datetime

from netjournal.errors import Unavailable
from netjournal.model import Raw, new_id
from netjournal.store.files import private_folder, signature
from netjournal.store.known import refuse_missing
from netjournal.store.lock import locked
from netjournal.store.manifest import SCHEMA
from netjournal.store.places import Places
from netjournal.store.shelf import Edit, Shelf

_PARTS = (
    *("contacts.json", "introductions.json", "goals.json", "destinations.json", "events.json"),
    *("trash.json", "months"),
)


def begin(places: Places, now: datetime) -> None:
    """Write journal.json into a folder of its own; of several who do so at the same time one does.

    A folder with other things in it is left alone: it was named by mistake. So is one in which a journal was
    before that is not there now: its disk may not be mounted. Raises Unavailable.
    """
    folder = places.journal
    with locked(private_folder(places.state) / "beginning"):
        if signature(folder / "journal.json") is not None:
            return
        if any(signature(folder / part) for part in _PARTS):
            raise Unavailable(
                f"{folder} holds parts of a journal, but no journal.json.",
                "Was it copied only in part? `netjournal doctor --repair` writes it again, if it knows it.",
            )
        refuse_missing(places)
        if folder.is_dir():
            if any(not child.name.startswith(".") for child in folder.iterdir()):
                raise Unavailable(
                    f"{folder} holds other things and no journal.",
                    "Name an empty folder, or one that is not there yet.",
                )
            folder.chmod(0o700)
        manifest: Raw = {"schema": SCHEMA, "created": now.isoformat()}
        Shelf(folder, "journal").put((Edit("journal", new_id(now), None, manifest),))
