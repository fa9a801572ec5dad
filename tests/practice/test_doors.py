"""Who was met through whom: a forest whatever a file says, its counts, its tree and its graph."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model import Acquaintance, Introduction
from netjournal.practice.doors import counted, doors_opened, plant, tree_lines
from netjournal.practice.doors_dot import dot_lines, initials, quoted

LETTERS = "abcdefgh"


def met(through: Mapping[str, str], names: Mapping[str, str] | None = None) -> list[Acquaintance]:
    """People by the id of whoever made one meet them; empty for nobody."""
    return [
        Acquaintance(id=id, name=(names or {}).get(id, id.capitalize()), through=above)
        for id, above in through.items()
    ]


BOATS = met({"ana": "", "karim": "ana", "li": "ana", "mo": "li", "zoe": ""})


def made(one: str, other: str, **said: object) -> Introduction:
    return Introduction(id=f"{one}{other}", people=(one, other), date=date(2026, 5, 3), **said)  # type: ignore[arg-type]  # a table


def test_doors_are_counted_all_the_way_down() -> None:
    assert doors_opened(BOATS) == {"ana": 3, "li": 1}


def test_the_tree_is_drawn() -> None:
    forest = plant(BOATS)
    assert forest.openers() == ("ana",)
    assert list(tree_lines(forest, "ana", counted(forest))) == [
        "Ana · 3 doors",
        "├─ Karim",
        "└─ Li · 1 door",
        "   └─ Mo",
    ]
    assert list(tree_lines(forest, "li", counted(forest))) == ["Li · 1 door", "└─ Mo"]
    deep = plant(met({"a": "", "b": "a", "c": "b", "d": "c", "e": "b", "f": "a"}))
    assert list(tree_lines(deep, "a", counted(deep))) == [
        *("A · 5 doors", "├─ B · 3 doors", "│  ├─ C · 1 door", "│  │  └─ D", "│  └─ E", "└─ F")
    ]


def test_whoever_was_met_through_somebody_deleted_begins_a_tree() -> None:
    assert doors_opened(met({"a": "gone", "b": "a"})) == {"a": 1}


def test_a_long_chain_is_no_matter() -> None:
    people = [Acquaintance(id=f"{n:05}", name="x", through=f"{n - 1:05}" if n else "") for n in range(5000)]
    assert doors_opened(people)["00000"] == 4999


def climbs_to(id: str, above: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    while (id := above.get(id, "")) and id not in found:
        found.add(id)
    return found


@given(st.dictionaries(st.sampled_from(LETTERS), st.sampled_from([*LETTERS, ""])))
def test_everyone_stands_in_the_forest_once_even_with_circles(through: dict[str, str]) -> None:
    forest = plant(met(through))
    placed = [place.person.id for top in forest.tops for place in forest.under(top)]
    assert sorted(placed) == sorted(through)
    above = {id: up for id, up in through.items() if up in through}
    circles = {id for id in through if id in climbs_to(id, above)}
    kept = {child: id for id, children in forest.below.items() for child in children}
    assert all(above[child] == id for child, id in kept.items())
    assert {child for child in above if child not in kept} <= circles
    counts = doors_opened(met(through))
    everyone_above = [id for child in kept for id in climbs_to(child, kept)]
    assert counts == {id: everyone_above.count(id) for id in everyone_above}
    assert plant(reversed(met(through))) == forest


def test_a_circle_begins_with_who_came_first() -> None:
    assert plant(met({"b": "a", "a": "c", "c": "b", "d": "c"})).tops == ("a",)


def test_the_graph_has_initials_and_dashed_lines() -> None:
    ties = [made("li", "karim"), made("mo", "zoe", outcome="met"), made("ana", "zoe", outcome="not_now")]
    assert list(dot_lines(plant(BOATS), [*ties, made("li", "gone")])) == [
        "digraph doors {",
        "  rankdir=LR;",
        "  node [shape=box, style=rounded];",
        *(f'  n{number} [label="{letter}"];' for number, letter in enumerate("AKLMZ", 1)),
        *("  n1 -> n2;", "  n1 -> n3;", "  n3 -> n4;"),
        *("  n2 -> n3 [dir=none, style=dashed];", "  n4 -> n5 [dir=none, style=dashed];"),
        "}",
    ]
    of_li = "\n".join(dot_lines(plant(BOATS), ties, of="li", names=True))
    assert '[label="Mo"]' in of_li
    assert '[label="Karim"]' in of_li
    assert "Zoe" not in of_li


@pytest.mark.parametrize(
    ("name", "letters"), [("Ana da Silva", "ADS"), ("田中 由紀", "田由"), ("“Jo” O'Neil", "JO"), ("…", "?")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(Acquaintance(id="x", name=name)) == letters


@given(st.text(alphabet=st.sampled_from('"\\\n\0Na {};')))
def test_a_name_cannot_end_its_quotes(name: str) -> None:
    inside = quoted(name)[1:-1]
    rest = inside.replace("\\\\", "").replace('\\"', "")
    assert '"' not in rest
    assert "\\" not in rest
    assert "\n" not in quoted(name)
