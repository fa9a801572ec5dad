"""The words of a text, and which of them stand together as a name does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netjournal.language.names.everyday import COMMON, EVERYDAY, KIN, PARTICLES
from netjournal.language.names.last_names import has_title, is_person_at
from netjournal.language.names.phrases import Words, spellings
from netjournal.language.names.shortening import is_before_name
from netjournal.language.tokens import Token, glues

_GAP = re.compile(r"\.?[^\S\n]*\n?[^\S\n]*|[-‐‑]")
_ANOTHERS = re.compile(r"(?:\b(?:his|her|their|your|whose)|[^\W\d_]['’]s|s['’])\s+\Z", re.IGNORECASE)
_NEAR = 20
_WORDS = ("grace", "felicity")
"""Names in small letters that may say how something is done."""

_SHORTENED = frozenset(("dr", "ma", "mr", "mrs", "ms", "prof", "rev", "st"))


class WordRuns:
    """The numbered `words` of `text`; `spellings` holds the folded words of each that occurs."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self.text = text
        self.words = words
        self.spellings = {value: spellings(value) for value in {word.value for word in words}}

    def typed(self, first: int, last: int) -> str:
        """The text from the word `first` to the word `last`."""
        return self.text[self.words[first].start : self.words[last].end]

    def named_anew(self, first: int, last: int) -> str:
        """The name of somebody new as it is kept: ``dr okonkwo`` is Dr Okonkwo."""
        return " ".join(map(capitalised, self.typed(first, last).split()))

    def follows_hyphen(self, number: int) -> bool:
        """Whether the word is the rest of a longer one: the Luc of Jean-Luc."""
        return glues(self.text, self.words[number].start - 1)

    def precedes_hyphen(self, number: int) -> bool:
        """Whether the word is the beginning of a longer one."""
        return glues(self.text, self.words[number].end)

    def whole(self, number: int) -> int:
        """The last word of what hyphens join to the word."""
        while self.precedes_hyphen(number) and number + 1 < len(self.words):
            number += 1
        return number

    def with_title(self, number: int) -> int:
        """The last word of a name that begins with the word: what hyphens join to it, and after a title or an
        *old* or *aunt* the name itself. In small letters that is so after what is short for a title alone.
        """
        word = self.words[number].value
        while is_before_name(word) and self.goes_on(number):
            further = self.words[number + 1].value
            is_short = word.casefold() in _SHORTENED and not self.is_everyday(number + 1)
            if further.casefold() in COMMON or not (further[0].isupper() or is_short):
                break
            number, word = number + 1, further
        return self.whole(number)

    def goes_on(self, number: int) -> bool:
        """Whether the next word may be of the same name: after a space, a hyphen or the dot of an initial."""
        if number + 1 == len(self.words) or self.words[number + 1].key:
            return False
        gap = self.text[self.words[number].end : self.words[number + 1].start]
        if not gap or not _GAP.fullmatch(gap):
            return False
        word = self.words[number].value
        return gap[0] != "." or len(word) == 1 or word.casefold() in _SHORTENED

    def has_dot(self, number: int) -> bool:
        """Whether a dot stands right after the word."""
        return self.text.startswith(".", self.words[number].end)

    def is_initial(self, number: int) -> bool:
        """Whether the letter stands for a name, not for itself: with a dot, or a capital other than I."""
        value = self.words[number].value
        return self.has_dot(number) or (value.isupper() and value != "I")

    def are_small_everyday(self, first: int, last: int) -> bool:
        """Whether the words may be everyday words as well as a name, and begin in small letters."""
        return self.words[first].value[0].islower() and all(
            self._is_everyday(self.words[number].value) for number in range(first, last + 1)
        )

    def names_by_last(self, first: int, last: int, whole: str) -> bool:
        """Whether the last name of who is called `whole` stands where a person is meant (`last_names`)."""
        start, end = self.words[first].start, self.words[last].end
        if self.words[first].key:
            return False
        if has_title(self.text, start, whole):
            return True
        while self.follows_hyphen(last):
            last -= 1
        is_name = self.words[last].value[0].isupper() and not self.is_everyday(last)
        return is_name and is_person_at(self.text, start, end)

    def is_everyday(self, number: int) -> bool:
        """Whether the word may be an everyday one as well, and does not begin a longer one."""
        return self._is_everyday(self.words[number].value) and not self.precedes_hyphen(number)

    def names_nobody(self, number: int) -> bool:
        """Whether the word is somebody else's mum, or how something is done: with grace and patience."""
        if self.words[number].value in _WORDS:
            from netjournal.language.names.small_names import is_manner

            return is_manner(self.text, self.words[number].start, self.words[number].end)
        return self.is_of_another(number)

    def surname_after(self, number: int) -> tuple[int, int] | None:
        """The first and last word of what looks like the surname or initial that goes with a first name.

        It begins with a capital, perhaps after a ``van`` or ``de``, in the same line; weekdays, months, words
        in capitals only and everyday words are none.
        """
        first = last = number + 1
        while self._is_next_to(last - 1) and self.words[last].value in PARTICLES:
            last += 1
        if not self._is_next_to(last - 1):
            return None
        value = self.words[last].value
        if len(value) == 1:
            is_name = value.isupper() and (value not in "AI" or self.has_dot(last))
        else:
            is_name = value[0].isupper() and not value.isupper() and not self._is_everyday(value)
        return (first, self.whole(last)) if is_name else None

    def is_of_another(self, number: int) -> bool:
        """Whether it is a word like mum, and somebody else's: her mum, Ada's dad."""
        word = self.words[number]
        if not any(len(way) == 1 and way[0] in KIN for way in self.spellings[word.value]):
            return False
        return _ANOTHERS.search(self.text[max(word.start - _NEAR, 0) : word.start]) is not None

    def _is_next_to(self, number: int) -> bool:
        """Whether nothing but spaces stands between the word and the next."""
        if number + 1 >= len(self.words) or self.words[number + 1].key:
            return False
        gap = self.text[self.words[number].end : self.words[number + 1].start]
        return gap.isspace() and "\n" not in gap

    def _is_everyday(self, value: str) -> bool:
        return any(all(part in EVERYDAY or len(part) == 1 for part in way) for way in self.spellings[value])

    def folded(self, first: int, last: int) -> frozenset[str]:
        """The folded words from `first` to `last`, as they are first spelt."""
        return frozenset(
            part for number in range(first, last + 1) for part in self._spelt(self.words[number].value)
        )

    def _spelt(self, value: str) -> Words:
        return self.spellings[value][0] if self.spellings[value] else ()


def capitalised(name: str) -> str:
    """``ada`` and ``jean-luc`` with their capitals; a name that has one already, or more, as it is."""
    if not name.islower():
        return name
    return re.sub(r"(?:^|(?<=[-‐‑]))\w", lambda match: match[0].upper(), name)
