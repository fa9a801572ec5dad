"""What the months show: figures over a span of months, each as in the page of its month (issue 5 §4).

Nothing is said of fewer than five values. Nobody is measured: themes, how one showed up oneself, and the
whole circle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from netjournal.language.days.calendars import BARS
from netjournal.language.days.words import add_months, say_month
from netjournal.model import DIMENSIONS
from netjournal.practice.figures import (
    Figure,
    Kind,
    doors,
    energy,
    face_to_face,
    fields,
    flow,
    helped,
    listed,
    people,
    quiet,
    showed_up,
    theme,
)
from netjournal.practice.measures import say_days
from netjournal.practice.month_material import MEETINGS, Counts
from netjournal.practice.months_together import together
from netjournal.practice.themes import DIMENSION_NAMES

MONTHS = 12
"""How many months are shown unless others are asked for."""

_KINDS: Mapping[Kind, str] = {
    "new": "new in your journal",
    "deeper": "you went further with",
    "again": "you found again",
}


class Series(NamedTuple):
    """One figure in each of the months, and in all of them as one; None where too little stands behind it.

    `least` and `most` are the ends of its scale; where `most` is None it counts from nothing to whatever is
    the most in its group. `blank` are the months in which nothing was written at all.
    """

    key: str
    label: str
    whole: Figure
    months: tuple[Figure | None, ...]
    least: float = 0
    most: float | None = None
    blank: tuple[bool, ...] = ()


class Group(NamedTuple):
    """What belongs together, with what is said of all the months in words; either may be empty."""

    key: str
    title: str
    words: str
    series: tuple[Series, ...]
    overall: Figure | None = None

    def signs(self, series: Series) -> tuple[str, ...]:
        """A sign for each month of a series, readable without colour.

        From ``▁`` to ``█`` by the scale of the series, a space for none, ``·`` where too little stands
        behind; but no sign at all where that holds for all months.
        """
        counted = [one.value for each in self.series for one in each.months if one is not None]
        most = max(counted, default=1) if series.most is None else series.most
        if not any(series.months):
            return (" ",) * len(series.months)
        blank = series.blank or (False,) * len(series.months)
        each = zip(series.months, blank, strict=True)
        return tuple(" " if one is None and nothing else _sign(one, series, most) for one, nothing in each)


class Insights(NamedTuple):
    """Months (2026-11) in their order, and what they show."""

    months: tuple[str, ...]
    groups: tuple[Group, ...]


def span_up_to(month: str, months: int = MONTHS) -> tuple[str, ...]:
    """So many months, the last of them `month` (2026-11)."""
    found = dict.fromkeys(add_months(month, number - months + 1) for number in range(months))
    return tuple(found)


def insights(
    months: Sequence[str], counts: Mapping[str, Counts], own_fields: Collection[str] = ()
) -> Insights:
    """What `months` show, as far as they are in `counts`: those still missing show nothing."""
    show = _Show(tuple(counts.get(month) for month in months), own_fields)
    groups = (
        show.themes(),
        show.showed_up(),
        show.energy(),
        show.giving(),
        show.faces(),
        show.fields(),
        show.people(),
        show.doors(),
    )
    return Insights(tuple(months), tuple(group for group in groups if group.series or group.words))


def say_months(months: Sequence[str]) -> str:
    """``December 2025 to November 2026``."""
    first, last = say_month(months[0]), say_month(months[-1])
    if first == last:
        return last
    return f"{first.split()[0] if first[-4:] == last[-4:] else first} to {last}"


class _Show:
    """The groups of some months; None where one was not counted yet."""

    def __init__(self, months: Sequence[Counts | None], own_fields: Collection[str]) -> None:
        self._months = months
        self._whole = together(one for one in months if one is not None)
        self._own_fields = own_fields
        self._seasons = f", bars over {say_days(self._whole.by.days)}, in all over these months"

    def themes(self) -> Group:
        found = [
            series
            for name in DIMENSIONS
            for series in self._series(f"themes.{name}", DIMENSION_NAMES[name], partial(theme, name=name))
            if series.whole.value
        ]
        found.sort(key=lambda series: -series.whole.value)
        rest = [DIMENSION_NAMES[name] for name in quiet(self._whole.themes)] if found else []
        return Group("themes", "Themes", f"quiet: {listed(rest)}" if rest else "", tuple(found))

    def showed_up(self) -> Group:
        series = self._series("showed_up", "more friend than business", showed_up, most=1)
        return Group("showed_up", "How you showed up", "", tuple(series))

    def energy(self) -> Group:
        found = (
            series
            for kind in MEETINGS
            for series in self._series(f"energy.{kind}", kind, partial(energy, kind=kind), least=1, most=5)
        )
        return Group("energy", "Energy", "", tuple(found))

    def giving(self) -> Group:
        said = flow(self._whole)
        series = (
            *self._series("giving.given", "you helped", partial(helped, way="given")),
            *self._series("giving.got", "you were helped", partial(helped, way="got")),
        )
        return Group(
            "giving", f"Giving and receiving{self._seasons}", said.text if said else "", series, said
        )

    def faces(self) -> Group:
        series = tuple(self._series("face_to_face", "in person or at an event", face_to_face, most=1))
        left = len(self._whole.unclear)
        words = f"{left} {'talk says' if left == 1 else 'talks say'} nothing of it" if left and series else ""
        return Group("face_to_face", "Face to face", words, series)

    def fields(self) -> Group:
        series = tuple(
            self._series("fields", "equally common fields", partial(fields, own=self._own_fields), least=1)
        )
        return Group("fields", f"Fields{self._seasons}", series[0].whole.words if series else "", series)

    def people(self) -> Group:
        found = (
            series
            for kind, label in _KINDS.items()
            for series in self._series(f"people.{kind}", label, partial(people, kind=kind))
        )
        return Group("people", "People", "", tuple(found))

    def doors(self) -> Group:
        """By name too: they are few, and where they are fewer than five there is no number."""
        whole = self._whole
        said = []
        if whole.introduced:
            said.append(f"you introduced {listed(_newest(whole.introduced))}")
        if whole.through:
            said.append(f"you met {listed(_newest(whole.through))}")
        series = (
            *self._series("doors.me", "opened by you", partial(doors, by="me")),
            *self._series("doors.others", "opened for you", partial(doors, by="others")),
        )
        return Group("doors", "Doors", "; ".join(said), series)

    def _series(
        self,
        key: str,
        label: str,
        figure: Callable[[Counts], Figure | None],
        *,
        least: float = 0,
        most: float | None = None,
    ) -> Iterator[Series]:
        """One, or none where all the months are too little for it, or have nothing of it."""
        whole = figure(self._whole)
        if whole is not None and whole.value:
            months = (None if one is None else figure(one) for one in self._months)
            blank = tuple(one is not None and one.is_blank for one in self._months)
            yield Series(key, label, whole, tuple(months), least, most, blank)


def _sign(figure: Figure | None, series: Series, most: float) -> str:
    if figure is None:
        return "·"
    if not figure.value and series.most is None:
        return " "
    share = (figure.value - series.least) / max(most - series.least, 1e-9)
    return BARS[min(max(math.ceil(share * len(BARS)), 1), len(BARS)) - 1]


def _newest(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(words.values())[::-1]
