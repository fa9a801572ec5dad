"""What to ask on logging again, looked for in the newest entries with those who took part."""

from __future__ import annotations

from itertools import islice

from netjournal.model import Interaction
from netjournal.practice.following_up import FollowUp, follow_up
from netjournal.store.index import Index
from netjournal.store.reading import Reading

_LOOKED_AT = 20
"""Entries of one person that are looked at for the newest answer."""

_MANY = 6
"""People of an entry of whom each may be asked about; an evening with more is no talk with one."""

_ANSWERED = (
    "SELECT 1 FROM participant p JOIN entry e ON e.key = p.entry"
    " WHERE p.person = ? AND e.status = 'answered' LIMIT 1"
)


def find_follow_up(journal: Reading, index: Index, entry: Interaction) -> FollowUp | None:
    """What to ask after `entry` was logged, of the first of its people of whom there is anything to ask."""
    if len(entry.people) > _MANY:
        return None
    answered = [person for person in entry.people if index.rows(_ANSWERED, person)]
    if not answered:
        return None
    earlier = {person: tuple(islice(journal.with_person(person), _LOOKED_AT)) for person in answered}
    named = {id for entries in earlier.values() for one in entries for id in one.people}
    awake = journal.awake(named)
    return next(filter(None, (follow_up(entry, one, awake) for one in earlier.values())), None)
