"""Lines one often begins with, by a name: typed, it stands for the line (issue 4 §2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from netjournal.errors import Misused
from netjournal.language.folding import fold

HERE = "|"
"""Where one goes on typing in a template; without it, at the end."""

_ONLY_WORD = re.compile(r"\s*([^\W_][\w-]*)\Z")


class Begun(NamedTuple):
    """A line begun with a template, and the offset at which to go on."""

    line: str
    cursor: int


def names_beginning(line: str, cursor: int, templates: Mapping[str, str]) -> tuple[str, ...]:
    """The templates whose names begin with the one word that was typed so far; none for an empty line."""
    typed = _ONLY_WORD.fullmatch(line[:cursor])
    if typed is None or line[cursor:].strip():
        return ()
    begun = fold(typed[1])
    return tuple(name for name in templates if fold(name).startswith(begun))


def begin(name: str, templates: Mapping[str, str], words: str = "") -> Begun:
    """The line of a template with `words` put where one goes on. Raises Misused for a name there is not."""
    found = next((text for known, text in templates.items() if fold(known) == fold(name)), None)
    if found is None:
        hint = f"There are {', '.join(templates)}." if templates else "They are written in settings.toml."
        raise Misused(f"There is no template called {name}.", hint)
    before, mark, after = found.partition(HERE)
    if not mark and words and not before.endswith(" "):
        before += " "
    return Begun(before + words + after, len(before + words))
