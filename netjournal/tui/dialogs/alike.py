"""People who look like one: the pairs, and the two of a pair beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netjournal.tui.dialogs.floating import Floating, Frame
from netjournal.tui.text import Line, Span, paragraph, span, width_of, wrap
from netjournal.tui.widgets.key_line import KeyLine, keys_line
from netjournal.tui.widgets.row import Row
from netjournal.tui.widgets.rows import Rows

_LABEL = 13
_GAP = 2
_TWO_COLUMNS = 66
"""Cells of text from which on two pages stand beside each other."""

_WIDE = 100
_CSS = "& > Frame { width: 106; max-width: 100%; max-height: 100%; padding: 1 1 0 1; }"


class Alike(NamedTuple):
    """A pair in words: the two, and why they look like one."""

    key: str
    one: str
    other: str
    reason: str


class Picked(NamedTuple):
    """The key of a pair, whether they are two without a further look, and the key of the next pair."""

    key: str
    are_two: bool
    following: str


class PairsDialog(Floating[Picked | None]):
    """Dismissed with the pair to look at or to part, None when one steps out; `told` stands above them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Close", show=False),
        Binding("x", "part", "They are two", show=False),
    ]
    DEFAULT_CSS = f"PairsDialog {{ {_CSS} }}"

    def __init__(self, pairs: Sequence[Alike], at: str = "", told: Sequence[str] = ()) -> None:
        super().__init__()
        self._pairs = pairs
        self._at = at
        self._told = told

    def compose(self) -> ComposeResult:
        """One list, and the keys."""
        with Frame("People who look like one"):
            yield Rows(id="pairs", column=_WIDE)
            keys = (("enter", "look at both"), ("x", "they are two"), ("esc", "back"))
            yield KeyLine(keys_line(*keys), classes="foot")

    def on_mount(self) -> None:
        """List the pairs, the surest first."""
        rows = self.query_one(Rows)
        told = [CrowdsRow("crowds", *self._told)] if self._told else []
        rows.set_rows([*told, *(PairRow(pair) for pair in self._pairs)])
        if self._at:
            rows.go_to(self._at)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._pick(event.key, are_two=False)

    def action_part(self) -> None:
        """The two under the cursor are two."""
        if (key := self.query_one(Rows).key) is not None:
            self._pick(key, are_two=True)

    def action_leave(self) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(None)

    def _pick(self, key: str, *, are_two: bool) -> None:
        """End once; a second key has nothing to end."""
        if self.is_current:
            keys = [pair.key for pair in self._pairs]
            place = keys.index(key)
            following = next(iter((*keys[place + 1 :], *reversed(keys[:place]))), "")
            self.dismiss(Picked(key, are_two, following))


class PairRow(Row):
    """Two names, and the reason under them."""

    def __init__(self, pair: Alike) -> None:
        super().__init__(pair.key)
        self._pair = pair

    def lines(self, width: int) -> Sequence[Line]:
        """As many lines as it takes, and an empty one."""
        pair = self._pair
        names = wrap((span(pair.one, "strong"), Span("  –  ", "faint"), span(pair.other, "strong")), width)
        return [*names, *paragraph(pair.reason, width, style="muted", indent=2), ()]


class BesideDialog(Floating[str | None]):
    """Two pages beside each other; `rows` are labels with what either page says.

    `kept` is the name of the one that would stay. Dismissed with ``one``, ``two`` or ``back``.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "leave('one')", "Make them one", show=False),
        Binding("x", "leave('two')", "They are two", show=False),
        Binding("escape,q", "leave('back')", "Back", show=False),
    ]
    DEFAULT_CSS = f"BesideDialog {{ {_CSS} }}"

    def __init__(self, rows: Sequence[tuple[str, str, str]], *, reason: str, kept: str) -> None:
        super().__init__()
        self._rows = rows
        self._reason = reason
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Both pages, what becomes of them, and the keys."""
        with Frame("Are they one?"):
            yield Rows(id="beside", column=_WIDE)
            keys = (("m", "make them one"), ("x", "they are two"), ("esc", "back"))
            yield KeyLine(keys_line(*keys), classes="foot")

    def on_mount(self) -> None:
        """Set the pages."""
        told = f"Made one, the page of {self._kept} stays, with everything of both. u makes them two again."
        last = ToldRow("told", f"{self._reason[:1].upper()}{self._reason[1:]}.", told)
        self.query_one(Rows).set_rows([*(BesideRow(*row) for row in self._rows), last])

    def action_leave(self, verdict: str) -> None:
        """Close."""
        if self.is_current:
            self.dismiss(verdict)


class ChangedDialog(Floating[None]):
    """What stands there now beside what one typed, where somebody else changed the same meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "leave", "Close", show=False)]
    DEFAULT_CSS = f"ChangedDialog {{ {_CSS} }}"

    def __init__(self, message: str, hint: str, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._told = (message, hint)
        self._rows = rows

    def compose(self) -> ComposeResult:
        """Both, what was said, and the key."""
        with Frame("Changed meanwhile"):
            yield Rows(id="beside", column=_WIDE)
            yield KeyLine(keys_line(("esc", "back")), classes="foot")

    def on_mount(self) -> None:
        """Set the two beside each other."""
        rows = [BesideRow(*row) for row in (("", "now", "yours"), *self._rows)]
        self.query_one(Rows).set_rows([*rows, ToldRow("told", *self._told)])

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


class BesideRow(Row):
    """A label and two texts, in two columns, or where it is narrow one after the other."""

    def __init__(self, label: str, one: str, other: str) -> None:
        super().__init__(label, heading=True)
        self._label = label
        self._texts = (one, other)

    def lines(self, width: int) -> Sequence[Line]:
        """The label stands before the first line."""
        if width < _TWO_COLUMNS:
            return self._below(width)
        column = (width - _LABEL - _GAP) // 2
        one, other = ([*self._text(text, column)] for text in self._texts)
        lines: list[Line] = []
        for number, (mine, theirs) in enumerate(zip_longest(one, other, fillvalue=())):
            start = span(f"{self._label if number == 0 else '':<{_LABEL}}", "muted")
            gap = Span(" " * (column - width_of(mine) + _GAP), "text")
            lines.append((start, *mine, gap, *theirs))
        return lines

    def _below(self, width: int) -> Sequence[Line]:
        room = max(8, width - _LABEL)
        lines: list[Line] = []
        for number, text in enumerate(self._texts):
            for line in self._text(text or "–", room):
                label = self._label if not lines else ""
                start = span(f"{label:<{_LABEL}}", "muted")
                lines.append(
                    (start, *(line if number == 0 else (part._replace(style="accent") for part in line)))
                )
        return lines

    def _text(self, text: str, width: int) -> Sequence[Line]:
        return paragraph(text, width, style="strong" if self._label == "Name" else "text") if text else ()


class ToldRow(Row):
    """Paragraphs under the pages."""

    def __init__(self, key: str, *texts: str) -> None:
        super().__init__(key, heading=True)
        self._texts = texts

    def lines(self, width: int) -> Sequence[Line]:
        """An empty line before them."""
        return [(), *(line for text in self._texts for line in paragraph(text, width, style="muted"))]


class CrowdsRow(ToldRow):
    """Paragraphs above the pairs."""

    def lines(self, width: int) -> Sequence[Line]:
        """An empty line after them."""
        return [*super().lines(width)[1:], ()]
