"""A yardstick: a screen of words, all others after m; l asks for a line, and enter for another one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

_LINES = 34


class Asking(ModalScreen[bool]):
    """A question with a line below it, at the bottom of the screen."""

    DEFAULT_CSS = """
    Asking { align-vertical: bottom; & Vertical { height: auto; } }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The two."""
        with Vertical():
            yield Static(self._question)
            yield Input()

    @on(Input.Submitted)
    def _answered(self) -> None:
        self.dismiss(True)


class DrawnApp(App[None]):
    """The least that a screen drawn anew can cost, and a question that comes after another."""

    BINDINGS: ClassVar[list[BindingType]] = [("m", "turn", "Turn"), ("l", "ask", "Ask")]
    turned = 0

    def compose(self) -> ComposeResult:
        """The words, and the keys."""
        yield Static(self._page())
        yield Footer()

    def action_turn(self) -> None:
        """Show other words on every line."""
        self.turned += 1
        self.query_one(Static).update(self._page())

    def action_ask(self) -> None:
        """Ask for a line."""
        self.push_screen(Asking("What was said first"), self._ask_again)

    def _ask_again(self, _: bool | None) -> None:
        self.push_screen(Asking("What was said then"))

    def _page(self) -> str:
        """No piece of it is on another page: what was drawn before helps nobody."""
        return "\n".join(
            f"[b]Page {self.turned}, line {line}[/b]  [dim]{f'word {self.turned}.{line} ' * 3}[/dim]"
            f" [i]and more {self.turned}.{line}[/i]"
            for line in range(_LINES)
        )


if __name__ == "__main__":
    DrawnApp().run()
