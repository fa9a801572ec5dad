"""The page of a month, and of a week: one's own words first, numbers last (reflection.md §2.6).

No number is told of fewer than five values. What one keeps to oneself, a low mood, and whoever is at rest or
was deleted never come back on it (reflection.md §2.5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.day_words import MONTHS, say_month
from netjournal.language.entry_words import shortened
from netjournal.model import Acquaintance, Channel, Interaction, Reflection
from netjournal.practice.coming_back import may_come_back
from netjournal.practice.figures import listed
from netjournal.practice.month_counts import Counts, InView, Material, count, visits
from netjournal.practice.month_numbers import numbers, theme_lines
from netjournal.practice.plans import mentioning
from netjournal.practice.reviews import is_plan, went
from netjournal.practice.telling_back import Through, untold, went_well
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.settings import DEFAULTS, Numbers

MOST_QUOTES = 3
"""Answers that a page begins with."""

_PROMISES = 5
_NAMED = 3
_WHOM = 8
_FROM_AFAR: Collection[Channel] = ("call", "message", "email")
_LONGEST = 160


class Quote(NamedTuple):
    """What one wrote oneself, under which theme and on which day; `entry` is the id of where it stands."""

    entry: str
    words: str
    theme: str
    day: dt.date


class Line(NamedTuple):
    """Something to show, in words, with a label; `behind` are the ids of the entries it comes from."""

    key: str
    label: str
    words: str
    behind: tuple[str, ...] = ()


class MonthPage(NamedTuple):
    """The page of a month or a week: its name, one's own words, and what else there is, in its order."""

    title: str
    quotes: tuple[Quote, ...]
    lines: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.quotes or self.lines)


def month_page(month: str, material: Material) -> MonthPage:
    """The page of a month (2026-11)."""
    counts = count(month, material)
    lines = [Line(*one) for one in numbers(month, counts, material)]
    lines += [*_doors(counts, material), *_goals(material), *_promises(material), *_plans(material)]
    return _or_few_words(MonthPage(say_month(month), quotes(material), tuple(lines)), material, "month")


def week_page(first: dt.date, last: dt.date, material: Material) -> MonthPage:
    """The page of a week: words, people and promises; a week is too short for numbers."""
    same = first.month == last.month
    start = f"{first.day}" if same else f"{first.day} {MONTHS[first.month - 1]}"
    title = f"The week of {start} to {last.day} {MONTHS[last.month - 1]} {last.year:04}"
    talks = [one for one in material.entries if one.reflection is None or not one.reflection.period]
    own = quotes(material._replace(entries=talks))
    over = (Line("goals", "Small goals", one.progress.at_its_end) for one in _standing(material))
    page = MonthPage(title, own, (*_whom(material), *_promises(material), *over))
    return _or_few_words(page, material, "week")


def _or_few_words(page: MonthPage, material: Material, kind: str) -> MonthPage:
    """The page; where nothing of what was written may come back, it says only that there was something."""
    if not page.is_empty or not material.entries:
        return page
    return page._replace(lines=(Line("few", "In short", f"a {kind} with few words"),))


def quotes(material: Material) -> tuple[Quote, ...]:
    """Three answers in one's own words, the earliest first.

    Those one picked oneself; else the best rated, of these the newest, one of each theme. Plans have
    a line of their own.
    """
    told = list(_told(material.entries, material.awake))
    picked = [one for one in told if one[1].quoted][-MOST_QUOTES:]
    by_theme: dict[str, tuple[Interaction, Reflection]] = {}
    for entry, asked in sorted(told, key=lambda one: one[0].order, reverse=True):
        standing = by_theme.get(asked.dimension)
        if standing is None or (asked.rating or 0) > (standing[1].rating or 0):
            by_theme[asked.dimension] = entry, asked
    best = sorted(by_theme.values(), key=lambda one: one[0].order, reverse=True)
    best.sort(key=lambda one: -(one[1].rating or 0))
    shown = sorted(picked or best[:MOST_QUOTES], key=lambda one: one[0].order)
    return tuple(_quote(entry, asked) for entry, asked in shown)


def quotable(entries: Sequence[Interaction], awake: Collection[str]) -> tuple[Quote, ...]:
    """Every answer that a page may begin with, the earliest first."""
    return tuple(_quote(entry, asked) for entry, asked in _told(entries, awake))


def _told(entries: Sequence[Interaction], awake: Collection[str]) -> Iterator[tuple[Interaction, Reflection]]:
    answered = [entry for entry in entries if entry.reflection is not None and entry.reflection.answer]
    for entry in sorted(answered, key=lambda one: one.order):
        asked = entry.reflection
        if asked is None or is_plan(entry) or went(entry):
            continue
        if may_come_back(entry, awake):
            yield entry, asked


def _quote(entry: Interaction, asked: Reflection) -> Quote:
    words = shortened(asked.answer, _LONGEST)
    return Quote(entry.id, words, DIMENSION_NAMES[asked.dimension], entry.date)


def head(
    entries: Sequence[Interaction], awake: Mapping[str, Acquaintance], by: Numbers = DEFAULTS.numbers
) -> MonthPage:
    """What a month begins with on the Timeline: one's own words and the themes, from its entries alone."""
    material = Material(entries=entries, awake=awake)
    themes = [Line(*one) for one in theme_lines(Counts(themes=visits(entries), by=by), Counts(by=by))]
    return MonthPage("", quotes(material), tuple(themes))


def _whom(material: Material) -> Iterator[Line]:
    """Whom one met, then with whom one was in touch from afar; each once, nobody for a broadcast."""
    met: dict[str, str] = {}
    afar: dict[str, str] = {}
    for entry in material.entries:
        if entry.is_talk and may_come_back(entry, material.awake):
            found = afar if entry.channel in _FROM_AFAR else met
            found |= {id: entry.id for id in entry.people if id not in found}
    rest = {id: entry for id, entry in afar.items() if id not in met}
    for key, label, found in (("met", "You met", met), ("in_touch", "In touch with", rest)):
        if found:
            names = [material.awake[id].name for id in found]
            more = ", and others" if len(names) > _WHOM else ""
            words = f"{', '.join(names[:_WHOM])}{more}"
            yield Line(key, label, words, tuple(dict.fromkeys(found.values())))


def _promises(material: Material) -> Iterator[Line]:
    """What one promised in these days and has not done yet; no total of what waits."""
    shown = 0
    for entry in material.entries:
        for promise in entry.promises:
            is_open = promise.by == "me" and promise.kept is None
            if is_open and may_come_back(entry, material.awake) and shown < _PROMISES:
                names = ", ".join(material.awake[id].name for id in entry.people)
                words = " · ".join(part for part in (shortened(promise.text, _LONGEST), names) if part)
                yield Line("promise", "You promised", words, (entry.id,))
                shown += 1


def _doors(counts: Counts, material: Material) -> Iterator[Line]:
    """Who was brought together, by name: these are few, and no trend. Then who has not heard of it yet."""
    if counts.introduced:
        yield Line("doors", "Doors", f"you introduced {listed(tuple(counts.introduced.values()))}")
    if counts.through:
        behind = dict.fromkeys(id for one in counts.through for id in counts.met.get(one, ()))
        yield Line("doors", "Doors", f"you met {listed(tuple(counts.through.values()))}", tuple(behind))
    unheard: dict[str, str] = {}
    for entry in material.entries:
        if may_come_back(entry, material.awake) and went_well(entry):
            one = untold(entry, _through(entry, material.awake))
            if one is not None:
                unheard.setdefault(f"{one.introducer} has not heard how it went with {one.person}", entry.id)
    for words, id in tuple(unheard.items())[:_NAMED]:
        yield Line("doors", "Doors", words, (id,))


def _through(entry: Interaction, awake: Mapping[str, Acquaintance]) -> Iterator[Through]:
    for person in (awake[id] for id in entry.people):
        introducer = awake.get(person.through)
        if introducer is not None:
            yield Through(person.name, introducer.name, introducer.id, introducer.last)


def _goals(material: Material) -> Iterator[Line]:
    """Each small goal with how far it was at the end of these days, in a word."""
    if shown := _standing(material):
        words = " · ".join(one.progress.in_a_word for one in shown)
        behind = tuple(dict.fromkeys(id for one in shown for id in one.counted))
        yield Line("goals", "Small goals", words, behind)


def _standing(material: Material) -> list[InView]:
    return [one for one in material.goals if one.progress.word != "let go"]


def _plans(material: Material) -> Iterator[Line]:
    """The newest plan, with the notes that mention it since, and what one wrote when asked how it went."""
    told = [entry for entry in material.entries if may_come_back(entry, material.awake)]
    ways = (("plan", "You planned", is_plan), ("went", "How it went", went))
    for key, label, fits in ways:
        newest = next((entry for entry in reversed(told) if fits(entry)), None)
        if newest is not None and newest.reflection is not None:
            words = f"“{shortened(newest.reflection.answer, _LONGEST)}”"
            again = mentioning(newest, told) if key == "plan" else ()
            if again:
                words += f", mentioned again in {len(again)} note{'s' if len(again) > 1 else ''}"
            yield Line(key, label, words, (newest.id, *again))
