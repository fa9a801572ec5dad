"""A journal that is on several machines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from netjournal.store.people_writing import PeopleWriting
from netjournal.store.places import Places

if TYPE_CHECKING:
    from netjournal.store.conflict_copies import ConflictCopy
    from netjournal.store.merging_in import Incoming
    from netjournal.store.syncing import Synced


class OnMachines(PeopleWriting):
    """What it takes in from the others; the git of this machine and the shared folder are its ways."""

    places: Places

    def conflict_copies(self) -> tuple[ConflictCopy, ...]:
        """Versions of a shelf that a shared folder put beside it. Raises Unavailable."""
        from netjournal.store.conflict_copies import find_conflict_copies

        return find_conflict_copies(self.folder)

    def take_in_copies(self, *, now: datetime) -> tuple[list[ConflictCopy], Incoming]:
        """Merge them, and put them aside. Raises Unavailable."""
        from netjournal.store.conflict_copies import take_in_copies

        with self._writer.alone(now) as write:
            return take_in_copies(self.folder, self.places.state / self.id, write, now)

    def sync(
        self,
        *,
        now: datetime,
        environment: Mapping[str, str],
        driver: str,
        remote: str = "",
        removed: bool = False,
    ) -> Synced | None:
        """Commit, fetch, merge and push, with `remote` from now on if it is given; None if there is none.

        `driver` is the command by which git merges a file by hand; `removed` says that documents which are
        gone were meant to go. A journal with nothing in it may have become the one at the remote: then open
        it anew. Raises JournalError; whatever happens nothing that was written here is lost.
        """
        from netjournal.store.git import Git
        from netjournal.store.syncing import Sync

        git = Git(self.folder, environment)
        sync = Sync(self.folder, self.id, self._writer, self._index, git, now)
        is_new = False
        if remote:
            is_new = sync.begin(remote, driver)
        elif not (git.is_set_up and git.remote):
            return None
        else:
            git.set_up(driver)
        return sync.run(is_new=is_new, removed=removed)
