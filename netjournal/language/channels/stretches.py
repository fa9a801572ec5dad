"""The words of a sentence, and the stretches between its pauses; a name is one word (issue 2 §3)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from netjournal.language.channels import beside_words as known
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.names.masked import ELSEWHERE

NAMES = (SOMEBODY, ELSEWHERE)
THEIRS = ("'s", "’s", "'", "’")
JOINS = frozenset(("and", "&", "+", "n", "/", ",", "or"))
_LITTLE_WORDS = "also just then later both all even still again finally too"
LITTLE = frozenset(_LITTLE_WORDS.split())
_SMALL_WORDS = "a an the my our his her their old dear uncle aunt both doctor dr mr mrs ms"
SMALL = frozenset(_SMALL_WORDS.split())
_LINKS_WORDS = "and then but so while because when after before until till as where although"
LINKS = frozenset(_LINKS_WORDS.split())
_INTO_WORDS = "from to for of about by on in at that who which how if because without so"
INTO = frozenset(_INTO_WORDS.split())
PAUSES = frozenset(",:()[]–—>=")
HELD = known.TALKS | known.AFFAIRS

_TOKENS = rf"{SOMEBODY}|{ELSEWHERE}|w/|\d+[.:]\d+|['’]s\b|[\w-]+(?:['’](?!s\b)\w+)?|[^\s\w]"
_STOPS = frozenset(".!?;")
_US_WORDS = "i me we us i'm i’m we're we’re our my"
_US = frozenset(_US_WORDS.split())
_DENIED = known.MEANS | known.WITHOUT_US | known.TO_COME
_NEAR = 5
"""Words after another in which a name stands that goes with it."""


def words_in(text: str) -> list[str]:
    """The words and signs of `text` in small letters, each name by itself."""
    return re.findall(_TOKENS, text.lower().replace("\n", ". "))


def sentences_of(words: Sequence[str]) -> Iterator[Sentence]:
    """The sentences that `words` and signs make."""
    start = 0
    for number, word in enumerate((*words, ".")):
        if word in _STOPS:
            if number > start:
                yield Sentence(words[start:number])
            start = number + 1


class Sentence:
    """The `words` and signs of one sentence, numbered."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        said = " ".join(words) if "next" in words or "ago" in words else ""
        self._is_afar_in_time = "years ago" in said or ("next" in words and "next to" not in said)

    def at(self, number: int) -> str:
        """The word of that number; empty outside of the sentence."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def pause(self, number: int) -> int:
        """Where the stretch without a pause begins in which the word stands."""
        return next((at + 1 for at in range(number - 1, -1, -1) if self._is_pause(at)), 0)

    def next_pause(self, number: int) -> int:
        """Where that stretch ends."""
        return next((at for at in range(number, len(self.words)) if self._is_pause(at)), len(self.words))

    def _is_pause(self, number: int) -> bool:
        """Whether the sign there is a pause, and not one between names."""
        word = self.words[number]
        if word != "," or not number or self.words[number - 1] not in NAMES:
            return word in PAUSES
        after = self.at(number + 1)
        return after not in NAMES and not (after in JOINS and self.at(number + 2) in NAMES)

    def begins(self, number: int) -> bool:
        """Whether the word begins a clause."""
        before = self.at(number - 1)
        return not before or before in PAUSES or before in LINKS

    def is_of_them(self, number: int) -> bool:
        """Whether the word there is somebody, themselves and nobody of theirs."""
        return self.at(number) == SOMEBODY and self.at(number + 1) not in THEIRS

    def somebody_after(self, number: int) -> int | None:
        """Where somebody stands near after the word."""
        for who in range(number + 1, min(number + 1 + _NEAR, len(self.words))):
            word = self.words[who]
            if word == SOMEBODY:
                return who if self.is_of_them(who) else None
            if word in INTO or (word in PAUSES and word not in JOINS) or word in HELD:
                return None
        return None

    def is_plain(self, words: Collection[str]) -> bool:
        """Whether nothing in `words` is planned, denied or called off."""
        return _DENIED.isdisjoint(words) and not self._is_afar_in_time

    def is_ours(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are plain and tell of no deed of others."""
        before, rest = self.words[start:end], self.words[end:]
        if any(who in NAMES and then in known.ONGOING for who, then in pairwise(rest[:6])):
            return False
        is_off = not known.WITHOUT_US.isdisjoint(rest) or not known.TO_COME.isdisjoint(rest)
        if is_off or not self.is_plain(before):
            return False
        if not _US.isdisjoint(before):
            return True
        first = next((word for word in before if word not in LINKS), "")
        return first not in NAMES and known.OTHERS.isdisjoint(before)
