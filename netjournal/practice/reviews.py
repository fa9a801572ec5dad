"""The reviews of a week and of a month: which one is open, and its three questions (reflection.md §2.6).

The week of a review is one of ISO 8601 and named ``2026-W47``; a month is ``2026-11``.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import msgspec

from netjournal.language.days.words import add_months, month_days
from netjournal.model import Dimension, Interaction, Reflection
from netjournal.practice.answering import read_answer
from netjournal.practice.before_a_talk import Before
from netjournal.practice.plans import PLAN, is_plan
from netjournal.settings import DEFAULTS, ReviewDay, Weekday

Kind = Literal["week", "month", "before"]
SLOTS: Mapping[Kind, tuple[str, ...]] = {
    "week": ("back", "around", "ahead"),
    "month": ("people", "you", "road"),
    "before": ("talk", "gently", "mourning", "quarrel"),
}
"""What the questions of a review are about, in their order."""

_BUILT_IN = Path(__file__).with_name("reviews.toml")
_LAST_TIME = "before-talk-05"
_RECENT = 183
_WEEKDAYS = get_args(Weekday)
_HALF_A_WEEK = dt.timedelta(days=3)
_LAST_DAYS = 7


class ReviewQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a review, of at most 90 letters; one of `mourning` is asked of a hard time."""

    id: str
    period: Kind
    slot: str
    dimension: Dimension
    text: str
    mourning: bool = False


def built_in_reviews() -> tuple[ReviewQuestion, ...]:
    """The questions that come with netjournal. Read anew at each call."""
    document = tomllib.loads(_BUILT_IN.read_text("utf-8"))
    return msgspec.convert(document["review"], tuple[ReviewQuestion, ...])


def open_week(today: dt.date, day: ReviewDay = DEFAULTS.review_day) -> str:
    """The week whose review is open: from the `day` one picked on, for seven days.

    From Thursday on it is the week that ends then, before that the one that ended on Sunday.
    """
    return week_of(review_day(today, day) - _HALF_A_WEEK)


def review_day(today: dt.date, day: ReviewDay) -> dt.date:
    """The day on which the review that is open on `today` was offered first; Friday where none was picked."""
    wanted = _WEEKDAYS.index(day) if has_day(day) else _WEEKDAYS.index("friday")
    return today - dt.timedelta(days=(today.weekday() - wanted) % len(_WEEKDAYS))


def has_day(day: ReviewDay) -> bool:
    """Whether the setting names a day, and not that the review is never offered."""
    return day in _WEEKDAYS


def is_offered(today: dt.date, day: ReviewDay, answers: Iterable[Interaction]) -> bool:
    """Whether today's page says that one may look back on the week: on the `day` picked, and as long as it is
    open where the one before was answered; never once an answer of it is there.

    `answers` are those of the two reviews. Whoever let one go is not told of the next for seven days.
    """
    if not has_day(day):
        return False
    period = open_week(today, day)
    before = week_of(days_of(period)[0] - dt.timedelta(days=1))
    told = list(answers)
    if of_period(told, period):
        return False
    return today == review_day(today, day) or bool(of_period(told, before))


def is_month_offered(today: dt.date, day: ReviewDay, answers: Iterable[Interaction]) -> bool:
    """Whether today's page says that one may look back on the month: on the first day of its review, and as
    long as that is open where the one before was answered; never once an answer of it is there, nor to whom
    wants to be told of no week.
    """
    if not has_day(day):
        return False
    period, told = open_month(today), list(answers)
    if of_period(told, period):
        return False
    is_first = today == month_days(today.isoformat()[:7])[-_LAST_DAYS]
    return is_first or bool(of_period(told, add_months(period, -1)))


def open_month(today: dt.date) -> str:
    """The month whose review is open: from its last seven days on, until those of the next."""
    month = today.isoformat()[:7]
    return month if today >= month_days(month)[-_LAST_DAYS] else add_months(month, -1)


def week_of(day: dt.date) -> str:
    """2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def beside(period: str, by: int) -> str:
    """The week or the month `by` so many after a period; before it for less than none."""
    if "W" in period:
        return week_of(days_of(period)[0] + by * dt.timedelta(days=7))
    return add_months(period, by)


def days_of(period: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a week or a month."""
    if "W" in period:
        first = dt.date.fromisocalendar(int(period[:4]), int(period[6:]), 1)
        return first, first + dt.timedelta(days=6)
    days = month_days(period)
    return days[0], days[-1]


def chosen(
    library: Sequence[ReviewQuestion], kind: Kind, period: str, seed: str, *, mourning: bool = False
) -> tuple[ReviewQuestion, ...]:
    """One question of each slot: they take turns, answered or not, the same all through `period`.

    In a week or a month of `mourning` only those made for one. Of those in a slot none comes again before
    half of them were asked. It goes by the calendar, not by what was answered longest ago (reflection.md
    §2.6): else what is left unanswered would come back every week.
    """
    fitting = [one for one in library if one.period == kind and one.mourning == mourning]
    slots = ([one for one in fitting if one.slot == slot] for slot in SLOTS[kind])
    return tuple(_whose_turn(questions, _number(period), seed) for questions in slots if questions)


def _whose_turn(questions: Sequence[ReviewQuestion], number: int, seed: str) -> ReviewQuestion:
    """Round after round two fixed halves, each in an order of its own in every round."""
    count = len(questions)
    round, place = divmod(number, count)
    halves = _shuffled(questions, seed)
    middle = (count + 1) // 2
    first, second = (_shuffled(half, f"{seed}|{round}") for half in (halves[:middle], halves[middle:]))
    return (first + second)[place]


def _shuffled(questions: Iterable[ReviewQuestion], seed: str) -> list[ReviewQuestion]:
    return sorted(questions, key=lambda one: sha256(f"{seed}|{one.id}".encode()).digest())


def _number(period: str) -> int:
    """Which week or month it is, counted from the first of all."""
    first, _ = days_of(period)
    return first.toordinal() // len(_WEEKDAYS) if "W" in period else first.year * 12 + first.month


def before_a_talk(
    library: Sequence[ReviewQuestion],
    person: str,
    last: dt.date | None,
    today: dt.date,
    slot: Before = "talk",
) -> str:
    """A question to carry into the next talk with somebody (id), the same until there was one; which suit is
    said by `slot`.

    What they told the `last` time is asked after only where that was within half a year.
    """
    recent = last is not None and (today - last).days <= _RECENT
    fitting = [one for one in library if recent or one.id != _LAST_TIME]
    of_talks = [one for one in fitting if (one.period, one.slot) == ("before", slot)]
    return _shuffled(of_talks, f"{person}|{last or ''}")[0].text


def of_period(answers: Iterable[Interaction], period: str) -> tuple[Interaction, ...]:
    """The answers that belong to the review of `period`, in the order in which they were given."""
    found = [entry for entry in answers if entry.reflection is not None and entry.reflection.period == period]
    return tuple(sorted(found, key=lambda entry: entry.id))


def plan_of(answers: Iterable[Interaction], period: str) -> Interaction | None:
    """What one planned in the review of the week before `period`; None if nothing, or for oneself alone."""
    first, _ = days_of(period)
    for entry in reversed(of_period(answers, week_of(first - dt.timedelta(days=1)))):
        if is_plan(entry) and entry.reflection is not None and not entry.reflection.private:
            return entry
    return None


class Review(NamedTuple):
    """A review as it stands: what is still to be asked, in its order, and the answers there are."""

    period: str
    questions: tuple[ReviewQuestion, ...]
    answers: tuple[Interaction, ...]


def review_of(
    library: Sequence[ReviewQuestion],
    period: str,
    answers: Sequence[Interaction],
    seed: str,
    more: Sequence[ReviewQuestion] = (),
    *,
    mourning: bool = False,
) -> Review:
    """The review of a week or a month, last week's plan first.

    `answers` are those of this review and the one before; `more` is asked too; `mourning` says that it was
    a hard time.
    """
    kind: Kind = "week" if "W" in period else "month"
    given = of_period(answers, period)
    prompts = {entry.reflection.prompt for entry in given if entry.reflection is not None}
    slots = {one.slot for one in library if one.id in prompts}
    wanted = (*chosen(library, kind, period, seed, mourning=mourning), *more)
    open_ones = [one for one in wanted if one.slot not in slots and one.id not in prompts]
    plan = plan_of(answers, period) if kind == "week" else None
    if plan is not None and PLAN not in prompts:
        open_ones.insert(0, plan_question(plan))
    return Review(period, tuple(open_ones), given)


def plan_question(plan: Interaction) -> ReviewQuestion:
    """Asks what became of a plan, in its own words."""
    assert plan.reflection is not None
    words = plan.reflection.answer
    end = "" if words.endswith((".", "!", "?", "…")) else "."
    text = f"Last week you wrote: “{words}{end}” How did it go?"
    return ReviewQuestion(id=PLAN, period="week", slot="plan", dimension="destination", text=text)


def answer_to(question: ReviewQuestion, period: str, line: str, now: dt.datetime) -> Reflection | None:
    """The answer that `line` gives in the review of `period`; None if it says nothing: not now."""
    answer = read_answer(line)
    if answer.is_empty:
        return None
    return Reflection(
        prompt=question.id,
        dimension=question.dimension,
        question=question.text,
        asked=now,
        status="answered",
        answer=answer.text,
        rating=answer.rating,
        answered=now,
        private=answer.private,
        period=period,
    )
