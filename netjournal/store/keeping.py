"""What a journal keeps of what is gone: the trash, and its backups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Raw
from netjournal.store.changes import Change
from netjournal.store.kept import Kept, shelf_of
from netjournal.store.people_writing import PeopleWriting
from netjournal.store.reading import Problem
from netjournal.store.shelf import Edit, Shelf
from netjournal.store.writing import Desk

if TYPE_CHECKING:
    from netjournal.store.backups import Backup
    from netjournal.store.restoring import KeptMoment
    from netjournal.store.trash import Trashed

_TRASH = "trash"


class Restored(NamedTuple):
    """What was brought back: on how many documents of each shelf it had an effect, and what was put aside."""

    counts: Mapping[str, int]
    aside: tuple[str, ...]


class Keeping(PeopleWriting):
    """A journal out of which nothing falls at once."""

    def problems(self) -> tuple[Problem, ...]:
        """What cannot be read, and why the last backup could not be kept."""
        trouble = self.backup_trouble
        told = (Problem("backups", trouble.message, trouble.hint),) if trouble else ()
        return (*super().problems(), *told)

    @property
    def backup_trouble(self) -> Unavailable | None:
        """Why the last backup could not be kept, if it could not; what was written stands all the same."""
        return self._writer.backups.trouble

    def delete(self, document: Kept, *, now: dt.datetime) -> Change:
        """Move a document to the trash, as it stands on disk."""

        def plan(desk: Desk) -> list[Edit]:
            shelf = shelf_of(document)
            standing = desk.documents(shelf).get(document.id)
            if standing is None:
                raise JournalError("It was deleted or moved elsewhere in the meantime.")
            earlier = desk.documents(_TRASH).get(document.id)
            trashed: Raw = {"deleted": now.isoformat(), "from": shelf, "document": standing}
            return [Edit(_TRASH, document.id, earlier, trashed), Edit(shelf, document.id, standing, None)]

        return self._commit("delete", self._title(document), plan, now)

    def trashed(self) -> tuple[Trashed, ...]:
        """What can be brought back from the trash, the last deleted first."""
        from netjournal.store.trash import trashed

        return tuple(trashed(self._documents(_TRASH)))

    def title_of(self, one: Trashed) -> str:
        """What something in the trash is, in a few words."""
        from netjournal.store.trash import title_of

        return title_of(one, self.names)

    def bring_back(self, one: Trashed, *, now: dt.datetime) -> Change:
        """Put a document from the trash back where it stood, as one change.

        Raises JournalError if it is not in the trash any more, or something stands in its place.
        """
        from netjournal.store.trash import brought_back

        def plan(desk: Desk) -> list[Edit]:
            return list(brought_back(desk.documents(one.shelf), desk.documents(_TRASH), one))

        return self._commit("restore", self.title_of(one), plan, now)

    def kept_moments(self, now: dt.datetime) -> tuple[KeptMoment, ...]:
        """The moments to which the journal can go back, the latest first, each with what changed since."""
        from netjournal.store.restoring import kept_moments

        return tuple(kept_moments(Desk(self.folder), self._writer.backups, now))

    def restore(
        self,
        since: dt.date,
        shelves: Collection[str] = (),
        *,
        title: str,
        now: dt.datetime,
        dry: bool = False,
    ) -> Restored:
        """Let the journal, or some `shelves` of it, stand as when a day began, or at a moment of the clock
        here, without a zone; one change, to be taken back.

        A shelf that cannot be read is put aside first, as `doctor --repair` does it. With `dry` nothing is
        written. Raises Misused for a time or a shelf without a backup, Unavailable if a backup is damaged.
        """
        from netjournal.store.restoring import restored, shelves_of

        found = shelves_of(self._writer.backups, since, shelves, now)
        kept = {shelf: backup.read() for shelf, backup in found.items()}
        months = self.standing(id for documents in kept.values() for id in documents)
        if dry:
            return Restored(_counts(restored(Desk(self.folder), kept, months, now)), ())
        aside = self._make_readable(found, now)
        edits: list[Edit] = []

        def plan(desk: Desk) -> list[Edit]:
            edits[:] = restored(desk, kept, months, now)
            return edits

        self._commit("restore", title, plan, now)
        return Restored(_counts(edits), aside)

    def _make_readable(self, found: Mapping[str, Backup], now: dt.datetime) -> tuple[str, ...]:
        """Raises JournalError where a damaged shelf would make way for nothing: it is all there is of it."""
        from netjournal.store.mending import make_readable

        for shelf, backup in found.items():
            if backup.is_of_nothing and not _is_readable(self.folder, shelf):
                raise JournalError(
                    f"{shelf}.json cannot be read, and at {backup.said} there was none yet.",
                    "Nothing was changed. `netjournal doctor` says what can be done.",
                )
        return tuple(make_readable(self.places, self.id, found, now))

    def _title(self, document: Kept) -> str:
        raise NotImplementedError


def _is_readable(folder: Path, shelf: str) -> bool:
    try:
        Shelf(folder, shelf).documents()
    except Unavailable:
        return False
    return True


def _counts(edits: Iterable[Edit]) -> dict[str, int]:
    found: dict[str, int] = {}
    for edit in edits:
        if edit.shelf != _TRASH:
            found[edit.shelf] = found.get(edit.shelf, 0) + 1
    return found
