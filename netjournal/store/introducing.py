"""Who might like to know each other, as far as the index knows."""

from __future__ import annotations

import datetime as dt

from netjournal.practice.dormant import monday_of
from netjournal.practice.introduction_ideas import Idea, introduction_idea
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among
from netjournal.store.reading import Reading


def idea_of_the_week(journal: Reading, index: Index, today: dt.date, *, seed: str) -> Idea | None:
    """Two people who might like to know each other; nobody of whom an entry tells that they died."""
    monday = monday_of(today).isoformat()
    earlier = (
        "SELECT person, MAX(date) FROM talk WHERE date < ?1"
        " AND person IN (SELECT id FROM person WHERE last >= ?1) GROUP BY person"
    )
    first_together = (
        "SELECT MIN(a.date) FROM participant a JOIN participant b ON b.entry = a.entry"
        " WHERE a.person = ? AND b.person = ?"
    )

    def together(one: str, other: str) -> dt.date | None:
        [(day,)] = index.rows(first_together, one, other)
        return dt.date.fromisoformat(day) if day else None

    people, introductions = journal.people(), journal.introductions()
    before = {person: dt.date.fromisoformat(day) for person, day in index.rows(earlier, monday)}

    def idea() -> Idea | None:
        return introduction_idea(people, introductions, today, seed, together=together, earlier=before)

    found = idea()
    while found is not None and (gone := dead_among(journal, index, (found.seeker.id, found.giver.id))):
        people = tuple(person for person in people if person.id not in gone)
        found = idea()
    return found
