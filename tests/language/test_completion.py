"""What is being typed at the cursor, and what completes it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.capture import Newcomer, capture, complete, insertion
from netjournal.language.folding import fold

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "kind", "prefix", "replaced"),
    [
        ("Lunch with @|", "person", "", "@"),
        ("Lunch with @geo|", "person", "geo", "@geo"),
        ("Lunch with (@geo|rge), x", "person", "geo", "@george"),
        ("yesterday: @Łuk|", "person", "Łuk", "@Łuk"),
        ('@"Grace Ho|', "person", "Grace Ho", '@"Grace Ho'),
        ('@"Grace Ho|pper" and more', "person", "Grace Ho", '@"Grace Hopper" '),
        ('@"Gra| at "Lula"', "person", "Gra", '@"Gra '),
        ('@"Ana Silva" and @"Bo|', "person", "Bo", '@"Bo'),
        ("x #fo|od y", "tag", "fo", "#food "),
        ("x #work:h|", "tag", "work:h", "#work:h"),
        ("#|", "tag", "", "#"),
        ("one\n@b|\ntwo", "person", "b", "@b"),
    ],
)
def test_what_is_being_typed(line: str, kind: str, prefix: str, replaced: str) -> None:
    cursor = line.index("|")
    line = line.replace("|", "")
    found = complete(line, cursor)
    assert found is not None
    assert (found.kind, found.prefix, line[found.start : found.end]) == (kind, prefix, replaced)


@pytest.mark.parametrize(
    "line",
    [
        "|",
        "@ada |",
        "ada@ex|",
        'gave:"intro to @ka|',
        "C#|",
        "https://x.org/#a|",
        '@"Ana Silva"|',
        "\\@ad|",
        "at:@x|",
    ],
)
def test_nothing_is_completed_elsewhere(line: str) -> None:
    assert complete(line.replace("|", ""), line.index("|")) is None


@given(st.text('ab @#":\\\n“', max_size=30), st.integers(0, 30))
def test_any_cursor_will_do(line: str, cursor: int) -> None:
    cursor = min(cursor, len(line))
    found = complete(line, cursor)
    assert found is None or 0 <= found.start <= cursor <= found.end <= len(line)


@given(
    st.one_of(
        st.sampled_from(
            ("Ada", "Grace Hopper", 'Bo "B" Li', "J. R. Li", "O'Neil", "Ada_L", "山田 太郎", "a\\b")
        ),
        st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=20),
    )
)
def test_an_inserted_name_is_read_back(gather: Any, name: str) -> None:
    (person,) = capture(f"met {insertion('person', name)}there", NOW, gather()).who
    assert isinstance(person, Newcomer)
    assert fold(person.name) == fold(name)


@pytest.mark.parametrize("tag", ["food", "work:hiring", "café", "c++", "a.b"])
def test_an_inserted_tag_is_read_back(gather: Any, tag: str) -> None:
    assert capture(f"x {insertion('tag', tag)}", NOW, gather()).tags == (tag,)


def test_names_of_one_word_need_no_quotes() -> None:
    assert insertion("person", "Ada") == "@Ada "
    assert insertion("person", "Grace Hopper") == '@"Grace Hopper" '
    assert insertion("tag", "food") == "#food "
