"""A yardstick: header, list and footer, with nothing in them; q leaves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, OptionList


class EmptyApp(App[None]):
    """What any app made with Textual costs."""

    TITLE = "Nothing in it"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Leave")]

    def compose(self) -> ComposeResult:
        """The three."""
        yield Header()
        yield OptionList("First line")
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
