"""How programs that sync or merge name another version of a file, in one place."""

from __future__ import annotations

import re
from typing import NamedTuple

from netjournal.store.places import MONTH, SHELVES

_FILE = rf"{SHELVES}|journal|{MONTH}"
_COPY = re.compile(
    rf"(?P<shelf>{_FILE})"
    r"(?:\.sync-conflict-[^/]*"  # Syncthing
    r"|[ _.(-][^/]*(?:conflict|konflikt|conflit|ondflikt)[^/]*"  # Dropbox, Nextcloud, ownCloud
    r"|_conf\([0-9]+\)"  # Seafile
    r"|[ ]\(?[0-9]{1,2}\)?"  # iCloud, Google Drive
    r"|-[A-Za-z][\w-]*)"  # OneDrive: the name of the machine
    r"\.json",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"(?P<shelf>{_FILE})\.json"
    r"(?P<kind>\.orig|\.bak|\.rej|~| ?\([^)]*(?:conflict|konflikt|conflit|ondflikt)[^)]*\))",
    re.IGNORECASE,
)


class CopyName(NamedTuple):
    """Of which shelf's file (without its folder) another is a version; `is_to_merge` if a machine wrote it.

    Others were left by a merge or an editor, and hold what a person already saw.
    """

    shelf: str
    is_to_merge: bool


def copy_name(name: str) -> CopyName | None:
    """What the name of a file says of it; None if it is not that of a copy."""
    if found := _COPY.fullmatch(name):
        return CopyName(found["shelf"].lower(), True)
    found = _LEFT.fullmatch(name)
    return CopyName(found["shelf"].lower(), False) if found else None
