"""Details that come back at growing intervals, one a day, if one wants them to (reflection.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.language.recalling import is_marked, plain
from netjournal.model import Contact, Recall

STEPS = (7, 21, 60, 180)
"""Days after which a detail comes back; known after the last it rests."""


class Recalled(NamedTuple):
    """A detail of somebody that comes back today; `detail` as it stands, `words` without its mark."""

    person: Contact
    detail: str

    @property
    def words(self) -> str:
        """What they told."""
        return plain(self.detail)


def recall_of(person: Contact, detail: str) -> Recall:
    """Where a detail stands; one that was never asked about begins when the person was written down."""
    since = person.created.date() if person.created is not None else date.min
    return next((one for one in person.recalls if one.detail == detail), Recall(detail=detail, since=since))


def due(recall: Recall) -> date | None:
    """The day from which on it comes back; None once it is known by heart."""
    if recall.step >= len(STEPS):
        return None
    return recall.since + timedelta(days=STEPS[recall.step])


def detail_of_the_day(people: Iterable[Contact], today: date, seed: str) -> Recalled | None:
    """The detail that has waited longest; none once one was told of today, and none of those at rest."""
    waiting: list[tuple[date, str, Recalled]] = []
    for person in people:
        for detail in filter(is_marked, person.details):
            recall = recall_of(person, detail)
            if recall.told == today:
                return None
            day = due(recall)
            if day is not None and day <= today and not person.rest:
                tie = sha256(f"{seed}|{today}|{person.id}|{detail}".encode()).hexdigest()
                waiting.append((day, tie, Recalled(person, detail)))
    return min(waiting, key=lambda one: one[:2])[2] if waiting else None


def recalled(person: Contact, detail: str, *, knew: bool, today: date) -> Contact:
    """`person` after one said whether one knew it: on to the next step, or back to the first."""
    before = recall_of(person, detail)
    after = Recall(detail=detail, since=today, step=before.step + 1 if knew else 0, told=today)
    others = tuple(one for one in person.recalls if one.detail != detail)
    return replace(person, recalls=(*others, after))
