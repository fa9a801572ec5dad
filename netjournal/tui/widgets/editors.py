"""Where one types a line: Textual's own editor, through which no control character reaches the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netjournal.language.visible import visible
from netjournal.tui.widgets.in_order import does_own

_MARK = 2
"""Letters up to which a line is a sign, not words."""


class LineEditor(Input):
    """One line; what cannot be seen in it is written as a visible sign.

    However long it is, it is as wide as its place: a key in it lays out nothing anew.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("alt+d", "delete_right_word", show=False)]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def offer_anew(self) -> None:
        """Let the next letter take the place of one or two that said nothing; no more than those."""
        if len(self.value.strip()) <= _MARK:
            self.select_all()

    def validate_value(self, value: str) -> str:
        """The value as it may be shown."""
        return visible(value)

    async def _on_key(self, event: Key) -> None:
        await does_own(self, event)


class AnswerLine(LineEditor):
    """One line of several that are asked for, one after the other: `take` gets it with enter, before the next
    key is looked at, so that what is typed on at once is of the next.
    """

    def __init__(self, take: Callable[[str], None], *, id: str) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._take = take

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self._take(self.value)
