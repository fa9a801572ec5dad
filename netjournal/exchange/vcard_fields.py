"""Which property of a vCard stands for which field of a Contact, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from netjournal.exchange.vcard_lines import Line, escaped, parts_of
from netjournal.model import Birthday, Contact

MINE = "X-NETJOURNAL-"
KEPT = f"{MINE}KEPT"
"""The property in which lines travel that may stand in a card only once, and those that are no property."""

OWN_UID = "netjournal-"
MARKS = frozenset({"BEGIN", "END"})
"""What stands around a card and is no property of it."""

SEVERAL = frozenset({"nicknames", "emails", "phones", "links", "tags"})
_GROUPS_OF_GOOGLE = frozenset({"mycontacts", "my contacts", "starred"})
_ANDROIDS_NICKNAME = "vnd.android.cursor.item/nickname;"
_NO_YEAR = 1604
"""The year that Apple writes for none."""

_DAY = re.compile(r"([0-9]{4}|--)-?([0-9]{1,2})-?([0-9]{1,2})(?:[T ].*)?")
_ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+|UTC")


class Claim(NamedTuple):
    """A field and the values that a line has for it."""

    field: str
    values: tuple[str, ...]


def claim(line: Line) -> Claim | None:
    """What a property says of a field; None for what no field has room for."""
    read = _READERS.get(line.name)
    if read is None:
        return None
    field, values_of = read
    values = tuple(value for part in values_of(line) if (value := part.strip()))
    return Claim(field, values) if values else None


def as_usual(text: str, line: Line) -> tuple[str, Line]:
    """A line in the words of all address books where Android has a way of its own: that of nicknames."""
    if line.name != "X-ANDROID-CUSTOM" or not line.value.startswith(_ANDROIDS_NICKNAME):
        return text, line
    value = escaped(parts_of(line.value, ";")[1].strip())
    return f"NICKNAME:{value}", Line("NICKNAME", value)


def name_of(line: Line) -> str:
    """The name in an N: given names first, as people say it."""
    family, given, more, *_ = (*parts_of(line.value, ";"), "", "", "")
    return " ".join(f"{given} {more} {family}".replace(",", " ").split())


def standard_lines(person: Contact) -> Iterator[tuple[str, str, str]]:
    """The lines that any address book reads: field, value and text of each."""
    words = person.name.split()
    family, given = (words[-1], " ".join(words[:-1])) if len(words) > 1 else ("", person.name)
    yield "name", person.name, f"FN:{escaped(person.name)}"
    yield "n", person.name, f"N:{escaped(family)};{escaped(given)};;;"
    for field, start in _PLAIN:
        value = getattr(person, field)
        for one in value if isinstance(value, tuple) else (value,):
            if one:
                yield field, one, start + escaped(one)
    if person.place:
        yield "place", person.place, f"ADR:;;;{escaped(person.place)};;;"
    if (born := person.born) is not None:
        text = (
            f"BDAY:{born}"
            if born.year is not None
            else f"BDAY;X-APPLE-OMIT-YEAR={_NO_YEAR}:{born._replace(year=_NO_YEAR)}"
        )
        yield "birthday", person.birthday, text
    if person.about:
        yield "about", person.about, f"NOTE:{escaped(person.about)}"


def read_day(text: str) -> str:
    """A birthday as a Contact has it, from the forms of ISO 8601; empty if it is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return ""
    year = None if found[1] == "--" or int(found[1]) == _NO_YEAR else int(found[1])
    try:
        return str(Birthday.parse(str(Birthday(int(found[2]), int(found[3]), year))))
    except ValueError:
        return ""


def is_persons_group(tag: str) -> bool:
    """Whether a group is somebody's own: not one that every address book of Google has."""
    return tag.casefold() not in _GROUPS_OF_GOOGLE


def _text(line: Line) -> list[str]:
    return [line.text]


def _list(line: Line) -> list[str]:
    return parts_of(line.value, ",")


def _groups(line: Line) -> list[str]:
    return [tag.strip().removeprefix("#") for tag in _list(line) if is_persons_group(tag.strip())]


def _address(line: Line) -> list[str]:
    return [re.sub(r"^(?:mailto|tel):", "", line.text.strip(), flags=re.IGNORECASE)]


def _phone(line: Line) -> list[str]:
    [text] = _address(line)
    return [text.partition(";ext=")[0]]


def _link(line: Line) -> list[str]:
    return [re.sub(r"\\([:,;\\])", r"\1", line.value)]


def _first(line: Line) -> list[str]:
    return parts_of(line.value, ";")[:1]


def _locality(line: Line) -> list[str]:
    """The town, else the region, else the country."""
    parts = parts_of(line.value, ";")
    return [
        next(
            (
                part.strip()
                for part in (*parts[3:5], *parts[6:7])
                if part.strip() and not part.strip()[:1].isdigit()
            ),
            "",
        )
    ]


def _zone(line: Line) -> list[str]:
    return [line.text] if _ZONE.fullmatch(line.text.strip()) else []


def _birthday(line: Line) -> list[str]:
    year = next(iter(line.parameter("X-APPLE-OMIT-YEAR")), "")
    text = line.text.strip()
    return [read_day(f"--{text[4:].lstrip('-')}" if year and text.startswith(year) else text)]


_READERS: dict[str, tuple[str, Callable[[Line], list[str]]]] = {
    "FN": ("name", _text),
    "NICKNAME": ("nicknames", _list),
    "EMAIL": ("emails", _address),
    "TEL": ("phones", _phone),
    "URL": ("links", _link),
    "X-SOCIALPROFILE": ("links", _link),
    "ORG": ("organisation", _first),
    "TITLE": ("role", _text),
    "ROLE": ("role", _text),
    "ADR": ("place", _locality),
    "TZ": ("zone", _zone),
    "BDAY": ("birthday", _birthday),
    "CATEGORIES": ("tags", _groups),
    "NOTE": ("about", _text),
}
_PLAIN = (
    ("nicknames", "NICKNAME:"),
    ("emails", "EMAIL;TYPE=INTERNET:"),
    ("phones", "TEL:"),
    ("links", "URL:"),
    ("organisation", "ORG:"),
    ("role", "TITLE:"),
    ("zone", "TZ;VALUE=text:"),
    ("tags", "CATEGORIES:"),
)
