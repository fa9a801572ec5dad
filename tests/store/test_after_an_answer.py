"""What comes back after an answer: nothing at all on a hard day, or in a hard time of those in the entry."""

from __future__ import annotations

import pytest

from netjournal.model import Interaction
from netjournal.store.journal import Journal
from tests.store.journals import bring, entry, person, question

RUI, DAD = person("Rui Tavares"), person("Dad")
OLD = question("answered", "2026-10-01", answer="i drew too many frames and said nothing")
BEFORE = entry("2026-10-01", people=(RUI.id,), text="tea", reflection=OLD)


def now(text: str, *who: str, **said: object) -> Interaction:
    asked = question("answered", "2026-11-17", answer="one more week with him would be good")
    return entry("2026-11-17", text=text, people=who, reflection=asked, **said)


@pytest.fixture
def known(journal: Journal) -> Journal:
    bring(journal, RUI, DAD, BEFORE)
    return journal


def comes_back(known: Journal, entry: Interaction) -> bool:
    bring(known, entry)
    return known.earlier_answer(entry) == BEFORE


def test_on_any_other_day_the_last_answer_of_the_theme_does(known: Journal) -> None:
    assert comes_back(known, now("tea with Rui", RUI.id))


@pytest.mark.parametrize("mood", [1, 2])
def test_none_in_a_low_mood(known: Journal, mood: int) -> None:
    assert not comes_back(known, now("lio wrote he stops", mood=mood))


def test_none_on_the_evening_of_a_low_one(known: Journal) -> None:
    bring(known, entry("2026-11-17", text="lio wrote he stops", mood=1))
    assert not comes_back(known, now("sat on the pier"))


def test_none_beside_somebody_who_is_ill(known: Journal) -> None:
    bring(known, entry("2026-11-12", people=(DAD.id,), text="dad fell, hospital, hip"))
    assert not comes_back(known, now("the café of the ward, he slept", DAD.id))
    assert comes_back(known, now("tea with Rui", RUI.id, mood=4))
