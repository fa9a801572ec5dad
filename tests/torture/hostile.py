"""Texts and files that somebody may hand us, and all that reads them. Source: reliability.md §5."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import JournalError
from netjournal.exchange.friends_md import read_friends
from netjournal.exchange.people_csv import read_table
from netjournal.exchange.reading import read_volume
from netjournal.exchange.vcard import read_cards
from netjournal.language.capture import capture, check
from netjournal.language.days.dates import understand
from netjournal.language.event_line import capture_at
from netjournal.language.filters.syntax import parse_filter
from netjournal.model import Acquaintance, Event
from netjournal.practice.prompts import read_prompts
from netjournal.settings import read_text
from netjournal.store.shelf import Shelf
from tests.language.conftest import Room
from tests.store.journals import MEMORY, NOW

PEOPLE = Room(
    [
        Acquaintance(id=f"01M7QDK5Y0000000000000000{number}", name=name, nicknames=nicknames)
        for number, (name, nicknames) in enumerate(
            (("Grace Osei", ("Gracie",)), ("Li Na", ()), ("José Ñandú", ("J.",)), ("[/] O'Neil", ()))
        )
    ]
)
ESC = "\x1b"
STRINGS = (
    *(
        "[red]x[/red]",
        "[/]",
        "Ann [/",
        "[CEO]",
        '[1, "3"]',
        "[foo='bar",
        "\\[x\\]",
        "\\",
        "[@click=app.quit]x[/]",
    ),
    *(
        "{0} {x!r} %s %(x)s ${HOME} $(id) `id`",
        f"{ESC}[31m",
        f"{ESC}]0;t\x07",
        f"{ESC}]52;c;UFdO{ESC}\\",
        f"{ESC}]",
    ),
    *(
        "\x9b31m",
        "\x00",
        "\x07",
        "\x08",
        "\r",
        "\x0b",
        "\x0c",
        "\x7f",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\u2028",
        "\u2029",
        "\ufff9",
        "\U000e0041",
        "\uffff",
        "\U0010ffff",
        "Jose\u0301",
        "José",
        "ſßİı",
        "Ω",
        "﷽",
    ),
    *("👩‍👩‍👧‍👦", "🏳️‍🌈", "שלום", "العربية", "नमस्ते", "한글", "Z͑͑͑͑͑͑͑͑", "", " ", "\n\n", "\t"),
    *(
        "=1+1",
        "=cmd|'/c calc'!A1",
        "+1",
        "-1",
        "@SUM(1)",
        "'=1",
        '"a""b"',
        "a;b",
        "a,b\nc",
        "1E5",
        "2026-02-29",
    ),
    *("../../x", "/etc/passwd", "CON", "nul.json", ".", "..", "~", "-rf", "--help", "a\\b", "x%00y"),
    *(
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@b?attach=/etc/passwd",
        "HTTPS://EXAMPLE.COM@evil.test",
    ),
    *(
        "(a+)+$",
        "(.*)*x",
        "a{1000000}",
        "[[:alpha:]",
        "*",
        "NOT AND OR",
        '"unclosed',
        "tag:",
        "@:",
        "#",
        "##",
    ),
    *(
        'name:""',
        "-",
        "--",
        "29 Feb 1992",
        "31 Apr",
        "0000-00-00",
        "9999-12-31",
        "10000-01-01",
        "--02-29",
        "year 1",
    ),
    *(
        "2026-03-29T02:30 Europe/Berlin",
        "2011-12-30 Pacific/Apia",
        "epoch 2^63",
        "+14:00",
        "99999999999 days ago",
    ),
)
WORDS = (
    *(
        "yesterday: ",
        "nov 3: ",
        "fri 3pm: ",
        "Grace ",
        "@Grace ",
        '@"Grace Osei" ',
        "\\Grace ",
        "#tag ",
        "via:call ",
    ),
    *(
        'at:"Café" ',
        "gave:",
        "got:",
        "promise:'x by friday' ",
        "mood:3 ",
        "energy:9 ",
        "(",
        ")",
        " or ",
        " and ",
    ),
    *(
        "-",
        "from:2026-01 ",
        "to:",
        "on:yesterday ",
        "mood<3 ",
        "promise:open ",
        '"',
        "'",
        ":",
        ",",
        ";",
        "/4",
        "p: ",
    ),
)
CARD = (
    *(
        "BEGIN:VCARD\r\n",
        "END:VCARD\r\n",
        "VERSION:2.1\r\n",
        "VERSION:3.0\r\n",
        "VERSION:4.0\r\n",
        "FN:Ann Lee\r\n",
    ),
    *(
        "N:Lee;Ann;;;\r\n",
        "UID:../../x\r\n",
        "BDAY:--0229\r\n",
        "BDAY:19920229\r\n",
        "EMAIL;TYPE=home:a@b.c\r\n",
    ),
    *(
        "NOTE;CHARSET=utf-7;ENCODING=QUOTED-PRINTABLE:=E9=\r\n=3D\r\n",
        "PHOTO;VALUE=uri:http://127.0.0.1:1/x\r\n",
    ),
    *(
        "PHOTO;ENCODING=b:AAAA\r\n AAAA\r\n",
        "item1.TEL:+1\r\n",
        "item1.X-ABLabel:_$!<Home>!$_\r\n",
        " folded\r\n",
    ),
    *('X;P="a;b:c":v\r\n', "ADR:;;;;;;\r\n", "REV:9999\r\n", "URL:javascript:x\r\n", "\r\n", ":", ";", "="),
)
TABLE = (
    *(
        "Name,Given Name,Family Name,E-mail 1 - Value\n",
        "First Name,Last Name,Email Address\n",
        "First Name;Last Name\n",
    ),
    *('"', '""', ",", ";", "\t", "\n", "\r", "\r\n", "Ann", "a@b.c", "=1+1", "sep=;\n", "Notes:\n\n"),
    *(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        "Ann,Lee,,a@b.c,,,01 Jan 2024\n",
    ),
)
FRIENDS = (
    *("### Activities:\n", "### Friends:\n", "### Notes:\n", "### Locations:\n", "### Locations\n"),
    *(
        "- 2026-11-01: Lunch with **Grace Osei** at _Paris_. @food\n",
        "- **Grace Osei** (a.k.a. Gracie) [Paris] @x\n",
    ),
    *("- Grace Osei\n", "- Paris\n", "- 2026-02-30: x\n", "**", "_", "[", "]", "(a.k.a. ", "- ", "\n"),
)
JSON = (
    *(
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"entries"',
        '"title"',
        '"date"',
        '"body"',
        '"time"',
        '"tags"',
        '"2026-11-01"',
    ),
    *(
        '{"entries": [{"title": "x", "body": "", "date": "2026-11-01", "time": "25:61", "tags": ["@a"]}]}',
        "null",
    ),
    *(
        '"netjournal"',
        '{"netjournal": 1, "people": {}}',
        "1e999",
        "NaN",
        "9" * 5000,
        '"\\ud800"',
        '"\\u0000"',
        "true",
    ),
    *(
        '{"contacts": {',
        '"01M7QDK5Y0K0F1000000000000": {"name": "x"}',
        "[" * 2000,
        '{"title": 1, "date": 2, "body": 3}',
    ),
)


TOML = (
    *("[circles]\n", "[[prompt]]\n", 'ask = "never"\n', "close = 21\n", 'id = "a-1"\n', 'text = "Well?"\n'),
    *(
        "fields = [\n",
        '"boats",\n',
        "]\n",
        "{ a = ",
        "}",
        "a.",
        "a = ",
        '"""\n',
        "'''\n",
        "[",
        "=",
        "\n",
        "#",
    ),
    *('mute = ["giving-01"]\n', "when = { first = true }\n", 'dimension = "curiosity"\n', "junk\n"),
)
EVENT = Event(
    id="01M7QDK5Y0000000000000000E", name="Fest", tag="fest", since=NOW.date(), by=NOW.date(), place="Quay"
)


class Reader(NamedTuple):
    """Something that reads what others wrote: what it is fed with, and what it does.

    `patience` is how many seconds it may take for a megabyte.
    """

    pieces: tuple[str, ...]
    read: Callable[[bytes], object]
    patience: float = 1.0


def _captured(data: bytes) -> None:
    check(capture(data.decode("utf-8", "replace"), NOW, PEOPLE), NOW.date())


def _met(data: bytes) -> None:
    capture_at(EVENT, NOW.date(), data.decode("utf-8", "replace"), NOW, PEOPLE)


def _befriended(data: bytes) -> object:
    return read_friends(data.decode("utf-8", "replace"), "friends.md")


def _brought(data: bytes) -> object:
    with tempfile.NamedTemporaryFile(dir=MEMORY) as file:
        file.write(data)
        file.flush()
        return read_volume(Path(file.name), NOW)


def _shelved(data: bytes) -> object:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        (Path(folder) / "contacts.json").write_bytes(data)
        return Shelf(Path(folder), "contacts").documents()


READERS: Mapping[str, Reader] = {
    "capture": Reader(WORDS, _captured),
    "event line": Reader(WORDS, _met),
    "dates": Reader(WORDS, lambda data: understand(data.decode("utf-8", "replace"), NOW)),
    "filter": Reader(WORDS, lambda data: parse_filter(data.decode("utf-8", "replace"), NOW)),
    "vCard": Reader(CARD, read_cards),
    "CSV": Reader(TABLE, read_table),
    "friends.md": Reader(FRIENDS, _befriended),
    "any file to import": Reader((*JSON, *CARD, *TABLE, *FRIENDS), _brought),
    "shelf": Reader(JSON, _shelved),
    "settings": Reader(TOML, lambda data: read_text(data.decode("utf-8", "replace"))),
    "questions": Reader(TOML, lambda data: read_prompts("x.toml", data.decode("utf-8", "replace"), {})),
}


def large(name: str, size: int) -> Iterator[bytes]:
    """Inputs of `size` bytes for a reader, each of one kind of thing again and again."""
    for piece in dict.fromkeys((*READERS[name].pieces, *STRINGS)):
        if piece:
            data = piece.encode("utf-8", "replace")
            yield (data * (size // len(data) + 1))[:size]
    yield from _shaped(name, size)


def _shaped(name: str, size: int) -> Iterator[bytes]:
    if name in ("vCard", "any file to import"):
        start, end = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\n", b"\r\nEND:VCARD\r\n"
        for kind in (
            b"NOTE:",
            b"N:;",
            b"TEL;",
            b'TEL;X="',
            b"PHOTO;ENCODING=b:",
            b"NOTE;ENCODING=QUOTED-PRINTABLE:",
        ):
            for filling in (b"x", b";", b",", b"\\n", b"=\r\n", b"\r\n ", b"A=b;", b'"'):
                yield start + kind + filling * (size // len(filling)) + end
        for piece in (b"junk\n", b"TEL:1\n", b"BEGIN:VCARD\nAGENT:\n"):
            yield start + piece * (size // len(piece)) + end
        yield start + b"NICKNAME:" + b"a," * (size // 2) + end
        yield b"BEGIN:VCARD\nFN:" + b"\\" * size + end
        yield (start + b"EMAIL:a@b.c" + end) * (size // 70)
    if name in ("CSV", "any file to import"):
        head = b"First Name,Last Name,Email Address\n"
        yield from (
            head + filling * (size // len(filling))
            for filling in (b'"', b'"\n', b'"a,', b",", b"a,b,c@d.e\n", b'"%b\n' % (b"x" * 40), b'a"b,')
        )
        yield head + b'a,"' + (b"b" * 40 + b"\n") * (size // 41)
        yield b",".join(b"Column %d" % number for number in range(size // 12)) + b"\n" + b"x," * (size // 12)
    if name in ("friends.md", "any file to import"):
        yield b"### Friends:\n" + b"- Ann Lee\n" * (size // 10)
        for words in (b"**Ann** ", b"_a_ ", b"@a ", b"x @a "):
            yield b"### Activities:\n- 2026-11-01: " + words * (size // len(words))
        yield b"### Activities:\n" + b"- 2026-11-01: **Ann**\n" * (size // 21)
    if name in ("shelf", "any file to import"):
        rows = ",\n".join(f'"{number:026}": {{"name": "x"}}' for number in range(size // 50))
        yield b'{"contacts": {\n ' + rows.encode() + b"\n}}\n"
        entries = [{"title": "Met Ann", "date": "2026-11-01", "body": "x @ann"}] * (size // 60)
        yield json.dumps({"entries": entries}).encode()
        yield json.dumps(
            {"entries": [{"title": "x", "date": "2026-11-01", "body": "@a " * (size // 3)}]}
        ).encode()


def timed(name: str, data: bytes, clock: Callable[[], float]) -> tuple[float, str]:
    """The seconds that a reader takes for `data`, and what other error than ours it came to."""
    began, wrong = clock(), ""
    try:
        READERS[name].read(data)
    except JournalError:
        pass
    except Exception as error:
        wrong = repr(error)
    return clock() - began, wrong
