"""Whether something fell through, or work was lost."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.fallen_through import fell_through
from netjournal.language.hardship.vexed import is_vexed


@pytest.mark.parametrize(
    "text",
    [
        "Bo cancelled again",
        "the concert was canceled, rain",
        "Leila had to cancel the trip",
        "Katrin called it off an hour before",
        "our weekend fell through",
        "waited at the Anker, Bruno never came",
        "Efua stood me up",
        "Bo couldn't make it",
        "a no-show, and no word from Karim",
        "Tomasz forgot our dinner",
    ],
)
def test_what_fell_through_is_told(text: str) -> None:
    assert fell_through(text)


@pytest.mark.parametrize(
    "text",
    [
        "cancelled my gym membership, feels light",
        "cancelled the newspaper with Dad",
        "it was not cancelled after all",
        "called Bo, he was off to work",
        "the cat fell through the roof of the tent",
        "the sun never came up so red",
        "I never came so far before",
        "forgot the umbrella",
        "a show of old photographs with Noor",
        "coffee with Ana, her shop turned up in the paper",
        "",
    ],
)
def test_what_only_sounds_alike_did_not_fall_through(text: str) -> None:
    assert not fell_through(text)


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("lost the commission of the library", True),
        ("we lost our biggest client today", True),
        ("did not get the grant", True),
        ("got a warning at work bc of the keys", True),
        ("shouted at me in front of everybody", True),
        ("got a warning light on the dashboard", False),
        ("Hanne is leaving in dec. shes scared", True),
        ("im afraid i cannot come", False),
        ("my application was turned down", True),
        ("lost the game to Noe", False),
        ("she did not get the joke", False),
        ("lost my order of thoughts, Ana laughed", False),
        ("turned down the music", False),
    ],
)
def test_trouble_at_work_vexes(text: str, is_lost: bool) -> None:
    assert is_vexed(text) == is_lost
