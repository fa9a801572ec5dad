"""What a month shows when it is counted, if five values stand behind it (reflection.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterator

from netjournal.language.days.words import MONTHS, add_months
from netjournal.model import DIMENSIONS
from netjournal.practice.figures import (
    KINDS,
    energy,
    fields,
    flow,
    met_with,
    people,
    quiet,
    showed_up,
    theme,
)
from netjournal.practice.month_material import MEETINGS, Counts, Material, ratings, visits
from netjournal.practice.themes import DIMENSION_NAMES

Told = tuple[str, str, str, tuple[str, ...]]
"""The key, the label and the words of a line, and the ids of the entries behind it."""

_NAMED_QUIET = 3
_MANY_ANSWERS = 2
_LOW_ON_AVERAGE = 2.5


def numbers(month: str, counts: Counts, material: Material) -> Iterator[Told]:
    """The lines of a month in the order of the page."""
    before = Counts(themes=visits(material.before), ratings=ratings(material.before), by=counts.by)
    yield from theme_lines(counts, before)
    yield from _showed_up(month, counts, before)
    yield from _energy(counts)
    yield from _people(counts)
    if (said := flow(counts)) is not None:
        yield "giving", "Giving and receiving", said.words, said.entries
    if (said := fields(counts, material.fields)) is not None:
        yield "fields", "Fields", said.words, said.entries


def theme_lines(counts: Counts, before: Counts) -> Iterator[Told]:
    """The themes that were visited, the most first, and some that were not, quiet `before` first.

    Those that were not are left out of a month with few answers or low mood: they would read as a reproach.
    """
    found = [(name, figure) for name in DIMENSIONS if (figure := theme(counts, name)) and figure.value]
    if not found:
        return
    found.sort(key=lambda one: -one[1].value)
    words = " · ".join(f"{DIMENSION_NAMES[name]} {figure.text}" for name, figure in found)
    yield "themes", "Themes you visited", words, tuple(id for _, figure in found for id in figure.entries)
    names = quiet(counts.themes, before.themes)[:_NAMED_QUIET]
    is_many = found[0][1].of >= _MANY_ANSWERS * counts.by.fewest
    is_light = not counts.moods or sum(counts.moods) / len(counts.moods) > _LOW_ON_AVERAGE
    if names and is_many and is_light:
        yield "quiet", "Quiet themes", " · ".join(DIMENSION_NAMES[name] for name in names), ()


def _showed_up(month: str, counts: Counts, before: Counts) -> Iterator[Told]:
    found, earlier = showed_up(counts), showed_up(before)
    if found is not None:
        name = MONTHS[int(add_months(month, -1)[5:]) - 1][:3]
        beside = f" ({name}: {earlier.text})" if earlier is not None else ""
        yield "showed_up", "How you showed up", f"{found.words}{beside}", found.entries


def _energy(counts: Counts) -> Iterator[Told]:
    said = [(kind, figure) for kind in MEETINGS if (figure := energy(counts, kind)) is not None]
    if said:
        values = " and ".join(str(figure.of) for _, figure in said)
        words = "; ".join(f"{kind} {figure.text}" for kind, figure in said)
        behind = tuple(id for _, figure in said for id in figure.entries)
        yield "energy", "Energy", f"{words} ({values} notes)", behind


def _people(counts: Counts) -> Iterator[Told]:
    said = [figure.words for kind in KINDS if (figure := people(counts, kind)) is not None and figure.value]
    if said:
        yield "people", "People", " · ".join(said), met_with(counts)
