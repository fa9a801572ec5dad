"""What a filter is made of: terms, and how they are joined (issue 4 §3)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from netjournal.language.channels.by_post import Post
from netjournal.model import Channel, Circle, Dimension

SaidKey = Literal["at", "gave", "got", "promise", "promised", "reflection"]
State = Literal["", "open", "kept"]
Sign = Literal["<", "<=", "=", ">=", ">"]


class Words(msgspec.Struct, frozen=True):
    """Words as typed, the last perhaps only begun; `exact` if they stood in quotes."""

    text: str
    exact: bool = False


class Tag(msgspec.Struct, frozen=True):
    """A tag without its ``#``; ``work`` is also ``work:hiring``."""

    name: str


class Named(msgspec.Struct, frozen=True):
    """Whoever has these beginnings of words in a name or nickname."""

    name: str


class Via(msgspec.Struct, frozen=True):
    """A channel; None where it is not known. `post` is what of the messages it is, if not all of them."""

    channel: Channel | None
    post: Post | None = None


class Said(msgspec.Struct, frozen=True):
    """What stands under a key of capture: words of it, or anything if there are none.

    `state` of a promise is ``open`` or ``kept``, of a reflection ``open`` while it waits for an answer.
    """

    key: SaidKey
    text: str = ""
    exact: bool = False
    state: State = ""


class Began(msgspec.Struct, frozen=True):
    """Who reached out."""

    by: Literal["me", "them"]


class Days(msgspec.Struct, frozen=True):
    """From `first` to `last`, both included; None is open."""

    first: date | None = None
    last: date | None = None


class Felt(msgspec.Struct, frozen=True):
    """A mood or an energy compared with a number from 1 to 5; an entry without one never fits."""

    key: Literal["mood", "energy"]
    sign: Sign
    value: int


class Theme(msgspec.Struct, frozen=True):
    """The theme of the question."""

    dimension: Dimension


class Field(msgspec.Struct, frozen=True):
    """Somebody in this line of work, in words like `Words`."""

    text: str
    exact: bool = False


class Round(msgspec.Struct, frozen=True):
    """Somebody of this circle."""

    circle: Circle


Term = Words | Tag | Named | Via | Said | Began | Days | Felt | Theme | Field | Round


class Not(msgspec.Struct, frozen=True):
    """What does not fit `node`."""

    node: Term | AllOf | AnyOf


class AllOf(msgspec.Struct, frozen=True):
    """What fits all of `nodes`; none of which is an AllOf."""

    nodes: tuple[Term | Not | AnyOf, ...] = ()


class AnyOf(msgspec.Struct, frozen=True):
    """What fits one of `nodes`, two or more, none of which is an AnyOf."""

    nodes: tuple[Term | Not | AllOf, ...]


Node = Term | Not | AllOf | AnyOf


def both(nodes: list[Node]) -> Node:
    """All of `nodes` as one; the only one is itself."""
    flat: list[Term | Not | AnyOf] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, AllOf) else (node,))
    return flat[0] if len(flat) == 1 else AllOf(tuple(flat))


def either(nodes: list[Node]) -> Node:
    """One of `nodes` (at least one) as one; the only one is itself."""
    flat: list[Term | Not | AllOf] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, AnyOf) else (node,))
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def negated(node: Node) -> Node:
    """What does not fit `node`; twice negated is itself."""
    return node.node if isinstance(node, Not) else Not(node)
