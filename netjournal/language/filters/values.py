"""One term of a filter, from what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, cast

from netjournal.errors import Mistaken, Misused
from netjournal.language.channels.by_post import post_named
from netjournal.language.channels.telling import NO_CHANNEL, named_channel
from netjournal.language.days.spans import Span, read_span
from netjournal.language.entry_words import shortened
from netjournal.language.filters.terms import (
    Began,
    Days,
    Felt,
    Field,
    Named,
    Node,
    Round,
    Said,
    SaidKey,
    Sign,
    State,
    Tag,
    Theme,
    Via,
    Words,
    both,
)
from netjournal.language.finding.haystack import needle
from netjournal.language.folding import fold
from netjournal.language.tokens import BY_ME, BY_THEM
from netjournal.model import CHANNELS, CIRCLES, DIMENSIONS, Dimension

Themes = Mapping[Dimension, str]

_KEYED = re.compile(r"([^\W\d_]+)([<>]=?|[:=])(?!//)", re.DOTALL)
_STATES: Mapping[str, tuple[State, ...]] = {
    "promise": ("open", "kept"),
    "promised": ("open", "kept"),
    "reflection": ("open",),
}
_MAY_BE_EMPTY = ("gave", "got", "promise", "promised", "reflection")


class Typed(NamedTuple):
    """A term as it stands in the text: what is outside of quotes, and what is in them or None."""

    start: int
    end: int
    bare: str
    quoted: str | None = None
    is_closed: bool = True


class _Value(NamedTuple):
    """What follows a key, from `start` to `end` in the text."""

    key: str
    sign: Sign
    text: str
    is_quoted: bool
    start: int
    end: int
    now: datetime
    themes: Themes

    def mistake(self, message: str, hint: str) -> Mistaken:
        return Mistaken(message, hint, self.start, self.end)


def read_term(typed: Typed, now: datetime, themes: Themes) -> Node:
    """The term that was typed. Raises Mistaken at the place of what there is not."""
    if not typed.is_closed:
        start = typed.start + len(typed.bare)
        raise Mistaken("The quotation mark is never closed.", "Put another one at the end.", start, typed.end)
    text = typed.bare if typed.quoted is None else typed.quoted
    keyed = _KEYED.match(typed.bare)
    if typed.bare[:1] == "@":
        return _named(typed)
    if typed.bare[:1] == "#":
        return _tag(typed.bare[1:] + (typed.quoted or ""), typed.start, typed.end)
    if keyed is None:
        return Words(_findable(text, typed.start, typed.end), typed.quoted is not None)
    value = typed.bare[keyed.end() :].rstrip(",;") if typed.quoted is None else " ".join(text.split())
    sign = cast(Sign, "=" if keyed[2] == ":" else keyed[2])
    start = typed.start + keyed.end()
    is_empty = start == typed.end or not value
    given = _Value(
        keyed[1].lower(),
        sign,
        value,
        typed.quoted is not None,
        typed.start if is_empty else start,
        typed.end,
        now,
        themes,
    )
    return _read_key(given, typed.start, keyed[0])


def _read_key(given: _Value, start: int, written: str) -> Node:
    read = _READERS.get(given.key)
    if read is None:
        raise _unknown_key(given, start, written)
    if given.sign != "=" and given.key not in ("mood", "energy"):
        raise Mistaken(
            f"Only mood and energy can be compared, not {given.key}.",
            f"Write {given.key}:{given.text or '…'}.",
            start,
            start + len(written),
        )
    if not given.text and given.key not in _MAY_BE_EMPTY:
        raise given.mistake(f"{written} needs something after it.", f"For example {_EXAMPLES[given.key]}.")
    return read(given)


def _unknown_key(given: _Value, start: int, written: str) -> Mistaken:
    hint = f"One of {', '.join(f'{key}:' for key in _READERS)}."
    if close := _closest(given.key, _READERS):
        hint = f"Did you mean {close}:?"
    if given.text and '"' not in given.text:
        hint += f' Words are put in quotes: "{shortened(written + given.text, 40)}"'
    return Mistaken(f"There is no {shortened(written, 40)} to filter by.", hint, start, start + len(written))


def _closest(word: str, known: Iterable[str]) -> str:
    """The key one or two slips of the pen from `word`, or that it begins with; empty if there is none."""
    slips, key = min((_slips(word[:20], key), key) for key in known)
    if slips <= min(2, len(key) // 2):
        return key
    return next((key for key in known if len(key) > 2 and word.startswith(key)), "")


def _slips(one: str, other: str) -> int:
    """How many letters are missing, needless, wrong or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted)))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], wanted):
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]


def _findable(text: str, start: int, end: int) -> str:
    tidy = " ".join(text.split())
    if needle(tidy, exact=False) is None:
        message = f"“{shortened(tidy, 40)}” holds no letter to look for." if tidy else "Nothing is quoted."
        raise Mistaken(message, "Write a word, or leave it out.", start, end)
    return tidy


def _named(typed: Typed) -> Named:
    name = " ".join((typed.quoted if typed.quoted is not None else typed.bare[1:].rstrip(",;")).split())
    if needle(name, exact=False) is None:
        raise Mistaken("Whom do you mean?", 'Write @grace or @"Grace Osei".', typed.start, typed.end)
    return Named(name)


def _tag(name: str, start: int, end: int) -> Tag:
    """A tag in the form it is kept in."""
    tag = unicodedata.normalize("NFC", "-".join(name.lstrip(" #").rstrip(" ,;").split()).casefold())
    if not any(letter.isalpha() for letter in tag) or needle(tag, exact=True) is None:
        raise Mistaken("Which tag do you mean?", "For example #food.", start, end)
    return Tag(tag)


def _tags(given: _Value) -> Node:
    return both([_tag(name, given.start, given.end) for name in given.text.split(",")])


def _via(given: _Value) -> Via:
    channel = named_channel(given.text)
    if channel is None and given.text.casefold() not in NO_CHANNEL:
        raise given.mistake(
            f"There is no channel called “{shortened(given.text, 40)}”.", f"Use one of {', '.join(CHANNELS)}."
        )
    return Via(channel, post_named(given.text))


def _said(given: _Value) -> Said:
    key = cast(SaidKey, given.key)
    state = given.text.casefold()
    if not given.is_quoted and state in _STATES.get(key, ()):
        return Said(key, state=state)
    if not given.text:
        return Said(key)
    return Said(key, _findable(given.text, given.start, given.end), given.is_quoted)


def _field(given: _Value) -> Field:
    return Field(_findable(given.text, given.start, given.end), given.is_quoted)


def _began(given: _Value) -> Began:
    word = given.text.casefold()
    if word not in (*BY_ME, *BY_THEM):
        raise given.mistake("It was you or they who reached out.", "Write by:me or by:them.")
    return Began("me" if word in BY_ME else "them")


def _days(given: _Value) -> Days:
    try:
        span: Span | None = read_span(given.text, given.now)
    except Misused as error:
        raise given.mistake(error.message, error.hint) from error
    if span is None:
        raise given.mistake(
            f"“{shortened(given.text, 40)}” is not a day I know.",
            f'Write {given.key}:2026-01, {given.key}:yesterday or {given.key}:"last friday".',
        )
    return Days(span[0] if given.key != "to" else None, span[1] if given.key != "from" else None)


def _felt(given: _Value) -> Felt:
    if given.text not in ("1", "2", "3", "4", "5"):
        raise given.mistake(
            f"The {given.key} is a number from 1 to 5, not “{shortened(given.text, 40)}”.",
            f"For example {given.key}>=4.",
        )
    return Felt("mood" if given.key == "mood" else "energy", given.sign, int(given.text))


def _theme(given: _Value) -> Theme:
    """The theme of this key, or the only one with these words in its name."""
    words = fold(given.text)
    for dimension in DIMENSIONS:
        if words in (dimension, fold(given.themes.get(dimension, ""))):
            return Theme(dimension)
    wanted = needle(given.text, exact=False)
    found = [
        dimension
        for dimension in DIMENSIONS
        if wanted and wanted.is_in(f" {fold(given.themes.get(dimension, ''))} {dimension} ")
    ]
    if len(found) == 1:
        return Theme(found[0])
    raise given.mistake(
        f"{'Several themes are' if found else 'There is no theme'} called “{shortened(given.text, 40)}”.",
        f"Use one of {', '.join(_called(one, given.themes) for one in found or DIMENSIONS)}.",
    )


def _called(dimension: Dimension, themes: Themes) -> str:
    """``destination (The road)``: its key, with what it is called where that does not hold it."""
    name = themes.get(dimension, "")
    return f"{dimension} ({name})" if name and dimension not in fold(name) else dimension


def _round(given: _Value) -> Round:
    for circle in CIRCLES:
        if circle == given.text.casefold():
            return Round(circle)
    raise given.mistake(
        f"There is no circle called “{shortened(given.text, 40)}”.", f"Use one of {', '.join(CIRCLES)}."
    )


_READERS: Mapping[str, Callable[[_Value], Node]] = {
    "via": _via,
    **dict.fromkeys(("at", "gave", "got", "promise", "promised"), _said),
    "mood": _felt,
    "energy": _felt,
    "tag": _tags,
    "by": _began,
    **dict.fromkeys(("from", "to", "on"), _days),
    "reflection": _said,
    "theme": _theme,
    "field": _field,
    "circle": _round,
}
_EXAMPLES = {
    "via": "via:call",
    "at": 'at:"Café Lula"',
    "mood": "mood<3",
    "energy": "energy>=4",
    "tag": "tag:food",
    "by": "by:me",
    "from": "from:2026-01",
    "to": 'to:"last friday"',
    "on": "on:yesterday",
    "theme": "theme:curiosity",
    "field": "field:health",
    "circle": "circle:close",
}
KEYS = tuple(_READERS)
"""Every key of the language."""
