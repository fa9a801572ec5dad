"""What dialogs that float in the middle have in common: the frame, and the keys in it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from netjournal.tui.dialogs.over import Over
from netjournal.tui.text import Line, Span, show_line, span, width_of

R = TypeVar("R")

_BETWEEN = 2
_BREAK = Span("\n", "text")
_EDGES = 2
"""Cells of the border at both ends that its text leaves free."""

Keys = tuple[tuple[str, str], ...]
"""Keys, each with what it does."""


class Frame(Vertical):
    """A title in the border above; the keys in the one below, or over as many lines as they take where that
    is too narrow.
    """

    DEFAULT_CSS = """
    Frame { & > .keys { dock: bottom; height: auto; display: none; } }
    """

    def __init__(self, title: str, *keys: tuple[str, str]) -> None:
        super().__init__()
        self.border_title = show_line((span(title),))
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys, below what is put in the frame."""
        yield Static(classes="keys")

    def on_resize(self) -> None:
        """The keys stand where they fit."""
        lines = _in_lines(self._keys, self.size.width)
        is_short = len(lines) == 1 and width_of(lines[0]) <= self.size.width - _EDGES
        self.border_subtitle = show_line(lines[0] if is_short else ())
        below = self.query_one(".keys", Static)
        below.display = not is_short
        if not is_short:
            parts = [part for line in lines for part in (_BREAK, *line)]
            below.update(show_line(parts[1:]))


class Floating(Over[R]):
    """A dialog in the middle of the screen, which is seen behind it; its list scrolls in the frame."""

    DEFAULT_CSS = """
    Floating {
        align: center middle;
        background: $background 60%;
        & > Vertical {
            width: 84;
            max-width: 96%;
            height: auto;
            max-height: 98%;
            background: $panel;
            padding: 0 1;
            border: round $primary 40%;
            border-title-color: $text-accent;
            border-subtitle-color: $text-muted;
        }
        & Rows { height: auto; max-height: 100%; scrollbar-background: $panel; }
        &.-tiny > Vertical { padding: 0; }
        & .foot { dock: bottom; height: auto; padding: 0 1; color: $text-muted; }
    }
    """


def _in_lines(keys: Keys, width: int) -> list[Line]:
    """The keys on as few lines as they take; none is cut in two."""
    lines: list[list[Span]] = [[]]
    for key, does in keys:
        piece = (span(f"{key} ", "strong"), span(does, "muted"))
        if lines[-1] and width_of(lines[-1]) + _BETWEEN + width_of(piece) > width:
            lines.append([])
        gap = [Span(" " * _BETWEEN, "text")] if lines[-1] else []
        lines[-1] += [*gap, *piece]
    return [tuple(line) for line in lines]
