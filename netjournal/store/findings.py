"""What a look at a journal finds: a value for each thing, in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

Kind = Literal[
    "damage",
    "newer",
    "misfit",
    "twice",
    "reference",
    "date",
    "form",
    "mode",
    "owner",
    "link",
    "stray",
    "passing",
    "copy",
    "name",
    "missing",
    "index",
    "backup",
    "rot",
    "state",
    "aside",
]

Weight = Literal[0, 1, 3]
"""What it means: 0 good to know, 1 to be looked at, 3 something cannot be read."""


QUARANTINE = "quarantine"
"""Where in the state folder of a journal lies what was put aside."""


class Finding(NamedTuple):
    """Something that is not as it should be at `path`, with the `line`, the `field` and the `id` of the
    document where it is about one; `mend` says what `doctor --repair` does about it, and is empty where that
    takes a person.
    """

    kind: Kind
    path: Path
    message: str
    hint: str = ""
    mend: str = ""
    weight: Weight = 1
    line: int = 0
    field: str = ""
    id: str = ""


def weight_of(findings: Iterable[Finding]) -> Weight:
    """The heaviest of them: the exit code."""
    return max((finding.weight for finding in findings), default=0)
