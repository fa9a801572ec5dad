"""Lines of one's own health are of a hard day, and of nothing that lasts."""

from __future__ import annotations

import pytest

from netjournal.language.hardship.hard_day import hardship, tells_of_hard_day


@pytest.mark.parametrize(
    "text",
    [
        "sleeping badly, new tablets",
        "tea with Efua, slept badly again",
        "i can't sleep, walked at four",
        "new tablets. they make me slow",
        "another migraine week",
        "burnt out",
        "still so exhausted",
        "signed off for two weeks",
        "panic again",
        "the anxiety is back",
        "lay awake till four",
        "brain fog, cancelled nothing though",
        "failed the maths test. Efua passed",
    ],
)
def test_of_a_hard_day(text: str) -> None:
    assert tells_of_hard_day(text)
    assert hardship(text) is None


def test_where_one_lies_ill_it_lasts() -> None:
    assert hardship("burnt out, off sick") == "sickbed"


@pytest.mark.parametrize(
    "text",
    [
        "slept like a stone",
        "never slept in a tent before",
        "slept little, danced till three with Rosa",
        "bought new tablets for the school",
        "signed off the report with Ines",
        "Efua works at the migraine clinic",
        "the lamp is burnt out, changed it with Noe",
        "no panic, said Tomasz",
        "panicked about the cake, then laughed",
        "exhausted the topic of boats",
        "all exhausted after the dance",
        "the anxious dog of Leila",
    ],
)
def test_of_no_hard_day(text: str) -> None:
    assert not tells_of_hard_day(text)
