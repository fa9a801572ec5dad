"""When to tell somebody how it went with whom one met through them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from netjournal.model import Interaction, Reflection
from netjournal.practice.telling_back import Through, is_news, tell_back, went_well

DAY = date(2026, 11, 17)
KARIM = Through("Karim", "Ana", "ana")
ASKED = Reflection(
    prompt="p", dimension="friend", question="?", asked=datetime.fromisoformat("2026-11-17T12:00:00+01:00")
)


def entry(rating: int | None = None, scale: str = "friend", **said: Any) -> Interaction:
    asked = Reflection(
        **{name: getattr(ASKED, name) for name in ("prompt", "dimension", "question", "asked")},
        rating=rating,
        scale=scale,  # type: ignore[arg-type]  # a word of a table
    )
    return Interaction(**{"id": "1", "date": DAY, "people": ("karim",), "reflection": asked, **said})


def test_help_or_a_friend() -> None:
    assert [went_well(entry(rating)) for rating in (None, 1, 2, 3, 4, 5)] == [False] * 4 + [True] * 2
    assert not went_well(entry(5, "energy"))
    assert went_well(entry(reflection=None, got=("a book",)))


def test_it_is_said_once_and_not_of_long_ago() -> None:
    assert is_news(entry(4), None, DAY)
    assert is_news(entry(4), entry(), DAY)
    assert not is_news(entry(5), entry(4), DAY)
    assert not is_news(entry(5, got=("a book",)), entry(got=("a book",)), DAY)
    assert not is_news(entry(), None, DAY)
    assert is_news(entry(4), None, DAY + timedelta(89))
    assert not is_news(entry(4), None, DAY + timedelta(90))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, True),
        ({"last": DAY - timedelta(90)}, True),
        ({"last": DAY - timedelta(89)}, False),
        ({"last": DAY + timedelta(1)}, False),
        ({"resting": True}, False),
        ({"introducer_id": "karim"}, False),
    ],
)
def test_who_was_not_told(change: dict[str, Any], said: bool) -> None:
    line = "You met Karim through Ana. Tell Ana how it went?"
    assert tell_back(entry(4), [KARIM._replace(**change)]) == (line if said else "")


def test_one_line_for_the_first_of_several() -> None:
    people = [KARIM._replace(resting=True), KARIM._replace(person="Li"), KARIM._replace(person="Mo")]
    assert tell_back(entry(4), people).startswith("You met Li through Ana.")
