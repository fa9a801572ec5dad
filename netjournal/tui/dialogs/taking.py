"""Dialogs that know a key before the next one is looked at, however fast it follows."""

from __future__ import annotations

from textual.events import Key


class TakesKeys:
    """A dialog the app asks about each key before it goes to what has the focus."""

    def passes(self, event: Key) -> bool:
        """Whether it ends for a key that is none of its own, which then means what it means without it."""
        return False

    def give_way(self, event: Key) -> None:
        """End for a key that it `passes`."""

    def holds(self, event: Key) -> bool:
        """Whether keys wait from this one on, until it is clear what comes of it."""
        return False

    def takes(self, event: Key) -> bool:
        """Whether a key is taken here, before the next one is looked at."""
        return False
