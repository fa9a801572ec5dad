"""Who rang or wrote first is told by the words, where it was not noted."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.language.who_reached_out import who_reached_out
from netjournal.model import Channel, Interaction


def told(text: str, channel: Channel | None = "call", **noted: object) -> str | None:
    return who_reached_out(
        Interaction(id="one", date=dt.date(2026, 11, 17), text=text, channel=channel, **noted)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("rang Priya about the rota", "me"),
        ("Rang @mum, 20 min", "me"),
        ("I called Tomasz back in the autumn of his life", "them"),
        ("and phoned Bo; long talk", "me"),
        ("just texted Priya", "me"),
        ("wrote to her at last", "me"),
        ("letter to Bo", "me"),
        ("msgd Priya abt sunday", "me"),
        ("Priya rang", "them"),
        ("mum called me at work", "them"),
        ("Bo finally wrote, I wrote back", "them"),
        ("Bo called, I rang him later", "them"),
        ("text from Li Wei", "them"),
        ("rang Siobhan back", "them"),
        ("long call with Ada", None),
        ("Ada on the phone, laughed", None),
        ("", None),
    ],
)
def test_by_the_words(text: str, who: str | None) -> None:
    assert told(text) == who


def test_what_was_noted_counts_before_the_words() -> None:
    assert told("rang Priya", initiated="them") == "them"
    assert told("coffee, then rang Priya", channel="in_person") is None
    assert told("rang Priya", channel=None) is None
