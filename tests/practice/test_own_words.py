"""What one promised in an answer has a line of its own, and is not told twice."""

from __future__ import annotations

import pytest

from netjournal.model import Interaction
from netjournal.practice.answering import answered, promised_in
from netjournal.practice.echo import say_noted
from netjournal.practice.own_words import is_promise_alone, own_words
from netjournal.practice.suggesting import note_of
from tests.store.journals import NOW, entry, question


def told(line: str) -> Interaction:
    made = answered(question(), line, NOW)
    return entry(reflection=made, promises=promised_in(line, NOW))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("she laughed > bring her rosemary by saturday /4", "she laughed"),
        ("she laughed. > bring her rosemary > call Bo by friday", "she laughed."),
        ("they all cut paper > let Ani cut first next saturday", "they all cut paper"),
        ("they all cut paper; > let Ani cut first next saturday", "they all cut paper"),
        ("warm: > bring Beka the drill by sunday", "warm"),
        ("> bring her rosemary", "bring her rosemary"),
        ("boats; ask about the keel", "boats; ask about the keel"),
    ],
)
def test_the_promise_stands_apart(line: str, words: str) -> None:
    assert own_words(told(line)) == words


def test_the_same_words_elsewhere_stay() -> None:
    said = entry(reflection=question("answered", answer="I never call Bo; he calls"), promises=())
    assert own_words(said) == "I never call Bo; he calls"
    assert own_words(entry()) == ""


def test_a_promise_alone_is_no_note() -> None:
    only = [told(line) for line in ("> bring her rosemary by saturday", "> bring tea > call Bo by friday")]
    more = [told(line) for line in ("warm > bring her rosemary", "bring her rosemary", "")]
    assert [is_promise_alone(one) for one in (*only, *more)] == [True, True, False, False, False]
    assert say_noted(only, None, NOW.date()) == ""
    assert note_of(only) == ""
    assert say_noted([*only, *more], None, NOW.date()).endswith("“warm”")
