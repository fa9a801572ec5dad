"""The trash, floating: what was deleted, to read and to bring back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.text import span
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows


class TrashDialog(Panel, Floating[str | None]):
    """Dismissed with the key of what to bring back, None when one leaves; the cursor begins on row `at`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,T", "leave", "Close", show=False)]
    DEFAULT_CSS = "TrashDialog > Frame { max-width: 98%; max-height: 100%; padding: 1 1 0 1; }"

    def __init__(self, rows: Sequence[Row], told: str, at: str = "") -> None:
        super().__init__()
        self._rows = rows
        self._told = told
        self._at = at

    def compose(self) -> ComposeResult:
        """One list that scrolls, and the keys."""
        with Frame("Trash"):
            yield Rows(id="trash")
            keys = (("enter", "bring back"),) if any(not row.heading for row in self._rows) else ()
            yield KeyLine((*keys_line(*keys, ("esc", "back")), span(self._told, "muted")), classes="foot")

    def on_mount(self) -> None:
        """List what was deleted."""
        rows = self.query_one(Rows)
        rows.set_rows(self._rows)
        if self._at:
            rows.go_to(self._at)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if self.is_current:
            self.dismiss(event.key)

    def action_leave(self) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(None)
