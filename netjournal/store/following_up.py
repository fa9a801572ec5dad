"""What to ask on logging again, looked for in the newest entries with those who took part."""

from __future__ import annotations

from itertools import chain, islice
from typing import Literal

from netjournal.language.promises.meant_for import is_about
from netjournal.model import Interaction
from netjournal.practice.coming_back import is_sore, is_trying
from netjournal.practice.events import Owed
from netjournal.practice.following_up import TALKS, FollowUp, follow_up, promise_done, promise_to_ask
from netjournal.practice.keeping_promises import keeping
from netjournal.store.hard_times import is_beside_hard, time_of
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among, speaks_of_gone
from netjournal.store.reading import Reading

_LOOKED_AT = 20
"""Entries of one person that are looked at for what one noted."""

_MANY = 6
"""People of an entry of whom each may be asked about; an evening with more is no talk with one."""

_PROMISES = 20
"""Open promises to one person that are looked at, those due first."""

_GOOD = 4

_OF_NOBODY = (
    "SELECT e.id, p.position, p.said FROM promise p JOIN entry e ON e.key = p.entry"
    " WHERE NOT EXISTS (SELECT 1 FROM participant WHERE entry = p.entry)"
    " ORDER BY e.date DESC, e.id"
)
_ANSWERED = (
    "SELECT 1 FROM participant p JOIN entry e ON e.key = p.entry"
    " WHERE p.person = ? AND e.status = 'answered' LIMIT 1"
)


def find_follow_up(journal: Reading, index: Index, entry: Interaction) -> FollowUp | None:
    """What to ask after `entry` was logged: the promise that it reads like the keeping of; else what was
    noted at an earlier talk with the first of its people of whom there is anything to ask; else a promise
    that waits. One question at most, and none after a trying line; what only waits is not asked about on the
    day of another hard entry either, nor in a hard time what is from before it. What was promised in an entry
    of nobody is asked about as well.
    """
    if len(entry.people) > _MANY or is_trying(entry):
        return None
    own = _of_nobody(journal, index, entry)
    owed = [_open(journal, "me", id) for id in entry.people]
    theirs = [one for id in entry.people for one in _open(journal, "them", id)]
    to_read = [bool(found or index.rows(_ANSWERED, id)) for id, found in zip(entry.people, owed, strict=True)]
    if not (own or theirs or any(to_read)):
        return None
    earlier = [
        tuple(one for one in islice(journal.with_person(id), _LOOKED_AT) if is_about(one, id, journal))
        if is_read
        else ()
        for id, is_read in zip(entry.people, to_read, strict=True)
    ]
    entries = [*chain(*earlier), *(one.entry for one in chain(*owed, theirs, own))]
    awake = journal.awake({id for one in entries for id in one.people})
    pairs = list(zip(owed, earlier, strict=True))
    done = (promise_done(entry, promises, awake) for promises in ((*chain(*owed), *theirs), own))
    waiting = chain(
        (follow_up(entry, one, awake, promises) for promises, one in pairs),
        (promise_to_ask(entry, promises, one, awake) for promises, one in pairs),
    )
    ways = chain(done, (one for one in waiting if one is not None and _may_wait(journal, index, entry, one)))
    return next((one for one in ways if one is not None and not _is_of_dead(journal, index, one)), None)


def _may_wait(journal: Reading, index: Index, entry: Interaction, found: FollowUp) -> bool:
    """Whether it is the time to ask about what waits, and it was not asked about often enough in a group."""
    if is_beside_hard(journal, entry) or _is_left_by_all(journal, entry, found):
        return False
    is_of_now = is_sore(found.entry) or time_of(journal, index, found.entry) != ""
    return is_of_now or time_of(journal, index, entry) == "" or (entry.mood or 0) >= _GOOD


def _is_left_by_all(journal: Reading, entry: Interaction, found: FollowUp) -> bool:
    """Whether what one noted of several was passed over at three talks, whoever of them was there."""
    if found.position is not None or len(found.entry.people) < 2:
        return False
    talks = {
        one.id: one
        for id in found.entry.people
        for one in islice(journal.with_person(id), _LOOKED_AT)
        if found.entry.date < one.date and one.order < entry.order
    }
    return sum(one.reflection is not None and not is_trying(one) for one in talks.values()) >= TALKS


def _is_of_dead(journal: Reading, index: Index, found: FollowUp) -> bool:
    """Whether it is of somebody who died since, or names one: nothing of a next time is asked then."""
    return bool(dead_among(journal, index, found.entry.people)) or speaks_of_gone(journal, index, found.words)


def _of_nobody(journal: Reading, index: Index, entry: Interaction) -> list[Owed]:
    """What `entry` reads like the keeping of; no shelf is opened for anything else."""
    likeness = keeping(entry)
    found = [(id, position) for id, position, said in index.rows(_OF_NOBODY) if likeness(said).is_plain]
    made = {one.id: one for one in journal.with_ids([id for id, _ in found[:_PROMISES]])}
    return [Owed(made[id], position) for id, position in found if id in made]


def _open(journal: Reading, by: Literal["me", "them"], person: str) -> list[Owed]:
    return [Owed(one.interaction, one.position) for one in journal.promises(_PROMISES, by=by, person=person)]
