"""Lines told apart without being read: none that holds the words may be missed."""

from __future__ import annotations

import json
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.language.filters import lines as filter_lines
from netjournal.language.filters.lines import Sheet, may_hold
from netjournal.language.filters.narrowing import needs
from netjournal.language.filters.terms import Words
from netjournal.language.finding.haystack import haystack, needle, tidied

PIECES = st.sampled_from(
    [
        *(
            "next",
            "Spring",
            "now",
            "here",
            "jose",
            "José",
            "Jose\u0301",
            "Müller",
            "mueller",
            "o'neil",
            "O’Neil",
        ),
        *("喝咖啡", "he", "ka", "Łódź", "ﬁsh", "\u200d", "\u0301", "ß", "“", "”", "ａ", "각", "\u1100\u1161"),
        *(" ", " ", " ", ", ", "\n", "\t", "\\", '"', "'", "-", "\u00a0", "\ud800"),
    ]
)
TEXTS = st.lists(PIECES, max_size=10).map("".join)
QUERIES = st.lists(
    st.sampled_from(
        ["next", "spring", "nowhere", "jose", "muller", "mueller", "oneil", "ka", "he", "lodz", "喝"]
    ),
    min_size=1,
    max_size=2,
).map(" ".join)


@example(["now\u0301here", "x"], "nowhere", 0)
@example(["next\nspring", "spring next"], "next spring", 0)
@example(["", "José\n"], "jose", 0)
@given(st.lists(TEXTS, min_size=1, max_size=5), QUERIES, st.sampled_from([0, 50, 1_000_000]))
def test_no_line_is_missed_that_holds_the_words(texts: list[str], query: str, few: int) -> None:
    rows = [_row(text) for text in texts]
    wanted = needle(query, exact=False)
    assert wanted is not None
    [need] = needs(Words(query, exact=False))
    with patch.object(filter_lines, "_FEW", few):
        found = Sheet(b"\n".join(rows), need.words).lines(need.words)
    for number, text in enumerate(texts):
        if wanted.is_in(tidied(haystack(text))):
            assert number in found
            assert not need.phrases or may_hold(rows[number], need.phrases)


def test_lines_without_the_words_are_left_out() -> None:
    rows = [
        _row(text)
        for text in ("next week in spring", "in the\nnext, Spring’s", "Next spring", "José", "joss")
    ]
    [phrase] = needs(Words("next spring", exact=False))
    assert [may_hold(row, phrase.phrases) for row in rows] == [False, True, True, True, False]
    assert Sheet(b"\n".join(rows), ["jose"]).lines(["jose"]) == {3}


def _row(text: str) -> bytes:
    """A document as it stands in a file of ours."""
    try:
        return json.dumps({"text": text, "place": "x"}, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps({"text": text, "place": "x"}).encode()
