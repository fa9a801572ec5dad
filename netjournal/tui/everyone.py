"""Everyone in the journal, by id, as it stood when it last changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from netjournal.language.filters.people import people_of
from netjournal.model import Acquaintance, Interaction


class Everyone:
    """The `people` of a snapshot, laid out by id when one of them is first asked for.

    `people_of` is what a filter asks about them.
    """

    def __init__(self, people: Sequence[Acquaintance]) -> None:
        by_id: Callable[[], dict[str, Acquaintance]] = cache(lambda: {one.id: one for one in people})
        self._by_id = by_id
        self.people_of = people_of(lambda id: by_id().get(id))  # of itself it knows nothing: no cycle

    def awake_in(self, entries: Iterable[Interaction]) -> Mapping[str, Acquaintance]:
        """Those who took part, by id, but for who is at rest, or here no more."""
        known, wanted = self._by_id(), {person for entry in entries for person in entry.people}
        return {id: known[id] for id in wanted if id in known and not known[id].rest}

    def names_in(
        self, entries: Iterable[Interaction], others: Callable[[Iterable[str]], Mapping[str, str]]
    ) -> Mapping[str, str]:
        """What those who took part are called, by id; of those who are here no more `others` knows it."""
        known, wanted = self._by_id(), {person for entry in entries for person in entry.people}
        names = {id: known[id].name for id in wanted if id in known}
        gone = [id for id in wanted if id not in known]
        return {**names, **others(gone)} if gone else names
