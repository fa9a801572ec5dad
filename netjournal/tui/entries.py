"""Entries and people in words: the lines that the lists and pages are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from netjournal.language.entry_words import about, facts, say_tags, say_time, say_who
from netjournal.language.filters.terms import SaidKey
from netjournal.model import Interaction, Reflection
from netjournal.practice.echo import NOT_ANSWERED
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.links import linked, person_link, tag_spans
from netjournal.tui.markdown import markdown
from netjournal.tui.text import Find, Line, Span, paragraph, span, spans, spread, wrap
from netjournal.tui.widgets.row import Row

_INDENT = 2
_SAID: Mapping[str, SaidKey] = {
    "gave": "gave",
    "got": "got",
    "promised": "promise",
    "they promised": "promised",
}

Ranges = Callable[[str, SaidKey | None], Sequence[tuple[int, int]]]
"""Where words stand in a text, told what it is of an entry: `Filter.ranges`."""


class EntryRow(Row):
    """One interaction: who and how, the words, what was given and promised, and the question under it.

    On the page of the person with the id `page_of`, only who else was there is named. Words in the `ranges`
    that are found in a text stand out.
    """

    def __init__(
        self,
        entry: Interaction,
        names: Mapping[str, str],
        today: dt.date,
        *,
        when: str = "",
        page_of: str = "",
        ranges: Ranges | None = None,
    ) -> None:
        super().__init__(entry.id)
        self._entry = entry
        self._names = names
        self._today = today
        self._when = when
        self._page_of = page_of
        self._ranges = ranges
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
        lines = self._head(width)
        if entry.text:
            lines += linked(self._text(width), entry, self._names)
        for label, text in facts(entry, self._today):
            found = spans(text, find=self._find(_SAID.get(label)) if label in _SAID else None)
            lines += wrap((span(f"{label}  ", "muted"), *found), width, indent=_INDENT)
        if entry.reflection is not None and entry.reflection.status != "skipped":
            lines += reflection_lines(entry.reflection, width, hang=_INDENT, find=self._find("reflection"))
        return [*lines, ()]

    def _head(self, width: int) -> list[Line]:
        return spread(self._title(), self._about(), width)

    def _find(self, key: SaidKey | None = None) -> Find | None:
        ranges = self._ranges
        return None if ranges is None else lambda text: ranges(text, key)

    def _about(self) -> Line:
        """The same as `about_line`, with the words in the place and the tags standing out."""
        entry = self._entry
        if self._ranges is None:
            return about_line(entry)
        own = (entry.place, say_tags(entry.tags))
        parts = (spans(part, "muted", self._find("at") if part in own else None) for part in about(entry))
        dot = Span(" · ", "muted")
        return tuple(piece for number, part in enumerate(parts) for piece in ((dot,) * (number > 0) + part))

    def _title(self) -> Line:
        entry = self._entry
        when = "  ".join(part for part in (self._when, say_time(entry)) if part)
        if self._page_of:
            others = self._people(id for id in entry.people if id != self._page_of)
            return (span(when, "strong"), *((Span("  with ", "muted"), *others) if others else ()))
        who = self._people(entry.people) or (span(say_who(entry, self._names), "strong"),)
        return (*((span(f"{when}  ", "muted"),) if when else ()), *who)

    def _people(self, ids: Iterable[str]) -> Line:
        """The names one after the other, each leading to their page."""
        people: list[Span] = []
        for id in ids:
            people += [Span(", ", "strong")] if people else []
            name = spans(self._names[id], "strong", self._find())
            people += [part._replace(to=person_link(id)) for part in name]
        return tuple(people)

    def _text(self, width: int) -> list[Line]:
        """What was written: several lines as Markdown, plainly where words are looked for in it."""
        text = self._entry.text
        if "\n" in text.strip() and self._ranges is None:
            return markdown(text, width, indent=_INDENT)
        return paragraph(text, width, indent=_INDENT, find=self._find())


def about_line(entry: Interaction) -> Line:
    """Channel, place and tags on one line, muted; nothing where there is nothing."""
    parts = about(replace(entry, tags=()))
    words = (span(" · ".join(parts), "muted"),) if parts else ()
    tags = tag_spans(entry.tags)
    return (*words, *((Span(" · ", "muted"),) if words and tags else ()), *tags)


def reflection_lines(
    reflection: Reflection, width: int, *, hang: int = 0, with_theme: bool = True, find: Find | None = None
) -> list[Line]:
    """The theme and the question; under them, `hang` cells in, the answer with its rating at the right."""
    theme = (span(f"{DIMENSION_NAMES[reflection.dimension]}  ", "accent"),) if with_theme else ()
    lines = wrap((*theme, *spans(reflection.question, "muted", find)), width, indent=_INDENT)
    if reflection.status == "asked":
        return [*lines, *wrap((Span(NOT_ANSWERED, "faint"),), width, indent=_INDENT + hang)]
    aside = ["for you alone"] if reflection.private else []
    aside += [f"{reflection.rating}/5"] if reflection.rating else []
    rated = (span(" · ".join(aside), "muted"),) if aside else ()
    words, indent = reflection.answer, _INDENT + hang
    answer = paragraph(words, width - 5, indent=indent, find=find) if words else [()]
    return [*lines, *answer[:-1], *spread(answer[-1], rated, width)]
