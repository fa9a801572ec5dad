"""A sheet at the bottom of the screen: one line to write, and what it needs around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import ScreenResume
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.tui.dialogs.drafting import Drafting
from netjournal.tui.sizes import size_classes
from netjournal.tui.text import Line, show_line
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.key_line import KeyLine

R = TypeVar("R")


class Sheet(Drafting[R]):
    """A title, the line with `text` in it, and quiet lines; `keep` gets the draft."""

    DEFAULT_CSS = """
    Sheet {
        align-vertical: bottom;
        background: $background 40%;
        & > Vertical {
            height: auto;
            max-height: 80%;
            background: $panel;
            padding: 0 1 1 1;
            border-top: solid $primary 50%;
            border-title-color: $text-accent;
            border-title-background: $panel;
        }
        & Input { background: $panel; padding: 0 1; &:focus { background: $panel; } }
        & .quiet { color: $text-muted; padding: 0 1; height: auto; max-height: 6; }
        & Rows { height: auto; max-height: 6; margin-left: 1; display: none; }
        & Rows.-shown { display: block; }
    }
    """

    HOLDS_KEYS = True
    _was_shown = False

    def __init__(self, title: Line, text: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._keep = keep

    def compose(self) -> ComposeResult:
        """The line, with `above` and `below` it what a sheet adds."""
        self.add_class(*size_classes(self.app))
        with Vertical() as frame:
            frame.border_title = show_line(self._title)
            yield from self.above()
            yield LineEditor(self._text, id="line", compact=True, select_on_focus=False)
            yield from self.below()

    def above(self) -> Iterable[Widget]:
        """What stands over the line."""
        return ()

    def below(self) -> Iterable[Widget]:
        """What stands under the line."""
        return ()

    def keep_draft(self) -> None:
        """Keep what is typed, now."""
        if self.is_mounted:
            self._keep(self.line.value)

    @property
    def line(self) -> LineEditor:
        """Where one types."""
        return self.query_one("#line", LineEditor)

    @on(ScreenResume)
    def _came_up(self, event: ScreenResume) -> None:
        """The styles were found as each part came, just now: they need not be found again."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self.line.cursor_position = len(self.line.value)
        self.set_focus(self.line)

    def say(self, id: str, *spans: Line) -> None:
        """Let a quiet line say something."""
        said = tuple(part for line in spans for part in line)
        quiet = self.query_one(f"#{id}", Static)
        if isinstance(quiet, KeyLine):
            quiet.say(said)
        else:
            quiet.update(show_line(said))

    @on(Input.Changed, "#line")
    def _typed(self) -> None:
        self.keep_soon()

    @on(Input.Submitted, "#line")
    def _stayed(self) -> None:
        """Called after what a sheet of its own does with an enter."""
        if not self.has_left:
            self.post_message(self.Stayed())
