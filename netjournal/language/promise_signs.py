"""The ``>`` after which one says what one will do, and the ``<`` after which what they will:
``she laughed > bring her rosemary by saturday < send the score``.

So does ``Promise: bring her rosemary`` where a line or a sentence begins, or goes on after a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from netjournal.language.tokens import QUOTES, Token

_SIGN = re.compile(r"(?P<before>[;,.!?]\s*|\s)(?P<sign>[<>])[^\S\n]*(?=[^\W\d_])")
"""After a pause or a space and before a word; not that of ``->``, ``5 > 3`` or ``<3``."""

_FIRST = re.compile(r"\s*(?P<sign>>\s*|<\s+)(?=[^\W\d_]\S*\s+\S)")
"""A sign that a line begins with, before two words or more."""

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


class _Promised(NamedTuple):
    """What is promised: the words from `begin` to `end`, in all from `start` to `stop`."""

    start: int
    begin: int
    end: int
    stop: int
    key: str


def with_promises(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The `tokens` of `text`, with ``promise:`` or ``promised:`` in place of a sign and what follows it.

    One may begin the text. Each goes on to the next sign, one after ``promise: `` at most to the end of its
    sentence. In a text of several lines no ``>`` is one: a line that begins so is what somebody said, in
    Markdown.
    """
    found = [
        one
        for one in (*_after_signs(text), *_after_keys(text))
        if not any(token.start < one.start < token.end for token in tokens)
    ]
    if not found:
        return tokens
    signs = {token.start for token in tokens if token.kind in ("key", "tag")}
    nexts = sorted({*signs, *(one.start for one in found)})
    promised = []
    for one in found:
        limit = next((sign for sign in nexts if sign > one.start), len(text))
        value = text[one.begin : min(one.end, limit)].rstrip(" \n\t;,")
        end = len(text[: min(one.stop, limit)].rstrip())
        promised.append(Token("key", one.start, end, value, one.key))
    outside = [token for token in tokens if not any(one.start <= token.start < one.end for one in promised)]
    return sorted([*outside, *promised], key=lambda token: token.start)


def _after_signs(text: str) -> Iterator[_Promised]:
    if (">" in text or "<" in text) and "\n" not in text.strip():
        begin = 0
        if first := _FIRST.match(text):
            begin = first.end()
            yield _Promised(first.start("sign"), begin, len(text), len(text), _KEYS[first["sign"].strip()])
        for found in promise_signs(text[begin:], several=bool(begin)):
            start, after = begin + found.end("before"), begin + found.end()
            yield _Promised(start, after, len(text), len(text), _KEYS[found["sign"]])


def _after_keys(text: str) -> Iterator[_Promised]:
    for found in _keyed().finditer(text) if "romise" in text.lower() else ():
        words = "words" if found["words"] else "quoted"
        begin, end = found.span(words)
        yield _Promised(found.start("key"), begin, end, found.end(), found["key"].lower())


@cache
def _keyed() -> re.Pattern[str]:
    """A key with a space after its colon, and two words or more to the end of the sentence: call Dr. Osei."""
    return re.compile(
        rf"(?:\A|(?<=[.;,!?\n]))[^\S\n]*(?P<key>promised?):[^\S\n]+(?:[{QUOTES}](?P<quoted>[^{QUOTES}\n]+)[{QUOTES}]"
        r"|(?P<words>[^\W_][\w'’-]*[^\S\n]+[^\W_](?:[^.;!?\n]|(?<=\b[A-Z])\.|(?<=\b[DMS][rst])\.|(?<=\bMrs)\."
        r"|[.;!?](?=\w))*)[.;!?]*)",
        re.IGNORECASE,
    )
