"""Names and tags in what is shown lead somewhere: to a person's page, or to all that bears the tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.names.shortening import short_word
from netjournal.model import Interaction
from netjournal.tui.text import Line, Span, span

_MOST_NAMES = 20


class Link(NamedTuple):
    """Where one can go from an entry: `to` as in a Span, and what to call it."""

    to: str
    words: str


def person_link(id: str) -> str:
    """Where the name of a person leads."""
    return f"person:{id}"


def tag_link(tag: str) -> str:
    """Where a tag leads."""
    return f"tag:{tag}"


def links_of(entry: Interaction, names: Mapping[str, str]) -> tuple[Link, ...]:
    """Everywhere one can go from an entry, people first."""
    people = [Link(person_link(id), names[id]) for id in entry.people if id in names]
    return (*people, *(Link(tag_link(tag), f"#{tag}") for tag in entry.tags))


def tag_spans(tags: Sequence[str]) -> Line:
    """``#food #work:hiring``, each leading to its like."""
    spans: list[Span] = []
    for tag in tags:
        spans += [
            *([Span(" ", "muted")] if spans else []),
            span(f"#{tag}", "muted")._replace(to=tag_link(tag)),
        ]
    return tuple(spans)


def linked(lines: Iterable[Line], entry: Interaction, names: Mapping[str, str]) -> list[Line]:
    """The lines with the names and tags of `entry` in them leading where they should."""
    targets = _targets(entry, names)
    if not targets:
        return list(lines)
    return [tuple(part for whole in line for part in _split(whole, targets)) for line in lines]


def _targets(entry: Interaction, names: Mapping[str, str]) -> dict[str, str]:
    """The words that lead somewhere; a first name only where one person there has it."""
    found: dict[str, str] = {f"#{tag}": tag_link(tag) for tag in entry.tags}
    firsts: dict[str, list[str]] = {}
    for id in entry.people[:_MOST_NAMES]:
        name = names.get(id, "")
        if name:
            found[name] = person_link(id)
            firsts.setdefault(short_word(name), []).append(person_link(id))
    return {first: ids[0] for first, ids in firsts.items() if len(ids) == 1} | found


def _split(whole: Span, targets: Mapping[str, str]) -> Iterable[Span]:
    start = 0
    for first, word in _found(whole.text, targets):
        if first < start:
            continue
        if first > start:
            yield whole._replace(text=whole.text[start:first])
        yield whole._replace(text=word, to=targets[word])
        start = first + len(word)
    if start < len(whole.text) or not whole.text:
        yield whole._replace(text=whole.text[start:])


def _found(text: str, words: Iterable[str]) -> Sequence[tuple[int, str]]:
    """Where each of `words` stands by itself, the longest first where several begin.

    A pattern of them would be made for each entry anew, and take longer than all the rest.
    """
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            if _is_bounded(text, at, at + len(word)):
                found.append((at, word))
            at = text.find(word, at + 1)
    return sorted(found, key=lambda one: (one[0], -len(one[1])))


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Whether a word stands there by itself; in a script without spaces between words it always does."""
    if text[end - 1] >= "\u2e80":
        return True
    return not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1]))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
