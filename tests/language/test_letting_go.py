"""What one writes of somebody one leaves in peace."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.letting_go import lets_go


@pytest.mark.parametrize(
    "text",
    [
        "enough now, i let her be",
        "I'll leave him alone for a while",
        "gave up on them",
        "I’m done writing. It’s her turn",
        "left her in peace",
    ],
)
def test_leaving_somebody_in_peace_is_told(text: str) -> None:
    assert lets_go(text)


@pytest.mark.parametrize(
    "text",
    ["let her go first", "she left the choir", "not enough soup", "gave up smoking", "turned the page", ""],
)
def test_what_only_sounds_alike_is_not(text: str) -> None:
    assert not lets_go(text)
