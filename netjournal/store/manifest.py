"""journal.json: which journal a folder holds, and of which version its files are."""

from __future__ import annotations

from pathlib import Path

from netjournal.errors import Unavailable
from netjournal.model import is_id
from netjournal.store.shelf import Shelf

SCHEMA = 1
"""The version of the files that this program writes and the newest that it reads."""


def refuse_newer(folder: Path) -> str:
    """The id of the journal in `folder`; raises Unavailable if a newer version wrote it, or it is damaged."""
    path = folder / "journal.json"
    documents = Shelf(folder, "journal").documents()
    if not folder.is_dir():
        raise Unavailable(f"{folder} is not there.", "Is a disk not mounted, or was the folder moved?")
    if len(documents) != 1:
        raise Unavailable(
            f"{folder} has no journal.json that says what it is.",
            "`netjournal doctor --repair` writes it again, if it knows it.",
        )
    [(id, manifest)] = documents.items()
    schema = manifest.get("schema") if isinstance(manifest, dict) else None
    if not isinstance(schema, int) or not is_id(id):
        raise Unavailable(
            f"{path} does not say which journal this is.",
            "`netjournal doctor --repair` writes it again, if it knows it.",
        )
    if schema > SCHEMA:
        raise Unavailable(
            f"The journal in {folder} was written by a newer netjournal.",
            "Update netjournal on this machine; nothing was changed.",
        )
    return id
