"""Names as they are read: found by it, and brought in and out no more than once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from netjournal.exchange.people_csv import read_table
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.vcard_writing import write_cards
from netjournal.language.finding.lookup import Lookup
from netjournal.model import Acquaintance

CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\n{}\r\nEND:VCARD\r\n"
APPLE = "FN:田中 花子\r\nN:田中;花子;;;\r\nX-PHONETIC-FIRST-NAME:Hanako\r\nX-PHONETIC-LAST-NAME:Tanaka"
KANA = "FN:田中 花子\r\nNICKNAME:Hana\r\nX-PHONETIC-FIRST-NAME:はなこ\r\nX-PHONETIC-LAST-NAME:たなか"
SORTED = 'FN:田中 花子\r\nN;SORT-AS="Tanaka,Hanako":田中;花子;;;'


@pytest.mark.parametrize("lines", [APPLE, KANA, SORTED])
def test_somebody_is_found_by_how_the_name_is_read(lines: str) -> None:
    [card] = read_cards(CARD.format(lines).encode()).people
    who = Acquaintance(id="a", name=card.contact.name, nicknames=card.contact.nicknames)
    for query in ("tanaka", "hanako tan", "tanaka hanako"):
        assert Lookup([who]).find(query)
    again = read_cards(write_cards([card])).people[0]
    assert (again.contact, set(again.lines)) == (card.contact, set(card.lines))
    assert write_cards([card]).decode().count("NICKNAME:") == len(card.contact.nicknames)


def test_a_reading_that_was_taken_out_stays_out() -> None:
    [card] = read_cards(CARD.format(APPLE).encode()).people
    without = card._replace(contact=replace(card.contact, nicknames=()))
    [again] = read_cards(write_cards([without])).people
    assert again.contact.nicknames == ()


@pytest.mark.parametrize(
    "lines",
    [
        'FN:Rene van der Harten\r\nN;SORT-AS="Harten,Rene":van der Harten;Rene;;;',
        "FN:Ana Sá\r\nX-PHONETIC-FIRST-NAME:ana\r\nX-PHONETIC-LAST-NAME:Sa",
        "FN:Ana Sá\r\nX-PHONETIC-FIRST-NAME:",
    ],
)
def test_what_says_no_more_than_the_name_is_no_nickname(lines: str) -> None:
    assert read_cards(CARD.format(lines).encode()).people[0].contact.nicknames == ()


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("Yomi Name", "たなか はなこ"),
        ("Given Name Yomi,Family Name Yomi", "Hanako,Tanaka"),
        ("Phonetic First Name,Phonetic Last Name", "Hanako,Tanaka"),
    ],
)
def test_so_do_tables(columns: str, cells: str) -> None:
    found = read_table(f"Name,E-mail 1 - Value,{columns}\n田中 花子,hanako@example.jp,{cells}\n".encode())
    assert found is not None
    [card] = found.people
    who = Acquaintance(id="a", name=card.contact.name, nicknames=card.contact.nicknames)
    assert Lookup([who]).find("tanaka")
    [again] = read_cards(write_cards([card])).people
    assert again.contact.nicknames == card.contact.nicknames
