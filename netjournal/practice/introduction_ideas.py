"""Two people who might like to know each other: one idea a week at most (reflection.md §3.6).

A need meets an offer when they share a word: folded, of three letters or more, without a plural s, and none
of those that say nothing by themselves ("a sailmaker" meets "two sailmakers", but not "sailing"). The rarest
words count first; among thousands of people the commonest, which tell little of any two, are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, chain
from typing import Literal, NamedTuple

from netjournal.language.folding import fold
from netjournal.language.keywords import telling_words
from netjournal.model import Acquaintance, Introduction
from netjournal.practice.dormant import monday_of

SEEN_WITHIN = 180
"""Days within which both were met."""

_LEAST, _BEST = 4, 6
_MEETS, _TAGS = 3, 2
_MOST_PAIRS = 8_000
"""Pairs that are looked at: enough for the rare words of thousands of people, in a twentieth of a second."""
Pair = tuple[str, str]


class Idea(NamedTuple):
    """`seeker` looks for something (`need`, in the words written) that `giver` could offer (`offer`)."""

    seeker: Acquaintance
    giver: Acquaintance
    need: str
    offer: str


def introduction_idea(
    people: Iterable[Acquaintance],
    introductions: Iterable[Introduction],
    today: date,
    seed: str,
    *,
    together: Callable[[str, str], date | None],
    earlier: Mapping[str, date],
) -> Idea | None:
    """The idea of this week, the same all week long; None if there is none, or it was taken up.

    `together` says when two (ids) were first in one entry; `earlier` has, for those met since this week's
    Monday, the newest day before it (by id). The choice is made as on Monday, and whoever came to know each
    other since leave their place empty. Where Monday had no idea, those met since count too.
    """
    monday = monday_of(today)
    everyone = [person for person in people if not person.rest]
    introduced = _introduced(introductions)
    year, week, _ = today.isocalendar()

    def known_since(pair: Pair) -> date | None:
        return min(filter(None, (introduced.get(pair), together(*pair))), default=None)

    for pool, day in (
        ([one for one in everyone if _seen(_last_before(one, monday, earlier), monday)], monday),
        ([one for one in everyone if _seen(one.last, today)], date.max),
    ):
        for idea in ranked(pool, f"{seed}|{year}-W{week:02}"):
            since = known_since(_pair(idea.seeker.id, idea.giver.id))
            if since is None:
                return idea
            if since >= day:
                return None
    return None


def say_idea(idea: Idea) -> str:
    """``Ana looks for a sailmaker; Karim could offer sails``."""
    return f"{idea.seeker.name} looks for {idea.need}; {idea.giver.name} could offer {idea.offer}"


def ranked(people: Iterable[Acquaintance], seed: str) -> Iterator[Idea]:
    """The ideas among `people`, the best first, equals shuffled by `seed`.

    None of two who were met one through the other.
    """
    everyone = {person.id: person for person in people}
    needs, offers = _by_word(everyone, "needs"), _by_word(everyone, "offers")
    telling = _telling(needs, offers)
    pairs = {
        (seeker, giver) if seeker < giver else (giver, seeker)
        for word in telling
        for seeker in needs[word]
        for giver in offers[word]
        if seeker != giver
    }
    facets = {id: _facets(everyone[id]) for id in set(chain.from_iterable(pairs))}
    by_value: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_value[_value(facets[pair[0]], facets[pair[1]])].append(pair)
    for value in range(_BEST, _LEAST - 1, -1):
        for pair in sorted(by_value[value], key=lambda pair: _tie(seed, *pair)):
            one_side, other_side = everyone[pair[0]], everyone[pair[1]]
            if pair[1] == one_side.through or pair[0] == other_side.through:
                continue
            idea = _meeting(one_side, other_side, telling) or _meeting(other_side, one_side, telling)
            if idea is not None:
                yield idea


class _Facets(NamedTuple):
    tags: frozenset[str]
    field: str


def _facets(person: Acquaintance) -> _Facets:
    return _Facets(frozenset(map(fold, person.tags)), fold(person.field))


def _value(one: _Facets, other: _Facets) -> int:
    """How good it may be that two meet of whom one needs what the other offers; never shown."""
    differ = bool(one.field and other.field and one.field != other.field)
    return _MEETS + min(_TAGS, len(one.tags & other.tags)) + differ


def _by_word(
    people: Mapping[str, Acquaintance], what: Literal["needs", "offers"]
) -> Mapping[str, Collection[str]]:
    """Who (ids) has a word among their needs or offers."""
    found: dict[str, set[str]] = defaultdict(set)
    for id, person in people.items():
        for text in person.needs if what == "needs" else person.offers:
            for word in telling_words(text):
                found[word].add(id)
    return found


def _telling(needs: Mapping[str, Collection[str]], offers: Mapping[str, Collection[str]]) -> Collection[str]:
    """The words that some look for and others offer, from the rarest on while there is room for pairs."""
    shared = sorted((len(needs[word]) * len(offers[word]), word) for word in needs.keys() & offers)
    room = accumulate(count for count, _ in shared)
    return {word for (_, word), used in zip(shared, room, strict=True) if used <= _MOST_PAIRS}


def _meeting(seeker: Acquaintance, giver: Acquaintance, telling: Collection[str]) -> Idea | None:
    """The first need that the first offer meets."""
    offers = [(offer, telling_words(offer)) for offer in giver.offers]
    for need in seeker.needs:
        wanted = telling_words(need).intersection(telling)
        for offer, given in offers:
            if not wanted.isdisjoint(given):
                return Idea(seeker, giver, " ".join(need.split()), " ".join(offer.split()))
    return None


def _introduced(introductions: Iterable[Introduction]) -> Mapping[Pair, date]:
    """The day since which it is known that two were introduced, whatever came of it."""
    found: dict[Pair, date] = {}
    for made in introductions:
        pair, noted = _pair(*made.people), made.created.date() if made.created else made.date
        found[pair] = min(found.get(pair, date.max), max(made.date, noted))
    return found


def _last_before(person: Acquaintance, monday: date, earlier: Mapping[str, date]) -> date | None:
    """When they were met last before `monday`."""
    return person.last if person.last is not None and person.last < monday else earlier.get(person.id)


def _seen(last: date | None, day: date) -> bool:
    return last is not None and last >= day - timedelta(SEEN_WITHIN)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _tie(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()
