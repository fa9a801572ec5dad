"""Changes: what was written together, kept so that it can be finished after a crash and taken back."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from netjournal.errors import Unavailable
from netjournal.store.files import (
    HALF,
    beside,
    private_folder,
    read_whole,
    signature,
    sync_folder,
    told,
    write_whole,
    written_after,
)
from netjournal.store.shelf import Edit

KEPT = 100
"""How many changes can be taken back."""

_DIGITS = 10
_ID = 26
_NAME = re.compile(r"[0-9]{10}-[0-9A-Z]{26}\.json")


class Change(NamedTuple):
    """Edits that belong together: all of them are written, or none.

    `kind` is ``log``, ``answer``, ``add``, ``introduce``, ``goal``, ``event``, ``bring``, ``change``,
    ``merge``, ``delete``, ``restore``, ``forget`` or ``sync``; `title` says in a few words what it was about;
    `made` is an ISO time.
    """

    id: str
    kind: str
    title: str
    made: str
    edits: tuple[Edit, ...]

    @property
    def is_of_entry(self) -> bool:
        """Whether an interaction is among what was written."""
        return any(edit.shelf.startswith("months/") for edit in self.edits)


class Intent:
    """A change over several shelves while it is written: on disk before the first, gone after the last."""

    def __init__(self, folder: Path) -> None:
        self._forth = folder / "intent.json"
        self._back = folder / "intent-back.json"

    def keep(self, change: Change) -> None:
        """Write the change down before the first of its shelves."""
        write_whole(self._forth, _encode(change))

    def turn(self) -> None:
        """The change failed: from now on its end is that nothing of it stands."""
        with told("renamed", self._forth), contextlib.suppress(FileNotFoundError):
            os.replace(self._forth, self._back)

    @property
    def is_pending(self) -> bool:
        """Whether a change waits for its end."""
        return signature(self._forth) is not None or signature(self._back) is not None

    def pending(self) -> tuple[Change, bool] | None:
        """The change that was left half done, if any, and whether it is to be taken back."""
        for path in (self._back, self._forth):
            found = read_whole(path)
            if found is not None:
                change = _decode(found[0])
                if change is None:
                    raise Unavailable(f"{path} is damaged.", "Move it away; look at your newest entries.")
                return change, path == self._back
        return None

    def drop(self) -> None:
        """The change is whole, or whole undone; no power cut brings it back over what comes next."""
        for path in (self._forth, self._back):
            with told("removed", path), contextlib.suppress(FileNotFoundError):
                os.unlink(path)
                sync_folder(path.parent)


class History:
    """The newest changes of this machine, for undo by any process: one file each, by number and id.

    While its change is being made or taken back, the file has the name of half a file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "undo"

    def newest(self) -> Change | None:
        """The last change that was not taken back."""
        return next(self.changes(), None)

    def changes(self) -> Iterator[Change]:
        """The changes that can be taken back, the newest first; those that a power cut damaged cannot."""
        return (change for _, change in self._changes())

    @property
    def newest_id(self) -> str:
        """The id of the last change, readable or not; empty if there is none."""
        return next((path.stem[-_ID:] for path in reversed(self._kept())), "")

    @contextlib.contextmanager
    def adding(self, change: Change) -> Iterator[None]:
        """Remember a change, once, if what is done within makes it."""
        kept = self._kept()
        if not change.edits or any(path.stem.endswith(change.id) for path in kept):
            yield
            return
        number = int(kept[-1].name[:_DIGITS]) + 1 if kept else 0
        path = private_folder(self._folder) / f"{number:0{_DIGITS}}-{change.id}.json"
        with written_after(path, _encode(change)):
            yield
        with contextlib.suppress(OSError):
            for old in kept[: 1 - KEPT]:
                os.unlink(old)

    @contextlib.contextmanager
    def dropping(self, change: Change) -> Iterator[None]:
        """Forget a change if what is done within takes it back."""
        halves = [(beside(path), path) for path in self._kept() if path.stem.endswith(change.id)]
        try:
            for half, path in halves:
                with told("renamed", path):
                    os.replace(path, half)
            yield
        except BaseException:
            for half, path in halves:
                with contextlib.suppress(OSError):
                    os.replace(half, path)
            raise
        for half, _ in halves:
            with contextlib.suppress(OSError):  # whoever writes next removes it
                os.unlink(half)

    @contextlib.contextmanager
    def amending(self, amendment: Change) -> Iterator[None]:
        """Let the newest change of the same document end as `amendment` does: it is no step of undo itself.

        If the document was changed from elsewhere in between nothing is done, and undo leaves it alone.
        """
        with contextlib.ExitStack() as stack:
            for edit in amendment.edits:
                for path, change in self._changes():
                    position = _position(change, edit)
                    if position is not None:
                        if change.edits[position].after == edit.before:
                            amended = _ending_in(change, position, edit)
                            stack.enter_context(written_after(path, _encode(amended)))
                        break
            yield

    def settle(self, stands: Callable[[Change], bool]) -> None:
        """Bring what a crash left half remembered, or half forgotten, to its end: it stays if it stands."""
        for half in self._listed(HALF):
            found = read_whole(half)
            change = _decode(found[0]) if found else None
            with told("settled", half):
                if change is not None and stands(change):
                    os.replace(half, half.with_name(HALF.sub(r"\1", half.name)))
                else:
                    os.unlink(half)

    def _changes(self) -> Iterator[tuple[Path, Change]]:
        for path in reversed(self._kept()):
            found = read_whole(path)
            change = _decode(found[0]) if found else None
            if change is not None:
                yield path, change

    def _kept(self) -> list[Path]:
        return self._listed(_NAME)

    def _listed(self, name: re.Pattern[str]) -> list[Path]:
        with told("read", self._folder), contextlib.suppress(FileNotFoundError):
            return [self._folder / one for one in sorted(os.listdir(self._folder)) if name.fullmatch(one)]
        return []


def grouped(edits: Iterable[Edit]) -> dict[str, tuple[Edit, ...]]:
    """The edits by the name of their shelf, in the order in which the shelves first appear."""
    groups: dict[str, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.shelf, []).append(edit)
    return {shelf: tuple(group) for shelf, group in groups.items()}


def _position(change: Change, edit: Edit) -> int | None:
    """Where in `change` the document of `edit` is left standing."""
    places = [(one.shelf, one.id) for one in change.edits]
    return places.index((edit.shelf, edit.id)) if (edit.shelf, edit.id) in places else None


def _ending_in(change: Change, position: int, edit: Edit) -> Change:
    edits = list(change.edits)
    edits[position] = edits[position]._replace(after=edit.after)
    return change._replace(edits=tuple(edits))


def _encode(change: Change) -> bytes:
    document = change._asdict() | {"edits": [edit._asdict() for edit in change.edits]}
    return json.dumps(document).encode()


def _decode(data: bytes) -> Change | None:
    try:
        document: dict[str, Any] = json.loads(data)
        return Change(**document | {"edits": tuple(Edit(**edit) for edit in document["edits"])})
    except (ValueError, KeyError, TypeError):
        return None
