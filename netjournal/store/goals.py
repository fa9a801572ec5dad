"""Small goals and destinations: each kind on a shelf of its own, progress worked out from the log."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, TypeVar

import msgspec

from netjournal.errors import Unavailable
from netjournal.model import Destination, Goal, Interaction, Raw, from_raw, to_raw
from netjournal.store.goal_documents import check_goals, readable_goals
from netjournal.store.people_writing import PeopleWriting
from netjournal.store.shelf import Edit

if TYPE_CHECKING:
    from netjournal.practice.goals import Counted, Progress
    from netjournal.practice.situation import Time
    from netjournal.store.goal_progress import GoalEntries

N = TypeVar("N", Goal, Destination)


class GoalKeeping(PeopleWriting):
    """A journal that keeps goals. They are changed and deleted like every document."""

    def goals(self) -> tuple[Goal, ...]:
        """Every small goal, those that end first at the front."""
        return tuple(sorted((goal for goal, _ in self.goal_documents()), key=lambda one: (one.by, one.id)))

    def destinations(self) -> tuple[Destination, ...]:
        """Every destination, in the order they were written down."""
        return tuple(sorted((one for one, _ in self.destination_documents()), key=lambda one: one.id))

    def goal_documents(self) -> Iterator[tuple[Goal, Raw]]:
        """Every small goal, each with its document."""
        return readable_goals(self._documents("goals"))

    def destination_documents(self) -> Iterator[tuple[Destination, Raw]]:
        """Every destination, each with its document."""
        for id, raw in self._documents("destinations").items():
            with contextlib.suppress(Unavailable):
                yield from_raw(Destination, id, raw, "destinations.json"), raw

    def set_goal(self, goal: Goal, *, now: dt.datetime) -> Goal:
        """Write down a new goal; gives it its id. Raises Unavailable if no journal could read it."""
        return self._set("goals", goal, now)

    def set_destination(self, destination: Destination, *, now: dt.datetime) -> Destination:
        """Write down a new destination; gives it its id. Raises Unavailable if no journal could read it."""
        return self._set("destinations", destination, now)

    def progress(self, goal: Goal, today: dt.date, own_fields: Collection[str] = ()) -> Progress:
        """How far a goal is; only the months from its first to its last day are opened."""
        from netjournal.store.goal_progress import progress  # a log without goals needs nothing of it

        return progress(self, self._index, goal, today, own_fields)

    def counts_toward(
        self,
        entry: Interaction,
        today: dt.date,
        own_fields: Collection[str] = (),
        *,
        before: Interaction | None = None,
    ) -> tuple[Counted, ...]:
        """The goals to tell of after an entry, just written, that it brings on; none that was done already.

        After a change to an entry, those it did not count toward as it stood `before`. None beside a sickbed
        or a grave: such an entry counts, as the log alone says how far a goal is and one may leave it out by
        hand, but who sat there did not do it for a goal, and is not told so. Nor of those that
        `HardTimes` keep back.
        """
        if not self._documents("goals") or self.is_sore(entry):
            return ()
        from netjournal.store.goal_progress import counts_toward
        from netjournal.store.goals_in_hard_times import HardTimes

        found = counts_toward(self, self._index, self.goals(), entry, before, today, own_fields)
        times = HardTimes.until(self, self._index, today)
        return tuple(one for one in found if not times.keeps_back(one.goal))

    def goals_toward(self, entry: Interaction, own_fields: Collection[str] = ()) -> tuple[str, ...]:
        """The words of the goals that stand and count an entry, written or about to be, but for those that
        `HardTimes` keep back.
        """
        if not self._rows("SELECT 1 FROM shelf WHERE name = 'goals'"):
            return ()
        from netjournal.store.goal_progress import that_count
        from netjournal.store.goals_in_hard_times import HardTimes

        found = that_count(self._index, self.goals(), entry, own_fields)
        times = HardTimes.until(self, self._index, entry.date)
        return tuple(goal.text for goal in found if not times.keeps_back(goal))

    def is_sore(self, entry: Interaction) -> bool:
        """Whether an entry is of a hard day, or falls into a hard time: see `coming_back.is_sore`."""
        from netjournal.practice.coming_back import is_sore

        return is_sore(entry) or is_sore(entry, self._time_of(entry))

    def _time_of(self, entry: Interaction) -> Time:
        """The time it falls into as it is written: beside a hard entry of the same day it is hard, too."""
        from netjournal.store.hard_times import is_beside_hard, time_of

        time = time_of(self, self._index, entry)
        return "hard" if not time and is_beside_hard(self, entry) else time

    def entries_of_goal(self, goal: Goal, own_fields: Collection[str] = ()) -> GoalEntries:
        """What counts toward a goal, and what was left out by hand, the newest first."""
        from netjournal.store.goal_progress import entries_of

        return entries_of(self, self._index, goal, own_fields)

    def _set(self, shelf: str, document: N, now: dt.datetime) -> N:
        new = msgspec.structs.replace(document, id=self._writer.new_id(now), created=now)
        raw = to_raw(new)
        check_goals(shelf, new.id, raw)  # nothing is written that could not be read
        self._commit("goal", _TITLES[shelf].format(new.text), lambda _: [Edit(shelf, new.id, None, raw)], now)
        return new


_TITLES = {"goals": "the goal “{}”", "destinations": "the destination “{}”"}
