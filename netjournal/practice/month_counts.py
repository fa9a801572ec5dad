"""What is counted in a month, each with the ids of the entries it comes from (reflection.md §2.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from netjournal.language.folding import fold
from netjournal.model import DIMENSIONS, Acquaintance, Dimension, Interaction, Introduction
from netjournal.practice.coming_back import may_stand
from netjournal.practice.goals import Progress
from netjournal.practice.going_further import met_in, went_further
from netjournal.practice.help import gave_help, got_help
from netjournal.practice.nearness import is_long_known_in
from netjournal.practice.situation import interval, is_long_gap
from netjournal.settings import DEFAULTS, Numbers, Settings

Ids = tuple[str, ...]

Meeting = Literal["one-to-one", "small groups", "events", "calls", "writing"]
MEETINGS: tuple[Meeting, ...] = ("one-to-one", "small groups", "events", "calls", "writing")
"""Kinds of meeting by which energy is told; a call is one however many take part."""

_FACE_TO_FACE = ("in_person", "event")


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


def count(month: str, material: Material) -> Counts:
    """What a month (2026-11) has; ids come in the order of the entries, which else does not matter."""
    entries = tuple(_with_the_living(entry, material) for entry in material.entries)
    met = met_in(entries, material.counted)
    first = {id: min(talks, key=lambda one: one.order).id for id, talks in met.items()}
    new = frozenset(id for id, talks in met.items() if _is_new(id, talks, month, material))
    again = {id: gap for id, talks in met.items() if (gap := _long_gap(id, talks, material))}
    talks = [one for one in entries if one.is_talk and not material.counted.keys().isdisjoint(one.people)]
    return Counts(
        themes=visits(entries),
        moods=moods(entries),
        ratings=ratings(entries),
        energy=_energy(entries),
        faces={one.id: one.channel in _FACE_TO_FACE for one in talks if one.channel is not None},
        unclear=tuple(one.id for one in talks if one.channel is None),
        met={id: tuple(entry.id for entry in talks) for id, talks in met.items()},
        new=new,
        new_in={id: first[id] for id in new},
        deeper=frozenset(id for id, talks in met.items() if went_further(talks)),
        again=again,
        again_in={id: first[id] for id in again},
        introduced=_introduced(month, material),
        through=_through(month, material.awake),
        season=_season(material.season, material.counted),
        alone=_season(entries, material.counted),
        by=material.settings.numbers,
    )


def _with_the_living(entry: Interaction, material: Material) -> Interaction:
    dead = material.buried.get(entry.id, ())
    return replace(entry, people=tuple(id for id in entry.people if id not in dead)) if dead else entry


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


def _energy(entries: Iterable[Interaction]) -> dict[Meeting, dict[str, int]]:
    found: dict[Meeting, dict[str, int]] = {}
    for entry in entries:
        value, kind = _energy_of(entry), _kind(entry)
        if value is not None and kind is not None:
            found.setdefault(kind, {})[entry.id] = value
    return {kind: found[kind] for kind in MEETINGS if kind in found}


def _energy_of(entry: Interaction) -> int | None:
    asked = entry.reflection
    is_rated = asked is not None and asked.scale == "energy" and not (asked.period or asked.private)
    if entry.energy is None and asked is not None and is_rated:
        return asked.rating
    return entry.energy


def _kind(entry: Interaction) -> Meeting | None:
    if entry.channel in ("message", "email", "broadcast"):
        return "writing"
    if entry.channel == "event":
        return "events"
    if entry.channel in ("call", "video"):
        return "calls"
    if not entry.people or entry.channel is None:
        return None
    return "one-to-one" if len(set(entry.people)) == 1 else "small groups"


def _is_new(id: str, talks: Iterable[Interaction], month: str, material: Material) -> bool:
    """Whether this was the first talk with somebody who was not in the journal, nor known, before."""
    person = material.counted[id]
    return (
        id not in material.previous
        and id not in material.known
        and (person.added is None or person.added.isoformat()[:7] >= month)
        and not is_long_known_in(
            min(talks, key=lambda one: one.order), person.name, person.tags, person.nicknames, person.role
        )
    )


def _long_gap(id: str, talks: Iterable[Interaction], material: Material) -> int:
    """The days since the talk before, if they were many (reflection.md §2.2, `gap`); else 0."""
    previous, person = material.previous.get(id), material.counted[id]
    if previous is None:
        return 0
    rhythm = interval(person.rhythm, person.circle, material.settings.circles)
    days = (min(entry.date for entry in talks) - previous).days
    return days if is_long_gap(days, rhythm, material.settings.numbers) else 0


def _introduced(month: str, material: Material) -> dict[str, str]:
    awake = material.awake
    return {
        made.id: " and ".join(awake[id].name for id in made.people)
        for made in sorted(material.introductions, key=lambda one: (one.date, one.id))
        if not made.by and made.date.isoformat()[:7] == month and all(id in awake for id in made.people)
    }


def _through(month: str, awake: Mapping[str, Acquaintance]) -> dict[str, str]:
    return {
        one.id: f"{one.name} through {awake[one.through].name}"
        for one in awake.values()
        if one.through in awake and one.first is not None and one.first.isoformat()[:7] == month
    }


def _season(entries: Collection[Interaction], known: Mapping[str, Acquaintance]) -> Season:
    people = {id for entry in entries for id in entry.people if id in known}
    fields = {id: field for id in sorted(people) if (field := fold(known[id].field))}
    return Season(
        given=tuple(entry.id for entry in entries if gave_help(entry)),
        got=tuple(entry.id for entry in entries if got_help(entry)),
        fields=fields,
        with_fields=tuple(entry.id for entry in entries if not fields.keys().isdisjoint(entry.people)),
    )
