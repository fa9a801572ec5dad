"""Beside the month: what one promised with a day to it, what is coming, and who might enjoy a hello."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from netjournal.language.day_words import say_due, say_near
from netjournal.model import Acquaintance, Birthday
from netjournal.practice.introductions import reminders
from netjournal.practice.rhythm import STATE_WORDS
from netjournal.practice.suggesting import Hello
from netjournal.store.journal import Journal
from netjournal.store.reading import Snapshot
from netjournal.tui.text import Line, Span, fit, paragraph, span, width_of
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import MARGIN

SIDE = 36
"""Cells that the side takes."""

_ROOM = SIDE - MARGIN
_SOON = 14
_MOST = 4
_PROMISES = 5


def side_rows(journal: Journal, snapshot: Snapshot, hellos: Sequence[Hello], today: dt.date) -> list[Row]:
    """What stands there today, nothing where there is nothing; those at rest are not brought up."""
    awake = {person.id: person for person in snapshot.people if not person.rest}
    resting = {person.id for person in snapshot.people if person.rest}
    lines: list[Line] = []
    for title, said in (
        ("You promised", _promised(journal, resting, today)),
        ("Birthdays", _birthdays(awake.values(), today)),
        ("Introductions", _introduced(journal, awake, today)),
        ("A good week for a hello", [line for hello in hellos for line in _hello(hello)]),
    ):
        if said:
            lines += [(Span(title, "muted"),), *said, ()]
    return [Written("side", lines)] if lines else []


def _promised(journal: Journal, resting: set[str], today: dt.date) -> list[Line]:
    open_ones = [
        found
        for found in journal.promises(limit=_PROMISES, by="me")
        if resting.isdisjoint(found.interaction.people)
    ]
    names = journal.names({id for found in open_ones for id in found.interaction.people[:1]})
    lines: list[Line] = []
    for found in open_ones:
        whom = [names[id].partition(" ")[0] for id in found.interaction.people[:1]]
        due = [say_due(found.promise.due, today)] if found.promise.due else []
        lines.append(_pair(found.promise.text, " · ".join([*whom, *due])))
    return lines


def _birthdays(people: Iterable[Acquaintance], today: dt.date) -> list[Line]:
    until = today + dt.timedelta(days=_SOON)
    coming = sorted(
        (day, person.name)
        for person in people
        if person.birthday and (day := Birthday.parse(person.birthday).next_after(today)) <= until
    )
    return [_pair(name, say_near(day, today)) for day, name in coming[:_MOST]]


def _introduced(journal: Journal, awake: dict[str, Acquaintance], today: dt.date) -> list[Line]:
    made = journal.introductions()
    names = {id: awake[id].name for one in made for id in one.everyone if id in awake}
    return [line for one in reminders(made, names, today)[:_MOST] for line in paragraph(one.words, _ROOM)]


def _hello(hello: Hello) -> Iterator[Line]:
    """Who and why, on one line if there is room, then the last note; where it is only time, the last talk."""
    why = hello.last if hello.last and hello.reason in STATE_WORDS.values() else hello.reason
    together = (span(hello.person.name), span(f", {why}", "muted"))
    is_short = width_of(together) <= _ROOM
    yield fit(together if is_short else together[:1], _ROOM)
    for words in ("" if is_short else why, f"“{hello.note}”" if hello.note else ""):
        if words:
            yield fit((Span("  ", "text"), span(words, "muted")), _ROOM)


def _pair(text: str, day: str) -> Line:
    """A text and its day at the right, on one line."""
    right = span(day, "muted")
    room = _ROOM - width_of((right,)) - MARGIN
    return (*fit((span(text),), room), Span(" " * MARGIN, "text"), right)
