"""A long entry as it is meant: Markdown in lines of text, the writer's own line breaks kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netjournal.tui.text import LONGEST, Line, Span, Style, span, width_of, wrap

if TYPE_CHECKING:
    from markdown_it.token import Token

_NARROWEST = 12
_STYLES: dict[str, Style] = {"strong_open": "strong", "em_open": "emphasis"}
_BREAKS = ("softbreak", "hardbreak")


def markdown(text: str, width: int, *, indent: int = 0) -> list[Line]:
    """`text` over as many lines of at most `width` cells as it takes, each after `indent` cells.

    HTML and the addresses of pictures are shown as they were written: nothing is fetched.
    """
    from markdown_it import MarkdownIt  # only what has several lines needs it

    writer = _Writer(width, Span(" " * indent, "text"))
    for token in MarkdownIt("commonmark").disable("reference").parse(text[:LONGEST]):
        writer.take(token)
    return writer.lines or [()]


class _Writer:
    """Blocks one after the other, each after the margins of the lists and quotes that it stands in."""

    def __init__(self, width: int, margin: Span) -> None:
        self.lines: list[Line] = []
        self._width = width
        self._margins: list[Span] = [margin]
        self._bullet: Span | None = None
        self._numbers: list[int | None] = []
        self._heading = False
        self._is_after_block = False

    def take(self, token: Token) -> None:
        """Write what a token of markdown-it begins, holds or ends."""
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._numbers.append(int(token.attrGet("start") or 1) if kind[0] == "o" else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._numbers.pop()
        elif kind == "list_item_open":
            self._open_item()
        elif kind == "blockquote_open":
            self._margins.append(Span("│ ", "faint"))
        elif kind in ("list_item_close", "blockquote_close"):
            self._margins.pop()
            self._bullet = None
        elif kind == "heading_open":
            self._heading = True
        elif kind == "heading_close":
            self._heading = False
        elif kind == "inline":
            self._put(_rows(token.children or (), "strong" if self._heading else "text"))
        elif kind in ("fence", "code_block", "html_block"):
            code = [*filter(None, [token.info]), *token.content.rstrip("\n").split("\n")]
            self._put([span(line, "muted")] for line in code)
        elif kind == "hr":
            self._put([[Span("―" * 3, "faint")]])
        if token.level == 0 and token.nesting <= 0 and kind != "inline":
            self._is_after_block = True

    def _open_item(self) -> None:
        number = self._numbers[-1]
        sign = "• " if number is None else f"{number}. "
        if number is not None:
            self._numbers[-1] = number + 1
        self._bullet = span(sign, "muted")
        self._margins.append(Span(" " * len(sign), "text"))

    def _put(self, rows: Iterator[list[Span]] | Sequence[list[Span]]) -> None:
        if self._is_after_block:
            self.lines.append(())
            self._is_after_block = False
        for row in rows:
            room = max(_NARROWEST, self._width - width_of(self._margins))
            for line in wrap(row, room):
                *outer, last = self._margins
                self.lines.append((*outer, self._bullet or last, *line))
                self._bullet = None


def _rows(tokens: Sequence[Token], base: Style) -> Iterator[list[Span]]:
    """The spans of each line that was written."""
    row: list[Span] = []
    styles: list[Style] = [base]
    address: list[str] = []
    for token in tokens:
        if token.type in _BREAKS:
            yield row
            row = []
        elif token.type in _STYLES:
            styles.append(_STYLES[token.type])
        elif token.type in ("strong_close", "em_close"):
            styles.pop()
        elif token.type == "link_open":
            address.append("" if token.markup == "autolink" else _address(token, "href"))
        elif token.type == "link_close":
            if end := address.pop():
                row.append(span(f" ({end})", "muted"))
        elif token.type == "image":
            row.append(span(f"{token.content} ({_address(token, 'src')})", "muted"))
        elif token.content:
            row.append(span(token.content, "muted" if token.type == "code_inline" else styles[-1]))
    yield row


def _address(token: Token, name: str) -> str:
    """Where a link leads or a picture is, with the title that was given to it."""
    from urllib.parse import unquote

    parts = (unquote(str(token.attrGet(name) or "")), str(token.attrGet("title") or ""))
    return " ".join(part for part in parts if part)
