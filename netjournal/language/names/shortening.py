"""What one calls a person by, in few letters.

| name                       | short                      |                                        |
|----------------------------|----------------------------|----------------------------------------|
| Ana Silva, Dr. Ana Silva   | Ana                        |                                        |
| Herr Vogt, Frau Dr. Lindner| the same                   | a title alone is nobody's name         |
| Aunt Nora Bell             | Aunt Nora                  |                                        |
| D. K. Rao, van der Berg    | the same                   | neither is an initial, or a small word |
"""

from __future__ import annotations

TITLES = frozenset(
    (
        *("dr", "dra", "ing", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "rev", "sir", "mister"),
        *("herr", "frau", "mme", "madame", "monsieur", "signor", "signora", "senor", "senora", "mayor"),
        *("pastor", "reverend", "doctor", "coach"),
    )
)
"""Folded, without a full stop."""

_WRITTEN = frozenset(("señor", "señora", "señorita", "mlle", "sra", "hr", "fr", "lady", "lord", "captain"))
KIN_TITLES = frozenset(
    (
        *("aunt", "auntie", "aunty", "uncle", "cousin", "grandma", "grandpa", "granny", "grandad", "nana"),
        *("tante", "onkel", "oma", "opa", "tia", "tía", "tio", "tío"),
        *("sister", "brother", "father", "mother", "old", "the"),
    )
)
"""What a name is not said without, even if more follows it."""


def short_name(name: str) -> str:
    """The name one calls a person by, after a title only where another name than the last follows it."""
    chunks = name.split()
    begin = next((at for at, one in enumerate(chunks) if not is_before_name(one)), 0)
    first = chunks[begin : begin + 1]
    if len(chunks) == begin + 1 or not all(map(_says_who, first)):
        return " ".join(chunks)
    return " ".join((*(one for one in chunks[:begin] if one.casefold() in KIN_TITLES), *first))


def short_word(name: str) -> str:
    """The one word of the short name that says who it is: Vogt of Herr Vogt, Ana of Ana Silva."""
    return short_name(name).rpartition(" ")[2]


def is_before_name(word: str) -> bool:
    """Whether a word is a title, or says how one calls somebody, and is no name alone: Dr., Aunt, old."""
    plain = word.casefold().rstrip(".")
    return plain in TITLES or plain in _WRITTEN or plain in KIN_TITLES


def _says_who(word: str) -> bool:
    """Whether it may stand alone: no initial of a Latin name, and no small word of a surname."""
    is_initial = len(word.rstrip(".")) == 1 and word < "\u2e80"
    return not (is_initial or word[0].islower())
