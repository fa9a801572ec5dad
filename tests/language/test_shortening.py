"""What one calls a person by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.entry_words import say_promised_to
from netjournal.language.names.shortening import short_name, short_word


@pytest.mark.parametrize(
    ("name", "short", "word"),
    [
        ("Ana Silva", "Ana", "Ana"),
        ("Ana", "Ana", "Ana"),
        ("Dr. Ana Silva", "Ana", "Ana"),
        ("Frau Anna Vogt", "Anna", "Anna"),
        ("Herr Vogt", "Herr Vogt", "Vogt"),
        ("Frau Dr. Lindner", "Frau Dr. Lindner", "Lindner"),
        ("Dr Lindner", "Dr Lindner", "Lindner"),
        ("Mayor Pohl", "Mayor Pohl", "Pohl"),
        ("Señora Ruiz", "Señora Ruiz", "Ruiz"),
        ("Frau von Stetten", "Frau von Stetten", "Stetten"),
        ("van der Berg", "van der Berg", "Berg"),
        ("Aunt Nora", "Aunt Nora", "Nora"),
        ("Aunt Nora Bell", "Aunt Nora", "Nora"),
        ("The Baker", "The Baker", "Baker"),
        ("D. K. Rao", "D. K. Rao", "Rao"),
        ("王 小明", "王", "王"),
        ("", "", ""),
    ],
)
def test_what_one_calls_a_person_by(name: str, short: str, word: str) -> None:
    assert (short_name(name), short_word(name)) == (short, word)


@given(st.text("Dr. FrauAnav", max_size=20))
def test_a_short_name_is_part_of_the_name_and_as_short_as_it_gets(name: str) -> None:
    short = short_name(name)
    assert set(short.split()) <= set(name.split())
    assert bool(short) == bool(name.split())
    assert short_name(short) == short


def test_a_title_in_a_promise_does_not_say_to_whom_it_is() -> None:
    assert say_promised_to("ask Herr Lindner for oak", ["Herr Vogt"]) == "Herr Vogt"
    assert say_promised_to("ring Vogt on the oak", ["Herr Vogt"]) == ""
    assert say_promised_to("ring Frau Lindner", ["Frau Dr. Lindner"]) == ""
