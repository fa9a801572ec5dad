"""What to remember of introductions on a day, and which of them is meant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from netjournal.model import Introduction
from netjournal.practice.introductions import between, open_first, reminders

MADE = date(2026, 5, 3)
NAMES = {"a": "Ana", "k": "Karim", "m": "Mo"}


def one(id: str = "1", **said: Any) -> Introduction:
    return Introduction(**{"id": id, "people": ("a", "k"), "date": MADE, **said})


def lines(introduction: Introduction, days: int) -> list[str]:
    return [found.words for found in reminders([introduction], NAMES, MADE + timedelta(days))]


def test_both_are_to_be_asked_first_for_a_week() -> None:
    assert lines(one(), 0) == ["Ana and Karim: ask both first"]
    assert lines(one(asked=("a",)), 6) == ["Ana and Karim: ask Karim first"]
    assert lines(one(asked=("k", "a")), 3) == []
    assert lines(one(by="m"), 3) == []
    assert lines(one(), 7) == []
    assert lines(one(), -1) == []


@pytest.mark.parametrize(
    ("days", "said"),
    [(20, []), (21, ["Did Ana and Karim meet?"]), (27, ["Did Ana and Karim meet?"]), (28, [])],
)
def test_after_three_weeks_one_is_asked_whether_they_met(days: int, said: list[str]) -> None:
    assert lines(one(asked=("a", "k")), days) == said


@pytest.mark.parametrize("said", [{"outcome": "met"}, {"outcome": "not_now"}, {"people": ("a", "at rest")}])
def test_nothing_is_asked_of_what_is_settled_or_at_rest(said: dict[str, Any]) -> None:
    assert [lines(one(**said), days) for days in range(40)] == [[]] * 40


def test_open_ones_come_first_and_of_two_people_only_theirs() -> None:
    old = one("1", date=date(2026, 1, 1))
    met = one("2", outcome="met")
    new = one("3", people=("k", "a"))
    other = one("4", people=("a", "m"))
    assert open_first([met, old, new]) == (new, old, met)
    assert between([old, met, other, new], ("a", "k")) == (new, old, met)
