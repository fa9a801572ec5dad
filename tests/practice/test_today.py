"""Today's page: which days come back, and what never does unasked."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import Acquaintance, Interaction, Reflection
from netjournal.practice.today import anniversaries, birthdays, memories, months_ago, months_memory
from tests.conftest import NOW

TODAY = date(2026, 11, 18)


def _entry(id: str, year: int = 2025, **known: Any) -> Interaction:
    return Interaction(id=id, date=TODAY.replace(year=year), **({"text": f"words of {id}"} | known))


def _answered(rating: int | None = None, *, private: bool = False) -> Reflection:
    return Reflection(
        prompt="trust-01", dimension="trust", question="?", asked=datetime.fromisoformat(NOW), rating=rating,
        status="answered", answer="kept", private=private,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 18), ["2025-11-18", "2024-11-18", "2023-11-18"]),
        (date(2028, 2, 29), ["2024-02-29"]),
        (date(2028, 2, 28), ["2027-02-28", "2026-02-28", "2025-02-28", "2024-02-28", "2023-02-28"]),
        (date(2026, 2, 28), ["2025-02-28", "2024-02-28", "2024-02-29", "2023-02-28"]),
        (date(2023, 3, 1), []),
    ],
)
def test_a_day_comes_back_each_year_and_the_leap_day_on_the_28th(today: date, days: list[str]) -> None:
    assert [day.isoformat() for day in anniversaries(today, date(2023, 2, 1))] == days
    assert anniversaries(today, today) == ()


@given(st.dates(min_value=date(1990, 1, 1)), st.integers(0, 30))
def test_a_day_that_came_back_is_an_earlier_one_of_its_kind(today: date, years: int) -> None:
    days = anniversaries(today, today - timedelta(days=366 * years))
    assert all(
        day < today and abs((day.replace(year=2024) - today.replace(year=2024)).days) <= 1 for day in days
    )
    assert len(set(days)) == len(days)


def test_the_newest_years_come_back_each_with_what_was_rated_best() -> None:
    entries = [
        _entry("a", 2023),
        _entry("b", 2024),
        _entry("c", 2025, reflection=_answered(3)),
        _entry("d", 2025, reflection=_answered(5)),
        _entry("e", 2025),
    ]
    assert [(found.entry.id, found.words) for found in memories(entries, ())] == [
        ("d", "words of d"),
        ("b", "words of b"),
    ]


@pytest.mark.parametrize(
    "known",
    [
        {"mood": 2},
        {"mood": 1},
        {"reflection": _answered(5, private=True)},
        {"people": ("awake", "at rest")},
        {"people": ("deleted",)},
        {"text": "  "},
        {"text": "Buried my aunt, Eka held my hand"},
    ],
)
def test_some_things_never_come_back_unasked(known: dict[str, Any]) -> None:
    assert memories([_entry("a", **known)], {"awake"}) == ()
    assert memories([_entry("a", mood=3, people=("awake",))], {"awake"})


def test_birthdays_of_the_next_two_weeks_but_not_of_those_at_rest() -> None:
    people = [
        Acquaintance(id="1", name="Ines Prado", birthday="1980-12-02"),
        Acquaintance(id="2", name="Bashir Amin", birthday="--11-18"),
        Acquaintance(id="3", name="Ada Obi", birthday="--11-19", rest=True),
        Acquaintance(id="4", name="Mei Tanaka", birthday="--12-03"),
        Acquaintance(id="5", name="Rua Ngata"),
    ]
    assert [(one.person.name, (one.day - TODAY).days) for one in birthdays(people, TODAY)] == [
        ("Bashir Amin", 0),
        ("Ines Prado", 14),
    ]


@pytest.mark.parametrize(
    ("today", "days"),
    [
        ("2026-11-18", ["2026-05-18", "2026-08-18", "2026-10-18"]),
        ("2026-08-31", ["2026-02-28", "2026-05-31", "2026-07-31"]),
        ("2028-08-31", ["2028-02-29", "2028-05-31", "2028-07-31"]),
        ("2026-03-31", ["2025-09-30", "2025-12-31", "2026-02-28"]),
    ],
)
def test_months_ago_to_the_day_or_to_the_end_of_a_shorter_month(today: str, days: list[str]) -> None:
    assert [day.isoformat() for day in months_ago(date.fromisoformat(today))] == days


def test_an_answer_of_six_months_ago_comes_back_else_of_three_else_of_one() -> None:
    six, three, one = (
        _entry(name, reflection=_answered(rating))
        for name, rating in (("six", 1), ("three", 5), ("one", None))
    )
    days = months_ago(TODAY)
    entries = [replace(entry, date=day) for entry, day in zip((six, three, one), days, strict=True)]
    for start, when in enumerate(("6 months ago", "3 months ago", "a month ago")):
        [found] = months_memory(entries[start:], (), TODAY, "seed")
        assert (found.entry, found.words, found.when) == (entries[start], "“kept”", when)
    private = replace(entries[0], reflection=_answered(5, private=True))
    low = replace(entries[1], mood=1)
    [found] = months_memory([private, low, entries[2]], (), TODAY, "seed")
    assert found.when == "a month ago"
    assert months_memory([replace(entries[0], reflection=None)], (), TODAY, "seed") == ()
    sore = replace(entries[0], reflection=replace(_answered(5), answer="that her mother is dying"))
    assert months_memory([sore], (), TODAY, "seed") == ()


def test_of_several_months_memories_the_best_rated_comes_back() -> None:
    day = months_ago(TODAY)[0]
    rated = [replace(_entry(id, reflection=_answered(3)), date=day) for id in "abc"]
    best = replace(_entry("d", reflection=_answered(4)), date=day)
    [found] = months_memory([*rated, best], (), TODAY, "seed")
    assert found.entry == best
    picks = {months_memory(order, (), TODAY, "seed")[0].entry.id for order in (rated, rated[::-1])}
    assert len(picks) == 1, "ties do not hang on the order"
