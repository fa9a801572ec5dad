"""The sheet for one more thing about a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.errors import JournalError, Unclear
from netjournal.language.noting import NOTABLE, Noted
from netjournal.tui.dialogs.sheet import Sheet
from netjournal.tui.text import Line, Span, span
from netjournal.tui.widgets.key_line import KeyLine, keys_line

_CANDIDATES = 3


class NoteSheet(Sheet[Noted]):
    """As one types it says where it will stand; dismissed with the person as they are then.

    `understand` reads a line, and raises JournalError for one that cannot be kept.
    """

    def __init__(
        self, *, name: str, text: str, understand: Callable[[str], Noted], keep: Callable[[str], None]
    ) -> None:
        super().__init__((Span(" about ", "accent"), span(f"{name} ", "strong")), text, keep)
        self._understand = understand

    def below(self) -> Iterable[Widget]:
        """Where it will stand, the words there are, and the keys."""
        yield Static(id="understood", classes="quiet")
        yield Static(id="words", classes="quiet")
        yield KeyLine(id="keys", classes="quiet")

    def on_mount(self) -> None:
        """Say what can be said."""
        super().on_mount()
        self.line.placeholder = "her sister Mary paints"
        words = " ".join(f"{names[0]}:" for names in NOTABLE.values())
        self.say("words", (span(words, "faint"),))
        self.say("keys", keys_line(("enter", "keep"), ("esc", "keep as draft")))
        self._show()

    @on(Input.Changed, "#line")
    def _changed(self) -> None:
        self._show()

    @on(Input.Submitted, "#line")
    def _entered(self) -> None:
        try:
            found = self._understand(self.line.value)
        except JournalError as error:
            self.say("understood", _problem(error))
        else:
            self.leave(found)

    def _show(self) -> None:
        if not self.line.value.strip():
            hint = "Something they told you, or a word and a colon before it:"
            self.say("understood", (span(hint, "faint"),))
            return
        try:
            found = self._understand(self.line.value)
        except JournalError as error:
            self.say("understood", _problem(error))
        else:
            self.say("understood", (span(f"{NOTABLE[found.key][0]}  ", "muted"), span(found.text, "strong")))


def _problem(error: JournalError) -> Line:
    some = "; ".join(error.candidates[:_CANDIDATES]) if isinstance(error, Unclear) else ""
    return (span(" ".join(part for part in (error.message, some, error.hint) if part), "accent"),)
