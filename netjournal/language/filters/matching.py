"""Whether an entry fits a filter: each term made into a test once, cheap tests asked first."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import NamedTuple

from netjournal.language.channels.by_post import went_as
from netjournal.language.filters.people import PeopleOf, Someone
from netjournal.language.filters.terms import (
    AllOf,
    AnyOf,
    Began,
    Days,
    Felt,
    Field,
    Named,
    Node,
    Not,
    Round,
    Said,
    Sign,
    Tag,
    Term,
    Theme,
    Via,
    Words,
)
from netjournal.language.finding.haystack import BREAK, Needle, haystack, needle, plain, tidied
from netjournal.language.finding.worded import texts_of
from netjournal.language.who_reached_out import who_reached_out
from netjournal.model import Interaction, Promise

Matcher = Callable[[Interaction], bool]

_COMPARED: Mapping[Sign, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


class Seen:
    """An entry while it is looked at; its words are folded when they are first asked for."""

    __slots__ = ("_hay", "_is_tidy", "entry")

    def __init__(self, entry: Interaction) -> None:
        self.entry = entry
        self._hay = ""
        self._is_tidy = False

    def hay(self) -> str:
        """The words of its own that are shown of it, as a haystack."""
        if not self._hay:
            self._hay = haystack(BREAK.join(texts_of(self.entry)))
        return self._hay

    def tidy_hay(self) -> str:
        """The same with single spaces."""
        if not self._is_tidy:
            self._hay, self._is_tidy = tidied(self.hay()), True
        return self._hay


class _Test(NamedTuple):
    """Whether an entry fits, and what it costs to say so: 0 for a look at a value, 9 for all its words."""

    cost: int
    fits: Callable[[Seen], bool]


def matcher(node: Node, people: PeopleOf) -> Matcher:
    """Whether an entry fits `node`; what is learned of people and tags is kept, so make a new one for each
    snapshot of them.
    """
    fits = _test(node, people).fits
    return lambda entry: fits(Seen(entry))


def find_tag(name: str) -> Callable[[str], bool]:
    """Whether a tag is `name` or one below it (``work:hiring`` is below ``work``), whatever its accents."""
    wanted = plain(name)
    return lambda tag: f"{plain(tag)}:".startswith(f"{wanted}:")


def is_named(name: str) -> Callable[[Someone], bool]:
    """Whether each word of `name` begins a word of somebody's name or nicknames."""
    words = [needle(word, exact=False) for word in name.split()]
    return lambda person: all(word is None or word.is_in(person.names) for word in words)


def _test(node: Node, people: PeopleOf) -> _Test:
    match node:
        case AllOf(nodes):
            tests = sorted((_test(each, people) for each in nodes), key=operator.itemgetter(0))
            every = [test.fits for test in tests]
            return _Test(_most(tests), lambda seen: all(fits(seen) for fits in every))
        case AnyOf(nodes):
            tests = sorted((_test(each, people) for each in nodes), key=operator.itemgetter(0))
            some = [test.fits for test in tests]
            return _Test(_most(tests), lambda seen: any(fits(seen) for fits in some))
        case Not(negated):
            test = _test(negated, people)
            return _Test(test.cost, lambda seen: not test.fits(seen))
        case Words(text, exact):
            return _words(needle(text, exact=exact), people)
        case Tag(name):
            is_it = _remembered(find_tag(name))
            return _Test(1, lambda seen: any(map(is_it, seen.entry.tags)))
        case Named(name):
            return _Test(1, _someone(is_named(name), people))
        case Field(text, exact):
            wanted = needle(text, exact=exact)
            return _Test(
                1, _someone(lambda person: wanted is not None and wanted.is_in(person.field), people)
            )
        case Round(circle):
            return _Test(1, _someone(lambda person: person.circle == circle, people))
        case Said():
            return _said(node)
        case Via(_, post) if post:
            return _Test(2, lambda seen: went_as(post, seen.entry))
        case _:
            return _Test(0, _plain(node))


def _most(tests: list[_Test]) -> int:
    return max((test.cost for test in tests), default=0)


def _plain(term: Term) -> Callable[[Seen], bool]:
    """A look at one value."""
    match term:
        case Days(first, last):
            return lambda seen: (
                (first is None or first <= seen.entry.date) and (last is None or seen.entry.date <= last)
            )
        case Via(channel):
            return lambda seen: seen.entry.channel == channel
        case Began(by):
            return lambda seen: who_reached_out(seen.entry) == by
        case Felt(key, sign, value):
            get, compare = operator.attrgetter(key), _COMPARED[sign]
            return lambda seen: (felt := get(seen.entry)) is not None and compare(felt, value)
        case Theme(dimension):
            return lambda seen: (
                seen.entry.reflection is not None and seen.entry.reflection.dimension == dimension
            )
        case _:
            raise AssertionError(term)


def _words(wanted: Needle | None, people: PeopleOf) -> _Test:
    if wanted is None:
        return _Test(0, lambda seen: False)
    ways = wanted.ways
    if any(" " in way[1:] for way in ways):
        firsts = tuple(f" {way.split()[0]}" for way in ways)
        named = _someone(lambda person: wanted.is_in(person.names), people)
        return _Test(
            9,
            lambda seen: (
                (any(way in seen.hay() for way in firsts) and wanted.is_in(seen.tidy_hay())) or named(seen)
            ),
        )
    named = _someone(lambda person: wanted.is_in(person.names), people)
    if len(ways) == 1:
        [way] = ways
        return _Test(9, lambda seen: way in seen.hay() or named(seen))
    return _Test(9, lambda seen: wanted.is_in(seen.hay()) or named(seen))


def _someone(fits: Callable[[Someone], bool], people: PeopleOf) -> Callable[[Seen], bool]:
    """Whether somebody who took part fits; asked once of each person."""

    def asked(id: str) -> bool:
        person = people(id)
        return person is not None and fits(person)

    is_it = _remembered(asked)
    return lambda seen: any(map(is_it, seen.entry.people))


def _remembered(fits: Callable[[str], bool]) -> Callable[[str], bool]:
    known: dict[str, bool] = {}

    def asked(word: str) -> bool:
        found = known.get(word)
        if found is None:
            found = known[word] = fits(word)
        return found

    return asked


def _said(term: Said) -> _Test:
    wanted = needle(term.text, exact=term.exact) if term.text else None
    key, state = term.key, term.state

    def has(texts: tuple[str, ...]) -> bool:
        if wanted is None:
            return bool(texts) and not term.text
        return any(wanted.is_in(tidied(haystack(text))) for text in texts)

    if key == "at":
        return _Test(2, lambda seen: bool(seen.entry.place) and has((seen.entry.place,)))
    if key == "gave":
        return _Test(2, lambda seen: has(seen.entry.gave))
    if key == "got":
        return _Test(2, lambda seen: has(seen.entry.got))
    if key == "reflection":
        status = "asked" if state else "answered"
        return _Test(2, lambda seen: _reflected(seen.entry, status, None if wanted is None else has))
    by = "me" if key == "promise" else "them"

    def counts(promise: Promise) -> bool:
        return promise.by == by and (not state or (promise.kept is None) == (state == "open"))

    return _Test(
        2, lambda seen: has(tuple(promise.text for promise in seen.entry.promises if counts(promise)))
    )


def _reflected(entry: Interaction, status: str, has: Callable[[tuple[str, ...]], bool] | None) -> bool:
    asked = entry.reflection
    if asked is None or asked.status == "skipped":
        return False
    return asked.status == status if has is None else has((asked.question, asked.answer))
