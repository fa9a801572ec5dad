"""The figures of a month or of several: how many, in words, and the entries behind; none of too few.

Every place that shows one of them has it from here (issue 5 §4). How many are enough, and over how many days
help and fields are counted, stands in the settings (`Counts.by`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from netjournal.language.folding import fold
from netjournal.model import DIMENSIONS, Dimension
from netjournal.practice.measures import effective_fields, say_days, say_energy, say_flow
from netjournal.practice.month_material import Counts, Ids, Meeting

_FRIENDLY = 4
_TWO_YEARS = 730
_NAMED = 3

Kind = Literal["new", "deeper", "again"]
KINDS: tuple[Kind, ...] = ("new", "deeper", "again")


class Figure(NamedTuple):
    """A number, as short `text` and in `words`, and what is behind it: ids of entries, or of introductions,
    and of the `people` it counts, if it does.

    `of` says how many values it was worked out from.
    """

    value: float
    of: int
    text: str
    words: str
    entries: Ids
    introductions: Ids = ()
    people: Ids = ()


def theme(counts: Counts, name: Dimension) -> Figure | None:
    """How often a theme was visited, of all answers."""
    answers = sum(map(len, counts.themes.values()))
    if answers < counts.by.fewest:
        return None
    ids = counts.themes.get(name, ())
    words = _many(len(ids), "answer", "answers") if ids else "not visited"
    return Figure(len(ids), answers, str(len(ids)), words, ids)


def quiet(visited: Mapping[Dimension, Ids], earlier: Mapping[Dimension, Ids] = {}) -> tuple[Dimension, ...]:
    """The themes that were not visited, those first that were least before."""
    themes = (theme for theme in DIMENSIONS if theme not in visited)
    return tuple(sorted(themes, key=lambda theme: len(earlier.get(theme, ()))))


def showed_up(counts: Counts) -> Figure | None:
    """In how many of the rated notes one was more friend than business: 4 or 5 of 5 (reflection.md §2.6)."""
    rated = counts.ratings
    if len(rated) < counts.by.fewest:
        return None
    friendly = sum(value >= _FRIENDLY for value in rated.values())
    text = f"{friendly} of {len(rated)}"
    words = f"more friend than business in {text} notes"
    return Figure(friendly / len(rated), len(rated), text, words, tuple(rated))


def energy(counts: Counts, kind: Meeting) -> Figure | None:
    """What a kind of meeting mostly did with one's energy: the mean of 1 to 5, never shown as a number."""
    values = counts.energy.get(kind, {})
    said = say_energy(values.values(), counts.by)
    if not said:
        return None
    words = f"{kind} {said}, in {len(values)} notes"
    return Figure(sum(values.values()) / len(values), len(values), said, words, tuple(values))


def face_to_face(counts: Counts) -> Figure | None:
    """How many of the entries with somebody were face to face, of those of which that is known."""
    faces = counts.faces
    if len(faces) < counts.by.fewest:
        return None
    seen = sum(faces.values())
    text = f"{seen} of {len(faces)}"
    more = f"; of {len(counts.unclear)} more it is not known" if counts.unclear else ""
    return Figure(seen / len(faces), len(faces), text, f"face to face {text} times{more}", tuple(faces))


def helped(counts: Counts, way: Literal["given", "got"]) -> Figure | None:
    """How often one helped, or was helped, in the whole circle, in `days` up to the end of a month."""
    season = counts.season
    ids = season.given if way == "given" else season.got
    values = len(season.given) + len(season.got)
    if values < counts.by.fewest:
        return None
    did = "you helped" if way == "given" else "you were helped"
    return Figure(len(ids), values, str(len(ids)), f"{_over(counts)}{did} {_times(len(ids))}", ids)


def flow(counts: Counts) -> Figure | None:
    """Giving and receiving side by side, for the whole circle (reflection.md §3.3); the share of giving."""
    given, got = counts.season.given, counts.season.got
    said = say_flow(len(given), len(got), counts.by)
    if not said:
        return None
    ids = tuple(dict.fromkeys((*given, *got)))
    words = f"{_over(counts)}you helped {_times(len(given))} and were helped {_times(len(got))}: {said}"
    return Figure(len(given) / (len(given) + len(got)), len(given) + len(got), said, words, ids)


def fields(counts: Counts, own: Collection[str] = ()) -> Figure | None:
    """How many equally common fields those met are like, in `days` up to the end of a month (§3.5)."""
    known = counts.season.fields
    like = effective_fields(known.values(), counts.by)
    if like is None:
        return None
    one = len(set(known.values())) == 1
    words = "all in one field" if one else f"like {like:.1f} equally common fields"
    mine = {fold(field) for field in own} - {""}
    if mine:
        sharing = sum(field in mine for field in known.values())
        words += f"; {sharing} of {len(known)} people share yours"
    return Figure(like, len(known), f"{like:.1f}", words, counts.season.with_fields)


def people(counts: Counts, kind: Kind) -> Figure | None:
    """How many people were new, one went further with, or found again after a long time.

    Behind it are the first talks with the new ones, all with those one went further with, and those after the
    long time.
    """
    if not enough_met(counts):
        return None
    those: Mapping[Kind, Collection[str]] = {
        "new": counts.new,
        "deeper": counts.deeper,
        "again": counts.again,
    }
    ids = tuple(id for id in counts.met if id in those[kind])
    after = _after(max(counts.again.values(), default=0)) if kind == "again" else ""
    endings = {
        "new": "new in your journal",
        "deeper": "you went further with",
        "again": f"you found again{after}",
    }
    behind: Mapping[Kind, Iterable[str]] = {
        "new": (counts.new_in[id] for id in ids),
        "deeper": (entry for id in ids for entry in counts.met[id]),
        "again": (counts.again_in[id] for id in ids),
    }
    words = f"{len(ids) or 'nobody'} {endings[kind]}"
    entries = tuple(dict.fromkeys(behind[kind]))
    return Figure(len(ids), _talks(counts), str(len(ids)), words, entries, people=ids)


def met_with(counts: Counts, kinds: Sequence[Kind] = KINDS) -> Ids:
    """The entries behind the numbers of `kinds`."""
    found = filter(None, (people(counts, kind) for kind in kinds))
    return tuple(dict.fromkeys(id for figure in found for id in figure.entries))


def enough_met(counts: Counts) -> bool:
    """Whether anything is said of people."""
    return _talks(counts) >= counts.by.fewest


def doors(counts: Counts, by: Literal["me", "others"]) -> Figure | None:
    """How many doors one opened by an introduction, or others did through whom one met somebody."""
    made, through = counts.introduced, counts.through
    values = len(made) + len(through)
    if values < counts.by.fewest:
        return None
    if by == "me":
        words = f"you opened {_many(len(made), 'door', 'doors')}"
        return Figure(len(made), values, str(len(made)), words, (), tuple(made))
    words = f"{_many(len(through), 'door was', 'doors were')} opened for you"
    return Figure(len(through), values, str(len(through)), words, _with(counts, through))


def listed(names: Sequence[str]) -> str:
    """The first few of them by name."""
    more = ", and others" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def _talks(counts: Counts) -> int:
    return sum(map(len, counts.met.values()))


def _with(counts: Counts, people: Collection[str]) -> Ids:
    return tuple(dict.fromkeys(id for one, ids in counts.met.items() if one in people for id in ids))


def _over(counts: Counts) -> str:
    return f"in {say_days(counts.by.days)} " if counts.is_a_month else ""


def _many(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else f"no {one}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _after(days: int) -> str:
    return f" after {round(days / 365.25)} years" if days >= _TWO_YEARS else ""
