"""Entries and questions as lines of text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from netjournal.cli.layout import wrapped
from netjournal.language.entry_words import about, facts, say_tags, say_time, say_who
from netjournal.language.filters.terms import SaidKey
from netjournal.model import Interaction, Reflection, short_id
from netjournal.practice.echo import NOT_ANSWERED, rated
from netjournal.practice.themes import DIMENSION_NAMES

Mark = Callable[[str, SaidKey | None], str]
"""Marks words in a text of an entry, told what it is of it as `Filter.ranges` is."""

_KEPT_BACK = "kept to yourself"
_KEYS: Mapping[str, SaidKey] = {
    "gave": "gave",
    "got": "got",
    "promised": "promise",
    "they promised": "promised",
}


def entry_lines(
    entry: Interaction,
    names: Mapping[str, str],
    today: dt.date,
    *,
    when: str = "",
    mark: Mark = lambda text, key: text,
    unasked: bool = False,
) -> Iterator[str]:
    """One entry: who and how, the words, what was given and promised, the question and its answer.

    Where it is shown `unasked`, of an answer for oneself alone it is said only that there is one.
    """
    title = "  ".join(part for part in (when, say_time(entry), mark(say_who(entry, names), None)) if part)
    around = (
        mark(part, "at") if part in (entry.place, say_tags(entry.tags)) else part for part in about(entry)
    )
    yield from wrapped(" · ".join([title, *around, short_id(entry.id)]), indent="    ", first="  ")
    if entry.text:
        yield from wrapped(mark(entry.text, None), indent="    ")
    for label, words in facts(entry, today):
        known = mark(words, _KEYS[label]) if label in _KEYS else words
        yield from wrapped(known, indent="      ", first=f"    {label}  ")
    if entry.reflection is not None and entry.reflection.status != "skipped":
        yield from _reflection_lines(entry.reflection, mark, unasked=unasked)


def _reflection_lines(reflection: Reflection, mark: Mark, *, unasked: bool) -> Iterator[str]:
    theme = DIMENSION_NAMES[reflection.dimension] + (" · for you alone" if reflection.private else "")
    yield from wrapped(mark(reflection.question, "reflection"), indent="      ", first=f"    {theme}  ")
    answer = _KEPT_BACK if reflection.private and unasked else rated(reflection)
    yield from wrapped(mark(answer, "reflection") if answer else NOT_ANSWERED, indent="      ")
