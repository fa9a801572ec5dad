"""Nothing a stranger wrote reaches the terminal as a command, and nothing in it stays unseen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.visible import visible
from tests.hanging import comes_to_an_end

INVISIBLE = {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x1b]0;t\x07", "␛]0;t␇"),
        ("\x1b]52;c;UFdO\x1b\\", "␛]52;c;UFdO␛\\"),
        ("\x1b]8;;http://evil\x1b\\x", "␛]8;;http://evil␛\\x"),
        ("\x1bPq\x1b\\ \x1b_x\x1b\\ \x1b]", "␛Pq␛\\ ␛_x␛\\ ␛]"),
        ("\x9b31m \x9d0;x\x9c", "<U+009B>31m <U+009D>0;x<U+009C>"),
        ("\x00\x07\x08\r\n\t\x0b\x0c\x7f", "␀␇␈␍␊␉␋␌␡"),
        ("\u202eevil\u202c", "<U+202E>evil<U+202C>"),
        ("\u2066a\u2069 \u200e \u061c", "<U+2066>a<U+2069> <U+200E> <U+061C>"),
        ("\u200b\ufeff\xad\u2028\u2029\ufff9", "<U+200B><U+FEFF><U+00AD><U+2028><U+2029><U+FFF9>"),
        ("\u3164\u115f\U000e0041", "<U+3164><U+115F><U+E0041>"),
        ("a\ud800b", "a<U+D800>b"),
        ("\uffff\ufdd0\U0010ffff", "<U+FFFF><U+FDD0><U+10FFFF>"),
    ],
)
def test_signs(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Café Lula",
        "[red]x[/red] [@click=app.quit] \\[x\\] :smile: {0} %s $(id)",
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇺 👍🏽 ☎︎",
        "می‌خواهم शर्मा‌ क्‍ष",
        "葛󠄀城 김민준 שלום العربية",
        "Jose\u0301 Z͑ͫ̓a̷l͢g̡o",
        "non\u00a0breaking",
    ],
)
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text == visible(text, multiline=True)


def test_lines_of_a_note_stay_lines() -> None:
    assert (
        visible("one\r\ntwo\n\tthree\rfour\x1b\u2028", multiline=True) == "one\ntwo\n    three␍four␛<U+2028>"
    )


def test_what_is_ignored_in_a_line_is_shown_even_where_it_counts_as_a_letter() -> None:
    fillers = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    assert visible(f"Ada{fillers}") == "Ada" + "".join(f"<U+{ord(letter):04X}>" for letter in fillers)


@given(st.text(st.characters(), max_size=60), st.booleans())
def test_nothing_invisible_is_left(text: str, multiline: bool) -> None:
    shown = visible(text, multiline=multiline)
    assert not [
        letter
        for letter in shown
        if unicodedata.category(letter) in INVISIBLE and not (multiline and letter == "\n")
    ]
    assert "\u202e" not in shown
    shown.encode()


@given(st.text(st.sampled_from("a\n\t\r\x1b\x9b\u202e\u200d\ud800é "), max_size=30), st.booleans())
def test_shown_twice_is_shown_once(text: str, multiline: bool) -> None:
    assert visible(visible(text, multiline=multiline), multiline=multiline) == visible(
        text, multiline=multiline
    )


def test_a_megabyte_comes_to_an_end() -> None:
    with comes_to_an_end():
        assert visible("é\x1b" * 2**19, multiline=True).count("é") == 2**19
