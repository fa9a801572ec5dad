"""What comes back after an answer: nothing at all on a hard day, or in a hard time of those in the entry."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from netjournal.model import Interaction
from netjournal.practice.echo import say_kept
from netjournal.store.journal import Journal
from tests.store.journals import TODAY, bring, entry, person, question

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


def test_others_are_not_brought_up(known: Journal) -> None:
    """After talks with Rui, with Ines, with both, and with nobody."""
    ines = person("Ines Duarte")
    bring(known, ines)

    def told(answer: str, *who: str, day: str = "2026-10-02") -> list[bool]:
        asked = question("answered", day, answer=answer)
        bring(known, entry(day, people=who, text="tea", reflection=asked))
        talks = (now("tea", RUI.id), now("tea", ines.id), now("tea", RUI.id, ines.id), now("by the sea"))
        return [known.earlier_answer(talk) is not None for talk in talks]

    assert told("he talked of his brother all evening", RUI.id) == [True, False, True, False]
    assert told("she laughed at last, and he sang", RUI.id, ines.id) == [False, False, True, False]
    assert told("Rui sang, i hummed along", RUI.id, ines.id) == [True, False, True, False]
    assert told("listened more than i spoke", RUI.id, ines.id) == [True] * 4
    assert told("listened more than i spoke", RUI.id, day="2026-11-10") == [True, False, True, False]
    assert told("as Ines says: one thing less", day="2026-11-11") == [False, True, True, False]


def test_who_is_in_both_is_named_with_it() -> None:
    old = replace(BEFORE, people=(RUI.id, DAD.id))
    names = {RUI.id: "Rui Tavares", DAD.id: "Dad"}
    told = [say_kept(now("tea", *who), old, names, TODAY) for who in ((RUI.id,), ())]
    said = "“i drew too many frames and said nothing”"
    assert told == [
        f"Kept. Last time on trust and rhythm, 1 October{who}: {said}" for who in (", Rui Tavares", "")
    ]


def test_none_beside_somebody_who_is_ill(known: Journal) -> None:
    bring(known, entry("2026-11-12", people=(DAD.id,), text="dad fell, hospital, hip"))
    assert not comes_back(known, now("the café of the ward, he slept", DAD.id))
    assert comes_back(known, now("tea with Rui", RUI.id, mood=4))
