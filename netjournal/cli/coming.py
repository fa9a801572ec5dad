"""What bringing in a file does to a journal, worked out before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import count
from typing import NamedTuple

from netjournal.exchange.arriving import (
    Arrival,
    People,
    arrive,
    ids_by_uid,
    named,
    new_people,
    unknown_fields,
    unsettled,
)
from netjournal.exchange.cards import Card, Warned, kept_fields
from netjournal.exchange.jrnl import with_people
from netjournal.exchange.known_people import Update
from netjournal.exchange.matching import Matching, Plan
from netjournal.exchange.volume import Aim, Volume
from netjournal.model import Raw
from netjournal.store.journal import Journal
from netjournal.store.taking_in import Addition, Alteration, Whole


class Coming(NamedTuple):
    """People new and changed, `documents` of people to be kept as they are, entries, introductions, and
    goals and the like by the name of their shelf.
    """

    plan: Plan
    documents: dict[str, Raw]
    standing: int
    entries: Arrival
    introductions: Arrival
    aims: Mapping[str, Arrival]
    volume: Volume
    warnings: tuple[Warned, ...]

    @property
    def created(self) -> int:
        """How many people are new."""
        return len(self.plan.created) + len(self.documents)

    @property
    def updated(self) -> tuple[Update, ...]:
        """Those of the journal to whom something is added."""
        return tuple(one for one in self.plan.updated if one.after.contact.id not in self.documents)

    @property
    def unchanged(self) -> int:
        """How many people of the file add nothing to anybody."""
        return self.plan.unchanged + self.standing

    @property
    def skipped(self) -> int:
        """How much of the file cannot be used, as it tells of nobody or does not fit."""
        return self.volume.skipped + len(self.entries.unfit) + len(self.introductions.unfit)

    @property
    def changes(self) -> tuple[Alteration, ...]:
        """What is added to people of the journal, if only that somebody else is not they."""
        updates = (*self.updated, *self.plan.parted)
        return tuple(
            Alteration(before.contact, after.contact, kept_fields(after))
            for before, after in updates
            if after.contact.id not in self.documents
        )

    @property
    def additions(self) -> tuple[Addition, ...]:
        """The new people of whom there is no document yet."""
        return tuple(
            Addition(card.contact, unknown_fields(self.volume, card) | kept_fields(card))
            for card in self.plan.created
        )

    @property
    def whole(self) -> tuple[Whole, ...]:
        """The documents to be written as they are."""
        people = (Whole("contacts", id, raw) for id, raw in self.documents.items())
        arrivals = (self.introductions, *self.aims.values(), self.entries)
        return (*people, *(Whole(*one) for arrival in arrivals for one in arrival.created))


def coming(
    journal: Journal | None,
    volume: Volume,
    people: People,
    known: Sequence[Card],
    matching: Matching,
    now: datetime,
) -> Coming:
    """All that comes of a file once its people are matched; `journal` is None if none was begun."""
    plan = matching.plan()
    if volume.entries:
        numbers = count(1)
        make_id = (lambda: journal.new_id(now)) if journal else (lambda: f"new-{next(numbers)}")
        plan = plan._replace(created=tuple(named(plan.created, make_id)))
    ids = matching.ids | ids_by_uid((*known, *(one.after for one in plan.updated), *plan.created))
    documents, warnings = new_people(volume, people, known, plan, ids)
    left = unsettled(plan)
    entries = volume.entries
    standing = journal.standing(entry.value.id for entry in entries) if journal else {}
    if volume.names_people and journal:
        entries = tuple(
            entry if entry.value.id in standing else with_people(entry, journal) for entry in entries
        )
    arrivals = arrive(entries, lambda entry: f"months/{entry.month}", standing, ids, left)
    introduced = {one.id for one in journal.introductions()} if journal else set()
    introductions = arrive(volume.introductions, lambda _: "introductions", introduced, ids, left)
    waiting = (*introductions.unfit, *introductions.waiting, *arrivals.unfit, *arrivals.waiting)
    return Coming(
        plan=plan,
        documents=documents,
        standing=people.standing,
        entries=arrivals,
        introductions=introductions,
        aims=_aims(journal, volume),
        volume=volume,
        warnings=(*volume.warnings, *plan.warnings, *warnings, *waiting),
    )


def _aims(journal: Journal | None, volume: Volume) -> Mapping[str, Arrival]:
    """What of goals, destinations and events is not there yet."""
    there = journal.aim_documents() if journal else {}
    arrivals = {}
    for name, found in volume.aims.items():
        shelf_of: Callable[[Aim], str] = partial(_on, name)
        arrivals[name] = arrive(found, shelf_of, {id for id, _ in there.get(name, ())}, {}, ())
    return arrivals


def _on(shelf: str, _: Aim) -> str:
    return shelf
