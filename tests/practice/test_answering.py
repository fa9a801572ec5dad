from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netjournal.model import DIMENSIONS, SCALES, Interaction, Promise, Reflection, Scale
from netjournal.practice.answering import (
    WISH_WORDS,
    WISHES,
    Answer,
    answered,
    asked,
    asks_why,
    moved,
    promised_in,
    rating_alone,
    read_answer,
    say_scale,
    say_too_short,
    scale_for,
    wish,
)
from netjournal.practice.choosing import Choice
from netjournal.practice.prompts import Prompt
from netjournal.practice.themes import DIMENSION_NAMES
from netjournal.settings import Scales

NOW = datetime(2026, 11, 18, 21, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
PROMPT = Prompt(id="curiosity-05", dimension="curiosity", text="What made them light up?")
QUESTION = asked(Choice(prompt=PROMPT, why=""), NOW)


@pytest.mark.parametrize(
    ("line", "text", "rating"),
    [
        ("boats; ask about the keel /4", "boats; ask about the keel", 4),
        ("  boats\t/1  ", "boats", 1),
        ("/5", "", 5),
        (" /3 ", "", 3),
        ("", "", None),
        ("   ", "", None),
        ("we split it 1/4", "we split it 1/4", None),
        ("see docs/2", "see docs/2", None),
        ("boats /6", "boats /6", None),
        ("boats /0", "boats /0", None),
        ("boats /44", "boats /44", None),
        ("boats /٤", "boats /٤", None),
        ("boats / 4", "boats / 4", None),
        ("/4 boats", "boats", 4),
        ("/4boats", "/4boats", None),
        ("/2 boats /4", "/2 boats", 4),
        ("boats /2 /4", "boats /2", 4),
        ("/", "/", None),
        ("Пилот /2", "Пилот", 2),
    ],
)
def test_a_rating_ends_or_begins_a_line_with_a_space_between(
    line: str, text: str, rating: int | None
) -> None:
    assert read_answer(line) == Answer(text=text, rating=rating)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("p she is looking elsewhere", Answer(text="she is looking elsewhere", private=True)),
        ("p: she is looking elsewhere /2", Answer(text="she is looking elsewhere", rating=2, private=True)),
        ("p:/2", Answer(rating=2, private=True)),
        ("i said soon. it was easier. p", Answer(text="i said soon. it was easier.", private=True)),
        ("i said soon /2 p", Answer(text="i said soon", rating=2, private=True)),
        ("  p /4", Answer(rating=4, private=True)),
        ("p:", Answer(private=True)),
        ("p", Answer(text="p")),
        ("patience", Answer(text="patience")),
        ("P. and I laughed", Answer(text="P. and I laughed")),
        ("P: laughed", Answer(text="P: laughed")),
        ("< /1", Answer(text="<", rating=1)),
    ],
)
def test_a_small_p_in_front_keeps_it_private(line: str, expected: Answer) -> None:
    assert read_answer(line) == expected


@given(st.text(), st.none() | st.integers(1, 5), st.booleans())
def test_words_come_back_whole(words: str, rating: int | None, private: bool) -> None:
    words = words.strip()
    is_only_private_once_rated = words == "p"
    if is_only_private_once_rated or read_answer(words) != Answer(text=words):
        return
    line = ("p: " if private else "") + words + (f" /{rating}" if rating else "")
    assert read_answer(line) == Answer(text=words, rating=rating, private=private)


@given(st.text(alphabet="p:/ 145?a>\t", max_size=8))
def test_no_word_is_lost(line: str) -> None:
    answer = read_answer(line)
    kept = ("p:" if answer.private else "") + answer.text + (f"/{answer.rating}" if answer.rating else "")
    wordless = str.maketrans("", "", " \t:;>")
    assert sorted(kept.translate(wordless)) == sorted(line.translate(wordless))


@pytest.mark.parametrize(
    ("line", "text", "promises"),
    [
        (
            "She laughed about my boots > bring her rosemary by saturday",
            "She laughed about my boots; bring her rosemary by saturday",
            ("bring her rosemary by saturday",),
        ),
        ("boots; > bring rosemary", "boots; bring rosemary", ("bring rosemary",)),
        ("boots , >bring rosemary /4", "boots, bring rosemary /4", ("bring rosemary",)),
        ("boots /4 > bring rosemary", "boots; bring rosemary /4", ("bring rosemary",)),
        ("boots. > écris", "boots. écris", ("écris",)),
        (
            "me at 20 > print her name by 1 september /5",
            "me at 20; print her name by 1 september /5",
            ("print her name by 1 september",),
        ),
        ("we talk until 5 > bring Luka bread", "we talk until 5; bring Luka bread", ("bring Luka bread",)),
        ("at 20:30 /4 > écris à Luka", "at 20:30; écris à Luka /4", ("écris à Luka",)),
        ("> bring rosemary", "bring rosemary", ("bring rosemary",)),
        ("p: boots > bring rosemary", "boots; bring rosemary", ("bring rosemary",)),
        (
            "boots > bring rosemary > write to Karim",
            "boots; bring rosemary; write to Karim",
            ("bring rosemary", "write to Karim"),
        ),
        ("> bring rosemary > write", "bring rosemary; write", ("bring rosemary", "write")),
        *(
            (line, line, ())
            for line in (
                "3 > 2",
                "5 > three of them",
                "10 > my five",
                "until 5 > tea",
                "a -> b c",
                "tea > coffee",
            )
        ),
        *((line, line, ()) for line in ("a >= b c", "I <3 this", "boots <bring", "boots >", "a>b c d")),
        *((line, line, ()) for line in ("a >> b c", "a => b c")),
    ],
)
def test_what_follows_a_sign_within_an_answer_is_promised(
    line: str, text: str, promises: tuple[str, ...]
) -> None:
    answer = read_answer(line)
    assert " ".join(filter(None, (answer.text, f"/{answer.rating}" * bool(answer.rating)))) == text
    assert answer.promises == tuple(("me", promise) for promise in promises)


def test_what_they_will_do_is_told_as_well() -> None:
    answer = read_answer("brave > set her soundpost by saturday < send a cd /4")
    assert answer.text == "brave; set her soundpost by saturday; send a cd"
    assert answer.rating == 4
    assert answer.promises == (("me", "set her soundpost by saturday"), ("them", "send a cd"))
    assert read_answer("< send a cd").promises == (("them", "send a cd"),)


def test_a_promise_within_an_answer_has_its_day() -> None:
    [promise] = promised_in("She laughed > bring her rosemary by saturday; /5", NOW)
    assert promise == Promise(text="bring her rosemary", due=date(2026, 11, 21))
    assert promised_in(">", NOW) == promised_in("> /4", NOW) == ()


def test_a_promise_added_later_leaves_the_answer() -> None:
    before = answered(QUESTION, "boats /5", NOW)
    assert answered(before, "> bring her rosemary", LATER) == before
    assert answered(QUESTION, "> bring her rosemary", LATER).answer == "bring her rosemary"
    assert answered(answered(QUESTION, "/5", NOW), "> bring it", LATER).answer == "bring it"


def test_a_megabyte_is_read_at_once() -> None:
    assert len(read_answer("so much /" * 120_000 + " /3").text) > 1_000_000


def test_the_question_is_kept_as_it_was_shown() -> None:
    shown = asked(Choice(prompt=PROMPT, why=""), NOW)
    assert shown == Reflection(
        prompt="curiosity-05", dimension="curiosity", question="What made them light up?", asked=NOW
    )
    energy = Prompt(id="energy-09", dimension="energy", text="And then?", scale="energy")
    assert asked(Choice(prompt=energy, why=""), NOW).scale == "energy"


def test_an_answer_is_kept_with_its_question() -> None:
    kept = answered(QUESTION, "p boats /4", LATER)
    assert kept == Reflection(
        prompt="curiosity-05",
        dimension="curiosity",
        question="What made them light up?",
        asked=NOW,
        status="answered",
        answer="boats",
        rating=4,
        private=True,
        answered=LATER,
    )


def test_a_rating_goes_to_another_question_with_what_it_rates_and_comes_back() -> None:
    kept = answered(QUESTION, "boats /4", LATER)
    away = moved(kept, Prompt(id="energy-01", dimension="energy", text="What was left?", scale="energy"))
    assert (away.prompt, away.scale, away.rating) == ("energy-01", "friend", 4)
    assert moved(away, PROMPT) == kept
    unrated = moved(replace(kept, rating=None), Prompt(id="e", dimension="energy", text="?", scale="energy"))
    assert unrated.scale == "energy"


def test_a_rating_alone_is_an_answer() -> None:
    kept = answered(QUESTION, "/2", LATER)
    assert (kept.status, kept.answer, kept.rating) == ("answered", "", 2)


@pytest.mark.parametrize("line", ["", "  ", "p:"])
def test_nothing_said_is_not_now(line: str) -> None:
    skipped = answered(QUESTION, line, LATER)
    assert (skipped.status, skipped.answer, skipped.answered) == ("skipped", "", None)
    assert answered(skipped, "boats", LATER).status == "answered"


def test_why_is_no_answer() -> None:
    assert asks_why(" ? ")
    assert not asks_why("why?")
    assert not asks_why("??")
    assert answered(QUESTION, "?", LATER) == QUESTION


def test_answering_again_loses_nothing() -> None:
    first = answered(QUESTION, "p boats /4", NOW)
    assert answered(first, "", LATER) == first
    words = answered(first, "boats, and the keel", LATER)
    assert (words.answer, words.rating, words.private) == ("boats, and the keel", 4, True)
    assert words.answered == LATER
    rating = answered(first, "/5", LATER)
    assert (rating.answer, rating.rating) == ("boats", 5)


_TALK = Interaction(
    id="01JCXA0000000000000000000A", date=date(2026, 11, 18), people=("01JCXA0000000000000000000B",)
)


@pytest.mark.parametrize(
    ("scale", "energy", "expected"),
    [
        (None, None, "friend"),
        (None, 2, "friend"),
        ("presence", 2, "presence"),
        ("energy", None, "energy"),
        ("energy", 2, None),
    ],
)
def test_no_rating_is_asked_for_what_the_log_says(
    scale: Scale | None, energy: int | None, expected: Scale | None
) -> None:
    entry = replace(_TALK, energy=energy)
    prompt = Prompt(id="x", dimension="energy", text="?", scale=scale)
    assert scale_for(prompt, entry) == expected
    assert scale_for(asked(Choice(prompt=prompt, why=""), NOW), entry) == expected


@pytest.mark.parametrize(
    ("entry", "scale", "expected"),
    [
        (replace(_TALK, people=()), None, None),
        (replace(_TALK, people=(), channel="event"), None, "friend"),
        (replace(_TALK, mood=1), None, None),
        (replace(_TALK, mood=1), "presence", None),
        (replace(_TALK, mood=1), "energy", "energy"),
        (replace(_TALK, text="called Solveig, she did not pick up"), None, None),
    ],
)
def test_nobody_rates_how_they_showed_up_on_a_hard_day_or_with_nobody(
    entry: Interaction, scale: Scale | None, expected: Scale | None
) -> None:
    assert scale_for(Prompt(id="x", dimension="energy", text="?", scale=scale), entry) == expected


def test_everything_shown_has_words() -> None:
    assert set(DIMENSION_NAMES) == set(DIMENSIONS)
    assert len(set(DIMENSION_NAMES.values())) == len(DIMENSIONS)
    assert len({say_scale(scale) for scale in SCALES}) == len(SCALES)
    assert say_scale("friend") == "/1 all business … /5 as with a friend"
    assert say_scale("energy", Scales(energy=("müde", "gut", "wach"))) == "/1 müde … /5 wach"
    assert set(WISH_WORDS) == set(WISHES.values())


@pytest.mark.parametrize("sign", WISHES)
def test_a_sign_alone_is_a_wish_and_no_answer(sign: str) -> None:
    before = asked(Choice(prompt=PROMPT, why=""), NOW)
    for line in (sign, f" {sign}  "):
        assert wish(line) == WISHES[sign]
        assert answered(before, line, NOW) == before
    for line in (f"{sign}.", f"{sign} {sign}", sign.upper() if sign != "?" else "??", f"p: {sign}"):
        assert wish(line) is None
        assert answered(before, line, NOW).status == "answered"


@pytest.mark.parametrize("line", ["y", "N", "x", "p: y", "y /4", "я"])
def test_a_letter_alone_says_too_little(line: str) -> None:
    assert say_too_short(line)


def test_a_number_alone_is_a_rating_where_one_is_asked_and_else_says_too_little() -> None:
    assert [rating_alone(line, "friend") for line in ("4", " 5 ", "7", "44", "4 laughs", "/4")] == [
        *("/4", "/5", "7", "44", "4 laughs", "/4")
    ]
    assert rating_alone("4", None) == "4"
    assert [line for line in ("4", "p: 1", "4 /4", "0", "6", "44") if say_too_short(line)] == [
        *("4", "p: 1", "4 /4")
    ]


@pytest.mark.parametrize("line", ["", "s", "?", "no", "船", "/4", "7", "ok /2"])
def test_whatever_may_be_a_word_or_a_wish_is_taken(line: str) -> None:
    assert not say_too_short(line)
