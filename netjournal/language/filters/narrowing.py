"""Where a filter need not look: days, tags, people and words without which nothing can fit it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from netjournal.language.filters.matching import is_named
from netjournal.language.filters.people import Someone
from netjournal.language.filters.terms import AllOf, AnyOf, Days, Named, Node, Said, Tag, Words
from netjournal.language.finding.haystack import bytes_table, haystack, needle

_ALWAYS = (date.min, date.max)
_ID = re.compile(b"[0-9a-hjkmnp-tv-z]{26}")


class Need(NamedTuple):
    """Beginnings of folded words, one of which stands in whatever fits: in the entry itself, or `in_name` in
    the name of somebody who took part. Without `words`, whoever fits `named` took part. `phrases` are the
    several words as a needle has them, one of which stands there, where that is known.
    """

    words: tuple[str, ...]
    in_name: bool = False
    named: str = ""
    phrases: tuple[str, ...] = ()


def days(node: Node) -> tuple[date, date]:
    """The first and the last day on which something may fit; the last is before the first if nothing can."""
    match node:
        case Days(first, last):
            return first or date.min, last or date.max
        case AllOf(nodes):
            spans = [days(each) for each in nodes] or [_ALWAYS]
            return max(first for first, _ in spans), min(last for _, last in spans)
        case AnyOf(nodes):
            spans = [span for span in map(days, nodes) if span[0] <= span[1]] or [(date.max, date.min)]
            return min(first for first, _ in spans), max(last for _, last in spans)
        case _:
            return _ALWAYS


def required(node: Node) -> Iterator[Node]:
    """The terms that all fit whatever fits `node`."""
    if isinstance(node, AllOf):
        for each in node.nodes:
            yield from required(each)
    else:
        yield node


def needs(node: Node) -> tuple[Need, ...]:
    """All that whatever fits `node` must have; nothing if that cannot be said for sure."""
    found: list[Need] = []
    for each in required(node):
        match each:
            case Words(text, exact):
                found += _needs_of(text, exact, in_name=True)
            case Said(_, text, exact) if text:
                found += _needs_of(text, exact, in_name=False)
            case Tag(name):
                found += _needs_of(name, exact=True, in_name=False)
            case Named(name):
                found.append(Need((), in_name=True, named=name))
            case AnyOf(nodes):
                found += _one_of([needs(branch) for branch in nodes])
            case _:
                pass
    return tuple(found)


def _needs_of(text: str, exact: bool, *, in_name: bool) -> list[Need]:
    """The longest word of each way to type `text`, one of which must be there."""
    wanted = needle(text, exact=exact)
    if wanted is None:
        return []
    words = tuple(dict.fromkeys(max(way.split(), key=len) for way in wanted.ways))
    is_phrase = all(" " in way.strip() for way in wanted.ways)
    return [Need(words, in_name, phrases=wanted.ways if is_phrase else ())]


def _one_of(branches: list[tuple[Need, ...]]) -> list[Need]:
    """What one of several branches needs: only where each of them needs words."""
    firsts = [next((need for need in branch if need.words), None) for branch in branches]
    sure = [need for need in firsts if need is not None]
    if len(sure) < len(branches):
        return []
    words = tuple(dict.fromkeys(word for need in sure for word in need.words))
    return [Need(words, any(need.in_name for need in sure))]


def could_fit(node: Node, people: Iterable[tuple[str, Someone]]) -> Callable[[bytes], bool]:
    """Whether a line of a shelf (one document as JSON in UTF-8) may fit `node`, told without reading it.

    `people` are all with their ids. Never false for a line whose entry fits.
    """
    everyone = list(people)
    tests = [_line_test(need, everyone) for need in needs(node)]
    if not tests:
        return lambda line: True
    table, left_out = bytes_table()
    test = tests[0] if len(tests) == 1 else lambda line: all(test(line) for test in tests)

    def fits(line: bytes) -> bool:
        if b"\\u" in line:
            return True
        is_ascii = line.isascii()
        folded = (
            line.translate(table, left_out if b"'" in line or b"`" in line else b"")
            if is_ascii
            else _folded(line)
        )
        return test(folded)

    return fits


def _folded(line: bytes) -> bytes:
    return haystack(line.decode("utf-8", "replace")).encode("utf-8", "replace")


def _line_test(need: Need, people: list[tuple[str, Someone]]) -> Callable[[bytes], bool]:
    words = tuple(word.encode("utf-8", "replace") for word in need.words)
    holds = _holds(words)
    if not need.in_name:
        return holds
    fits = is_named(need.named) if need.named else None
    ids = frozenset(
        id.lower().encode()
        for id, person in people
        if (fits(person) if fits else any(f" {word}" in person.names for word in need.words))
    )
    if not all(map(_ID.fullmatch, ids)):  # given by hand
        return lambda line: True
    if not ids:
        return holds
    return lambda line: holds(line) or not ids.isdisjoint(_ID.findall(line))


def _holds(words: tuple[bytes, ...]) -> Callable[[bytes], bool]:
    if len(words) != 1:
        return lambda line: any(word in line for word in words)
    [word] = words
    return lambda line: word in line
