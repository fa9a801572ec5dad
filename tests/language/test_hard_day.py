"""What tells of death, grief or grave illness, and what only sounds so."""

from __future__ import annotations

import pytest

from netjournal.language.hard_day import tells_of_hard_day


@pytest.mark.parametrize(
    "text",
    [
        "At the funeral of Father Ilia, with Lali",
        "Buried my aunt today. Eka held my hand.",
        "Cheikh's father died on Monday",
        "condolence visit at Awa's",
        "Visited Cheikh in hospital, he could not speak",
        "Tamar rang: the budget is cut. She was nearly crying.",
        "Her mother is dying",
        "Modou has cancer",
    ],
)
def test_a_hard_day(text: str) -> None:
    assert tells_of_hard_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "My phone died on the way to Lali",
        "The conversation died, so we walked",
        "Karim works in the hospital at Thiès",
        "He is dying to meet Grace",
        "We laughed until we were crying",
        "Buried in work, but tea with Bo",
        "She studied in Lyon",
        "",
    ],
)
def test_no_hard_day(text: str) -> None:
    assert not tells_of_hard_day(text)
