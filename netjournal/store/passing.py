"""Folders in the cache that are there only as long as somebody looks at them, and those that outlived it."""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from netjournal.store.files import told

PREFIX = "discreet-"
"""How the name of such a folder begins."""

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_YOUNG = 60.0
"""Seconds in which whoever makes one may not hold it yet."""


class Held:
    """A folder that is held."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def close(self) -> None:
        """Let go of it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def hold(folder: Path) -> Held:
    """Hold a folder until what is given is closed, or the process dies. Raises Unavailable."""
    with told("opened", folder):
        descriptor = os.open(folder, _FOLDER)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        return Held(descriptor)


def left_behind(cache: Path, now: dt.datetime) -> Iterator[Path]:
    """The folders in a `cache` whose owner is gone, as after a kill -9."""
    with contextlib.suppress(FileNotFoundError):
        for name in sorted(os.listdir(cache)):
            if name.startswith(PREFIX) and _is_let_go(cache / name, now):
                yield cache / name


def remove_left_behind(path: Path, now: dt.datetime) -> bool:
    """Remove such a folder; False if somebody holds it by now."""
    if not _is_let_go(path, now):
        return False
    with told("removed", path):
        shutil.rmtree(path)
    return True


def _is_let_go(path: Path, now: dt.datetime) -> bool:
    """Whether it is a folder of ours that nobody holds."""
    try:
        descriptor = os.open(path, _FOLDER)
    except OSError:  # no folder, a link, or gone by now
        return False
    try:
        status = os.fstat(descriptor)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return status.st_uid == os.geteuid() and now.timestamp() - status.st_mtime > _YOUNG
