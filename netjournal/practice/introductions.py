"""Introductions of two people: which is meant, and what to remember of them today (reflection.md §3.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from netjournal.language.introduction_words import say_ask_first
from netjournal.model import Introduction

_FIRST_WEEK = range(7)
_WHETHER_THEY_MET = range(21, 28)


class Reminder(NamedTuple):
    """What to remember of an introduction today, in words."""

    introduction: Introduction
    words: str


def reminders(
    introductions: Iterable[Introduction], names: Mapping[str, str], today: date
) -> tuple[Reminder, ...]:
    """What to remember of open introductions today, the oldest first.

    In the first week after its date that both should be asked first, while they were not and if one makes it
    oneself; from day 21 to 27 whether they met. An introduction of somebody whose name is not in `names`
    (by id) is left alone: leave out whoever is at rest or deleted.
    """
    found = []
    for made in sorted(introductions, key=lambda one: (one.date, one.id)):
        if made.outcome != "open" or not all(id in names for id in made.people):
            continue
        pair = " and ".join(names[id] for id in made.people)
        days = (today - made.date).days
        if days in _WHETHER_THEY_MET:
            found.append(Reminder(made, f"Did {pair} meet?"))
        elif days in _FIRST_WEEK and (words := say_ask_first(made, names)):
            found.append(Reminder(made, f"{pair}: {words}"))
    return tuple(found)


def open_first(introductions: Iterable[Introduction]) -> tuple[Introduction, ...]:
    """The open ones before the others, the newest first in each part."""
    newest = sorted(introductions, key=lambda one: (one.date, one.id), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.outcome != "open"))


def between(introductions: Iterable[Introduction], people: Collection[str]) -> tuple[Introduction, ...]:
    """The introductions of two people (ids) to each other, in the order of `open_first`."""
    pair = set(people)
    return open_first(one for one in introductions if set(one.people) == pair)
