"""Filters as typed: mistakes at their place, filters half typed, and filters that say themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.errors import Mistaken, Misused
from netjournal.language.days.spans import read_span
from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.terms import Days, Said, Theme, Words
from netjournal.language.filters.words import describe, to_text

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday
LATER = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)

PIECES = (
    *(
        "lunch",
        '"exact words"',
        "#food",
        "#work:hiring",
        "@grace",
        '@"Grace Osei"',
        "via:call",
        "at:paris",
        "(",
    ),
    *(
        ")",
        "-",
        "or",
        "and",
        "from:2026-01",
        'to:"last friday"',
        "on:yesterday",
        "mood<3",
        "energy>=4",
        "gave:",
    ),
    *(
        "promise:open",
        "reflection:",
        "theme:curiosity",
        "field:health",
        "circle:close",
        "by:me",
        '"',
        "\\",
        ":",
    ),
    *(
        "x:",
        "#",
        "@",
        "'",
        "é",
        "“",
        " ",
        "\n",
        "tag:a,b",
        "15:00",
        "https://a.b",
        "-",
        "=",
        "<",
        "..",
        "\ud800",
    ),
)
typed = st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=9).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


def read(text: str) -> Filter:
    return parse_filter(text, NOW)


def read_or_none(text: str, *, typing: bool = False) -> Filter | None:
    """The filter, None if there is a mistake in it; anything else that goes wrong is seen."""
    try:
        return parse_filter(text, NOW, typing=typing)
    except Mistaken:
        return None


@pytest.mark.parametrize(
    ("text", "wrong", "message"),
    [
        ('lunch "exact wo', '"exact wo', "never closed"),
        ('at:"par', '"par', "never closed"),
        ("a (b or c", "(", "never closed"),
        ("a) b", ")", "never opened"),
        ("a () b", "(", "between the brackets"),
        ("or a", "or", "beside this or"),
        ("a or", "or", "beside this or"),
        ("a or or b", "or", "beside this or"),
        ("(a or) b", "or", "beside this or"),
        ("and a", "and", "beside this and"),
        ("a - b", "-", "after this dash"),
        ("a -", "-", "after this dash"),
        ("frmo:2026", "frmo:", "no frmo:"),
        ("x:y", "x:", "no x:"),
        ("from:soon", "soon", "not a day"),
        ('to:"31 feb" x', '"31 feb"', "no 31 February"),
        ("on:2026-13", "2026-13", "no 2026-13"),
        ("via:pigeon x", "pigeon", "no channel"),
        ("theme:money", "money", "no theme"),
        ("circle:best", "best", "no circle"),
        ("by:nobody", "nobody", "reached out"),
        ("mood<7", "7", "from 1 to 5"),
        ("at>paris", "at>", "Only mood and energy"),
        ("via: x", "via:", "needs something"),
        ("a # b", "#", "Which tag"),
        ("#12", "#12", "Which tag"),
        ("a @ b", "@", "Whom"),
        ('a "" b', '""', "Nothing is quoted"),
        ("a & b", "&", "no letter"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, wrong: str, message: str) -> None:
    with pytest.raises(Mistaken, match=message) as told:
        read(text)
    assert text[told.value.start : told.value.end] == wrong
    assert told.value.hint
    assert told.value.exit_code == 2


@pytest.mark.parametrize(
    ("typo", "meant"),
    [("frmo:2026", "from:"), ("promises:open", "promise:"), ("enrgy>3", "energy:"), ("gav:x", "gave:")],
)
def test_a_key_with_a_slip_is_guessed(typo: str, meant: str) -> None:
    with pytest.raises(Mistaken) as told:
        read(typo)
    assert f"Did you mean {meant}?" in told.value.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(
            (f"lunch {rest}", "lunch")
            for rest in ("via:", "via:cof", "#", "@", '"exact wo', "-", "-(", "(", "or")
        ),
        *(
            (f"lunch {rest}", "lunch")
            for rest in ("or ", "or (", "and", 'to:"last fri', "from:2026-1x", "mood<", "frm:")
        ),
        ("(lunch #food", "(lunch #food)"),
        ("(lunch or ", "lunch"),
        ("", ""),
        ("via:", ""),
        ("o", "o"),
        ("or", ""),
    ],
)
def test_while_typing_the_last_term_may_be_unfinished(text: str, meant: str) -> None:
    assert parse_filter(text, NOW, typing=True) == read(meant)


@pytest.mark.parametrize("text", ["via: lunch", "via:cof lunch", "or lunch", "() lunch", "lunch)", "a - b"])
def test_while_typing_a_mistake_further_up_is_told(text: str) -> None:
    with pytest.raises(Mistaken):
        parse_filter(text, NOW, typing=True)


def test_every_beginning_of_a_filter_can_be_typed() -> None:
    text = (
        'lunch "exact words" #work:hiring @"Grace Osei" via:call from:2026-01 to:"last friday" -(mood<3 or b)'
    )
    for end in range(len(text) + 1):
        parse_filter(text[:end], NOW, typing=True)


def test_days() -> None:
    def span(text: str) -> tuple[date | None, date | None]:
        root = read(text).root
        assert isinstance(root, Days)
        return root.first, root.last

    assert span("from:2026-01") == (date(2026, 1, 1), None)
    assert span("to:2026-01") == (None, date(2026, 1, 31))
    assert span("to:2024") == (None, date(2024, 12, 31))
    assert span('from:"last friday"') == (date(2026, 11, 13), None)
    assert span("to:today") == (None, date(2026, 11, 18))
    assert span("on:november") == (date(2026, 11, 1), date(2026, 11, 30))
    assert span("on:yesterday") == (date(2026, 11, 17), date(2026, 11, 17))
    assert span('on:"last week"') == (date(2026, 11, 9), date(2026, 11, 15))
    assert span('on:"last year"') == (date(2025, 1, 1), date(2025, 12, 31))
    assert span('on:"nov 3..yesterday"') == (date(2026, 11, 3), date(2026, 11, 17))
    assert read_span("2026-w54", NOW) is None
    assert read_span("9999-w52", NOW) is None
    assert read_span("0000", NOW) is None
    with pytest.raises(Misused):
        read_span("31 feb", NOW)


def test_themes_go_by_the_names_on_screen() -> None:
    themes = {"bridging": "Doors", "voice": "Being known", "presence": "Being there"}
    assert parse_filter("theme:doors", NOW, themes).root == Theme("bridging")  # type: ignore[arg-type]  # literals
    assert parse_filter('theme:"being k"', NOW, themes).root == Theme("voice")  # type: ignore[arg-type]  # literals
    with pytest.raises(Mistaken, match="Several"):
        parse_filter("theme:being", NOW, themes)  # type: ignore[arg-type]  # literals
    assert describe(Filter(Theme("voice")), {"voice": "Being known"}) == "theme Being known"


def test_signs_within_words_are_words() -> None:
    assert read("15:00").root == Words("15:00")
    assert read("https://a.b/c").root == Words("https://a.b/c")
    assert read("jean-luc").root == Words("jean-luc")
    assert read('-or "and"') == read('-"or" and "and"')
    assert read('promise:"open"').root == Said("promise", "open", exact=True)
    assert read("GAVE:Book,").root == Said("gave", "Book")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        (
            'lunch @"Grace Osei" via:call from:2026-01 -#work',
            "lunch with Grace Osei, calls, since 1 January 2026, not #work",
        ),
        ("a b or c", "(a and b) or c"),
        ("a (b or #c)", "a, (b or #c)"),
        ("-(a or b) -(c d)", "not (a or b), not (c and d)"),
        (
            '"exact words" on:2026-11 mood<3 energy>=4',
            "“exact words”, in November 2026, mood below 3, energy 4 or more",
        ),
        ("promise:open promised:kept:x", "an open promise of yours, a promise of theirs about kept:x"),
        ("-by:them", "not if they reached out"),
        ("gave: got:tea at:paris by:me", "something given, got tea, at paris, you reached out"),
        (
            "reflection:boats reflection: theme:giving",
            "a reflection on boats, an answered question, theme giving",
        ),
        ("field:health or circle:close", "somebody in health or circle close"),
        ("on:2026-11-03..2026-11-05 on:2025", "from 3 November 2026 to 5 November 2026, in 2025"),
    ],
)
def test_a_filter_says_itself(text: str, words: str) -> None:
    assert describe(read(text)) == words


@given(typed)
@example('-or --and "or"')
@example("#\u0345")
@example('@"a," gave:"b"')
def test_a_filter_can_be_kept_as_text(text: str) -> None:
    filter = read_or_none(text)
    if filter is not None:
        kept = to_text(filter)
        assert parse_filter(kept, LATER) == filter
        assert to_text(parse_filter(kept, LATER)) == kept
        assert describe(filter) or filter.is_empty


@given(typed)
def test_a_mistake_lies_within_the_text(text: str) -> None:
    place: tuple[int, ...] = ()
    try:
        read(text)
    except Mistaken as mistake:
        place = mistake.start, mistake.end
    assert [0, *place, len(text)] == sorted([0, *place, len(text)])


@given(typed)
@example("-OR")
def test_typing_is_never_stricter(text: str) -> None:
    strict, lenient = read_or_none(text), read_or_none(text, typing=True)
    assert strict is None or lenient == strict


@pytest.mark.parametrize(
    "piece", ["(", "-(", "(a or ", "-", "- ", '"', '"\\', "a:", "a ", "or ", '@"', "((a) ", "#"]
)
@pytest.mark.parametrize("typing", [True, False])
def test_the_hardest_texts_are_read_or_refused(piece: str, typing: bool) -> None:
    for text in (piece * 10_000, (piece * 2000)[:1999], f"{piece * 200}x{')' * 200}"):
        filter = read_or_none(text, typing=typing)
        assert filter is None or (len(text) <= 2000 and isinstance(describe(filter), str))
