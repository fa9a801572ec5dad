"""Another question for an answer: one of each theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.practice.prompts import Prompt
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.text import Line, span, wrap
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows


class _QuestionRow(Row):
    """A question after the name of its theme."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(prompt.id)
        self._prompt = prompt

    def lines(self, width: int) -> Sequence[Line]:
        """A line or two."""
        theme = span(f"{DIMENSION_NAMES[self._prompt.dimension]}  ", "accent")
        return wrap((theme, span(self._prompt.text)), width)


class QuestionsDialog(Floating[str | None]):
    """Dismissed with the id of the question chosen; None when one steps out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", show=False)]

    def __init__(self, prompts: Sequence[Prompt]) -> None:
        super().__init__()
        self._prompts = prompts

    def compose(self) -> ComposeResult:
        """One list."""
        with Frame("To another question", ("enter", "move"), ("esc", "back")):
            yield Rows(id="questions")

    def on_mount(self) -> None:
        """One row each."""
        self.query_one(Rows).set_rows(list(map(_QuestionRow, self._prompts)))

    def action_leave(self) -> None:
        """Step out."""
        if self.is_current:
            self.dismiss(None)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if self.is_current:
            self.dismiss(event.key)
