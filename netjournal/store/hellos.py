"""Whom to say hello to: what the index knows of those with a rhythm, and of those out of touch."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import islice

import msgspec

from netjournal.language.promises.meant_for import is_about
from netjournal.model import Acquaintance, Interaction, Promise
from netjournal.practice.dormant import monday_of, pick_dormant
from netjournal.practice.rhythm import (
    Meeting,
    State,
    Tie,
    may_be_suggested,
    say_rhythm,
    who_next,
)
from netjournal.practice.situation import interval
from netjournal.practice.suggesting import Hello, note_of, say_last, say_reason
from netjournal.settings import Settings
from netjournal.store.acquainted import ACQUAINTANCE, acquaintances
from netjournal.store.hard_times import slot_with
from netjournal.store.in_peace import InPeace
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among, is_told_dead
from netjournal.store.reading import Reading

_NEWEST = 8
_PROMISES = 20


def hellos(
    journal: Reading, index: Index, today: dt.date, *, seed: str, settings: Settings
) -> tuple[Hello, ...]:
    """Three people at most, in the order of `who_next`; a place left over is for the one to find again.

    While everybody with a rhythm is left in peace, so is whoever has none. Nobody is suggested of whom an
    entry tells that they died, nor for a while of whom the newest one says that one leaves them in peace, nor
    while a quarrel with them is not made up.
    """
    everyone = with_rhythm(index, settings, today=today)
    events = _events(index, today, settings.who_next.soon_days)
    promised = _promised(index)
    waiting = who_next(everyone, today, seed, promised, events.keys(), settings)
    left = InPeace(journal, index, today)

    def is_left(person: str) -> bool:
        return is_told_dead(journal, index, person) or left.holds(person) or is_cross(person)

    def is_cross(person: str) -> bool:
        lived = (one for one in journal.with_person(person) if one.date <= today)
        return slot_with(journal, person, islice(lived, _PROMISES), today) == "quarrel"

    while gone := {one.person.id for one in waiting if is_left(one.person.id)}:
        everyone = tuple(tie for tie in everyone if tie.person.id not in gone)
        waiting = who_next(everyone, today, seed, promised, events.keys(), settings)
    found = [
        _hello(journal, index, one.person, one.state, one.due, today, settings, events.get(one.person.id))
        for one in waiting
    ]
    in_peace = everyone and not any(may_be_suggested(known.person, today) for known in everyone)
    if len(found) < settings.who_next.people and not in_peace:
        person = _to_find_again(index, today, seed, settings)
        if person is not None and not is_left(person.id):
            found.append(_hello(journal, index, person, "dormant", None, today, settings))
    return tuple(found)


def open_to_hellos(journal: Reading, index: Index, settings: Settings, today: dt.date) -> tuple[Tie, ...]:
    """Those with a rhythm but for the dead, and for those whom one leaves in peace."""
    ties = with_rhythm(index, settings, today=today)
    left = InPeace(journal, index, today).everyone() if ties else frozenset()
    left |= dead_among(journal, index, (tie.person.id for tie in ties))
    return tuple(tie for tie in ties if tie.person.id not in left)


def with_rhythm(
    index: Index, settings: Settings, only: str | None = None, *, today: dt.date | None = None
) -> tuple[Tie, ...]:
    """Everyone with a circle or a rhythm, with their newest talk of each channel, alone and in a group.

    One event to come does not stand in the way of the last that was: of both the newest is there, or all of
    them where it is not said what day it is.
    """
    chosen = "WHERE rhythmic AND (?1 IS NULL OR id = ?1)"
    people = acquaintances(index.rows(f"{ACQUAINTANCE} {chosen} ORDER BY id", only))
    query = (
        "SELECT person, MAX(date), channel, MIN(people, 2) FROM participant"  # noqa: S608 -- the words above
        f" WHERE person IN (SELECT id FROM person {chosen}) GROUP BY person, channel, MIN(people, 2),"
        " CASE channel WHEN 'event' THEN COALESCE(date > ?2, date) END"
    )
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for person, day, channel, size in index.rows(query, only, today and today.isoformat()):
        meetings[person].append(Meeting(dt.date.fromisoformat(day), channel, size))
    equal = settings.channels == "equal"
    return tuple(
        Tie(msgspec.structs.replace(one, equal=equal or one.equal), tuple(meetings[one.id]), settings)
        for one in people
    )


def _hello(
    journal: Reading,
    index: Index,
    person: Acquaintance,
    state: State,
    due: dt.date | None,
    today: dt.date,
    settings: Settings,
    event: str | None = None,
) -> Hello:
    been = (entry for entry in journal.with_person(person.id) if entry.is_talk and entry.date <= today)
    entries = list(islice(been, _NEWEST))
    promise = _promise_to(journal, person.id)
    shared: Interaction | None = journal.interaction(event) if event else None
    days = interval(person.rhythm, person.circle, settings.circles)
    return Hello(
        person=person,
        state=state,
        due=due,
        reason=say_reason(person, state, promise, today, shared, settings.who_next.soon_days),
        rhythm="" if days is None else say_rhythm(days),
        last="" if state == "dormant" else say_last(next(iter(entries), None), today),
        note=note_of(one for one in entries if is_about(one, person.id, journal)),
    )


def _promised(index: Index) -> set[str]:
    """Those to whom a promise of one's own is open."""
    query = "SELECT person FROM participant WHERE entry IN (SELECT entry FROM promise WHERE mine)"
    return {person for (person,) in index.rows(query)}


def _events(index: Index, today: dt.date, days: int) -> dict[str, str]:
    """The next event within so many days for each of those who are there too: their id, and its own."""
    query = (
        "SELECT p.person, e.id FROM entry e JOIN participant p ON p.entry = e.key"
        " WHERE e.date BETWEEN ? AND ? AND p.channel = 'event' ORDER BY e.date DESC, e.id DESC"
    )
    last = today + dt.timedelta(days)
    return dict(index.rows(query, today.isoformat(), last.isoformat()))


def _promise_to(journal: Reading, person: str) -> Promise | None:
    """The promise to somebody that is due first."""
    return next((one.promise for one in journal.promises(_PROMISES, by="me", person=person)), None)


def _to_find_again(index: Index, today: dt.date, seed: str, settings: Settings) -> Acquaintance | None:
    monday = monday_of(today)
    long_ago = monday - dt.timedelta(settings.find_again.after_days)
    met_since = "SELECT id FROM person WHERE last >= ?2"
    query = f"{ACQUAINTANCE} WHERE last <= ?1 OR id IN ({met_since}) ORDER BY id"
    before = (
        "SELECT person, MAX(date) FROM talk WHERE date < ?2"  # noqa: S608 -- the words above
        f" AND person IN ({met_since}) AND ?1 GROUP BY person"
    )
    return pick_dormant(
        acquaintances(index.rows(query, long_ago.isoformat(), monday.isoformat())),
        today,
        seed,
        earlier={
            person: dt.date.fromisoformat(day) for person, day in index.rows(before, 1, monday.isoformat())
        },
        own_fields=settings.fields,
        wanted=settings.offers,
        settings=settings,
    )
