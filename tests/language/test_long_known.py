"""Whom a line says that one knew before, and whom one would rather not meet again."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.dislike import tells_of_dislike
from netjournal.language.names.long_known import is_long_known


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Bela, an old friend from school", True),
        ("Bela; we were at school together, now he builds boats", True),
        ("my cousin Bela; card", True),
        ("Bela from Faro; my cousin", True),
        ("Bela (knew from before)", True),
        ("met Bela again", True),
        ("Bela again, about boats", True),
        ("Bela, my old teacher", True),
        ("Ines, boats, and Bela, my cousin", False),
        ("met Ines and Bela, an old friend from school", False),
        ("tea with my old friend Bela and Ines", False),
    ],
)
def test_somebody_known_before(text: str, alone: bool) -> None:
    assert is_long_known(text, ("Bela Kiss",), alone=alone)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Bela, talked about my cousin", True),
        ("Bela, my cousin sent him", True),
        ("hope to have tea with Bela again", True),
        ("Bela knows Ines from school", True),
        ("Bela; she knew him from before", True),
        ("we worked together on the stand", True),
        ("an old friend of Ines, Bela", True),
        ("her cousin Bela", True),
        ("we went to school together in the rain", True),
        ("Bela and Ines, we were at school together", False),
        ("Ines, my cousin, and Bela", False),
        ("met Ines again, and Bela", False),
    ],
)
def test_somebody_else_or_nothing_of_the_kind(text: str, alone: bool) -> None:
    assert not is_long_known(text, ("Bela Kiss",), alone=alone)


@pytest.mark.parametrize(
    "text", ["Bo, never again", "Bo; unpleasant", "Unpleasant man", "Bo was rude", "did not like him"]
)
def test_dislike(text: str) -> None:
    assert tells_of_dislike(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bo, never again will I sail",
        "the waiter was rude, Bo laughed",
        "Bo was not rude",
        "not unpleasant",
        "unpleasant weather, we laughed",
        "nasty cold, met Bo",
    ],
)
def test_no_dislike_of_them(text: str) -> None:
    assert not tells_of_dislike(text)
