"""How far a long piece of work is, told at a terminal."""

from __future__ import annotations

import sys
import time

from netjournal.language.visible import visible

_AFTER = 1.0
_EVERY = 0.2


class Progress:
    """One line on stderr that counts; it appears after a second of work and is gone at the end."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._next = self._begun + _AFTER
        self._is_shown = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def read(self, count: int) -> None:
        """So many people were read."""
        self._tell(f"{count:,} people read")

    def compared(self, count: int) -> None:
        """So many people were compared with those in the journal."""
        self._tell(f"{count:,} people compared")

    def writing(self, count: int) -> None:
        """So many people are being written, all at once."""
        self._tell(f"writing {count:,} people")

    def found(self, count: int, since: str) -> None:
        """So many entries were found in what was written since a month (``March 2021``)."""
        self._tell(f"{count:,} so far, back to {since}" if since else f"{count:,} so far")

    def clear(self) -> None:
        """Take the line away; it comes back with what is told next."""
        if self._is_shown:
            self._write("\r\x1b[K")
            self._is_shown = False

    def _tell(self, what: str) -> None:
        now = time.monotonic()
        if now >= self._next and sys.stderr is not None and sys.stderr.isatty():
            self._is_shown = True
            self._next = now + _EVERY
            self._write(f"\r{visible(what)}\x1b[K")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
