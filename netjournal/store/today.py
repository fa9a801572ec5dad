"""Today's page, put together from the index; only the few entries on it are read from their shelves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import chain, groupby

from netjournal.model import Goal, Interaction
from netjournal.practice.goals import Progress
from netjournal.practice.introductions import reminders
from netjournal.practice.recalling import detail_of_the_day
from netjournal.practice.reviews import open_month, open_week
from netjournal.practice.suggesting import Hello
from netjournal.practice.today import (
    MEMORIES,
    Memory,
    Promised,
    Today,
    anniversaries,
    birthdays,
    memories,
    months_ago,
    months_memory,
)
from netjournal.settings import Settings
from netjournal.store.event_reading import EventReading
from netjournal.store.goal_progress import progress
from netjournal.store.goals_in_hard_times import HardTimes
from netjournal.store.in_peace import InPeace
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among, is_told_dead, speaks_of_gone
from netjournal.store.reading import OpenPromise
from netjournal.store.reviewing import is_month_there, is_week_offered

_ASKED = 50
"""Promises looked at."""


def page_of_today(
    journal: EventReading,
    index: Index,
    hellos: Sequence[Hello],
    goals: Sequence[Goal],
    today: date,
    *,
    seed: str,
    settings: Settings,
) -> Today:
    """What one might like to know today, with the `hellos` chosen for it and all `goals`."""
    people = journal.people()
    awake = {person.id: person.name for person in people if not person.rest}
    promised = _promised(journal, {person.id for person in people if person.rest})
    introductions = journal.introductions()
    marked = tuple(journal.marked()) if settings.details == "come back" else ()
    named = chain(
        (id for one in promised for id in one.to),
        (id for one in introductions for id in one.people),
        (person.id for person in marked),
    )
    gone = dead_among(journal, index, named)
    living = {id: name for id, name in awake.items() if id not in gone}
    return Today(
        promises=[one for one in promised if gone.isdisjoint(one.to)],
        birthdays=[
            one for one in birthdays(people, today) if not is_told_dead(journal, index, one.person.id)
        ],
        introductions=reminders(introductions, living, today),
        hellos=hellos,
        memories=_memories(journal, index, living, today, seed),
        recalled=detail_of_the_day((one for one in marked if one.id not in gone), today, seed),
        week=open_week(today, settings.review_day)
        if is_week_offered(journal, index, today, settings.review_day)
        else "",
        asked=journal.asked_of_events(today),
        month=open_month(today) if is_month_there(journal, index, today, settings.review_day) else "",
        goals=_just_over(journal, index, goals, today, settings.fields),
    )


def _promised(journal: EventReading, resting: Collection[str]) -> list[Promised]:
    return [
        Promised(found.interaction, found.promise, _named(journal, found))
        for found in journal.promises(limit=_ASKED, by="me")
        if set(resting).isdisjoint(found.interaction.people)
    ]


def _memories(
    journal: EventReading, index: Index, awake: Collection[str], today: date, seed: str
) -> tuple[Memory, ...]:
    """What came of this day before; nothing whose words name somebody who is at rest or gone, nor of whom
    one leaves in peace.
    """
    left = InPeace(journal, index, today)
    found = _of_the_day(journal, index, awake, today, seed)
    calm = (one for one in found if not speaks_of_gone(journal, index, one.words))
    return tuple(one for one in calm if not left.keeps_back(one.entry))


def _of_the_day(
    journal: EventReading, index: Index, awake: Collection[str], today: date, seed: str
) -> tuple[Memory, ...]:
    """What came of this day before, else of this day of a month; months are opened only where they may be."""

    def living(entries: Sequence[Interaction]) -> Collection[str]:
        gone = dead_among(journal, index, (id for one in entries for id in one.people))
        return set(awake) - gone if gone else awake

    found: list[Memory] = []
    days = anniversaries(today, journal.oldest_day() or today)
    for _, of_year in groupby(days, key=lambda day: day.year):
        entries = tuple(journal.on_days(of_year))
        found += memories(entries, living(entries))
        if len(found) == MEMORIES:
            break
    if found:
        return tuple(found)
    of_months = tuple(journal.on_days(months_ago(today)))
    return months_memory(of_months, living(of_months), today, seed)


def _just_over(
    journal: EventReading, index: Index, goals: Sequence[Goal], today: date, own_fields: Collection[str]
) -> tuple[Progress, ...]:
    """Mostly none, and then no shelf is opened. None near a hard day: of these only the end is told."""
    over = [goal for goal in goals if Progress(goal, 0, today).is_just_over]
    times = HardTimes.until(journal, index, today)
    if not over or times.is_near:
        return ()
    found = (progress(journal, index, goal, today, own_fields) for goal in over)
    return tuple(times.kindly(one for one in found if one.is_just_over))


def _named(journal: EventReading, found: OpenPromise) -> tuple[str, ...]:
    from netjournal.language.promises.meant_for import to_whom

    return to_whom(found.promise, found.interaction, journal)
