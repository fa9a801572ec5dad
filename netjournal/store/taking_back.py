"""What stands without a change, and with what was changed elsewhere since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netjournal.errors import JournalError
from netjournal.model import Raw
from netjournal.model.registers import STAMPS, stamps_of
from netjournal.store.changes import Change
from netjournal.store.shelf import Edit


def taken_back(documents: Callable[[str], Mapping[str, Raw]], change: Change) -> Iterable[Edit]:
    """The edits that take `change` back, of `documents` by shelf; raises JournalError where they moved on."""
    for edit in reversed(change.edits):
        standing = documents(edit.shelf).get(edit.id)
        if standing != edit.before:
            yield Edit(edit.shelf, edit.id, standing, _without(edit, standing))


def _without(edit: Edit, standing: Raw | None) -> Raw | None:
    """What stands there without the edit, with what was changed elsewhere since."""
    if standing == edit.after:
        return edit.before
    if standing is None or edit.before is None or edit.after is None:
        raise _moved_on()
    result: dict[str, Any] = dict(standing)
    for key in (edit.before.keys() | edit.after.keys()) - {STAMPS}:
        if edit.before.get(key) == edit.after.get(key):
            continue
        if standing.get(key) != edit.after.get(key):
            raise _moved_on()
        if key in edit.before:
            result[key] = edit.before[key]
        else:
            del result[key]
    return _retimed(result, edit)


def _retimed(raw: Raw, edit: Edit) -> Raw:
    """`raw` with the times that `edit` brought as they were before it."""
    before, after = stamps_of(edit.before or {}), stamps_of(edit.after or {})
    times = stamps_of(raw)
    for path in after:
        if after[path] != before.get(path) and times.pop(path, None) is not None and path in before:
            times[path] = before[path]
    if times:
        return {**raw, STAMPS: dict(sorted(times.items()))}
    return {key: value for key, value in raw.items() if key != STAMPS}


def _moved_on() -> JournalError:
    return JournalError("This was changed again since, so it stays.", "Edit it by hand instead.")
