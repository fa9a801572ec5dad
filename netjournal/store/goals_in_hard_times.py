"""What small goals say unasked in a hard time: those that have to do with who it is hard for say nothing, the
others nothing of their pace (reflection.md §4.1). Who asks for the goals themselves sees them as ever.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from netjournal.language.hardship.hard_day import tells_of_death
from netjournal.language.names.kin import own_kin
from netjournal.model import Goal, Interaction
from netjournal.practice.coming_back import hard_by, is_hard, is_low
from netjournal.practice.goals import Progress
from netjournal.practice.month_material import InView
from netjournal.store.hard_times import has_lost_a_friend, has_lost_kin, slot_with
from netjournal.store.index import Index
from netjournal.store.mourning import speaks_of_gone
from netjournal.store.naming import named_in
from netjournal.store.reading import Reading

_FOUR_WEEKS = 28
_A_WEEK = 7
_NOW = 3
"""Days in which today is near a hard day."""

_KEY = re.compile(r"\w+:|[()]")


class HardTimes:
    """How hard the days from `first` to `last` were, looked at once it is asked."""

    def __init__(self, journal: Reading, index: Index, first: dt.date, last: dt.date) -> None:
        self._journal = journal
        self._index = index
        self._first = first
        self._last = last

    @classmethod
    def until(cls, journal: Reading, index: Index, today: dt.date) -> HardTimes:
        """Those that are near on `today`."""
        return cls(journal, index, today - dt.timedelta(days=_NOW), today)

    def keeps_back(self, goal: Goal) -> bool:
        """Whether nothing is said of a goal: it names, in its words or what it counts, somebody for whom
        these days or the four weeks before are hard, or who is gone.
        """
        named = f"{goal.text} {_KEY.sub(' ', goal.count)}"
        people, kin = named_in(self._journal, named), own_kin(named)
        if not people and not kin:
            return False
        if people and speaks_of_gone(self._journal, self._index, named):
            return True
        if kin and has_lost_kin(self._journal, self._index, self._last):
            return True
        if not kin.isdisjoint(self._kin) or not self._people.isdisjoint(people):
            return True
        return any(has_lost_a_friend(self._journal, self._index, one, self._last) for one in people)

    @cached_property
    def is_near(self) -> bool:
        """Whether no pace is told of: a hard day is among these, or two where they are more than a week."""
        hard = [one for one in self._days if is_hard(one)]
        is_long = (self._last - self._first).days >= _A_WEEK
        return len(hard) > 1 or (
            bool(hard) and (not is_long or any(tells_of_death(one.text) for one in hard))
        )

    def kindly(self, found: Iterable[Progress]) -> Iterator[Progress]:
        """Those of which something is said, without their pace if need be."""
        for one in found:
            if not self.keeps_back(one.goal):
                yield one._replace(is_paced=not self.is_near)

    def in_view(self, found: Iterable[InView]) -> tuple[InView, ...]:
        """The same of those on a page."""
        return tuple(one._replace(progress=kind) for one in found for kind in self.kindly([one.progress]))

    @cached_property
    def _days(self) -> tuple[Interaction, ...]:
        return tuple(one for one in self._weeks if one.date >= self._first)

    @cached_property
    def _weeks(self) -> Sequence[Interaction]:
        since = min(self._first, self._last - dt.timedelta(days=_FOUR_WEEKS))
        days = (self._last - since).days + 1
        return tuple(self._journal.on_days(since + dt.timedelta(days=number) for number in range(days)))

    @cached_property
    def _hard(self) -> tuple[Interaction, ...]:
        """The entries that make a hard time with those whom they name."""
        return tuple(one for one in self._weeks if hard_by(one, but="quarrel") is not None)

    @cached_property
    def _people(self) -> frozenset[str]:
        """For whom it is hard (ids): ill, mourned, quarrelled with, or met in a low mood."""
        low = (id for one in self._days if is_low(one) for id in one.people)
        named = (id for one in self._hard for id in named_in(self._journal, one.text))
        return frozenset(chain(low, named, self._those_met()))

    def _those_met(self) -> Iterator[str]:
        newest_first = sorted(self._weeks, key=lambda one: one.order, reverse=True)
        for id in {id for one in newest_first if hard_by(one) is not None for id in one.people}:
            if (
                slot_with(self._journal, id, [one for one in newest_first if id in one.people], self._last)
                != "talk"
            ):
                yield id

    @cached_property
    def _kin(self) -> frozenset[str]:
        told = (*self._hard, *(one for one in self._days if is_low(one)))
        return frozenset(chain.from_iterable(own_kin(one.text) for one in told))
