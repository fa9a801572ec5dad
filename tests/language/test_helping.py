"""Help told of in plain words, given and received, decides which question fits."""

from __future__ import annotations

import pytest

from netjournal.language.helping import tells_of_help_given, tells_of_help_got


@pytest.mark.parametrize(
    "text",
    [
        "back at school. Ikram had copied all her notes for me, every page",
        "the captain gave me two weeks off",
        "Torstein took my watch without asking",
        "Mr Lindqvist stayed an hour to go through my test",
        "he showed me how to read the swell",
        "Ada drove me to the airport herself",
        "Ada found a flat for us",
        "Ada brought me soup",
        "ada called. talked me down",
        "yusuf fixed the hive roof, wouldnt take money",
    ],
)
def test_received(text: str) -> None:
    assert tells_of_help_got(text)
    assert not tells_of_help_given(text)


@pytest.mark.parametrize(
    "text",
    [
        "fixed Palesa's shutter with Torstein",
        "tea with Ada, lent him the tent",
        "helped Ada move",
        "cooked for Ikram",
        "gave her my old bike",
    ],
)
def test_given(text: str) -> None:
    assert tells_of_help_given(text)
    assert not tells_of_help_got(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada gave me a call",
        "Ada drove me mad",
        "Ada did not help me, nobody showed me how",
        "gave her a hug",
        "shift with Torstein, brought him waffles",
        "gave her the book back",
        "the walk helped a lot",
        "fixed the bike with Ada",
        "made her laugh",
        "Ada, who brought us together",
        "Rosa drove Ana home",
        "helped out at the fair with Ana",
        "coffee with Ana, taught maths today",
    ],
)
def test_neither(text: str) -> None:
    assert not tells_of_help_got(text)
    assert not tells_of_help_given(text)
