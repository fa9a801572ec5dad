# ruff: noqa: E501
"""Three address books of one made-up person, after the forms of real exports: who is in which, and how.

A telephone's (vCard 2.1 and 3.0 of Android: quoted-printable, nicknames, numbers without the code of a
country, pictures), LinkedIn's table after its preamble (hardly an e-mail), and an Outlook's (vCard 2.1 in
cp1252, soft breaks). Many people stand in two or three of them, spelt differently; some share a name and are
two. The same people come of every run.
"""

from __future__ import annotations

import base64
import csv
import io
import quopri
from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

from netjournal.language.folding import fold

PEOPLE = 1_500
NAMESAKES = 12

_NAMES = """
Aino Eero Helmi Ilmari Kaisa Onni Päivi Väinö|Korhola Virtala Mäkiranta Nieminranta Lainela Salmikangas Rantala Lehtomäki
Łukasz Agnieszka Zofia Paweł Grzegorz Halina|Kowalczyk Wiśniak Zielecki Dąbrowicz Mazurek Piotrowiak Sikorek Wróblik
Giulia Matteo Chiara Lorenzo Beatrice Davide|Bianchetti Ferraldi Grimani Montelli Rossetti Vittadini Carbonelli D'Angelo
Priya Arjun Lakshmi Rohan Ananya Vikram|Ramanathan Krishnaswamy Venkatarao Chandralingam Jayamurthy Harinathan
Haruto Yui Hina Kenji Aiko Takumi Naoko|Tanamoto Yamakawa Fujimura Nakashi Ishihara Matsuda Kobahashi
Meiling Haoran Yuxin Lihua Zhenwei Ruolan|Zhangsun Ouyang Sima Dengzhi Caowen Pengyi Zhuge
Amina Karim Layla Omar Yusuf Nadia Samir|Haddadin Mansouri Khalidar Nassan Hamdani Bakrawi Sulayman
Chinedu Ngozi Emeka Adaeze Obinna Kwame Abena|Okochukwu Adanwo Nwaeze Amankwo Ogudike Ikebueze Mensola
José Inês João Beatriz Martín Lucía Íñigo|Fernández Rodríguez Álvarez Gutiérrez Pacheira Oliveiro Caldeirón
Jürgen Käthe Björn Sören Grete Ulrike Dörte|Müllermann Schröderer Hoffberg Weinmeyer Bäckler Grünhauer Köhler
Grace Hannah Oliver Ruth Edwin Mabel Robert|Hopfield Carvell Whitworth Brookstone Ashcombe Thornley Penfield
Siân Rhys Niamh Oisín Catriona Aoife Morag|MacLeodan O'Brienne McIntyre Fitzgeraldine Farlane Sullivane
Linh Minh Hương Tuấn Khánh Trang Bảo|Nguyễnh Trầnt Phạmh Hoàngh Dươngl Trịnht
Olena Taras Nadiya Bohdan Iryna Mykola|Shevchuk Kovalenko Bondarchuk Petrenko Lysenkiv Havrylko
"""
_CALLED = {"Robert": "Bob", "Beatrice": "Bea", "Hannah": "Hanna", "Łukasz": "Lukas", "Grace": "Gracie"}
_WORK = ("Mill & Daughters", "Yard, Ltd.", "Tern GmbH", "Kestrel", "Straßenbau Süd", "Orbit", "Société Lune")
_ROLES = ("Engineer", "Baker", "Pilot, harbour", "Künstlerin", "Teacher", "Directrice")
_TOWNS = ("Bergen", "Zürich", "Lagos", "Kraków", "Ōsaka", "Lisboa", "Beirut", "Kyiv", "Cardiff", "Hà Nội")
_PREAMBLE = (
    "Notes:\r\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. '
    'You will only see email addresses for connections who have allowed it."\r\n\r\n'
)


class Person(NamedTuple):
    """Somebody as they are: `number` tells namesakes apart; `books` are the letters of those they stand in."""

    number: int
    given: str
    family: str
    email: str
    local: str
    work: str
    role: str
    town: str
    books: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


def made_up_people() -> tuple[Person, ...]:
    """Everyone who stands in one of the books, by number."""
    random = Random(20261118)  # noqa: S311
    every = [
        (given, family)
        for line in _NAMES.split("\n")
        if line
        for given in line.partition("|")[0].split()
        for family in line.partition("|")[2].split()
    ]
    doubled = [
        (given, f"{family}{ending}") for given, family in every for ending in ("", "-Lind", "sen", " Ray")
    ]
    random.shuffle(doubled)
    names = doubled[: PEOPLE - NAMESAKES]
    names += names[:NAMESAKES]
    return tuple(_person(number, *name, random) for number, name in enumerate(names))


def books(people: tuple[Person, ...]) -> Mapping[str, bytes]:
    """The files by name."""
    return {
        "phone.vcf": b"".join(_android(person) for person in people if "p" in person.books),
        "Connections.csv": _linkedin([person for person in people if "l" in person.books]),
        "outlook.vcf": b"".join(_outlook(person) for person in people if "o" in person.books),
    }


def _person(number: int, given: str, family: str, random: Random) -> Person:
    ending = ("example.org", "mail.example", "post.example.net")[number % 3]
    is_namesake = number < NAMESAKES or number >= PEOPLE - NAMESAKES
    return Person(
        number,
        given,
        family,
        email=f"{fold(given)}.{number}@{ending}".replace("'", ""),
        local=f"0{100 + number % 800} {200000 + number * 517}",
        work=random.choice(_WORK),
        role=random.choice(_ROLES),
        town=random.choice(_TOWNS),
        books=random.choice(("p", "l", "o")) if is_namesake else random.choice(_WHERE),
    )


_WHERE = (*("p", "l", "o") * 5, "pl", "pl", "po", "lo", "lo", "plo")


def _android(person: Person) -> bytes:
    """Nicknames instead of names, accents left out as one types on a telephone, every third card 3.0."""
    given = _CALLED.get(person.given, person.given) if person.number % 4 == 0 else person.given
    family = fold(person.family).title() if person.number % 5 == 0 else person.family
    name, is_old = f"{given} {family}", person.number % 3
    lines = ["BEGIN:VCARD", "VERSION:2.1" if is_old else "VERSION:3.0"]
    if is_old and not name.isascii():
        lines += [_quoted("N", f"{family};{given};;;"), _quoted("FN", name)]
    else:
        lines += [f"N:{family};{given};;;", f"FN:{name}"]
    lines.append(f"TEL;CELL:{person.local}" if is_old else f"TEL;TYPE=CELL:{person.local}")
    if person.number % 5 < 3 or given != person.given:
        lines.append(f"EMAIL;HOME:{person.email}" if is_old else f"EMAIL;TYPE=HOME:{person.email}")
    if person.number % 11 == 0:
        lines.append("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Lulu;1;;;;;;;;;;;;;")
    if person.number % 7 == 0:
        text = base64.b64encode(bytes(range(180)) + person.number.to_bytes(2, "big")).decode()
        rows = [text[start : start + 72] for start in range(0, len(text), 72)]
        start = "PHOTO;ENCODING=BASE64;JPEG:" if is_old else "PHOTO;ENCODING=b;TYPE=JPEG:"
        lines += [start + rows[0], *(f" {row}" for row in rows[1:]), ""]
    return "\r\n".join([*lines, "END:VCARD", ""]).encode()


def _quoted(name: str, text: str) -> str:
    coded = "".join(f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in text.encode())
    rows, row = [], ""
    for piece in _pieces(coded):
        if len(row) + len(piece) > 60:
            rows.append(row + "=")
            row = ""
        row += piece
    return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + "\r\n".join([*rows, row])


def _pieces(coded: str) -> Iterator[str]:
    position = 0
    while position < len(coded):
        step = 3 if coded[position] == "=" else 1
        yield coded[position : position + step]
        position += step


def _linkedin(people: list[Person]) -> bytes:
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    for person in people:
        plain = person.number % 3 == 0
        given, family = (fold(part).title() if plain else part for part in (person.given, person.family))
        url = f"https://www.linkedin.com/in/{fold(given)}-{person.number}".replace("'", "")
        email = person.email if person.number % 20 == 0 else ""
        day = f"{person.number % 28 + 1:02} {('Jan', 'Mar', 'Oct')[person.number % 3]} 20{15 + person.number % 9}"
        table.writerow([given, family, url, email, person.work, person.role, day])
        if person.number % 90 == 0:
            table.writerow([""] * 7)
    return b"\xef\xbb\xbf" + (_PREAMBLE + file.getvalue()).encode()


def _outlook(person: Person) -> bytes:
    """What cp1252 has no letter for is written without its mark, as Outlook does."""
    given, family, work, role, town = map(_western, person[1:3] + person[5:8])
    head = "CHARSET=Windows-1252"
    note = quopri.encodestring(f"Visitenkarte von {town},\r\nfür später – gemerkt".encode("cp1252")).decode()
    note = note.replace("=\n", "=\r\n").replace("\r\nf", "=0D=0A=\r\nf")
    lines = [
        "BEGIN:VCARD",
        "VERSION:2.1",
        f"N;LANGUAGE=de;{head}:{family};{given}",
        f"FN;{head}:{given} {family}",
        f"ORG;{head}:{work}",
        f"TITLE;{head}:{role}",
        f"NOTE;ENCODING=QUOTED-PRINTABLE;{head}:{note}",
        f"TEL;WORK;VOICE:+49 (0) {person.local[1:]}",
        f"ADR;WORK;PREF;{head}:;;Am Hafen {person.number};{town};;10827;Deutschland",
        *([f"EMAIL;PREF;INTERNET:{person.email.title()}"] if person.number % 6 else []),
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS:2",
        "REV:20240102T030405Z",
        "END:VCARD",
        "",
    ]
    return "\r\n".join(lines).encode("cp1252")


def _western(text: str) -> str:
    return "".join(letter if letter.encode("cp1252", "ignore") else fold(letter) or letter for letter in text)
