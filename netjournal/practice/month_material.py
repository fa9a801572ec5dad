"""What the page of a month is made of, and what is counted of it (reflection.md §2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from netjournal.model import DIMENSIONS, Acquaintance, Dimension, Interaction, Introduction
from netjournal.practice.coming_back import may_stand
from netjournal.settings import DEFAULTS, Numbers, Settings

if TYPE_CHECKING:
    from netjournal.practice.goals import Progress

Ids = tuple[str, ...]

Meeting = Literal["one-to-one", "small groups", "events", "calls", "writing"]
MEETINGS: tuple[Meeting, ...] = ("one-to-one", "small groups", "events", "calls", "writing")
"""Kinds of meeting by which energy is told; a call is one however many take part."""


class InView(NamedTuple):
    """A small goal of the days of a page, and the ids of the entries that counted."""

    progress: Progress
    counted: Ids = ()


class Material(NamedTuple):
    """What a page is made of.

    `entries` are those of its days, `before` those of the month before, `season` those of `numbers.days` up
    to its last day, so that while it runs a number only grows, and then stays. `awake` is everyone by id
    but those at rest; `previous` has, by id, the newest day on which those met now had been met before.
    `known` are those of whom it is noted that one met them earlier. `fields` are one's own, `goals` those
    of its days; `settings` say from how many values on something is said, and how long a circle leaves
    between two hellos. `promised_to` are the ids of whom a promise is to, by the id of its entry and its
    place there, where that is not everybody in it. Of those `gone` (ids) it is told that they died, so that
    nothing is to be done for them. `everyone` has those at rest too; `buried` are the ids of those of whom an
    entry (by its id) tells that they died, who were not met in it. Those in `unquoted` (ids) name in words
    somebody at rest or gone.
    """

    entries: Sequence[Interaction]
    before: Sequence[Interaction] = ()
    season: Sequence[Interaction] = ()
    awake: Mapping[str, Acquaintance] = {}
    previous: Mapping[str, dt.date] = {}
    known: Collection[str] = ()
    introductions: Sequence[Introduction] = ()
    fields: Sequence[str] = ()
    goals: Sequence[InView] = ()
    settings: Settings = DEFAULTS
    promised_to: Mapping[tuple[str, int], Sequence[str]] = {}
    gone: Collection[str] = ()
    everyone: Mapping[str, Acquaintance] = {}
    buried: Mapping[str, Collection[str]] = {}
    unquoted: Collection[str] = ()

    def may_quote(self, entry: Interaction) -> bool:
        """Whether the words of an entry may stand on the page."""
        return entry.id not in self.unquoted and may_stand(entry, self.awake)

    @property
    def counted(self) -> Mapping[str, Acquaintance]:
        """Those whom the numbers are of: they name nobody, and stay as they were once somebody is at rest."""
        return self.everyone or self.awake


class Season(NamedTuple):
    """The whole circle in some days: entries with something given, and received; those met whose field is
    known, with it, and the entries with them.
    """

    given: Ids = ()
    got: Ids = ()
    fields: Mapping[str, str] = {}
    with_fields: Ids = ()


class Counts(NamedTuple):
    """What a month has of everything that is counted.

    `themes` has the answered entries of each theme; `moods` are those that were noted; `ratings` and
    `energy` the values by entry; `faces` whether an entry with somebody was face to face, `unclear` those of
    which that is not known. `met` has everyone with their entries, `new` (since the entry `new_in`),
    `deeper` and `again` (after so many days, in the entry `again_in`) are ids of some of them.
    `introduced` are introductions one made, `through` those one met through somebody, each in words.
    `season` is the circle in `by.days` up to the end of the month, `alone` that of the month alone.
    `is_a_month` unless it is several as one. `by` says from how many values on something is said of it.
    """

    themes: Mapping[Dimension, Ids] = {}
    moods: tuple[int, ...] = ()
    ratings: Mapping[str, int] = {}
    energy: Mapping[Meeting, Mapping[str, int]] = {}
    faces: Mapping[str, bool] = {}
    unclear: Ids = ()
    met: Mapping[str, Ids] = {}
    new: frozenset[str] = frozenset()
    new_in: Mapping[str, str] = {}
    deeper: frozenset[str] = frozenset()
    again: Mapping[str, int] = {}
    again_in: Mapping[str, str] = {}
    introduced: Mapping[str, str] = {}
    through: Mapping[str, str] = {}
    season: Season = Season()
    alone: Season = Season()
    is_a_month: bool = True
    by: Numbers = DEFAULTS.numbers

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing at all to count."""
        return not any((self.themes, self.moods, self.energy, self.met, self.introduced, *self.alone))


def visits(entries: Iterable[Interaction]) -> dict[Dimension, Ids]:
    """The answered entries of each theme that has any, in the order of the themes; none for oneself alone."""
    found: dict[Dimension, list[str]] = {theme: [] for theme in DIMENSIONS}
    for entry in entries:
        asked = entry.reflection
        if asked is not None and asked.status == "answered" and not asked.private:
            found[asked.dimension].append(entry.id)
    return {theme: tuple(ids) for theme, ids in found.items() if ids}


def moods(entries: Iterable[Interaction]) -> tuple[int, ...]:
    """Every mood that was noted, from 1 to 5."""
    return tuple(entry.mood for entry in entries if entry.mood is not None)


def ratings(entries: Iterable[Interaction]) -> dict[str, int]:
    """How much of a friend one was, by the id of the entry.

    Answers of reviews rate nobody's talk, and what is for oneself alone is not counted (reflection.md §2.5).
    """
    found = ((entry.id, entry.reflection) for entry in entries)
    return {
        id: asked.rating
        for id, asked in found
        if asked is not None
        and asked.scale == "friend"
        and asked.rating
        and not (asked.period or asked.private)
    }
