"""A person's page as rows: who this is and the last talk, one row for each thing one knows, the entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from netjournal.language.days.words import say_day
from netjournal.model import Interaction
from netjournal.practice.page import Fact, Page
from netjournal.tui.entries import EntryRow
from netjournal.tui.text import Line, Span, paragraph, span, spread, wrap
from netjournal.tui.widgets.row import Row, Written

_LABEL = 14
_NARROW = 36


class PageHead(Row):
    """The top of the page: name, work, place, other names, the last talk and the note on it."""

    def __init__(self, page: Page) -> None:
        super().__init__("head", heading=True)
        self._page = page

    def lines(self, width: int) -> Sequence[Line]:
        """The whole head, and an empty line after each part of it."""
        page = self._page
        work = (span(page.work, "muted"),) if page.work else ()
        lines = spread((span(page.name, "strong"),), work, width)
        lines += wrap((span(page.known_as, "muted"),), width) if page.known_as else []
        return [*lines, (), *self._last_time(width), ()]

    def _last_time(self, width: int) -> list[Line]:
        page = self._page
        if not page.last:
            return wrap((Span("Nothing written about them yet. l logs a line.", "faint"),), width)
        lines = wrap((span(page.last, "accent"),), width)
        lines += paragraph(page.text, width, indent=2) if page.text else []
        label, colon, noted = page.noted.partition(": ")
        said = (span(f"{label}{colon}", "muted"), span(noted))
        lines += wrap(said, width, indent=2) if noted else []
        before = (span("Before you go: ", "muted"), span(page.before, "muted"))
        return lines + (wrap(before, width, indent=2) if page.before else [])


class FactRow(Row):
    """Something one knows of a person, its label beside it where it is the first of its kind."""

    def __init__(self, fact: Fact, *, labelled: bool) -> None:
        super().__init__(fact.key)
        self._fact = fact
        self._label = fact.label if labelled else ""

    def lines(self, width: int) -> Sequence[Line]:
        """The words in a column beside the label; below it where there is little room."""
        if width < _NARROW:
            label = [(span(self._label, "muted"),)] if self._label else []
            return [*label, *paragraph(self._fact.text, width, indent=2)]
        first, *rest = paragraph(self._fact.text, width - _LABEL)
        name, margin = span(f"{self._label:<{_LABEL}}", "muted"), Span(" " * _LABEL, "text")
        return [(name, *first), *((margin, *line) for line in rest)]


def page_rows(page: Page) -> list[Row]:
    """The head and the facts, an empty line after each group of them."""
    rows: list[Row] = [PageHead(page)]
    for number, group in enumerate(page.groups):
        before = ""
        for fact in group:
            rows.append(FactRow(fact, labelled=fact.label != before))
            before = fact.label
        rows.append(Written(f"gap-{number}", [()]))
    return rows


def entry_rows(
    entries: Sequence[Interaction], names: Mapping[str, str], today: dt.date, person: str
) -> list[Row]:
    """The interactions on the page of `person` (id), each with its day."""
    return [
        EntryRow(entry, names, today, when=say_day(entry.date, today), page_of=person) for entry in entries
    ]
