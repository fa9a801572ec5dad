"""A TOML file line by line, so that one mistake in it costs one line and a change touches only one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netjournal.settings.toml import BARE, loads

Path = tuple[str, ...]

_KEY = re.compile(rf"\s*({BARE}(?:\s*\.\s*{BARE})*)\s*=")
_HEADER = re.compile(rf"\s*\[\[?\s*({BARE}(?:\s*\.\s*{BARE})*)\s*\]")
_LONGEST = 200
_LARGEST = 20_000
"""Lines, and letters, that one value may go over in a file that is not right."""

_OPEN = "(at end of document)"
"""How tomllib says that something was begun and not ended."""


class Statement(NamedTuple):
    """``key = value`` on the lines `first` to `last` (from 1 on), or the head of a table.

    `path` is the whole path of the key or table. `value` is None for a head.
    """

    first: int
    last: int
    path: Path
    value: object
    is_head: bool


class Slip(NamedTuple):
    """A line that is no TOML, why, and the key that it seems to be about."""

    line: int
    why: str
    key: str


def statements(text: str) -> Iterator[Statement | Slip]:
    """What stands in `text`, in its order; lines that follow a slip and are none either belong to it."""
    lines = text.splitlines()
    table: Path = ()
    number, after_slip = 0, False
    while number < len(lines):
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            number += 1
            continue
        found = _statement(lines, number, table)
        if isinstance(found, Statement):
            table = found.path if found.is_head else table
            number, after_slip = found.last, False
            yield found
        else:
            if not after_slip:
                yield found
            number, after_slip = number + 1, True


def _statement(lines: Sequence[str], number: int, table: Path) -> Statement | Slip:
    why = ""
    for last in range(number, min(len(lines), number + _LONGEST)):
        chunk = "\n".join(lines[number : last + 1])
        if last > number and len(chunk) > _LARGEST:
            break
        try:
            parsed = loads(chunk)
        except (ValueError, RecursionError) as error:
            why = why or re.sub(r" \(at .*\)$", "", str(error))
            if not str(error).endswith(_OPEN):
                break
            continue
        if head := _HEADER.match(chunk):
            return Statement(number + 1, last + 1, _path(head[1]), None, True)
        if key := _KEY.match(chunk):
            path = _path(key[1])
            value: object = parsed
            for part in path:
                assert isinstance(value, dict)
                value = value[part]
            return Statement(number + 1, last + 1, (*table, *path), value, False)
    return Slip(number + 1, why, lines[number].partition("=")[0].strip())


def _path(dotted: str) -> Path:
    """``a."b.c"`` is a, b.c."""
    value: object = loads(f"{dotted} = 1")
    parts = []
    while isinstance(value, dict):
        [(part, value)] = value.items()
        parts.append(part)
    return tuple(parts)
