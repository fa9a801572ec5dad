"""A person as one knows them at a glance, before any shelf is opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Protocol

import msgspec

from netjournal.model.contact import Circle, Pause


class Acquaintance(msgspec.Struct, frozen=True, kw_only=True):
    """What the index holds of a contact: the words they are found by, and when they were met.

    `first` and `last` are the days of the earliest and the latest talk, `count` is how many there are; a like
    or a newsletter is none.
    `added` is the day on which they came into the journal, `through` the id of who made one meet them,
    `rested` the day on which they were put at rest, where it is known. `called` and `known_for` are the lines
    in which a lookup looks for them (`language.lines`), empty where there is no index.
    """

    id: str
    name: str
    nicknames: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    field: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    circle: Circle | None = None
    rhythm: int | None = None
    rhythm_set: date | None = None
    equal: bool = False
    trusted: bool = False
    rest: bool = False
    rested: date | None = None
    quiet_until: date | None = None
    pauses: tuple[Pause, ...] = ()
    birthday: str = ""
    through: str = ""
    added: date | None = None
    first: date | None = None
    last: date | None = None
    count: int = 0
    called: str = ""
    known_for: str = ""


class Acquaintances(Protocol):
    """Everyone in the journal, asked by need so that fifty thousand people cost no more than fifty."""

    def answering_to(self, words: Collection[str]) -> Sequence[Acquaintance]:
        """Those with one of the folded `words` among the words of their name or a nickname."""
        ...

    def met_together(self, people: Collection[str]) -> Mapping[str, int]:
        """How many interactions each other person had together with any of `people` (ids)."""
        ...
