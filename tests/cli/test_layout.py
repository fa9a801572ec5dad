"""Lines for a terminal: nothing is lost, nothing is wider than it should be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netjournal.cli.layout import WIDEST, cells, paired, side_by_side, wrapped
from netjournal.language.visible import visible

WORDS = st.text(
    st.sampled_from("abc éß🙂日本한글\n") | st.characters(exclude_categories=["Cs", "C"]), max_size=300
)


@given(WORDS)
def test_a_text_is_wrapped_between_words_and_whole(text: str) -> None:
    lines = list(wrapped(text, indent="    ", first="  - "))
    assert all(cells(line) <= WIDEST or len(line[4:].split()) == 1 for line in lines)
    assert "".join("".join(line[4:].split()) for line in lines) == "".join(
        visible(text, multiline=True).split()
    )
    assert lines[0].startswith("  - "[: len(lines[0])])


def test_a_long_address_stays_whole_and_a_long_line_of_japanese_is_broken() -> None:
    address = "https://example.org/" + "x" * 100
    assert list(wrapped(f"see {address} there")) == ["see", address, "there"]
    assert [cells(line) for line in wrapped("田" * 100)] == [76, 76, 48]


@given(WORDS, WORDS)
def test_two_columns_stay_apart_and_whole(left: str, right: str) -> None:
    lines = list(side_by_side([("Links", left, "https://site.org/" + "x" * 60), ("", "", right)], 13))
    assert all(cells(line) <= WIDEST for line in lines)
    shown = "".join("".join(lines).split())
    assert shown.count("x") == 60 + (left + right).count("x")


def test_the_right_column_stands_straight() -> None:
    rows = [("Bo", "today"), ("田中由紀", "in March"), ("José", "")]
    assert list(paired(rows)) == ["Bo        today", "田中由紀  in March", "José"]
