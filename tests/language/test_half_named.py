"""An ``@`` takes one word of a name that is nobody's yet; where a surname follows, that is said."""

from __future__ import annotations

import pytest

from netjournal.language.names.half_named import half_named


@pytest.mark.parametrize(
    ("text", "new", "instead"),
    [
        ("tea with Solveig Hansen", "Solveig", '@"Solveig Hansen"'),
        ("Birte von Ahlen, boats", "Birte", '@"Birte von Ahlen"'),
        ("Jean-Luc Okafor-Lind came", "Jean-Luc", '@"Jean-Luc Okafor-Lind"'),
        ("met Ana María Reyes", "Ana", '@"Ana María Reyes"'),
        ("Dr. Ana Reyes rang", "Dr. Ana", '@"Dr. Ana Reyes"'),
    ],
)
def test_a_surname_that_follows_is_pointed_out(text: str, new: str, instead: str) -> None:
    [found] = half_named(text, [new])
    assert (found.instead, found.name) == (instead, new)
    assert found.said == f"The name is {new} alone: {instead} takes more words."


@pytest.mark.parametrize(
    "text",
    [
        "tea with Solveig",
        "Solveig, Hansen came",
        "met Solveig. Hansen sang",
        "Solveig Monday",
        "Solveig I like",
        "Solveig Went home",
        "Solveig from Bergen",
        "Solveig NGO work",
        "Solveig’s Harbour",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert not list(half_named(text, ["Solveig"]))
    assert not list(half_named("tea with Solveig Hansen", ["Solveig Hansen"]))
    assert not list(half_named("tea with Solveig Hanne", ["Solveig", "Hanne"], {"Solveig", "Hanne"}))


@pytest.mark.parametrize("line", ["tea with @Solveig Hansen now", "tea with @solveig Hansen now"])
def test_it_is_found_in_the_line(line: str) -> None:
    [found] = half_named("tea with Solveig Hansen now", ["Solveig"])
    place = found.place_in(line)
    assert place is not None
    assert line[slice(*place)].casefold() == "@solveig hansen"
    assert found.place_in("tea with Solveig Hansen now") is None
