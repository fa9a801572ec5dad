"""The line above the screen and the line below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from textual.app import RenderResult
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from netjournal.language.days.words import say_date_long, say_day
from netjournal.tui.commands import Command, Where, key_name
from netjournal.tui.text import Line, Span, fit, show_line, span, width_of

PLACES: tuple[tuple[Where, str], ...] = (
    ("contacts", "Contacts"),
    ("timeline", "Timeline"),
    ("reflections", "Reflections"),
)


_GAP = "   "


class TopBar(Widget):
    """Where one is, the three screens with their keys, and today; at an `event`, its name too."""

    DEFAULT_CSS = """
    TopBar { height: 1; dock: top; padding: 0 1; margin-bottom: 1; }
    """

    today: reactive[dt.date | None] = reactive(None)
    event: reactive[str] = reactive("")
    is_discreet: reactive[bool] = reactive(False)

    def __init__(self, here: Where) -> None:
        super().__init__()
        self._here = here
        self._reach: list[tuple[int, Where]] = []

    def render(self) -> RenderResult:
        """One line; the name goes first where it is narrow, then the date is said shorter."""
        width = self.size.width
        places: list[Span] = []
        self._reach = []
        title = (Span("netjournal", "accent"), Span("    ", "text")) if width >= 60 else ()
        for number, (where, name) in enumerate(PLACES, 1):
            places.append(span(f"{number} ", "strong"))
            places.append(span(name, "here" if where == self._here else "muted"))
            self._reach.append((width_of(title) + width_of(places), where))
            places.append(Span("   " if width >= 60 else "  ", "text"))
        left = (*title, *places[:-1])
        right: Line = ()
        for words in self._asides():
            if width_of(left) + width_of(words) < width:
                right = words
                break
        hidden = (Span("names hidden", "accent"), Span("   ", "text"))
        if self.is_discreet and width_of(left) + width_of(hidden) + width_of(right) < width:
            right = (*hidden, *right)
        elif self.is_discreet:
            right = hidden[:1]
        gap = width - width_of(left) - width_of(right)
        return show_line(fit((*left, Span(" " * max(0, gap), "text"), *right), width))

    def _asides(self) -> Iterator[Line]:
        """What may stand at the right, the longest first."""
        dates = [] if self.today is None else [say_date_long(self.today), say_day(self.today, self.today)]
        if self.event:
            at = (span(f"at {self.event}", "accent"),)
            yield from ((*at, span(f" · {date}", "muted")) for date in dates)
            yield at
        yield from ((span(date, "muted"),) for date in dates)

    async def on_click(self, event: Click) -> None:
        """A click on a name goes there."""
        for end, where in self._reach:
            if event.x - 1 < end:
                await self.run_action(f"app.show_mode('{where}')")
                return


class KeyBar(Widget):
    """The keys that matter here, as many as fit."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; padding: 0 1; margin-top: 1; }
    """

    commands: reactive[Sequence[Command]] = reactive(())

    def render(self) -> RenderResult:
        """One line; what does not fit is left to the help, which comes last and always."""
        pieces = [_piece(command) for command in self.commands]
        room = self.size.width - sum(map(width_of, pieces[-1:]))
        spans: list[Span] = []
        for piece in pieces[:-1]:
            if width_of(spans) + width_of(piece) + len(_GAP) <= room:
                spans += (*piece, Span(_GAP, "text"))
        return show_line((*spans, *(part for piece in pieces[-1:] for part in piece)))


def _piece(command: Command) -> Line:
    """``l log``; where one word stands for several keys they are in it: ``[ ] month``."""
    *keys, word = command.short.split(" ")
    return (span(" ".join(keys) or key_name(command.keys[0]), "strong"), span(f" {word}", "muted"))
