"""A person's page in words: what one reads for a minute before meeting them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain

from netjournal.language.day_words import say_day, say_month
from netjournal.language.entry_words import say_last_time, say_promise, say_tags
from netjournal.model import Contact, Interaction
from netjournal.practice.echo import say_noted
from netjournal.tui.entries import EntryRow
from netjournal.tui.text import Line, Span, paragraph, span, spread, wrap
from netjournal.tui.widgets.row import Row

_LABEL = 14


class PersonHead(Row):
    """The top of the page: who this is, the last talk and the note on it, what is between us, then facts.

    `entries` are the newest interactions, newest first; lines that have nothing in them are not there.
    `rhythm` is the rhythm in words, with the day of the next hello.
    """

    def __init__(
        self,
        contact: Contact,
        entries: Sequence[Interaction],
        names: Mapping[str, str],
        now: dt.datetime,
        rhythm: str = "",
    ) -> None:
        super().__init__("head", heading=True)
        self._contact = contact
        self._entries = entries
        self._names = names
        self._rhythm = rhythm
        self._now = now
        self._today = now.date()

    def lines(self, width: int) -> Sequence[Line]:
        """The whole head, and an empty line after it."""
        parts = (self._who, self._last_time, self._between, self._told, self._facts)
        written = [lines for part in parts if (lines := part(width))]
        return list(chain.from_iterable((*lines, ()) for lines in written))

    def _who(self, width: int) -> list[Line]:
        person = self._contact
        work = ", ".join(part for part in (person.role, person.organisation or person.field) if part)
        there = " · ".join(part for part in (work, person.place, _clock(person.zone, self._now)) if part)
        lines = spread((span(person.name, "strong"),), (span(there, "muted"),) if there else (), width)
        aka = [", ".join(person.nicknames)] if person.nicknames else []
        aka += [say_tags(person.tags)]
        aka += [_met(person, self._names, self._today)]
        known = " · ".join(part for part in aka if part)
        return lines + (wrap((span(known, "muted"),), width) if known else [])

    def _last_time(self, width: int) -> list[Line]:
        last = next(iter(self._entries), None)
        if last is None:
            return [(Span("Nothing written about them yet. l logs a line.", "faint"),)]
        title = say_last_time(last, self._contact.id, self._names, self._today)
        lines = [*wrap((span(title, "accent"),), width), *paragraph(last.text, width, indent=2)]
        label, colon, noted = say_noted(self._entries).partition(": ")
        return (
            lines + wrap((Span(f"{label}{colon}", "muted"), span(noted)), width, indent=2) if noted else lines
        )

    def _between(self, width: int) -> list[Line]:
        said = [
            f"{'you promised' if promise.by == 'me' else 'promised you'}: {say_promise(promise, self._today)}"
            for entry in self._entries
            for promise in entry.promises
            if promise.kept is None
        ]
        return _labelled("Between you", said, width)

    def _told(self, width: int) -> list[Line]:
        person = self._contact
        lines = [*paragraph(person.about, width), ()] if person.about else []
        lines += _labelled("Told you", person.details, width)
        lines += _labelled("Working on", person.needs, width)
        lines += _labelled("Could offer", person.offers, width)
        return lines[:-1] if lines[-1:] == [()] else lines

    def _facts(self, width: int) -> list[Line]:
        person = self._contact
        lines: list[Line] = []
        if person.born is not None:
            day = person.born.next_after(self._today)
            age = f" ({day.year - person.born.year})" if person.born.year else ""
            lines += _labelled("Birthday", [f"{say_day(day, self._today)}{age}"], width)
        lines += _labelled("Rhythm", [self._rhythm] if self._rhythm else [], width)
        for label, values in (("Write", person.emails), ("Call", person.phones), ("See", person.links)):
            lines += _labelled(label, [", ".join(values)] if values else [], width)
        return lines


def entry_rows(entries: Sequence[Interaction], names: Mapping[str, str], today: dt.date) -> list[Row]:
    """The interactions of a page, each with its day."""
    return [EntryRow(entry, names, today, when=say_day(entry.date, today)) for entry in entries]


def _labelled(label: str, texts: Sequence[str], width: int) -> list[Line]:
    """A label at the left and the texts in a column beside it."""
    lines: list[Line] = []
    for number, text in enumerate(texts):
        name = Span(f"{label if number == 0 else '':<{_LABEL}}", "muted")
        first, *rest = paragraph(text, max(8, width - _LABEL))
        lines += [(name, *first), *((Span(" " * _LABEL, "text"), *line) for line in rest)]
    return lines


def _met(person: Contact, names: Mapping[str, str], today: dt.date) -> str:
    if person.met is None:
        return ""
    day = f" {say_month(person.met.date.isoformat()[:7])}" if person.met.date else ""
    through = f" through {names[person.met.through]}" if person.met.through in names else ""
    place = f" at {person.met.place}" if person.met.place else ""
    return f"met{day}{place}{through}" if day or place or through else ""


def _clock(zone: str, now: dt.datetime) -> str:
    """``21:40 there``; empty without a zone or with one that nobody knows."""
    if not zone:
        return ""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return f"{now.astimezone(ZoneInfo(zone)):%H:%M} there"
    except (ZoneInfoNotFoundError, ValueError):
        return ""
