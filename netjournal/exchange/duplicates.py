"""Pairs of people who look like one person, found without comparing everybody with everybody.

A pair is only ever shown: nobody is made one with somebody unasked (reliability.md B5). Issue 3 §5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice
from typing import NamedTuple

from netjournal.exchange.alike import alike, keys_of
from netjournal.exchange.cards import Card
from netjournal.exchange.slips import Words, is_slip, near
from netjournal.language.folding import fold, fold_keys, words
from netjournal.model import Contact

_MOST_SHARE = 8
"""An address that more people have is that of an office; nobody is known by it."""

_CROWD = 9
"""Of so many with one name every pair is seen; of more each is seen beside a few at a time."""

_SHORTEST_SLIP = 4


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


class Found(NamedTuple):
    """The pairs, the surest first, and in words who has so much company that not every pair of them is there.

    Those that are left out come once the others are settled.
    """

    pairs: tuple[Pair, ...]
    crowds: tuple[str, ...]


class _Known(NamedTuple):
    """A person with what they are found by; `names` and `nicknames` are sorted folded words."""

    person: Contact
    emails: frozenset[str]
    profiles: frozenset[str]
    phones: frozenset[str]
    names: frozenset[Words]
    nicknames: frozenset[Words]


def find_pairs(people: Iterable[Contact]) -> Found:
    """The pairs among `people` (by id); those whom one said to be two are left out.

    No more than some dozens a person, however many have the same name.
    """
    known = _without_offices([_known(person) for person in people])
    shared = _shared(known)
    found = (_pair(known[one], known[other]) for one, other in sorted(set(_candidates(known, shared))))
    pairs = [pair for pair in found if pair is not None]
    pairs.sort(key=lambda pair: (pair.signs[0], -len(pair.signs), pair.one.name, pair.one.id))
    return Found(tuple(pairs), tuple(_crowds(known, shared)))


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
    if first.id == second.id or _are_two(first, second):
        return None
    signs = tuple(_signs(one, other))
    if not signs:
        return None
    return Pair(first, second, _say(signs, first, second), signs)


def _are_two(one: Contact, other: Contact) -> bool:
    """Whether somebody said so."""
    return one.id in other.others or other.id in one.others


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
        is_slip(mine, theirs) for mine in one.names for theirs in other.names
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


class _Shared(NamedTuple):
    """The places of those who have the same address, name, nickname, or name but for one word."""

    by_address: Mapping[tuple[str, str], Sequence[int]]
    by_name: Mapping[Words, Sequence[int]]
    by_nickname: Mapping[Words, Sequence[int]]
    by_rest: Mapping[Words, Mapping[str, Sequence[int]]]


def _shared(known: Sequence[_Known]) -> _Shared:
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
    return _Shared(by_address, by_name, by_nickname, by_rest)


def _candidates(known: Sequence[_Known], shared: _Shared) -> Iterator[tuple[int, int]]:
    """Pairs of places that share something, and every pair that `_signs` finds anything in among them,
    but for crowds.
    """
    for places in (*shared.by_address.values(), *shared.by_name.values()):
        yield from _among(known, places)
    for name, called in shared.by_nickname.items():
        yield from _across(known, called, shared.by_name.get(name, ()))
    for others in shared.by_rest.values():
        for one, other in near(list(others)) if len(others) > 1 else ():
            yield from _across(known, others[one], others[other])


def _among(known: Sequence[_Known], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with those before, or in a crowd with the first few, and with those whom more has in common."""
    for number, place in enumerate(places[1:], 1):
        yield from _few(known, place, islice(places, number), _CROWD - 1)
    if len(places) > _CROWD:
        alike: dict[Hashable, list[int]] = {}
        for place in places:
            for telling in _telling(known[place].person):
                alike.setdefault(telling, []).append(place)
        for same in alike.values():
            for number, place in enumerate(same[1:], 1):
                yield from _few(known, place, islice(same, number), _CROWD - 1)


def _across(known: Sequence[_Known], ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place in ones:
        yield from _few(known, place, others)
    for place in others if len(others) > _CROWD else ():
        yield from _few(known, place, ones)


def _few(
    known: Sequence[_Known], place: int, others: Iterable[int], most: int = _CROWD
) -> Iterator[tuple[int, int]]:
    """One place with the first of `others` who were not said to be somebody else."""
    person = known[place].person
    left = (
        (min(place, other), max(place, other))
        for other in others
        if other != place and not _are_two(person, known[other].person)
    )
    return islice(left, most)


def _telling(person: Contact) -> Iterator[Hashable]:
    for field, value in (("organisation", person.organisation), ("place", person.place)):
        if key := fold(value):
            yield field, key
    if person.birthday is not None:
        yield person.birthday


def _crowds(known: Sequence[_Known], shared: _Shared) -> Iterator[str]:
    crowds: dict[tuple[int, ...], str] = {}
    for places in shared.by_name.values():
        if len(places) > _CROWD:
            crowds.setdefault(tuple(places), f"are called {known[places[0]].person.name}")
    for (_, address), places in shared.by_address.items():
        if len(places) > _CROWD:
            crowds.setdefault(tuple(places), f"have {address}")
    for places, said in sorted(crowds.items(), key=lambda crowd: (-len(crowd[0]), crowd[1])):
        yield f"{len(places):,} people {said}. Each stands beside a few; more follow once those are settled."
