"""All of today's page, to walk through and to open what is on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.days.words import say_date_long
from netjournal.model import Interaction
from netjournal.practice.events import Asking
from netjournal.practice.today import Today
from netjournal.tui.dialogs.today import FORGOT, KNEW, TodayDialog
from netjournal.tui.events import settle
from netjournal.tui.goals import show_goals
from netjournal.tui.host import Host
from netjournal.tui.mending import tell_recalled
from netjournal.tui.reviewing import look_back_on
from netjournal.tui.side import TodaysPage
from netjournal.tui.text import Line, Span, span
from netjournal.tui.todays_row import sections
from netjournal.tui.widgets.row import Row, Written

_QUIET = "Nothing is due."


class LookBack(NamedTuple):
    """The review of a week (2026-W47) or a month (2026-11)."""

    period: str


class SmallGoal(NamedTuple):
    """A small goal, by its id."""

    id: str


Goal = Interaction | str | LookBack | SmallGoal | Asking
"""Where something on the page leads: to an entry, to the person with an id, a review, a small goal, or what
is asked of an event."""


class TodaysItem(Row):
    """The `number`th thing in the `section`th section of the page."""

    def __init__(
        self, page: Today, names: Mapping[str, str], today: dt.date, section: int, number: int
    ) -> None:
        super().__init__(f"{section}-{number}")
        self._page = page
        self._names = names
        self._today = today
        self._section = section
        self._number = number

    def lines(self, width: int) -> Sequence[Line]:
        """All its lines, those that explain as well."""
        _, items = sections(self._page, self._names, self._today, width, beside=False)[self._section]
        item = items[self._number]
        return [*item.lines, *item.more]


async def show_page(host: Host, page: TodaysPage) -> None:
    """Float today's page; go to what one chooses, and keep what is said of the detail that comes back."""
    today, names = page.read()
    rows = list(_rows(today, names, host.today)) or [Written("none", [(Span(_QUIET, "muted"),)])]
    goals = _goals(today)

    async def go(key: str) -> None:
        if key in (KNEW, FORGOT):
            if today.recalled is not None:
                await tell_recalled(host, today.recalled, knew=key == KNEW)
            return
        section, _, number = key.partition("-")
        goal = goals[int(section)][int(number)]
        if isinstance(goal, Interaction):
            await host.go_to_entry(goal)
        elif isinstance(goal, LookBack):
            await look_back_on(host, goal.period)
        elif isinstance(goal, Asking):
            await settle(host, goal)
        elif isinstance(goal, SmallGoal):
            await show_goals(host, goal.id)
        else:
            await host.show_person(goal)

    asks = today.recalled is not None
    await host.open(TodayDialog(say_date_long(host.today), rows, asks=asks), go)


def _rows(page: Today, names: Mapping[str, str], today: dt.date) -> Iterator[Row]:
    is_first = True
    for section, (title, goals) in enumerate(zip(_titles(page, names, today), _goals(page), strict=True)):
        if goals:
            heading = (span(title, "muted"),)
            yield Written(f"heading {section}", [heading] if is_first else [(), heading])
            is_first = False
        for number in range(len(goals)):
            yield TodaysItem(page, names, today, section, number)


def _titles(page: Today, names: Mapping[str, str], today: dt.date) -> list[str]:
    return [title for title, _ in sections(page, names, today, 1, beside=False)]


def _goals(page: Today) -> list[list[Goal]]:
    """Where each thing leads, section by section as they stand on the page."""
    return [
        [one.entry for one in page.every_promise],
        list(page.asked),
        [one.person.id for one in page.birthdays],
        [one.introduction.people[0] for one in page.introductions],
        [one.person.id for one in page.hellos],
        [one.entry for one in page.memories],
        [page.recalled.person.id] if page.recalled is not None else [],
        [SmallGoal(one.goal.id) for one in page.goals],
        [LookBack(period) for period in (page.week, page.month) if period],
    ]
