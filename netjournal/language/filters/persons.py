"""Which people a filter of words, tags and names is also about, and what of theirs answered to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netjournal.language.filters.matching import find_tag, is_named
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.people import Someone
from netjournal.language.filters.terms import AllOf, AnyOf, Field, Named, Node, Not, Round, Tag, Words
from netjournal.language.finding.haystack import BREAK, Range, haystack, needle, tidied
from netjournal.model import Contact

Fits = Callable[[Contact], bool]


def known(person: Contact) -> Iterator[tuple[str, str]]:
    """What is known of a person in words, each with its label: ``needs``, ``a sailmaker``."""
    work = " · ".join(part for part in (person.role, person.organisation, person.field) if part)
    yield from ((label, text) for label, text in (("", work), ("", person.place)) if text)
    yield from (("", f"#{tag}") for tag in person.tags)
    yield from (("needs", text) for text in person.needs)
    yield from (("offers", text) for text in person.offers)
    yield from (("", text) for text in person.details)
    if person.about:
        yield "", person.about
    if person.met is not None and person.met.place:
        yield "met at", person.met.place


def person_fits(filter: Filter) -> Fits | None:
    """Whether a person fits; None if the filter is about more than people: days, channels, promises."""
    root = filter.root
    if not _is_about_people(root) or not any(_names(root)):
        return None
    return _fits(root)


def why(filter: Filter, person: Contact) -> tuple[str, str]:
    """What of a person first answered to the words of a filter, with its label; empty if the name did."""
    return next((fact for fact in known(person) if ranges_in_fact(filter, fact[1])), ("", ""))


def ranges_in_fact(filter: Filter, text: str) -> list[Range]:
    """Where a filter's words stand in something that is `known` of a person."""
    if text.startswith("#"):
        return [(start + 1, end + 1) for start, end in filter.ranges_in_tag(text[1:])]
    return filter.ranges(text)


def somebody(person: Contact) -> Someone:
    """What a filter needs to know of a person when it looks at entries."""
    names = tidied(haystack(BREAK.join((person.name, *person.nicknames))))
    return Someone(names, tidied(haystack(person.field)) if person.field else "", person.circle)


def _is_about_people(node: Node) -> bool:
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            return all(map(_is_about_people, nodes))
        case Not(negated):
            return _is_about_people(negated)
        case _:
            return isinstance(node, Words | Tag | Named | Field | Round)


def _names(node: Node) -> Iterator[Node]:
    """The terms that are not negated."""
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            for each in nodes:
                yield from _names(each)
        case Not():
            pass
        case _:
            yield node


def _fits(node: Node) -> Fits:
    match node:
        case AllOf(nodes):
            every = [_fits(each) for each in nodes]
            return lambda person: all(fits(person) for fits in every)
        case AnyOf(nodes):
            some = [_fits(each) for each in nodes]
            return lambda person: any(fits(person) for fits in some)
        case Not(negated):
            fits = _fits(negated)
            return lambda person: not fits(person)
        case Words(text, exact):
            wanted = needle(text, exact=exact)
            return lambda person: wanted is not None and wanted.is_in(_hay(person))
        case Tag(name):
            is_it = find_tag(name)
            return lambda person: any(map(is_it, person.tags))
        case Named(name):
            is_called = is_named(name)
            return lambda person: is_called(somebody(person))
        case Field(text, exact):
            work = needle(text, exact=exact)
            return lambda person: work is not None and work.is_in(somebody(person).field)
        case Round(circle):
            return lambda person: person.circle == circle
        case _:
            raise AssertionError(node)


def _hay(person: Contact) -> str:
    texts = (person.name, *person.nicknames, *(text for _, text in known(person)))
    return tidied(haystack(BREAK.join(texts)))
