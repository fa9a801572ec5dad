"""Where one types a page: apart from `editors`, as Textual's editor of many lines is slow to read in."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.events import Key
from textual.widgets import TextArea

from netjournal.language.visible import visible
from netjournal.tui.widgets.in_order import does_own


class PageEditor(TextArea):
    """Several lines; what cannot be seen in them is written as a visible sign."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("alt+d", "delete_word_right", show=False)]

    def load_text(self, text: str) -> None:
        """Take a text in as it may be shown."""
        super().load_text(visible(text, multiline=True))

    async def _on_key(self, event: Key) -> None:
        await does_own(self, event)

    def edit(self, edit: Edit) -> EditResult:
        """The same for what is typed and pasted."""
        edit.text = visible(edit.text, multiline=True)
        return super().edit(edit)
