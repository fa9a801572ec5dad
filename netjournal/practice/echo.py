"""What comes back after an answer: one's own newest earlier words in the same theme (reflection.md §2.5)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import east_asian_width

from msgspec.structs import replace

from netjournal.language.days.words import say_ago
from netjournal.language.entry_words import name_of, say_promise, say_who, shortened
from netjournal.model import Dimension, Interaction, Reflection
from netjournal.practice.coming_back import is_tender
from netjournal.practice.own_words import is_promise_alone, own_words
from netjournal.practice.themes import DIMENSION_NAMES

NOT_ANSWERED = "not answered yet"
_LONGEST = 120
_LONG_AGO = 21
_FEW_WORDS = 3
_NAMED = 2
_SHORT = 16
_OF_SOMEBODY = re.compile(
    r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|you|your|we|us|our|both)\b", re.IGNORECASE
)
"""What means somebody, whom the entry of an answer alone names."""

_WIDE = 4


def rated(reflection: Reflection) -> str:
    """The answer with its rating behind it, as it would be typed."""
    rating = f"/{reflection.rating}" if reflection.rating else ""
    return " ".join(part for part in (reflection.answer, rating) if part)


def say_noted(
    entries: Iterable[Interaction],
    last: Interaction | None,
    today: dt.date,
    person: str = "",
    names: Mapping[str, str] = {},
    named: Mapping[str, Collection[str]] = {},
) -> str:
    """The first answer among `entries` that is neither private nor of a low mood; empty for none.
    A promise alone has a line of its own.

    ``You noted: “boats”`` if it is of the `last` talk, else ``You noted 3 weeks ago: “boats”``. Of an entry
    with more than `person` (id) only what names them, or nobody, and then with whom: ``You noted with Bo:``.
    `named` are those (ids) whom its answer names, by the id of the entry.
    """
    for entry in entries:
        asked, about = entry.reflection, named.get(entry.id, ())
        is_of_another = bool(about) and person not in about
        if is_tender(entry) or is_of_another or is_promise_alone(entry):
            continue
        if asked is not None and asked.answer:
            is_of_last = last is not None and entry.id == last.id
            when = "" if is_of_last else f" {say_ago(entry.date, today)}"
            others = [name_of(id, names) for id in entry.people if id != person and not about]
            whom = f" with {_listed(others)}" if person and others else ""
            return f"You noted{when}{whom}: “{own_words(entry)}”"
    return ""


def _listed(names: Sequence[str]) -> str:
    """``Bo``, ``Bo and Ana``, ``Bo, Ana and others``."""
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and others"
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def say_kept(
    entry: Interaction, earlier: Interaction | None, names: Mapping[str, str], today: dt.date
) -> str:
    """``Kept. Last time on curiosity, 2 March, Karim: “asked one question too few”``; no praise.

    The `earlier` answer is one that `comes_back`; of those in it only who is in both is named.
    """
    if earlier is None or earlier.reflection is None:
        return "Kept."
    day = f"{earlier.date.day} {earlier.date:%B}" + (
        "" if earlier.date.year == today.year else f" {earlier.date.year}"
    )
    in_both = replace(earlier, people=tuple(id for id in earlier.people if id in entry.people))
    whom = f", {say_who(in_both, names)}" if in_both.people else ""
    said = shortened(own_words(earlier) or rated(earlier.reflection), _LONGEST)
    return f"Kept. Last time on {_theme(earlier.reflection.dimension)}, {day}{whom}: “{said}”"


def say_promised(before: Interaction, after: Interaction, today: dt.date) -> tuple[str, ...]:
    """``You promised: bring her rosemary · by Sat``: a line for each that only `after` has."""
    new = [promise for promise in after.promises if promise not in before.promises]
    who = {"me": "You", "them": "They"}
    said = ((who[promise.by], shortened(say_promise(promise, today), _LONGEST)) for promise in new)
    return tuple(f"{whose} promised: {words}" for whose, words in said)


def comes_back(entry: Interaction, earlier: Interaction, named: Collection[str]) -> bool:
    """Whether the newest earlier answer in the theme of `entry`, which has those `named` (ids) in it, is told
    of after the new one: if it is about nobody but who is in both; or about nobody at all, and three weeks
    older. After every answer it would soon be read no more, and others are not brought up here.
    """
    asked, them = earlier.reflection, set(entry.people)
    if asked is None or earlier.date > entry.date or is_slight(asked) or not them.issuperset(named):
        return False
    if named or (earlier.people and them.issuperset(earlier.people)):
        return True
    is_old = (entry.date - earlier.date).days >= _LONG_AGO
    return is_old and _OF_SOMEBODY.search(asked.answer) is None


def is_slight(reflection: Reflection | None) -> bool:
    """Whether an answer is a word or two, like ``ok``, which say little when they come back alone.

    A script that is written without spaces says a word with a letter or two.
    """
    words = reflection.answer if reflection is not None else ""
    if len(words) >= _SHORT or len(words.split()) >= _FEW_WORDS:
        return False
    return sum(_WIDE if east_asian_width(letter) in "WF" else 1 for letter in words) < _SHORT


def _theme(dimension: Dimension) -> str:
    """The name of a theme inside a sentence; one with a comma in quotes."""
    name = DIMENSION_NAMES[dimension]
    name = name[0].lower() + name[1:]
    return f"“{name}”" if "," in name else name
