"""A journal on its way in: people, what happened with them, who was introduced to whom, and one's goals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

from netjournal.exchange.cards import Brought, Card, Warned
from netjournal.language.days.words import say_date_long
from netjournal.model import Destination, Event, Goal, Interaction, Introduction, Raw, new_id, to_raw

Aim = Goal | Destination | Event
"""What names nobody by an id: what one is on the way to, and where one was."""

D = TypeVar("D", Interaction, Introduction, Aim)


class Kept(NamedTuple, Generic[D]):
    """A document of a file: its value, the object it is to be kept as, and where in the file it stands."""

    value: D
    raw: Raw
    where: str


_NO_AIMS: Mapping[str, tuple[Kept[Aim], ...]] = {}


class Volume(NamedTuple):
    """What a file holds; `skipped` counts what tells of nobody and nothing.

    `aims` stand under the name of their shelf. `documents` are the very objects that people are to be kept
    as, by id: only our own files have them. In other files people are named in the entries by a UID of their
    card, or, if `names_people`, in the words.
    """

    people: tuple[Card, ...] = ()
    entries: tuple[Kept[Interaction], ...] = ()
    introductions: tuple[Kept[Introduction], ...] = ()
    aims: Mapping[str, tuple[Kept[Aim], ...]] = _NO_AIMS
    documents: Mapping[str, Raw] | None = None
    names_people: bool = False
    warnings: tuple[Warned, ...] = ()
    skipped: int = 0


def of_people(brought: Brought) -> Volume:
    """The people of an address book."""
    return Volume(people=brought.people, warnings=brought.warnings, skipped=brought.skipped)


def new_entry(entry: Interaction, where: str) -> Kept[Interaction]:
    """An entry of another program, with what is kept of it."""
    return Kept(entry, to_raw(entry), where)


def telling_of_days_to_come(volume: Volume, today: dt.date) -> Volume:
    """`volume` with a warning for each entry of a later day than `today`, which is kept as it was written."""
    told = (
        Warned(entry.where, f"{say_date_long(entry.value.date)} is still to come; it was kept as written")
        for entry in volume.entries
        if entry.value.date > today
    )
    return volume._replace(warnings=(*volume.warnings, *told))


def id_of(day: dt.date, *said: str) -> str:
    """An id for what another program kept of a `day`: the same whenever the same is said of it."""
    noon = dt.datetime.combine(max(day, dt.date(1970, 1, 1)), dt.time(12), dt.UTC)
    mark = sha256("\0".join((day.isoformat(), *said)).encode("utf-8", "replace")).digest()
    return new_id(noon, lambda size: mark[:size])
