"""Today's page, floating: all that there is too little room for beside the month."""

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

KNEW, FORGOT = "knew", "forgot"


class TodayDialog(Panel, Floating[str | None]):
    """Dismissed with the key of the row one chose; None when one leaves, by esc or the key that opened it.

    Where it `asks` whether one knew a detail, it is dismissed with KNEW or FORGOT, said with y or n.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,p,q,enter", "leave", "Close", show=False),
        Binding("y", f"say('{KNEW}')", "Knew it", show=False),
        Binding("n", f"say('{FORGOT}')", "Forgot", show=False),
    ]
    DEFAULT_CSS = """
    TodayDialog { & > Frame { width: 72; max-height: 100%; padding: 0 2; } }
    TodayDialog.-low > Frame { padding: 0 1; }
    """

    def __init__(self, title: str, rows: Sequence[Row], *, asks: bool = False) -> None:
        super().__init__()
        self._asks = asks
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        leads = (("enter", "open"),) if any(not row.heading for row in self._rows) else ()
        asks = (("y", "knew it"), ("n", "forgot")) if self._asks else ()
        with Frame(self._title, *leads, *asks, ("esc", "back")):
            yield Rows(id="todays-page")

    def on_mount(self) -> None:
        """Show the page."""
        self.query_one(Rows).set_rows(self._rows)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if self.is_current:
            self.dismiss(event.key)

    def action_say(self, whether: str) -> None:
        """Close with whether one knew it."""
        if self._asks and self.is_current:
            self.dismiss(whether)

    def action_leave(self) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(None)
