"""A moment of the backups beside the journal as it stands, and the edits that bring it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.errors import Misused, Unavailable
from netjournal.model import Raw
from netjournal.store.backups import Backup, Backups
from netjournal.store.shelf import Edit
from netjournal.store.trash import is_forgotten
from netjournal.store.writing import Desk

_TRASH = "trash"
_MANIFEST = "journal"


class Difference(NamedTuple):
    """What became of a shelf since: how many documents were `added`, `changed` and `gone`.

    `problem` says why that cannot be told: the shelf or its backup cannot be read.
    """

    shelf: str
    added: int = 0
    changed: int = 0
    gone: int = 0
    problem: str = ""


class KeptMoment(NamedTuple):
    """A moment to which the journal can go back, and the shelves that stand otherwise now.

    If it `begins_day`, nothing changed on that day before it.
    """

    moment: dt.datetime
    begins_day: bool
    differences: tuple[Difference, ...]


def kept_moments(desk: Desk, backups: Backups, now: dt.datetime) -> Iterator[KeptMoment]:
    """The moments of the backups, the latest first. Raises Unavailable if their folder cannot be read."""
    found: dict[Backup, Difference] = {}
    moments = backups.moments(now)
    firsts = {moment.date(): moment for moment in reversed(moments)}
    for moment, standing in backups.standing(now):
        for shelf, backup in standing.items():
            if shelf not in (_TRASH, _MANIFEST) and backup not in found:
                found[backup] = _difference(desk, shelf, _documents(backup))
        differences = (found[backup] for _, backup in sorted(standing.items()) if backup in found)
        begins_day = moment == firsts[moment.date()]
        yield KeptMoment(moment, begins_day, tuple(one for one in differences if any(one[1:])))


def shelves_of(
    backups: Backups, since: dt.date, wanted: Collection[str], now: dt.datetime
) -> dict[str, Backup]:
    """The backups that bring back the journal, or the `wanted` shelves of it, as a day began, or as it stood
    at a moment of the clock here.

    Raises Misused if there is none of then, or none of a shelf.
    """
    said = f"{since:%Y-%m-%d %H:%M}" if isinstance(since, dt.datetime) else f"{since}"
    standing: Mapping[str, Backup] | None = None
    for moment, shelves in backups.standing(now):
        if since == (moment if isinstance(since, dt.datetime) else moment.date()):
            standing = shelves
    if standing is None:
        raise Misused(f"No backup is of {said}.", "`netjournal restore` lists those there are.")
    found = {name: backup for name, backup in standing.items() if name not in (_TRASH, _MANIFEST)}
    if missing := sorted(set(wanted) - found.keys()):
        raise Misused(
            f"{missing[0]}.json did not change since {said}, or there is no backup of it.",
            "`netjournal restore` lists what changed since when.",
        )
    return {name: found[name] for name in (wanted or found)}


def restored(
    desk: Desk, kept: Mapping[str, Mapping[str, Raw]], months: Mapping[str, str], now: dt.datetime
) -> Iterator[Edit]:
    """The edits after which shelves hold what was `kept` of them: documents by id, by the name of the shelf.

    What was added since goes to the trash, what is brought back leaves it, and who was forgotten since stays
    forgotten. `months` are the months in which entries stand now, by id: one that was moved since comes from
    there.
    """
    trash = desk.documents(_TRASH)
    coming = {id for documents in kept.values() for id in documents}
    for shelf, documents in kept.items():
        standing = desk.documents(shelf)
        for id, raw in documents.items():
            if standing.get(id) == raw or is_forgotten(trash.get(id)):
                continue
            yield Edit(shelf, id, standing.get(id), raw)
            if id in trash:
                yield Edit(_TRASH, id, trash[id], None)
            yield from _moved(desk, shelf, id, months, kept)
        for id in standing.keys() - documents.keys():
            yield Edit(shelf, id, standing[id], None)
            if id not in coming:
                stone: Raw = {"deleted": now.isoformat(), "from": shelf, "document": standing[id]}
                yield Edit(_TRASH, id, trash.get(id), stone)


def _moved(
    desk: Desk, shelf: str, id: str, months: Mapping[str, str], kept: Collection[str]
) -> Iterable[Edit]:
    """An entry that stands in another month now, of which nothing is brought back, leaves it."""
    other = f"months/{months.get(id, '')}"
    if id in months and other != shelf and other not in kept and id in desk.documents(other):
        yield Edit(other, id, desk.documents(other)[id], None)


def _documents(backup: Backup) -> Mapping[str, Raw] | Unavailable:
    try:
        return backup.read()
    except Unavailable as error:
        return error


def _difference(desk: Desk, shelf: str, kept: Mapping[str, Raw] | Unavailable) -> Difference:
    if isinstance(kept, Unavailable):
        return Difference(shelf, problem=kept.message)
    try:
        standing = desk.documents(shelf)
    except Unavailable as error:
        return Difference(shelf, problem=error.message)
    return Difference(
        shelf,
        added=len(standing.keys() - kept.keys()),
        changed=sum(standing[id] != kept[id] for id in standing.keys() & kept.keys()),
        gone=len(kept.keys() - standing.keys()),
    )
