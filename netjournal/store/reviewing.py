"""The pages of months and weeks, and reviews, put together from the index and a few shelves."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from netjournal.language.days.words import add_months
from netjournal.language.hardship.died import told_dead
from netjournal.model import Acquaintance, Goal, Interaction
from netjournal.practice.leanings import (
    LOOKED_BACK,
    ONE_SIDED,
    around_instead,
    is_one_sided,
)
from netjournal.practice.month_counts import count
from netjournal.practice.month_head import MonthPage
from netjournal.practice.month_material import Counts, InView, Material
from netjournal.practice.month_page import month_page, week_page
from netjournal.practice.plans import PLAN
from netjournal.practice.review_steps import WAITS, Step, steps
from netjournal.practice.reviews import (
    Review,
    ReviewQuestion,
    built_in_reviews,
    chosen,
    days_of,
    has_day,
    is_month_offered,
    is_offered,
    of_period,
    open_month,
    open_week,
    review_of,
    week_of,
)
from netjournal.settings import DEFAULTS, ReviewDay, Settings
from netjournal.store.goal_progress import GoalsOverMonths
from netjournal.store.goals_in_hard_times import HardTimes
from netjournal.store.hard_times import calm, is_hard_time
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among, naming_gone, speaks_of_gone
from netjournal.store.reading import Reading

_PREVIOUS = (
    "SELECT person, MAX(date) FROM talk WHERE date < ?1"
    " AND person IN (SELECT value FROM json_each(?2)) GROUP BY person"
)
_OF_DEATHS = (
    "SELECT DISTINCT e.id FROM mourned m JOIN entry e ON e.key = m.entry WHERE e.date BETWEEN ? AND ?"
)
_KNOWN = "SELECT id FROM person WHERE met < ?1 AND id IN (SELECT value FROM json_each(?2))"
_SHELVES = 6
"""Months kept while pages are made: those that ninety days can reach into, and the one before."""
_LATE = 31
"""Days after the end of a month on which its review may still be answered."""


class Pages:
    """The pages of one month after the other, forth or back; the shelves of the last few stay in memory."""

    def __init__(
        self,
        journal: Reading,
        index: Index,
        settings: Settings,
        today: dt.date,
        goals: Sequence[Goal] = (),
    ) -> None:
        self._journal = journal
        self._index = index
        self._settings = settings
        self._today = today
        self._shelves: dict[str, tuple[Interaction, ...]] = {}
        self._everyone: dict[str, Acquaintance] = {person.id: person for person in journal.people()}
        self._awake = {id: person for id, person in self._everyone.items() if not person.rest}
        self._months = journal.months()
        self._introductions = journal.introductions()
        self._of_all = goals
        self._goals = GoalsOverMonths(index, goals, self._introductions, settings.fields, today)

    def month(self, month: str) -> MonthPage:
        """The page of a month (2026-11) as it stands today; its goals as they stood at its end."""
        first, last = days_of(month)
        goals = self._times(first, last).in_view(self._in_view(first, min(last, self._today)))
        material = self._of_month(month)._replace(goals=goals, before=self._shelf(add_months(month, -1)))
        return month_page(month, self._in_words(material))

    def counts(self, month: str) -> Counts:
        """What the page of a month is counted from."""
        return count(month, self._of_month(month))

    def week(self, week: str) -> MonthPage:
        """The page of a week (2026-W47)."""
        first, last = days_of(week)
        goals = self._times(first, last).in_view(self._over(first, last))
        return week_page(first, last, self._in_words(self._material(first, last)._replace(goals=goals)))

    def _in_words(self, material: Material) -> Material:
        """With what is to be known where its entries are quoted, and not only counted."""
        promised_to = self._promised_to(material.entries)
        return material._replace(
            promised_to=promised_to,
            gone=self._gone(material.entries, promised_to),
            unquoted=naming_gone(self._journal, self._index, (*material.before, *material.entries)),
        )

    def _times(self, first: dt.date, last: dt.date) -> HardTimes:
        return HardTimes(self._journal, self._index, first, min(last, self._today))

    def _over(self, first: dt.date, last: dt.date) -> tuple[InView, ...]:
        """The goals that were done in these days, and those whose last day was one of them."""
        found = self._in_view(first, min(last, self._today))
        return tuple(
            one
            for one in found
            if one.progress.word == "done" or (one.progress.word == "closed" and one.progress.goal.by <= last)
        )

    def _of_month(self, month: str) -> Material:
        first, last = days_of(month)
        return self._material(first, last)._replace(
            season=self._between(*_season(last, self._settings.numbers.days)),
            introductions=self._introductions,
            fields=self._settings.fields,
        )

    def _in_view(self, first: dt.date, day: dt.date) -> tuple[InView, ...]:
        """The goals of some days; the shelves since their first day are opened in order, each once."""
        months = [month for month in self._months if self._goals.needs(month, first, day)]
        for one in months:
            self._goals.take(one, self._shelf(one))
        return self._goals.in_view(first, day)

    def _material(self, first: dt.date, last: dt.date) -> Material:
        rows = self._index.rows(_OF_DEATHS, first.isoformat(), last.isoformat())
        told = {id for (id,) in rows}
        lived = self._between(first, last)
        buried = {
            entry.id: told_dead(entry.text, self._journal, entry.people)
            for entry in lived
            if entry.id in told
        }
        entries = tuple(self._of_the_living(entry, buried.get(entry.id, ())) for entry in lived)
        met = sorted({id for entry in entries for id in entry.people})
        rows = self._index.rows(_PREVIOUS, first.isoformat(), json.dumps(met))
        previous = {person: dt.date.fromisoformat(day) for person, day in rows}
        known = {id for (id,) in self._index.rows(_KNOWN, first.isoformat(), json.dumps(met))}
        return Material(
            entries=entries,
            awake=self._awake,
            previous=previous,
            known=known,
            settings=self._settings,
            everyone=self._everyone,
            buried=buried,
        )

    def _of_the_living(self, entry: Interaction, told: Iterable[str]) -> Interaction:
        """Without those it tells to have died, who met nobody; whoever is at rest still keeps it back."""
        dead = self._awake.keys() & set(told)
        return replace(entry, people=tuple(id for id in entry.people if id not in dead)) if dead else entry

    def _promised_to(self, entries: Iterable[Interaction]) -> dict[tuple[str, int], tuple[str, ...]]:
        from netjournal.language.promises.meant_for import to_whom  # counting the months needs nothing of it

        each = ((one, n, promise) for one in entries for n, promise in enumerate(one.promises))
        mine = (one for one in each if one[2].by == "me" and one[2].kept is None)
        found = (((one.id, n), to_whom(promise, one, self._journal)) for one, n, promise in mine)
        return {key: ids for key, ids in found if ids}

    def _gone(
        self, entries: Iterable[Interaction], promised_to: Mapping[tuple[str, int], Sequence[str]]
    ) -> set[str]:
        """Those who died of whom something might be asked: to whom one promised, and who made one meet."""
        every = tuple(entries)
        promised = {id for one in every if one.promises for id in one.people}
        promised |= {id for ids in promised_to.values() for id in ids}
        met = {id for one in every for id in one.people}
        through = {self._awake[id].through for id in met & self._awake.keys()} - {""}
        return dead_among(self._journal, self._index, promised | through)

    def _between(self, first: dt.date, last: dt.date) -> tuple[Interaction, ...]:
        months = (month for month in self._months if first.isoformat()[:7] <= month <= last.isoformat()[:7])
        return tuple(entry for month in months for entry in self._shelf(month) if first <= entry.date <= last)

    def _shelf(self, month: str) -> tuple[Interaction, ...]:
        if month not in self._shelves:
            if len(self._shelves) >= _SHELVES:
                del self._shelves[max(self._shelves, key=lambda other: _apart(other, month))]
            self._shelves[month] = self._journal.month(month)
        return self._shelves[month]


def _apart(one: str, other: str) -> int:
    """How many months lie between two."""
    return abs((int(one[:4]) - int(other[:4])) * 12 + int(one[5:]) - int(other[5:]))


def open_review(
    journal: Reading, index: Index, period: str, seed: str, settings: Settings = DEFAULTS
) -> Review:
    """The review of a week or a month as it stands."""
    answers = _answers(journal, index, period)
    library = built_in_reviews()
    mourning = is_hard_time(journal, *days_of(period))
    instead = (
        _around_instead(journal, library, period, seed, settings) if "W" in period and not mourning else ""
    )
    if instead:
        given = {instead, *(one.reflection.prompt for one in of_period(answers, period) if one.reflection)}
        library = tuple(one for one in library if one.slot != "around" or one.id in given)
    more = (ONE_SIDED,) if not mourning and _is_one_sided(journal, period, settings) else ()
    review = review_of(library, period, answers, seed, more, mourning=mourning)
    asked = [
        one for one in review.questions if one.id != PLAN or not speaks_of_gone(journal, index, one.text)
    ]
    return review._replace(questions=tuple(asked))


def _answers(journal: Reading, index: Index, period: str) -> list[Interaction]:
    """The answers of a review and of the one before."""
    first, last = days_of(period)
    since = first - (last - first) - dt.timedelta(days=1)
    query = (
        "SELECT date FROM entry WHERE asked IS NOT NULL AND status = 'answered' AND date BETWEEN ? AND ?"
        " AND (prompt GLOB 'week-*' OR prompt GLOB 'month-*') GROUP BY date"
    )
    until = last + dt.timedelta(days=_LATE)
    days = [dt.date.fromisoformat(day) for (day,) in index.rows(query, since.isoformat(), until.isoformat())]
    return [entry for entry in journal.on_days(days) if entry.reflection is not None]


def _around_instead(
    journal: Reading, library: Sequence[ReviewQuestion], period: str, seed: str, settings: Settings
) -> str:
    def turn(week: str) -> str:
        return next(one.id for one in chosen(library, "week", week, seed) if one.slot == "around")

    return around_instead(period, journal.people(), settings.fields, turn, settings.numbers)


def _is_one_sided(journal: Reading, period: str, settings: Settings) -> bool:
    if "W" in period or not settings.numbers.ask_of_giving:
        return False
    _, last = days_of(period)
    since = last - LOOKED_BACK
    months = (month for month in journal.months() if f"{since:%Y-%m}" <= month <= period)
    awake = {person.id for person in journal.people() if not person.rest}
    entries = (entry for month in months for entry in journal.month(month) if since < entry.date <= last)
    return is_one_sided(replace(entry, people=tuple(awake.intersection(entry.people))) for entry in entries)


def review_steps(
    journal: Reading, index: Index, period: str, seed: str, today: dt.date, settings: Settings = DEFAULTS
) -> tuple[Step, ...]:
    """What one steps through in the review of a week or a month as it stands."""
    review = open_review(journal, index, period, seed, settings)
    if "W" not in period:
        return steps(review, (), (), {}, today)
    awake = {person.id: person.name for person in journal.people() if not person.rest}
    first, last = days_of(period)
    days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    waiting, entries = tuple(journal.waiting_since(today - WAITS)), tuple(journal.on_days(days))
    for id in dead_among(journal, index, (id for one in (*waiting, *entries) for id in one.people)):
        awake.pop(id, None)
    return steps(review, calm(journal, index, waiting), calm(journal, index, entries), awake, today)


def is_week_offered(journal: Reading, index: Index, today: dt.date, day: ReviewDay) -> bool:
    """Whether today's page says that one may look back on the week, if there is anything in it."""
    if not has_day(day):
        return False
    period = open_week(today, day)
    before = week_of(days_of(period)[0] - dt.timedelta(days=1))
    told = (*_answers(journal, index, period), *_answers(journal, index, before))
    return is_offered(today, day, told) and bool(journal.days(*days_of(period)))


def is_month_there(journal: Reading, index: Index, today: dt.date, day: ReviewDay) -> bool:
    """Whether today's page says that one may look back on the month, if there is anything in it."""
    period = open_month(today)
    if not has_day(day) or not journal.days(*days_of(period)):
        return False
    before = _answers(journal, index, add_months(period, -1))
    return is_month_offered(today, day, (*_answers(journal, index, period), *before))


def _season(last: dt.date, days: int) -> tuple[dt.date, dt.date]:
    earliest = dt.date.min + dt.timedelta(days=days)
    return max(last, earliest) - dt.timedelta(days=days - 1), last
