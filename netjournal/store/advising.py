"""What a journal has to say of its own accord: whom to greet, what to read before a talk, whom to tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.model import Contact, Goal, Interaction
from netjournal.settings import DEFAULTS, ReviewDay, Settings
from netjournal.store.event_reading import EventReading
from netjournal.store.index import Index

if TYPE_CHECKING:
    from netjournal.practice.following_up import FollowUp
    from netjournal.practice.introduction_ideas import Idea
    from netjournal.practice.month_head import MonthPage
    from netjournal.practice.page import Page
    from netjournal.practice.prompts import Prompt
    from netjournal.practice.review_steps import Step
    from netjournal.practice.reviews import Review
    from netjournal.practice.rhythm import Tie
    from netjournal.practice.suggesting import Hello
    from netjournal.practice.today import Today
    from netjournal.store.reviewing import Pages


class Advising(EventReading):
    """The answers of the practice; each is worked out by a module of its own, read when it is asked for.

    The id of the journal is the seed of every choice among equals.
    """

    def __init__(self, folder: Path, index: Index, id: str) -> None:
        super().__init__(folder, index)
        self.id = id

    def hellos(self, today: date, settings: Settings) -> tuple[Hello, ...]:
        """Three people at most whom a hello would reach at a good time, each with the reason and a note."""
        from netjournal.store.hellos import hellos  # a log needs nothing of it

        return hellos(self, self._index, today, seed=self.id, settings=settings)

    def today(self, day: date, settings: Settings) -> Today:
        """What one might like to know on `day`: promises, birthdays, hellos, and what came of it before.

        It is a `quiet` one in the first days after a death, and `unburdened` in that week or a hard one.
        """
        from netjournal.practice.today import in_its_time, quiet, unburdened
        from netjournal.store.hard_times import (
            FIRST_DAYS,
            FIRST_WEEK,
            has_just_lost_somebody,
            is_hard_lately,
        )
        from netjournal.store.today import page_of_today

        hellos, goals = self.hellos(day, settings), self._goals_by_day()
        whole = page_of_today(self, self._index, hellos, goals, day, seed=self.id, settings=settings)
        page = in_its_time(whole, day)
        if has_just_lost_somebody(self, self._index, day, FIRST_DAYS):
            return quiet(page, day)
        light = unburdened(page, day)
        is_hard = has_just_lost_somebody(self, self._index, day, FIRST_WEEK) or is_hard_lately(self, day)
        return light if light.later and is_hard else page

    def page(
        self, person: Contact, entries: Sequence[Interaction], *, now: datetime, settings: Settings
    ) -> Page:
        """What one reads of a person before the next talk; `entries` are the newest with them."""
        from netjournal.store.preparing import page

        return page(self, self._index, person, entries, now, settings)

    def rhythms(
        self, settings: Settings, only: str | None = None, *, today: date | None = None
    ) -> tuple[Tie, ...]:
        """Those with a rhythm (or one of them by id), with their talks as far as `due` needs them."""
        from netjournal.store.hellos import with_rhythm

        return with_rhythm(self._index, settings, only, today=today)

    def open_to_hellos(self, today: date, settings: Settings) -> tuple[Tie, ...]:
        """Those with a rhythm of whom a hello may be spoken: not the dead, nor whom one leaves in peace."""
        from netjournal.store.hellos import open_to_hellos

        return open_to_hellos(self, self._index, settings, today)

    def say_load(
        self, before: Contact | None, after: Contact, today: date, settings: Settings = DEFAULTS
    ) -> str:
        """What to say once of a rhythm that asks for far more than one has talks for; empty for nothing."""
        from netjournal.store.loads import say_larger_load

        return say_larger_load(self._index, before, after, today, settings)

    def introduction_idea(self, today: date) -> Idea | None:
        """Two people who might like to know each other: at most one idea a week."""
        from netjournal.store.introducing import idea_of_the_week

        return idea_of_the_week(self, self._index, today, seed=self.id)

    def line_to_tell(self, entry: Interaction, today: date, *, before: Interaction | None = None) -> str:
        """Whom to tell how well it went with somebody met through them, or how an introduction in its words
        is kept, in one line; empty for nothing.

        After a log, or after an answer to the entry as it stood `before`.
        """
        from netjournal.store.telling import line_to_tell

        return line_to_tell(self, self._index, entry, before, today)

    def newly_dead(self, entry: Interaction) -> Mapping[str, str]:
        """Those of whom `entry` is the first to tell that they died, and who are not at rest: names by id."""
        from netjournal.store.mourning import newly_dead

        return newly_dead(self, self._index, entry)

    def are_near(self, entry: Interaction) -> bool:
        """Whether all of an entry are family or friends."""
        from netjournal.practice.nearness import are_near
        from netjournal.store.acquainted import ACQUAINTANCE, acquaintances

        rows = (row for id in entry.people for row in self._rows(f"{ACQUAINTANCE} WHERE id = ?", id))
        return are_near(entry, acquaintances(rows))

    def naming_gone(self, entries: Iterable[Interaction]) -> Collection[str]:
        """The ids of those entries whose answer or promises name somebody who is at rest, or who died."""
        from netjournal.store.mourning import naming_gone

        return naming_gone(self, self._index, entries)

    def last_statuses(self, count: int) -> tuple[str, ...]:
        """What became of the last questions after a log, the newest first: asked, answered or skipped."""
        from netjournal.store.asking import last_statuses

        return last_statuses(self._index, count)

    def pages(self, settings: Settings, today: date) -> Pages:
        """The pages of months and weeks, where several are wanted one after the other."""
        from netjournal.store.reviewing import Pages

        return Pages(self, self._index, settings, today, self._goals_by_day())

    def _goals_by_day(self) -> list[Goal]:
        """Every small goal, those that end first at the front."""
        from netjournal.store.goal_documents import readable_goals

        found = (goal for goal, _ in readable_goals(self._documents("goals")))
        return sorted(found, key=lambda one: (one.by, one.id))

    def month_page(self, month: str, settings: Settings, today: date) -> MonthPage:
        """What a month (2026-11) shows: one's own words first, numbers last."""
        return self.pages(settings, today).month(month)

    def open_review(self, period: str, settings: Settings = DEFAULTS) -> Review:
        """The review of a week (2026-W47) or a month as it stands: what is to be asked, and the answers."""
        from netjournal.store.reviewing import open_review

        return open_review(self, self._index, period, self.id, settings)

    def review_steps(self, period: str, today: date, settings: Settings = DEFAULTS) -> tuple[Step, ...]:
        """What one steps through in the review of a week or a month: plan, what waits, energy, questions."""
        from netjournal.store.reviewing import review_steps

        return review_steps(self, self._index, period, self.id, today, settings)

    def is_week_offered(self, today: date, day: ReviewDay) -> bool:
        """Whether one may be told today that the week is there to look back on; `day` is the one picked."""
        from netjournal.store.reviewing import is_week_offered

        return is_week_offered(self, self._index, today, day)

    def follow_up(self, entry: Interaction) -> FollowUp | None:
        """What one noted for the next talk with somebody in `entry`, to be asked about once; None mostly."""
        from netjournal.store.following_up import find_follow_up

        return find_follow_up(self, self._index, entry)

    def earlier_answer(self, entry: Interaction) -> Interaction | None:
        """The newest other answer in words in the theme of `entry`, if it is told of after this one."""
        from netjournal.store.answers import earlier_answer

        return earlier_answer(self, self._index, entry)

    def newest_asked(self, today: date) -> Interaction | None:
        """The interaction whose question was asked last and has no answer yet, if it `may_come_back`."""
        from netjournal.store.answers import newest_asked

        return newest_asked(self, self._index, today)

    def other_questions(
        self, entry: Interaction, prompts: Sequence[Prompt], settings: Settings
    ) -> tuple[Prompt, ...]:
        """One question of each theme that the answer of an entry could be moved to."""
        from netjournal.store.asking import other_questions

        return other_questions(self._index, entry, seed=self.id, prompts=prompts, settings=settings)
