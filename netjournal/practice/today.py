"""Today's page: what one promised, what is coming, whom a hello would reach, and what came
of this day in earlier years (issue 4 §1, reflection.md §2.5).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from netjournal.language.days.words import add_months, month_days
from netjournal.language.entry_words import shortened
from netjournal.model import Acquaintance, Birthday, Interaction, Promise
from netjournal.practice.coming_back import is_sore, may_come_back
from netjournal.practice.events import Asking
from netjournal.practice.goals import Progress
from netjournal.practice.introductions import Reminder
from netjournal.practice.own_words import own_words
from netjournal.practice.recalling import Recalled
from netjournal.practice.suggesting import Hello

BIRTHDAYS_WITHIN = 14
FIRST_PROMISES = 5
MEMORIES = 2
_BIRTHDAYS = 4
_MONTHS_AGO = (6, 3, 1)
_LONGEST = 120
_THESE_DAYS = timedelta(days=3)
_PAST = timedelta(days=28)


class Promised(NamedTuple):
    """Something one said one would do, with or without a day, and the entry in which one said it; `named` are
    the ids of whom its words name.
    """

    entry: Interaction
    promise: Promise
    named: tuple[str, ...] = ()

    @property
    def to(self) -> tuple[str, ...]:
        """The ids of whom it is to: those named, else all of the entry."""
        return self.named or self.entry.people


class Coming(NamedTuple):
    """A birthday: whose, and on which day it is next."""

    person: Acquaintance
    day: date


class Memory(NamedTuple):
    """An entry of a day like this one: `when` (a year, or months ago), and its first words."""

    entry: Interaction
    words: str
    when: str


class Today(NamedTuple):
    """What one might like to know on a day; those at rest and those who were deleted are not brought up.

    Of the `promises` those due first come first, and `FIRST_PROMISES` of them where room is little; those in
    `later` are told only where one asks for all. `recalled` is a detail that comes back, `week` the one to
    look back on (2026-W47) and `month` that month (2026-11) while it is offered, `goals` those whose days are
    just over.
    """

    promises: Sequence[Promised]
    birthdays: Sequence[Coming]
    introductions: Sequence[Reminder]
    hellos: Sequence[Hello]
    memories: Sequence[Memory]
    recalled: Recalled | None = None
    week: str = ""
    asked: Sequence[Asking] = ()
    month: str = ""
    goals: Sequence[Progress] = ()
    later: Sequence[Promised] = ()

    @property
    def every_promise(self) -> Sequence[Promised]:
        """Those that can wait, too."""
        return (*self.promises, *self.later)


def in_its_time(page: Today, today: date) -> Today:
    """Without what one promised for a day over four weeks ago: it stays open, but leads no page."""
    since = today - _PAST
    past = [one for one in page.promises if one.promise.due and one.promise.due < since]
    return page._replace(promises=[one for one in page.promises if one not in past], later=past)


def unburdened(page: Today, today: date) -> Today:
    """Of what one promised only the first that is due by `today` and for which somebody waits."""
    pressing = [one for one in page.promises if one.promise.due and one.promise.due <= today and one.to][:1]
    rest = [one for one in page.every_promise if one not in pressing]
    return page._replace(promises=pressing, later=rest)


def quiet(page: Today, today: date) -> Today:
    """What of a page has its day: a promise of these days for which somebody waits, birthdays, and what to
    look back on. The rest can wait.
    """
    since = today - _THESE_DAYS
    of_now = [one for one in page.promises if one.promise.due and one.promise.due >= since]
    light = unburdened(page._replace(promises=of_now), today)
    later = [one for one in page.every_promise if one not in light.promises]
    return light._replace(
        later=later, introductions=(), hellos=(), memories=(), recalled=None, asked=(), goals=()
    )


def birthdays(people: Iterable[Acquaintance], today: date) -> tuple[Coming, ...]:
    """The birthdays of the next two weeks, today's first, at most four."""
    until = today + timedelta(days=BIRTHDAYS_WITHIN)
    coming = [
        Coming(person, day)
        for person in people
        if not person.rest
        and person.birthday
        and (day := Birthday.parse(person.birthday).next_after(today)) <= until
    ]
    return tuple(sorted(coming, key=lambda one: (one.day, one.person.name, one.person.id))[:_BIRTHDAYS])


def anniversaries(today: date, first: date) -> tuple[date, ...]:
    """The days like today in earlier years, the newest first, none before `first`.

    What was lived on 29 February comes back on the 28th in years without one.
    """
    found = []
    for year in range(today.year - 1, first.year - 1, -1):
        if _is_leap(year) or (today.month, today.day) != (2, 29):
            found.append(today.replace(year=year))
        if (today.month, today.day) == (2, 28) and _is_leap(year) and not _is_leap(today.year):
            found.append(date(year, 2, 29))
    return tuple(day for day in found if day >= first)


def memories(entries: Iterable[Interaction], awake: Collection[str]) -> tuple[Memory, ...]:
    """One entry of each year, the newest years first, at most two.

    Of a year the one best rated, then the earliest. Left out: entries of a hard day, with an answer kept to
    oneself, without words, or with anybody whose id is not in `awake`.
    """
    by_year: dict[int, Interaction] = {}
    for entry in sorted(entries, key=lambda one: (-_rating(one), one.order)):
        if entry.date.year not in by_year and _is_told(entry, awake):
            by_year[entry.date.year] = entry
    newest = [by_year[year] for year in sorted(by_year, reverse=True)]
    return tuple(
        Memory(entry, shortened(entry.text, _LONGEST), f"{entry.date.year:04}") for entry in newest[:MEMORIES]
    )


def months_ago(today: date) -> tuple[date, ...]:
    """The days exactly six, three and one months before; the last of a month where it is shorter."""
    found = []
    for months in _MONTHS_AGO:
        month = month_days(add_months(today.isoformat()[:7], -months))
        found.append(month[min(today.day, len(month)) - 1])
    return tuple(found)


def months_memory(
    entries: Iterable[Interaction], awake: Collection[str], today: date, seed: str
) -> tuple[Memory, ...]:
    """One answer of six months ago, else of three, else of one: the best rated, ties by seed and day."""

    def order(entry: Interaction) -> tuple[int, str]:
        return -_rating(entry), sha256(f"{seed}|{today}|{entry.id}".encode()).hexdigest()

    told = [entry for entry in entries if _answer(entry) and _is_told(entry, awake)]
    for months, day in zip(_MONTHS_AGO, months_ago(today), strict=True):
        found = sorted((entry for entry in told if entry.date == day), key=order)
        for entry in found[:1]:
            when = f"{months} months ago" if months > 1 else "a month ago"
            return (Memory(entry, f"“{shortened(_answer(entry), _LONGEST)}”", when),)
    return ()


def _is_told(entry: Interaction, awake: Collection[str]) -> bool:
    return bool(entry.text.strip()) and may_come_back(entry, awake) and not is_sore(entry)


def _answer(entry: Interaction) -> str:
    """The answer in words; none to a review, which has a page of its own."""
    asked = entry.reflection
    return own_words(entry) if asked is not None and not asked.period else ""


def _rating(entry: Interaction) -> int:
    return (entry.reflection.rating or 0) if entry.reflection is not None else 0


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
