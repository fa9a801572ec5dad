"""The one gateway from a user's text to the screen, and lines of text in a few named styles.

Nothing that a user wrote is ever parsed as markup, and no control character passes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from rich.cells import cell_len, chop_cells, set_cell_size
from textual.content import Content

from netjournal.language.visible import visible

Style = Literal["text", "strong", "emphasis", "here", "muted", "accent", "faint", "found"]
STYLES: tuple[Style, ...] = get_args(Style)


class Span(NamedTuple):
    """A piece of a line in one style; made by `span`, so that its text is safe to show.

    `to` is where it leads: ``person:ID`` or ``tag:NAME``; empty for nowhere.
    """

    text: str
    style: Style
    to: str = ""


Line = tuple[Span, ...]

Find = Callable[[str], Sequence[tuple[int, int]]]
"""Tells where in a text the words stand that are looked for, as offsets of its characters."""

_WORDS = re.compile(r"\s+|\S+")

LONGEST = 10_000
"""Characters of one text that are laid out; a pasted megabyte must not hold up the screen."""


def show(text: str, *, multiline: bool = False) -> Content:
    """`text` as the screen may show it: literally, with its control characters visible."""
    return Content(visible(text, multiline=multiline))


def span(text: str, style: Style = "text") -> Span:
    """`text` in a style, safe to show on one line."""
    return Span(visible(_bounded(text)), style)


def _bounded(text: str) -> str:
    """`text` as far as anybody reads it in a list; a form and the shell have all of it."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def show_line(spans: Iterable[Span]) -> Content:
    """The spans as content for a stock widget, in the theme's colours."""
    return Content.assemble(*((Content(part.text).stylize(_VARIABLES[part.style])) for part in spans))


def width_of(spans: Iterable[Span]) -> int:
    """How many cells the spans take."""
    return sum(cell_len(part.text) for part in spans)


def spread(left: Sequence[Span], right: Sequence[Span], width: int) -> list[Line]:
    """`right` at the right edge of the line with `left`; below it, indented, where both do not fit."""
    gap = width - width_of(left) - width_of(right)
    if not right:
        return wrap(left, width)
    if gap >= 2:
        return [(*left, Span(" " * gap, "text"), *right)]
    return [*wrap(left, width), *wrap(right, width, indent=2)]


def paragraph(
    text: str, width: int, *, style: Style = "text", indent: int = 0, find: Find | None = None
) -> list[Line]:
    """A user's text over as many lines as it takes, its line breaks kept; what `find` finds stands out."""
    lines: list[Line] = []
    shown = visible(_bounded(text), multiline=True)
    found = find(shown) if find is not None else ()
    start = 0
    for row in shown.split("\n"):
        end = start + len(row)
        here = [
            (max(0, first - start), min(last, end) - start)
            for first, last in found
            if first < end and last > start
        ]
        lines += wrap(_standing_out(row, here, style), width, indent=indent)
        start += len(row) + 1
    return lines


def spans(text: str, style: Style = "text", find: Find | None = None) -> Line:
    """`text` on one line, safe to show; what `find` finds in it stands out."""
    whole = span(text, style)
    return (whole,) if find is None else _standing_out(whole.text, find(whole.text), style)


def _standing_out(text: str, found: Iterable[tuple[int, int]], style: Style) -> Line:
    pieces: list[Span] = []
    done = 0
    for start, end in found:
        pieces += [Span(text[done:start], style), Span(text[start:end], "found")]
        done = max(done, end)
    return tuple(piece for piece in (*pieces, Span(text[done:], style)) if piece.text)


def wrap(spans: Iterable[Span], width: int, *, indent: int = 0) -> list[Line]:
    """The spans broken between words into lines of at most `width` cells, each indented; at least one."""
    room = max(1, width - indent)
    parts = [part for part in spans if part.text]
    margin = (Span(" " * indent, "text"),) if indent else ()
    if width_of(parts) <= room:
        return [(*margin, *parts)]
    if len(parts) == 1:
        return [(*margin, row) for row in _broken(parts[0], room)] or [margin]
    rows: list[list[Span]] = [[]]
    used = 0
    for words, size in _unbroken(parts, room):
        if used + size > room and words[0].text.isspace():
            continue
        if used + size > room:
            rows.append([])
            used = 0
        rows[-1] += words
        used += size
    return [(*margin, *_joined(row)) for row in rows if row] or [margin]


def _broken(part: Span, room: int) -> Iterator[Span]:
    """The lines of one span: what most texts are, in half the time."""
    row, used = "", 0
    for word in _words(part.text, room):
        size = cell_len(word)
        if used + size > room:
            if word.isspace():
                continue
            if row:
                yield Span(row, part.style, part.to)
            row, used = "", 0
        row += word
        used += size
    if row:
        yield Span(row, part.style, part.to)


def _unbroken(spans: Iterable[Span], room: int) -> Iterator[tuple[list[Span], int]]:
    """What is not broken, with its cells: spaces, and words with all that stands right beside them."""
    beside: list[Span] = []
    size = 0
    for part in spans:
        for word in _words(part.text, room):
            cells = cell_len(word)
            if beside and (word.isspace() or beside[-1].text.isspace() or size + cells > room):
                yield beside, size
                beside, size = [], 0
            beside.append(Span(word, part.style, part.to))
            size += cells
    if beside:
        yield beside, size


def fit(spans: Iterable[Span], width: int) -> Line:
    """The spans on one line of exactly `width` cells, cut with an ellipsis where they are longer."""
    parts = list(spans)
    if width_of(parts) <= width:
        return (*parts, Span(" " * (width - width_of(parts)), "text"))
    kept: list[Span] = []
    room = width - 1
    for part in parts:
        size = cell_len(part.text)
        if size > room:
            kept.append(part._replace(text=set_cell_size(part.text, max(0, room))))
            break
        kept.append(part)
        room -= size
    return (*kept, Span("…" if width > 0 else "", kept[-1].style))


def _words(text: str, room: int) -> Iterable[str]:
    """Words and the spaces between them, by turns; a word longer than a line comes in pieces."""
    for word in _WORDS.findall(text):
        if cell_len(word) <= room or word.isspace():
            yield word
        else:
            yield from chop_cells(word, room)


def _joined(row: Sequence[Span]) -> Iterable[Span]:
    for (style, to), parts in groupby(row, lambda part: (part.style, part.to)):
        yield Span("".join(part.text for part in parts), style, to)


_VARIABLES: dict[Style, str] = {
    "text": "$foreground",
    "strong": "bold $foreground",
    "emphasis": "italic $foreground",
    "here": "bold underline $foreground",
    "muted": "$text-muted",
    "accent": "$text-accent",
    "faint": "$text-disabled",
    "found": "bold $text-accent",
}
