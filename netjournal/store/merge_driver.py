"""One file of a journal merged for git, when somebody merges by hand (gitattributes(5), merge drivers)."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path, PurePosixPath

from netjournal.store.files import private_folder, write_whole
from netjournal.store.merging_documents import Tables, loss_record, merge_documents
from netjournal.store.shelf import documents_if_any, read_tables, table_of, write_tables

WAITING = "netjournal"
"""The folder in git's own where what is lost waits for the next sync, which puts it in the trash."""


def merged_file(base: Path, ours: Path, theirs: Path, name: str, git: Path, now: datetime) -> None:
    """Make `ours` what it and `theirs` are together; `name` is the path of the file in the repository.

    By this alone a document may stand on two shelves, which the next sync mends. Raises Unavailable if one
    cannot be read; then `ours` is as it was.
    """
    path = PurePosixPath(name)
    shelf = f"months/{path.stem}" if path.parent.name == "months" else path.stem
    began, mine, other = (file.read_bytes() for file in (base, ours, theirs))
    if shelf == "journal":
        ours.write_bytes(other if mine == began else mine)
        return
    tables: list[Tables] = [
        {shelf: documents_if_any(data, shelf, Path(name))} for data in (began, mine, other)
    ]
    merged = merge_documents(tables[0], tables[1], tables[2], now.isoformat())
    waiting = git / WAITING
    for loss in merged.losses:
        id, record = loss_record(loss, now.isoformat())
        private_folder(waiting)
        write_whole(waiting / f"{id}.json", json.dumps({"trash": {id: record}}).encode())
    whole = read_tables(other, Path(name)) | read_tables(mine, Path(name))
    made = merged.tables.get(shelf, {})
    moved = {id: raw for name, found in merged.tables.items() if name != "trash" for id, raw in found.items()}
    whole[table_of(shelf)] = made if shelf == "trash" else moved
    ours.write_bytes(write_tables(whole, Path(name)))
