"""One writer at a time, over processes and threads."""

from __future__ import annotations

import contextlib
import fcntl
import os
import threading
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


@contextlib.contextmanager
def in_turn(turn: threading.Lock, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a lock among the threads of this process, of which one that polls would be passed by for long.

    Raises Unavailable when another thread holds it for longer than `patience` seconds.
    """
    if not turn.acquire(timeout=patience):
        raise _busy()
    try:
        yield
    finally:
        turn.release()


def _wait(descriptor: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise _busy() from None
            time.sleep(_PAUSE)


def _busy() -> Unavailable:
    return Unavailable(
        "The journal is busy: another netjournal has been writing for some time.",
        "Wait a moment and try again; nothing was changed.",
    )
