"""Tables of people: Google's, Outlook's, LinkedIn's, and our own there and back."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.exchange.cards import Card
from netjournal.exchange.people_csv import read_table, write_table
from netjournal.exchange.table import read_rows, write_rows
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.vcard_writing import write_cards
from netjournal.model import Contact
from tests.exchange.made_up import CONTACTS, TEXTS
from tests.hanging import comes_to_an_end

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


LOCALISED = {
    "German": (
        "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,Ort geschäftlich,Ort privat,"
        "Telefon geschäftlich,Mobiltelefon,E-Mail-Adresse,E-Mail 2: Adresse,Geburtstag,"
        "Kategorien,Notizen,Webseite"
    ),
    "French": (
        "Titre,Prénom,Deuxième prénom,Nom,Société,Poste,Ville (bureau),Ville (domicile),Téléphone (bureau),"
        "Tél. mobile,Adresse de messagerie,Adresse de messagerie 2,Anniversaire,Catégories,Notes,Page Web"
    ),
    "Spanish": (
        "Título,Nombre,Segundo nombre,Apellidos,Compañía,Cargo,Office,Ciudad,Teléfono del trabajo,"
        "Teléfono móvil,Dirección de correo electrónico,Dirección del correo electrónico 2,Cumpleaños,"
        "Categorías,Notas,Página Web"
    ),
    "Portuguese": (
        "Título,Nome,Segundo nome,Sobrenome,Empresa,Cargo,Office,Cidade,Telefone comercial,"
        "Telefone celular,Endereço de email,Endereço de e-mail 2,Aniversário,Categorias,Anotações,Página Web"
    ),
}
IN_WORDS = (
    "Dr.,Inês,Maria,Müller,Yard,Baker,Bern,Faro,+351 21 1,+351 91 2,i@a.example,m@a.example,9/12/1979,"
    '"Sea;Chor",Tall,a.example'
)


@pytest.mark.parametrize("header", LOCALISED.values(), ids=LOCALISED)
@pytest.mark.parametrize(("codec", "sign"), [("cp1252", ";"), ("utf-16", "\t"), ("utf-8-sig", ",")])
def test_outlooks_table_in_other_languages(header: str, codec: str, sign: str) -> None:
    found = read_table(f"{header}\n{IN_WORDS}\n".replace(",", sign).encode(codec))
    assert found is not None
    [card] = found.people
    assert card.contact == Contact(
        id="",
        name="Inês Maria Müller",
        emails=("i@a.example", "m@a.example"),
        phones=("+351 21 1", "+351 91 2"),
        links=("a.example",),
        organisation="Yard",
        role="Baker",
        place="Faro",
        birthday="1979-12-09",
        tags=("Sea", "Chor"),
        about="Tall",
    )
    assert [line.rpartition(":")[2] for line in card.lines] == ["Dr.", "Bern", "Müller;Inês;Maria;;"]


def test_what_no_field_has_room_for_is_kept() -> None:
    data = (
        "Name,Given Name,Family Name,Initials,Priority,Gender,File As,Organization 1 - Name,"
        "Organization 2 - Name,Address 1 - City,Address 2 - City,E-mail 1 - Type,E-mail 1 - Value,"
        "Birthday,Occupation\n"
        "Zoë van der Meer,Zoë,van der Meer,ZM,Normal,Unspecified,Zoë,Werf,Mill,Delft,Gouda,* Work,"
        "z@a.example,,Smith\n"
    )
    found = read_table(data.encode())
    assert found is not None
    [card] = found.people
    assert (card.contact.organisation, card.contact.place) == ("Werf", "Delft")
    assert set(card.lines) == {
        *(
            "N:van der Meer;Zoë;;;",
            "X-NETJOURNAL-COLUMN;NAME=Initials:ZM",
            "X-NETJOURNAL-COLUMN;NAME=File As:Zoë",
        ),
        *("X-NETJOURNAL-COLUMN;NAME=Organization 2 - Name:Mill", "X-NETJOURNAL-COLUMN;NAME=Occupation:Smith"),
        *(
            "X-NETJOURNAL-COLUMN;NAME=Address 2 - City:Gouda",
            "X-NETJOURNAL-COLUMN;NAME=E-mail 1 - Type:* Work",
        ),
    }
    [again] = read_cards(write_cards([card])).people
    assert (again.contact, set(again.lines)) == (card.contact, set(card.lines))


@pytest.mark.parametrize(
    ("days", "birthday"),
    [
        (("9/12/1979",), "1979-09-12"),
        (("9/12/1979", "25/1/1980"), "1979-12-09"),
        (("9/12/1979", "1/25/1980"), "1979-09-12"),
        (("09.12.1979",), "1979-12-09"),
        (("1979-12-09", "25/1/1980"), "1979-12-09"),
    ],
)
def test_another_day_tells_which_number_is_the_month(days: tuple[str, ...], birthday: str) -> None:
    rows = "".join(f"Ana,{day}\n" for day in days)
    assert people(f"Name,Birthday\n{rows}")[0].birthday == birthday


def test_controls_are_left_out_and_counted_once_for_the_file() -> None:
    found = read_table(b'Name,Notes\r\nA\x1bna,"two\r\nlines\x07"\r\nB\0o,\r\n', "a.csv")
    assert found is not None
    assert [(card.contact.name, card.contact.about) for card in found.people] == [
        ("Ana", "two\nlines"),
        ("Bo", ""),
    ]
    assert [tuple(warned) for warned in found.warnings] == [("a.csv", "3 control characters were left out")]


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


@settings(max_examples=40)
@given(CONTACTS)
def test_our_own_table_comes_back_field_for_field(person: Contact) -> None:
    found = read_table(write_table([Card(person, ("UID:1", "X-A;TYPE=b:c\\nd"))]))
    assert found is not None
    assert [(card.contact, card.lines) for card in found.people] == [(person, ("UID:1", "X-A;TYPE=b:c\\nd"))]


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


@given(st.text(st.sampled_from("\",;\n\r\t'=a1 \0"), max_size=60), st.binary(max_size=60))
def test_no_bytes_are_too_odd(text: str, data: bytes) -> None:
    for start in (b"Name,E-mail,Birthday\n", b"id,name,nicknames,offers,met,rhythm,vcard\n"):
        found = read_table(start + text.encode() + data)
        assert found is not None
        assert all(card.contact.name for card in found.people)


@pytest.mark.parametrize(
    "body",
    [
        '"' * 250_000,
        '"\n' * 125_000,
        '"a,' * 80_000,
        "," * 250_000,
        'a,"' + ("b" * 40 + "\n") * 6_000,
    ],
    ids=range(5),
)
def test_much_of_anything_comes_to_an_end(body: str) -> None:
    with comes_to_an_end(1):
        read_table(f"Name,E-mail\n{body}".encode())


def test_of_very_many_columns_the_first_are_read_and_it_is_said() -> None:
    names = ["First Name", "Last Name", *(f"Column {number}" for number in range(600))]
    row = ["Ana", "Lima", *("x" for _ in range(600))]
    found = read_table(f"{','.join(names)}\n{','.join(row)}\n".encode(), "wide.csv")
    assert found is not None
    [card] = found.people
    assert (card.contact.name, len(card.lines)) == ("Ana Lima", 498)
    assert [warned.what for warned in found.warnings] == [
        "the table has more than 500 columns; the others were left out"
    ]
