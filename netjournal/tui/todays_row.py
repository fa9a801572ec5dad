"""Today's page as lines: beside the month, as much of it as there is room for; in a dialog, all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.days.words import say_due, say_month, say_near
from netjournal.language.entry_words import say_promised_to, say_who
from netjournal.language.names.shortening import short_name
from netjournal.practice.events import Asking, say_asking
from netjournal.practice.recalling import Recalled
from netjournal.practice.rhythm import STATE_WORDS
from netjournal.practice.suggesting import Hello
from netjournal.practice.today import FIRST_PROMISES, Memory, Promised, Today
from netjournal.tui.text import Line, Span, fit, paragraph, span, width_of, wrap
from netjournal.tui.widgets.row import Row

_KEY = "today"
_BETWEEN = 2
_NAMED = (2, 1)
"""Of how many a promise beside the month names."""

_LOOK_BACK = (Span("v ", "strong"), Span("the week, in three minutes", "text"))
_LATER = (Span("p ", "strong"), Span("has what can wait", "muted"))
_REST = (Span("p ", "strong"), Span("has the rest", "muted"))
_MANY = 4
"""Kinds of things on the page; where there are more, one of each has to do."""

_SOME = 3
"""Things of a kind of which each may have its words, as the three people for a hello have."""

_FEWEST = 2
"""Things of a kind that stay when there is little room."""


class Item(NamedTuple):
    """One thing on the page: the lines it needs, and some that may be left out, the last ones first."""

    lines: Sequence[Line]
    more: Sequence[Line] = ()


Section = tuple[str, list[Item]]


class TodayRow(Row):
    """The whole page as one row; asked for its lines anew when there is another width or `room`."""

    def __init__(self, page: Today, names: Mapping[str, str], today: dt.date, *, room: int | None) -> None:
        super().__init__(_KEY, heading=True)
        self._page = page
        self._names = names
        self._today = today
        self._room = room

    def lines(self, width: int) -> Sequence[Line]:
        """Kinds of things under their names, in at most `room` lines as far as that can be."""
        beside = self._room is not None
        return fitted(sections(self._page, self._names, self._today, width, beside=beside), self._room)


def fitted(sections: Sequence[Section], room: int | None) -> list[Line]:
    """The lines of all sections, an empty one between; first what explains is left out, then what is last."""
    kept = [(title, list(items)) for title, items in sections if items]
    while room is not None and _height(kept) > room and _shorten(kept):
        pass
    lines: list[Line] = []
    ends = [0]
    for title, items in kept:
        lines += [()] if lines else []
        lines.append((span(title, "muted"),))
        for item in items:
            lines += [*item.lines, *item.more]
            ends.append(len(lines))
    if room is None or len(lines) <= room:
        return lines
    end = max(end for end in ends if end < max(1, room))
    return [*lines[:end], *([()] if 0 < end < room - 1 else []), _REST]


def _height(sections: Sequence[Section]) -> int:
    inner = sum(len(item.lines) + len(item.more) for _, items in sections for item in items)
    return inner + 2 * len(sections) - 1


def _shorten(sections: Sequence[Section]) -> bool:
    """Leave out a thing of many, else a line, else a thing; whether there was one to leave out."""
    longest = max((items for _, items in reversed(sections)), key=len)
    if len(longest) > _SOME:
        longest.pop()
        return True
    wordiest = max(len(item.more) for _, items in sections for item in items)
    for _, items in reversed(sections):
        for number, item in reversed(list(enumerate(items))):
            if item.more and len(item.more) == wordiest:
                items[number] = item._replace(more=item.more[:-1])
                return True
    is_crowded = len(sections) > _MANY
    if len(longest) > (1 if is_crowded else _FEWEST):
        longest.pop()
        return True
    return False


def sections(
    page: Today, names: Mapping[str, str], today: dt.date, width: int, *, beside: bool
) -> list[Section]:
    """The kinds of things on the page, each with its name, empty ones too, in lines of `width` cells.

    `beside` the month they tell the key that opens all.
    """
    promises = page.promises[:FIRST_PROMISES] if beside else page.every_promise
    said = [_said(one, names, today, width if beside else None) for one in promises]
    is_short = all(_fits(one, width) for one in said)
    pair: Callable[[str, str], Item] = lambda text, day: Item([_pair(text, day, width)])  # noqa: E731
    return [
        (
            "You promised",
            [
                *(_beside(one, width) if beside else _promise(one, width, is_short=is_short) for one in said),
                *([Item([fit(_LATER, width)])] if beside and page.later else []),
            ],
        ),
        (
            f"After the event{' · b answers' if beside else ''}",
            [_asked(one, names, width) for one in page.asked],
        ),
        ("Birthdays", [pair(one.person.name, say_near(one.day, today)) for one in page.birthdays]),
        ("Introductions", [Item(paragraph(one.words, width)) for one in page.introductions]),
        ("A good week for a hello", [_hello(hello, width) for hello in page.hellos]),
        ("On this day", [_memory(memory, names, width) for memory in page.memories]),
        ("They told you", [_recalled(page.recalled, width, beside=beside)] if page.recalled else []),
        (
            f"The days of a goal are over{' · G' if beside else ''}",
            [Item(paragraph(one.at_its_end, width)) for one in page.goals],
        ),
        ("Looking back", list(_looking_back(page, today, width, beside=beside))),
    ]


def _looking_back(page: Today, today: dt.date, width: int, *, beside: bool) -> Iterator[Item]:
    """The week, and the month; V looks back on the month one stands in, so of the one before p tells."""
    if page.week:
        yield Item([fit(_LOOK_BACK, width)])
    if page.month:
        key = "V " if page.month == today.isoformat()[:7] else "p " if beside else ""
        yield Item([fit((span(key, "strong"), span(f"{say_month(page.month)}, in eight minutes")), width)])


def _said(
    found: Promised, names: Mapping[str, str], today: dt.date, room: int | None = None
) -> tuple[str, str]:
    """What, and to whom if the words do not say it, and by when; whom it is to is told shorter, or not at
    all, where there is no `room` for it on a line.
    """
    text = found.promise.text
    due = say_due(found.promise.due, today) if found.promise.due else ""
    firsts = [short_name(names[id]) for id in found.to]
    for most in (None,) if room is None else _NAMED:
        aside = " · ".join(filter(None, (say_promised_to(text, firsts, most), due)))
        if room is None or width_of((span(aside),)) + _BETWEEN <= room:
            return text, aside
    return text, due


def _fits(said: tuple[str, str], width: int) -> bool:
    text, aside = said
    return width_of((span(text), span(aside))) + _BETWEEN <= width


def _promise(said: tuple[str, str], width: int, *, is_short: bool) -> Item:
    """On one line where all promises are so `is_short`; else whom and when stand below each, nothing cut."""
    text, aside = said
    if is_short or not aside:
        return Item([_pair(text, aside, width)])
    return Item([*paragraph(text, width), *wrap((span(aside, "muted"),), width, indent=2)])


def _beside(said: tuple[str, str], width: int) -> Item:
    """Beside the month: over two lines where it needs them, whom and when at the right of the last one."""
    text, aside = said
    if _fits(said, width):
        return Item([_pair(text, aside, width)])
    margin, right = Span(" " * _BETWEEN, "text"), span(aside, "muted")
    first, *rest = wrap((span(text),), max(1, width - _BETWEEN))
    if len(rest) > 1:
        rest = [fit((part for line in rest for part in (*line, Span(" ", "text"))), max(1, width - _BETWEEN))]
    lines = [first, *((margin, *line) for line in rest)]
    if not aside:
        return Item(lines)
    if width_of((*lines[-1], right)) + _BETWEEN > width:
        lines.append(())
    gap = max(0, width - width_of((*lines[-1], right)))
    return Item([*lines[:-1], (*lines[-1], Span(" " * gap, "text"), right)])


def _asked(asking: Asking, names: Mapping[str, str], width: int) -> Item:
    """The question."""
    return Item(paragraph(say_asking(asking, names), width))


def _hello(hello: Hello, width: int) -> Item:
    """Who and why, then the last note, which may be cut; where it is only time, the last talk."""
    why = hello.last if hello.last and hello.reason in STATE_WORDS.values() else hello.reason
    name, shorter = span(hello.person.name), why.removeprefix("last ")
    together = (name, span(f", {why}", "muted"))
    if width_of(together) > width:
        together = (name, span(f", {shorter}", "muted"))
    is_short = width_of(together) <= width
    aside = ("" if is_short else why, f"“{hello.note}”" if hello.note else "")
    return Item(
        [fit(together if is_short else together[:1], width)],
        [fit((Span("  ", "text"), span(words, "muted")), width) for words in aside if words],
    )


def _memory(memory: Memory, names: Mapping[str, str], width: int) -> Item:
    """The year, who, and the first words."""
    who = (span(f"{say_who(memory.entry, names)}  "),) if memory.entry.people else ()
    return Item([fit((span(f"{memory.when}  ", "muted"), *who, span(memory.words, "muted")), width)])


def _recalled(found: Recalled, width: int, *, beside: bool) -> Item:
    """Who, and what they told."""
    lines = wrap((span(f"{found.person.name}  "), span(found.words, "muted")), width)
    key = fit((Span("  p ", "strong"), Span("knew it, or forgot", "muted")), width)
    return Item(lines, [key] if beside else [])


def _pair(text: str, day: str, width: int) -> Line:
    """A text and its day at the right, on one line."""
    right = span(day, "muted")
    room = max(0, width - width_of((right,)) - _BETWEEN)
    return (*fit((span(text),), room), Span(" " * _BETWEEN, "text"), right)
