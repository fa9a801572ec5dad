"""How far goals are, told by the log: the filter's matcher, the index, and only the months in question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.language.filters.goals import filter_of
from netjournal.language.filters.matching import Matcher
from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Goal, Interaction, Introduction
from netjournal.practice.goal_counting import Known, counted, introduced, may_count, units
from netjournal.practice.goals import Counted, Progress, say_counts
from netjournal.practice.month_material import InView
from netjournal.practice.nearness import is_long_known_in
from netjournal.store.acquainted import ACQUAINTANCE, acquaintances
from netjournal.store.index import Index
from netjournal.store.reading import Reading
from netjournal.store.searching import one_by_one


class GoalEntries(NamedTuple):
    """Entries, or introductions where those are counted; what was left out by hand among them."""

    entries: tuple[Interaction, ...]
    introductions: tuple[Introduction, ...]


_BEFORE = (
    "SELECT p.date FROM participant p JOIN entry e ON e.key = p.entry WHERE p.person = ?1"
    " AND p.date <= ?2 AND (p.date, e.wall, e.id) < (?2, ?3, ?4) ORDER BY p.date DESC LIMIT 1"
)
_MET = "SELECT met FROM person WHERE id = ? AND met IS NOT NULL"


def progress(
    journal: Reading, index: Index, goal: Goal, today: dt.date, own_fields: Collection[str]
) -> Progress:
    """How far `goal` is on the day `today`; see `GoalKeeping.progress`."""
    if goal.unit == "introduction":
        return Progress(goal, len(introduced(goal, journal.introductions())), today)
    entries = _entries(journal, goal)
    done = counted(goal, entries, _matcher(index, goal), _known(index, own_fields))
    return Progress(goal, len(done), today)


def counts_toward(
    journal: Reading,
    index: Index,
    goals: Collection[Goal],
    entry: Interaction,
    before: Interaction | None,
    today: dt.date,
    own_fields: Collection[str],
) -> tuple[Counted, ...]:
    """Those of `goals` that `entry` brings on; see `GoalKeeping.counts_toward`."""
    known = _known(index, own_fields)
    found = []
    for goal in goals:
        if not may_count(goal, entry):
            continue
        fits = _matcher(index, goal)
        if not counted(goal, [entry], fits, known):
            continue  # no month is opened for what cannot count
        others = [other for other in _entries(journal, goal) if other.id != entry.id]
        earlier = counted(goal, [*others, before] if before else others, fits, known)
        done = Progress(goal, len(counted(goal, [*others, entry], fits, known)), today)
        if len(earlier) < min(done.done, goal.target):
            found.append(Counted(goal, done.done, say_counts(done)))
    return tuple(found)


class GoalsOverMonths:
    """How far goals were at the end of one month or another; each shelf is looked through once."""

    def __init__(
        self,
        index: Index,
        goals: Collection[Goal],
        introductions: Sequence[Introduction],
        own_fields: Collection[str],
        today: dt.date,
    ) -> None:
        self._today = today
        self._goals = [goal for goal in goals if goal.let_go is None]
        self._introductions = introductions
        self._known = _known(index, own_fields)
        self._fits = {goal.id: _matcher(index, goal) for goal in self._goals}
        self._taken: set[str] = set()
        self._units: dict[str, dict[str, tuple[dt.date, frozenset[str]]]] = {goal.id: {} for goal in goals}

    def needs(self, month: str, first: dt.date, day: dt.date) -> bool:
        """Whether the shelf of a month has to be taken for a page from `first` to `day`."""
        return month not in self._taken and any(
            goal.unit != "introduction" and goal.by >= first and _month(goal.since) <= month <= _month(day)
            for goal in self._goals
        )

    def take(self, month: str, entries: Iterable[Interaction]) -> None:
        """Look through the shelf of a month."""
        self._taken.add(month)
        goals = [goal for goal in self._goals if _month(goal.since) <= month <= _month(goal.by)]
        for entry in entries:
            for goal in goals:
                if found := frozenset(units(goal, entry, self._fits[goal.id], self._known)):
                    self._units[goal.id][entry.id] = entry.date, found

    def in_view(self, first: dt.date, day: dt.date) -> tuple[InView, ...]:
        """The goals with days from `first` to `day`, as they stood on `day`; none that was done before."""
        before = first - dt.timedelta(days=1)
        return tuple(
            self._standing(goal, day)
            for goal in self._goals
            if goal.since <= day and goal.by >= first and self._standing(goal, before).progress.left
        )

    def _standing(self, goal: Goal, day: dt.date) -> InView:
        """Of a goal that is over today nothing is said of its pace any more."""
        said = day if goal.by >= self._today else max(day, goal.by + dt.timedelta(days=1))
        if goal.unit == "introduction":
            made = introduced(goal, (one for one in self._introductions if one.date <= day))
            return InView(Progress(goal, len(made), said))
        counted = {id: found for id, (on, found) in self._units[goal.id].items() if on <= day}
        return InView(Progress(goal, len(frozenset().union(*counted.values())), said), tuple(counted))


def _month(day: dt.date) -> str:
    return day.isoformat()[:7]


def that_count(
    index: Index, goals: Iterable[Goal], entry: Interaction, own_fields: Collection[str]
) -> tuple[Goal, ...]:
    """Those of `goals` that count `entry`; see `GoalKeeping.goals_toward`."""
    known = _known(index, own_fields)
    return tuple(
        goal
        for goal in goals
        if may_count(goal, entry) and counted(goal, [entry], _matcher(index, goal), known)
    )


def entries_of(journal: Reading, index: Index, goal: Goal, own_fields: Collection[str]) -> GoalEntries:
    """See `GoalKeeping.entries_of_goal`; of what was left out only what would count else."""
    whole = replace(goal, excluded=())
    if goal.unit == "introduction":
        fitting = introduced(whole, journal.introductions())
        made = [one for one in journal.introductions() if one.id in fitting]
        return GoalEntries((), tuple(sorted(made, key=lambda one: (one.date, one.id), reverse=True)))
    known, fits = _known(index, own_fields), _matcher(index, goal)
    found = [entry for entry in _entries(journal, goal) if counted(whole, [entry], fits, known)]
    return GoalEntries(tuple(reversed(found)), ())


def _entries(journal: Reading, goal: Goal) -> list[Interaction]:
    first, last = goal.since.isoformat()[:7], goal.by.isoformat()[:7]
    return [entry for month in journal.months() if first <= month <= last for entry in journal.month(month)]


def _matcher(index: Index, goal: Goal) -> Matcher:
    return filter_of(goal).matcher(one_by_one(index))


def _known(index: Index, own_fields: Collection[str]) -> Known:
    @cache
    def person(id: str) -> Acquaintance | None:
        return next(iter(acquaintances(index.rows(f"{ACQUAINTANCE} WHERE id = ?", id))), None)

    def before(id: str, entry: Interaction) -> dt.date | None:
        """The last talk in the log, else the day they met as far as it is known."""
        day, wall, entry_id = entry.order
        rows = index.rows(_BEFORE, id, day.isoformat(), wall, entry_id)
        rows = rows or [row for row in index.rows(_MET, id) if row[0] < day.isoformat()]
        return dt.date.fromisoformat(rows[0][0]) if rows else None

    def field(id: str) -> str:
        found = person(id)
        return found.field if found is not None else ""

    def is_long_known(id: str, entry: Interaction) -> bool:
        found = person(id)
        if found is None:
            return is_long_known_in(entry, "")
        return is_long_known_in(entry, found.name, found.tags, found.nicknames, found.role)

    return Known(before, field, frozenset(filter(None, map(fold, own_fields))), is_long_known)
