"""The files and folders of a journal: whose they are, who may read them, and what else lies among them."""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from netjournal.store.copy_names import copy_name
from netjournal.store.files import HALF
from netjournal.store.findings import QUARANTINE, Finding
from netjournal.store.places import MONTH, SHELVES

STRAY_AFTER = dt.timedelta(hours=1)
"""How old a temporary file is before nobody can be writing it any more."""

_SHELF = re.compile(rf"(?:{SHELVES}|journal)\.json")
_MONTH = re.compile(rf"{MONTH}\.json")
_FOLDERS = ("undo", "backups", "drafts", "copies", QUARANTINE)
"""What this machine keeps in folders; with another thing in such a place nothing can be written."""

_NOT_OURS = (".git", ".stfolder", ".stversions", ".dropbox.cache", QUARANTINE)


def examine_files(journal: Path, now: dt.datetime) -> Iterator[Finding]:
    """Look at what lies in the folder of a journal. Nothing is followed or opened."""
    yield from _examine(journal, journal, now, is_journal=True)


def examine_state(folder: Path, now: dt.datetime) -> Iterator[Finding]:
    """Look at the folder in which this machine keeps what belongs to a journal."""
    for name in _FOLDERS:
        path = folder / name
        if os.path.lexists(path) and not path.is_dir():
            yield Finding("state", path, f"{path} is not a folder.", "Move it away.", weight=3)
    if (path := folder / "lock").is_dir():
        yield Finding("state", path, f"{path} is a folder.", "Move it away.", weight=3)
    yield from _examine(folder, folder, now, is_journal=False)


def _examine(top: Path, folder: Path, now: dt.datetime, *, is_journal: bool) -> Iterator[Finding]:
    status = folder.stat() if folder == top else folder.lstat()  # the folder itself may be a link
    yield from _privacy(folder, status)
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries)
    for name in names:
        path = folder / name
        if name in _NOT_OURS:
            continue
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            yield Finding("link", path, f"{path} is a symbolic link, which is not followed.", _OUT)
        elif stat.S_ISDIR(found.st_mode) and not _SHELF.fullmatch(name) and not _MONTH.fullmatch(name):
            yield from _examine(top, path, now, is_journal=is_journal)
        elif not stat.S_ISREG(found.st_mode):
            yield Finding("link", path, f"{path} is not a regular file.", _OUT)
        else:
            yield from _privacy(path, found)
            yield from _name(top, path, found, now) if is_journal else _left(path, found, now)


_OUT = "Move it out of the journal's folder."


def _privacy(path: Path, status: os.stat_result) -> Iterator[Finding]:
    if status.st_uid != os.geteuid():
        yield Finding("owner", path, f"{path} belongs to somebody else.", "Copy it, and keep the copy.")
        return
    wanted = 0o700 if stat.S_ISDIR(status.st_mode) else 0o600
    mode = stat.S_IMODE(status.st_mode)
    if mode & 0o077:
        yield Finding(
            "mode",
            path,
            f"{path} can be read by others: its mode is {mode:04o}.",
            mend=f"makes it {wanted:04o}",
        )
    elif mode & wanted != wanted:
        yield Finding("mode", path, f"{path} has the mode {mode:04o}.", mend=f"makes it {wanted:04o}")


def _name(top: Path, path: Path, status: os.stat_result, now: dt.datetime) -> Iterator[Finding]:
    """What a file among the shelves is, if it is none."""
    is_shelf = _MONTH if path.parent == top / "months" else _SHELF
    if is_shelf.fullmatch(path.name):
        return
    yield from _left(path, status, now)
    copy = copy_name(path.name)
    if copy is not None and is_shelf.fullmatch(f"{copy.shelf}.json"):
        yield Finding(
            "copy",
            path,
            f"{path} is another version of {copy.shelf}.json, left by a program that syncs or merges.",
            "`netjournal sync` merges it."
            if copy.is_to_merge
            else "It is not read. Move it away once you need it no more.",
        )
    elif path.suffix == ".json" and not path.name.startswith("."):
        yield Finding("name", path, f"{path} is not read: no file of a journal is called so.", _OUT)


def _left(path: Path, status: os.stat_result, now: dt.datetime) -> Iterator[Finding]:
    age = now.timestamp() - status.st_mtime
    if HALF.fullmatch(path.name) and age > STRAY_AFTER.total_seconds():
        yield Finding(
            "stray",
            path,
            f"{path} was left half written.",
            mend="puts it aside; what it was for stands whole",
        )
