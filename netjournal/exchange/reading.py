"""A file or a folder of people, known by what is in it."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from netjournal.errors import JournalError
from netjournal.exchange.cards import LARGEST, Brought, Tick
from netjournal.exchange.decoding import to_utf8
from netjournal.exchange.people_csv import read_table
from netjournal.exchange.vcard import read_cards

_CARD = re.compile(rb"^\s*BEGIN\s*:\s*VCARD", re.IGNORECASE | re.MULTILINE)
_OPEN = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
_TOO_LARGE = f"It is larger than {LARGEST // 1024 // 1024} MiB, which is more than people take."


def read_people(path: Path, tick: Tick = lambda _: None) -> Brought:
    """Everyone in a file (vCards or a table), or in the .vcf files of a folder; `tick` hears how many so far.

    Raises JournalError for what cannot be read, is larger than LARGEST, or is of no form that we know.
    """
    if path.is_dir():
        return _read_folder(path, tick)
    return _read_data(_read_file(path, LARGEST), path.name, tick)


def _read_folder(path: Path, tick: Tick) -> Brought:
    found = Brought((), (), 0)
    room, read = LARGEST, 0
    for file in _cards_in(path):
        data = _read_file(file, room)
        room, read = room - len(data), read + 1
        before = len(found.people)
        more = read_cards(data, file.name, lambda count, before=before: tick(before + count))  # type: ignore[misc]
        found = Brought(
            found.people + more.people, found.warnings + more.warnings, found.skipped + more.skipped
        )
    if not read:
        raise JournalError(
            f"There are no .vcf files in {path}.", "Name the file that your address book wrote."
        )
    return found


def _cards_in(path: Path) -> Iterator[Path]:
    """The cards of a folder by name; what is only linked to from it stays outside."""
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        raise _unreadable(path, error) from error
    for name in names:
        if name.lower().endswith((".vcf", ".vcard")) and stat.S_ISREG(os.lstat(path / name).st_mode):
            yield path / name


def _read_file(path: Path, room: int) -> bytes:
    try:
        with open(os.open(path, _OPEN), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise JournalError(f"{path} is not a file.")
            data = file.read(room + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > room:
        raise JournalError(f"{path} is too large to bring in.", _TOO_LARGE)
    return data


def _unreadable(path: Path, error: OSError) -> JournalError:
    if error.errno == errno.ENOENT:
        return JournalError(f"There is no file {path}.")
    return JournalError(f"{path} could not be read: {error.strerror}.")


def _read_data(data: bytes, name: str, tick: Tick) -> Brought:
    if _CARD.search(to_utf8(data)):
        return read_cards(data, name, tick)
    found = read_table(data, name, tick)
    if found is None:
        raise JournalError(
            f"{name} holds neither vCards nor a table of people.",
            "It takes what address books, Google, Outlook and LinkedIn write: a .vcf or a .csv file.",
        )
    return found
