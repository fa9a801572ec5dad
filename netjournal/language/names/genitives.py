"""Names whose genitive quick fingers type without its apostrophe (issue 5 §1).

| in the line                                       | whose it is                                    |
|---------------------------------------------------|------------------------------------------------|
| at Friedels bed; mums birthday                    | Friedel; Mum: in small letters what is plainly |
|                                                   | somebody's                                     |
| bbq at lios; supper at Mr Satos: Yuki, Bram       | Lio; Mr Sato: at whose home one was            |
| mums rehab dayroom, she sang                      | Mum: she did something there                   |
| mums rehab dayroom; the mums kitchen; at the mums | nobody: there are many mums                    |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from netjournal.language.folding import fold, words
from netjournal.language.names.everyday import EVERYDAY
from netjournal.language.names.last_names import has_title
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

_AT_HOME_OF = (
    r"(?i)\b(?:at|(?:went|popped|dropped|stopped|called) by"
    r"|(?:went|over|round|around|back|popped|drove|walked|cycled|came|down|up|off) to)\s+"
    r"(?:(?:mr|mrs|ms|mx|miss|dr|prof|aunt|auntie|uncle)\.?\s+)?(?:[^\W\d_][\w'’-]* (?:and|n|&|\+) )?\Z"
)
_NO_MORE = (
    r"(?=\s*(?:[.,;:!?()\n–—>]|\Z)|\s+(?:-\s|(?:with|w/?|on|in|for|this|last|yesterday|today|tonight|after|before"
    r"|again|until|till|then|together)(?!\w)))"
)
"""What follows where one was at somebody's home, and says nothing more of whose: at lios with Ana."""

_DID_THERE = (
    r"[^.;!?\n]{3,60}?[,;:–—-]\s+(?:and\s+)?(?:s?he|they)\s+"
    r"(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|wants?|needs?|says?|said|did|does"
    r"|left|died)\b|[a-z]*n['’]t\b|[a-z]+s\b)[a-z]{2,}"
)
_WHERE = r"(?i)(?:\A\s*|[.;:!?\n]\s*|\b(?:at|in|to|from|outside)\s+)\Z"
_MANY = (
    r"(?i)\b(?:the|these|those|two|three|four|other|others|new|all|some|many|most|few|both|single|young|old|school|of"
    r"|and|or|by|for|as|fellow|working|stay-at-home)\s+\Z"
)
"""What stands before several who are called so: the other mums."""

_SHORTEST, _NEAR = 4, 60


def without_genitives(text: str, tokens: Sequence[Token], people: Acquaintances) -> Sequence[Token]:
    """The `tokens` of `text` with the name alone where one of `people` is named in the genitive.

    Only where the word is nobody's name itself: Jonas is not Jona's.
    """
    maybe = dict(_endings(text, tokens))
    if not (maybe and people.answering_to(_forms(maybe))):  # sooner told than what stands around them
        return tokens
    maybe = {token: first for token, first in maybe.items() if _tells_owner(text, token)}
    found = people.answering_to(_forms(maybe))
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
    return text.startswith("s", end) and not text[end + 1 : end + 2].isalnum()


def _endings(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """The words that may be genitives, by their letters, and the first name that goes with each: Ana of Ana
    Lindts boat.
    """
    for number, token in enumerate(tokens):
        value = token.value
        if token.kind != "word" or token.key or value[-1:] != "s" or len(value) < _SHORTEST:
            continue
        if not value.isalpha() or value[1:] != value[1:].lower():
            continue
        before = tokens[number - 1] if number else None
        yield token, before.value if before and _is_surname(text, before, token) else ""


def _forms(maybe: Iterable[Token]) -> set[str]:
    """The words as they stand and without the s, folded."""
    return {form for token in maybe for form in (fold(token.value), fold(token.value[:-1]))}


def _tells_owner(text: str, token: Token) -> bool:
    """Whether the words around one that ends in an s tell that something, or a home, is somebody's."""
    before, after = text[max(token.start - _NEAR, 0) : token.start], text[token.end : token.end + 2 * _NEAR]
    if re.search(_AT_HOME_OF, before) and re.match(_NO_MORE, after):
        return True
    is_thing = re.match(_THING, after) is not None
    if not is_thing or token.value[0].isupper():
        return is_thing
    if re.match(_OWNED, after):
        return re.search(_MANY, before) is None
    return re.search(_WHERE, before) is not None and re.match(_DID_THERE, after) is not None


def _is_surname(text: str, before: Token, token: Token) -> bool:
    """Whether the word right `before` is the first name that goes with it: Ana Marks."""
    is_next = before.kind == "word" and text[before.end : token.start].isspace()
    return is_next and before.value[0].isupper() and fold(before.value) not in EVERYDAY


def _is_owner(text: str, token: Token, first: str, taken: Collection[str], called: Collection[str]) -> bool:
    name = fold(f"{first} {token.value[:-1]}".strip())
    if fold(token.value) in taken or (name not in called and not _is_titled(text, token, called)):
        return False
    is_word = name in EVERYDAY or fold(token.value) in EVERYDAY
    before, after = text[max(token.start - _NEAR, 0) : token.start], text[token.end : token.end + _NEAR]
    is_plain = token.value[0].isupper() and re.match(_OWNED, after) is not None
    return not is_word or is_plain or re.search(_AT_HOME_OF, before) is not None


def _is_titled(text: str, token: Token, called: Collection[str]) -> bool:
    """Whether Mr, Dr or the like stands before the last name of somebody: at Mr Satos."""
    last = fold(token.value[:-1])
    return any(name.endswith(f" {last}") and has_title(text, token.start, name) for name in called)


def _names(person: Acquaintance) -> tuple[str, ...]:
    return (person.name, *person.nicknames)
