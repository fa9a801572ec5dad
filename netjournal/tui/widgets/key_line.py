"""A line that says what keys do, below what one types or reads."""

from __future__ import annotations

from textual.widgets import Static

from netjournal.tui.text import Line, Span, show_line, span, width_of

_AFTER = "   "
_BREAK = Span("\n", "muted")


class KeyLine(Static):
    """Quiet words and keys; where they take several lines, a new one begins with a key."""

    DEFAULT_CSS = "KeyLine { height: auto; }"

    def __init__(self, line: Line = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(show_line(line), id=id, classes=classes)
        self._line = self._shown = line

    def say(self, line: Line) -> None:
        """Say something else."""
        self._line = line
        self._fold()

    def on_resize(self) -> None:
        """Begin the lines anew."""
        self._fold()

    def _fold(self) -> None:
        folded = _folded(self._line, self.content_size.width or self.app.size.width)
        if folded != self._shown:
            self._shown = folded
            self.update(show_line(folded))


def keys_line(*pairs: tuple[str, str]) -> Line:
    """Keys and what they do, for the last line of a sheet."""
    said = ((span(key, "strong"), span(f" {does}{_AFTER}", "muted")) for key, does in pairs)
    return tuple(part for pair in said for part in pair)


def _folded(line: Line, width: int) -> Line:
    """`line` with breaks before the keys that have no room on the line before."""
    folded: list[Span] = []
    piece: list[Span] = []
    used = 0
    for number, part in enumerate(line, 1):
        piece.append(part)
        is_break, is_last = part.text == _BREAK.text, number == len(line)
        if not (is_break or is_last or part.text.endswith(_AFTER)):
            continue
        size = width_of(piece)
        if used and used + size - (len(_AFTER) if part.text.endswith(_AFTER) else 0) > width:
            folded.append(_BREAK)
            used = 0
        folded += piece
        used = 0 if is_break else used + size
        piece = []
    return tuple(folded)
