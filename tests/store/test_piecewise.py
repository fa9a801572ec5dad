"""What is read some lines or rows at a time is what stands there, wherever a piece ends."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.model import Interaction
from netjournal.store import acquainted, lines
from netjournal.store.acquainted import acquaintances
from netjournal.store.lines import Lines, NotOurs

_IDS = [f"01M3{number:022}" for number in range(30)]


def _shelf(texts: list[str]) -> bytes:
    rows = [
        json.dumps({id: {"date": "2026-03-04", "text": text}}, ensure_ascii=False)[1:-1]
        for id, text in zip(_IDS, texts, strict=False)
    ]
    return ('{"interactions": {\n ' + "\n,".join(rows) + "\n}}\n").encode()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("Zoë Ömer 日\t", max_size=40), min_size=1, max_size=20),
    st.integers(min_value=1, max_value=900),
)
def test_a_shelf_is_the_same_in_pieces_of_any_size(texts: list[str], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_BLOCK", size)
        found = Lines(_shelf(texts), "interactions").every_one(Interaction)
    assert [(one.id, one.text) for one in found] == list(zip(_IDS, texts, strict=False))


@pytest.mark.parametrize("at", [0, 7, 19])
def test_a_line_that_is_not_ours_is_found_in_each_piece(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_BLOCK", 200)
    whole = _shelf(["Tea with Ngozi"] * 20)
    with pytest.raises(NotOurs):
        Lines(
            whole.replace(f'"{_IDS[at]}": '.encode(), f'"{_IDS[at]}":  '.encode()), "interactions"
        ).every_one(Interaction)
    with pytest.raises(msgspec.ValidationError):
        Lines(
            whole.replace(
                f'"{_IDS[at]}": {{"date": "2026-'.encode(), f'"{_IDS[at]}": {{"date": "20x6-'.encode()
            ),
            "interactions",
        ).every_one(Interaction)


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 8])
def test_everyone_is_read_whatever_their_number(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acquainted, "_TOGETHER", 4)
    rows = [(id, None, "2026-03-04", 2, b'{"name":"Tal %d"}' % at) for at, id in enumerate(_IDS[:count])]
    assert [(one.id, one.name) for one in acquaintances(rows)] == [
        (id, f"Tal {at}") for at, id in enumerate(_IDS[:count])
    ]
