"""How a name is read, as address books say it beside names in other scripts: 田中 is read Tanaka.

One looks somebody up by it as by a nickname (issue 3 §1), and as one it is kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from netjournal.exchange.vcard_lines import Line
from netjournal.language.folding import fold, words

_PARTS = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_COLUMNS = (
    ("phonetic first name", "phonetic middle name", "phonetic last name"),
    ("yomi name",),
    ("given name yomi", "additional name yomi", "family name yomi"),
    ("given yomi", "surname yomi"),
)


def reading_in_card(name: str, lines: Iterable[Line]) -> str:
    """The reading that a vCard gives of `name`: in Apple's and Google's words, else in SORT-AS of RFC 6350.

    Empty for none, and where it says no more than the name.
    """
    standing = list(lines)
    said = {line.name: line.text.strip() for line in standing if line.name in _PARTS}
    if spoken := _beside(name, (said.get(part, "") for part in _PARTS)):
        return spoken
    if _is_latin(name):
        return ""  # it leaves out a "van der" there
    sorted_as = (
        values for line in standing if line.name == "N" for key, values in line.parameters if key == "SORT-AS"
    )
    return _beside(name, (part for values in sorted_as for value in values for part in value.split(",")))


def reading_in_row(name: str, cells: Mapping[str, str]) -> str:
    """The reading that a table gives of `name`, from its `cells` by the key of their column; else empty."""
    found = (_beside(name, (cells.get(key, "") for key in keys)) for keys in _COLUMNS)
    return next((reading for reading in found if reading), "")


def _beside(name: str, parts: Iterable[str]) -> str:
    reading = " ".join(" ".join(parts).split())
    if not reading:
        return ""
    return "" if set(words(fold(reading))) <= set(words(fold(name))) else reading


def _is_latin(text: str) -> bool:
    return text.isascii() or all(
        "LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha()
    )
