"""``--only FILTER``: the entries that a command shows, narrowed down (issue 4 §3)."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import click

from netjournal.cli.layout import cells
from netjournal.cli.output import tell
from netjournal.errors import Mistaken
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.people import PeopleOf, people_of
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.words import describe
from netjournal.language.visible import visible
from netjournal.model import Acquaintance
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.store.journal import Journal

ONLY = click.option(
    "--only",
    metavar="FILTER",
    default="",
    help="Only what fits, such as 'lunch @grace #work -via:call'; quote it as a whole.",
)
"""The option of every command that shows entries."""


def read_only(text: str, now: datetime) -> Filter:
    """The filter that was typed; a mistake is marked below it. Raises Mistaken."""
    try:
        return parse_filter(text, now, DIMENSION_NAMES)
    except Mistaken as mistake:
        for line in _marked(text, mistake):
            tell(line)
        raise


def in_words(filter: Filter) -> str:
    """The filter as it is said above what it shows."""
    return describe(filter, DIMENSION_NAMES)


def everyone(journal: Journal) -> PeopleOf:
    """The people of a journal for a matcher; read when a filter first asks for one."""

    @cache
    def people() -> dict[str, Acquaintance]:
        return {person.id: person for person in journal.people()}

    return people_of(lambda id: people().get(id))


def _marked(text: str, mistake: Mistaken) -> list[str]:
    """The filter on a line, and a mark under the place of the mistake; nothing if it is too long for that."""
    shown = visible(text)
    if len(text) > 200:
        return []
    before, wrong = visible(text[: mistake.start]), visible(text[mistake.start : mistake.end])
    return [f"  {shown}", f"  {' ' * cells(before)}{'^' * max(1, cells(wrong))}"]
