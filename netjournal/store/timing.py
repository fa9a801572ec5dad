"""When what is new in a document was written, said in the document: a merge goes by it (issue 6 §3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from netjournal.model.registers import kind_on, stamped
from netjournal.store.shelf import Edit


def timed(edits: Iterable[Edit], now: datetime) -> Iterator[Edit]:
    """The same edits; a document that was there before says of what is new in it when that was."""
    kept = tuple(edits)
    moved = {edit.id: edit.before for edit in kept if edit.after is None and kind_on(edit.shelf)}
    for edit in kept:
        before = edit.before if edit.before is not None else moved.get(edit.id)
        if before is None or edit.after is None:
            yield edit
        else:
            yield edit._replace(after=stamped(before, edit.after, kind_on(edit.shelf), now))
