"""Whose story, letter or book is told, read or given to others took no part in that."""

from __future__ import annotations

from typing import Any

import pytest

from tests.language.reading_lines import firsts, read

PEOPLE = ("Rosa Marín", "Yusuf Demir", "Pia Lindqvist", "Karim Haddad", "Friedel Haas")


@pytest.fixture(scope="module")
def room(gather: Any) -> Any:
    return gather(*PEOPLE)


@pytest.mark.parametrize(
    "line",
    [
        "told Yusuf's story to Rosa",
        "told Yusuf Demir’s story to Rosa",
        "told Yusufs story to Rosa",
        "told Rosa Yusuf's story",
        "told the story of Yusuf to Rosa",
        "told Rosa of Yusuf's visit",
        "Rosa told me Yusuf's story",
        "Yusuf's story was told to Rosa",
        "tea with Rosa, told her Yusuf's story",
        "gave Rosa Yusuf's book",
        "gave Yusuf's book to Rosa",
        "showed Rosa Yusuf's photos",
        "Rosa showed me Yusuf's last letter",
        "read Yusuf's letter aloud to Rosa",
        "passed on Yusuf's message to Rosa",
        "forwarded Yusuf's e-mail to Rosa",
        "discussed Yusuf's wedding with Rosa",
        "talked over Yusuf's letter with Rosa",
        "talked with Rosa about Yusuf's knee",
        "talked about Yusuf's knee with Rosa",
    ],
)
def test_whose_thing_is_handed_on_is_only_spoken_of(room: Any, line: str) -> None:
    found = read(line, room)
    assert firsts(found) == ["Rosa"]
    assert found.text == line


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("dinner at Yusuf's", "Yusuf"),
        ("dinner at Yusuf's with Rosa", "Yusuf Rosa"),
        ("sat at Friedel's bed with Rosa", "Friedel Rosa"),
        ("told a story to Rosa at Yusuf's party", "Rosa Yusuf"),
        ("gave Rosa a hug at Yusuf's", "Rosa Yusuf"),
        ("brought Rosa to Yusuf's wedding", "Rosa Yusuf"),
        ("showed Rosa Yusuf's workshop", "Rosa Yusuf"),
        ("heard Yusuf's story with Rosa", "Yusuf Rosa"),
        ("answered Yusuf's letter, tea with Rosa", "Yusuf Rosa"),
        ("read Yusuf's letter, then told Rosa", "Yusuf Rosa"),
        ("read Yusuf's message to me, tea with Rosa", "Yusuf Rosa"),
        ("told Yusuf's story to Rosa. Yusuf came by later", "Yusuf Rosa"),
        ("told @Yusuf's story to Rosa", "Yusuf Rosa"),
        ("told Yusuf's story to my class", "Yusuf"),
    ],
)
def test_in_doubt_they_took_part_in_it(room: Any, line: str, who: str) -> None:
    assert firsts(read(line, room)) == who.split()
