"""A line as it was understood, made into documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from netjournal.language.names.deciding import Known
from netjournal.model import Contact, Interaction, Met

if TYPE_CHECKING:
    from netjournal.language.capture import Capture

_CAPTURED = (
    "date",
    "at",
    "zone",
    "part",
    "channel",
    "text",
    "tags",
    "place",
    "gave",
    "got",
    "promises",
    "initiated",
    "mood",
    "energy",
)


def understood(
    capture: Capture, now: datetime, new_id: Callable[[datetime], str]
) -> tuple[Interaction, tuple[Contact, ...]]:
    """The entry that a line means, and those it names for the first time; who was not there was not met."""
    through = {name: by.id for name, by in capture.through}
    newcomers = {
        person.name: Contact(
            id=new_id(now),
            name=person.name,
            met=Met(date=capture.date, place=capture.place, through=through.get(person.name, "")),
            created=now,
        )
        for person in capture.who
        if not isinstance(person, Known)
    }
    entry = Interaction(
        id=new_id(now),
        people=tuple(
            person.id if isinstance(person, Known) else newcomers[person.name].id for person in capture.who
        ),
        created=now,
        **{name: getattr(capture, name) for name in _CAPTURED},
    )
    absent = (Contact(id=new_id(now), name=person.name, created=now) for person in capture.absent)
    return entry, (*newcomers.values(), *absent)
