"""What a filter means: which entries fit it, where to look for them, and which words of theirs answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from netjournal.language.filters import matching as filter_matching
from netjournal.language.filters import narrowing as filter_narrowing
from netjournal.language.filters.matching import Matcher
from netjournal.language.filters.narrowing import Need
from netjournal.language.filters.people import PeopleOf, Someone
from netjournal.language.filters.terms import (
    AllOf,
    AnyOf,
    Days,
    Named,
    Node,
    Not,
    Said,
    SaidKey,
    Tag,
    Words,
    both,
)
from netjournal.language.finding.haystack import Needle, Range, found_at, needle
from netjournal.model import Interaction


class Filter(msgspec.Struct, frozen=True):
    """A filter (issue 4 §3), read by `parse_filter`; without terms everything fits."""

    root: Node = AllOf()

    @property
    def is_empty(self) -> bool:
        """Whether everything fits."""
        return self.root == AllOf()

    def matches(self, entry: Interaction, people: PeopleOf) -> bool:
        """Whether one entry fits; for many use one `matcher`."""
        return self.matcher(people)(entry)

    def matcher(self, people: PeopleOf) -> Matcher:
        """Whether an entry fits, for many of them: it keeps what it learns of `people`."""
        return filter_matching.matcher(self.root, people)

    def days(self) -> tuple[date, date]:
        """The first and the last day on which something may fit; nothing can if the last comes first."""
        return filter_narrowing.days(self.root)

    def within(self, first: date, last: date) -> Filter:
        """The same from one day to another, both included."""
        return Filter(both([self.root, Days(first, last)]))

    def tags(self) -> tuple[Callable[[str], bool], ...]:
        """For each tag that whatever fits must have, whether a tag is it (``work:hiring`` is ``work``)."""
        terms = filter_narrowing.required(self.root)
        return tuple(filter_matching.find_tag(term.name) for term in terms if isinstance(term, Tag))

    def words(self) -> tuple[str, ...]:
        """The words as typed, without those in quotes, that whatever fits must have."""
        terms = filter_narrowing.required(self.root)
        return tuple(term.text for term in terms if isinstance(term, Words) and not term.exact)

    def people(self) -> tuple[Callable[[Someone], bool], ...]:
        """For each person who must have taken part in whatever fits, whether somebody is they."""
        terms = filter_narrowing.required(self.root)
        return tuple(filter_matching.is_named(term.name) for term in terms if isinstance(term, Named))

    def needs_words(self) -> tuple[Need, ...]:
        """The folded words that whatever fits must have, as far as that is sure."""
        return filter_narrowing.needs(self.root)

    def could_fit(self, people: Iterable[tuple[str, Someone]]) -> Callable[[bytes], bool]:
        """Whether a line of a shelf may fit, told without reading it; `people` are all, with their ids."""
        return filter_narrowing.could_fit(self.root, people)

    def ranges(self, text: str, key: SaidKey | None = None) -> list[Range]:
        """Where words of the filter stand in `text`, as offsets of characters; not those negated.

        `key` says what the text is of an entry, if it is not its own: a place, something given, a reflection.
        """
        return found_at(text, _needles(self.root, key))

    def ranges_in_name(self, name: str) -> list[Range]:
        """Where words of the filter, or the name of somebody it asks for, stand in a name."""
        named = (term.name for term in _terms(self.root) if isinstance(term, Named))
        parts = (needle(word, exact=False) for name in named for word in name.split())
        return found_at(name, [*_needles(self.root, None), *filter(None, parts)])

    def ranges_in_tag(self, tag: str) -> list[Range]:
        """Where words of the filter stand in a tag (without its ``#``); the whole of one that it asks for."""
        asked = (filter_matching.find_tag(term.name) for term in _terms(self.root) if isinstance(term, Tag))
        return [(0, len(tag))] if any(is_it(tag) for is_it in asked) else self.ranges(tag)


def _terms(node: Node) -> Iterator[Node]:
    """The terms that are not negated."""
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            for each in nodes:
                yield from _terms(each)
        case Not():
            pass
        case _:
            yield node


def _needles(node: Node, key: SaidKey | None) -> Iterator[Needle]:
    found: Needle | None = None
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            for each in nodes:
                yield from _needles(each, key)
        case Words(text, exact):
            found = needle(text, exact=exact)
        case Said(said, text, exact) if text and said == key:
            found = needle(text, exact=exact)
    if found is not None:
        yield found
