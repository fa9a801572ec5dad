"""Tables of text (RFC 4180): a stray quote costs one row, and no cell is written as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_MOST_STRAYS = 50
"""Quotes that open and never end, after which a quote is taken for a letter."""

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_QUOTED = re.compile(r'[",;\t\r\n]|^\s|\s$')


class Row(NamedTuple):
    """The cells of a row, the number of its first line, and whether a quote in it had no end."""

    line: int
    cells: list[str]
    has_stray: bool = False


def read_rows(text: str, sign: str = ",") -> Iterator[Row]:
    """The rows of a table with cells apart by `sign`; a quote without an end costs only its own row."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    quoted = re.compile(rf'"((?:[^"]|"")*+)"(?={re.escape(sign)}|\r?\n|\Z)')
    plain = re.compile(rf"[^{re.escape(sign)}\n]*+")
    position, line, strays = 0, 1, 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        whole = text[position:end].removesuffix("\r")
        if '"' not in whole and "\r" not in whole:
            cells = whole.split(sign)
            yield Row(line, [_meant(cell) for cell in cells] if "'" in whole else cells)
            position, line = end + 1, line + 1
            continue
        cells, begun, has_stray = [], position, False
        while True:
            found = quoted.match(text, position) if text[position : position + 1] == '"' else None
            if found is not None and strays < _MOST_STRAYS:
                cells.append(_meant(found[1].replace('""', '"')))
            else:
                has_stray = has_stray or text[position : position + 1] == '"'
                strays += has_stray
                found = plain.match(text, position)
                assert found is not None
                cells.append(_meant(found[0].removesuffix("\r")))
            position = found.end()
            if text[position : position + 1] != sign:
                break
            position += 1
        position += len("\r\n") if text[position : position + 2] == "\r\n" else 1
        yield Row(line, cells, has_stray)
        line += text.count("\n", begun, position)


def write_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """A table in UTF-8. What a spreadsheet would take for a formula gets a ' that `read_rows` takes off."""
    return b"".join((",".join(_cell(cell) for cell in row) + "\r\n").encode() for row in rows)


def _cell(text: str) -> str:
    if _RISKY.match(text):
        text = f"'{text}"
    if _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
