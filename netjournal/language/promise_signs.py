"""The ``>`` after which one says what one will do, and the ``<`` after which what they will:
``she laughed > bring her rosemary by saturday < send the score``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from netjournal.language.tokens import Token

_SIGN = re.compile(r"(?P<before>[;,.!?]\s*|\s)(?P<sign>[<>])[^\S\n]*(?=[^\W\d_])")
"""After a pause or a space and before a word; not that of ``->``, ``5 > 3`` or ``<3``."""

PROMISED_BY: Mapping[str, Literal["me", "them"]] = {">": "me", "<": "them"}
_KEYS = {">": "promise", "<": "promised"}

_NUMBERED = re.compile(r"\d\W*\Z")
_RATED = re.compile(r"\s/[1-5]\Z")
_AMOUNTS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("twenty", "hundred", "zero", "none", "nothing", "half", "all", "any", "some", "most", "few"),
        *("a", "an", "the", "this", "that", "these", "those", "what", "it", "more", "less", "last"),
        *("my", "your", "his", "her", "its", "our", "their"),
    )
)
"""With what a comparison with a number goes on, and nobody begins to say what they will do."""


def promise_signs(text: str, *, several: bool = False) -> Iterator[re.Match[str]]:
    """The signs after which something is promised, each with what stands ``before`` it; `several` if the
    text begins with a promise already.

    After nothing but a space one word alone is none, ``tea > coffee``, nor is an amount after a number:
    ``5 > three of them``, but ``me at 20 > print her name``.
    """
    start, is_first = 0, not several
    for found in _SIGN.finditer(text):
        before, after = text[start : found.start()], text[found.end() :]
        first, *others = after.split(None, 1)
        is_amount = first.casefold() in _AMOUNTS and _NUMBERED.search(_RATED.sub("", before))
        is_compared = is_first and not found["before"].strip() and (is_amount or not others)
        if before.strip() and not is_compared:
            yield found
            start, is_first = found.end(), False


def with_promises(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The `tokens` of `text`, with ``promise:`` or ``promised:`` in place of a sign and what follows it.

    In a text of several lines there is none: a line that begins so is what somebody said, in Markdown.
    """
    if (">" not in text and "<" not in text) or "\n" in text.strip():
        return tokens
    starts = [
        (found.end("before"), found.end(), _KEYS[found["sign"]])
        for found in promise_signs(text)
        if not any(token.start < found.end("before") < token.end for token in tokens)
    ]
    stops = sorted(
        {
            *(token.start for token in tokens if token.kind in ("key", "tag")),
            *(start for start, _, _ in starts),
        }
    )
    promised = []
    for start, begin, key in starts:
        words = text[begin : next((stop for stop in stops if stop > start), len(text))].rstrip()
        promised.append(Token("key", start, begin + len(words), words.rstrip(" ;,"), key))
    outside = [token for token in tokens if not any(one.start <= token.start < one.end for one in promised)]
    return sorted([*outside, *promised], key=lambda token: token.start)
