"""Entries and people in words: the lines that the lists and pages are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from netjournal.language.entry_words import about, facts, say_who
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import DIMENSION_NAMES
from netjournal.practice.echo import NOT_ANSWERED
from netjournal.tui.text import Line, Span, paragraph, span, spread, wrap
from netjournal.tui.widgets.row import Row

_INDENT = 2


class EntryRow(Row):
    """One interaction: who and how, the words, what was given and promised, and the question under it.

    On the page of the person with the id `page_of`, only who else was there is named.
    """

    def __init__(
        self,
        entry: Interaction,
        names: Mapping[str, str],
        today: dt.date,
        *,
        when: str = "",
        page_of: str = "",
    ) -> None:
        super().__init__(entry.id)
        self._entry = entry
        self._names = names
        self._today = today
        self._when = when
        self._page_of = page_of
        self._written: tuple[int, Sequence[Line]] = (0, ())

    def lines(self, width: int) -> Sequence[Line]:
        """Title, words, facts, reflection, and an empty line after them; kept for the next time."""
        if self._written[0] != width:
            self._written = width, self._write(width)
        return self._written[1]

    def _write(self, width: int) -> Sequence[Line]:
        entry = self._entry
        lines = spread(self._title(), about_line(entry), width)
        if entry.text:
            lines += paragraph(entry.text, width, indent=_INDENT)
        lines += _fact_lines(entry, self._today, width)
        if entry.reflection is not None and entry.reflection.status != "skipped":
            lines += reflection_lines(entry.reflection, width, hang=_INDENT)
        return [*lines, ()]

    def _title(self) -> Line:
        entry = self._entry
        clock = f"{entry.at:%H:%M}" if entry.at else ""
        when = "  ".join(part for part in (self._when, clock) if part)
        if self._page_of:
            others = ", ".join(self._names[id] for id in entry.people if id != self._page_of)
            company = (Span("  with ", "muted"), span(others, "strong")) if others else ()
            return (span(when, "strong"), *company)
        return (*((span(f"{when}  ", "muted"),) if when else ()), span(say_who(entry, self._names), "strong"))


def about_line(entry: Interaction) -> Line:
    """Channel, place and tags on one line, muted; nothing where there is nothing."""
    parts = about(entry)
    return (span(" · ".join(parts), "muted"),) if parts else ()


def reflection_lines(
    reflection: Reflection, width: int, *, hang: int = 0, with_theme: bool = True
) -> list[Line]:
    """The theme and the question; under them, `hang` cells in, the answer with its rating at the right."""
    theme = (span(f"{DIMENSION_NAMES[reflection.dimension]}  ", "accent"),) if with_theme else ()
    lines = wrap((*theme, span(reflection.question, "muted")), width, indent=_INDENT)
    if reflection.status == "asked":
        return [*lines, *wrap((Span(NOT_ANSWERED, "faint"),), width, indent=_INDENT + hang)]
    rated = (span(f"{reflection.rating}/5", "muted"),) if reflection.rating else ()
    answer = paragraph(reflection.answer, width - 5, indent=_INDENT + hang) if reflection.answer else [()]
    return [*lines, *answer[:-1], *spread(answer[-1], rated, width)]


def _fact_lines(entry: Interaction, today: dt.date, width: int) -> list[Line]:
    lines: list[Line] = []
    for label, text in facts(entry, today):
        lines += wrap((Span(f"{label}  ", "muted"), span(text)), width, indent=_INDENT)
    return lines
