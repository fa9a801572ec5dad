"""What quick fingers write short, spelt out for whatever reads the words: abt is about, hosp the hospital.

What is kept stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.language.channels.cues import SOMEBODY

_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("thx", "thnx", "thanx", "tnx"), "thanks"),
    **dict.fromkeys(("msgd", "msged", "mssgd", "messagd"), "messaged"),
    **dict.fromkeys(("txtd", "txted"), "texted"),
    **dict.fromkeys(("bc", "cuz", "coz"), "because"),
    **dict.fromkeys(("cud", "cld"), "could"),
    **dict.fromkeys(("wud", "wld"), "would"),
    **dict.fromkeys(("2moro", "2morrow", "2mrw", "tomoz"), "tomorrow"),
    "abt": "about",
    "frm": "from",
    "hosp": "hospital",
    "amb": "ambulance",
    "txt": "text",
    "fone": "phone",
    "foned": "phoned",
    "shud": "should",
    "gna": "going to",
    "nite": "night",
    "morn": "morning",
    "b4": "before",
    "bday": "birthday",
    "bumpd": "bumped",
    "ppl": "people",
}
_LETTERS: Mapping[str, str] = {"w": "with", "w/": "with", "n": "and", "2": "to", "4": "for"}
"""Only small, and with a space on either side."""

_TO_WHOM = rf"(?=\s(?:{SOMEBODY}|@|(?:him|her|them|me|us)\b))"
_TO_DO = (
    r"(?=\s(?:send|lend|bring|call|ring|phone|text|ask|tell|give|get|go|see|visit|help|make|cook|bake|buy|pay"
    r"|write|meet|take|come|look|find|fix|check|book|thank|return|post|share|show|teach|introduce|invite)\b)"
)
_SHORT = (
    rf"(?<![\w@#'’./-])(?i:{'|'.join(_WORDS)})(?![\w'’@-])"
    rf"|(?<=\s)(?:w/?|n|2(?:{_TO_WHOM}|{_TO_DO})|4{_TO_WHOM})(?=\s)"
)


class Short(NamedTuple):
    """A word written short from `start` to `end`, and what it stands for."""

    start: int
    end: int
    full: str


def short_words(text: str) -> Iterator[Short]:
    """The words in `text` that are written short; SOMEBODY may stand for the names in it."""
    found = set(text.lower().replace(",", " ").replace(".", " ").split())
    if found.isdisjoint(_WORDS) and found.isdisjoint(_LETTERS):
        return
    for match in re.finditer(_SHORT, text):
        full = _LETTERS.get(match[0]) or _WORDS[match[0].lower()]
        yield Short(match.start(), match.end(), full)


def spelt_out(text: str) -> str:
    """`text` with every word in full."""
    return replaced(text, short_words(text))


def replaced(text: str, edits: Iterable[Short]) -> str:
    """`text` with what it stands for in the place of each of `edits`, which are in order."""
    parts, here = [], 0
    for start, end, full in edits:
        parts += [text[here:start], full]
        here = end
    return "".join((*parts, text[here:]))
