"""What changes the whole journal for the sake of one person: two made one, two told apart, one forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from netjournal.model import Contact, Raw
from netjournal.store.changes import Change
from netjournal.store.places import Places
from netjournal.store.reading import Reading
from netjournal.store.shelf import Edit
from netjournal.store.writing import Desk, Writer, Written

if TYPE_CHECKING:
    from netjournal.store.forgetting import Toll
    from netjournal.store.uniting_people import Union


class PeopleWriting(Reading):
    """A journal that can do so. What it takes is read only when it is done: a log needs nothing of it."""

    id: str
    places: Places
    _writer: Writer

    def unite(self, union: Union, *, title: str, now: datetime) -> Contact:
        """Make two people one, wherever either is named, in one change.

        Raises JournalError if one of them is not as it was seen, or somebody would be met through themselves.
        """
        from netjournal.store.uniting_people import unite

        self._commit("merge", title, lambda desk: unite(desk, self.folder, union, now), now)
        return self.person(union.kept)

    def tell_apart(self, one: Contact, other: Contact, *, now: datetime) -> None:
        """Keep for good that two who look like one are two."""
        from netjournal.store.uniting_people import told_apart

        title = f"{one.name} and {other.name}"
        self._commit("change", title, lambda desk: told_apart(desk, one.id, other.id), now)

    def forget(self, id: str, *, now: datetime) -> Toll:
        """Remove everything held about a person, for good: no undo brings it back.

        Raises JournalError if there is nobody with this id, Unavailable if something cannot be read.
        """
        from netjournal.store.forgetting import forgotten

        toll = self.toll(id, now=now)
        self._took_place(
            self._writer.forget(lambda desk: forgotten(desk, self.folder, id, self, now).edits, now=now)
        )
        return toll

    def mentions(self, id: str, *, now: datetime) -> dict[str, Raw]:
        """The documents of others that name a person in words, by shelf and id. Raises like `forget`."""
        from netjournal.store.forgetting import forgotten, mentions

        plan = forgotten(Desk(self.folder), self.folder, id, self, now)
        found = mentions(plan.edits, id)
        return {f"{edit.shelf}/{edit.id}": edit.before or {} for edit in found}

    def toll(self, id: str, *, now: datetime) -> Toll:
        """What `forget` would remove, as everything stands now. Raises like it."""
        from netjournal.store.forgetting import forgotten, toll

        plan = forgotten(Desk(self.folder), self.folder, id, self, now)
        return toll(plan, self.places.state / self.id)

    def _commit(
        self,
        kind: str,
        title: str,
        plan: Callable[[Desk], Iterable[Edit]],
        now: datetime,
        *,
        amends: bool = False,
    ) -> Change:
        raise NotImplementedError

    def _took_place(self, written: Written) -> Change:
        raise NotImplementedError
