"""What another machine wrote, merged into the shelves of this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from netjournal.store.merging_documents import Loss, Merged, Tables, merge_documents
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk, Plan, Written

Write = Callable[[Plan], Written]
"""Writes the edits of a plan; see `Writer.alone`."""


class Incoming(NamedTuple):
    """How many documents are new or other than before, what was lost of them, and what came back from the
    trash (shelf, id).
    """

    received: int = 0
    losses: tuple[Loss, ...] = ()
    returned: tuple[tuple[str, str], ...] = ()

    def with_more(self, other: Incoming) -> Incoming:
        """Both together."""
        losses, returned = self.losses + other.losses, self.returned + other.returned
        return Incoming(self.received + other.received, losses, returned)


def merge_in(write: Write, names: Iterable[str], base: Tables, theirs: Tables, now: str) -> Incoming:
    """Write what the shelves `names`, and those of `theirs`, make together with `theirs`."""
    made: list[Merged] = []
    shelves = dict.fromkeys((*names, *theirs))

    def plan(desk: Desk) -> Iterable[Edit]:
        ours = {name: desk.documents(name) for name in shelves}
        made[:] = [merge_documents(base, ours, theirs, now)]
        return list(_edits(ours, made[0].tables))

    written = write(plan)
    received = {edit.id for edit in written.change.edits if edit.shelf != "trash"}
    return Incoming(len(received), made[0].losses, made[0].returned)


def _edits(ours: Tables, merged: Tables) -> Iterator[Edit]:
    for shelf in sorted(ours.keys() | merged.keys()):
        before, after = ours.get(shelf, {}), merged.get(shelf, {})
        for id in sorted(before.keys() | after.keys()):
            if before.get(id) != after.get(id):
                yield Edit(shelf, id, before.get(id), after.get(id))
