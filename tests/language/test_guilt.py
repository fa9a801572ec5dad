"""What one writes of having failed somebody."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.guilt import tells_of_guilt


@pytest.mark.parametrize(
    "text",
    [
        "i said soon. it was easier",
        "i should have rung",
        "she waited; should've called her sooner",
        "I never went",
        "I should have rung Efua, she waited",
        "he wrote twice and i never answered",
        "I ought to have been there",
        "i shouldn’t have said that",
        "i could have done more",
        "still feel guilty about the letter",
        "I let her down",
        "i wasn't there for dad",
        "it was my fault",
        "i forgot Leila's birthday",
        "i still haven't written, months now",
        "i keep putting him off",
        "i was a poor friend this autumn",
    ],
)
def test_having_failed_somebody_is_told(text: str) -> None:
    assert tells_of_guilt(text)


@pytest.mark.parametrize(
    "text",
    [
        "I should bring her the book",
        "should have brought cake, next time",
        "i should have gone to bed earlier",
        "should have called first, nobody was home",
        "i should have written it down",
        "he should have rung",
        "i should have written more this winter, the novel waits",
        "could have called it a day at six",
        "I never went to Lisbon before",
        "i never called it that",
        "it was easier than I thought",
        "i said soon, she said friday",
        "not my fault, said the conductor, the train was late",
        "let the blinds down and talked",
        "she failed her driving test and laughed",
        "guilty pleasure: the crime novels of Efua",
        "no regrets",
        "i forgot her umbrella on the tram",
        "he was there for her",
        "asked one question too few",
        "",
    ],
)
def test_a_plan_or_a_small_thing_is_no_guilt(text: str) -> None:
    assert not tells_of_guilt(text)
