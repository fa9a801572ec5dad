"""What is kept of a line as its text, once the signs are read out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

_SPACES = " \t"
_STOPS = ",;:.!?"
_PAUSES = ",;:"
_DASHES = "-–—"
_FACE = r"[ \t]+[:;][-'’^o]?[()DPpO3/|*\[\]]+(?=[\s.,!?]|\Z)"
"""A smiley after a space, which is a word and neither a pause nor a bracket."""

_NOTHING = _SPACES + _STOPS + _DASHES + "()[]"
_LEAD_ON = """
a about an and any as at by for from her his in into like my no of on or our over some than that the their
this to with your
"""
_GO_ON = "are can could had has have is was were will would"
_LEADS_ON = frozenset(_LEAD_ON.split())
_GOES_ON = frozenset(_GO_ON.split())
"""Words between which and a tag a sentence does not end."""


class Piece(NamedTuple):
    """A stretch of a line: words to keep as they are, a ``#tag`` that may be one of the words, or nothing."""

    kind: Literal["words", "tag", "gone"]
    text: str = ""


GONE = Piece("gone")


def pieces_of(line: str, signs: Iterable[tuple[int, int, Piece]]) -> list[Piece]:
    """`line` cut into pieces; `signs` are in order, each with its start, its end and what becomes of it."""
    pieces: list[Piece] = []
    here = 0
    for start, end, piece in signs:
        if here < start:
            pieces.append(_words(line[here:start]))
        if piece.text or piece is GONE:
            pieces.append(piece)
        here = end
    if here < len(line):
        pieces.append(_words(line[here:]))
    return pieces


def kept(pieces: Sequence[Piece]) -> str:
    """The text of `pieces`: without what is gone, and without the tags that a line of it begins or ends with.

    A tag within a sentence, or after a word that leads on to it (about #boats), stays as typed. No spaces,
    pauses or empty brackets are left behind where something was taken out; line breaks stay.
    """
    if {kind for kind, _ in pieces} <= {"words"}:
        return "".join([text for _, text in pieces]).strip()
    edge = _at_an_edge(pieces)
    out: list[str] = []
    gap = False
    for number, (kind, text) in enumerate(pieces):
        if kind == "gone" or number in edge:
            gap = True
        elif not gap:
            out.append(text)
        elif text.strip(_SPACES) or number + 1 == len(pieces):
            gap = not _close_gap(out, text if number + 1 < len(pieces) else f"{text}\n")
    if gap:
        _close_gap(out, "\n")
    return "".join(out).strip()


def _words(text: str) -> Piece:
    return Piece("words", text.replace("\r\n", "\n"))


def _close_gap(out: list[str], right: str) -> bool:
    """Put `right` after what is in `out`; False if nothing is left of it, so that the gap goes on."""
    left = _pop(out, _SPACES)
    if left.endswith(("(", "[")) and right.lstrip(_SPACES).startswith((")", "]")):
        out.append(left[:-1])
        left, right = _pop(out, _SPACES), right.lstrip(_SPACES)[1:]
    if right.lstrip(_SPACES)[:1] in (":", ";") and re.match(_FACE, right):
        out.append(left)
        left = _pop(out, _SPACES + _PAUSES)
        out += [left, right.lstrip(_SPACES) if not left or left.endswith("\n") else right]
        return True
    right = right.lstrip(_SPACES)
    if right.lstrip(_SPACES + _PAUSES).startswith("\n"):
        right = right.lstrip(_SPACES + _PAUSES)
    if right.startswith(("\n", ")", "]", ".", "!", "?")):
        out.append(_without_dash(left))
        left = _pop(out, _SPACES + _PAUSES)
    starts = not left or left.endswith(("\n", "(", "["))
    if starts:
        right = _without_dash(right.lstrip(_SPACES + _STOPS))
    if left.endswith(tuple(_STOPS)):
        right = right.lstrip(_STOPS)
    if left.endswith(tuple(_DASHES)):
        right = _without_dash(right)
    if right.startswith("\n") and left.endswith("\n"):
        right = right[1:]
    out.append(left)
    if not right.strip(_SPACES):
        return False
    is_close = starts or right.startswith(("\n", ")", "]", *_STOPS))
    out.append(right if is_close else f" {right.lstrip(_SPACES)}")
    return True


def _pop(out: list[str], ends: str) -> str:
    """The last of `out` that is not empty, and without `ends` at its end; empty if there is none."""
    while out:
        if last := out.pop().rstrip(ends):
            return last
    return ""


def _without_dash(text: str) -> str:
    """`text` without a dash between spaces that it begins or ends with."""
    if text[:1] in _DASHES and text[1:2].isspace():
        text = text[1:].lstrip(_SPACES)
    if text[-1:] in _DASHES and text[-2:-1].isspace():
        text = text[:-1].rstrip(_SPACES)
    return text


def _at_an_edge(pieces: Sequence[Piece]) -> set[int]:
    """The numbers of the tags that a line begins or ends with and that are no part of its sentence."""
    count = sum(kind == "tag" for kind, _ in pieces)
    if not count:
        return set()
    forth = range(len(pieces))
    edge = set(_before_words(pieces, forth, last_line=True))
    return edge if len(edge) == count else edge.union(_before_words(pieces, reversed(forth), last_line=False))


def _before_words(pieces: Sequence[Piece], numbers: Iterable[int], *, last_line: bool) -> Iterator[int]:
    """The tags met before the words of a line, walking `numbers` forth or back.

    Forth, the `last_line` of a piece is what goes on in the next one.
    """
    edge = True
    for number in numbers:
        kind, text = pieces[number]
        if kind == "words":
            line = text.rpartition("\n")[2] if last_line else text.partition("\n")[0]
            edge = (edge or "\n" in text) and not line.strip(_NOTHING)
        elif kind == "tag" and edge:
            if _is_in_sentence(pieces, number):
                edge = False
            else:
                yield number


def _is_in_sentence(pieces: Sequence[Piece], number: int) -> bool:
    before = pieces[number - 1].text[-20:] if number else ""
    if len(before) > 1 and before.endswith(" ") and before[:-1].rpartition(" ")[2].casefold() in _LEADS_ON:
        return True
    after = pieces[number + 1].text[:20] if number + 1 < len(pieces) else ""
    return len(after) > 1 and after.startswith(" ") and after[1:].partition(" ")[0].casefold() in _GOES_ON
