"""vCards read card by card, from address books of any habit.

Sources: RFC 2426 (3.0), RFC 6350 (4.0), vCard 2.1, dependencies.md §4, reliability.md C9. Nothing that a card
points to is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from netjournal.exchange.cards import Brought, Card, Tick, Warned
from netjournal.exchange.decoding import Cleaner, holds_nul, to_utf8, understood, without_controls
from netjournal.exchange.readings import reading_in_card
from netjournal.exchange.vcard_fields import (
    KEPT,
    MARKS,
    MINE,
    OWN_UID,
    SEVERAL,
    Claim,
    as_usual,
    claim,
    name_of,
    standard_lines,
)
from netjournal.exchange.vcard_lines import (
    Line,
    escaped,
    logical_lines,
    parse_line,
    read_line,
)
from netjournal.model import Contact, is_id

_PICTURES = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_LARGEST_PICTURE = 1024 * 1024
_ALL_PICTURES = 4 * 1024 * 1024
"""How much of pictures and the like is kept of one file: they are read with every person from then on."""

_MOST_LINES = 20_000
_SPENT = MARKS | frozenset({"VERSION", "REV", "PRODID", "FN", "NOTE"})
_WHOLE = frozenset({"TEL", "EMAIL", "URL", "NICKNAME", "TITLE", "BDAY", "TZ"})
"""Properties that say no more than their field does, where they have no parameters."""

_TICK = 500


class _Open(NamedTuple):
    """A card while its lines come in: `odd` ones are no properties, `agent` is the card within it."""

    start: int
    lines: list[tuple[str, Line]]
    odd: list[str]
    agent: list[str]


def read_cards(data: bytes, where: str = "", tick: Tick = lambda _: None) -> Brought:
    """Everyone in a file of vCards 2.1 to 4.0; a broken card costs only itself. `where` names the file."""
    people: list[Card] = []
    warnings: list[Warned] = []
    skipped, room, clean = 0, _ALL_PICTURES, Cleaner()
    for found, is_closed in _cards(to_utf8(data), clean):
        place = f"{where}, line {found.start}" if where else f"line {found.start}"
        said = [] if is_closed else ["the card has no end; what is in it was read"]
        if found.odd:
            said.append(f"{len(found.odd)} of its lines cannot be read; they are kept as they are")
        if len(found.lines) + len(found.odd) + len(found.agent) >= _MOST_LINES:
            said.append(f"the card has more than {_MOST_LINES} lines; the rest was left out")
        room -= _leave_pictures(found.lines, room, said)
        card = _card(found, place, said)
        if card is None:
            skipped += 1
            said.append("the card tells of nobody")
        else:
            people.append(card)
        warnings += [Warned(place, what) for what in said]
        if len(people) % _TICK == 0:
            tick(len(people))
    if clean.said:
        warnings.append(Warned(where or "the file", clean.said))
    return Brought(tuple(people), tuple(warnings), skipped)


def card_of(lines: Iterable[str]) -> Card | None:
    """The person of whom unfolded lines of a vCard 3.0 tell, None if they tell of nobody."""
    return _card(_Open(0, [(text, line) for text in lines if (line := parse_line(text))], [], []), "", [])


def _cards(data: bytes, clean: Cleaner) -> Iterator[tuple[_Open, bool]]:
    """The cards with whether each was closed; a card within a card, an AGENT, becomes one line of it."""
    card: _Open | None = None
    depth = 0
    for number, raw in logical_lines(data):
        mark = raw[:40].replace(b" ", b"").strip().upper() if raw[:1] in b"BbEe \t" else b""
        if mark == b"BEGIN:VCARD":
            if card is not None and (depth or (card.agent and card.agent[-1] == "")):
                depth += 1
            else:
                if card is not None:
                    yield card, False
                card = _Open(number, [], [], [])
        elif card is None:
            continue
        elif mark == b"END:VCARD":
            if depth:
                depth -= 1
            else:
                yield _with_agent(card), True
                card = None
        elif depth or raw.strip():
            _take(card, raw, depth, clean)
    if card is not None:
        yield _with_agent(card), False


def _take(card: _Open, raw: bytes, depth: int, clean: Cleaner) -> None:
    """One more line of a card; what a card of no person has room for is left out."""
    if len(card.lines) + len(card.odd) + len(card.agent) >= _MOST_LINES:
        return
    found = read_line(raw, clean)
    if depth:
        card.agent.append(found[0] if found else "")
    elif found is None:
        card.odd.append(without_controls(understood(raw)).strip())
    elif found[1].name == "AGENT" and not found[1].value.strip():
        card.agent.append("")
    else:
        card.lines.append(as_usual(*found))


def _with_agent(card: _Open) -> _Open:
    inner = [line for line in card.agent if line]
    if inner:
        value = escaped("\n".join(["BEGIN:VCARD", *inner, "END:VCARD", ""]))
        card.lines.append((f"AGENT:{value}", Line("AGENT", value)))
    return card


def _leave_pictures(lines: list[tuple[str, Line]], room: int, said: list[str]) -> int:
    """Take out pictures that are too large; how much of `room` those that stay need."""
    used = 0
    for one in [one for one in lines if one[1].name in _PICTURES]:
        size = len(one[0])
        if size > min(_LARGEST_PICTURE, room - used):
            lines.remove(one)
            said.append(f"a {one[1].name.lower()} was left out: there is no room for it")
        else:
            used += size
    return used


def _card(found: _Open, place: str, said: list[str]) -> Card | None:
    fields: dict[str, Any] = {}
    own: dict[str, Any] = {}
    rest: list[str] = [f"{KEPT}:{escaped(line)}" for line in found.odd]
    for text, line in sorted(found.lines, key=lambda one: one[1].name == "ROLE"):
        if line.name.startswith(MINE) and _take_own(line, own, rest):
            continue
        if line.name == "UID" and is_id(line.text.removeprefix(OWN_UID)):
            own.setdefault("id", line.text.removeprefix(OWN_UID))
            continue
        if (said_of := claim(line)) is not None:
            _take_claim(said_of, fields)
        elif line.name == "BDAY" and line.value.strip():
            said.append("the birthday is not a day; it is kept as it is")
        is_said = said_of is not None and line.name in _WHOLE and not line.parameters and not line.group
        if line.name not in _SPENT and line.value and not is_said:
            rest.append(text)
    if "name" not in fields and not own.get("name") and not _name(found.lines, fields):
        return None
    if reading := reading_in_card(fields.get("name", ""), (line for _, line in found.lines)):
        _take_claim(Claim("nicknames", (reading,)), fields)
    contact = _contact(fields, own, said)
    usual = {text.rstrip(";") for _, _, text in standard_lines(contact)} if rest else set()
    kept = dict.fromkeys(text for text in rest if text.rstrip(";") not in usual)
    return Card(contact, tuple(kept), place)


def _take_own(line: Line, own: dict[str, Any], rest: list[str]) -> bool:
    """Take in a property of ours; False for one that we do not know."""
    if line.name == KEPT:
        text = without_controls(line.text).replace("\n", " ").strip()
        inner = parse_line(text)
        if inner is None or inner.name == KEPT:
            rest.append(f"{KEPT}:{escaped(text)}")
        elif inner.name not in MARKS:
            rest.append(text)
        return True
    field = line.name.removeprefix(MINE).lower()
    if field not in Contact.__struct_fields__ or holds_nul(line.text):
        return False
    try:
        value = msgspec.json.decode(line.text)
    except msgspec.DecodeError:
        return False
    if (field == "name" and not (isinstance(value, str) and value)) or (
        field == "id" and not is_id(str(value))
    ):
        return False
    own[field] = value
    return True


def _take_claim(said_of: Claim, fields: dict[str, Any]) -> None:
    field, values = said_of
    if field in SEVERAL:
        fields.setdefault(field, {}).update(dict.fromkeys(values))
    elif field == "about" and field in fields:
        fields[field] = f"{fields[field]}\n\n{values[0]}"
    else:
        fields.setdefault(field, values[0])


def _name(lines: Sequence[tuple[str, Line]], fields: dict[str, Any]) -> bool:
    """Find a name for a card that gives none in full; whether there is one."""
    parts = [name_of(line) for _, line in lines if line.name == "N"]
    others = (fields.get("organisation", ""), *fields.get("nicknames", ()), *fields.get("emails", ()))
    name = next((name for name in (*parts, *others, *fields.get("phones", ())) if name), "")
    fields["name"] = name
    return bool(name)


def _contact(fields: dict[str, Any], own: dict[str, Any], said: list[str]) -> Contact:
    """What fits; of what a hand wrote into a property of ours, what does not is told and left out."""
    plain = {"id": "", "name": fields.get("name") or own.get("name") or ""} | fields
    plain |= {field: list(fields[field]) for field in SEVERAL & fields.keys()}
    try:
        return msgspec.convert(plain | own, Contact)
    except msgspec.ValidationError:
        for key in own:
            try:
                msgspec.convert(plain | {key: own[key]}, Contact)
                plain[key] = own[key]
            except msgspec.ValidationError:
                said.append(f"the {key} does not fit and was left out")
    return msgspec.convert(plain, Contact)
