"""People in tables: Google's, Outlook's and LinkedIn's, and our own.

What no field has room for is kept as a line of a vCard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from netjournal.exchange.cards import MOST, Brought, Card, Tick, Warned
from netjournal.exchange.columns import Column, is_day_first, tells_of_people
from netjournal.exchange.decoding import Cleaner, holds_nul, to_utf8, understood
from netjournal.exchange.person_in_row import LISTS, ONE, each_once, person_of
from netjournal.exchange.readings import reading_in_row
from netjournal.exchange.table import Row, read_rows, write_rows
from netjournal.exchange.vcard_fields import MINE
from netjournal.exchange.vcard_lines import Line, escaped, render
from netjournal.model import Contact, is_id

_SIGNS = (",", ";", "\t")
_HEADER_WITHIN = 40
_MOST_COLUMNS = 500
"""More than any address book has; each cell without a field becomes a line that is kept with the person."""

_TICK = 500
_LINES = "vcard"
"""Our own column of what no field has room for."""

_PARTED = LISTS | {"tags"}
"""Fields of which Google writes several into one cell."""

_OWN = frozenset({"id", "name", "nicknames", "offers"})


_Cell = tuple[Column, str]
"""A column and what stands in it: a plain pair, as a file may have millions of them."""


class _Table(NamedTuple):
    columns: list[Column]
    is_own: bool
    is_day_first: bool
    clean: Cleaner
    is_cut: bool

    @classmethod
    def headed(cls, header: Sequence[str], text: str, clean: Cleaner) -> _Table:
        columns = [Column.named(name) for name in header[:_MOST_COLUMNS]]
        return cls(columns, _is_own(header), is_day_first(columns, text), clean, len(header) > _MOST_COLUMNS)


def read_table(data: bytes, where: str = "", tick: Tick = lambda _: None) -> Brought | None:
    """Everyone in a table; its header is found after whatever stands above. None if it has none we know."""
    clean = Cleaner()
    text = understood(to_utf8(data))
    sign = next((sign for sign in _SIGNS if _header(text, sign) is not None), None)
    if sign is None:
        return None
    people: list[Card] = []
    warnings: list[Warned] = []
    skipped = 0
    table: _Table | None = None
    for row in read_rows(text, sign):
        if table is None:
            table = _Table.headed(row.cells, text, clean) if _is_header(row.cells) else None
            if table and table.is_cut:
                what = f"the table has more than {_MOST_COLUMNS} columns; the others were left out"
                warnings.append(Warned(where or "the file", what))
            continue
        if table.is_cut:
            del row.cells[_MOST_COLUMNS:]
        place = f"{where}, line {row.line}" if where else f"line {row.line}"
        said = ["a quote has no end"] if row.has_stray else []
        words = "".join(row.cells)
        if words and not words.isspace():
            read = _own_card if table.is_own else _card
            card = read(table, row, place, said)
            if card is None:
                skipped += 1
                said.append("the row tells of nobody")
            else:
                people.append(card)
                if len(people) % _TICK == 0:
                    tick(len(people))
        if said:
            warnings += [Warned(place, what) for what in said]
        if len(people) > MOST:  # whoever brings them in says so
            break
    if clean.said:
        warnings.append(Warned(where or "the file", clean.said))
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


def _is_header(cells: list[str]) -> bool:
    return _is_own(cells) or tells_of_people(cells)


def _is_own(header: Sequence[str]) -> bool:
    return set(header) >= _OWN


def _card(table: _Table, row: Row, place: str, said: list[str]) -> Card | None:
    found: dict[str, list[str]] = {}
    kept: list[_Cell] = []
    places: list[_Cell] = []
    for column, text in _cells(table, row):
        if column.field is None:
            kept.append((column, text))
        elif column.field == "place":
            places.append((column, text))
        elif column.field not in found:
            found[column.field] = [text]
        elif column.field in ONE:
            kept.append((column, text))
        else:
            found[column.field].append(text)
    if len(row.cells) > len(table.columns) and any(cell.strip() for cell in row.cells[len(table.columns) :]):
        said.append("the row has more cells than there are columns; the last were left out")
    if places:
        places.sort(key=lambda cell: cell[0].rank)
        found["place"] = [places[0][1]]
        kept += places[1:]
    lines = [_kept_column(*cell) for cell in kept]
    contact = person_of(found, table.is_day_first, said, lines)
    if contact is None:
        return None
    if kept and (reading := reading_in_row(contact.name, {column.key: text for column, text in kept})):
        contact = msgspec.structs.replace(contact, nicknames=each_once([*contact.nicknames, reading]))
    return Card(contact, tuple(dict.fromkeys(lines)), place)


def _cells(table: _Table, row: Row) -> Iterator[_Cell]:
    """What a row says in each column; Google writes several things into one cell."""
    is_plain = "".join(row.cells).isprintable()
    for column, cell in zip(table.columns, row.cells, strict=False):
        if not cell:
            continue
        if not is_plain:
            cell = table.clean(cell.replace("\r\n", "\n").replace("\r", "\n"))
        text = cell.strip()
        if " ::: " in text and column.field in _PARTED:
            parts = (part.strip() for part in text.split(" ::: "))
            yield from ((column, part) for part in parts if not column.says_nothing(part))
        elif not column.says_nothing(text):
            yield column, text


def _kept_column(column: Column, text: str) -> str:
    name = " ".join(re.sub(r'["\x00-\x1f\x7f-\x9f]', " ", column.name).split()) or "?"
    return render(Line(f"{MINE}COLUMN", escaped(text), "", (("NAME", (name,)),)))


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


def _own_card(table: _Table, row: Row, place: str, said: list[str]) -> Card | None:
    cells = {
        column.name: cell.replace("\0", "")
        for column, cell in zip(table.columns, row.cells, strict=False)
        if cell
    }
    table.clean.count += sum(cell.count("\0") for cell in row.cells)
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
