"""A file or a folder of people, or another journal, known by what is in it."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netjournal.errors import JournalError
from netjournal.exchange.cards import LARGEST, MOST, Brought, Tick, Warned
from netjournal.exchange.decoding import to_utf8, understood
from netjournal.exchange.friends_md import is_friends, read_friends
from netjournal.exchange.journal_json import KEY, read_journal
from netjournal.exchange.jrnl import is_jrnl, read_jrnl
from netjournal.exchange.people_csv import read_table
from netjournal.exchange.people_json import is_people, read_people
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.volume import Volume, of_people, telling_of_days_to_come

_CARD = re.compile(rb"^[^\S\n]*BEGIN[^\S\n]*:[^\S\n]*VCARD", re.IGNORECASE | re.MULTILINE)
_OPEN = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
LARGEST_OWN = 20 * LARGEST
"""How many bytes a journal of ours may have: who could write it can read it."""

_SIGN = 40
_FEW = 5
_TOO_LARGE = f"It is larger than {LARGEST // 1024 // 1024} MiB, which is more than people take."


def read_volume(path: Path, now: dt.datetime, tick: Tick = lambda _: None) -> Volume:
    """What a file holds: vCards, a table of people, a friends.md, the JSON of a journal of ours or of jrnl.

    At most MOST people and as many entries of another program are read, and that the rest is not is told.
    Of a folder it is the people of its .vcf files. Times are of the zone of the aware `now`; `tick` hears how
    many people were read so far.
    Raises JournalError for what cannot be read, is larger than LARGEST, or is of no form that we know.
    """
    if path.is_dir():
        return _at_most(of_people(_read_folder(path, tick)), path.name)
    data = to_utf8(_read_file(path, LARGEST, LARGEST_OWN))
    if data.lstrip()[:1] == b"{":
        document = _json(data, path.name)
        if KEY in document:
            return read_journal(document, path.name)
        if is_people(document):
            return _at_most(of_people(read_people(document, path.name, tick)), path.name)
        if is_jrnl(document):
            return _at_most(
                telling_of_days_to_come(read_jrnl(document, path.name, now), now.date()), path.name
            )
    if is_friends(data):
        friends = read_friends(understood(data), path.name)
        return _at_most(telling_of_days_to_come(friends, now.date()), path.name)
    return _at_most(of_people(_read_data(data, path.name, tick)), path.name)


def _at_most(volume: Volume, name: str) -> Volume:
    """The volume as far as it is brought in, with a word on where that stops."""
    people, entries = volume.people[:MOST], volume.entries[:MOST]
    if (people, entries) == (volume.people, volume.entries):
        return volume
    warned = Warned(name, f"there is more in it than {MOST:,} people or entries; the rest was left out")
    return volume._replace(people=people, entries=entries, warnings=(*volume.warnings, warned))


def _json(data: bytes, name: str) -> dict[str, Any]:
    """The object in a file; an empty one if it is no JSON after all."""
    try:
        document = json.loads(data)
    except RecursionError:
        raise JournalError(f"{name} is nested too deeply to be read.") from None
    except ValueError as error:
        if KEY.encode() in data[:_SIGN]:
            raise JournalError(
                f"{name} is not whole: {error}.", "Write it anew with `export journal`."
            ) from error
        return {}
    return document if isinstance(document, dict) else {}


def _read_folder(path: Path, tick: Tick) -> Brought:
    found = Brought((), (), 0)
    room, read, broken = LARGEST, 0, list[str]()
    for file in _cards_in(path):
        data = _read_file(file, room)
        room, read = room - len(data), read + 1
        before = len(found.people)
        more = read_cards(data, file.name, lambda count, before=before: tick(before + count))  # type: ignore[misc]
        if not (more.people or more.skipped):
            broken.append(file.name)
            more = Brought((), (*more.warnings, Warned(file.name, "there is no card in it")), 1)
        found = Brought(
            found.people + more.people, found.warnings + more.warnings, found.skipped + more.skipped
        )
    if not read:
        raise JournalError(
            f"There are no .vcf files in {path}.", "Name the file that your address book wrote."
        )
    if read == len(broken):
        named = f"{', '.join(broken[:_FEW])}{' and others' if read > _FEW else ''}"
        raise JournalError(
            f"No file in {path} holds a vCard: {named}.", "Export them from your address book anew."
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


def _read_file(path: Path, room: int, own_room: int = 0) -> bytes:
    """The bytes of a file, `room` of them at most, or `own_room` if it begins like a journal of ours."""
    try:
        with open(os.open(path, _OPEN), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise JournalError(f"{path} is not a file.")
            data = file.read(room + 1)
            if len(data) > room and KEY.encode() in data[:_SIGN]:
                room = own_room
                data += file.read(max(0, room + 1 - len(data)))
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
            "It takes what address books, Google, Outlook and LinkedIn write, a friends.md, and the JSON of"
            " a journal.",
        )
    return found
