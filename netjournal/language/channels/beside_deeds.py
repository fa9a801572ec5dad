"""What somebody did beside one, or one did to them, so that both were there (issue 2 §3).

| in the line                                    | open                                            |
|------------------------------------------------|-------------------------------------------------|
| Ada came early; Ada was here; Ada brought soup | Ada came up with it, was there for me           |
| Ada made us tea; Ada turned up; Ada there      | Ada made us laugh                               |
| saw Ada; beat Ada; drove Ada home              | saw Ada's cat, saw Ada on TV                    |
| gave Ada a jar; gave the keys to Ada           | gave Ada advice                                 |
| sat opposite Ada; lovely to see Ada again      | lovely to see Ada happy                         |
"""

from __future__ import annotations

from netjournal.language.channels import beside_words as known
from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.stretches import JOINS, LITTLE, NAMES, PAUSES, SMALL, Sentence

_IS = ("was", "were", "is", "are")
_HERE = ("here", "round", "over")
_GIVES = ("brought", "gave", "bought", "made", "drove")
_NEXT_TO = ("opposite", "between", "beside", "behind", "next")
_AFTER_HERE_WORDS = "for at again too ours mine all with today"
_AFTER_HERE = frozenset(_AFTER_HERE_WORDS.split())
_AGAIN_WORDS = "again here over round around at today after"
_AGAIN = frozenset(_AGAIN_WORDS.split())
_GLAD_WORDS = "good great nice lovely joy happy glad pleasure wonderful"
_GLAD = frozenset(_GLAD_WORDS.split())
_REST = 4
"""Words after a deed that may be what it was done with."""


def did_here(one: Sentence, number: int) -> bool:
    """Whether what somebody did, who begins a clause as the word `number`, was done beside one."""
    if one.words[number] != SOMEBODY or not one.begins(number):
        return False
    at = number + 1
    while one.at(at) in JOINS or one.at(at) in NAMES or one.at(at) in LITTLE:
        at += 1
    verb, rest = one.at(at), one.words[at + 1 : min(at + 1 + _REST, one.next_pause(at))]
    if not one.is_plain((verb, *rest)):
        return False
    if verb in _IS or verb in _HERE or verb == "there":
        return _was_here(one, at)
    if verb not in known.DID or (rest[0] if rest else ".") not in known.DID[verb]:
        return False
    is_open = verb in _GIVES and not known.ABSTRACT.isdisjoint(rest)
    return not is_open and known.NOT_AFTER.get(verb, frozenset()).isdisjoint(rest)


def _was_here(one: Sentence, at: int) -> bool:
    """Whether the word `at`, right after somebody, goes on to say that they were here."""
    if one.words[at] in _IS:
        at += 1 + (one.at(at + 1) in LITTLE)
        if one.at(at) not in _HERE:
            return False
    return _ends(one, at + 1) or one.at(at + 1) in _AFTER_HERE


def _ends(one: Sentence, number: int) -> bool:
    return not one.at(number) or one.at(number) in PAUSES


def done_to(one: Sentence, number: int) -> bool:
    """Whether the word `number`, which is no name, is of what one does to somebody who is there."""
    word = one.words[number]
    if word in known.MET:
        return _is_met(one, number)
    if word in _NEXT_TO:
        return _is_seat(one, number)
    if word == "to":
        return _is_given(one, number)
    if word in ("see", "have"):
        return _is_seen_again(one, number)
    return word in ("over", "round", "around") and _is_guest(one, number)


def _is_met(one: Sentence, number: int) -> bool:
    """Whether somebody stands right after it: saw Ada, gave Ada a jar."""
    who = number + 1 + (one.at(number + 1) in SMALL)
    following, rest = known.MET[one.words[number]], one.words[who + 1 : who + 6]
    if not one.is_of_them(who) or (following and one.at(who + 1) not in following):
        return False
    if one.words[number] == "across" and one.at(number - 1) not in ("came", "ran"):
        return False
    before = one.words[one.pause(number) : number]
    if before[:1] == ["my"] and "i" not in before and "we" not in before:
        return False
    is_open = known.SEEN_AFAR if not following else known.SEEN_AFAR | known.ABSTRACT
    return is_open.isdisjoint(rest) and one.is_ours(one.pause(number), number)


def _is_seat(one: Sentence, number: int) -> bool:
    """Whether one sat, stood or walked next to somebody."""
    start = one.pause(number)
    is_seated = not known.SEATED.isdisjoint(one.words[start:number])
    return is_seated and one.somebody_after(number) is not None and one.is_ours(start, number)


def _is_given(one: Sentence, number: int) -> bool:
    """Whether something went from hand to hand: gave it to Ada."""
    start = one.pause(number)
    before = one.words[start:number]
    is_given = ("gave" in before or "handed" in before) and known.ABSTRACT.isdisjoint(before)
    return is_given and one.is_of_them(number + 1) and one.is_ours(start, number)


def _is_seen_again(one: Sentence, number: int) -> bool:
    """Whether it was good to see somebody."""
    if one.at(number - 1) != "to" or not one.is_of_them(number + 1):
        return False
    start, after = one.pause(number), one.at(number + 2)
    is_there = _ends(one, number + 2) or after in _AGAIN or after in JOINS
    return is_there and not _GLAD.isdisjoint(one.words[start:number]) and one.is_ours(start, number)


def _is_guest(one: Sentence, number: int) -> bool:
    """Whether one had somebody over."""
    at = number - 1
    while one.at(at) in JOINS or one.at(at) in NAMES or one.at(at) in LITTLE:
        at -= 1
    is_had = one.at(at) == "had" and SOMEBODY in one.words[at + 1 : number]
    return is_had and one.is_ours(one.pause(number), at + 1)
