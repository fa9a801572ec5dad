"""What a review asks because of what was written (reflection.md §3.3, §3.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import pytest

from netjournal.model import Acquaintance, Interaction
from netjournal.practice.leanings import OTHER_FIELDS, around_instead, is_one_sided

FIRST_WEEK = "2026-W45"
LAST = dt.date(2026, 11, 8)


def circle(fields: Sequence[str], last: dt.date = LAST) -> list[Acquaintance]:
    return [
        Acquaintance(id=f"{number}", name="Ama", field=field, last=last)
        for number, field in enumerate(fields)
    ]


def is_time_for_other_fields(period: str, people: list[Acquaintance], own: list[str]) -> bool:
    return around_instead(period, people, own, lambda week: "another") == OTHER_FIELDS


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["boats"] * 10, True),
        (["boats"] * 9 + ["health"], True),
        (["boats"] * 8 + ["health"] * 2, False),
        (["boats"] * 7, False),
        (["boats"] * 7 + [""] * 5, False),
        (["Boats"] * 8, True),
    ],
)
def test_a_week_asks_after_other_fields_where_fewer_than_one_in_five_work_in_one(
    fields: list[str], expected: bool
) -> None:
    assert is_time_for_other_fields(FIRST_WEEK, circle(fields), ["boats"]) is expected


def test_it_asks_so_once_a_month() -> None:
    months = []
    for week in range(1, 54):
        people = circle(["boats"] * 10, dt.date.fromisocalendar(2026, week, 7))
        if is_time_for_other_fields(f"2026-W{week:02}", people, ["boats"]):
            months.append(dt.date.fromisocalendar(2026, week, 4).month)
    assert months == list(range(1, 13))


def test_it_takes_fields_of_ones_own_and_people_met_lately() -> None:
    people = circle(["boats"] * 10)
    assert not is_time_for_other_fields(FIRST_WEEK, people, [])
    long_ago = circle(["boats"] * 10, LAST - dt.timedelta(days=90))
    assert not is_time_for_other_fields(FIRST_WEEK, long_ago, ["boats"])


@pytest.mark.parametrize("turn", range(40, 54))
def test_other_fields_are_not_asked_after_twice_within_four_weeks(turn: int) -> None:
    """Whichever week they have their turn in, and whatever made way for them is asked when they have."""

    def whose(period: str) -> str:
        return OTHER_FIELDS if period == f"2026-W{turn}" else f"turn of {period}"

    asked = {}
    for week in range(40, 54):
        period, people = f"2026-W{week}", circle(["boats"] * 10, dt.date.fromisocalendar(2026, week, 7))
        asked[week] = around_instead(period, people, ["boats"], whose) or whose(period)
    weeks = [week for week, question in asked.items() if question == OTHER_FIELDS]
    assert min(later - week for week, later in pairwise(weeks)) >= 4
    assert len(set(asked.values())) == len(asked) - len(weeks) + 1


def talk(energy: int | None, *, gave: bool = True, got: bool = False, who: str = "a") -> Interaction:
    return Interaction(
        id="", date=LAST, people=(who,), gave=("an hour",) * gave, got=("a book",) * got, energy=energy
    )


def test_giving_that_only_drains_is_asked_about() -> None:
    drained = [talk(2), talk(1), talk(2), talk(3), talk(None)]
    assert is_one_sided(drained)
    assert not is_one_sided(drained[:4])
    assert not is_one_sided([*drained, talk(2, gave=False, got=True)])
    assert not is_one_sided([*drained, talk(4)])
    assert not is_one_sided([talk(1), talk(1), talk(2), talk(None), talk(None)])
    assert not is_one_sided([talk(1, who=who) for who in "abcde"])
