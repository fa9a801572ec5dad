"""Entries and questions as lines of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from netjournal.cli.layout import wrapped
from netjournal.language.entry_words import about, facts, say_who
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import DIMENSION_NAMES
from netjournal.practice.echo import NOT_ANSWERED, rated

_SHORT_ID = 6


def short_id(id: str) -> str:
    """The end of an entry's id, which is enough to name it to `edit`, `delete` and `reflect`."""
    return id[-_SHORT_ID:].lower()


def entry_lines(
    entry: Interaction, names: Mapping[str, str], today: dt.date, *, when: str = ""
) -> Iterator[str]:
    """One entry: who and how, the words, what was given and promised, the question and its answer."""
    clock = f"{entry.at:%H:%M}" if entry.at else ""
    title = "  ".join(part for part in (when, clock, say_who(entry, names)) if part)
    yield from wrapped(" · ".join([title, *about(entry), short_id(entry.id)]), indent="    ", first="  ")
    if entry.text:
        yield from wrapped(entry.text, indent="    ")
    for label, words in facts(entry, today):
        yield from wrapped(words, indent="      ", first=f"    {label}  ")
    if entry.reflection is not None and entry.reflection.status != "skipped":
        yield from _reflection_lines(entry.reflection)


def _reflection_lines(reflection: Reflection) -> Iterator[str]:
    theme = DIMENSION_NAMES[reflection.dimension]
    yield from wrapped(reflection.question, indent="      ", first=f"    {theme}  ")
    yield from wrapped(rated(reflection) or NOT_ANSWERED, indent="      ")
