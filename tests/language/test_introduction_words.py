"""An introduction in words, from each side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.language.introduction_words import say_introduction
from netjournal.model import Introduction

NAMES = {"a": "Ana", "k": "Karim", "m": "Mo"}
TODAY = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("of", "said", "words"),
    [
        (
            "a",
            {"asked": ("a",), "why": "sails"},
            "Introduced to Karim in May: sails · ask Karim first",
        ),
        ("k", {}, "Introduced to Ana in May · ask both first"),
        ("k", {"by": "m"}, "Introduced to Ana by Mo in May"),
        ("m", {"by": "m", "outcome": "met"}, "Introduced Ana to Karim in May · they met"),
        ("", {"outcome": "not_now"}, "Ana and Karim, in May · not now"),
        ("", {"by": "m", "wished": "k"}, "Ana and Karim, introduced by Mo, in May · Karim wished for it"),
        ("", {"asked": ("k", "a"), "why": "a\nb"}, "Ana and Karim, in May: a b · both asked"),
    ],
)
def test_it_is_said_from_each_side(of: str, said: dict[str, Any], words: str) -> None:
    made = Introduction(id="1", people=("a", "k"), date=date(2026, 5, 3), **said)
    assert say_introduction(made, of, NAMES, TODAY) == words
