"""Lines for a terminal of any width: wrapped between words, measured in cells."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from netjournal.cli.marking import shown, without_marks
from netjournal.language.visible import visible

WIDEST = 76
"""The longest line of text that is pleasant to read (screens.md)."""

_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd"
_PIECE = rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+"
_PLAIN_PIECE = r"\s+|\S+"
_NARROWEST = 20


def width() -> int:
    """Cells in a line of text: those of the terminal, at most 76."""
    if sys.stdout is not None and sys.stdout.isatty():
        import shutil  # brings every kind of archive with it

        return max(_NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
    return WIDEST


def cells(text: str) -> int:
    """How many columns `text` takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def padded(text: str, columns: int) -> str:
    """`text`, safe to show, with spaces up to `columns` cells."""
    safe = visible(text)
    return safe + " " * max(0, columns - cells(safe))


def wrapped(text: str, *, indent: str = "", first: str | None = None) -> Iterator[str]:
    """`text` over as many lines as it takes, its own line breaks kept, each line after `indent`.

    `first` stands before the first line instead. A word longer than a line stays whole, to be copied.
    """
    lead = indent if first is None else first
    columns = width()
    for line in shown(text, multiline=True).split("\n"):
        for row in _rows(line, columns - cells(lead), columns - cells(indent)):
            yield f"{lead}{row}".rstrip()
            lead = indent


def paired(rows: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Two columns: what one looks for at the left, what is said of it at the right."""
    column = min(max((cells(visible(left)) for left, _ in rows), default=0), WIDEST // 2)
    return (f"{padded(left, column)}  {visible(right)}".rstrip() for left, right in rows)


def side_by_side(rows: Sequence[tuple[str, str, str]], label: int) -> Iterator[str]:
    """Rows of a label and two texts, these in two columns, or below each other where there is no room.

    A word that is longer than its column goes on in the next line.
    """
    column = (width() - label - 2) // 2
    for name, left, right in rows:
        if column < _NARROWEST:
            yield from wrapped(left or "–", indent=" " * label, first=padded(name, label))
            yield from wrapped(right or "–", indent=" " * label)
            continue
        halves = (
            [
                row
                for line in visible(text, multiline=True).split("\n")
                for row in _rows(line, column, column, breaking=True)
            ]
            for text in (left, right)
        )
        for number, (mine, theirs) in enumerate(zip_longest(*halves, fillvalue="")):
            start = padded(name if number == 0 else "", label)
            yield f"{start}{padded(mine, column)}  {theirs}".rstrip()


def _rows(line: str, first_room: int, room: int, *, breaking: bool = False) -> Iterator[str]:
    row, used, left = "", 0, first_room
    words = re.findall(_PIECE if _may_be_wide(line) else _PLAIN_PIECE, line)
    for piece in (part for word in words for part in _parts(word, room)) if breaking else words:
        size = cells(without_marks(piece))
        if used + size > left and row.strip():
            yield row.rstrip()
            row, used, left = "", 0, room
            if piece.isspace():
                continue
        row, used = row + piece, used + size
    yield row.rstrip()


def _may_be_wide(line: str) -> bool:
    """Told before the pattern that says it for sure is compiled, which takes some ms: – and “ are narrow."""
    return any("\u1100" <= letter <= "\u115f" or letter >= "\u2e80" for letter in set(line))


def _parts(word: str, room: int) -> Iterator[str]:
    """A word in parts none of which takes more than `room` cells."""
    part, used = "", 0
    for letter in word:
        size = _cell(letter)
        if used + size > room:
            yield part
            part, used = "", 0
        part, used = part + letter, used + size
    yield part


def _cell(letter: str) -> int:
    if unicodedata.east_asian_width(letter) in "WF":
        return 2
    return 0 if unicodedata.category(letter) in ("Mn", "Me", "Cf") else 1
