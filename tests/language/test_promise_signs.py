"""The signs of promises are read as one would read them slowly, again and again from the beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.promises.ending import over_after_its_day
from netjournal.language.promises.signs import promise_signs, with_promises
from netjournal.language.tokens import scan

_SIGN = re.compile(r"(?P<before>[;,.!?]\s*|\s)(?P<sign>[<>])[^\S\n]*(?=[^\W\d_])")
_AMOUNTS = ("three", "the", "a")

parts = st.sampled_from(
    (
        *(" > ", " < ", "; > ", ",<", ". >", " >", ">", "- > ", " ", "  ", ".", "\n", '"', "²", "é", "_"),
        *("call Pia", "tea", "three", "the", "a jar", "by friday", "Dr. Osei", "5", "me at 20", "/4", " /3"),
        *("#boats", " #tea ", "at:Rome", " promise: ", ". Promised: ", " promise:tea ", 'promise: "a jar"'),
        *("`x > y`", "http://a > b"),
    )
)
lines = st.lists(parts, max_size=9).map("".join)


def slowly(text: str, *, several: bool) -> Iterator[tuple[int, int]]:
    """Where the signs begin and end, each looked at with all that stands before and after it."""
    start, is_first = 0, not several
    for found in _SIGN.finditer(text):
        before, (first, *others) = text[start : found.start()], text[found.end() :].split(None, 1)
        is_number = re.search(r"\d\W*\Z", re.sub(r"\s/[1-5]\Z", "", before))
        is_compared = not others or (first.casefold() in _AMOUNTS and is_number)
        if before.strip() and not (is_first and not found["before"].strip() and is_compared):
            yield found.span()
            start, is_first = found.end(), False


@given(lines, st.booleans())
def test_a_sign_counts_by_what_stands_around_it(text: str, several: bool) -> None:
    found = [sign.span() for sign in promise_signs(text, several=several)]
    assert found == list(slowly(text, several=several))


@given(lines)
def test_what_is_promised_goes_on_to_the_next_sign_or_past_its_day_and_takes_the_words_within(
    text: str,
) -> None:
    tokens = tuple(scan(text))
    found = with_promises(text, tokens)
    promised = [token for token in found if token not in tokens]
    signs = sorted(token.start for token in found if token.kind in ("key", "tag"))
    for one in promised:
        limit = min((at for at in signs if at > one.start), default=len(text))
        assert one.end <= limit
        if text[one.start] in "<>":
            said = text[one.start + 1 : limit].lstrip()
            said = said[: over_after_its_day(said)]
            assert one.value == said.rstrip(" \n\t;,")
            assert text[one.start : one.end].endswith(said.rstrip())
        assert not any(token.start < one.start < token.end for token in tokens)
    kept = [token for token in tokens if not any(one.start <= token.start < one.end for one in promised)]
    assert found == sorted([*kept, *promised], key=lambda token: token.start) or found == tokens


def test_thousands_of_promises_in_one_line_are_each_one() -> None:
    text = "tea with Ewa" + " > call Pia," * 4000
    found = with_promises(text, tuple(scan(text)))
    assert [token.value for token in found if token.key == "promise"] == ["call Pia"] * 4000
