"""What is half written, kept while it is typed."""

from __future__ import annotations

import contextlib
from pathlib import Path

from netjournal.errors import Unavailable
from netjournal.store.files import private_folder, read_whole, write_whole


class Drafts:
    """One draft for each name (letters, digits and dashes: ``log``, ``answer-<id>``), in the state folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, name: str, text: str) -> None:
        """Keep `text` as the draft; nothing but spaces drops it, and what stands is not written again."""
        if not text.strip():
            self.drop(name)
            return
        data = text.encode("utf-8", "replace")
        private_folder(self._folder)
        with contextlib.suppress(Unavailable):  # what cannot be read is written, or it is told that it cannot
            if (found := read_whole(self._path(name))) and found[0] == data:
                return
        write_whole(self._path(name), data)

    def get(self, name: str) -> str:
        """The draft, empty if there is none."""
        found = read_whole(self._path(name))
        return found[0].decode("utf-8", "replace") if found else ""

    def drop(self, name: str) -> None:
        """The draft was saved or given up; where it cannot be removed it is there the next time."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.txt"
