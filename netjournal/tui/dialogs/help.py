"""All keys of the screen one is on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.practice.never import NEVER, TITLE
from netjournal.tui.commands import Command, key_name
from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.text import Line, Span, span, wrap
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows

_KEYS = 10
_WRITING = (
    ("yesterday: …", "when it was: a day, a date, “3 days ago”, “fri 3pm”"),
    ("Grace", "people you know are found in what you write"),
    ('@"Ada Obi"', "names someone outright, and writes them down if they are new"),
    ("#food", "a tag; #work:hiring is one below another"),
    ("at: via: gave: got:", "a place, a channel, what you gave and got; quotes hold several words"),
    ("promise: promised:", "what you will do, what they will do; “by friday” at its end"),
    ("mood: energy:", "1 to 5"),
    ("\\Will", "stays a plain word"),
)


class HelpDialog(Panel, Floating[None]):
    """The keys, then how to write a line, and what the journal will never do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "leave", "Close", show=False),
    ]
    DEFAULT_CSS = "HelpDialog > Frame { width: 76; max-height: 90%; padding: 1; }"

    def __init__(self, title: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._title = title
        self._commands = commands

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        with Frame(self._title):
            yield Rows(id="help")

    def on_mount(self) -> None:
        """List the keys."""
        self.query_one(Rows).set_rows([*map(CommandRow, self._commands), HelpText(), NeverRow()])

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


class HelpText(Row):
    """How to write a line."""

    def __init__(self) -> None:
        super().__init__("writing", heading=True)

    def lines(self, width: int) -> Sequence[Line]:
        """Two columns."""
        lines: list[Line] = [(), (Span("In a line", "accent"),)]
        for written, means in _WRITING:
            lines.append((span(written, "strong"),))
            lines += wrap((span(means, "muted"),), width, indent=2)
        return lines


class NeverRow(Row):
    """What the journal will never do."""

    def __init__(self) -> None:
        super().__init__("never", heading=True)

    def lines(self, width: int) -> Sequence[Line]:
        """A sentence a line."""
        lines: list[Line] = [(), (Span(TITLE, "accent"),)]
        for sentence in NEVER:
            lines += wrap((span(sentence, "muted"),), width, indent=2)
        return lines


class CommandRow(Row):
    """A command's keys, and what it does beside them."""

    def __init__(self, command: Command) -> None:
        super().__init__(command.id, heading=True)
        self._command = command

    def lines(self, width: int) -> Sequence[Line]:
        """As many lines as the words need, below one another."""
        keys = " ".join(key_name(key) for key in self._command.keys)
        first, *rest = wrap((span(self._command.help),), max(1, width - _KEYS))
        margin = Span(" " * _KEYS, "text")
        return [(span(f"{keys:<{_KEYS}}", "strong"), *first), *((margin, *line) for line in rest)]
