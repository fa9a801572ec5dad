"""Names in small letters that are words as well, where the line tells that somebody is meant.

| in the line                                     | named                                              |
|-------------------------------------------------|----------------------------------------------------|
| lunch with joy; swam with rose this morning     | Joy, Rose: one has lunch with somebody             |
| dinner with rose & june; met will and grace     | all of them                                        |
| skat with tariq, mark and pieter                | Mark: among others one knows                       |
| me, joy, rose & the girls; rose and i sang      | Joy, Rose                                          |
| rose texted; rang mark; told rose, and          | Rose, Mark: it is people who do, and to whom one   |
|                                                 | does                                               |
| sang with joy; with hope and grace; covered     | nobody: it is how one sang, or a thing             |
| with moss; tea with honey; tea with rose petals |                                                    |
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from netjournal.language.names.genitives import is_genitive
from netjournal.language.tokens import Token

_MANNER_WORDS = """
joy grace hope faith patience love pride mercy happiness honour honor courage peace favor favour goodness
harmony wisdom pleasure freedom bliss constance charity prudence serenity unity victory comfort care
felicity destiny glory truth merit wonder thankful
"""
MANNER = frozenset(_MANNER_WORDS.split())
"""How one does something."""

_FOOD_WORDS = """
honey ginger basil sage rosemary olive berry cherry peaches pepper candy cookie jasmine brandy curry duck
pip chai cake rye lemon lime apple saffron ham tea ice salt herb coco thyme clove fish prosper
"""
_FOOD = frozenset(_FOOD_WORDS.split())
_NOUN = (
    r"(?:breakfast|brekkie|brunch|lunch|dinner|supper|tea|coffee|cuppa|drinks?|beers?|pints?|wine|meal|curry"
    r"|pizza|barbecue|bbq|picnic|meeting|meet-?up|call|chat|catch[- ]?up|walk|hike|run|swim|ride|gym|cinema"
    r"|film|movie|pub|zoom|facetime|date|visit|games?|match|lesson|class|concert|gig|party|trip|cards"
    r"|skat|chess|tennis|padel|poker|climbing|swimming|shopping|yoga|rehearsal|play|evening|night|morning)"
)
_MET = r"(?:(?<!was )(?<!were )met(?: up)?|h[au]ng(?:ing)? out|caught up|lunched|dined|zoomed|skyped|chatted)"
_DID = (
    r"(?:swam|ran|walked|hiked|climbed|cycled|sang|danced|played|cooked|ate|drank|talked|spoke|sat(?: up)?"
    r"|stayed|went(?: out)?|worked|trained|studied|travelled|shopped|sailed|skated|jogged|rode)"
)
_WITH = r"\s+(?:with|w/?)\s+\Z"
_AFTER_MEETING = rf"(?i)\b(?:{_NOUN}|{_MET}){_WITH}"
_AFTER_DOING = rf"(?i)\b{_DID}{_WITH}"
_MET_THEM = r"(?i)(?:\A|[.,;:!?\n]\s*|\b(?:and|then|i|we)\s+)(?:just |also |finally )?(?:met|saw|hugged)\s+\Z"
_LISTED = r"(?i)(?:\b(?:with|w/?|met|saw|hugged|between|invited|joined by)\s+|[:(\[]\s*)\Z"
_NO_NOUN = (
    r"(?i)(?:\Z|\s*[^\w\s'’-]|\s+(?:and|n|at|in|on|for|this|last|yesterday|today|tonight|about|again|then|who|she"
    r"|he|from|after|before|till|until|to|via|over|by|near|while|because|but)\b)"
)
_BEGIN = r"(?i)(?:\A|[.,;:!?(\n–—]\s*|\b(?:and|then|but|so)\s+)\Z"
_DID_IT = (
    r"(?i)\s+(?:(?:just|also|then|finally|never) )?(?:laughed|cried|texted|txt(?:d|ed|s)?(?=\W)|messaged|rang"
    r"|phoned|called|e?-?mailed|wrote|answered|replied|said|says|told|asked|wants?|thinks|promised|offered"
    r"|invited|visited|joined|stayed|hugged|sang|cooked|baked|helped|drove|brought|lent|gave me|showed me"
    r"|met me|came (?:by|over|round|too|along|with us|to (?:tea|dinner|lunch|see)))\b"
)
_TO_THEM = (
    r"(?i)(?:\A|[.,;:!?\n]\s*|\b(?:and|then|i|we)\s+)(?:just |also |finally )?(?:rang|called|phoned|texted"
    r"|messaged|e?-?mailed|wrote(?: to)?|told|asked|visited|thanked|helped|invited|talked to|spoke to"
    r"|bumped into|ran into)\s+\Z"
)
_THEY_DO = r"(?i)\s+(?:she|he|who)\b"
_JOINED = re.compile(r"\s*[,&+/]\s*(?:and\s+)?|\s+(?:and|n)\s+")
_MYSELF = ("me", "Me", "i", "I")
_REACH = 60
_WITH_WHAT = r"(?i)\bwith (?P<how>(?:great |such |much |some |more )?(?:(?P<other>[a-z]+) (?:and|or) )?)\Z"
_HOW_IT_WAS = (
    r"(?i)\b(?:it|this|that|all|everything|danced|moved|aged|bore|sang|walked|spoke) with (?:[a-z]+ )?\Z"
)
_HOW = MANNER | frozenset(("dignity", "humour", "humor", "style", "poise", "strength", "kindness", "ease"))


class Found(NamedTuple):
    """A possible name from the word `first` to the word `last`.

    `is_sure` if it is one whatever stands around it, `is_last` if it is but a last name, which needs others.
    """

    first: int
    last: int
    is_sure: bool = True
    is_last: bool = False


class Item(NamedTuple):
    """A possible name from `start` to `end`, at the word `number`; see `Found`."""

    start: int
    end: int
    word: str
    is_sure: bool
    is_last: bool
    number: int


def meant_in_small(text: str, words: Sequence[Token], found: Iterable[Found]) -> Iterator[int]:
    """The first words of those possible names that are not sure, and yet name somebody in `text`."""
    run: list[Item] = []
    myself = [Found(number, number) for number, word in enumerate(words) if word.value in _MYSELF]
    for first, last, is_sure, is_last in sorted({*found, *myself}):
        word = words[first].value.lower()
        item = Item(words[first].start, words[last].end, word, is_sure, is_last, first)
        if run and item.start < run[-1].end:
            continue
        gap = text[run[-1].end : item.start] if run else ""
        if run and gap.isspace() and is_sure and run[-1].is_sure:
            run[-1] = run[-1]._replace(end=item.end)
            continue
        if run and not _JOINED.fullmatch(gap):
            yield from _meant(text, run)
            run = []
        run.append(item)
    yield from _meant(text, run)


def is_manner(text: str, start: int, end: int) -> bool:
    """Whether a word like grace is how something is done: took it with grace, with grace and patience."""
    before = text[max(start - _REACH, 0) : start]
    found = re.search(_WITH_WHAT, before)
    if (
        text[start:end] not in MANNER
        or found is None
        or re.search(_AFTER_MEETING, before[: found.start("how")])
    ):
        return False
    after = re.match(r" (?:and|or) ([a-z]+)", text[end : end + _REACH])
    others = {found["other"], after[1] if after else None}
    return not _HOW.isdisjoint(others) or re.search(_HOW_IT_WAS, before) is not None


def _meant(text: str, run: Sequence[Item]) -> Iterator[int]:
    small = [item for item in run if not item.is_sure]
    if small and _is_of_people(text, run, {item.word for item in run}):
        yield from (item.number for item in small)


def _is_of_people(text: str, run: Sequence[Item], words: Collection[str]) -> bool:
    """Whether a list of possible names is one of people."""
    start, end = run[0].start, run[-1].end
    before, after = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    if len(run) > 1 and run[0].word == "me":
        return True
    if len(run) == 1 and is_genitive(text, run[0].end):
        return True
    if re.search(_BEGIN, before) and not any(item.is_last for item in run):
        with_me = len(run) > 1 and run[-1].word in _MYSELF and "," not in text[run[-2].end : run[-1].start]
        if with_me or re.match(_DID_IT, after):
            return True
    if any(item.is_sure for item in run) and not MANNER.issuperset(words):
        is_plain_list = not before.strip() and (len(run) > 2 or "," not in text[run[0].end : run[1].start])
        return is_plain_list or re.search(_LISTED, before) is not None
    if any(item.is_last for item in run) or not _FOOD.isdisjoint(words) or not re.match(_NO_NOUN, after):
        return False
    if re.search(_TO_THEM, before) and not re.match(_THEY_DO, after):
        return True
    if re.search(_MET_THEM, before):
        return True
    if not before.rstrip().lower().endswith(("with", "w", "w/")):  # the patterns below take long to say so
        return False
    did_it = MANNER.isdisjoint(words) and re.search(_AFTER_DOING, before)
    return bool(did_it or re.search(_AFTER_MEETING, before))
