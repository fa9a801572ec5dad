"""Who has a name, an address or a mark; of a thousand namesakes only those who may be meant are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import NamedTuple

Key = tuple[str, str]
"""What somebody is found under: its kind, such as ``name``, and the name."""

_FEW = 20


class Sort(NamedTuple):
    """What is known of somebody at all, by which two of a file may be told apart."""

    has_ids: bool
    has_uids: bool
    has_emails: bool
    has_phones: bool

    def is_apart_from(self, other: Sort) -> bool:
        """Whether two of these sorts, both of one file, are two people unless they share something."""
        if self.has_ids and other.has_ids:
            return True
        both_reached = (self.has_emails and other.has_emails) or (self.has_phones and other.has_phones)
        return self.has_uids and other.has_uids and both_reached


class FoundBy:
    """The places of people by what they are found under, in the order in which they came there."""

    def __init__(self) -> None:
        self._places: dict[Key, dict[Sort, dict[int, int]]] = {}
        self._keys: dict[int, dict[Key, int]] = {}
        self._sorts: dict[int, Sort] = {}
        self._turns = 0

    def put(self, place: int, sort: Sort, keys: Iterable[Key]) -> None:
        """Let `place`, of this `sort` from now on, be found under `keys` as well."""
        mine, before = self._keys.setdefault(place, {}), self._sorts.get(place)
        self._sorts[place] = sort
        if before not in (None, sort):
            for key, turn in mine.items():
                del self._places[key][before][place]
                self._places[key].setdefault(sort, {})[place] = turn
        for key in keys:
            if key not in mine:
                self._turns += 1
                mine[key] = self._places.setdefault(key, {}).setdefault(sort, {})[place] = self._turns

    def count(self, key: Key) -> int:
        """How many are found under `key`."""
        return sum(map(len, self._places.get(key, {}).values()))

    def is_alone(self, place: int) -> bool:
        """Whether nobody else is found under anything that this one is found under."""
        return all(self.count(key) == 1 for key in self._keys.get(place, ()))

    def under(self, key: Key) -> Iterable[int]:
        """Everyone found under `key`, in no order."""
        return (place for places in self._places.get(key, {}).values() for place in places)

    def having(self, key: Key, sort: Sort, near: Callable[[], Set[int]]) -> list[int]:
        """Those under `key` who may be one of a `sort`; `near` are those who share something with it."""
        found: list[tuple[int, int]] = []
        for theirs, places in self._places.get(key, {}).items():
            if len(places) > _FEW and sort.is_apart_from(theirs):
                found += [(places[place], place) for place in near() if place in places]
            else:
                found += [(turn, place) for place, turn in places.items()]
        return [place for _, place in sorted(found)]
