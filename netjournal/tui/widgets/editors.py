"""Where one types a line: Textual's own editor, through which no control character reaches the terminal."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netjournal.language.visible import visible


class LineEditor(Input):
    """One line; what cannot be seen in it is written as a visible sign.

    However long it is, it is as wide as its place: a key in it lays out nothing anew.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def validate_value(self, value: str) -> str:
        """The value as it may be shown."""
        return visible(value)
