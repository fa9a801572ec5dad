"""`doctor`: everything that is kept looked at, and nothing changed."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import Any

from netjournal.errors import Unavailable
from netjournal.store.backups import FOLDER, Backup, Backups, each
from netjournal.store.bit_rot import is_rotten, known_sums, rot_since_kept, told_of_rot
from netjournal.store.changes import Intent
from netjournal.store.examining_documents import examine_documents
from netjournal.store.examining_files import examine_files, examine_state
from netjournal.store.files import read_whole
from netjournal.store.findings import QUARANTINE, Finding
from netjournal.store.index import shelves
from netjournal.store.index_check import index_agrees
from netjournal.store.known import known, refuse_missing
from netjournal.store.left_copies import judged
from netjournal.store.manifest import refuse_newer
from netjournal.store.passing import left_behind
from netjournal.store.places import Places
from netjournal.store.shelf import documents_in, said_twice, table_of, tidied


def examine(places: Places, now: dt.datetime) -> tuple[Finding, ...]:
    """All that is not as it should be, the gravest first. Raises Unavailable if nothing can be read."""
    found = list(_examine(places, now))
    return tuple(sorted(found, key=lambda one: -one.weight))


def id_of(places: Places) -> str | None:
    """The id of the journal in its place, or of the one that was; None if that cannot be told."""
    with contextlib.suppress(Unavailable):
        return refuse_newer(places.journal)
    was = known(places)
    return was.id if was else None


def _examine(places: Places, now: dt.datetime) -> Iterator[Finding]:
    folder = places.journal
    if not folder.is_dir() or not _parts(folder):
        try:
            refuse_missing(places)
        except Unavailable as error:
            yield Finding("missing", folder, error.message, error.hint, weight=3)
        return
    manifest = list(_manifest(places))
    yield from manifest
    if any(finding.kind == "newer" for finding in manifest):
        return  # what a newer netjournal keeps is not ours to judge
    files = list(examine_files(folder, now))
    id = id_of(places)
    backups = Backups(places.state / id / FOLDER) if id else None
    sums = known_sums(places, id) if id else {}
    readable: dict[str, Mapping[str, Any]] = {}
    data: dict[str, bytes] = {}
    rotten: dict[str, Finding] = {}
    for shelf in sorted(shelves(folder)):
        path = folder / f"{shelf}.json"
        try:
            found = read_whole(path)
            data[shelf] = found[0] if found else b""
            if id and found and is_rotten(found, sums.get(shelf)):
                rotten[shelf] = told_of_rot(places, id, shelf, sums[shelf], _newest(shelf, backups, now), now)
                yield rotten[shelf]
            readable[shelf] = documents_in(data[shelf], shelf, path)
        except Unavailable as error:
            if shelf not in rotten or not rotten[shelf].mend:
                yield _damaged(path, error, _newest(shelf, backups, now))
        else:
            if shelf not in rotten:
                yield from _form(path, shelf, data[shelf])
    yield from (judged(finding, readable, backups, now) for finding in files)
    yield from examine_documents(folder, readable, data, now)
    if id and backups:
        yield from _beside(places, id, backups, rotten, now)


def _parts(folder: Path) -> bool:
    """Whether anything of a journal is in a folder: an empty one may be the place of a disk not mounted."""
    return bool(shelves(folder)) or os.path.lexists(folder / "journal.json")


def _manifest(places: Places) -> Iterator[Finding]:
    try:
        refuse_newer(places.journal)
    except Unavailable as error:
        path = places.journal / "journal.json"
        if "newer" in error.message:
            yield Finding("newer", path, error.message, error.hint, weight=3)
        else:
            mend = "writes it again, as this machine knows it" if known(places) else ""
            yield Finding("damage", path, error.message, error.hint, mend, weight=3)


def _newest(shelf: str, backups: Backups | None, now: dt.datetime) -> str:
    newest = backups.newest(shelf, now) if backups else None
    return (
        f"The newest good backup is {newest.path}; `netjournal restore {newest.said}"
        f" {shelf.removeprefix('months/')}` brings it back."
        if newest
        else "There is no backup of it on this machine."
    )


def _damaged(path: Path, error: Unavailable, hint: str) -> Finding:
    is_file = path.is_file() and not path.is_symlink()
    mend = "keeps what can be read in it, and puts the rest aside" if is_file else ""
    return Finding("damage", path, error.message, hint, mend, weight=3)


def _form(path: Path, shelf: str, data: bytes) -> Iterator[Finding]:
    """Whether a file holds its table, and is written as we write it, one document a line."""
    if b'"%b"' % table_of(shelf).encode() not in data:
        yield Finding("damage", path, f"{path} has no table {table_of(shelf)} in it.", _HAND, weight=3)
        return
    if twice := said_twice(data):
        yield Finding("twice", path, f"{path}: {twice}.", "The last is what counts. Take one out by hand.")
        return
    with contextlib.suppress(Unavailable):
        if tidied(data, path) != data:
            yield Finding(
                "form",
                path,
                f"{path} is not written one document a line.",
                "It can be read; a program that merges lines may not do well on it.",
                mend="writes it anew, with the same in it",
                weight=0,
            )


_HAND = "Mend it by hand, or bring it back: `netjournal restore`."


def _beside(
    places: Places, id: str, backups: Backups, rotten: Container[str], now: dt.datetime
) -> Iterator[Finding]:
    """What belongs to the journal and lies elsewhere on this machine."""
    state, index = places.state / id, places.cache / id / "index.sqlite3"
    if state.is_dir():
        yield from examine_state(state, now)
    for path in left_behind(places.cache, now):
        message = f"{path} was left by an app with names hidden that was killed."
        yield Finding(
            "passing", path, message, "It holds initials and days, no words.", "removes it", weight=1
        )
    if not rotten and not index_agrees(index, places.journal):  # else it is what knows better
        yield Finding("index", index, f"{index} does not say what the journal says.", mend="makes it anew")
    with contextlib.suppress(Unavailable):
        standing = shelves(places.journal)
        for backup in each(backups, now):
            try:
                backup.read()
            except Unavailable as error:
                yield Finding("backup", backup.path, error.message, error.hint, "puts it aside")
        for shelf, backup in sorted(_last(backups, now).items()):
            if shelf not in rotten:
                yield from rot_since_kept(places.journal / f"{shelf}.json", backup, now)
            if shelf not in standing and shelf != "journal":
                path = places.journal / f"{shelf}.json"
                hint = (
                    f"It was begun on {backup.moment.date()}, and there is no backup of it on this machine."
                    if backup.is_of_nothing
                    else f"`netjournal restore {backup.said}` brings back what was in it then."
                )
                yield Finding("missing", path, f"{path} is not there any more.", hint, weight=3)
    try:
        Intent(state).pending()
    except Unavailable as error:
        yield Finding("state", state, error.message, error.hint, weight=3)
    yield from _aside(state)


def _aside(state: Path) -> Iterator[Finding]:
    aside = sorted(path for path in (state / QUARANTINE).rglob("*") if path.is_file())
    if aside:
        count = "1 file is" if len(aside) == 1 else f"{len(aside)} files are"
        message = f"{count} put aside in {state / QUARANTINE}."
        yield Finding(
            "aside", state / QUARANTINE, message, "Remove them once you need them no more.", weight=0
        )


def _last(backups: Backups, now: dt.datetime) -> dict[str, Backup]:
    return {backup.shelf: backup for backup in each(backups, now)}
