"""An event that is over, where nothing is asked about it: whom one met there, and what one promised them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows


class EveningDialog(Panel, Floating[None]):
    """Rows to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
    ]
    DEFAULT_CSS = """
    EveningDialog { & > Frame { width: 78; max-height: 100%; padding: 0 2; } }
    EveningDialog.-low > Frame { padding: 0 1; }
    """

    def __init__(self, title: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        with Frame(self._title, ("esc", "back")):
            yield Rows(id="evening")

    def on_mount(self) -> None:
        """Show the evening."""
        self.query_one(Rows).set_rows(self._rows)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(None)
