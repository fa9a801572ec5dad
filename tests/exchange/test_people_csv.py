"""Tables of people: Google's, Outlook's, LinkedIn's, and our own there and back."""

from __future__ import annotations

import csv
import io
import itertools
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.exchange.cards import Card
from netjournal.exchange.people_csv import read_table, write_table
from netjournal.exchange.table import read_rows, write_rows
from netjournal.model import Contact
from tests.exchange.made_up import CONTACTS, TEXTS

GOOGLE = (
    "First Name,Middle Name,Last Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,"
    "Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - City,Website 1 - Value\r\n"
    'Adaeze,,Okafor,Dr.,Ada,,Lagos Boats,Engineer,1984-03-01,"Two\nlines",,* myContacts ::: Sailing,* Work,'
    "ada@example.ng ::: a@example.org,Mobile,+234 803 555 0101,Lagos,https://a.example\r\n"
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Hobby,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
    "田中 花子,花子,,田中,たなか はなこ,--0412,pottery,* myContacts ::: Kiln,Home,hanako@example.jp,Mobile,"
    "090-1234-5678,Kama,Potter\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Job Title,Business Phone,Home Phone 2,Home City,"
    "E-mail Address,E-mail 2 Address,Birthday,Hobby,Notes,Web Page,Categories,Priority\r\n"
    '"","Jörg","","Müller","","Straßenbau AG","Planer","+49 30 901820","030 1","Köln","joerg@example.de",'
    '"j@example.de","12/9/1979","Go","","","Brücke;Chor","Normal"\r\n'
).encode("cp1252")
LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Tāne,Ngata,https://www.linkedin.com/in/tane-ngata,,Port of Tauranga,"Pilot, harbour",12 Mar 2024
,,,,,,
Rosa,Quispe,https://www.linkedin.com/in/rosaq,rosa@example.pe,Telar,Weaver,7-Feb-22
"""


def people(data: bytes | str) -> list[Contact]:
    found = read_table(data.encode() if isinstance(data, str) else data)
    assert found is not None
    return [card.contact for card in found.people]


def test_googles_table() -> None:
    found = read_table(GOOGLE.encode())
    assert found is not None
    [card] = found.people
    assert card.contact == Contact(
        id="",
        name="Adaeze Okafor",
        nicknames=("Ada",),
        emails=("ada@example.ng", "a@example.org"),
        phones=("+234 803 555 0101",),
        links=("https://a.example",),
        organisation="Lagos Boats",
        role="Engineer",
        place="Lagos",
        birthday="1984-03-01",
        tags=("Sailing",),
        about="Two\nlines",
    )
    assert "X-NETJOURNAL-COLUMN;NAME=Name Prefix:Dr." in card.lines


def test_googles_old_table() -> None:
    [person] = people(GOOGLE_OLD)
    assert (person.name, person.birthday, person.tags) == ("田中 花子", "--04-12", ("Kiln",))
    assert (person.organisation, person.role, person.phones) == ("Kama", "Potter", ("090-1234-5678",))


def test_outlooks_table() -> None:
    [person] = people(OUTLOOK)
    assert (person.name, person.place, person.birthday) == ("Jörg Müller", "Köln", "1979-12-09")
    assert person.emails == ("joerg@example.de", "j@example.de")
    assert person.phones == ("+49 30 901820", "030 1")
    assert person.tags == ("Brücke", "Chor")
    assert people(OUTLOOK.replace(b",", b";").replace(b";Chor", b""))[0].organisation == "Straßenbau AG"


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_linkedins_table_after_its_preamble(start: str, end: str) -> None:
    tane, rosa = people(start + LINKEDIN.replace("\n", end))
    assert (tane.name, tane.role, tane.emails) == ("Tāne Ngata", "Pilot, harbour", ())
    assert tane.links == ("https://www.linkedin.com/in/tane-ngata",)
    assert rosa.about == "Connected on LinkedIn: 2022-02-07"


def test_other_tables_are_not_people() -> None:
    assert read_table(b"date,amount\n2026-01-01,5\n") is None
    assert read_table(b"") is None


def test_a_quote_without_an_end_costs_only_its_row() -> None:
    rows = "".join(f"Ana{n},a{n}@example.org\n" for n in range(1000))
    found = read_table(f'Name,E-mail\n"Bo,b@example.org\n{rows}'.encode(), "b.csv")
    assert found is not None
    assert len(found.people) == 1001
    assert [(warned.where, warned.what) for warned in found.warnings] == [
        ("b.csv, line 2", "a quote has no end")
    ]


@settings(max_examples=120, deadline=None)
@given(CONTACTS)
def test_our_own_table_comes_back_field_for_field(person: Contact) -> None:
    found = read_table(write_table([Card(person, ("UID:1", "X-A;TYPE=b:c\\nd"))]))
    assert found is not None
    assert [(card.contact, card.lines) for card in found.people] == [(person, ("UID:1", "X-A;TYPE=b:c\\nd"))]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_no_cell_is_a_formula_and_all_come_back(rows: list[list[str]]) -> None:
    data = write_rows(rows)
    assert [row.cells for row in read_rows(data.decode())] == rows
    for cell in itertools.chain.from_iterable(csv.reader(io.StringIO(data.decode(), newline=""))):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_formula_is_written_as_text() -> None:
    assert write_rows([["=1+1", "+49", "-1", "@x", "\tx", "'=1", "it's", "a=b"]]) == (
        b"'=1+1,'+49,'-1,'@x,\"'\tx\",''=1,it's,a=b\r\n"
    )


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("\",;\n\r\t'=a1 \0"), max_size=60), st.binary(max_size=60))
def test_no_bytes_are_too_odd(text: str, data: bytes) -> None:
    for start in (b"Name,E-mail,Birthday\n", b"id,name,nicknames,offers,met,rhythm,vcard\n"):
        found = read_table(start + text.encode() + data)
        assert found is not None
        assert all(card.contact.name for card in found.people)


@pytest.mark.parametrize(
    "body",
    [
        '"' * 1_000_000,
        '"\n' * 500_000,
        '"a,' * 300_000,
        "," * 1_000_000,
        'a,"' + ("b" * 40 + "\n") * 25_000,
    ],
    ids=range(5),
)
def test_a_megabyte_of_anything_takes_less_than_a_second(body: str) -> None:
    data = f"Name,E-mail\n{body}".encode()
    begun = process_time()
    read_table(data)
    assert process_time() - begun < 1
