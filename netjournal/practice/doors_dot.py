"""The doors as a graph in DOT, the language of Graphviz: initials unless names are wished for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netjournal.model import Acquaintance, Introduction
from netjournal.practice.doors import Forest


def dot_lines(
    forest: Forest, introductions: Iterable[Introduction], *, of: str = "", names: bool = False
) -> Iterator[str]:
    """The graph of everybody who opened a door or came through one, or of those under one person (`of`, id).

    An arrow goes from somebody to whom one met through them. A dashed line stands between two who were
    introduced to each other, unless it came to nothing; with `of` those lines count that end within the tree
    at both ends, or at that person. Nothing in it tells who is who but, with `names`, the labels.
    """
    tops = [of] if of else forest.openers()
    drawn = {place.person.id: None for top in tops for place in forest.under(top)}
    pairs = list(dict.fromkeys(_pairs(forest, introductions, drawn, of)))
    drawn |= {id: None for pair in pairs for id in pair}
    nodes = {id: f"n{number}" for number, id in enumerate(drawn, 1)}
    yield "digraph doors {"
    yield "  rankdir=LR;"
    yield "  node [shape=box, style=rounded];"
    for id, node in nodes.items():
        person = forest.people[id]
        yield f"  {node} [label={quoted(person.name if names else initials(person))}];"
    for id, node in nodes.items():
        yield from (f"  {node} -> {nodes[child]};" for child in forest.below.get(id, ()) if child in nodes)
    for one, other in pairs:
        yield f"  {nodes[one]} -> {nodes[other]} [dir=none, style=dashed];"
    yield "}"


def initials(person: Acquaintance) -> str:
    """The first letter of each word of a name: ``AS``."""
    letters = (next(filter(str.isalnum, word), "") for word in person.name.split())
    return "".join(letters).upper() or "?"


def quoted(text: str) -> str:
    """`text` on one line as a string of DOT, in which nothing is a command to Graphviz."""
    line = " ".join(text.replace("\0", " ").split())
    return '"{}"'.format(line.replace("\\", "\\\\").replace('"', '\\"'))


def _pairs(
    forest: Forest, introductions: Iterable[Introduction], drawn: Iterable[str], of: str
) -> Iterator[tuple[str, str]]:
    within = set(drawn)
    for made in sorted(introductions, key=lambda one: (one.date, one.id)):
        known = all(id in forest.people for id in made.people)
        near = not of or of in made.people or within.issuperset(made.people)
        if known and near and made.outcome != "not_now":
            one, other = sorted(made.people)
            yield one, other
