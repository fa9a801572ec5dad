"""The first words of a line, with one sign for each name (issue 2 §3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.channels.telling import REACH
from netjournal.language.names.genitives import is_genitive
from netjournal.language.names.in_text import Mention
from netjournal.language.prose import GONE, Piece, kept, pieces_of
from netjournal.language.shorthand import spelt_out
from netjournal.language.tokens import Token

ELSEWHERE = "\ufffb"
"""Stands for each name of somebody who took no part."""

HEAD = 2 * REACH
"""Letters of a line that are looked at."""


def masked(
    rest: str, tokens: Sequence[Token], mentions: Sequence[Mention], away: Collection[Mention] = ()
) -> str:
    """The first words of `rest` in full (`shorthand`), with SOMEBODY for each name, ELSEWHERE for those of
    `away`.
    """
    signs = signs_of(token for token in tokens if token.end <= HEAD)
    for mention in mentions:
        if mention.end <= HEAD:
            name = ELSEWHERE if mention in away else SOMEBODY
            words = name + "'" * is_genitive(rest, mention.end)
            signs.append((mention.start, mention.end, Piece("words", words)))
    return spelt_out(kept(pieces_of(rest[:HEAD], sorted(signs))))


def signs_of(tokens: Iterable[Token]) -> list[tuple[int, int, Piece]]:
    """What becomes of each sign but names: where it begins and ends, and what stands there then."""
    return [
        (token.start, token.end, _piece(token)) for token in tokens if token.kind in ("key", "tag", "plain")
    ]


def _piece(token: Token) -> Piece:
    if token.kind == "key":
        return GONE
    return Piece("tag", f"#{token.value}") if token.kind == "tag" else Piece("words", token.value)
