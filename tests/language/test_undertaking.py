"""What others will do, said without a sign."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netjournal.language.promises.undertaking import undertaken
from tests.language.reading_lines import read


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather("Priya Nair", "Karim Haddad", "Grace Osei", "Will Tanaka", "Olu Bello")


@pytest.mark.parametrize(
    ("line", "promises"),
    [
        ("lunch with Priya. she'll send me the deck by friday", ["send me the deck"]),
        ("olu will send me the notes", ["send me the notes"]),
        ("Olu promised to bring back the drill", ["bring back the drill"]),
        ("Olu promised me the drill by friday", ["the drill for me"]),
        ("Will offered to proofread my thesis", ["proofread my thesis"]),
        (
            "Priya rang. she said she would put in a word with her boss",
            ["put in a word with her boss"],
        ),
        ("Karim called, promised to bring me bread", ["bring me bread"]),
        ("Karim called, will send us the plan", ["send us the plan"]),
        ("tea with Grace and Karim. Grace'll bring me jam", ["Grace brings me jam"]),
        (
            "Olu rang. Grace and Karim will bring us bread",
            ["Grace and Karim bring us bread"],
        ),
        ("Karim rang, he will pay the half by wednesday", ["pay the half"]),
        ("Priya will send the invoice by friday", ["send the invoice"]),
        ("tea with Karim, he will pay the rent by friday", []),
        ("tea with Karim about his brother, he will pay the half by friday", []),
        ("tea with Karim, the plumber came, he will fix the tap by friday", []),
        ("tea with Karim, he will send the book by post", []),
        ("tea with Karim, he will pay the half", []),
        ("tea with Karim and Olu, he will pay the half by friday", []),
        ("tea with Priya, she will call the bank by friday", []),
        ("tea with Priya. she will be away", []),
        ("tea with Priya, it will rain", []),
        ("tea with Karim, he'll come around", []),
        ("tea with Karim, he'll call his mother on friday", []),
        ("tea with Karim, he will fix the road", []),
        ("tea with Priya, hope she'll send me the deck", []),
        ("Priya said she would send me the deck but never did", []),
        ("Karim, if it rains he'll lend me his tent", []),
        ("will they send me the plan?", []),
        ("they agreed to disagree", []),
        ("tea with Priya, as she promised to bring me jam", []),
    ],
)
def test_what_others_do_for_one_is_theirs(room: Any, line: str, promises: list[str]) -> None:
    found = read(line, room).promises
    assert [one.text for one in found] == promises
    assert all(one.by == "them" for one in found)


@pytest.mark.parametrize(
    ("line", "promises"),
    [
        (
            "zoom with Karim: he will check the code and i will write the docs",
            [("me", "write the docs", None), ("them", "check the code", None)],
        ),
        (
            "saw Grace, Karim. promised Karim to send the plan by friday, Grace will bring me an album",
            [("me", "send the plan", date(2026, 11, 20)), ("them", "Grace brings me an album", None)],
        ),
        (
            "tea with Grace, I promised to send the plan. She promised to ring on monday",
            [("me", "send the plan", None), ("them", "ring", date(2026, 11, 23))],
        ),
    ],
)
def test_each_does_their_own(room: Any, line: str, promises: list[tuple[str, str, date | None]]) -> None:
    assert [(one.by, one.text, one.due) for one in read(line, room).promises] == promises


@pytest.mark.parametrize("part", ["she said ", "Pia, ", "he'll send ", "and Pia promised ", "a b", ". "])
def test_hostile_words_are_read_to_their_end(part: str) -> None:
    assert list(undertaken(part * 400, {"Pia", "Bo"})) is not None
