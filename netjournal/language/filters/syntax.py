"""A filter as typed: terms, brackets, `or` and the dash that negates (issue 4 §3).

=========  ========================================
filter     branch {"or" branch}
branch     {["and"] negation}
negation   {"-"} (term | "(" filter ")")
=========  ========================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal, NamedTuple

from netjournal.errors import Mistaken
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.terms import AllOf, Node, both, either, negated
from netjournal.language.filters.values import Themes, Typed, read_term
from netjournal.language.tokens import QUOTES, unquoted
from netjournal.model import Dimension

LONGEST = 2000
DEEPEST = 40

_NO_THEMES: Mapping[Dimension, str] = {}
_PIECE = re.compile(
    rf"""\s*+ (?:
      (?P<bracket> [()] )
    | (?P<dash> - )
    | (?P<head> (?: [@#] | [^\W\d_]+ (?:[<>]=?|[:=]) )? )
      (?P<quoted> [{QUOTES}] (?:\\.|[^{QUOTES}])*+ ) (?P<close> [{QUOTES}] )?
    | (?P<bare> [^\s(){QUOTES}]+ )
    )""",
    re.VERBOSE | re.DOTALL,
)


class _Piece(NamedTuple):
    kind: Literal["(", ")", "-", "or", "and", "term", "end"]
    typed: Typed


def parse_filter(
    text: str, now: datetime, themes: Mapping[Dimension, str] = _NO_THEMES, *, typing: bool = False
) -> Filter:
    """The filter that `text` says at the aware time `now`, in time linear in its length.

    `themes` are the names that themes go by on screen. While one is `typing`, a last term that makes no sense
    yet is left out, and a bracket still open counts as closed. Raises Mistaken with the place of the mistake.
    """
    if len(text) > LONGEST:
        message = f"A filter has at most {LONGEST:,} characters."
        raise Mistaken(message, "Leave something out.", LONGEST, len(text))
    return Filter(_Parser(text, now, themes, typing).read())


def _pieces(text: str) -> Iterator[_Piece]:
    dashed = -1
    for match in _PIECE.finditer(text):
        if match["bracket"]:
            yield _Piece("(" if match["bracket"] == "(" else ")", Typed(*match.span("bracket"), ""))
        elif match["dash"]:
            dashed = match.end()
            yield _Piece("-", Typed(*match.span("dash"), ""))
        elif match["quoted"]:
            quoted, is_closed = unquoted(match["quoted"]), match["close"] is not None
            typed = Typed(match.start("head"), match.end(), match["head"], quoted, is_closed)
            yield _Piece("term", typed)
        else:
            start, end = match.span("bare")
            yield _bare(Typed(start, end, match["bare"]), is_negated=start == dashed)


def _bare(typed: Typed, *, is_negated: bool) -> _Piece:
    """A term without quotes; an `or` right after a dash can only be a word."""
    word = typed.bare.lower()
    if word not in ("or", "and"):
        return _Piece("term", typed)
    if is_negated:
        return _Piece("term", typed._replace(bare="", quoted=word))
    return _Piece("or" if word == "or" else "and", typed)


class _Parser:
    """One text; `DEEPEST` brackets in one another at most."""

    def __init__(self, text: str, now: datetime, themes: Themes, typing: bool) -> None:
        self._now = now
        self._themes = themes
        self._typing = typing
        self._length = len(text)
        self._pieces = list(_pieces(text))
        if typing and self._pieces and self._pieces[-1].kind in ("or", "and"):
            self._pieces.pop()
        self._at = 0
        self._depth = 0

    def read(self) -> Node:
        """The whole text; nothing but white space is the filter that everything fits."""
        if not self._pieces:
            return AllOf()
        node = self._filter()
        if self._next.kind == ")":
            raise self._mistake("This bracket was never opened.", "Leave it out, or open one before.")
        return node or AllOf()

    @property
    def _next(self) -> _Piece:
        if self._at < len(self._pieces):
            return self._pieces[self._at]
        return _Piece("end", Typed(self._length, self._length, ""))

    def _mistake(self, message: str, hint: str, piece: _Piece | None = None) -> Mistaken:
        typed = (piece or self._next).typed
        return Mistaken(message, hint, typed.start, typed.end)

    def _filter(self) -> Node | None:
        branches = []
        while True:
            branch = self._branch()
            sign = self._next
            if branch is not None:
                branches.append(branch)
            elif not self._is_unfinished() and (sign.kind == "or" or branches):
                beside = sign if sign.kind == "or" else self._pieces[self._at - 1]
                raise self._mistake(
                    "Nothing stands beside this or.", 'To look for the word, write "or".', beside
                )
            if sign.kind != "or":
                return either(branches) if branches else None
            self._at += 1

    def _is_unfinished(self) -> bool:
        return self._typing and self._next.kind == "end"

    def _branch(self) -> Node | None:
        nodes: list[Node] = []
        while self._next.kind in ("term", "-", "(", "and"):
            sign = self._next
            if sign.kind == "and":
                self._at += 1
                is_beside = nodes and self._next.kind in ("term", "-", "(")
                if not is_beside and not (nodes and self._is_unfinished()):
                    hint = 'Terms need no and between them; to look for the word, write "and".'
                    raise self._mistake("Nothing stands beside this and.", hint, sign)
            elif (node := self._negation()) is not None:
                nodes.append(node)
        return both(nodes) if nodes else None

    def _negation(self) -> Node | None:
        is_negated = False
        dash = self._next
        while self._next.kind == "-":
            dash, is_negated = self._next, not is_negated
            self._at += 1
            if self._next.typed.start != dash.typed.end or self._next.kind in ("end", ")"):
                if self._is_unfinished():
                    return None
                raise self._mistake("Nothing stands after this dash.", "Put it right before a term.", dash)
        node = self._bracket() if self._next.kind == "(" else self._term()
        return negated(node) if node is not None and is_negated else node

    def _bracket(self) -> Node | None:
        opening = self._next
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._mistake("These are too many brackets within brackets.", f"{DEEPEST} is the most.")
        self._at += 1
        node = self._filter()
        self._depth -= 1
        if self._next.kind == "end":
            if self._typing:
                return node
            raise self._mistake("This bracket is never closed.", "Put a ) at the end.", opening)
        if node is None:
            raise self._mistake("Nothing stands between the brackets.", "Leave them out.", opening)
        self._at += 1
        return node

    def _term(self) -> Node | None:
        typed = self._next.typed
        self._at += 1
        try:
            return read_term(typed, self._now, self._themes)
        except Mistaken as mistake:
            if self._typing and mistake.end == self._length:
                return None
            raise
