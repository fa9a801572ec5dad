"""One's own words with which the page of a month or a week begins (reflection.md §2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from netjournal.language.entry_words import shortened
from netjournal.language.hardship.guilt import tells_of_guilt
from netjournal.language.hardship.hard_day import tells_of_death, tells_of_hard_day
from netjournal.language.hardship.joy import is_warm, tells_of_good_news
from netjournal.language.hardship.letting_go import lets_go
from netjournal.language.helping import tells_of_help_got
from netjournal.language.intentions import is_to_do
from netjournal.model import Interaction, Reflection
from netjournal.practice.coming_back import hard_by, is_low, is_sore, is_trying
from netjournal.practice.echo import is_slight
from netjournal.practice.help import got_help
from netjournal.practice.month_material import Material
from netjournal.practice.own_words import is_promise_alone, own_words
from netjournal.practice.plans import is_plan, went
from netjournal.practice.themes import DIMENSION_NAMES

MOST_QUOTES = 3
"""Answers that a page begins with."""

_HARD_WEEKS = dt.timedelta(days=28)
_LONGEST = 160
_PARTS = 3
_EVEN, _GOOD = 3, 4
_FEW_WORDS = 5
"""Words from which on an answer of a review is understood without its question."""


class Quote(NamedTuple):
    """What one wrote oneself, under which theme and on which day; `entry` is the id of where it stands.

    A line that was logged has no theme.
    """

    entry: str
    words: str
    theme: str
    day: dt.date

    def about(self, day: str) -> str:
        """Its theme, and its day as it is said here."""
        return f"{self.theme} · {day}" if self.theme else day


class _Told(NamedTuple):
    """An entry with its answer; without one, its line speaks."""

    entry: Interaction
    asked: Reflection | None

    @property
    def alike(self) -> object:
        """What the page says only one thing of: a theme, or those whom a line is of."""
        return self.asked.dimension if self.asked else self.entry.people or self.entry.id


def quotes(material: Material, first: dt.date, last: dt.date) -> tuple[Quote, ...]:
    """Three answers of the days from `first` to `last` in one's own words, the earliest first.

    Those one picked oneself; else the best rated, one of each theme: an evening among people or a good mood
    speaks for itself, and what was not rated is neither good nor bad. Those rated alike come from all parts
    of the days and from several people before the newest: by reflection.md §2.6 the last week would speak
    for all the month. What was rated lower than even, says little without its question, is a promise, or is
    still to be done speaks only where nothing else does. Plans have a line of their own. Words of a hard day,
    or of a talk in the weeks beside a sickbed or after a death, come only where one picked them, or it did
    one good all the same: what hurt is no ornament of a page. So do those with which one lets somebody be.

    Where one answered less, lines that tell of something good stand in for it: whoever leaves the questions
    has the days to be glad of all the same.
    """
    every = list(_told(material))
    picked = [one for one in every if one.asked and one.asked.quoted and material.may_quote(one.entry)]
    shown = sorted(picked, key=_order)[-MOST_QUOTES:]
    if not shown:
        may_speak = partial(_may_speak, material=material)

        def is_fine(entry: Interaction) -> bool:
            return may_speak(entry) and not (is_trying(entry) or tells_of_guilt(entry.text))

        telling = [one for one in every if _says_something(*one) and _how_good(*one) >= _EVEN]
        shown = _best(telling, first, last, may_speak)
        if len(shown) < MOST_QUOTES:
            shown = _best(_good_lines(material, shown), first, last, is_fine, shown)
        shown = shown or _best(every, first, last, may_speak)
    return tuple(_quote(one) for one in sorted(shown, key=_order))


def _good_lines(material: Material, shown: Sequence[_Told]) -> Iterator[_Told]:
    """The lines that tell of something good in more than a few words, none of those `shown` already."""
    taken = {one.entry.id for one in shown}
    for entry in material.entries:
        is_short = len(entry.text.split()) < _FEW_WORDS and entry.text.isascii()
        is_log = entry.id not in taken and not (entry.reflection and entry.reflection.period)
        if is_log and not is_short and _tells_of_something_good(entry):
            yield _Told(entry, None)


def _tells_of_something_good(entry: Interaction) -> bool:
    """Whether it is of gladness, of good news, or of what somebody did for one."""
    is_glad = (entry.mood or 0) >= _GOOD or is_warm(entry.text) or tells_of_good_news(entry.text)
    return is_glad or got_help(entry) or tells_of_help_got(entry.text)


def _may_speak(entry: Interaction, material: Material) -> bool:
    """Whether it may be quoted, is of no hard day, and with nobody of whom an entry tells so within four
    weeks before.
    """
    if not material.may_quote(entry):
        return False
    people, since = set(entry.people), entry.date - _HARD_WEEKS
    is_beside = any(
        not people.isdisjoint(one.people)
        and since <= one.date <= entry.date
        and hard_by(one) in ("sickbed", "death")
        for one in material.entries
    )
    is_letting_go = entry.reflection is not None and lets_go(entry.reflection.answer)
    return not is_letting_go and (not is_sore(entry, "hard" if is_beside else "") or _was_good(entry))


def _was_good(entry: Interaction) -> bool:
    """Whether it did one good all the same, by mood or energy, and the answer speaks of nothing hard; where
    the line itself does, the answer is warm, and nobody died.
    """
    answer = entry.reflection.answer if entry.reflection is not None else ""
    is_good = max(entry.mood or 0, entry.energy or 0) >= _GOOD and not is_low(entry)
    if not is_good or tells_of_hard_day(answer) or tells_of_guilt(answer):
        return False
    return not tells_of_hard_day(entry.text) or (is_warm(answer) and not tells_of_death(entry.text))


def _how_good(entry: Interaction, asked: Reflection | None) -> int:
    """From 1 to 5: as it was rated, else as it was by what is known of it."""
    is_good = entry.channel == "event" or (entry.mood or 0) >= _GOOD
    return (asked.rating if asked else None) or (_GOOD if is_good else _EVEN)


def _best(
    told: Iterable[_Told],
    first: dt.date,
    last: dt.date,
    may_speak: Callable[[Interaction], bool],
    beside: Sequence[_Told] = (),
) -> list[_Told]:
    """The best of each theme `beside` what is shown already, of those that may speak; only what would be
    taken is asked for it.
    """

    def part(entry: Interaction) -> int:
        """Which third of the days it is from."""
        return _PARTS * (entry.date - first).days // ((last - first).days + 1)

    shown = list(beside)
    left = sorted(told, key=_order, reverse=True)  # of those worth the same the newest comes first
    while left and len(shown) < MOST_QUOTES:
        parts = {part(entry) for entry, _ in shown}
        people = {id for entry, _ in shown for id in entry.people}

        def worth(one: _Told, parts: set[int] = parts, people: set[str] = people) -> tuple[object, ...]:
            entry = one.entry
            is_elsewhere = part(entry) not in parts, people.isdisjoint(entry.people)
            return (_how_good(*one), *is_elsewhere)

        best = max(left, key=worth)
        if not may_speak(best.entry):
            left.remove(best)
            continue
        shown.append(best)
        left = [one for one in left if one.alike != best.alike]
    return shown


def _says_something(entry: Interaction, asked: Reflection | None) -> bool:
    if asked is None:
        return True
    is_short = bool(asked.period) and len(asked.answer.split()) < _FEW_WORDS and asked.answer.isascii()
    return not (is_slight(asked) or is_short or is_promise_alone(entry) or is_to_do(asked.answer))


def quotable(material: Material) -> tuple[Quote, ...]:
    """Every answer that a page may begin with, the earliest first."""
    told = (one for one in _told(material) if material.may_quote(one.entry))
    return tuple(_quote(one) for one in sorted(told, key=_order))


def _told(material: Material) -> Iterator[_Told]:
    """The answers to questions about what was lived."""
    for entry in material.entries:
        asked = entry.reflection
        if asked is not None and asked.answer and not (is_plan(entry) or went(entry)):
            yield _Told(entry, asked)


def _order(one: _Told) -> tuple[object, ...]:
    return one.entry.order


def _quote(one: _Told) -> Quote:
    entry, asked = one
    words = shortened(own_words(entry) if asked else entry.text, _LONGEST)
    return Quote(entry.id, words, DIMENSION_NAMES[asked.dimension] if asked else "", entry.date)
