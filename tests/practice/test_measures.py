"""The formulas of reflection.md §3.3 and §3.5, by its own examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.practice.measures import effective_fields, say_energy, say_flow
from netjournal.settings import DEFAULTS

FEWEST = DEFAULTS.numbers.fewest


@pytest.mark.parametrize(
    ("given", "received", "words"),
    [
        (6, 9, "flowing both ways"),
        (9, 1, "you carried a lot; is there something you would like to ask for?"),
        (2, 1, ""),
        (1, 4, "well looked after lately; whom would you like to thank?"),
        (2, 6, "flowing both ways"),
        (6, 2, "flowing both ways"),
        (0, 5, "well looked after lately; whom would you like to thank?"),
    ],
)
def test_giving_and_receiving(given: int, received: int, words: str) -> None:
    assert say_flow(given, received) == words


@pytest.mark.parametrize(
    ("fields", "like"),
    [
        (["software"] * 10 + ["design"] * 5 + ["health"] * 5, 2.67),
        (["software"] * 20, 1.0),
        ([field for field in ("law", "boats", "music", "bread") for _ in range(5)], 4.0),
        (["Software", "SOFTWARE"] * 4, 1.0),
    ],
)
def test_fields(fields: list[str], like: float) -> None:
    found = effective_fields(fields)
    assert found is not None
    assert round(found, 2) == like


def test_seven_people_are_too_few_for_fields() -> None:
    assert effective_fields(["law"] * 7 + [""] * 9) is None


@given(st.lists(st.sampled_from(["law", "boats", "music", ""]), max_size=40))
def test_there_are_never_more_fields_than_there_are(fields: list[str]) -> None:
    found = effective_fields(fields)
    known = {field for field in fields if field}
    assert found is None or 1 <= round(found, 9) <= len(known)


def test_energy_is_said_in_words_from_five_values_on() -> None:
    assert [say_energy([value] * FEWEST) for value in (1, 2, 3, 4, 5)] == [
        *["mostly cost you"] * 2,
        "left you about even",
        *["mostly charged you"] * 2,
    ]
    assert say_energy([5] * (FEWEST - 1)) == ""
