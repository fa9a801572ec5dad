"""Whether an entry falls into a hard time of its people, or is of somebody who is gone."""

from __future__ import annotations

import datetime as dt

from netjournal.language.hard_day import tells_of_death
from netjournal.model import Interaction
from netjournal.practice.reviews import slot_before
from netjournal.practice.situation import Time
from netjournal.store.index import Index
from netjournal.store.mourning import speaks_of_gone
from netjournal.store.reading import Reading

_FOUR_WEEKS = dt.timedelta(days=28)
_MANY = 6
"""People of an entry of whom each is looked at; an evening with more is no talk with one."""

_LOOKED_AT = 20
"""Entries of one person that are looked at, the newest first."""

_LATELY = (
    "SELECT e.id FROM participant p JOIN entry e ON e.key = p.entry"
    " WHERE p.person = ? AND p.date BETWEEN ? AND ? AND e.id != ? ORDER BY p.date DESC, e.id DESC LIMIT ?"
)
_OF_DEATHS = (
    "SELECT DISTINCT e.id FROM mourned m JOIN entry e ON e.key = m.entry WHERE e.date BETWEEN ? AND ? LIMIT ?"
)


def time_of(journal: Reading, index: Index, entry: Interaction) -> Time:
    """In what time an entry that is about to be written falls.

    ``gone``: it names somebody at rest, or who died. ``hard``: there was a sickbed, a death or a quarrel with
    one of its people within four weeks, or, of one's own, a death. Else empty.
    """
    if speaks_of_gone(journal, index, entry.text):
        return "gone"
    days = ((entry.date - _FOUR_WEEKS).isoformat(), entry.date.isoformat())
    if not entry.people:
        told = [id for (id,) in index.rows(_OF_DEATHS, *days, _LOOKED_AT)]
        return "hard" if any(tells_of_death(one.text) for one in journal.with_ids(told)) else ""
    if len(entry.people) > _MANY:
        return ""
    return "hard" if any(_is_hard_for(journal, index, id, entry, days) for id in entry.people) else ""


def is_mourning(journal: Reading, first: dt.date, last: dt.date) -> bool:
    """Whether an entry of some days tells that somebody died, whoever it was."""
    days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    return any(tells_of_death(entry.text) for entry in journal.on_days(days))


def _is_hard_for(
    journal: Reading, index: Index, person: str, entry: Interaction, days: tuple[str, str]
) -> bool:
    ids = [id for (id,) in index.rows(_LATELY, person, *days, entry.id, _LOOKED_AT)]
    return bool(ids) and slot_before((entry, *journal.with_ids(ids)), entry.date) != "talk"
