"""What was changed last in the files of the user's own hand, so that undo takes back what one did last.

Those files are no part of a journal, and neither is this: it stands in the state folder, beside all journals.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError
from netjournal.store.files import private_folder, read_whole, write_whole

_KEPT = 20


class OwnChange(NamedTuple):
    """A file at `path` that had the text `before` (None: it was not there) and has the text `after` now.

    `title` says in a few words what was changed, `newest` is the id of the last change of the journal then.
    """

    path: str
    before: str | None
    after: str
    title: str
    newest: str


class OwnHistory:
    """The last changes of one's own files; `newest` tells the id of the last change of the journal one is in.

    While that is another one than when a file was changed, the journal has what is to be taken back first.
    """

    def __init__(self, state: Path, newest: Callable[[], str]) -> None:
        self._path = state / "own-undo.json"
        self._newest = newest

    def remember(self, path: Path, before: str | None, after: str, title: str) -> None:
        """Keep how a file was; going on through the values of one setting is one change."""
        changes = self._read()
        change = OwnChange(str(path), before, after, title, self._newest())
        last = changes[-1] if changes else None
        if last and last.after == before and last._replace(before=before, after=after) == change:
            change = change._replace(before=changes.pop().before)
        self._write([*changes, change] if change.before != after else changes)

    def take_back(self) -> str | None:
        """Bring back the file that was changed last, and say what of it; None if the journal comes first.

        Raises JournalError where the file is another one by now, and does not ask for it again.
        """
        changes = self._read()
        if not changes or changes[-1].newest != self._newest():
            return None
        change, path = changes[-1], Path(changes[-1].path)
        if _text(path) != change.after:
            self._write(changes[:-1])
            raise JournalError(
                f"{path.name} was changed elsewhere since, so it stays.",
                "Once more takes back what you did before that.",
            )
        if change.before is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, change.before.encode())
        self._write(changes[:-1])
        return change.title

    def _read(self) -> list[OwnChange]:
        """Nothing where the file is damaged: what cannot be taken back stays as it is."""
        found = read_whole(self._path)
        try:
            return [OwnChange(**one) for one in json.loads(found[0])] if found else []
        except (ValueError, TypeError):
            return []

    def _write(self, changes: list[OwnChange]) -> None:
        private_folder(self._path.parent)
        write_whole(self._path, json.dumps([one._asdict() for one in changes[-_KEPT:]]).encode())


def _text(path: Path) -> str | None:
    found = read_whole(path)
    return None if found is None else found[0].decode("utf-8", "replace")
