"""Who is told to have died in an entry, looked for by the words of a name that stand near it in the index.

What reads names in a text is itself read in only where the index says that there may be something to find.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from netjournal.language.folding import fold_keys, words
from netjournal.model import Interaction
from netjournal.store.index import Index
from netjournal.store.reading import Reading

_LOOKED_AT = 12
"""Entries that are read to be sure, the newest first."""

_NEAR = (
    "SELECT DISTINCT e.id, e.date FROM word w JOIN mourned m ON m.word = w.word"
    " JOIN entry e ON e.key = m.entry WHERE w.person = ? ORDER BY e.date DESC, e.id LIMIT ?"
)
_NEAR_ANY = (
    "SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))"
    " AND EXISTS (SELECT 1 FROM word w JOIN mourned m ON m.word = w.word WHERE w.person = id)"
)
_MAY_BE_GONE = (
    "SELECT 1 FROM word w WHERE w.word IN (SELECT value FROM json_each(?))"
    " AND (EXISTS (SELECT 1 FROM mourned m WHERE m.word = w.word)"
    " OR EXISTS (SELECT 1 FROM person p WHERE p.id = w.person AND p.resting)) LIMIT 1"
)
_ANYBODY_GONE = "SELECT 1 WHERE EXISTS (SELECT 1 FROM mourned) OR EXISTS (SELECT 1 FROM person WHERE resting)"
_ANYBODY = "SELECT 1 FROM mourned LIMIT 1"


def is_told_dead(journal: Reading, index: Index, person: str, *, but: str = "") -> bool:
    """Whether an entry tells that somebody (id) died; `but` is the id of one that is left out."""
    return bool(index.rows(_ANYBODY)) and any(_telling(journal, index, person, but))


def told_dead_on(journal: Reading, index: Index, person: str) -> dt.date | None:
    """The day of the first entry that tells that somebody (id) died; None if none does."""
    return min((entry.date for entry in _telling(journal, index, person)), default=None)


def _telling(journal: Reading, index: Index, person: str, but: str = "") -> Iterator[Interaction]:
    from netjournal.language.hardship.died import told_dead

    ids = [id for id, _ in index.rows(_NEAR, person, _LOOKED_AT) if id != but]
    return (one for one in journal.with_ids(ids) if person in told_dead(one.text, journal, one.people))


def dead_among(journal: Reading, index: Index, people: Iterable[str]) -> set[str]:
    """Those of some people (ids) of whom an entry tells that they died; mostly nothing is looked at."""
    if not index.rows(_ANYBODY):
        return set()
    near = {id for (id,) in index.rows(_NEAR_ANY, json.dumps(sorted(set(people))))}
    return {id for id in near if is_told_dead(journal, index, id)}


def living(journal: Reading, index: Index, people: Iterable[str]) -> Collection[str]:
    """Those of some people (ids) who may be brought up unasked: not at rest, and not told to have died."""
    awake = journal.awake(people)
    return awake - dead_among(journal, index, awake)


def speaks_of_gone(journal: Reading, index: Index, text: str) -> bool:
    """Whether a text names somebody at rest, or of whom an entry tells that they died."""
    said = sorted({word for key in fold_keys(text) for word in words(key)})
    if not index.rows(_MAY_BE_GONE, json.dumps(said)):
        return False
    from netjournal.store.naming import named_in

    named = named_in(journal, text)
    return len(living(journal, index, named)) < len(named)


def naming_gone(journal: Reading, index: Index, entries: Iterable[Interaction]) -> frozenset[str]:
    """The ids of those entries of which the answer or a promise `speaks_of_gone`: what else may be quoted."""
    if not index.rows(_ANYBODY_GONE):
        return frozenset()

    def words(entry: Interaction) -> str:
        answer = entry.reflection.answer if entry.reflection is not None else ""
        return "\n".join(filter(None, (answer, *(promise.text for promise in entry.promises))))

    told = ((entry.id, words(entry)) for entry in entries)
    return frozenset(id for id, said in told if said and speaks_of_gone(journal, index, said))


def newly_dead(journal: Reading, index: Index, entry: Interaction) -> Mapping[str, str]:
    """Those of whom `entry` is the first to tell that they died, and who are not at rest yet: names by id."""
    from netjournal.language.hardship.died import told_dead

    told = told_dead(entry.text, journal, entry.people)
    awake: Collection[str] = journal.awake(told) if told else ()
    new = [id for id in told if id in awake and not is_told_dead(journal, index, id, but=entry.id)]
    return journal.names(new)
