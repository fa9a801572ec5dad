"""To whom a promise is, by its words."""

from __future__ import annotations

import pytest

from netjournal.language.entry_words import say_promised_to
from netjournal.language.promises.meant_for import meant_for
from tests.language.conftest import Gather


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("ask Dato for Gia", ["Dato Beridze"]),
        ("send the plan to gia and Luka", ["Gia Lomidze", "Luka Otarashvili"]),
        ("let Ani, Luka and Gia cut first", ["Luka Otarashvili", "Gia Lomidze"]),
        ("bring Gia's book to Dato", ["Dato Beridze"]),
        ("print Luka’s name by 1 september", ["Luka Otarashvili"]),
        ("tell Dato that Gia is well", ["Dato Beridze"]),
        ("send the samples", []),
    ],
)
def test_whoever_is_named_first_is_meant(gather: Gather, text: str, whom: list[str]) -> None:
    room = gather("Dato Beridze", "Gia Lomidze", "Luka Otarashvili")
    assert list(meant_for(text, room)) == [room.id(name) for name in whom]


def test_a_first_name_that_two_have_means_whom_one_was_with(gather: Gather) -> None:
    room = gather("Gia Lomidze", "Gia Mania")
    assert meant_for("call Gia", room) == ()
    assert meant_for("call Gia", room, [room.id("Gia Mania")]) == (room.id("Gia Mania"),)


def test_whom_a_promise_names_is_not_said_again_and_many_are_not_all_said() -> None:
    assert say_promised_to("let Ani cut first", ["Eka Dolidze", "Ani", "Luka Otarashvili"]) == ""
    assert say_promised_to("bring cake", ["Eka", "Ani"]) == "Eka, Ani"
    assert say_promised_to("bring cake", ["Eka", "Ani", "Luka"]) == "Eka, Ani, Luka"
    assert say_promised_to("bring cake", ["Eka", "Ani", "Luka"], 2) == "Eka, Ani and others"
    assert say_promised_to("bring cake", []) == ""
