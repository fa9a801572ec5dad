"""What is counted in a month, each with the ids of the entries it comes from (reflection.md §2.6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Interaction
from netjournal.practice.going_further import met_in, went_further
from netjournal.practice.help import gave_help, got_help
from netjournal.practice.month_material import (
    MEETINGS,
    Counts,
    Material,
    Meeting,
    Season,
    moods,
    ratings,
    visits,
)
from netjournal.practice.nearness import is_long_known_in
from netjournal.practice.situation import interval, is_long_gap

_FACE_TO_FACE = ("in_person", "event")


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
