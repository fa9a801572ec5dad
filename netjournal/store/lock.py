"""One writer at a time, over processes and threads."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from netjournal.errors import Unavailable
from netjournal.store.files import open_private, told

PATIENCE = 2.0
"""Seconds a writer waits for another one."""

_PAUSE = 0.003


@contextlib.contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file at `path`; the system lets go of it when the process dies.

    Raises Unavailable when another writer holds it for longer than `patience` seconds.
    """
    with told("opened", path):
        descriptor = open_private(path)
    try:
        with told("locked", path):
            _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise Unavailable(
                    "The journal is busy: another netjournal has been writing for some time.",
                    "Wait a moment and try again; nothing was changed.",
                ) from None
            time.sleep(_PAUSE)
