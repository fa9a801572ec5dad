"""What one does with a journal, by number, for tests that do it at random."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from netjournal.model import Contact, Interaction, Promise
from netjournal.store.journal import Journal
from tests.store.journals import NOW, bring, entry, person, question

MONTHS = tuple(dt.date(2026, month, 3) for month in (1, 10, 11))


def log(journal: Journal, number: int) -> None:
    newcomer = person(f"Newcomer {number}", tags=("new",))
    talk = entry(MONTHS[number % 3].isoformat(), people=(newcomer.id,), text=f"talk {number}")
    bring(journal, newcomer, replace(talk, reflection=question() if number % 2 else None))


def add(journal: Journal, number: int) -> None:
    journal.add(person(f"Somebody {number}", nicknames=(f"Some {number}",)), now=NOW)


def change(journal: Journal, number: int) -> None:
    if talk := _one(entries(journal), number):
        text, promise = f"changed {number}", Promise(text=f"promise {number}")
        journal.change(talk, replace(talk, text=text, promises=(*talk.promises, promise)), now=NOW)


def move(journal: Journal, number: int) -> None:
    if talk := _one(entries(journal), number):
        journal.change(talk, replace(talk, date=MONTHS[number % 3]), now=NOW)


def rename(journal: Journal, number: int) -> None:
    if known := _one(contacts(journal), number):
        journal.change(known, replace(known, name=f"Renamed {number}"), now=NOW)


def answer(journal: Journal, number: int) -> None:
    if talk := _one([one for one in entries(journal) if one.reflection], number):
        journal.reflect(talk, question("answered", answer=f"answer {number}"), now=NOW)


def delete(journal: Journal, number: int) -> None:
    if document := _one([*entries(journal), *contacts(journal)], number):
        journal.delete(document, now=NOW)


OPERATIONS = (log, add, change, move, rename, answer, delete)


def _one(items: list[Any], number: int) -> Any:
    return items[number % len(items)] if items else None


def entries(journal: Journal) -> list[Interaction]:
    return [talk for month in MONTHS for talk in journal.month(f"{month:%Y-%m}")]


def contacts(journal: Journal) -> list[Contact]:
    return [journal.person(one.id) for one in journal.people()]
