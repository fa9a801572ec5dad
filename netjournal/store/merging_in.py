"""What another machine wrote, merged into the shelves of this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from netjournal.model import Raw
from netjournal.store.merging_documents import Loss, Merged, Tables, merge_documents
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk, Plan, Written

FEW = 20
"""How many documents may be gone at once without our wondering whether that was meant (reliability.md B8)."""

Write = Callable[[Plan], Written]
"""Writes the edits of a plan; see `Writer.alone`."""


class Incoming(NamedTuple):
    """How many documents are new or other than before, what was lost of them, what came back from the trash
    (shelf, id), and how many were gone there that nobody had deleted: more than a FEW, and all in the trash.
    """

    received: int = 0
    losses: tuple[Loss, ...] = ()
    returned: tuple[tuple[str, str], ...] = ()
    vanished: int = 0

    def with_more(self, other: Incoming) -> Incoming:
        """Both together."""
        losses, returned = self.losses + other.losses, self.returned + other.returned
        return Incoming(self.received + other.received, losses, returned, self.vanished + other.vanished)


def merge_in(write: Write, names: Iterable[str], base: Tables, theirs: Tables, now: str) -> Incoming:
    """Write what the shelves `names`, and those of `theirs`, make together with `theirs`.

    Where much is gone from `theirs` that nobody deleted, as after a folder was emptied there, it goes here,
    too, but into the trash.
    """
    made: list[Merged] = []
    vanished: list[int] = []
    shelves = dict.fromkeys((*names, *theirs))

    def plan(desk: Desk) -> Iterable[Edit]:
        ours = {name: desk.documents(name) for name in shelves}
        made[:] = [merge_documents(base, ours, theirs, now)]
        stones = _stones(ours, made[0].tables, now)
        vanished[:] = [len(stones) if len(stones) > FEW else 0]
        if vanished[0]:
            made[0].tables.setdefault("trash", {}).update(stones)
        return list(_edits(ours, made[0].tables))

    written = write(plan)
    received = {edit.id for edit in written.change.edits if edit.shelf != "trash"}
    return Incoming(len(received), made[0].losses, made[0].returned, vanished[0])


def _stones(ours: Tables, merged: Tables, now: str) -> dict[str, Raw]:
    """What the trash is to keep of documents that the merge leaves nowhere, by id."""
    standing = {id for documents in merged.values() for id in documents}
    return {
        id: {"deleted": now, "from": shelf, "document": raw}
        for shelf, documents in ours.items()
        if shelf != "trash"
        for id, raw in documents.items()
        if id not in standing
    }


def _edits(ours: Tables, merged: Tables) -> Iterator[Edit]:
    for shelf in sorted(ours.keys() | merged.keys()):
        before, after = ours.get(shelf, {}), merged.get(shelf, {})
        for id in sorted(before.keys() | after.keys()):
            if before.get(id) != after.get(id):
                yield Edit(shelf, id, before.get(id), after.get(id))
