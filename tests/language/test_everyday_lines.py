"""Lines of every day that were once misread, beside their neighbours that must not change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from netjournal.language.capture import Capture, capture

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
PEOPLE = (
    "Anjali Rao",
    "Rosa Quispe",
    "Kenji Sato",
    "Malia Kealoha",
    "Noe Ibarra",
    "Bruno Costa",
    "Pia Lindqvist",
)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


def read(line: str, room: Any) -> Capture:
    return capture(line, NOW, room)


def firsts(captured: Capture) -> list[str]:
    return [person.name.split()[0] for person in captured.who]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("told Anjali that Rosa needs a board and that Kenji has one", "Anjali"),
        ("told Anjali that Rosa needs a board, and that Kenji has one", "Anjali"),
        ("told Anjali that it rains, that Kenji is ill and that I will call Noe", "Anjali"),
        ("Anjali said that Rosa and Pia moved and that Kenji and Noe stay", "Anjali"),
        ("told Anjali that I was tired and that evening Kenji came by", "Anjali Kenji"),
        ("told Anjali that I move and that was when Kenji came in", "Anjali Kenji"),
        ("told Anjali that I was tired and that I was cold and then called Kenji", "Anjali Kenji"),
        ("told Anjali that I move, then lunch with Kenji", "Anjali Kenji"),
        ("we sang that song, Anjali played it and that cheered Kenji", "Anjali Kenji"),
    ],
)
def test_what_somebody_said_goes_on_with_and_that(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()
