"""Who is named by a last name alone, or in small letters by a name that is a word as well."""

from __future__ import annotations

from typing import Any

import pytest

from tests.language.reading_lines import firsts, read


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(
        *("Priya Nair", "Zhang Wei", "Nguyễn Thị Lan", "D. K. Rao", "Pieter van der Berg", "Siobhan O'Neill"),
        *(
            "Karim Haddad",
            "Elif Yılmaz",
            "Aunt Nora",
            "Ben Lake",
            "Joy Adeyemi",
            "Rose Abernathy",
            "Jack London",
        ),
        *("Mark Lindqvist", "Will Tanaka", "June Whitaker", "Grace Osei", "Uncle Tariq", "Honey Rider"),
        *("Ana Costa", "Rui Costa", "Jack London"),
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("kickoff w/ Rao in his office", ["D."]),
        ("met Priya, Wei", ["Priya", "Zhang"]),
        ("called Haddad", ["Karim"]),
        ("emailed Haddad", ["Karim"]),
        ("spoke to Lan on the phone", ["Nguyễn"]),
        ("package for Lan posted at last", ["Nguyễn"]),
        ("linkedin message from van der Berg", ["Pieter"]),
        ("van der Berg came by my desk", ["Pieter"]),
        ("lunch with van der Berg", ["Pieter"]),
        ("coffee with Thi Lan", ["Nguyễn"]),
        ("sat between Priya and Rao", ["Priya", "D."]),
        ("introduced Joy to Wei over lunch", ["Joy", "Zhang"]),
        ("Joy & Wei over for dinner", ["Joy", "Zhang"]),
        ("O'Neill came to look at the boiler", ["Siobhan"]),
        ("saw dr yılmaz about the rash", ["Elif"]),
        ("dinner with Mr Haddad", ["Karim"]),
        ("Mr Lake rang", ["Ben"]),
        ("tea w/ auntie Nora", ["Aunt"]),
        ("made jam w nora", ["Aunt"]),
        ("dk rao at the club", ["D."]),
        ("a talk about Haddad", []),
        ("flew to London", []),
        ("London was cold", []),
        ("a dog called Haddad", []),
        ("Lake came up to our knees", []),
        ("called Costa", []),
        ("met Anna Haddad", []),
        ("tea with haddad", []),
    ],
)
def test_a_last_name_names_somebody_where_a_person_is_meant(room: Any, line: str, names: list[str]) -> None:
    assert firsts(read(line, room)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("lunch with joy", ["Joy"]),
        ("swam with rose this morning, 14 degrees", ["Rose"]),
        ("dinner with rose & june", ["Rose", "June"]),
        ("coffee with mark, he's fine", ["Mark"]),
        ("met will and grace for drinks", ["Will", "Grace"]),
        ("hung out w/ lan n priya", ["Nguyễn", "Priya"]),
        ("skat with uncle tariq, mark and pieter", ["Uncle", "Mark", "Pieter"]),
        ("me, joy, rose & the girls at the spa", ["Joy", "Rose"]),
        ("rose and priya came over", ["Rose", "Priya"]),
        ("rose texted: all well", ["Rose"]),
        ("june + i cooked for an hour", ["June"]),
        ("joy and me talked for hours", ["Joy"]),
        ("rang mark", ["Mark"]),
        ("the kids danced. rose laughed so hard", ["Rose"]),
        ("told joy about it", ["Joy"]),
        ("supper at marks", ["Mark"]),
        ("told him, joy in my heart", []),
        ("rose, i think, and lilies", []),
        ("asked will he come", []),
        ("the bill came by post", []),
        ("sang with joy", []),
        ("the plan was met with joy", []),
        ("danced with joy and grace", []),
        ("took it with grace and patience", []),
        ("jumped with joy", []),
        ("covered with rose petals", []),
        ("tea with rose petals", []),
        ("tea with honey", []),
        ("he came with will and reason", []),
        ("june was hot and rose too", []),
        ("i will, priya said", ["Priya"]),
    ],
)
def test_a_word_in_small_letters_is_a_name_among_people(room: Any, line: str, names: list[str]) -> None:
    assert firsts(read(line, room)) == names
