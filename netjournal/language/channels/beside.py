"""Whether one was in one place with somebody, where no cue tells a channel (issue 2 §3).

Nothing is looked for but who stands beside oneself in the line; what was done may be anything. Open stays
whatever may have been from afar (a word of writing or calling stands in the line; one only talked, agreed or
argued), is planned or denied, or was done by others.

| in the line                                            | in one place                             |
|--------------------------------------------------------|------------------------------------------|
| padel with Ada; food bank w/ Ada; sat up with Ada      | yes: with them                           |
| argued with Ada; trouble with Ada; 1:1 with Ada        | open                                     |
| hiking with Ada tomorrow; Bo went out with Ada         | open                                     |
| fondue at Ada's; cards at mine, Ada won; jam from Ada's | yes, yes, open: a home                  |
| Ada & me round the lake; Ada and I got lost            | yes; but Ada and I talked                |
| pizza night: Ada, Bo; pub, Ada & Bo                    | yes: what, and who                       |
| choir again. Ada was glad                              | yes: what many do in one place           |
| talked to Ada at the bar; Ada at the club              | yes: a place                             |
| Ada: brought her soup                                  | yes: `beside_deeds`, of whom it begins   |
| Ada was here; saw Ada; gave Ada a jar                  | yes: `beside_deeds`                      |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from netjournal.language.channels import beside_words as known
from netjournal.language.channels.beside_deeds import did_here, done_to
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.quoted import without_quoted
from netjournal.language.channels.stretches import (
    HELD,
    INTO,
    JOINS,
    LINKS,
    LITTLE,
    NAMES,
    PAUSES,
    SMALL,
    THEIRS,
    Sentence,
    sentences_of,
    words_in,
)
from netjournal.language.names.masked import ELSEWHERE

_REACH = 600
_WITH = ("with", "w/", "w")
_ME = frozenset(("i", "me"))
_AND = frozenset(("and", "&", "+", "n", "/"))
_TO_ME_WORDS = "of about for to between told gave asked from with"
_TO_ME = frozenset(_TO_ME_WORDS.split())
_ABOUT_WORDS = "about that how is are has"
_ABOUT = frozenset(_ABOUT_WORDS.split())
_TOGETHER = known.PLACES | known.GATHERINGS
_BY = {
    "to": ("round", "over", "around", "back", "up", "down"),
    "by": ("dropped", "popped", "stopped", "swung"),
}
"""What stands before a home where one went: round to Ada's, dropped by Ada's."""

_SHORT = 5
"""Words that say what was done, and no more."""


_HEADED = (
    rf"(?i)\A(\s*{SOMEBODY})\s*[-–—:]\s+((?:i )?(?:brought|gave|took|fetched|drove|hugged|helped|lent|cooked"
    r"|made|carried|walked|visited|met|saw) )(?:her|him|them)\b"
)
"""What one did to whom one wrote of: Ada - brought her soup."""


def is_beside(text: str) -> bool:
    """Whether `text` tells that one was in one place with SOMEBODY, each of whom took part.

    ELSEWHERE of `masked` stands in it for the names of those who did not.
    """
    headed = re.sub(_HEADED, rf"\1: \2{SOMEBODY}", text[:_REACH], count=1)
    words = words_in(without_quoted(headed))
    if any(_is_afar(words, number) for number, word in enumerate(words) if word in known.AFAR):
        return False
    return any(
        _is_gathering(one) or _is_with_me(one) or (SOMEBODY in one.words and _tells(one))
        for one in sentences_of(words)
    )


def _is_afar(words: Sequence[str], number: int) -> bool:
    """Whether the word of writing or calling is not only of what is to come."""
    return known.MEANS.isdisjoint(words[max(number - 3, 0) : number])


def _tells(one: Sentence) -> bool:
    """Whether a word of the sentence tells that one was beside SOMEBODY."""
    for number, word in enumerate(one.words):
        if word in NAMES:
            is_so = _is_home(one, number) or did_here(one, number) or _is_beside_me(one, number)
        elif word in _WITH:
            is_so = _is_with(one, number)
        else:
            is_so = done_to(one, number) or (word in known.SOMEWHERE and _is_place(one, number))
        if is_so:
            return True
    return _is_listed(one)


def _is_gathering(one: Sentence) -> bool:
    """Whether it begins with what many do in one place."""
    names = [number for number, word in enumerate(one.words) if word in NAMES]
    head = one.words[: names[0]] if names else one.words
    if not 0 < len(head) <= _SHORT or known.GATHERINGS.isdisjoint(head) or head[-1] in INTO:
        return False
    if head[-1] in _WITH and not one.is_of_them(len(head)):
        return False
    told = one.words[len(head) + 1 : len(head) + 2]
    return one.is_plain(one.words) and HELD.isdisjoint(head) and known.ONGOING.isdisjoint((*head, *told))


def _is_with_me(one: Sentence) -> bool:
    """Whether somebody, named before, sat or stood with oneself."""
    for number, word in enumerate(one.words[:-1]):
        if word in _WITH and one.words[number + 1] in ("me", "us"):
            before = one.words[one.pause(number) : number]
            is_seated = not known.SEATED.isdisjoint(before)
            return is_seated and ELSEWHERE not in before and one.is_plain(before)
    return False


def _is_with(one: Sentence, number: int) -> bool:
    """Whether somebody stands after the ``with``, and what is before it was done with them."""
    start = one.pause(number)
    if start == number and number:
        start = one.pause(number - 1)
    if start == number or one.somebody_after(number) is None or not one.is_ours(start, number):
        return False
    before = one.words[start:number]
    clause = before[max((at + 1 for at, word in enumerate(before[:-1]) if word in LINKS), default=0) :]
    last = clause[-1]
    is_up = last in ("up", "on", "out") and not known.OPEN_UP.isdisjoint(clause)
    return last not in known.STATES and not is_up and HELD.isdisjoint(clause)


def _is_home(one: Sentence, number: int) -> bool:
    """Whether one was at somebody's: fondue at Ada's, but not a look at Ada's draft."""
    at = number - 1 - (one.at(number - 1) in SMALL)
    is_there = one.at(at) in ("at", "round", "from") or one.at(at - 1) in _BY.get(one.at(at), ())
    is_at = is_there and one.at(number + 1) in THEIRS
    if not is_at or one.at(at - 1) in known.LOOKED or one.at(number + 2) in known.THINGS:
        return False
    if one.at(at) == "to" and (one.at(at - 2) in known.LOOKED or one.at(number + 2) in known.AFFAIRS):
        return False
    start = one.pause(number)
    told = one.words[start:at]
    if one.at(at) == "from" and "picked" not in told and "collected" not in told:
        return False
    return known.AFFAIRS.isdisjoint(told) and one.is_ours(start, max(at, start))


def _is_beside_me(one: Sentence, number: int) -> bool:
    """Whether it stands in a list with oneself, of those who did something: Ada and I got lost."""
    if (number and _is_listed_at(one, number - 1) and one.at(number - 2) in NAMES) or _ME.isdisjoint(
        one.words
    ):
        return False
    start, end = number, number + 1
    while start and _is_listed_at(one, start - 1):
        start -= 1
    while _is_listed_at(one, end):
        end += 1
    start, end = start + (one.words[start] == ","), end - (one.words[end - 1] == ",")
    run = one.words[start:end]
    if SOMEBODY not in run or len(run) == len(one.words) or not _is_joined(run):
        return False
    if one.at(end) in THEIRS or one.at(start - 1) in _TO_ME or one.at(end) in known.PRESENT:
        return False
    told = one.words[end : one.next_pause(end)]
    if not told and not start:
        return False
    before = one.words[one.pause(start) if told else 0 : start]
    is_open = HELD.isdisjoint((*before, *told)) and known.OTHERS.isdisjoint(before)
    return is_open and one.is_plain((*before, *told))


def _is_listed_at(one: Sentence, number: int) -> bool:
    word = one.at(number)
    return word in JOINS or word in NAMES or word in _ME


def _is_joined(run: Sequence[str]) -> bool:
    """Whether one is listed with them: Ada and me, or me, Ada and Bo; but not: told me, Ada left."""
    at = next((number for number, word in enumerate(run) if word in _ME), None)
    if at is None:
        return False
    around = run[max(at - 1, 0) : at + 2]
    return not _AND.isdisjoint(around) or (at == 0 and "," in around and len(run) > len("me,"))


def _is_place(one: Sentence, number: int) -> bool:
    """Whether a place where one is stands beside somebody: talked to Ada at the bar, Ada at mine."""
    start = next((at for at in range(number - 1, number - 4, -1) if one.at(at) in known.AT), None)
    if start is None or not _is_whose(one.words[number], one.words[start + 1 : number]):
        return False
    begin, end = one.pause(start), one.next_pause(number)
    if one.words[number] in known.AT_HOME and SOMEBODY not in one.words[begin:end]:
        begin, end = 0, len(one.words)
    stretch = one.words[begin:end]
    told = (*one.words[begin:start], *one.words[number + 1 : end])
    if SOMEBODY not in stretch or not known.AFFAIRS.isdisjoint(told) or not _ABOUT.isdisjoint(stretch):
        return False
    who = begin + stretch.index(SOMEBODY)
    if not one.is_of_them(who) or one.at(who - 1) in INTO - {"to"}:
        return False
    is_all = all(word in NAMES or word in JOINS or word in LITTLE for word in one.words[begin:start])
    return (is_all and one.is_plain(stretch)) or one.is_ours(begin, end)


def _is_whose(word: str, between: Sequence[str]) -> bool:
    """Whether the place is one where many are, or one's own."""
    if word in known.AT_HOME:
        return not between
    return word in known.PLACES or "my" in between or "our" in between


def _is_listed(one: Sentence) -> bool:
    """Whether it says what was done, and then two or more by their names alone: pub, Ada & Bo."""
    words = one.words
    first = next(number for number, word in enumerate(words) if word in NAMES)
    head = words[one.pause(first - 1) : first - 1] if first else ()
    if one.at(first - 1) not in (":", ",", "(", "[", "-", "–") or not 0 < len(head) <= _SHORT:
        return False
    if not (one.is_plain(head) and HELD.isdisjoint(head) and known.LISTS.isdisjoint(head)):
        return False
    if head[0] in INTO or (one.at(first - 1) == "," and _TOGETHER.isdisjoint(head)):
        return False
    end = first
    while one.at(end) in NAMES or one.at(end) in JOINS or one.at(end) in SMALL:
        end += 1
    is_end = end == len(words) or words[end] in PAUSES or words[end - 1] == ","
    return is_end and words[first:end].count(SOMEBODY) > 1
