"""The ``>`` after which one says what one will do, and the ``<`` after which what they will:
``she laughed > bring her rosemary by saturday < send the score``.

So does ``Promise: bring her rosemary`` where a line or a sentence begins, or goes on after a comma; there
``gave: advice on glue`` and ``got: two eggs`` are what was given as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from netjournal.language.tokens import QUOTES, Token

_DAY = r"(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.|[0-9]{4}-[0-9]{2}-[0-9]{2}):?[^\S\n]+[^\W\d_]"
_SIGN = re.compile(rf"(?P<before>[;,.!?]\s*|\s)(?P<arrow>--?|=)?+(?P<sign>[<>])[^\S\n]*(?=[^\W\d_]|{_DAY})")
"""After a pause or a space and before a word or a day; not that of ``5 > 3`` or ``<3``.

That of an arrow counts before something to do: ``-> send her the list``, but not ``-> spa day``.
"""

_FIRST = re.compile(rf"\s*(?P<sign>>\s*|<\s+)(?=[^\W\d_]\S*\s+\S|{_DAY})")
"""A sign that a line begins with, before two words or more."""

PROMISED_BY: Mapping[str, Literal["me", "them"]] = {">": "me", "<": "them"}
_KEYS = {">": "promise", "<": "promised"}

_KEYED = ("romise", "gave: ", "got: ")
_RATED = re.compile(r"\s/[1-5]")
_WORDS = re.compile(r"\s*(?P<first>\S+)(?P<more>\s+\S)?")
_NEAR = 60
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
    start = seen = 0
    is_first, is_said = not several, False
    for found in _SIGN.finditer(text):
        is_said = is_said or not _is_blank(text, seen, found.start())
        seen = found.start()
        if found["arrow"] and not _points_to_a_deed(text, found):
            continue
        if is_said and not (is_first and _is_compared(text, start, found)):
            yield found
            start = seen = found.end()
            is_first = is_said = False


def _points_to_a_deed(text: str, found: re.Match[str]) -> bool:
    """Whether something to do follows an arrow, which may as well lead from one thing to another."""
    from netjournal.language.promises.one_by_one import is_deed

    return found["sign"] == ">" and is_deed(text[found.end() : found.end() + _NEAR])


def _is_compared(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether two things are compared by a sign in what begins at `start`, rather than something promised."""
    after = _WORDS.match(text, found.end())
    if found["before"].strip() or after is None:
        return False
    may_be_amount = after["first"].casefold() in _AMOUNTS or after["first"][0].isdecimal()
    is_amount = may_be_amount and _ends_in_number(text, start, found.start())
    return is_amount or not after["more"]


def _ends_in_number(text: str, start: int, end: int) -> bool:
    """Whether the last word from `start` to `end`, but for a rating, ends in a digit."""
    end -= 3 if end - 3 >= start and _RATED.match(text, end - 3, end) else 0
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return end > start and text[end - 1].isdecimal()


def _is_blank(text: str, start: int, end: int) -> bool:
    return start == end or text[start:end].isspace()


class _Promised(NamedTuple):
    """What is promised: the words from `begin` to `end`, in all from `start` to `stop`."""

    start: int
    begin: int
    end: int
    stop: int
    key: str


def with_promises(text: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The `tokens` of `text`, with ``promise:`` or ``promised:`` in place of a sign and what follows it, and
    each key after whose colon a space stands.

    One may begin the text. Each goes on to the next sign, or to the end of a sentence that ends in its day
    (`over_after_its_day`), one after ``promise: `` at most to the end of its sentence. In a text of several
    lines no ``>`` is one: a line that begins so is what somebody said, in Markdown.
    """
    starts = [token.start for token in tokens]

    def is_within_one(at: int) -> bool:
        before = bisect_left(starts, at) - 1
        return before >= 0 and at < tokens[before].end

    found = [one for one in (*_after_signs(text), *_after_keys(text)) if not is_within_one(one.start)]
    if not found:
        return tokens
    from netjournal.language.promises.ending import over_after_its_day, over_before_card  # few lines promise

    signs = {token.start for token in tokens if token.kind in ("key", "tag")}
    nexts = sorted({*signs, *(one.start for one in found)})
    promised = []
    for one in found:
        later = bisect_right(nexts, one.start)
        limit = nexts[later] if later < len(nexts) else len(text)
        words = text[one.begin : min(one.end, limit)]
        over = one.begin + min(over_after_its_day(words), over_before_card(words))
        limit = min(limit, over) if one.end == one.stop else limit
        value = text[one.begin : min(one.end, limit)].rstrip(" \n\t;,")
        end = one.start + len(text[one.start : min(one.stop, limit)].rstrip())
        promised.append(Token("key", one.start, end, value, one.key))
    taken = {
        at for one in promised for at in range(bisect_left(starts, one.start), bisect_left(starts, one.end))
    }
    outside = [token for number, token in enumerate(tokens) if number not in taken]
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
    for found in _keyed().finditer(text) if any(map(text.lower().__contains__, _KEYED)) else ():
        words = "words" if found["words"] else "quoted"
        begin, end = found.span(words)
        yield _Promised(found.start("key"), begin, end, found.end(), found["key"].lower())


@cache
def _keyed() -> re.Pattern[str]:
    """A key with a space after its colon, and words to the end of the sentence: call Dr. Osei; two at least
    of what is promised."""
    return re.compile(
        r"(?:\A|(?<=[.;,!?\n]))[^\S\n]*(?P<key>(?P<deed>promised?)|gave|got):[^\S\n]+(?!nothing\b|none\b)"
        rf"(?:[{QUOTES}](?P<quoted>[^{QUOTES}\n]+)[{QUOTES}]"
        r"|(?P<words>(?(deed)[^\W_][\w'’-]*[^\S\n]+)[^\W_](?:(?!,[^\S\n]*(?:gave|got|promised?):\s)[^.;!?\n]"
        r"|(?<=\b[A-Z])\.|(?<=\b[DMS][rst])\.|(?<=\bMrs)\.|[.;!?](?=\w))*)(?:[.;!?]+(?=\s*\Z))?)",
        re.IGNORECASE,
    )
