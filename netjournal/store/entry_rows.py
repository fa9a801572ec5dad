"""What entries are in the index, as values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from netjournal.language.folding import fold
from netjournal.language.hardship.mourned import may_any_tell_of_a_death, words_by_deaths
from netjournal.model import Interaction, Reflection

Participant = tuple[int, str, str, str | None, int]
"""A row of a person in an entry: the key of the entry, who, on which day, its channel, of how many."""


class EntryRows(msgspec.Struct, frozen=True):
    """The rows of some entries, table by table."""

    entries: list[tuple[object, ...]]
    participants: list[Participant]
    tags: list[tuple[int, str]]
    promises: list[tuple[object, ...]]
    passed: list[tuple[int, str, float, str]]
    mourned: list[tuple[int, str]]


def entry_rows(found: Sequence[Interaction], *, first: int) -> EntryRows:
    """The rows of entries, whose keys are `first` and those after it."""
    rows = EntryRows([], [], [], [], [], [])
    may_mourn = may_any_tell_of_a_death(entry.text for entry in found)
    for key, entry in enumerate(found, first):
        day = entry.date.isoformat()
        rows.entries.append((key, entry.id, day, entry.wall, *_reflected(entry.reflection)))
        if people := entry.people:
            named = len(set(people)) if people[1:] else 1
            for person in people:
                rows.participants.append((key, person, day, entry.channel, named))
        for tag in entry.tags:
            rows.tags.append((key, tag))
        if entry.promises:
            rows.promises.extend((key, *one) for one in _open_promises(entry))
        if entry.reflection is not None and entry.reflection.passed:
            rows.passed.extend((key, *one) for one in _passed(entry.reflection))
        if may_mourn:
            rows.mourned.extend((key, word) for word in words_by_deaths(entry.text))
    return rows


def _reflected(found: Reflection | None) -> tuple[object, ...]:
    if found is None:
        return None, None, None, None, None
    asked = found.asked
    return found.status, found.prompt, found.dimension, asked.timestamp(), asked.date().isoformat()


def _passed(found: Reflection) -> list[tuple[str, float, str]]:
    asked = found.asked
    return [(prompt, asked.timestamp(), asked.date().isoformat()) for prompt in found.passed]


def _open_promises(entry: Interaction) -> Iterator[tuple[int, str | None, bool, str]]:
    for position, one in enumerate(entry.promises):
        if one.kept is None:
            yield position, one.due.isoformat() if one.due else None, one.by == "me", fold(one.text)
