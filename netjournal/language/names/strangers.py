"""Somebody one was with who is not in the journal yet, named without an ``@``.

| in the line                                         | not in the journal yet            |
|-----------------------------------------------------|-----------------------------------|
| lunch with the architect upstairs, Elif Şahin       | Elif Şahin                        |
| Uwe and I sang; met his assistant Jana; called dad  | Uwe; Jana; dad                    |
| said sorry to Wilma; Wilma & Ailsa stayed for a pint| Wilma; Wilma and Ailsa            |
| rang abena; coffee w dragan                         | abena; dragan (`small_strangers`) |
| walked in Berlin; saw Hamlet; tea with a neighbour  | nobody                            |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from netjournal.language.completion import insertion
from netjournal.language.folding import fold, words
from netjournal.language.names.everyday import EVERYDAY, KIN, PARTICLES
from netjournal.language.names.shortening import TITLES
from netjournal.language.names.small_strangers import is_small_name
from netjournal.language.tokens import Token, scan
from netjournal.model import Acquaintances

_REACH = 400
_LONGEST = 4
"""Words of a name."""

_SHORTEST = 3
_SOMEBODY = r"(?:my|the|our|his|her|their|an?|another)(?: [a-z0-9'’-]+){1,8}?"
_WITH = (
    r"(?:\bwith|\bw/?|\bmet|\brang|\bcalled|\bphoned|\btexted|\bmessaged|\bemailed|\bwrote(?: to)?"
    r"|\bspoke (?:to|with)|\btalked (?:to|with)|\b(?:bumped|ran) into|\bhugged|\bthanked"
    r"|\bapologi[sz]ed to|\bintroduced (?:me|us) to"
    r"|\bsaid (?:sorry|thanks|thank you|hello|hi|goodbye|bye) to)"
)
_NAME = r"@?[\"“]?[^\W\d_a-z][\w'’-]*[\"”]?"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,2}}"
_BEFORE = (
    rf"{_WITH}(?:(?: my| {_SOMEBODY},?| [^.;:!?,\n]{{2,30}} (?:and|&))?\s+"
    rf"| (?:{_NAMES}, ){{1,8}}(?:{_NAMES} )?(?:and|&) )\Z"
)
_IN_A_LIST = rf"{_WITH} (?:{_NAMES}, ){{1,8}}\Z"
_GOES_ON = rf"(?:, {_NAMES}){{0,8}},? (?:and|&) {_NAME}"
_FROM = r"\b(?:from|in|at|of|to|near|for|by|on|about|over|into|after|before)\s+\Z"
_TO_WHOM = (
    r"(?:(?:wrote|spoke|talked|apologi[sz]ed|introduced (?:me|us)|said [a-z ]{2,10}) to"
    r"|(?:bumped|ran) into)\s+\Z"
)
_I = ("I'", "I’")
_AND_I = r" (?:and|&) (?:I|me)\b"
_BEGINS = rf"(?:\A|[.,;:!?(–—-]\s*)(?:{_NAMES}(?:, {_NAMES}){{0,4}},? (?:and|&) )?\Z"
_WAS_IN_TOUCH = (
    rf"(?:(?:, {_NAMES}){{0,4}},? (?:and|&) {_NAMES}| (?:from|at|in) [^.,;:!?\n]{{2,20}}?)?"
    r" (?:(?:just|also|then|finally|even) )?(?:rang|called|phoned|texted|messaged|emailed|wrote|answered"
    r"|replied|visited|stayed|came (?:by|over|round|along|with|for|to)"
    r"|(?:dropped|popped) (?:by|in|over|round)"
    r"|(?:told|asked|showed|helped|invited|brought|gave|lent|drove|hugged) me)\b"
)
"""What shows that whoever is named before it was there, or in touch: the first words of a sentence."""

_NOBODYS = """
anybody anyone church christmas clients colleagues customers easter everybody everyone family folk folks
friends guests help home hospital kids landlord neighbors neighbours nobody none nurse office others
parents patients people police relatives school somebody someone students visitors work
"""
_NOBODYS_NAMES = frozenset(_NOBODYS.split())
"""Words that begin a sentence with a capital, and may come, ring or stay as people do."""


class Stranger(NamedTuple):
    """A name as it was `written`, of whom one was with, that nobody in the journal has."""

    written: str

    @property
    def said(self) -> str:
        """``Elif Şahin is not in your journal yet.``"""
        return f"{self.written} is not in your journal yet."

    @property
    def instead(self) -> str:
        """What writes them down, with a capital: ``@"Elif Şahin"``."""
        is_small = self.written.islower() and self.written not in KIN
        return insertion("person", self.written.title() if is_small else self.written).rstrip()

    def place_in(self, line: str) -> tuple[int, int] | None:
        """Where in the `line` of the text it stands, for `instead` to be put there; None if it does not."""
        for token in scan(line):
            if token.kind == "word" and line.startswith(self.written, token.start):
                return token.start, token.start + len(self.written)
        return None


def stranger_in(text: str, people: Acquaintances, present: Collection[str]) -> Stranger | None:
    """The first of `strangers_in` a text."""
    return next(strangers_in(text, people, present), None)


def strangers_in(text: str, people: Acquaintances, present: Collection[str]) -> Iterator[Stranger]:
    """The names in `text` of those one was with, by the words around them, that none of `people` has.

    `present` are the names of those who took part. A name with its capital tells of itself, or what one calls
    one's parents, and only after such words as *with*, *met* or *rang*, or before *and I* or *came*; one in
    small letters where hardly anything else can stand.
    """
    text = text[:_REACH]
    known = {word for name in present for word in words(fold(name))} - PARTICLES
    for written in _names(text, tuple(token for token in scan(text) if token.kind == "word"), known):
        found = set(words(fold(written))) - PARTICLES
        if found and known.isdisjoint(found) and not people.answering_to(found):
            known |= found
            yield Stranger(written)


def _names(text: str, tokens: tuple[Token, ...], known: Collection[str]) -> Iterator[str]:
    """What looks like a name, but for those with a `known` word in them."""
    for number, token in enumerate(tokens):
        if is_small_name(text, token):
            yield token.value
            continue
        is_name = _is_capital(token.value) or token.value in KIN
        key = fold(token.value)
        if not is_name or key in EVERYDAY or key in known:
            continue
        end = _end(text, tokens[number : number + _LONGEST])
        if end - token.start < _SHORTEST and token.value.isascii():
            continue
        begin = _begin(text, tokens[:number], token)
        before = text[:begin]
        is_with = before and re.search(_BEFORE, before) and _is_to_whom(before)
        is_listed = re.match(_GOES_ON, text[end:]) and re.search(_IN_A_LIST, before)
        if is_with or is_listed or re.match(_AND_I, text[end:]) or _was_there(text, begin, end):
            yield text[begin:end]


def _is_to_whom(before: str) -> bool:
    return re.search(_TO_WHOM, before) is not None or re.search(_FROM, before) is None


def _was_there(text: str, begin: int, end: int) -> bool:
    """Whether the name from `begin` to `end` is of who begins a sentence, and came, rang or the like."""
    if text[begin:end].lower() in _NOBODYS_NAMES or not re.search(_BEGINS, text[:begin]):
        return False
    return re.match(_WAS_IN_TOUCH, text[end:]) is not None


def _begin(text: str, earlier: tuple[Token, ...], first: Token) -> int:
    """Where a name begins whose `first` word may follow a title, or small ones: Mr Baird, van der Berg."""
    while earlier and earlier[-1].value in PARTICLES and text[earlier[-1].end : first.start] in (" ", "-"):
        *more, first = earlier
        earlier = tuple(more)
    title = earlier[-1] if earlier else None
    is_titled = title is not None and fold(title.value).rstrip(".") in TITLES and title.value[0].isupper()
    return (
        title.start if title and is_titled and text[title.end : first.start] in (" ", ". ") else first.start
    )


def _end(text: str, tokens: tuple[Token, ...]) -> int:
    """Where a name ends that begins with the first of `tokens`: Elif Şahin, Mara van der Berg."""
    end = at = tokens[0].end
    for token in tokens[1:]:
        is_initial = len(token.value) == 1 and token.value.isupper() and token.value != "I"
        is_part = _is_capital(token.value) or token.value in PARTICLES or is_initial
        if text[at : token.start] not in (" ", "-") or not is_part:
            break
        at = token.end
        end = at if _is_capital(token.value) else end
    return end


def _is_capital(word: str) -> bool:
    """Whether it begins as a name does; a script without capitals is of names alone here."""
    first = word[0]
    is_uncased = first.isalpha() and first.lower() == first.upper()
    return is_uncased or (first.isupper() and not word.isupper() and not word.startswith(_I))
