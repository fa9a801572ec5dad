"""Today's page, put together from the index; only the few entries on it are read from their shelves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from netjournal.model import Goal
from netjournal.practice.goals import Progress
from netjournal.practice.introductions import reminders
from netjournal.practice.recalling import detail_of_the_day
from netjournal.practice.reviews import open_month, open_week
from netjournal.practice.suggesting import Hello
from netjournal.practice.today import (
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
from netjournal.store.index import Index
from netjournal.store.mourning import is_told_dead
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
    resting = {person.id for person in people if person.rest}
    promised = [
        Promised(found.interaction, found.promise, _named(journal, found))
        for found in journal.promises(limit=_ASKED, by="me")
        if resting.isdisjoint(found.interaction.people)
    ]
    gone = {id for id in {id for one in promised for id in one.to} if is_told_dead(journal, index, id)}
    days = anniversaries(today, journal.oldest_day() or today)
    comes_back = settings.details == "come back"
    return Today(
        promises=[one for one in promised if gone.isdisjoint(one.to)],
        birthdays=[
            one for one in birthdays(people, today) if not is_told_dead(journal, index, one.person.id)
        ],
        introductions=reminders(journal.introductions(), awake, today),
        hellos=hellos,
        memories=memories(journal.on_days(days), awake)
        or months_memory(journal.on_days(months_ago(today)), awake, today, seed),
        recalled=detail_of_the_day(journal.marked(), today, seed) if comes_back else None,
        week=open_week(today, settings.review_day)
        if is_week_offered(journal, index, today, settings.review_day)
        else "",
        asked=journal.asked_of_events(today),
        month=open_month(today) if is_month_there(journal, index, today, settings.review_day) else "",
        goals=_just_over(journal, index, goals, today, settings.fields),
    )


def _just_over(
    journal: EventReading, index: Index, goals: Sequence[Goal], today: date, own_fields: Collection[str]
) -> tuple[Progress, ...]:
    """Mostly none, and then no shelf is opened for them."""
    over = (goal for goal in goals if Progress(goal, 0, today).is_just_over)
    found = (progress(journal, index, goal, today, own_fields) for goal in over)
    return tuple(one for one in found if one.is_just_over)


def _named(journal: EventReading, found: OpenPromise) -> tuple[str, ...]:
    from netjournal.language.meant_for import to_whom

    return to_whom(found.promise, found.interaction, journal)
