"""People in tables: Google's, Outlook's and LinkedIn's, whose columns are known by name, and our own.

Source of the names: dependencies.md §11. What no field has room for is kept as a line of a vCard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from netjournal.exchange.cards import Brought, Card, Tick, Warned
from netjournal.exchange.decoding import holds_nul, to_utf8, understood, without_controls
from netjournal.exchange.table import Row, read_rows, write_rows
from netjournal.exchange.vcard_fields import MINE, is_persons_group, read_day
from netjournal.exchange.vcard_lines import Line, escaped, render
from netjournal.model import Contact, is_id

_SIGNS = (",", ";", "\t")
_HEADER_WITHIN = 40
_TICK = 500
_LINES = "vcard"
"""Our own column of what no field has room for."""

_SAYS_NOTHING = frozenset({"0/0/00", "0000-00-00"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "display name"),
    "given": ("first name", "given name"),
    "more": ("middle name", "additional name"),
    "family": ("last name", "family name", "surname"),
    "nicknames": ("nickname",),
    "emails": ("e-mail # - value", "e-mail address", "e-mail # address", "email address", "e-mail", "email"),
    "phones": (
        *("phone # - value", "mobile phone", "primary phone", "home phone", "home phone #", "business phone"),
        *("business phone #", "other phone", "car phone", "phone", "phone number", "mobile"),
    ),
    "links": ("website # - value", "web page", "personal web page", "url", "profile url"),
    "organisation": ("organization name", "organization # - name", "company"),
    "role": ("organization title", "organization # - title", "job title", "position"),
    "place": ("home city", "address # - city", "business city", "other city", "city", "location"),
    "birthday": ("birthday",),
    "tags": ("labels", "group membership", "categories"),
    "about": ("notes",),
    "connected": ("connected on",),
    "": (
        *("file as", "initials", "priority", "private", "sensitivity", "e-mail type", "e-mail # type"),
        *("e-mail display name", "e-mail # display name"),
    ),
}
_FIELD_OF = {column: field for field, columns in _COLUMNS.items() for column in columns}
_LISTS = ("nicknames", "emails", "phones", "links")
_TELLING = frozenset({"name", "given", "family", "emails"})
_OWN = frozenset({"id", "name", "nicknames", "offers"})


def read_table(data: bytes, where: str = "", tick: Tick = lambda _: None) -> Brought | None:
    """Everyone in a table; its header is found after whatever stands above. None if it has none we know."""
    text = understood(to_utf8(data)).replace("\0", "")
    sign = next((sign for sign in _SIGNS if _header(text, sign) is not None), None)
    if sign is None:
        return None
    people: list[Card] = []
    warnings: list[Warned] = []
    skipped = 0
    header: list[str] = []
    for row in read_rows(text, sign):
        if not header:
            header = row.cells if _is_header(row.cells) else []
            continue
        place = f"{where}, line {row.line}" if where else f"line {row.line}"
        said = ["a quote has no end"] if row.has_stray else []
        if any(cell.strip() for cell in row.cells):
            card = _own_card(header, row, place, said) if _is_own(header) else _card(header, row, place, said)
            if card is None:
                skipped += 1
                said.append("the row tells of nobody")
            else:
                people.append(card)
                if len(people) % _TICK == 0:
                    tick(len(people))
        warnings += [Warned(place, what) for what in said]
    return Brought(tuple(people), tuple(warnings), skipped)


def write_table(cards: Iterable[Card]) -> bytes:
    """Our own table: a column for each field, lists one item a line; `read_table` gives the same back."""
    fields = Contact.__struct_fields__
    rows = (
        [*(_own_cell(getattr(card.contact, field)) for field in fields), "\n".join(card.lines)]
        for card in cards
    )
    return write_rows([[*fields, _LINES], *rows])


def _header(text: str, sign: str) -> Sequence[str] | None:
    start = (
        "".join(text.splitlines(keepends=True)[:_HEADER_WITHIN]) if len(text) < 4096 else text[: 64 * 1024]
    )
    rows = (row.cells for row, _ in zip(read_rows(start, sign), range(_HEADER_WITHIN), strict=False))
    return next((cells for cells in rows if _is_header(cells)), None)


def _is_header(cells: Sequence[str]) -> bool:
    found = {_FIELD_OF.get(_plain(cell)) for cell in cells}
    return _is_own(cells) or (len(found - {None}) >= 2 and not _TELLING.isdisjoint(found))


def _is_own(header: Sequence[str]) -> bool:
    return set(header) >= _OWN


def _plain(column: str) -> str:
    """``e-mail # - value`` for ``E-mail 1 - Value``."""
    return re.sub(r"\b[0-9]{1,3}\b", "#", " ".join(column.casefold().split()))


def _card(header: Sequence[str], row: Row, place: str, said: list[str]) -> Card | None:
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for column, cell in zip(header, row.cells, strict=False):
        values = [part for part in (without_controls(text).strip() for text in cell.split(" ::: ")) if part]
        values = [value for value in values if value not in _SAYS_NOTHING]
        field = _FIELD_OF.get(_plain(column))
        if not values or field == "":
            continue
        if field is None:
            name = " ".join(re.sub(r'["\x00-\x1f\x7f-\x9f]', " ", column).split()) or "?"
            lines.append(
                render(Line(f"{MINE}COLUMN", escaped(" ::: ".join(values)), "", (("NAME", (name,)),)))
            )
        else:
            found.setdefault(field, []).extend(values)
    if len(row.cells) > len(header) and any(cell.strip() for cell in row.cells[len(header) :]):
        said.append("the row has more cells than there are columns; the last were left out")
    if "place" in found:
        found["place"] = [_best_place(header, row) or found["place"][0]]
    contact = _contact(found, said, lines)
    return None if contact is None else Card(contact, tuple(dict.fromkeys(lines)), place)


def _best_place(header: Sequence[str], row: Row) -> str:
    towns = {
        _plain(column): cell.strip() for column, cell in zip(header, row.cells, strict=False) if cell.strip()
    }
    return next((without_controls(towns[column]) for column in _COLUMNS["place"] if column in towns), "")


def _contact(found: dict[str, list[str]], said: list[str], lines: list[str]) -> Contact | None:
    parts = [" ".join(found.get(part, ())) for part in ("given", "more", "family")]
    names = (*found.get("name", ()), " ".join(part for part in parts if part))
    others = (*found.get("organisation", ()), *found.get("nicknames", ()), *found.get("emails", ()))
    name = next((name for name in (*names, *others, *found.get("phones", ())) if name), "")
    if not name:
        return None
    birthday = next(iter(found.get("birthday", ())), "")
    day = _day(birthday)
    if birthday and not day:
        said.append("the birthday is not a day; it is kept as it is")
        lines.append(f"BDAY;VALUE=text:{escaped(birthday)}")
    tags = [part.strip() for text in found.get("tags", ()) for part in text.split(";")]
    connected = [f"Connected on LinkedIn: {_in_words(text)}" for text in found.get("connected", ())[:1]]
    fields: dict[str, Any] = {field: _each_once(found.get(field, ())) for field in _LISTS}
    fields |= {field: next(iter(found.get(field, ())), "") for field in ("organisation", "role", "place")}
    return Contact(
        id="",
        name=name,
        birthday=day,
        tags=_each_once(tag for tag in tags if tag and not tag.startswith("* ") and is_persons_group(tag)),
        about="\n\n".join((*found.get("about", ()), *connected)),
        **fields,
    )


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _day(text: str) -> str:
    """A birthday in ISO form, or as American programs write it: month, day, year."""
    if day := read_day(text):
        return day
    found = re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", text)
    if found is None:
        return ""
    month, day = (found[2], found[1]) if "." in text or int(found[1]) > 12 else (found[1], found[2])
    return read_day(f"{found[3]}-{month}-{day}")


def _in_words(text: str) -> str:
    """``2024-03-12`` for ``12 Mar 2024`` and ``12-Mar-24``; anything else as it is."""
    found = re.fullmatch(r"([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](?:20)?([0-9]{2})", text)
    if found is None or found[2].casefold() not in _MONTHS:
        return text
    return f"20{found[3]}-{_MONTHS.index(found[2].casefold()) + 1:02}-{int(found[1]):02}"


def _own_cell(value: object) -> str:
    if isinstance(value, str):
        return value
    plain: Any = msgspec.to_builtins(value)
    if isinstance(value, tuple):
        is_plain = all(isinstance(item, str) and item and not {"\n", "\r"} & set(item) for item in value)
        return "\n".join(value) if is_plain and not "".join(value[:1]).startswith("[") else json.dumps(plain)
    if plain is None or plain is False:
        return ""
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _own_card(header: Sequence[str], row: Row, place: str, said: list[str]) -> Card | None:
    cells = {field: cell for field, cell in zip(header, row.cells, strict=False) if cell}
    raw: dict[str, Any] = {
        field: _own_value(field, cell) for field, cell in cells.items() if field in Contact.__struct_fields__
    }
    try:
        contact = msgspec.convert(
            {**raw, "id": raw.get("id", "") if is_id(raw.get("id", "")) else ""}, Contact
        )
        msgspec.json.encode(contact)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        said.append(f"it does not fit: {error}")
        return None
    return Card(contact, tuple(line for line in cells.get(_LINES, "").split("\n") if line), place)


def _own_value(field: str, cell: str) -> Any:
    kind = getattr(_NOBODY, field)
    if isinstance(kind, str):
        return cell
    if isinstance(kind, tuple):
        return _json(cell) if cell.startswith("[") else cell.split("\n")
    return _json(cell) if isinstance(kind, bool) or cell.isdecimal() or cell.startswith("{") else cell


def _json(cell: str) -> Any:
    try:
        return cell if holds_nul(cell) else msgspec.json.decode(cell)
    except msgspec.DecodeError:
        return cell


_NOBODY = Contact(id="", name="?")
