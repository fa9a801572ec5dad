"""The day of a promise where it stands first, in numbers, or after before and until."""

from __future__ import annotations

from datetime import date

import pytest

from netjournal.language.days.leading import unslashed
from netjournal.language.keys import promise_of
from tests.language.reading_lines import NOW


@pytest.mark.parametrize(
    ("words", "text", "due"),
    [
        ("20/12 send plan", "send plan", "2026-12-20"),
        ("12/20: send plan", "send plan", "2026-12-20"),
        ("20.12. send plan", "send plan", "2026-12-20"),
        ("2026-12-20 send plan", "send plan", "2026-12-20"),
        ("the 20th send plan", "send plan", "2026-11-20"),
        ("friday: send plan", "send plan", "2026-11-20"),
        ("fri - send plan", "send plan", "2026-11-20"),
        ("Friday, the plan for her", "the plan for her", "2026-11-20"),
        ("friday send plan", "send plan", "2026-11-20"),
        ("tmrw send plan", "send plan", "2026-11-19"),
        ("send plan 2moro", "send plan", "2026-11-19"),
        ("ring her sat to check knee", "ring her to check knee", "2026-11-21"),
        ("ring her wed", "ring her", "2026-11-25"),
        ("ring her 22/12", "ring her", "2026-12-22"),
        ("ring her 3/4 through", "ring her 3/4 through", None),
        ("bring her the sun hat", "bring her the sun hat", None),
        ("get some sun", "get some sun", None),
        ("ask her who sat", "ask her who sat", None),
        ("tomorrow 3pm call her", "call her 3pm", "2026-11-19"),
        ("next week the plan for her", "the plan for her", "2026-11-29"),
        ("friday: send plan by monday", "friday: send plan", "2026-11-23"),
        ("sunday roast for all", "sunday roast for all", None),
        ("monday club: ask about Bo", "monday club: ask about Bo", None),
        ("5/6 send plan", "5/6 send plan", None),
        ("31/2 send plan", "31/2 send plan", None),
        ("a bottle for her", "a bottle for her", None),
        ("friday", "friday", None),
    ],
)
def test_a_promise_may_begin_with_its_day(words: str, text: str, due: str | None) -> None:
    found = promise_of(words, "me", NOW)
    assert (found.text, found.due) == (text, due and date.fromisoformat(due))


@pytest.mark.parametrize(
    ("words", "text", "due"),
    [
        ("send plan tmrw", "send plan", "2026-11-19"),
        ("send plan on 20/12", "send plan", "2026-12-20"),
        ("send plan by 20/12", "send plan", "2026-12-20"),
        ("send plan by eow", "send plan", "2026-11-22"),
        ("send plan until friday", "send plan", "2026-11-20"),
        ("keep the dog until friday", "keep the dog until friday", "2026-11-20"),
        ("send plan before friday", "send plan before friday", "2026-11-20"),
        ("send plan before she leaves", "send plan before she leaves", None),
        ("send plan by 5/6", "send plan by 5/6", None),
    ],
)
def test_a_promise_may_end_in_its_day_however_it_is_written(words: str, text: str, due: str | None) -> None:
    found = promise_of(words, "me", NOW)
    assert (found.text, found.due) == (text, due and date.fromisoformat(due))


@pytest.mark.parametrize(
    ("phrase", "dotted"), [("20/3", "20.3."), ("3/20", "20.3."), ("4/4", "4.4."), ("3/4", "3/4")]
)
def test_of_two_numbers_the_one_that_is_no_month_is_the_day(phrase: str, dotted: str) -> None:
    assert unslashed(phrase) == dotted
