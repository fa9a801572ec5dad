"""Journals to try things on, and what stands in their files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from netjournal.model import (
    Contact,
    Interaction,
    Reflection,
    new_id,
)
from netjournal.store.index import Index
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from tests.memory import MEMORY as MEMORY
from tests.memory import in_memory as in_memory

NOW = dt.datetime.fromisoformat("2026-11-18T14:30:00+01:00")
TODAY = NOW.date()

_numbers = count(2**60)

Standing = dict[str, dict[str, Any]]


def places_in(folder: Path) -> Places:
    """A journal's places, all below `folder`."""
    return Places(folder / "journal", folder / "state", folder / "cache", folder / "config")


def an_id() -> str:
    """An id that sorts after those before it."""
    return new_id(NOW, lambda size: next(_numbers).to_bytes(size, "big"))


def person(name: str, **known: Any) -> Contact:
    """Somebody, with an id of their own."""
    return Contact(id=an_id(), name=name, **known)


def entry(day: str = "2026-11-17", **said: Any) -> Interaction:
    """Something that happened, with an id of its own."""
    return Interaction(id=an_id(), date=dt.date.fromisoformat(day), **said)


def question(status: str = "asked", day: str = "2026-11-17", **said: Any) -> Reflection:
    """A question asked at noon of a day."""
    known = {"prompt": "trust-01", "dimension": "trust", "question": "What did you leave unsaid?"}
    asked = dt.datetime.fromisoformat(f"{day}T12:00:00+01:00")
    return Reflection(**{**known, "asked": asked, "status": status, **said})


def bring(journal: Journal, *documents: Contact | Interaction) -> None:
    """Put documents into a journal in one change."""
    people = [one for one in documents if isinstance(one, Contact)]
    entries = [one for one in documents if isinstance(one, Interaction)]
    journal.bring(people, entries, title="brought", now=NOW)


def standing(folder: Path) -> Standing:
    """What a journal's files say, by shelf, as plain JSON; shelves that hold nothing left out."""
    found: Standing = {}
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        tables = json.loads(path.read_bytes())
        table = tables["interactions" if name.startswith("months/") else name]
        if table:
            found[name] = table
    return found


def files_holding(folder: Path, *texts: str) -> list[Path]:
    """The files below a folder in which one of these texts stands, as it is or as JSON escapes it."""
    wanted = {way for text in texts for way in (text.encode(), json.dumps(text)[1:-1].encode())}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(way in path.read_bytes() for way in wanted)]


def leftovers(folder: Path) -> list[Path]:
    """Temporary files and unfinished changes below a folder."""
    return [path for path in folder.rglob("*") if path.suffix == ".tmp" or path.name.startswith("intent")]


def rewrite(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a file as another program would."""
    tables = json.loads(path.read_text())
    change(tables)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(tables))
    beside.replace(path)


_PICTURE = (
    "SELECT name, mtime_ns, size, inode FROM shelf ORDER BY name",
    "SELECT * FROM problem ORDER BY shelf, id",
    "SELECT * FROM gone ORDER BY id",
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM word ORDER BY word, person",
    "SELECT shelf, id, date, wall, status, prompt, dimension, asked, asked_on FROM entry ORDER BY shelf, id",
    "SELECT e.shelf, e.id, p.person, p.date, p.channel, p.people FROM participant p"
    " LEFT JOIN entry e ON e.key = p.entry ORDER BY e.shelf, e.id, p.person",
    "SELECT e.shelf, e.id, t.tag FROM tag t LEFT JOIN entry e ON e.key = t.entry"
    " ORDER BY e.shelf, e.id, t.tag",
    "SELECT e.shelf, e.id, p.position, p.due, p.mine FROM promise p LEFT JOIN entry e ON e.key = p.entry"
    " ORDER BY e.shelf, e.id, p.position",
    "SELECT e.shelf, e.id, p.prompt, p.asked, p.asked_on FROM passed p LEFT JOIN entry e ON e.key = p.entry"
    " ORDER BY e.shelf, e.id, p.prompt",
)


def picture(index: Index) -> list[list[Any]]:
    """Everything an index says."""
    return [index.rows(query) for query in _PICTURE]


def index_path(journal: Journal) -> Path:
    """The file of a journal's index."""
    return journal.places.cache / journal.id / "index.sqlite3"


def kept_index(journal: Journal) -> list[list[Any]]:
    """What the index of a journal says, as it is."""
    index = Index(index_path(journal), journal.folder)
    try:
        return picture(index)
    finally:
        index.close()


def fresh_index(journal: Journal) -> list[list[Any]]:
    """What an index made from nothing says."""
    index = Index(Path("/dev/null/nowhere"), journal.folder)
    try:
        index.refresh()
        return picture(index)
    finally:
        index.close()
