"""Who is named in a line, and whom a name means that several people have."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.language.folding import fold
from netjournal.language.names.in_text import Known, Mention, find_names

NAMES = (
    "Grace Hopper",
    "José Niño",
    "Łukasz Gray",
    "Jean-Luc Moreau",
    "Amara Okafor",
    "Jürgen Weiß",
    "Søren Ibsen",
    "Ngọc Trần",
    "Ольга Жукова",
    "山田 太郎",
    "김 민준",
    "हिन्दी शर्मा",
    "سارا احمدی",
    "Conor O'Neil",
    "Ximena de la Cruz",
)


def who(text: str, room: Any, chosen: Mapping[int, str] | None = None) -> list[str]:
    """The names of those meant in `text`; a question mark for each it is unclear about."""
    return [mention.who.name if mention.who else "?" for mention in find_names(text, room, chosen or {})]


@pytest.fixture(scope="module")
def world(gather: Any) -> Any:
    return gather(*NAMES)


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(
        "Grace Hopper",
        "George Carver",
        ("José Niño", "Pepe", "el Jefe"),
        "Łukasz Gray",
        "Jean-Luc Moreau",
        "Will Okoro",
        "May Ibsen",
        "An Nguyen",
        "Dr. Mei Chen",
        "Maria Garcia Lopez",
    )


spelt = st.sampled_from(
    (str, str.upper, str.lower, fold, lambda name: unicodedata.normalize("NFD", name), str.title)
)
before = st.sampled_from(("", "met ", "(", "“", "and/", "—", "…", "- ", "’", "🎉", "with\n", "_", "*", "3, "))
after = st.sampled_from(
    ("", " today", ")", "”", "/and", "—", ",", ". Then", "'s boat", "’s", "?\n", "🎉", "_", "*")
)


@given(st.sampled_from(NAMES), spelt, before, after)
def test_a_full_name_is_found_however_it_is_spelt(
    world: Any, name: str, spelling: Any, left: str, right: str
) -> None:
    written = spelling(name)
    (mention,) = find_names(left + written + right, world)
    assert mention.who == Known(world.id(name), name)
    assert mention.written == written
    assert mention.start == len(left)


variation_selectors = "".join(map(chr, range(0xFE00, 0xFE10)))
letter = st.characters(
    categories=("Lu", "Ll", "Lo", "Nd", "Mn", "Mc"),
    max_codepoint=0x11FFF,
    exclude_characters=variation_selectors,
)


@given(st.sampled_from(NAMES[:2] + NAMES[4:5]), letter, st.sampled_from(("{0}{1}", "y{1}{0}", "y{1}{0}{1}")))
@example("Grace Hopper", "-", "{0}{1}x")
@example("Grace Hopper", "-", "x{1}{0}")
@example("Grace Hopper", "'", "o{1}{0}")
@example("Grace Hopper", "x@y.org", "{0}{1}")
@example("Grace Hopper", ".example.org", "{0}{1}")
@example("Grace Hopper", "https://example.org/", "{1}{0}")
@example("Grace Hopper", "me@", "{1}{0}")
@example("Grace Hopper", "_", "x{1}{0}")
def test_a_first_name_within_another_word_is_none(world: Any, name: str, glue: str, form: str) -> None:
    first = name.split()[0]
    text = "saw " + form.format(first, glue) + " there"
    assert all(mention.written != first for mention in find_names(text, world))


@given(
    st.lists(
        st.sampled_from((*NAMES, "Grace", "@ada", '@"Bo Li"', "\\Grace", "and", ", ", "\n", "#x", "at:y"))
    )
)
def test_names_are_in_order_and_do_not_overlap(world: Any, parts: list[str]) -> None:
    text = " ".join(parts)
    end = 0
    for mention in find_names(text, world):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.written
        end = mention.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jose and LUKASZ", ["José Niño", "Łukasz Gray"]),
        ("pepe, then el jefe", ["José Niño", "José Niño"]),
        ("Grace H. and Grace H", ["Grace Hopper", "Grace Hopper"]),
        ("grace h. told", ["Grace Hopper"]),
        ("Jean-Luc, jean luc, Jean and Luc", ["Jean-Luc Moreau", "Jean-Luc Moreau"]),
        ("Mei, Mei Chen and Dr. Mei Chen", ["Dr. Mei Chen"] * 3),
        ("Maria Lopez", ["Maria Garcia Lopez"]),
        ("Grace. Hopper", ["Grace Hopper"]),
        ("Grace’s boat, George's car, Grace'll", ["Grace Hopper", "George Carver", "Grace Hopper"]),
        ("Hopper and Carver", []),
        ("grace@example.org, https://grace.org/grace, www.grace.org, grace.org", []),
        ("#grace at:Grace gave:Grace", []),
        ("", []),
    ],
)
def test_known_people_are_found_in_prose(room: Any, text: str, expected: list[str]) -> None:
    assert who(text, room) == expected


def test_the_dot_of_an_initial_belongs_to_the_name(room: Any) -> None:
    (mention,) = find_names("Grace H. said", room)
    assert mention.written == "Grace H."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will will be there, he may come", ["Will Okoro"]),
        ("May I ask", ["May Ibsen"]),
        ("may i ask an old friend", []),
        ("an apple for An", ["An Nguyen"]),
        ("will okoro and may ibsen", ["Will Okoro", "May Ibsen"]),
        ("will o. and Will O.", ["Will Okoro"]),
        ("@will and @may", ["Will Okoro", "May Ibsen"]),
        ("grace came", ["Grace Hopper"]),
    ],
)
def test_an_everyday_word_counts_only_with_its_capital(room: Any, text: str, expected: list[str]) -> None:
    assert who(text, room) == expected


def test_the_longest_and_most_telling_name_counts(gather: Any) -> None:
    room = gather(
        "Grace Hopper", ("Ingrid Vance", "Gray", "Grace"), "Łukasz Gray", ("Bo Li", "Grace Hopper Junior")
    )
    assert who("Grace Hopper", room) == ["Grace Hopper"]
    assert who("Grace", room) == ["Ingrid Vance"]
    assert who("Łukasz Gray", room) == ["Łukasz Gray"]
    assert who("grace hopper junior", room) == ["Bo Li"]
    assert who("Grace H.", room) == ["Grace Hopper"]


def test_those_met_with_the_others_in_the_line_come_first(gather: Any) -> None:
    room = gather(
        "Karim Haddad",
        ("Grace Hopper", date(2026, 11, 1)),
        ("Grace Okafor", date(2020, 1, 1)),
        met=[("Grace Okafor", "Karim Haddad"), ("Grace Hopper", "Grace Okafor")],
    )
    assert who("Grace and Karim", room) == ["Grace Okafor", "Karim Haddad"]
    assert who("Grace alone", room) == ["Grace Hopper"]


def test_one_decided_name_helps_to_decide_the_next(gather: Any) -> None:
    room = gather(
        "Karim Haddad",
        *("Ana Silva", "Ana Okoro", "Bo Li", "Bo Chen"),
        met=[("Karim Haddad", "Ana Okoro"), ("Ana Okoro", "Bo Chen")],
    )
    assert who("Bo, Ana, Karim", room) == ["Bo Chen", "Ana Okoro", "Karim Haddad"]


def test_then_who_was_met_last(gather: Any) -> None:
    room = gather("Ana Silva", ("Ana Lima", date(2026, 2, 1)), ("Ana Okoro", date(2026, 1, 1)))
    (mention,) = find_names("Ana", room)
    assert [person.name for person in mention.candidates] == ["Ana Lima", "Ana Okoro", "Ana Silva"]
    assert mention.who == Known(room.id("Ana Lima"), "Ana Lima")


def test_where_nothing_decides_it_stays_open(gather: Any) -> None:
    room = gather(("Ana Silva", date(2026, 1, 1)), ("Ana Lima", date(2026, 1, 1)))
    (mention,) = find_names("lunch with Ana", room)
    assert mention.who is None
    assert {person.name for person in mention.candidates} == {"Ana Silva", "Ana Lima"}


def test_the_full_name_elsewhere_says_who_the_first_name_is(gather: Any) -> None:
    room = gather(("Ana Silva", date(2026, 1, 1)), ("Ana Lima", date(2026, 2, 1)))
    assert who("Ana Silva came. Ana sat down", room) == ["Ana Silva", "Ana Silva"]
    assert who('@"Ana Costa" came. Ana sat down', room) == ["Ana Costa", "Ana Costa"]


def test_nobody_is_asked_who_met_whom_unless_it_matters(gather: Any) -> None:
    room = gather("Ana Silva", "Ana Lima", "Karim Haddad")
    who("Ana Silva and Karim", room)
    assert room.asked_who_met == 0
    who("Ana and Karim", room)
    assert room.asked_who_met == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("met Ana Costa there", "Ana Costa"),
        ("met Ana da Costa-Reis", "Ana da Costa-Reis"),
        ("met @Ana Costa", "@Ana Costa"),
        ("met Ana C. there", "Ana C."),
    ],
)
def test_another_surname_is_a_question_not_a_guess(gather: Any, text: str, written: str) -> None:
    (mention,) = find_names(text, gather("Ana Silva"))
    assert (mention.written, mention.who, mention.is_stranger) == (written, None, True)
    assert [person.name for person in mention.candidates] == ["Ana Silva"]


@pytest.mark.parametrize(
    "text", ["Ana Tuesday", "Ana IRL", "Ana, Costa", "Ana\nCosta", "Ana Karim", "Ana And me"]
)
def test_not_every_capital_after_a_name_is_a_surname(gather: Any, text: str) -> None:
    assert "?" not in who(text, gather("Ana Silva", "Karim Haddad"))


def test_a_choice_settles_the_same_name_everywhere(gather: Any) -> None:
    room = gather("Ana Silva", "Ana Lima")
    lima = room.id("Ana Lima")
    assert who("Ana, and Ana", room, {0: lima}) == ["Ana Lima", "Ana Lima"]
    assert who("Ana Costa, Ana", room, {0: lima}) == ["Ana Lima", "Ana Lima"]
    assert who("Ana Costa, Ana Costa, Ana Reis", room, {0: ""}) == ["Ana Costa", "Ana Costa", "?"]
    assert who("Ana", room, {0: "nobody"}) == ["?"]
    assert who("Ana", room, {7: lima}) == ["?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ada", ["Ada"]),
        ("@ADA @Ada @ada", ["ADA"] * 3),
        ("(@ada)", ["Ada"]),
        ("@ada's boat", ["Ada"]),
        ("@jean-paul", ["Jean-Paul"]),
        ('@"ada b" @“ada b”', ["ada b", "ada b"]),
        ('@"Ada  \\"Countess\\" Byron"', ['Ada "Countess" Byron']),
        ('@"Ada Lov', ["Ada Lov"]),
        ('@"Ada Lov\nGeorge', ["Ada Lov", "George Carver"]),
        ("@grace", ["Grace Hopper"]),
        ('@"grace hopper"', ["Grace Hopper"]),
        ("@Grace Hopper", ["Grace Hopper"]),
        ("@grace_hopper", ["Grace Hopper"]),
        ("@pepe", ["José Niño"]),
        ("@geo", ["Geo"]),
        ("@grace a good friend", ["Grace Hopper"]),
        ("ada@example.org me@grace", []),
        ("[@click=app.quit] [@ada] @Override()", ["Ada"]),
        ('@ @"" @"  " @! @"?"', []),
        ("@" + "a" * 121, ["A" + "a" * 120]),
        ("@Dr Okonkwo and @dr. amrit", ["Dr Okonkwo", "Dr. Amrit"]),
        ("@Old Mr Baird, @Frau Dr. Lindner", ["Old Mr Baird", "Frau Dr. Lindner"]),
        ("@Coach said hi, @dr told me, @Aunt rang", ["Coach", "Dr", "Aunt"]),
        ("@grandma sang with @aunt Mary", ["Grandma", "Aunt Mary"]),
        ("@Dr. Then home", ["Dr"]),
    ],
)
def test_an_at_sign_names_someone_outright(room: Any, text: str, expected: list[str]) -> None:
    assert who(text, room) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tea with Hoa, Min-jun", ["Nguyễn Thị Hoa", "Kim Min-jun"]),
        ("Tea with Min-jun and Hoa about Rose", ["Kim Min-jun", "Nguyễn Thị Hoa"]),
        ("with Kim and Hoa", ["Kim Min-jun", "Nguyễn Thị Hoa"]),
        ("tea with Nguyễn Thị Hoa", ["Nguyễn Thị Hoa"]),
        ("tea with Hoa Pham", []),
        ("tea with Anna Hoa", []),
        ("tea with hoa", []),
        ("Hoa rang", ["Nguyễn Thị Hoa"]),
        ("a talk about Hoa", []),
        ("tea with Rose, with Lake", []),
        ("sailed with Costa", []),
    ],
)
def test_a_last_name_of_one_person_names_them_after_with(gather: Any, text: str, expected: list[str]) -> None:
    people = gather("Nguyễn Thị Hoa", "Kim Min-jun", "Ada Rose", "Ben Lake", "Ana Costa", "Rui Costa")
    assert who(text, people) == expected


def test_a_name_as_long_as_a_page_is_none(room: Any) -> None:
    assert who('@"' + "a b " * 100, room) == []


@pytest.mark.parametrize(
    "text", ["\\Grace", "\\Grace Hopper", "\\@grace", '\\@"Grace Hopper"', "\\Jean-Luc", "(\\Grace)"]
)
def test_a_backslash_keeps_a_name_plain(room: Any, text: str) -> None:
    assert who(text, room) == []


def test_mentions_are_spelt_as_they_are_known(room: Any) -> None:
    said = [mention.said for mention in find_names('@jose @pepe @"GRACE HOPPER" @ada jose', room)]
    assert said == ["José", "Pepe", "Grace Hopper", "Ada", "jose"]


def test_a_mention_tells_newcomers_from_known_people(room: Any) -> None:
    first, second = find_names("@ada and @grace", room)
    assert isinstance(first, Mention)
    assert not isinstance(first.who, Known)
    assert isinstance(second.who, Known)
