"""What stands on the screen before the first line is written."""

from __future__ import annotations

from collections.abc import Sequence

from netjournal.tui.text import Line, Span, Style, span, wrap
from netjournal.tui.widgets.row import Row


class Welcome(Row):
    """One screen that says what to type; no forms."""

    def __init__(self) -> None:
        super().__init__("welcome", heading=True)

    def lines(self, width: int) -> Sequence[Line]:
        """A greeting, an example, and where else one may go."""
        lines: list[Line] = [(Span("Good to have you here.", "strong"),), ()]
        for style, text, indent in _TEXT:
            lines += wrap((span(text, style),), width, indent=indent) if text else [()]
        return lines


_TEXT: tuple[tuple[Style, str, int], ...] = (
    ("text", "Type l and tell it about the last person you talked to, the way you would tell a friend:", 0),
    ("text", "", 0),
    ("accent", 'yesterday: coffee with @"Ana Silva", she is looking for a sailmaker #boats', 4),
    ("text", "", 0),
    (
        "text",
        "It keeps the talk, the day and the person, and asks you one question. That is all there is to it.",
        0,
    ),
    ("text", "", 0),
    ("muted", "Write what they would not mind reading over your shoulder. Nothing leaves this machine.", 0),
    ("text", "", 0),
    ("muted", "Just looking? Leave with q, then try: netjournal demo", 0),
    ("muted", "? shows every key.", 0),
)
