"""Names whose genitive quick fingers type without its apostrophe: at Friedels bed (issue 5 §1)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from netjournal.language.folding import fold, words
from netjournal.language.names.everyday import EVERYDAY
from netjournal.language.names.phrases import given_name
from netjournal.language.tokens import Token
from netjournal.model import Acquaintance, Acquaintances

_OWNED = (
    r"[^\S\n]+(?:[a-z]+ )?(?:birthday|name day|party|wedding|funeral|place|house|home|flat|room|kitchen"
    r"|garden|studio|office|shop|workshop|boat|car|bike|dog|cat|bed|bedside|hand|desk|door|ward|mother|mum|mom"
    r"|father|dad|parents|sister|brother|son|daughter|kids|children|baby|wife|husband|partner|girlfriend"
    r"|boyfriend|aunt|uncle|cousin|friend|family|grave|letter|message|number|concert|lecture|exhibition)\b"
)
"""What plainly is somebody's, after a name that is a word as well: Marks birthday, but: Roses bloom."""

_THING = (
    r"[^\S\n]+(?!(?:and|or|but|the|for|from|with|who|that|was|were|are|is|has|had|have|his|her|will|would|can"
    r"|could|should|may|did|does|do|not|in|on|at|to|of|by|as|too|also|both|all|about|over|into|after|before"
    r"|says|said|sends|sent|came|come|comes|went|goes|got|gets|made|makes|gave|gives|took|takes|told|tells|wrote"
    r"|rang|brought|sat|sang|ate|drank|saw|met|left|lent|lost|ran|read|sold|stood|thought|knew|knows|wants|needs"
    r"|likes|loves|slept|spoke|then|there|here|again|today|yesterday|tomorrow|tonight|now|just|never|always"
    r"|(?!shed|seed|speed)[a-z]{2,}ed|(?!family|belly)[a-z]+ly)\b|[a-z]*['’])[a-z]{3,}"
)
"""A word that may be a thing, and is no deed of a whole family: Friedels bed, but: Costas came."""

_SHORTEST, _NEAR = 4, 60


def without_genitives(text: str, tokens: Sequence[Token], people: Acquaintances) -> Sequence[Token]:
    """The `tokens` of `text` with the name alone where one of `people` is named in the genitive.

    Only where the word has its capital and is nobody's name itself: Jonas is not Jona's.
    """
    maybe = dict(_genitives(text, tokens))
    if not maybe:
        return tokens
    folded = {form for token in maybe for form in (fold(token.value), fold(token.value[:-1]))}
    found = people.answering_to(folded)
    taken = {word for person in found for name in _names(person) for word in words(fold(name))}
    called = {fold(name) for person in found for name in (given_name(person.name), *_names(person))}
    return tuple(
        Token("word", token.start, token.end - 1, token.value[:-1])
        if token in maybe and _is_owner(text, token, maybe[token], taken, called)
        else token
        for token in tokens
    )


def is_genitive(text: str, end: int) -> bool:
    """Whether a name that ends at `end` goes on with an s that has no apostrophe."""
    return text.startswith("s ", end)


def _genitives(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """The words that may be genitives, by their letters and what stands around them, and the first name that
    goes with each: Ana of Ana Lindts boat.
    """
    for number, token in enumerate(tokens):
        value = token.value
        if token.kind != "word" or token.key or value[-1:] != "s" or len(value) < _SHORTEST:
            continue
        is_name = value.isalpha() and value[0].isupper() and not value.isupper()
        if not is_name:
            continue
        is_owner = re.match(_THING, text[token.end : token.end + _NEAR]) is not None
        if is_owner:
            before = tokens[number - 1] if number else None
            yield token, before.value if before and _is_surname(text, before, token) else ""


def _is_surname(text: str, before: Token, token: Token) -> bool:
    """Whether the word right `before` is the first name that goes with it: Ana Marks."""
    is_next = before.kind == "word" and text[before.end : token.start].isspace()
    return is_next and before.value[0].isupper() and fold(before.value) not in EVERYDAY


def _is_owner(text: str, token: Token, first: str, taken: Collection[str], called: Collection[str]) -> bool:
    name = fold(f"{first} {token.value[:-1]}".strip())
    if fold(token.value) in taken or name not in called:
        return False
    is_word = name in EVERYDAY or fold(token.value) in EVERYDAY
    return not is_word or re.match(_OWNED, text[token.end : token.end + _NEAR]) is not None


def _names(person: Acquaintance) -> tuple[str, ...]:
    return (person.name, *person.nicknames)
