"""vCards: every address book's habits, and our own cards field for field."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.cli.shapes import person_shape
from netjournal.exchange.cards import Card
from netjournal.exchange.people_csv import read_table, write_table
from netjournal.exchange.vcard import read_cards
from netjournal.exchange.vcard_writing import write_cards
from netjournal.model import Contact
from tests.exchange.made_up import CONTACTS, WHOLE
from tests.hanging import comes_to_an_end

GOOGLE = """BEGIN:VCARD\r
VERSION:3.0\r
FN:Zoë van der Meer\r
N:van der Meer;Zoë;;;\r
EMAIL;TYPE=INTERNET;TYPE=HOME:zoe@example.nl\r
TEL;TYPE=CELL:+31 6 1234 5678\r
item1.EMAIL;TYPE=INTERNET:zoe@boats.example\r
item1.X-ABLabel:Boat yard\r
item2.X-ABDATE:2011-05-02\r
item2.X-ABLabel:_$!<Anniversary>!$_\r
item3.URL:https\\://boats.example/zoe\r
ORG:Werf Zuid;Hulls\r
TITLE:Shipwright\r
BDAY:19840301\r
NOTE:Met at the quay\\nlikes rye bread\\, and tea\r
CATEGORIES:myContacts,Sailing\r
END:VCARD\r
"""
APPLE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.1//EN
N:Okafor;Adaeze;;Dr.;
FN:Dr. Adaeze Okafor
item1.ADR;type=HOME;type=pref:;;12 Marina Rd;Lagos;;101001;Nigeria
item1.X-ABADR:ng
TEL;type=CELL;type=VOICE;type=pref:0803 555 0101
BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-02-29
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/adaeze
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQ
 gKDBQNDAsLDBkSEw8UHRofHh0a
UID:8F1C2A7E-1111
END:VCARD
"""
OUTLOOK = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de;CHARSET=Windows-1252:M\xfcller;J\xf6rg;;Herr\r\n"
    b"FN;CHARSET=Windows-1252:J\xf6rg M\xfcller\r\nORG:Stra\xdfenbau AG;Planung\r\n"
    b"TEL;WORK;VOICE:+49 (30) 90 18 20\r\n"
    b"ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;;Hauptstra=DFe 5=0D=0A2. Hof;=\r\n"
    b"Berlin;;10827;Deutschland\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE:Erste Zeile=0D=0A=\r\nZweite Zeile=\r\n\r\n"
    b"EMAIL;PREF;INTERNET:joerg@example.de\r\nREV:20240102T030405Z\r\nEND:VCARD\r\n"
)
ANDROID = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=94=B0=E4=B8=AD;=\r\n"
    b"=E8=8A=B1=E5=AD=90;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=94=B0=E4=B8=AD=20=E8=8A=B1=\r\n=E5=AD=90\r\n"
    b"TEL;CELL:09012345678\r\nX-Custom(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE):=E7=8C=AB\r\n"
    b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg\r\nABAQAAAQABAAD\r\n\r\nEND:VCARD\r\n"
)
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Tāne Ngata
NICKNAME:Tān,T
EMAIL;PREF=1:mailto:tane@example.nz
TEL;VALUE=uri;TYPE="voice,home":tel:+64-21-555-0101;ext=5
ADR;LABEL="1 Quay St; Auckland":;;1 Quay St;Auckland;;1010;New Zealand
TZ:Pacific/Auckland
BDAY:--1209
PHOTO:data:image/jpeg;base64,/9j/4AAQ
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
"""


def one(data: bytes | str) -> Card:
    [card] = read_cards(data.encode() if isinstance(data, str) else data).people
    return card


def test_googles_cards() -> None:
    card = one(GOOGLE)
    assert card.contact == Contact(
        id="",
        name="Zoë van der Meer",
        emails=("zoe@example.nl", "zoe@boats.example"),
        phones=("+31 6 1234 5678",),
        links=("https://boats.example/zoe",),
        organisation="Werf Zuid",
        role="Shipwright",
        birthday="1984-03-01",
        about="Met at the quay\nlikes rye bread, and tea",
        tags=("Sailing",),
    )
    assert {"item1.X-ABLabel:Boat yard", "ORG:Werf Zuid;Hulls", "N:van der Meer;Zoë;;;"} <= set(card.lines)


def test_apples_cards() -> None:
    card = one(APPLE)
    assert (card.contact.name, card.contact.birthday) == ("Dr. Adaeze Okafor", "--02-29")
    assert (card.contact.place, card.contact.phones) == ("Lagos", ("0803 555 0101",))
    assert card.contact.links == ("https://www.linkedin.com/in/adaeze",)
    assert card.uids == ("8F1C2A7E-1111",)
    assert [line for line in card.lines if line.startswith("PHOTO")] == [
        "PHOTO;TYPE=JPEG;ENCODING=b:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0a"
    ]


def test_outlooks_cards() -> None:
    card = one(OUTLOOK)
    assert (card.contact.name, card.contact.organisation) == ("Jörg Müller", "Straßenbau AG")
    assert (card.contact.place, card.contact.emails) == ("Berlin", ("joerg@example.de",))
    assert card.contact.about == "Erste Zeile\nZweite Zeile"
    assert "ADR;TYPE=WORK;TYPE=PREF:;;Hauptstraße 5\\n2. Hof;Berlin;;10827;Deutschland" in card.lines


def test_androids_cards() -> None:
    card = one(ANDROID)
    assert (card.contact.name, card.contact.phones) == ("田中 花子", ("09012345678",))
    assert {"X-CUSTOM:猫", "PHOTO;TYPE=JPEG;ENCODING=b:/9j/4AAQSkZJRgABAQAAAQABAAD"} <= set(card.lines)


def test_cards_of_version_four() -> None:
    card = one(FOUR)
    assert card.contact.nicknames == ("Tān", "T")
    assert (card.contact.emails, card.contact.phones) == (("tane@example.nz",), ("+64-21-555-0101",))
    assert (card.contact.place, card.contact.zone) == ("Auckland", "Pacific/Auckland")
    assert card.contact.birthday == "--12-09"
    assert "PHOTO:data:image/jpeg;base64,/9j/4AAQ" in card.lines


@pytest.mark.parametrize("data", [GOOGLE.encode(), APPLE.encode(), OUTLOOK, ANDROID, FOUR.encode()])
def test_what_comes_in_comes_out_again(data: bytes) -> None:
    card = one(data)
    again = one(write_cards([card]))
    assert again.contact == card.contact
    assert set(again.lines) == set(card.lines)


def test_every_encoding_is_read() -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Łukasz Żak\nEND:VCARD\n"
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("utf-16-le")):
        assert one(data).contact.name == "Łukasz Żak"
    assert one(text.replace("Ł", "L").replace("Ż", "é").encode("cp1252")).contact.name == "Lukasz éak"
    assert one(b"BEGIN:VCARD\nFN;CHARSET=KOI8-R:\xf1\xce\xc1\nEND:VCARD").contact.name == "Яна"


def test_a_broken_card_costs_only_itself() -> None:
    data = "begin:vcard\nfn:Ana\nno colon here\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
    data += "BEGIN:VCARD\nN:Lee;Bo\nBEGIN:VCARD\nFN:Chi\nEND:VCARD\n"
    brought = read_cards(data.encode(), "a.vcf")
    assert [card.contact.name for card in brought.people] == ["Ana", "Bo Lee", "Chi"]
    assert brought.skipped == 1
    assert [(warned.where, warned.what) for warned in brought.warnings] == [
        ("a.vcf, line 1", "1 of its lines cannot be read; they are kept as they are"),
        ("a.vcf, line 5", "the card tells of nobody"),
        ("a.vcf, line 8", "the card has no end; what is in it was read"),
    ]


def test_a_card_within_a_card_is_one_line_of_it() -> None:
    data = "BEGIN:VCARD\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD\nTEL:12345678\nEND:VCARD\n"
    card = one(data)
    assert (card.contact.name, card.contact.phones) == ("Boss", ("12345678",))
    assert card.lines == ("AGENT:BEGIN:VCARD\\nFN:Help\\nEND:VCARD\\n",)


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1992-02-29T23:00Z", "1992-02-29"),
        ("BDAY:19920229", "1992-02-29"),
        ("BDAY:--0229", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY:19930229", ""),
        ("BDAY;VALUE=text:circa 1800", ""),
    ],
)
def test_birthdays(line: str, birthday: str) -> None:
    card = one(f"BEGIN:VCARD\nFN:Ana\n{line}\nEND:VCARD")
    assert card.contact.birthday == birthday
    assert birthday or line in card.lines


def test_pictures_have_room_only_so_far() -> None:
    card = "BEGIN:VCARD\nFN:Ana {}\nPHOTO;ENCODING=b:{}\nEND:VCARD\n"
    brought = read_cards("".join(card.format(n, "A" * 1024 * 900) for n in range(8)).encode())
    assert [len(person.lines) for person in brought.people] == [1, 1, 1, 1, 0, 0, 0, 0]
    assert len(brought.warnings) == 4
    assert read_cards(card.format(1, "A" * 1024 * 1100).encode()).people[0].lines == ()


def test_no_line_is_longer_than_other_programs_read() -> None:
    data = write_cards([Card(Contact(id="", name="花" * 100, about="ä" * 500))])
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert all(line.decode() for line in data.split(b"\r\n") if line)


def test_no_field_is_left_behind_on_the_way_out_and_back() -> None:
    nobody = Contact(id="", name="?")
    fields = Contact.__struct_fields__
    assert [field for field in fields if getattr(WHOLE, field) == getattr(nobody, field)] == []
    [card] = read_cards(write_cards([Card(WHOLE)])).people
    assert card == Card(WHOLE, (), "line 1")
    table = read_table(write_table([Card(WHOLE)]))
    assert table is not None
    assert [one.contact for one in table.people] == [WHOLE]
    shape = person_shape(WHOLE)
    assert (
        msgspec.convert({key: value for key, value in shape.items() if value is not None}, Contact) == WHOLE
    )


def test_controls_are_left_out_and_counted_once_for_the_file() -> None:
    data = b"BEGIN:VCARD\nFN:A\x1b[31mna\x07\nNOTE;ENCODING=QUOTED-PRINTABLE:a=1Bb=0D=0Ac\n\x00\nEND:VCARD\n"
    brought = read_cards(data * 3, "a.vcf")
    assert {card.contact.name for card in brought.people} == {"A[31mna"}
    assert {card.contact.about for card in brought.people} == {"ab\nc"}
    assert ("a.vcf", "12 control characters were left out") in brought.warnings
    assert read_cards(b"BEGIN:VCARD\r\nFN:Ana\tL\r\nEND:VCARD\r\n").warnings == ()


def test_androids_nicknames() -> None:
    line = "X-ANDROID-CUSTOM:vnd.android.cursor.item/{};Lulu;1;;;;;;;;;;;;;"
    card = one(f"BEGIN:VCARD\nFN:Ana\n{line.format('nickname')}\n{line.format('relation')}\nEND:VCARD\n")
    assert (card.contact.nicknames, card.lines) == (("Lulu",), (line.format("relation"),))
    assert b"NICKNAME:Lulu" in write_cards([card])


@given(CONTACTS)
def test_our_own_card_comes_back_field_for_field(person: Contact) -> None:
    brought = read_cards(write_cards([Card(person)]))
    assert [card.contact for card in brought.people] == [person]
    assert brought.warnings == ()


@given(CONTACTS, st.sampled_from([GOOGLE.encode(), APPLE.encode(), OUTLOOK, ANDROID, FOUR.encode()]))
def test_nothing_kept_stands_in_the_way_of_what_was_changed(person: Contact, data: bytes) -> None:
    again = one(write_cards([Card(person, one(data).lines)]))
    assert again.contact == person
    assert one(write_cards([again])) == again._replace(lines=one(write_cards([again])).lines)


def test_no_line_ends_a_card_from_within() -> None:
    data = "BEGIN:VCARD\nFN:Ana\n\0END:VCARD\nX-NETJOURNAL-KEPT:END:VCARD\nTEL:12345678\nEND:VCARD\n"
    card = one(data)
    assert (card.contact.phones, card.lines) == (("12345678",), ())
    there = card._replace(lines=("X-A:1\r\nEND:VCARD", "END:VCARD", "BEGIN:VCARD"))
    assert write_cards([there]).count(b"\r\nEND:VCARD") == 1


_BITS = st.sampled_from(
    [
        *(
            b"BEGIN:VCARD\n",
            b"END:VCARD\n",
            b"FN:Ana\n",
            b"N:;;;;\n",
            b"AGENT:\n",
            b"=\n",
            b" ",
            b"\t",
            b"\xff",
            b"\0",
        ),
        *(
            b"NOTE;ENCODING=QUOTED-PRINTABLE:=E9=\n",
            b'TEL;TYPE="',
            b"BDAY:--0230\n",
            b"X-NETJOURNAL-NAME:5\n",
            b";" * 40,
        ),
        *(
            b'X-NETJOURNAL-ID:"../x"\n',
            b'X-NETJOURNAL-MET:{"date":"x"}\n',
            b"UID:../x\n",
            b"PHOTO;BASE64:AAA\nAAA\n",
        ),
        *(
            b'X-NETJOURNAL-ABOUT:"\\\\u0000\\\\ud800"\n',
            b"X-NETJOURNAL-TAGS:[1]\n",
            b"item1.X:\n",
            b"\\",
            b",",
            b":",
        ),
    ]
)


@given(st.binary(max_size=300) | st.lists(_BITS | st.binary(max_size=5), max_size=25).map(b"".join))
@example(b"BEGIN:VCARD\nX-NETJOURNAL-NAME:5\nEND:VCARD")
def test_no_bytes_are_too_odd(data: bytes) -> None:
    for card in read_cards(b"BEGIN:VCARD\n" + data).people:
        assert one(write_cards([card])).contact == card.contact


_SEEDS = st.sampled_from([GOOGLE.encode(), APPLE.encode(), OUTLOOK, ANDROID, FOUR.encode()])
_CHANGES = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 9), st.binary(max_size=3) | _BITS), min_size=1, max_size=6
)


@given(_SEEDS, _CHANGES)
def test_whatever_happened_to_a_card_it_comes_back_as_it_was_read(
    data: bytes, changes: list[tuple[int, int, bytes]]
) -> None:
    for start, length, more in changes:
        data = data[:start] + more + data[start + length :]
    cards = read_cards(data).people
    again = read_cards(write_cards(cards)).people
    assert [card.contact for card in again] == [card.contact for card in cards]
    assert [set(card.lines) for card in again] == [set(card.lines) for card in cards]


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCARD\n" * 5000,
        b"BEGIN:VCARD\nAGENT:\n" * 5000,
        b"BEGIN:VCARD\nFN:A\nN:" + b";" * 250_000,
        b"BEGIN:VCARD\nFN:A\nTEL" + b";X=1" * 62_500 + b":1\n",
        b"BEGIN:VCARD\nFN:A\nTEL" + b';X="1' * 50_000 + b":1\n",
        b"BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:" + b"AAAA\n " * 42_500,
        b"BEGIN:VCARD\nFN:A\n" + b"junk\n" * 50_000,
        b"BEGIN:VCARD\nFN:A\nNOTE;QUOTED-PRINTABLE:" + b"=\n" * 125_000,
        b"BEGIN:VCARD\nFN:A\nNOTE:" + b"\\," * 125_000,
        b"BEGIN:VCARD\nFN:" + b"\\" * 250_000,
        b"BEGIN:VCARD\nFN:A\nNICKNAME:" + b"a," * 125_000,
        b"BEGIN:VCARD\nFN:A\n" + b"TEL:1\n" * 40_000,
    ],
    ids=range(12),
)
def test_much_of_anything_comes_to_an_end(data: bytes) -> None:
    with comes_to_an_end(1):
        read_cards(data)
