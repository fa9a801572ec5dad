"""Today's page, put together from the index; only the few entries on it are read from their shelves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netjournal.practice.introductions import reminders
from netjournal.practice.suggesting import Hello
from netjournal.practice.today import Promised, Today, anniversaries, birthdays, memories
from netjournal.store.reading import Reading

_PROMISES = 5
_ASKED = 50
"""Promises looked at, so that those to people at rest do not take up the page."""


def page_of_today(journal: Reading, hellos: Sequence[Hello], today: date) -> Today:
    """What one might like to know today, with the `hellos` chosen for it."""
    people = journal.people()
    awake = {person.id: person.name for person in people if not person.rest}
    resting = {person.id for person in people if person.rest}
    promised = [
        Promised(found.interaction, found.promise)
        for found in journal.promises(limit=_ASKED, by="me")
        if resting.isdisjoint(found.interaction.people)
    ]
    return Today(
        promises=promised[:_PROMISES],
        birthdays=birthdays(people, today),
        introductions=reminders(journal.introductions(), awake, today),
        hellos=hellos,
        memories=memories(journal.on_days(anniversaries(today, journal.oldest_day() or today)), awake),
    )
