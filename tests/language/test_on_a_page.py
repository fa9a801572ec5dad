"""Of whom a line is that is written on somebody's page."""

from __future__ import annotations

from typing import Any

import pytest

from netjournal.language.names.in_text import Known
from tests.language.conftest import Gather
from tests.language.reading_lines import read


@pytest.fixture(scope="module")
def room(gather: Gather) -> Any:
    return gather(
        *("Herr Vogt", "Greta Holm", "Henrik Dahl", "Mehmet Aydin", "Noor Haddad", "Uwe Brandt"),
        *("Birgit Brandt", "Katrin Sommer", "Elif Şahin"),
    )


def on_his_page(line: str, room: Any) -> str:
    """The first names of those it is of, and Vogt."""
    vogt = Known(room.id("Herr Vogt"), "Herr Vogt")
    found = read(line, room, company=vogt)
    return " ".join(one.name.removeprefix("Herr ").split()[0] for one in found.who)


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("choir tonight, henrik ill, we sang without him. mehmet told me his kid is in hospital", "Mehmet"),
        ("mehmet told me his kid is in hospital", "Mehmet"),
        ("choir. noor sat next to me, we laughed", "Noor"),
        ("at the flea market; uwe showed me his planes", "Uwe"),
        ("greta came by with cake", "Greta"),
        ("Greta came over for dinner", "Greta"),
        ("greta showed me her loom", "Greta"),
        ("this morning @greta just dropped by", "Greta"),
        ("noor helped me carry the table", "Noor"),
        ("uwe fixed my bike tube", "Uwe"),
        ("uwe and birgit invited me for dinner", "Uwe Birgit"),
        ("Noor and I cooked", "Noor"),
        ("me and noor cooked", "Noor"),
        ("sat next to Noor at choir", "Noor"),
        ("met uwe and birgit at the flea market", "Uwe Birgit"),
        ("spent the evening with greta, we talked about looms", "Greta"),
        ("breakfast with elif, then straight to work", "Elif"),
        ("long walk with noor along the mill, told her about dad", "Noor"),
        ("wrote greta a postcard", "Greta"),
        ("katrin rang", "Katrin"),
    ],
)
def test_a_line_that_says_with_whom_it_was_is_theirs(line: str, whom: str, room: Any) -> None:
    assert on_his_page(line, room) == whom


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("told me that greta is moving", "Vogt"),
        ("asked me to give greta the plan", "Vogt"),
        ("coffee, he asked after greta", "Vogt"),
        ("long talk; we should meet greta", "Vogt"),
        ("rang, he was with uwe", "Vogt Uwe"),
        ("he came by with uwe", "Vogt Uwe"),
        ("he and uwe came by", "Vogt Uwe"),
        ("lunch. greta came by with cake", "Vogt Greta"),
        ("choir with him. noor sat next to me", "Vogt Noor"),
        ("we had lunch with greta and talked about the table", "Vogt Greta"),
        ("we visited greta", "Vogt Greta"),
        ("coffee and then we called greta", "Vogt Greta"),
        ("with greta and him at the fair", "Vogt Greta"),
        ("delivered the table with uwe", "Vogt Uwe"),
        ("brought the table, uwe helped me carry it", "Vogt Uwe"),
        ("greta invited us for dinner", "Vogt Greta"),
        ("greta joined us for lunch", "Vogt Greta"),
        ("greta came by with him", "Vogt Greta"),
        ("greta showed me her loom, and him as well", "Vogt Greta"),
        ("his sister greta came along", "Vogt Greta"),
        ("dinner for four, uwe, birgit and katrin", "Vogt Uwe Birgit Katrin"),
        ("tea at greta's", "Vogt Greta"),
        ("tea with greta and @Vogt", "Vogt Greta"),
    ],
)
def test_a_line_that_may_be_of_him_is_his(line: str, whom: str, room: Any) -> None:
    assert on_his_page(line, room) == whom


def test_what_is_promised_in_a_line_of_others_is_to_them(room: Any) -> None:
    vogt = Known(room.id("Herr Vogt"), "Herr Vogt")
    line = "tea with greta at the basket shop. showed her my dovetails > send her the recipe"
    found = read(line, room, company=vogt)
    assert [one.name for one in found.who] == ["Greta Holm"]
    assert [one.text for one in found.promises] == ["send her the recipe"]
