"""Which earlier answer comes back, and which question waits: nothing of the dead, or of those at rest."""

from __future__ import annotations

import datetime as dt

from netjournal.model import Interaction
from netjournal.practice.coming_back import is_hard, is_sore, may_come_back
from netjournal.practice.echo import comes_back
from netjournal.store.hard_times import time_of
from netjournal.store.index import Index
from netjournal.store.mourning import living, speaks_of_gone
from netjournal.store.naming import named_in
from netjournal.store.reading import Reading

_WAITS = dt.timedelta(days=7)
"""How long the review of a week asks again what was left for later."""

_ASKED = "SELECT id FROM entry WHERE +status = 'asked' AND asked IS NOT NULL ORDER BY asked DESC, id DESC"


def earlier_answer(journal: Reading, index: Index, entry: Interaction) -> Interaction | None:
    """The newest other answer in words in the theme of `entry` that `may_come_back`, of no hard time, and
    that names nobody who is at rest or gone, if it `comes_back` after this one. Being the newest no longer,
    it does not a second time. None after an entry of such a day: nothing old is quoted then.
    """
    if _is_hard_day(journal, index, entry):
        return None
    for other in journal.reflections(entry.reflection.dimension) if entry.reflection else ():
        found = other.reflection
        if found is None or not found.answer or other.id == entry.id or is_sore(other):
            continue
        awake = living(journal, index, other.people)
        if not may_come_back(other, awake) or speaks_of_gone(journal, index, found.answer):
            continue
        if not is_sore(other, time_of(journal, index, other)):
            return other if comes_back(entry, other, named_in(journal, found.answer)) else None
    return None


def _is_hard_day(journal: Reading, index: Index, entry: Interaction) -> bool:
    is_sore_itself = is_sore(entry) or is_sore(entry, time_of(journal, index, entry))
    return is_sore_itself or any(map(is_hard, journal.on_days([entry.date])))


def newest_asked(journal: Reading, index: Index, today: dt.date) -> Interaction | None:
    """The interaction whose question was asked last and has no answer yet.

    One that is too old for the review of a week only if it `may_come_back`.
    """
    for (id,) in index.rows(_ASKED):
        for entry in journal.with_ids([id]):
            asked = entry.reflection
            is_recent = asked is not None and asked.asked.date() > today - _WAITS
            if is_recent or may_come_back(entry, living(journal, index, entry.people)):
                return entry
    return None
