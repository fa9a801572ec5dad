"""The bar in which one says which entries to see, and below it what was understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from netjournal.errors import Mistaken
from netjournal.language.filters.meaning import Filter
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.text import Line, Span, show_line, span, width_of
from netjournal.tui.widgets.editors import LineEditor

REST = 0.4
"""Seconds without a key after which the last term counts as typed, and a mistake in it is told."""

_HINT = "lunch  #food  @grace  via:call  from:2026-01  mood<3  -#work  a or b"


class FilterBar(Vertical):
    """Not there until it is called; says `Changed` at every key that makes another filter of what is typed.

    What cannot be understood is marked at its place, in the last term once typing is at rest, and the last
    filter stays. Enter leaves the bar standing
    and says `Left`; escape empties it first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "Everything again", show=False)]
    DEFAULT_CSS = """
    FilterBar {
        height: auto;
        display: none;
        margin-bottom: 1;
        padding-left: 2;
        max-width: 78;
        &.-open { display: block; }
        & Static { height: auto; color: $text-muted; padding: 0 1; }
    }
    """

    class Changed(Message):
        """Another filter is meant."""

        def __init__(self, filter: Filter) -> None:
            super().__init__()
            self.filter = filter

    class Left(Message):
        """One is done with the bar."""

    def __init__(self, clock: Callable[[], dt.datetime], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._clock = clock
        self.filter = Filter()
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line, and what was understood."""
        yield LineEditor(placeholder=_HINT, compact=True, select_on_focus=False)
        yield Static()

    @property
    def line(self) -> Input:
        """Where one types."""
        return self.query_one(Input)

    @property
    def has_words(self) -> bool:
        """Whether something is left out."""
        return not self.filter.is_empty

    def call(self) -> None:
        """Open it, with what was typed in it the last time."""
        self.add_class("-open")
        self.line.focus()
        self._say(self._words())

    def put(self, text: str) -> None:
        """Mean what `text` says, as if it had been typed; nothing for an empty one."""
        with self.line.prevent(Input.Changed):
            self.line.value = text
        self._mean(self._read(text, typing=True))
        self.set_class(self.has_words, "-open")
        self._say(self._words())

    def clear(self) -> None:
        """Let everything be seen again."""
        with self.line.prevent(Input.Changed):
            self.line.value = ""
        self.remove_class("-open")
        self._mean(Filter())

    def action_give_up(self) -> None:
        """Let everything be seen again, and leave."""
        self.clear()
        self.post_message(self.Left())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        try:
            self._mean(self._read(event.value, typing=True))
            self._say(self._words())
        except Mistaken as mistake:
            self._mark(mistake)
        self._stop_resting()
        self._resting = self.set_timer(REST, self._check)

    def _check(self) -> None:
        """Typing is at rest: the last term should make sense by now."""
        try:
            self._read(self.line.value)
        except Mistaken as mistake:
            self._mark(mistake)

    def _stop_resting(self) -> None:
        if self._resting is not None:
            self._resting.stop()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._stop_resting()
        try:
            self._mean(self._read(event.value))
        except Mistaken as mistake:
            self._mark(mistake)
            return
        self._say(self._words())
        self.set_class(self.has_words, "-open")
        self.post_message(self.Left())

    def _read(self, text: str, *, typing: bool = False) -> Filter:
        from netjournal.language.filters.syntax import parse_filter

        return parse_filter(text, self._clock(), DIMENSION_NAMES, typing=typing)

    def _mean(self, filter: Filter) -> None:
        if filter != self.filter:
            self.filter = filter
            self.post_message(self.Changed(filter))

    def _words(self) -> Line:
        from netjournal.language.filters.words import describe

        said = describe(self.filter, DIMENSION_NAMES)
        return (span(f"Only {said}", "muted"),) if said else (Span("Everything", "faint"),)

    def _mark(self, mistake: Mistaken) -> None:
        """Point to the mistake where it stands, if it is in sight, and say what it is."""
        value = self.line.value
        before = width_of((span(value[: mistake.start]),))
        size = max(1, width_of((span(value[mistake.start : mistake.end]),)))
        in_sight = before + size < self.line.size.width
        place = (span(" " * before + "^" * size, "accent"), Span("\n", "accent")) if in_sight else ()
        self._say((*place, span(f"{mistake.message} {mistake.hint}".strip(), "accent")))

    def _say(self, words: Line) -> None:
        self.query_one(Static).update(show_line(words))
