"""A word stands for the line it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import Misused
from netjournal.language.templates import begin, names_beginning

TEMPLATES = {"coffee": 'coffee with @| at:"Café Lula" #coffee', "Meetup": "via:event", "colega": "with|"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("c", ("coffee", "colega")),
        ("COFFEE", ("coffee",)),
        ("  mee", ("Meetup",)),
        ("", ()),
        ("coffee with", ()),
        ("@co", ()),
        ("tea", ()),
    ],
)
def test_only_the_first_word_of_a_line_stands_for_a_template(line: str, names: tuple[str, ...]) -> None:
    assert names_beginning(line, len(line), TEMPLATES) == names


def test_a_word_before_others_is_a_word() -> None:
    assert names_beginning("coffee with Ana", 6, TEMPLATES) == ()


@given(st.sampled_from(sorted(TEMPLATES)), st.text(max_size=20))
def test_one_goes_on_where_the_template_says(name: str, words: str) -> None:
    begun = begin(name.upper(), TEMPLATES, words)
    assert begun.line[: begun.cursor].endswith(words)
    before, _, after = TEMPLATES[name].partition("|")
    assert begun.line.startswith(before)
    assert begun.line.endswith(after)


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(Misused, match="no template called tea") as error:
        begin("tea", TEMPLATES)
    assert "coffee, Meetup, colega" in error.value.hint
