"""A list of things that are one way or another, each changed where it stands; changes hold at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.text import Line, Span, Style, fit, show_line, span, wrap
from netjournal.tui.widgets.editors import LineEditor
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.row import Row, Written
from netjournal.tui.widgets.rows import Rows

_GAP = 2


class Item(NamedTuple):
    """One thing: `label` at the left, then how it is now (`value`), and what that means (`aside`).

    `text` is what one writes anew; None for what goes on to its next value. The value has the style `style`.
    """

    key: str
    group: str
    label: str
    value: str
    aside: str = ""
    text: str | None = None
    style: Style = "accent"


class Adjusted(NamedTuple):
    """What became of a change: how all things are now, and what is wrong or was done, in a sentence."""

    items: Sequence[Item]
    said: str = ""


Adjust = Callable[[str, int | str], Adjusted]
"""Changes the thing of a key: by one value on or back (1, -1), or to a text."""


class AdjustDialog(Panel, Floating[None]):
    """`adjust` changes one thing and says how all of them are then; `said` stands below unless it says more.

    Labels take `column` cells.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_out", "Back", show=False),
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("left", "step(-1)", "Before", show=False),
    ]
    DEFAULT_CSS = """
    AdjustDialog {
        & > Frame { width: 88; max-height: 95%; }
        & Input { background: $panel; padding: 0 1; display: none; &:focus { background: $cursor-row; } }
        & Input.-shown { display: block; }
        & #feet { dock: bottom; height: auto; background: $panel; padding-top: 1; }
        & #feet Static { height: auto; padding: 0 1; color: $text-muted; }
    }
    AdjustDialog.-low {
        & > Frame { max-height: 100%; }
        & #feet { padding-top: 0; }
        & #said.-resting { display: none; }
    }
    """

    def __init__(
        self,
        title: str,
        items: Sequence[Item],
        adjust: Adjust,
        *,
        column: int,
        said: str,
        verb: str = "change",
    ) -> None:
        super().__init__()
        self._title = title
        self._items = items
        self._adjust = adjust
        self._column = column
        self._said = said
        self._verb = verb
        self._through = () if any(not item.label for item in items) else (("←→", "values"),)
        self._editing = ""

    def compose(self) -> ComposeResult:
        """The list, a line to write in, and what there is to say."""
        with Frame(self._title):
            yield Rows(id="items")
            with Vertical(id="feet"):
                yield LineEditor(id="line", compact=True, select_on_focus=False)
                yield Static(id="said")
                yield KeyLine(id="keys")

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one("#items", Rows)

    def on_mount(self) -> None:
        """Show how things are."""
        self._show(Adjusted(self._items))
        self.set_focus(self.rows)

    def action_step_out(self) -> None:
        """From the line back to the list, from the list away; what was changed is changed."""
        if self._editing:
            self._stop_editing()
        elif self.is_current:
            self.dismiss(None)

    def action_step(self, by: int) -> None:
        """One value on or back."""
        item = self._here()
        if item is None or self._editing:
            return
        if item.text is None:
            self._show(self._adjust(item.key, by))
        elif by > 0:
            self._edit(item)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_step(1)

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        key = self._editing
        self._stop_editing()
        if key:
            self._show(self._adjust(key, event.value))

    def _here(self) -> Item | None:
        return next((item for item in self._items if item.key == self.rows.key), None)

    def _edit(self, item: Item) -> None:
        self._editing = item.key
        line = self.query_one("#line", LineEditor)
        line.value = item.text or ""
        line.cursor_position = len(line.value)
        line.add_class("-shown")
        self.set_focus(line)
        self._say_keys()

    def _stop_editing(self) -> None:
        self._editing = ""
        self.query_one("#line").remove_class("-shown")
        self.set_focus(self.rows)
        self._say_keys()

    def _show(self, found: Adjusted) -> None:
        self._items = found.items
        self.rows.set_rows(list(_rows(found.items, self._column)))
        said = span(found.said, "accent") if found.said else span(self._said, "muted")
        words = self.query_one("#said", Static)
        words.set_class(not found.said, "-resting")
        words.update(show_line((said,)))
        self._say_keys()

    def _say_keys(self) -> None:
        if self._editing:
            keys = keys_line(("enter", "keep"), ("esc", "leave it"))
        else:
            keys = keys_line(("enter", self._verb), *self._through, ("esc", "back"))
        self.query_one("#keys", KeyLine).say(keys)


class ItemRow(Row):
    """Label, value and what it means; over several lines where they need them."""

    def __init__(self, item: Item, column: int) -> None:
        super().__init__(item.key)
        self._item = item
        self._column = column

    def lines(self, width: int) -> Sequence[Line]:
        """The label in its column, the rest beside it; below it where it is narrow."""
        item = self._item
        words = [span(item.value, item.style)]
        if item.aside:
            words += [span("   "), span(item.aside, "muted")]
        if width < 2 * self._column:
            return [*wrap((span(item.label, "muted"),), width), *wrap(words, width, indent=_GAP)]
        first, *rest = wrap(words, max(1, width - self._column))
        margin = Span(" " * self._column, "text")
        label = fit((span(item.label, "muted"),), self._column - _GAP)
        return [(*label, Span(" " * _GAP, "text"), *first), *((margin, *line) for line in rest)]


def _rows(items: Sequence[Item], column: int) -> Iterator[Row]:
    for number, (group, members) in enumerate(groupby(items, lambda item: item.group)):
        lines: list[Line] = [()] if number else []
        yield Written(f"above {group}", [*lines, (span(group, "strong"),)])
        yield from (ItemRow(item, column) for item in members)
