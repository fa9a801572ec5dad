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
from netjournal.tui.text import span, wrap
from netjournal.tui.widgets.row import Written
from netjournal.tui.widgets.rows import Rows


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
        """A line or two for each."""
        width = max(20, min(78, self.app.size.width - 8))
        rows = [
            Written(
                one.id,
                wrap((span(f"{DIMENSION_NAMES[one.dimension]}  ", "accent"), span(one.text)), width),
                heading=False,
            )
            for one in self._prompts
        ]
        self.query_one(Rows).set_rows(rows)

    def action_leave(self) -> None:
        """Step out."""
        if self.is_current:
            self.dismiss(None)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if self.is_current:
            self.dismiss(event.key)
