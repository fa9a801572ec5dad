"""What a search shows: people, how far it is, and where a mistake stands in what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len

from netjournal.errors import JournalError, Mistaken
from netjournal.language.days.words import say_month
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.persons import why
from netjournal.language.filters.words import describe
from netjournal.model import Contact, Interaction
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.entries import EntryRow
from netjournal.tui.text import Line, Span, fit, span, spans, width_of
from netjournal.tui.widgets.row import Row, Written

_KINDS = 'Words, "exact words", #tag, @name, from:2026-03, via:call, mood>3; a - before one leaves it out.'
_FEW = 3
_LINES = 3
_DOTS = Span(" …", "faint")


class Found(Protocol):
    """What a search has found so far."""

    people: tuple[Contact, ...]
    entries: list[Interaction]
    count: int
    since: str
    is_done: bool
    error: JournalError | None
    why: str

    def stop(self) -> None:
        """End it."""
        ...


class PersonFound(Row):
    """Somebody's name, and beside it what is known of them that answered."""

    def __init__(self, person: Contact, filter: Filter) -> None:
        super().__init__(person.id)
        self._person = person
        self._filter = filter

    def lines(self, width: int) -> Sequence[Line]:
        """One line."""
        label, text = why(self._filter, self._person)
        find = self._filter.ranges
        known = (
            Span("   ", "text"),
            *((span(f"{label} ", "muted"),) if label else ()),
            *spans(text, "muted", find),
        )
        line = (*spans(self._person.name, "strong", find), *(known if text else ()))
        return [line if width_of(line) <= width else fit(line, width)]


class EntryFound(EntryRow):
    """An entry as a search lists it: its title, and some lines around the first words that answered."""

    def guess(self, width: int) -> int:
        """No more than is shown of it."""
        return min(super().guess(width), _LINES + 2)

    def _write(self, width: int) -> Sequence[Line]:
        head = len(self._head(width))
        lines = super()._write(width)
        written = [line for line in lines[head:] if any(part.text.strip() for part in line)]
        return [*lines[:head], *around(written, width), ()]


def around(lines: Sequence[Line], width: int) -> list[Line]:
    """Three of some indented lines, around the first in which something was found; dots for the rest."""
    first = next((at for at, line in enumerate(lines) if any(part.style == "found" for part in line)), 0)
    start = max(0, min(first - 1, len(lines) - _LINES))
    shown = [tuple(line) for line in lines[start : start + _LINES]]
    if start > 0:
        shown[0] = (Span("… ", "faint"), *_without_margin(shown[0]))
    if start + _LINES < len(lines):
        shown[-1] = fit((*shown[-1], _DOTS), width)
    return shown


def _without_margin(line: Line) -> Line:
    first, *others = line
    return (first._replace(text=first.text[2:]), *others)


def people_rows(people: Sequence[Contact], filter: Filter) -> list[Row]:
    """A few people, those whose name answers first, and how many there are besides."""
    known = sorted(people, key=lambda person: (not filter.ranges(person.name), person.name.casefold()))
    rows: list[Row] = [PersonFound(person, filter) for person in known[:_FEW]]
    more = len(known) - _FEW
    if more > 0:
        others = "1 other" if more == 1 else f"{more:,} others"
        rows.append(Written("others", [(span(f"and {others}", "faint"),)]))
    return [*rows, Written("under people", [()])] if rows else []


def understood(filter: Filter, typed: str) -> Line:
    """A filter in words, unless they are those typed; what can be typed where nothing is."""
    if filter.is_empty:
        return (Span(_KINDS, "faint"),)
    words = describe(filter, DIMENSION_NAMES)
    return (span("" if words == typed.strip() else words, "muted"),)


def say_progress(found: Found | None) -> str:
    """``38 so far · back to March 2021``, ``38 entries``; empty while nothing is searched for."""
    if found is None:
        return ""
    if not found.is_done:
        since = f" · back to {say_month(found.since)}" if found.since else ""
        return f"{found.count:,} so far{since}"
    return "1 entry" if found.count == 1 else f"{found.count:,} entries"


def mistake_lines(text: str, mistake: Mistaken, scrolled: int, width: int) -> Line:
    """A mark under the place of a mistake, as far as it is in sight, and on the next line what is wrong.

    `scrolled` cells of the text are out of sight at the left; `width` are in sight.
    """
    start = cell_len(text[: mistake.start]) - scrolled
    length = max(1, cell_len(text[mistake.start : mistake.end]))
    end = min(start + length, width)
    mark = f"{' ' * max(0, start)}{'^' * (end - max(0, start))}" if end > max(0, start) else ""
    return (span(mark, "accent"), Span("\n", "accent"), span(f"{mistake.message} {mistake.hint}".strip()))
