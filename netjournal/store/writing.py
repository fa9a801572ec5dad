"""One write: lock, read, change, replace, remember. Over several shelves it is whole or not at all."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError, Unavailable
from netjournal.model import Raw, new_id
from netjournal.store.backups import FOLDER, NOTHING_KEPT, USUAL, Backups, Retention, Source
from netjournal.store.changes import Change, History, Intent, grouped
from netjournal.store.files import Moved, Signature
from netjournal.store.index import Index
from netjournal.store.lock import in_turn, locked
from netjournal.store.manifest import refuse_newer
from netjournal.store.shelf import Edit, Shelf
from netjournal.store.sweeping import sweep
from netjournal.store.taking_back import taken_back
from netjournal.store.timing import timed

_TRIES = 10
_UNDO = "undo"
_FORGET = "forget"
_PURGE = "purge"
_TRASH = "trash"
_SYNC = "sync"
_SWEEPING, _FEW = ("bring", "merge", "restore"), 2
"""Before what changes more documents than that at once, shelves are kept also within an hour."""


class Desk:
    """The shelves taken down for one change, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shelves: dict[str, Shelf] = {}

    def documents(self, shelf: str) -> dict[str, Raw]:
        """What stands on a shelf, by id."""
        return self._take(shelf).documents()

    def signature(self, shelf: str) -> Signature | None:
        """Of the file that was read, None if there is none."""
        self.documents(shelf)
        return self._take(shelf).signature

    def source(self, shelf: str) -> Source:
        """The file that was read, as a backup takes it."""
        taken = self._take(shelf)
        taken.documents()
        return Source(shelf, taken.path, taken.data, taken.signature)

    def put(self, shelf: str, edits: tuple[Edit, ...]) -> Shelf:
        """Write edits of one shelf; gives it as it was written."""
        self._take(shelf).put(edits)
        return self._take(shelf)

    def _take(self, name: str) -> Shelf:
        return self._shelves.setdefault(name, Shelf(self._folder, name))


Plan = Callable[[Desk], Iterable[Edit]]
Remember = Callable[[Change], AbstractContextManager[None]]


class Written(NamedTuple):
    """A change that was made, with the signatures of its shelves `before` and `after` it."""

    change: Change
    before: Mapping[str, Signature | None]
    after: Mapping[str, Signature | None]


class Writer:
    """The one way in which anything is written into a journal's folder.

    Waits up to `patience` seconds for other writers; then, and for what else hinders it, raises Unavailable.
    """

    def __init__(
        self, folder: Path, state: Path, index: Index, patience: float, retention: Retention = USUAL
    ) -> None:
        self.backups = Backups(state / FOLDER, retention)
        self._folder = folder
        self._lock = state / "lock"
        self._patience = patience
        self._turn = threading.Lock()
        self._intent = Intent(state)
        self._history = History(state)
        self._state = state
        self._index = index
        self._newest_id = ""

    def new_id(self, now: datetime) -> str:
        """An id that sorts after all that were made at the same moment, by whatever process."""
        newest = max(self._newest_id, self._history.newest_id)
        self._newest_id = new_id(now, after=newest)
        return self._newest_id

    def new_ids(self, now: datetime, count: int) -> Iterator[str]:
        """As many ids, each after the one before."""
        for position in range(count):
            self._newest_id = new_id(now, after=self._newest_id) if position else self.new_id(now)
            yield self._newest_id

    def commit(
        self,
        kind: str,
        title: str,
        plan: Plan,
        *,
        now: datetime,
        amends: bool = False,
        in_step: bool = True,
    ) -> Written:
        """Make the edits that `plan` asks for, seeing the shelves as they stand under the lock.

        With `amends` the change belongs to the one before of the same document and is taken back with it.
        Without `in_step` the index may lack what an editor wrote since it was last refreshed: enough for a
        plan that changes nothing it finds there. Raises whatever `plan` raises, and Unavailable; then nothing
        was changed.
        """
        with self._alone(in_step=in_step):
            change = Change(self.new_id(now), kind, title, now.isoformat(), ())
            remember = self._history.amending if amends else self._history.adding
            return self._write(change, lambda desk: timed(plan(desk), now), remember, now)

    def undo(self, now: datetime | None = None) -> Written:
        """Take back the newest change; raises JournalError if there is none or its documents moved on.

        Without `now` what stood before is kept among the backups of the hour in which the change was made.
        """
        with self._alone():
            newest = self._history.newest()
            if newest is None:
                raise JournalError("There is nothing to take back.")
            undoing = newest._replace(kind=_UNDO)
            moment = now or datetime.fromisoformat(newest.made)
            plan: Plan = lambda desk: taken_back(desk.documents, newest)  # noqa: E731 -- the line is too long
            written = self._write(undoing, plan, self._history.dropping, moment)
            return written._replace(change=newest)

    def forget(self, plan: Plan, *, now: datetime) -> Written:
        """Make the edits that `plan` asks for and leave no trace of what they remove: no undo, no draft, no
        row in the index. Raises like `commit`.
        """
        with self._alone():
            change = Change(self.new_id(now), _FORGET, "", now.isoformat(), ())
            return self._write(change, lambda desk: timed(plan(desk), now), self._erasing, None)

    @contextlib.contextmanager
    def alone(self, now: datetime) -> Iterator[Callable[[Plan], Written]]:
        """Hold the lock; what is given writes what came from elsewhere, which is no step of undo."""
        with self._alone():
            change = Change(self.new_id(now), _SYNC, "", now.isoformat(), ())
            yield lambda plan: self._write(change, plan, _not_remembered, now)

    def recover(self) -> None:
        """Bring what a crash left half done to its end."""
        if self._intent.is_pending:
            with self._alone():
                pass

    @contextlib.contextmanager
    def _alone(self, *, in_step: bool = True) -> Iterator[None]:
        """Hold the lock, with nothing half done and, unless that does not matter, the index in step."""
        with in_turn(self._turn, self._patience), locked(self._lock, self._patience):
            refuse_newer(self._folder)
            if pending := self._intent.pending():
                self._settle(*pending)
            self._history.settle(self._stands)
            if in_step or pending:
                self._index.refresh()
            yield

    def _settle(self, change: Change, is_failed: bool) -> None:
        if is_failed:
            self._withdraw(change)
            return
        ways: dict[str, Remember] = {
            _UNDO: self._history.dropping,
            _FORGET: self._erasing,
            _SYNC: _not_remembered,
        }
        with ways.get(change.kind, self._history.adding)(change):
            self._bring_about(change.edits)
        self._intent.drop()

    def _stands(self, change: Change) -> bool:
        desk = Desk(self._folder)
        with contextlib.suppress(Unavailable):  # on a shelf that cannot be read it may stand
            return all(desk.documents(edit.shelf).get(edit.id) == edit.after for edit in change.edits)
        return True

    @contextlib.contextmanager
    def _erasing(self, change: Change) -> Iterator[None]:
        """Nothing is remembered of a change; once it is made, what was remembered before goes too."""
        from netjournal.store.traces import marks_of, remove_traces  # nothing else needs it

        yield
        self._index.scrub()
        remove_traces(self._state, self._folder, marks_of(change.edits))

    def _write(self, change: Change, plan: Plan, remember: Remember, now: datetime | None) -> Written:
        """Make a change; how the shelves stood before is kept as of `now`, if that is given."""
        for _ in range(_TRIES):
            desk = Desk(self._folder)
            change = change._replace(edits=tuple(edit for edit in plan(desk) if edit.before != edit.after))
            groups = grouped(change.edits)
            before = {shelf: desk.signature(shelf) for shelf in groups}
            sources, anew = map(desk.source, groups), change.kind in _SWEEPING and len(change.edits) > _FEW
            kept = self.backups.keep(now, sources, anew=anew) if now and groups else NOTHING_KEPT
            try:
                if len(groups) > 1 or change.kind == _FORGET:
                    self._intent.keep(change)
                with remember(change):
                    written = {shelf: desk.put(shelf, edits) for shelf, edits in groups.items()}
                    self._index.follow(before, written, change.edits)
            except Moved:
                kept.withdraw()
                self._withdraw(change)
                self._index.refresh()
                continue
            except BaseException:
                self.backups.trouble = None  # nothing was changed of which there had to be one
                kept.withdraw()
                self._withdraw(change)
                raise
            with contextlib.suppress(Unavailable):
                self._intent.drop()  # where it stays, whoever writes next comes to the same end
            if now and kept.is_first:
                self.backups.tidy(now, self._folder, groups)
            if now and kept.begins_day:
                sweep((self._folder, self._folder / "months", self._state, self._state / "drafts"), now)
                self._purge(now.date())
            return Written(change, before, {name: shelf.signature for name, shelf in written.items()})
        raise _rewritten()

    def _purge(self, today: date) -> None:
        """Once a day: what was in the trash for its time goes; whatever hinders it may do so."""
        from netjournal.store.trash import purged  # nothing else of a write needs it

        with contextlib.suppress(Unavailable):
            change = Change("", _PURGE, "", today.isoformat(), ())
            plan: Plan = lambda desk: purged(desk.documents(_TRASH), today, self._index)  # noqa: E731
            if any(plan(Desk(self._folder))):
                self._write(change, plan, _not_remembered, None)

    def _withdraw(self, change: Change) -> None:
        """Undo what may stand of a change that failed."""
        self._intent.turn()
        self._bring_about([edit.reversed for edit in reversed(change.edits)])
        self._intent.drop()

    def _bring_about(self, edits: Iterable[Edit]) -> None:
        """Make those of `edits` whose document stands as it did before them."""
        for shelf, group in grouped(edits).items():
            for _ in range(_TRIES):
                desk = Desk(self._folder)
                standing = desk.documents(shelf)
                left = tuple(edit for edit in group if standing.get(edit.id) == edit.before)
                with contextlib.suppress(Moved):
                    if left:
                        desk.put(shelf, left)
                    break
            else:
                raise _rewritten()


def _rewritten() -> Unavailable:
    return Unavailable("Another program keeps rewriting the journal.", "Let it finish, then try again.")


@contextlib.contextmanager
def _not_remembered(change: Change) -> Iterator[None]:
    """Nobody takes this back."""
    yield
