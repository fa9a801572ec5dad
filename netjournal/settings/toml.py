"""TOML as a person writes it by hand, and no more of it: what could keep the reader busy is refused."""

from __future__ import annotations

import re
import tomllib
from typing import Any

LONGEST = 100_000
"""Letters in a file; every default with its comment takes a tenth of it."""

BARE = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
"""One part of a key."""

_MOST_PARTS = 20
_MANY_PARTS = re.compile(
    rf"(?:^|[\[{{,])[ \t]*+{BARE}(?:[ \t]*+\.[ \t]*+{BARE}){{{_MOST_PARTS},}}", re.MULTILINE
)


TOO_LONG = f"this is longer than {LONGEST:,} letters and was not read."
TAKE_OUT = "Take out what does not belong there."


def loads(text: str) -> dict[str, Any]:
    """The document in `text`.

    Raises ValueError where it is no TOML or has a key of more than 20 parts (the time that tomllib takes
    grows with their square), RecursionError where it is nested too deeply.
    """
    if long := _MANY_PARTS.search(text):
        line = text.count("\n", 0, long.start()) + 1
        raise ValueError(f"A key has more than {_MOST_PARTS} parts (at line {line}, column 1)")
    return tomllib.loads(text)
