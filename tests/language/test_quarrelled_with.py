"""With whom one quarrelled: not with who stood by, nor with who was told of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.hardship.hard_day import hardship
from netjournal.language.hardship.quarrelled_with import quarrelled_with
from tests.language.conftest import Gather

NAMES = ("Birgit Holm", "Yusuf Demir", "Malia Tupou")


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Birgit and I had a row over the rota in front of Yusuf", "Birgit"),
        ("had a row with Birgit in front of Yusuf", "Birgit"),
        ("row with @Birgit over the rota, Yusuf and Malia watched", "Birgit"),
        ("had a bad row about the rota with Birgit Holm, Yusuf heard it", "Birgit"),
        ("argued with Birgit while Yusuf listened", "Birgit"),
        ("Yusuf and Malia were there when Birgit shouted at me", "Birgit"),
        ("told Yusuf about the row with Birgit over the rota", "Birgit"),
        ("Yusuf comforted me after the row with Birgit", "Birgit"),
        ("told Yusuf how Birgit shouted at me", "Birgit"),
        ("Birgit came over and shouted at me, Yusuf said nothing", "Birgit"),
        ("lunch with Yusuf and Malia; Birgit stormed out", "Birgit"),
        ("Yusuf was there too when Birgit slammed the door", "Birgit"),
        ("I shouted at Birgit, Yusuf calmed me", "Birgit"),
        ("I and Birgit had another row, Yusuf left", "Birgit"),
        ("we quarrelled with Birgit about the keys, Yusuf and I", "Birgit"),
        ("quarrelled with my boss Birgit, Yusuf listened", "Birgit"),
        ("a fight with Birgit, and Malia was kind", "Birgit"),
        ("Birgit insulted me, Yusuf looked on", "Birgit"),
        ("tea with Yusuf, told him that Birgit was angry with me", "Birgit"),
        ("told Birgit that I was angry with her, Yusuf said nothing", "Birgit"),
        ("quarrelled with Birgit and Malia, Yusuf kept out", "Birgit Malia"),
        ("argued with Birgit; then Malia and I had a row, Yusuf left", "Birgit Malia"),
        ("lunch with Birgit and Yusuf, we had a row", "Birgit Yusuf"),
        ("we quarrelled in front of Yusuf, Birgit left early", "Birgit"),
        ("quarrelled again over the rota", "Birgit Yusuf Malia"),
        ("Birgit and Yusuf had a row", ""),
        ("Birgit and Yusuf had a row, Malia watched", ""),
        ("Birgit had a row with Yusuf", ""),
        ("Birgit quarrelled with her boss", ""),
        ("tea with Birgit, her row with Yusuf goes on, they had a fight about the rota", ""),
        ("Birgit shouted at Yusuf", ""),
        ("Birgit shouted at him, poor Yusuf", ""),
        ("tea with Yusuf after a row with my sister", ""),
        ("my boss shouted at me, lunch with Yusuf", ""),
        ("my sister and I had a row, told Yusuf", ""),
    ],
)
def test_only_those_one_quarrelled_with(gather: Gather, text: str, whom: str) -> None:
    room = gather(*NAMES)
    assert hardship(text) == "quarrel"
    ids = {name.split()[0]: room.id(name) for name in NAMES}
    company = [id for first, id in ids.items() if first in text] or list(ids.values())
    assert quarrelled_with(text, room, company) == {ids[first] for first in whom.split()}


@pytest.mark.parametrize("text", ["we had a row", "she shouted at me", "quarrelled with Mrs Holm"])
def test_in_doubt_it_was_with_whoever_was_there(gather: Gather, text: str) -> None:
    room = gather(*NAMES)
    assert quarrelled_with(text, room, [room.id("Yusuf Demir")]) == {room.id("Yusuf Demir")}


@pytest.mark.parametrize(
    "text",
    ["had a row in front of Yusuf", "told Yusuf that we had a row", "a row with my sister, sad"],
)
def test_alone_with_who_stood_by(gather: Gather, text: str) -> None:
    room = gather(*NAMES)
    assert quarrelled_with(text, room, [room.id("Yusuf Demir")]) == set()


_PIECES = st.sampled_from(
    (
        *("Birgit", "Yusuf", "I", "we", "she", "my boss", "me", "her", "and", "with", "at", ",", "."),
        *("had a row", "shouted", "argued", "told", "ꙮ", "İ"),
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14))
def test_whatever_is_written_nobody_else_comes_into_it(gather: Gather, pieces: list[str]) -> None:
    room = gather(*NAMES)
    company = {room.id("Birgit Holm"), room.id("Yusuf Demir")}
    assert quarrelled_with(" ".join(pieces), room, company) <= company
