"""Once after four of the last five were left, at most every half year (reflection.md §2.4)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.practice.asking_less import ASIDES, WAYS, may_ask_less, say_way
from netjournal.settings import Ask

TODAY = date(2026, 11, 18)
LEFT, SAID, OPEN = "skipped", "answered", "asked"


@pytest.mark.parametrize(
    ("statuses", "holds"),
    [
        ([LEFT, LEFT, LEFT, LEFT, LEFT], True),
        ([LEFT, LEFT, LEFT, LEFT, SAID], True),
        ([LEFT, SAID, LEFT, LEFT, LEFT], True),
        ([LEFT, LEFT, OPEN, LEFT, LEFT], True),
        ([LEFT, LEFT, LEFT, LEFT], True),
        ([SAID, LEFT, LEFT, LEFT, LEFT], False),
        ([OPEN, LEFT, LEFT, LEFT, LEFT], False),
        ([LEFT, LEFT, LEFT, SAID, SAID], False),
        ([LEFT, LEFT, LEFT], False),
        ([LEFT, LEFT, SAID, SAID, LEFT, LEFT], False),
        ([], False),
    ],
)
def test_four_of_the_last_five(statuses: list[str], holds: bool) -> None:
    assert may_ask_less(statuses, "always", None, TODAY) is holds
    assert may_ask_less(statuses, "daily", None, TODAY) is holds
    assert not may_ask_less(statuses, "weekly", None, TODAY)
    assert not may_ask_less(statuses, "never", None, TODAY)


def test_not_again_within_half_a_year() -> None:
    four = [LEFT] * 4
    assert not may_ask_less(four, "always", TODAY, TODAY)
    assert not may_ask_less(four, "always", TODAY - timedelta(182), TODAY)
    assert may_ask_less(four, "always", TODAY - timedelta(183), TODAY)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from([LEFT, SAID, OPEN])), max_size=80))
def test_over_any_history_it_is_asked_seldom_and_only_after_one_left(history: list[tuple[int, str]]) -> None:
    day = TODAY
    asked_on: list[date] = []
    statuses: list[str] = []
    for wait, status in history:
        day += timedelta(wait)
        statuses.insert(0, status)
        if may_ask_less(statuses, "always", asked_on[-1] if asked_on else None, day):
            assert status == LEFT
            assert statuses[:5].count(LEFT) >= 4
            asked_on.append(day)
    assert all((after - before).days >= 183 for before, after in pairwise(asked_on))


def test_each_way_has_words() -> None:
    assert set(WAYS) == set(ASIDES) == set(get_args(Ask))
    assert say_way("weekly") == "From now on: weekly only, in the review of the week."
