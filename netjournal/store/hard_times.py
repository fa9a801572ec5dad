"""Whether an entry falls into a hard time of its people, or is of somebody who is gone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from netjournal.language.folding import fold_keys, words
from netjournal.language.hardship.died import told_dead
from netjournal.language.hardship.hard_day import tells_of_death
from netjournal.language.hardship.lost_kin import lost_own_kin
from netjournal.model import Interaction
from netjournal.practice.before_a_talk import Before, slot_before
from netjournal.practice.coming_back import is_hard, is_sore
from netjournal.practice.hard_weeks import is_hard_month, is_hard_week
from netjournal.practice.situation import Time
from netjournal.store.index import Index
from netjournal.store.mourning import speaks_of_gone
from netjournal.store.naming import named_in
from netjournal.store.reading import Reading

_FOUR_WEEKS = dt.timedelta(days=28)
FIRST_DAYS = dt.timedelta(days=3)
FIRST_WEEK = dt.timedelta(days=7)
_WEEK = 7
_MANY = 6
"""People of an entry of whom each is looked at; an evening with more is no talk with one."""

_LOOKED_AT = 20
"""Entries of one person that are looked at, the newest first."""

_LATELY = (
    "SELECT e.id FROM participant p JOIN entry e ON e.key = p.entry"
    " WHERE p.person = ? AND p.date BETWEEN ? AND ? AND e.id != ? ORDER BY p.date DESC, e.id DESC LIMIT ?"
)
_SPOKEN_OF = (
    "SELECT DISTINCT w.person FROM word w WHERE w.word IN (SELECT value FROM json_each(?1))"
    " AND EXISTS (SELECT 1 FROM participant WHERE person = w.person AND date BETWEEN ?2 AND ?3)"
    " AND w.person NOT IN (SELECT value FROM json_each(?4)) LIMIT ?5"
)
_OF_DEATHS = (
    "SELECT DISTINCT e.id FROM mourned m JOIN entry e ON e.key = m.entry WHERE e.date BETWEEN ? AND ? LIMIT ?"
)
_TOGETHER = (
    "SELECT 1 FROM participant a JOIN participant b ON b.entry = a.entry"
    " WHERE a.person = ? AND b.person IN (SELECT value FROM json_each(?)) LIMIT 1"
)


def time_of(journal: Reading, index: Index, entry: Interaction) -> Time:
    """In what time an entry that is about to be written falls.

    ``gone``: it names somebody at rest, or who died. ``hard``: there was a sickbed, a death or a quarrel with
    one of its people within four weeks, or somebody died whom they were with; of one's own, anybody; or it
    names somebody else who is ill or mourns, or one lost somebody of one's own family. ``bereft``: that was
    within the week, or it is with whoever knew somebody of whom it was told within the week that they died.
    Else empty.
    """
    if speaks_of_gone(journal, index, entry.text):
        return "gone"
    days = _four_weeks(entry.date)
    if has_lost_kin(journal, index, entry.date):
        return "bereft" if has_lost_kin(journal, index, entry.date, FIRST_WEEK) else "hard"
    if _speaks_of_ill(journal, index, entry, days):
        return "hard"
    if not entry.people:
        told = [id for (id,) in index.rows(_OF_DEATHS, *days, _LOOKED_AT)]
        return "hard" if any(tells_of_death(one.text) for one in journal.with_ids(told)) else ""
    if len(entry.people) > _MANY:
        return ""
    if any(has_lost_a_friend(journal, index, id, entry.date, FIRST_WEEK) for id in entry.people):
        return "bereft"
    return "hard" if any(_is_hard_for(journal, index, id, entry, days) for id in entry.people) else ""


def is_beside_hard(journal: Reading, entry: Interaction) -> bool:
    """Whether another entry of its day is of a hard one."""
    return any(is_hard(one) for one in journal.on_days([entry.date]) if one.id != entry.id)


def has_just_lost_somebody(journal: Reading, index: Index, today: dt.date, within: dt.timedelta) -> bool:
    """Whether it was told that somebody died, whoever it was, today or so many days before."""
    days = (today - within).isoformat(), today.isoformat()
    told = [id for (id,) in index.rows(_OF_DEATHS, *days, _LOOKED_AT)]
    return any(tells_of_death(one.text) for one in journal.with_ids(told))


def is_hard_time(journal: Reading, first: dt.date, last: dt.date) -> bool:
    """Whether an entry of a week or a month tells that somebody died, whoever it was, or it was a hard one:
    the questions of mourning are kind to it, too.
    """
    days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    entries = tuple(journal.on_days(days))
    is_hard_in_all = is_hard_week if len(days) <= _WEEK else is_hard_month
    return is_hard_in_all(entries) or any(tells_of_death(one.text) for one in entries)


def is_hard_lately(journal: Reading, today: dt.date) -> bool:
    """Whether the seven days up to `today` are a hard week."""
    return is_hard_week(journal.on_days(today - dt.timedelta(days=number) for number in range(_WEEK)))


def calm(journal: Reading, index: Index, entries: Iterable[Interaction]) -> Iterator[Interaction]:
    """Those from no hard time, as far as something of them is left to ask."""
    for one in entries:
        may_be_asked = one.reflection is not None or one.channel == "event"
        if may_be_asked and not is_sore(one, time_of(journal, index, one)):
            yield one


def _is_hard_for(
    journal: Reading, index: Index, person: str, entry: Interaction, days: tuple[str, str]
) -> bool:
    ids = [id for (id,) in index.rows(_LATELY, person, *days, entry.id, _LOOKED_AT)]
    is_hard = bool(ids) and slot_with(journal, person, (entry, *journal.with_ids(ids)), entry.date) != "talk"
    return is_hard or has_lost_a_friend(journal, index, person, entry.date)


def _speaks_of_ill(journal: Reading, index: Index, entry: Interaction, days: tuple[str, str]) -> bool:
    """Whether an entry names somebody who took no part in it and is ill or mourns; mostly nobody whom its
    words may mean is, and no names are looked for.
    """

    def is_ill(person: str) -> bool:
        ids = [id for (id,) in index.rows(_LATELY, person, *days, entry.id, _LOOKED_AT)]
        return slot_with(journal, person, journal.with_ids(ids), entry.date) in ("gently", "mourning")

    said = json.dumps(sorted({word for key in fold_keys(entry.text) for word in words(key)}))
    others = index.rows(_SPOKEN_OF, said, *days, json.dumps(entry.people), _MANY)
    ill = {id for (id,) in others if is_ill(id)}
    return bool(ill) and not ill.isdisjoint(named_in(journal, entry.text))


def slot_with(journal: Reading, person: str, entries: Iterable[Interaction], today: dt.date) -> Before:
    """Which questions suit before the next talk with somebody (id), by `entries` with them, newest first."""

    def is_quarrel(entry: Interaction) -> bool:
        from netjournal.language.hardship.quarrelled_with import quarrelled_with  # few entries tell of one

        return person in quarrelled_with(entry.text, journal, entry.people)

    return slot_before(entries, today, is_quarrel)


def has_lost_a_friend(
    journal: Reading, index: Index, person: str, today: dt.date, within: dt.timedelta = _FOUR_WEEKS
) -> bool:
    """Whether within four weeks it was told that somebody died who is in an entry with this person (id)."""
    days = (today - within).isoformat(), today.isoformat()
    ids = [id for (id,) in index.rows(_OF_DEATHS, *days, _LOOKED_AT)]
    dead = {id for one in journal.with_ids(ids) for id in told_dead(one.text, journal, one.people)}
    return bool(dead) and bool(index.rows(_TOGETHER, person, json.dumps(sorted(dead - {person}))))


def has_lost_kin(journal: Reading, index: Index, today: dt.date, within: dt.timedelta = _FOUR_WEEKS) -> bool:
    """Whether within four weeks it was told that somebody of one's own family died, in the journal or not."""
    days = (today - within).isoformat(), today.isoformat()
    ids = [id for (id,) in index.rows(_OF_DEATHS, *days, _LOOKED_AT)]
    return bool(ids) and any(lost_own_kin(one.text) for one in journal.with_ids(ids))


def _four_weeks(today: dt.date) -> tuple[str, str]:
    return (today - _FOUR_WEEKS).isoformat(), today.isoformat()
