"""Entries and people in words: the lines that the lists and pages are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from netjournal.language.entry_words import about, facts, say_who
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import DIMENSION_NAMES
from netjournal.practice.echo import NOT_ANSWERED
from netjournal.tui.links import linked, person_link, tag_spans
from netjournal.tui.markdown import markdown
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

    def guess(self, width: int) -> int:
        """By the length of its texts, as if each line were full."""
        entry, room = self._entry, max(1, width - _INDENT)
        height = 2 + -(-len(entry.text) // room) + entry.text.count("\n") + len(entry.promises)
        height += len(entry.gave) + len(entry.got)
        height += 1 if entry.mood is not None or entry.energy is not None else 0
        if entry.reflection is not None and entry.reflection.status != "skipped":
            height += 2 + len(entry.reflection.answer) // room
        return height

    def _write(self, width: int) -> Sequence[Line]:
        entry = self._entry
        lines = spread(self._title(), about_line(entry), width)
        if entry.text:
            write = markdown if "\n" in entry.text.strip() else paragraph
            lines += linked(write(entry.text, width, indent=_INDENT), entry, self._names)
        lines += _fact_lines(entry, self._today, width)
        if entry.reflection is not None and entry.reflection.status != "skipped":
            lines += reflection_lines(entry.reflection, width, hang=_INDENT)
        return [*lines, ()]

    def _title(self) -> Line:
        entry = self._entry
        clock = f"{entry.at:%H:%M}" if entry.at else ""
        when = "  ".join(part for part in (self._when, clock) if part)
        if self._page_of:
            others = self._people(id for id in entry.people if id != self._page_of)
            return (span(when, "strong"), *((Span("  with ", "muted"), *others) if others else ()))
        who = self._people(entry.people) or (span(say_who(entry, self._names), "strong"),)
        return (*((span(f"{when}  ", "muted"),) if when else ()), *who)

    def _people(self, ids: Iterable[str]) -> Line:
        """The names one after the other, each leading to their page."""
        spans: list[Span] = []
        for id in ids:
            name = span(self._names[id], "strong")._replace(to=person_link(id))
            spans += [Span(", ", "strong"), name] if spans else [name]
        return tuple(spans)


def about_line(entry: Interaction) -> Line:
    """Channel, place and tags on one line, muted; nothing where there is nothing."""
    parts = about(replace(entry, tags=()))
    words = (span(" · ".join(parts), "muted"),) if parts else ()
    tags = tag_spans(entry.tags)
    return (*words, *((Span(" · ", "muted"),) if words and tags else ()), *tags)


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
