"""Somebody new of whom an ``@`` takes one word, though their surname seems to follow: @Solveig Hansen.

It may be another word as well (@Solveig Kaffee getrunken), so that it is said, and not done.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from netjournal.language.completion import insertion
from netjournal.language.folding import fold
from netjournal.language.names.everyday import EVERYDAY, PARTICLES
from netjournal.language.names.misspelt import Slip
from netjournal.language.names.shortening import is_before_name
from netjournal.language.names.strangers import Stranger
from netjournal.language.tokens import scan

_SURNAME = rf"(?: (?:{'|'.join(sorted(PARTICLES))}))* ([^\W\d_a-z][^\W\d_]+(?:[-'’][^\W\d_]+)*)"
_LONGEST = 2
"""Words of a surname that begin with a capital."""


class HalfName(NamedTuple):
    """The whole name as it was `written`, and the `name` that was taken of it."""

    written: str
    name: str

    @property
    def instead(self) -> str:
        """What takes it whole: ``@"Solveig Hansen"``."""
        return insertion("person", self.written).rstrip()

    @property
    def said(self) -> str:
        """What is told of it."""
        return f"The name is {self.name} alone: {self.instead} takes more words."

    def place_in(self, line: str) -> tuple[int, int] | None:
        """Where in the `line` of the text it stands, for `instead` to be put there; None if it does not."""
        for token in scan(line):
            end = token.start + len(self.written)
            if token.key == "@" and fold(line[token.start : end]) == fold(self.written):
                return token.start - 1, end
        return None


Doubt = Slip | Stranger | HalfName
"""What is said of a name in a line, with what to write `instead`."""


def half_named(text: str, new: Iterable[str], others: Collection[str] = ()) -> Iterator[HalfName]:
    """Those of the `new` names, of one word after titles, that go on in `text` with what may be a surname.

    Weekdays, months, words in capitals only, everyday words and the names of `others` are none.
    """
    for name in new:
        found = re.search(rf"(?<!\w){re.escape(name)}(?=((?:{_SURNAME}){{1,{_LONGEST}}}))", text)
        chunks = [chunk for chunk in name.split() if not is_before_name(chunk)]
        if found is None or len(chunks) > 1:
            continue
        words = [word for word in found[1].split() if word not in PARTICLES]
        if not any(word.isupper() or fold(word) in EVERYDAY or word in others for word in words):
            yield HalfName(f"{name}{found[1]}", name)
