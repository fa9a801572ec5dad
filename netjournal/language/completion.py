"""What is being typed at the cursor, for the app to complete."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from netjournal.language.tokens import BEFORE, QUOTES, quoted, scan

Kind = Literal["person", "tag"]

_PART = rf"[^\s{QUOTES}@\#,;.!?()]*"
_TYPED = (
    rf"(?<![^{BEFORE}/&+])@(?:[{QUOTES}](?P<quoted>[^{QUOTES}\n]*)|(?P<bare>{_PART}))\Z"
    rf"|(?<![^{BEFORE}])\#(?P<tag>{_PART})\Z"
)
_TO_QUOTE = rf"[^{QUOTES}\n]*[{QUOTES}]"
_REACH = 1000
"""How far around the cursor is looked; no name or tag is longer."""


class Completion(msgspec.Struct, frozen=True):
    """The `prefix` typed so far of a person's name or a tag; its insertion replaces from `start` to `end`."""

    kind: Kind
    prefix: str
    start: int
    end: int


def complete(line: str, cursor: int) -> Completion | None:
    """The name after ``@`` or ``@"``, or the tag after ``#``, that the offset `cursor` is in."""
    begin = max(line.rfind("\n", 0, cursor) + 1, cursor - _REACH)
    before = line[begin:cursor]
    match = re.search(_TYPED, before)
    if match is None or _is_within_a_value(before, match.start()):
        return None
    end = _end(line, cursor, is_quoted=match["quoted"] is not None)
    if match["tag"] is not None:
        return Completion("tag", match["tag"], begin + match.start(), end)
    return Completion("person", match["quoted"] or match["bare"] or "", begin + match.start(), end)


def insertion(kind: Kind, text: str) -> str:
    """The name or tag `text` as it is typed in a line, with a space after it."""
    if kind == "tag":
        is_plain = [token.value for token in scan(f"#{text}") if token.kind == "tag"] == [text]
        return f"#{text} " if is_plain else f"tag:{quoted(text)} "
    is_word = [token.value for token in scan(f"@{text}") if token.key == "@"] == [text]
    return f"@{text} " if is_word else f"@{quoted(text)} "


def _is_within_a_value(before: str, at: int) -> bool:
    return any(
        token.start < at < token.end for token in scan(before) if token.kind in ("key", "opaque", "named")
    )


def _end(line: str, cursor: int, *, is_quoted: bool) -> int:
    """Where what is typed ends: with its word or its closing quote, and a space after that."""
    after = line[cursor : cursor + _REACH].partition("\n")[0]
    closes = is_quoted and sum(map(after.count, QUOTES)) % 2
    match = re.match(_TO_QUOTE if closes else _PART, after)
    end = match.end() if match else 0
    return cursor + end + after.startswith(" ", end)
