"""Where one types: Textual's own editors, through which no control character reaches the terminal."""

from __future__ import annotations

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, TextArea

from netjournal.language.visible import visible


class LineEditor(Input):
    """One line; what cannot be seen in it is written as a visible sign.

    However long it is, it is as wide as its place: a key in it lays out nothing anew.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def validate_value(self, value: str) -> str:
        """The value as it may be shown."""
        return visible(value)


class PageEditor(TextArea):
    """Several lines; what cannot be seen in them is written as a visible sign."""

    def load_text(self, text: str) -> None:
        """Take a text in as it may be shown."""
        super().load_text(visible(text, multiline=True))

    def edit(self, edit: Edit) -> EditResult:
        """The same for what is typed and pasted."""
        edit.text = visible(edit.text, multiline=True)
        return super().edit(edit)
