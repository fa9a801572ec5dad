"""An event that is over: whom one met there, and what one promised them."""

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


class EveningDialog(Panel, Floating[bool | None]):
    """Rows to read; dismissed with True to go on to the question, None when one steps out.

    `asks` says that there is a question.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
        Binding("enter", "go_on", "Go on", show=False),
    ]
    DEFAULT_CSS = """
    EveningDialog { & > Frame { width: 78; max-height: 100%; padding: 0 2; } }
    EveningDialog.-low > Frame { padding: 0 1; }
    """

    def __init__(self, title: str, rows: Sequence[Row], *, asks: bool) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._asks = asks

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        keys = (("enter", "one question about it"), ("esc", "not now")) if self._asks else (("esc", "back"),)
        with Frame(self._title, *keys):
            yield Rows(id="evening")

    def on_mount(self) -> None:
        """Show the evening."""
        self.query_one(Rows).set_rows(self._rows)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_go_on()

    def action_go_on(self) -> None:
        """Close, and on to the question if there is one."""
        if self.is_current:
            self.dismiss(True if self._asks else None)

    def action_leave(self) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(None)
