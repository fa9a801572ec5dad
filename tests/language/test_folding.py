"""A name is found whatever its case, accents or script, and names that differ stay apart."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.folding import fold, fold_keys, words

anything = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("jose", "José"),
        ("jose", unicodedata.normalize("NFD", "José")),
        ("lukasz gray", "Łukasz  Gray "),
        ("nguyen thi dang", "Nguyễn Thị Đặng"),
        ("strasse", "Straße"),
        ("ismet", "İsmet"),
        ("isil", "Işıl"),
        ("bjorn", "BJØRN"),
        ("o'neil", "O’Neil"),
        ("ana", "𝔄𝔫𝔞"),
        ("ana lee", "Ana\u00a0Lee"),
        ("liwei", "李伟"),
        ("gimminjun", unicodedata.normalize("NFD", "김민준")),
        ("shchukin", "Щукин"),
        ("nmste", "नमस्ते"),
        ("ana", "A\u200bn\u00ada"),
        ("caf\x00e", "Caf\x00é"),
        ("", " \t\n"),
    ],
)
def test_folded(typed: str, written: str) -> None:
    assert fold(written) == typed


def test_letters_that_nobody_can_spell_in_ascii_still_tell_names_apart() -> None:
    assert fold("𒀀") != fold("𒀁") != ""


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Ana Silva", ("ana silva",)),
        ("José", ("jose",)),
        ("Jürgen Groß", ("jurgen gross", "juergen gross")),
        (unicodedata.normalize("NFD", "Jürgen"), ("jurgen", "juergen")),
        ("ÅSE BJØRK", ("ase bjork", "aase bjoerk")),
        ("李 小龙", ("li xiaolong", "li xiao long")),
        ("", ("",)),
    ],
)
def test_every_way_a_name_is_typed(written: str, keys: tuple[str, ...]) -> None:
    assert fold_keys(written) == keys


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Grace O'Neil", ("grace", "oneil")),
        ("D’Angelo", ("dangelo",)),
        ("'quoted' name", ("quoted", "name")),
        ("Anne-Marie J.R. Smith", ("anne", "marie", "j", "r", "smith")),
        ("العربية", ("lrbyh",)),
        ("snake_case 42nd", ("snake", "case", "42nd")),
        ("?!", ()),
    ],
)
def test_words(written: str, expected: tuple[str, ...]) -> None:
    assert words(fold(written)) == expected


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded == " ".join(folded.split())


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_the_unicode_form_does_not_matter(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(anything)
def test_keys_are_distinct_and_begin_with_the_folded_text(text: str) -> None:
    keys = fold_keys(text)
    assert keys[0] == fold(text)
    assert len(set(keys)) == len(keys)
    assert all(fold(key) == key for key in keys)


@given(anything)
def test_words_hold_letters_and_digits_only(text: str) -> None:
    assert all(word.isalnum() for word in words(fold(text)))


def test_what_is_known_of_latin_letters_is_what_anyascii_says() -> None:
    latin = [chr(code) for code in (*range(0xA1, 0x250), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028))]
    composed = [letter for letter in latin if unicodedata.normalize("NFKC", letter) == letter]
    assert len(composed) > 600
    assert {letter: fold(f"x{letter}x") for letter in composed} == {
        letter: f"x{anyascii(letter)}x".casefold() for letter in composed
    }


def test_western_names_do_not_pay_for_the_other_scripts() -> None:
    script = (
        "import sys; from netjournal.language.folding import fold; "
        "print(fold('Łukasz, José, Đặng, Bjørn – “ok”…'), 'anyascii' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == 'lukasz, jose, dang, bjorn - "ok"... False'
