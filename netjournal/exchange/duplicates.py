"""Pairs of people who look like one person, found without comparing everybody with everybody.

A pair is only ever shown: nobody is made one with somebody unasked (reliability.md B5). Issue 3 §5.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import combinations
from typing import NamedTuple

from netjournal.exchange.alike import alike, keys_of
from netjournal.exchange.cards import Card
from netjournal.language.folding import fold_keys, words
from netjournal.model import Contact

_MOST_SHARE = 8
"""An address that more people have is that of an office; nobody is known by it."""

_SHORTEST_SLIP = 4
_SOUNDS = (
    *(("sch", "sh"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("tz", "z")),
    *(("ee", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"), ("y", "i"), ("j", "i"), ("c", "k"), ("q", "k")),
    *(("w", "v"), ("z", "s"), ("x", "ks")),
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = "aeiouy"


class Sign(IntEnum):
    """What makes two people look like one, the surest first."""

    EMAIL = 0
    PROFILE = 1
    PHONE = 2
    NAME = 3
    NICKNAME = 4
    SLIP = 5


class Pair(NamedTuple):
    """Two who look like one, the one longer in the journal first, and why in words."""

    one: Contact
    other: Contact
    reason: str
    signs: tuple[Sign, ...]


Words = tuple[str, ...]


class _Known(NamedTuple):
    """A person with what they are found by; `names` and `nicknames` are sorted folded words."""

    person: Contact
    emails: frozenset[str]
    profiles: frozenset[str]
    phones: frozenset[str]
    names: frozenset[Words]
    nicknames: frozenset[Words]


def find_pairs(people: Iterable[Contact]) -> tuple[Pair, ...]:
    """The pairs among `people` (by id), surest first; those whom one said to be two are left out."""
    known = _without_offices([_known(person) for person in people])
    found = (_pair(known[one], known[other]) for one, other in sorted(set(_candidates(known))))
    pairs = [pair for pair in found if pair is not None]
    return tuple(
        sorted(pairs, key=lambda pair: (pair.signs[0], -len(pair.signs), pair.one.name, pair.one.id))
    )


def pair_of(one: Contact, other: Contact) -> Pair | None:
    """The two as a pair, None if nothing makes them look like one person."""
    return _pair(_known(one), _known(other))


def _known(person: Contact) -> _Known:
    keys = keys_of(Card(person))
    names = _sorted_words(person.name)
    nicknames = {called for nickname in person.nicknames for called in _sorted_words(nickname)}
    for nickname in person.nicknames:
        if rest := person.name.split()[1:]:
            nicknames |= _sorted_words(" ".join((nickname, *rest)))
    profiles = frozenset(keys.uids) - {person.id}
    return _Known(person, frozenset(keys.emails), profiles, keys.phones, names, frozenset(nicknames - names))


def _without_offices(known: Sequence[_Known]) -> list[_Known]:
    owners = Counter(address for person in known for address in (*person.emails, *person.phones))
    offices = {address for address, count in owners.items() if count > _MOST_SHARE}
    return [
        person._replace(emails=person.emails - offices, phones=person.phones - offices) for person in known
    ]


def _sorted_words(name: str) -> frozenset[Words]:
    return frozenset(tuple(sorted(found)) for key in fold_keys(name) if (found := words(key)))


def _pair(one: _Known, other: _Known) -> Pair | None:
    first, second = sorted((one.person, other.person), key=lambda person: person.id)
    if first.id in second.others or second.id in first.others or first.id == second.id:
        return None
    signs = tuple(_signs(one, other))
    if not signs:
        return None
    return Pair(first, second, _say(signs, first, second), signs)


def _signs(one: _Known, other: _Known) -> Iterator[Sign]:
    shares_address = one.emails & other.emails or one.phones & other.phones
    may_be_one = bool(shares_address) and alike(one.person, other.person)
    if may_be_one and one.emails & other.emails:
        yield Sign.EMAIL
    if one.profiles & other.profiles:
        yield Sign.PROFILE
    if may_be_one and one.phones & other.phones:
        yield Sign.PHONE
    if one.names & other.names:
        yield Sign.NAME
    elif one.names & other.nicknames or other.names & one.nicknames:
        yield Sign.NICKNAME
    elif not _are_reached_elsewhere(one, other) and any(
        _is_slip(mine, theirs) for mine in one.names for theirs in other.names
    ):
        yield Sign.SLIP


def _are_reached_elsewhere(one: _Known, other: _Known) -> bool:
    """Hansen and Jansen are two if each has an e-mail, or each a telephone, and they share none."""
    if one.emails & other.emails or one.phones & other.phones or one.profiles & other.profiles:
        return False
    return bool((one.emails and other.emails) or (one.phones and other.phones))


def _say(signs: Sequence[Sign], one: Contact, other: Contact) -> str:
    said = {
        Sign.EMAIL: "same e-mail address",
        Sign.PROFILE: "same profile link",
        Sign.PHONE: "same telephone number",
        Sign.NAME: "same name",
        Sign.NICKNAME: "the nickname of one is the name of the other",
        Sign.SLIP: f"{one.name} / {other.name}: one slip apart",
    }
    return ", ".join(said[sign] for sign in signs)


def _candidates(known: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share something, and every pair that `_signs` finds anything in among them."""
    by_address: dict[tuple[str, str], list[int]] = {}
    by_name: dict[Words, list[int]] = {}
    by_nickname: dict[Words, list[int]] = {}
    by_rest: dict[Words, dict[str, list[int]]] = {}
    for place, person in enumerate(known):
        for kind, found in (("@", person.emails), ("/", person.profiles), ("+", person.phones)):
            for one in found:
                by_address.setdefault((kind, one), []).append(place)
        for name in person.names:
            by_name.setdefault(name, []).append(place)
            for position in range(len(name) if len(name) > 1 else 0):
                rest = name[:position] + name[position + 1 :]
                by_rest.setdefault(rest, {}).setdefault(name[position], []).append(place)
        for name in person.nicknames:
            by_nickname.setdefault(name, []).append(place)
    for places in (*by_address.values(), *by_name.values()):
        yield from _each(places)
    for name, called in by_nickname.items():
        yield from (_ordered(one, other) for one in called for other in by_name.get(name, ()) if one != other)
    for others in by_rest.values():
        for one, other in _near(list(others)) if len(others) > 1 else ():
            yield from (_ordered(a, b) for a in others[one] for b in others[other] if a != b)


def _each(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    return (_ordered(one, other) for one, other in combinations(places, 2) if one != other)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _near(found: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that may be one slip apart: they sound alike, or share what is left without a letter."""
    buckets: dict[str, list[str]] = {}
    for word in found:
        shorter = {word[:cut] + word[cut + 1 :] for cut in range(len(word))}
        for key in {f"={_sound(word)}", word, *shorter}:
            buckets.setdefault(key, []).append(word)
    for same in buckets.values():
        yield from combinations(same, 2)


def _is_slip(name: Words, other: Words) -> bool:
    """Whether two names of several words differ in one word, and that by one slip or only in its spelling."""
    if len(name) != len(other) or len(name) < 2:
        return False
    mine, theirs = list(name), list(other)
    for word in name:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
    return len(mine) == 1 and _is_one_slip(mine[0], theirs[0])


def _is_one_slip(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORTEST_SLIP or _differ_in_ending(word, other):
        return False
    return _sound(word) == _sound(other) or _is_one_edit(*sorted((word, other), key=len))


def _is_one_edit(short: str, long: str) -> bool:
    """Whether one letter is missing, another one, or two of them are swapped."""
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    mine, theirs = short[start:], long[start:]
    if len(short) < len(long):
        return mine == theirs[1:]
    return mine[1:] == theirs[1:] or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])


def _differ_in_ending(word: str, other: str) -> bool:
    """Maria and Mario, Daniel and Daniela are two names, not one misspelt."""
    short, long = sorted((word, other), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and short[-1] in _VOWELS and long[-1] in _VOWELS
    return long[:-1] == short and long[-1] in _VOWELS


def _sound(word: str) -> str:
    """A word as it is heard, roughly: kareem is karim, filip is philip."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", word)
