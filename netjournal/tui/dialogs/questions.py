"""Another question for an answer: one of each theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from netjournal.practice.prompts import Prompt
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.tui.text import show_line, span, wrap
from netjournal.tui.widgets.row import Written
from netjournal.tui.widgets.rows import Rows


class QuestionsDialog(ModalScreen[str | None]):
    """Dismissed with the id of the question chosen; None when one steps out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", show=False)]
    DEFAULT_CSS = """
    QuestionsDialog {
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
    }
    """

    def __init__(self, prompts: Sequence[Prompt]) -> None:
        super().__init__()
        self._prompts = prompts

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical() as frame:
            frame.border_title = show_line((span(" to another question "),))
            frame.border_subtitle = show_line((span("enter ", "strong"), span("move   "), span("esc back")))
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
