"""Several months counted as one, for what they show together (issue 5 §4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from netjournal.practice.month_material import MEETINGS, Counts, Ids, Season
from netjournal.settings import DEFAULTS

K = TypeVar("K")


def together(months: Iterable[Counts]) -> Counts:
    """Several months as one, in their order; each entry in it once.

    Somebody is new, went further with or found again in it who was so in one of them.
    """
    every = list(months)
    alone = Season(
        given=tuple(id for one in every for id in one.alone.given),
        got=tuple(id for one in every for id in one.alone.got),
        fields={id: field for one in every for id, field in one.alone.fields.items()},
        with_fields=tuple(id for one in every for id in one.alone.with_fields),
    )
    return Counts(
        themes=_joined(one.themes for one in every),
        ratings={id: value for one in every for id, value in one.ratings.items()},
        energy={
            kind: {id: value for one in every for id, value in one.energy.get(kind, {}).items()}
            for kind in MEETINGS
        },
        faces={id: value for one in every for id, value in one.faces.items()},
        unclear=tuple(id for one in every for id in one.unclear),
        met=_joined(one.met for one in every),
        new=frozenset().union(*(one.new for one in every)),
        new_in={id: entry for one in every for id, entry in one.new_in.items()},
        deeper=frozenset().union(*(one.deeper for one in every)),
        again=_longest(one.again for one in every),
        again_in={id: entry for one in every for id, entry in one.again_in.items()},
        introduced={id: words for one in every for id, words in one.introduced.items()},
        through={id: words for one in every for id, words in one.through.items()},
        season=alone,
        alone=alone,
        is_a_month=False,
        by=every[0].by if every else DEFAULTS.numbers,
    )


def _joined(every: Iterable[Mapping[K, Ids]]) -> dict[K, Ids]:
    found: dict[K, list[str]] = defaultdict(list)
    for one in every:
        for key, ids in one.items():
            found[key] += ids
    return {key: tuple(ids) for key, ids in found.items()}


def _longest(every: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in every:
        for id, days in one.items():
            found[id] = max(days, found.get(id, 0))
    return found
