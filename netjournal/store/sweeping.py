"""Half files that a crash left are swept away, once nobody can be writing them any more."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from netjournal.store.files import HALF

_DAY = 24 * 60 * 60


def sweep(folders: Iterable[Path], now: datetime) -> None:
    """Remove half files of ours from `folders` that are older than a day at the aware time `now`.

    Younger ones may be those of another machine that writes into the same folder, or came from it.
    """
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if HALF.fullmatch(entry.name) and _age(entry, now) > _DAY:
                    os.unlink(entry.path)


def _age(entry: os.DirEntry[str], now: datetime) -> float:
    return now.timestamp() - entry.stat(follow_symlinks=False).st_mtime
