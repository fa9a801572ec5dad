"""Words that stand out in what is printed: marked before a text is wrapped, bold once it is printed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence

from netjournal.language.visible import visible

START, END = "\ufdd0", "\ufdd1"
"""What stands around a marked word; `visible` lets neither of them through in a text of a user."""

_SIGN = f"[{START}{END}]"
"""Compiled where it is first needed: it takes some ms, and most that is printed has no marks."""
_WORD = re.compile(r"\S+")
_BOLD = {START: "\x1b[1m", END: "\x1b[22m"}


def marked(text: str, find: Callable[[str], Sequence[tuple[int, int]]]) -> str:
    """`text`, safe to show, with marks around each word in the ranges that `find` gives for it."""
    shown = visible(text, multiline=True)
    pieces, done = [], 0
    for start, end in find(shown):
        words = _WORD.sub(lambda word: f"{START}{word[0]}{END}", shown[start:end])
        pieces += [shown[done:start], words]
        done = end
    return "".join([*pieces, shown[done:]])


def shown(text: str, *, multiline: bool = False) -> str:
    """`text` as `visible` makes it, its marks kept."""
    if START not in text:
        return visible(text, multiline=multiline)
    pieces = re.split(f"({_SIGN})", text)
    return "".join(
        piece if piece in _BOLD else visible(piece, multiline=multiline) for piece in pieces if piece
    )


def emphasised(line: str) -> str:
    """A line, safe to show, its marked words bold where stdout is a terminal that wants it."""
    safe, wants = shown(line), is_styled()
    return re.sub(_SIGN, lambda sign: _BOLD[sign[0]] if wants else "", safe) if START in safe else safe


def is_styled() -> bool:
    """Whether what is printed may be bold: at a terminal, unless NO_COLOR is set or it is a dumb one."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout is not None and sys.stdout.isatty() and not plain


def without_marks(text: str) -> str:
    """`text` as it is seen."""
    return re.sub(_SIGN, "", text) if START in text else text
