"""A filter says itself: in words for a header, and as text that is read back to the same filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from netjournal.language.channels.by_post import POSTS
from netjournal.language.days.dates import month_days
from netjournal.language.days.words import MONTHS, say_month
from netjournal.language.filters.meaning import Filter
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
from netjournal.language.tokens import QUOTES, quoted
from netjournal.model import Channel, Dimension

_CHANNELS: Mapping[Channel, str] = {
    "in_person": "in person",
    "call": "calls",
    "video": "video calls",
    "message": "messages and letters",
    "email": "e-mails",
    "event": "events",
    "broadcast": "likes and newsletters",
}
_SIGNS: Mapping[Sign, str] = {
    "<": "{} below {}",
    "<=": "{} {} or less",
    "=": "{} {}",
    ">=": "{} {} or more",
    ">": "{} above {}",
}
_SAID = {
    "at": ("", "at {}"),
    "gave": ("something given", "gave {}"),
    "got": ("something received", "got {}"),
    "promise": ("{} promise of yours", "{} promise of yours about {}"),
    "promised": ("{} promise of theirs", "{} promise of theirs about {}"),
    "reflection": ("an answered question", "a reflection on {}"),
}
_STATES = {"": "a", "open": "an open", "kept": "a kept"}
_NO_THEMES: Mapping[Dimension, str] = {}


def describe(filter: Filter, themes: Mapping[Dimension, str] = _NO_THEMES) -> str:
    """``lunch with Grace Osei, calls, since 1 January 2026, not #work``; empty if everything fits.

    `themes` are the names that themes go by on screen.
    """
    return _say(filter.root, themes)


def to_text(filter: Filter) -> str:
    """The filter as one would type it; `parse_filter` makes the same filter of it, on any day."""
    return _type(filter.root)


def _say(node: Node, themes: Mapping[Dimension, str]) -> str:
    match node:
        case AllOf(nodes):
            return _say_all(nodes, themes)
        case AnyOf(nodes):
            return " or ".join(_bracketed(each, themes) for each in nodes)
        case Not(Began() as began):
            return f"not if {_say_term(began)}"
        case Not(negated):
            return f"not {_bracketed(negated, themes)}"
        case Theme(dimension):
            return f"theme {themes.get(dimension, dimension)}"
        case _:
            return _say_term(node)


def _say_all(nodes: Iterable[Node], themes: Mapping[Dimension, str]) -> str:
    """Words first, then the people and the place without a comma, then the rest as it was typed."""
    every = list(nodes)
    words = [_say_term(node) for node in every if isinstance(node, Words)]
    people = [node.name for node in every if isinstance(node, Named)]
    rest = [node for node in every if not isinstance(node, Words | Named)]
    company = f"with {_in_a_row(people)}" if people else ""
    first = " ".join(part for part in (_in_a_row(words), company) if part)
    return ", ".join([first] * bool(first) + [_bracketed(node, themes, (AnyOf,)) for node in rest])


def _in_a_row(parts: Sequence[str]) -> str:
    """``keel, mast and sail``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _bracketed(
    node: Node, themes: Mapping[Dimension, str], kinds: tuple[type[Node], ...] = (AllOf, AnyOf)
) -> str:
    words = _say(node, themes)
    return f"({words})" if isinstance(node, kinds) else words


def _say_term(term: Term) -> str:
    match term:
        case Words(text, exact) if not exact:
            return text
        case Words(text):
            return f"“{text}”"
        case Tag(name):
            return f"#{name}"
        case Named(name):
            return f"with {name}"
        case Via(_, post) if post:
            return POSTS[post]
        case Via(channel):
            return "no channel" if channel is None else _CHANNELS[channel]
        case Began(by):
            return "you reached out" if by == "me" else "they reached out"
        case Days(first, last):
            return _say_days(first, last)
        case Felt(key, sign, value):
            return _SIGNS[sign].format(key, value)
        case Field(text, exact):
            return f"somebody in {_said_text(text, exact)}"
        case Round(circle):
            return f"circle {circle}"
        case Said():
            return _say_said(term)
        case Theme(dimension):
            return f"theme {dimension}"


def _say_said(term: Said) -> str:
    anything, something = _SAID[term.key]
    text = _said_text(term.text, term.exact)
    if term.key in ("promise", "promised"):
        state = _STATES[term.state]
        return something.format(state, text) if term.text else anything.format(state)
    if term.key == "reflection" and term.state:
        return "a question that waits"
    return something.format(text) if term.text else anything


def _said_text(text: str, exact: bool) -> str:
    return f"“{text}”" if exact else text


def _say_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        if first is not None:
            return f"since {_say_date(first)}"
        return f"until {_say_date(last)}" if last is not None else "on any day"
    if first == last:
        return f"on {_say_date(first)}"
    if short := _whole(first, last):
        return f"in {short if len(short) == 4 else say_month(short)}"
    return f"from {_say_date(first)} to {_say_date(last)}"


def _say_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def _whole(first: date, last: date) -> str:
    """The year or month that lasts from `first` to `last`: 2026, 2026-11; empty if it is none."""
    if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
        return f"{first.year:04}"
    month = first.isoformat()[:7]
    days = month_days(month)
    return month if (days[0], days[-1]) == (first, last) else ""


def _type(node: Node) -> str:
    match node:
        case AllOf(nodes):
            return " ".join(_in_brackets(each, (AnyOf,)) for each in nodes)
        case AnyOf(nodes):
            return " or ".join(map(_type, nodes))
        case Not(negated):
            return f"-{_in_brackets(negated, (AllOf, AnyOf))}"
        case _:
            return _type_term(node)


def _in_brackets(node: Node, kinds: tuple[type[Node], ...]) -> str:
    return f"({_type(node)})" if isinstance(node, kinds) else _type(node)


def _type_term(term: Term) -> str:
    match term:
        case Words(text, exact):
            return quoted(text) if exact else text
        case Tag(name):
            return f"#{name}" if name.isprintable() and _is_bare(name) else f"#{quoted(name)}"
        case Named(name):
            return f"@{name if _is_bare(name) else quoted(name)}"
        case Via(channel, post):
            return f"via:{post or channel or 'none'}"
        case Began(by):
            return f"by:{by}"
        case Days(first, last):
            return _type_days(first, last)
        case Felt(key, sign, value):
            return f"{key}{':' if sign == '=' else sign}{value}"
        case Said(key, text, exact, state):
            return f"{key}:{state or (quoted(text) if exact else text)}"
        case Field(text, exact):
            return f"field:{quoted(text) if exact else text}"
        case Round(circle):
            return f"circle:{circle}"
        case Theme(dimension):
            return f"theme:{dimension}"


def _is_bare(text: str) -> bool:
    return text[-1:] not in (",", ";") and not any(
        letter.isspace() or letter in f"(){QUOTES}" for letter in text
    )


def _type_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        if first is not None:
            return f"from:{first}"
        return f"to:{last}" if last is not None else "from:0001"
    if first == last:
        return f"on:{first}"
    return f"on:{_whole(first, last) or f'{first}..{last}'}"
