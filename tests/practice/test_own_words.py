"""What one promised in an answer has a line of its own, and is not told twice."""

from __future__ import annotations

import pytest

from netjournal.model import Interaction
from netjournal.practice.answering import answered, promised_in
from netjournal.practice.own_words import own_words
from tests.store.journals import NOW, entry, question


def told(line: str) -> Interaction:
    made = answered(question(), line, NOW)
    return entry(reflection=made, promises=promised_in(line, NOW))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("she laughed > bring her rosemary by saturday /4", "she laughed"),
        ("she laughed. > bring her rosemary > call Bo by friday", "she laughed."),
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
