"""A yardstick: an input, and below it a Static that shows thirty other lines after each key."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class StaticApp(App[None]):
    """The least that a list which follows what one types can cost."""

    def compose(self) -> ComposeResult:
        """The two."""
        yield Input()
        yield Static("First line")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(Static).update("\n".join(f"{event.value}{number}" for number in range(30)))


if __name__ == "__main__":
    StaticApp().run()
