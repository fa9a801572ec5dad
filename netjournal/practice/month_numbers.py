"""What a month shows when it is counted, if five values stand behind it (reflection.md §2.6)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.day_words import MONTHS, add_months
from netjournal.language.folding import fold
from netjournal.model import DIMENSIONS, Acquaintance, Dimension, Interaction, Introduction
from netjournal.practice.answering import DIMENSION_NAMES
from netjournal.practice.measures import FEWEST, effective_fields, say_energy, say_flow
from netjournal.practice.situation import interval

Told = tuple[str, str, str, tuple[str, ...]]
"""The key, the label and the words of a line, and the ids of the entries behind it."""

_FRIENDLY = 4
_NAMED_QUIET = 3
_LONG_GAP, _SHORTEST_GAP = 180, 60
_TWO_YEARS = 730
_TOGETHER = ("in_person", "call", "video", "event")


class Material(NamedTuple):
    """What a page is made of.

    `entries` are those of its days, `before` those of the month before, `season` those of the ninety days up
    to its last day or today. `awake` is everyone by id but those at rest; `previous` has, by id, the newest
    day on which those met now had been met before. `fields` are one's own.
    """

    entries: Sequence[Interaction]
    before: Sequence[Interaction] = ()
    season: Sequence[Interaction] = ()
    awake: Mapping[str, Acquaintance] = {}
    previous: Mapping[str, dt.date] = {}
    introductions: Sequence[Introduction] = ()
    fields: Sequence[str] = ()


def numbers(month: str, material: Material) -> Iterator[Told]:
    """The lines of a month in the order of the page."""
    yield from theme_lines(material.entries, material.before)
    yield from _showed_up(month, material.entries, material.before)
    yield from _energy(material.entries)
    yield from _people(month, material)
    yield from _giving(material.season)
    yield from _fields(material)


def theme_lines(entries: Sequence[Interaction], before: Sequence[Interaction] = ()) -> Iterator[Told]:
    """The themes that were visited, the most first, and some that were not, quiet `before` first."""
    visited, earlier = _visits(entries), _visits(before)
    if visited.total() < FEWEST:
        return
    ordered = sorted(visited, key=lambda theme: (-visited[theme], DIMENSIONS.index(theme)))
    behind = tuple(entry.id for entry in entries if _theme(entry))
    words = " · ".join(f"{DIMENSION_NAMES[theme]} {visited[theme]}" for theme in ordered)
    yield "themes", "Themes you visited", words, behind
    quiet = sorted((theme for theme in DIMENSIONS if theme not in visited), key=lambda theme: earlier[theme])
    if quiet:
        names = " · ".join(DIMENSION_NAMES[theme] for theme in quiet[:_NAMED_QUIET])
        yield "quiet", "Quiet themes", names, ()


def _visits(entries: Sequence[Interaction]) -> Counter[Dimension]:
    return Counter(theme for entry in entries if (theme := _theme(entry)) is not None)


def _theme(entry: Interaction) -> Dimension | None:
    asked = entry.reflection
    return asked.dimension if asked is not None and asked.status == "answered" else None


def _showed_up(month: str, entries: Sequence[Interaction], before: Sequence[Interaction]) -> Iterator[Told]:
    rated = _ratings(entries)
    if len(rated) < FEWEST:
        return
    words = f"more friend than business in {_friendly(rated)} of {len(rated)} notes"
    earlier = _ratings(before)
    if len(earlier) >= FEWEST:
        name = MONTHS[int(add_months(month, -1)[5:]) - 1][:3]
        words += f" ({name}: {_friendly(earlier)} of {len(earlier)})"
    yield "showed_up", "How you showed up", words, tuple(rated)


def _ratings(entries: Sequence[Interaction]) -> dict[str, int]:
    """How much of a friend one was, by the id of the entry; answers of reviews rate nobody's talk."""
    found = ((entry.id, entry.reflection) for entry in entries)
    return {
        id: asked.rating
        for id, asked in found
        if asked is not None and asked.scale == "friend" and asked.rating and not asked.period
    }


def _friendly(rated: Mapping[str, int]) -> int:
    return sum(value >= _FRIENDLY for value in rated.values())


def _energy(entries: Sequence[Interaction]) -> Iterator[Told]:
    kinds: dict[str, dict[str, int]] = {}
    for entry in entries:
        value, kind = _energy_of(entry), _kind(entry)
        if value is not None and kind:
            kinds.setdefault(kind, {})[entry.id] = value
    said = [
        (f"{kind} {words}", len(values), tuple(values))
        for kind, values in kinds.items()
        if (words := say_energy(values.values()))
    ]
    if said:
        counts = " and ".join(str(count) for _, count, _ in said)
        words = "; ".join(words for words, _, _ in said)
        yield "energy", "Energy", f"{words} ({counts} notes)", tuple(id for _, _, ids in said for id in ids)


def _energy_of(entry: Interaction) -> int | None:
    asked = entry.reflection
    if entry.energy is None and asked is not None and asked.scale == "energy" and not asked.period:
        return asked.rating
    return entry.energy


def _kind(entry: Interaction) -> str:
    if entry.channel in ("message", "email"):
        return "writing"
    if entry.channel == "event":
        return "events"
    if not entry.people or entry.channel is None:
        return ""
    return "one-to-one" if len(set(entry.people)) == 1 else "small groups"


def _people(month: str, material: Material) -> Iterator[Told]:
    everybody = [(entry, id) for entry in material.entries for id in dict.fromkeys(entry.people)]
    talks = [(entry, id) for entry, id in everybody if id in material.awake]
    if len(talks) < FEWEST:
        return
    met: dict[str, list[Interaction]] = {}
    for entry, id in talks:
        met.setdefault(id, []).append(entry)
    new = [id for id in met if _is_new(material.awake[id], material.previous.get(id), month)]
    deeper = [id for id, found in met.items() if _went_further(found)]
    gaps = {id: gap for id, found in met.items() if (gap := _long_gap(id, found[0].date, material))}
    parts = []
    if new:
        parts.append(f"{len(new)} new")
    if deeper:
        parts.append(f"{len(deeper)} you went further with")
    if gaps:
        parts.append(f"{len(gaps)} you found again{_after(max(gaps.values()))}")
    if parts:
        told = {*new, *deeper, *gaps}
        behind = tuple(dict.fromkeys(entry.id for entry, id in talks if id in told))
        yield "people", "People", " · ".join(parts), behind


def _is_new(person: Acquaintance, previous: dt.date | None, month: str) -> bool:
    """Whether this was the first talk with somebody who was not in the journal before either."""
    was_known = person.added is not None and person.added.isoformat()[:7] < month
    return previous is None and not was_known


def _went_further(talks: Collection[Interaction]) -> bool:
    """Two talks or more, one of them at least with a voice or a face (reflection.md §2.6)."""
    return len(talks) >= 2 and any(entry.channel in _TOGETHER for entry in talks)


def _long_gap(id: str, day: dt.date, material: Material) -> int:
    """The days since the talk before, if they were many (reflection.md §2.2, `gap`); else 0."""
    previous, person = material.previous.get(id), material.awake[id]
    if previous is None:
        return 0
    rhythm = interval(person.rhythm, person.circle)
    days = (day - previous).days
    return days if days >= (_LONG_GAP if rhythm is None else max(_SHORTEST_GAP, 2 * rhythm)) else 0


def _after(days: int) -> str:
    return f" after {round(days / 365.25)} years" if days >= _TWO_YEARS else ""


def _giving(season: Sequence[Interaction]) -> Iterator[Told]:
    given = [entry.id for entry in season if entry.gave]
    got = [entry.id for entry in season if entry.got]
    if words := say_flow(len(given), len(got)):
        behind = tuple(dict.fromkeys((*given, *got)))
        said = f"in three months you helped {_times(len(given))} and were helped {_times(len(got))}: {words}"
        yield "giving", "Giving and receiving", said, behind


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _fields(material: Material) -> Iterator[Told]:
    met = {id for entry in material.season for id in entry.people if id in material.awake}
    fields = [field for id in met if (field := fold(material.awake[id].field))]
    like = effective_fields(fields)
    if like is None:
        return
    words = "all in one field" if len(set(fields)) == 1 else f"like {like:.1f} equally common fields"
    own = {fold(field) for field in material.fields} - {""}
    if own:
        words += f"; {sum(field in own for field in fields)} of {len(fields)} people share yours"
    behind = tuple(entry.id for entry in material.season if any(id in met for id in entry.people))
    yield "fields", "Fields", words, behind
