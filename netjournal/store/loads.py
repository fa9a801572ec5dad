"""How many hellos the rhythms of a journal ask for, beside how many talks its months hold."""

from __future__ import annotations

import datetime as dt

from netjournal.language.days.words import add_months
from netjournal.model import Contact
from netjournal.practice.rhythm import grew, load, say_load
from netjournal.practice.situation import interval
from netjournal.settings import DEFAULTS, Settings
from netjournal.store.acquainted import ACQUAINTANCE, acquaintances
from netjournal.store.index import Index

_MONTHS = 6


def say_larger_load(
    index: Index, before: Contact | None, after: Contact, today: dt.date, settings: Settings = DEFAULTS
) -> str:
    """What to say once when somebody was given more of a rhythm than one has talks for; mostly nothing.

    The usual is that of the last six whole months, the rhythms are those of all who are not at rest
    (reflection.md §3.1).
    """
    if not grew(before, after, settings.circles):
        return ""
    people = acquaintances(index.rows(f"{ACQUAINTANCE} WHERE rhythmic AND NOT resting"))
    days = (interval(person.rhythm, person.circle, settings.circles) for person in people)
    asked = load(each for each in days if each)
    return say_load(asked, talks_by_month(index, today), settings.numbers.load)


def talks_by_month(index: Index, today: dt.date) -> tuple[int, ...]:
    """How many interactions with anybody each of the last six whole months had, the oldest first."""
    this = today.isoformat()[:7]
    query = (
        "SELECT substr(date, 1, 7), COUNT(*) FROM entry WHERE date >= ? AND date < ?"
        " AND EXISTS (SELECT 1 FROM talk p WHERE p.entry = entry.key) GROUP BY 1"
    )
    found = dict(index.rows(query, add_months(this, -_MONTHS), this))
    return tuple(found.get(add_months(this, -back), 0) for back in range(_MONTHS, 0, -1))
