"""How far a small goal is, in numbers for those who ask and in words for everyone (reflection.md §3.7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from netjournal.language.days.words import say_day
from netjournal.model import Goal

Word = Literal["let go", "done", "closed", "just begun", "on the way", "slower than planned"]

_KEPT_IN_VIEW = 28
"""Days for which a goal whose days are over is still shown."""

_OVER = "its days are over, and that is all right"

_BRIEF = timedelta(days=4)
"""Days of a goal of an evening or a fair, which has no pace, are fewer."""

_ASKS_FOR = 7
"""Days after its last on which a goal that was not done is spoken of unasked, as long as a review is open."""


class Progress(NamedTuple):
    """A goal on the day `today`, `done` units of it counted; its pace is told of if `is_paced`."""

    goal: Goal
    done: int
    today: date
    is_paced: bool = True

    @property
    def left(self) -> int:
        """How many are left to do."""
        return max(0, self.goal.target - self.done)

    @property
    def expected(self) -> float:
        """How many would be done by now if they came evenly, both ends included."""
        return self.goal.target * self._passed

    @property
    def per_week(self) -> float:
        """How many a week would do from now on; on the last day, and after it, all that are left in a day."""
        return self.left / (self._days_left / 7)

    @property
    def word(self) -> Word:
        """The first that holds."""
        if self.goal.let_go is not None:
            return "let go"
        if self.done >= self.goal.target:
            return "done"
        if self.today > self.goal.by:
            return "closed"
        is_begun = 2 * self.done <= self.goal.target  # two of three are well on the way
        is_brief = self.goal.by - self.goal.since < _BRIEF
        if (self._passed < 0.25 and is_begun) or (is_brief and not self.done):
            return "just begun"
        if is_brief:
            return "on the way"  # of an evening, or a fair, no hour is late
        return "on the way" if self.done >= self.expected else "slower than planned"

    @property
    def is_in_view(self) -> bool:
        """Whether it is shown unasked: not once it was let go, is done and over, or over for four weeks."""
        over = (self.today - self.goal.by).days
        return self.word != "let go" and over <= (0 if self.word == "done" else _KEPT_IN_VIEW)

    @property
    def is_just_over(self) -> bool:
        """Whether its days ended a week ago at most, before it was done: one may like to say what becomes of
        it, and after that nobody asks.
        """
        return self.word == "closed" and (self.today - self.goal.by).days <= _ASKS_FOR

    @property
    def _passed(self) -> float:
        goal = self.goal
        days = (goal.by - goal.since).days + 1
        return min(max((self.today - goal.since).days + 1, 0), days) / days

    @property
    def _days_left(self) -> int:
        return max(1, (self.goal.by - self.today).days)

    @property
    def share(self) -> str:
        """``2 of 3``."""
        done, target = self.done, self.goal.target
        return f"{done} of {target}" if done <= target else f"{done}, with {target} in mind"

    @property
    def words(self) -> str:
        """Where it stands in a line: ``2 of 3 · on the way``; never who or what is missing."""
        word, today = self.word, self.today
        if word == "closed" and self.is_paced:
            return f"{self.share}: {_OVER}"
        if word == "just begun" and today < self.goal.since:
            return f"from {say_day(self.goal.since, today)} on"
        if not self.is_paced and word not in ("done", "let go"):
            return self.share
        return f"{self.share} · {word}{_say_pace(self) if word == 'slower than planned' else ''}"

    @property
    def in_a_word(self) -> str:
        """The goal itself, with how far it is: ``3 good talks in November: 2 of 3, on the way``."""
        text, word = _plain(self.goal), self.word
        if word == "done":
            return f"{text}: done"
        is_told = self.is_paced and word != "closed"
        return f"{text}: {self.share}, {word}" if is_told else f"{text}: {self.share}"

    @property
    def at_its_end(self) -> str:
        """Once its days are over: ``3 hellos · 2 of 3: its days are over, and that is all right``.

        No question (reflection.md §4.4 has one): there is no place for its answer.
        """
        is_over = self.word == "closed" and self.is_paced
        return f"{_plain(self.goal)} · {self.words}" if is_over else self.in_a_word


class Counted(NamedTuple):
    """A goal that an entry counts toward, how many are `done` with it, and what to say."""

    goal: Goal
    done: int
    words: str


def say_counts(progress: Progress) -> str:
    """What is said after an entry that counted: ``Counts toward 3 good talks in November: 2 of 3.``"""
    return f"Counts toward {_plain(progress.goal)}: {progress.share}."


def _plain(goal: Goal) -> str:
    return " ".join(goal.text.split()).rstrip(".")


def _say_pace(progress: Progress) -> str:
    """``: about 1 every 11 days would do; or shrink it?``

    Of more than one a day it says no pace, which would drive: it is a lot.
    """
    days, left = (progress.goal.by - progress.today).days, progress.left
    if days < 1:
        return ": today is its last day; shrink it, or give it longer?"
    if left == 1:
        pace = "one more would do"
    elif left > days:
        span = "1 day" if days == 1 else f"{days} days"
        return f": {left} in {span} is a lot; shrink it, or give it longer?"
    elif days / left < 1.5:
        pace = "about 1 a day would do"
    else:
        pace = f"about 1 every {round(days / left)} days would do"
    return f": {pace}; or shrink it?" if progress.goal.target > 1 else f": {pace}"
