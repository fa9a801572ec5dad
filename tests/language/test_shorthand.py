"""What is written short is read in full, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.channels.cues import SOMEBODY
from netjournal.language.shorthand import replaced, short_words, spelt_out


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("talked abt mum n laughed", "talked about mum and laughed"),
        ("Abt the hosp, tho", "about the hospital, tho"),
        ("sat w her; milk w/ tea", "sat with her; milk with tea"),
        (f"thx 2 {SOMEBODY}", f"thanks to {SOMEBODY}"),
        (f"lent it 2 {SOMEBODY} 4 them", f"lent it to {SOMEBODY} for them"),
        ("promised 2 send it 2moro", "promised to send it tomorrow"),
        ("w/o sugar, w/Ada", "w/o sugar, w/Ada"),
        ("a bout of flu, lunch with Tomo", "a bout of flu, lunch with Tomo"),
        ("2 kids, 4 dogs, went 2 times", "2 kids, 4 dogs, went 2 times"),
        ("N. Sharma, n.b., @abt, #hosp", "N. Sharma, n.b., @abt, #hosp"),
        ("abt-turn; a hosp's bed", "abt-turn; a hosp's bed"),
        ("", ""),
    ],
)
def test_in_full(short: str, full: str) -> None:
    assert spelt_out(short) == full


words = st.sampled_from(("abt", "hosp,", "w", "n", "2", "send", "Ada", SOMEBODY, "about", "W/O", "@w", "w/"))


@given(st.lists(words, max_size=8).map(" ".join))
def test_in_full_once_is_in_full(text: str) -> None:
    full = spelt_out(text)
    assert full.count(SOMEBODY) == text.count(SOMEBODY)
    assert all(text[start:end] != word for start, end, word in short_words(text))
    assert replaced(text, short_words(text)) == full
    assert {"abt", "hosp,"}.isdisjoint(full.split())
