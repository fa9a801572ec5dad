"""vCards written so that any address book can read them, and we read back what we wrote.

Sources: RFC 2426 (3.0), dependencies.md §4.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import msgspec

from netjournal.exchange.cards import Card
from netjournal.exchange.decoding import without_controls
from netjournal.exchange.vcard import card_of
from netjournal.exchange.vcard_fields import KEPT, MARKS, MINE, OWN_UID, SEVERAL, claim, standard_lines
from netjournal.exchange.vcard_lines import Line, escaped, folded, parse_line, parts_of, seems_encoded
from netjournal.model import Contact, is_id

_ONCE = frozenset({"N", "BDAY", "UID"})
_CONTROLS = re.compile(r"[\x7f-\x9f]")


def write_cards(cards: Iterable[Card]) -> bytes:
    """A file of vCards 3.0; `read_cards` gives the same Contacts back, ids included."""
    return b"".join(folded(_written(card)) for card in cards)


def _written(card: Card) -> list[str]:
    """The lines of a card: those of any address book, those kept, and ours where these do not say it all."""
    lines = _standing(card)
    read = card_of(lines)
    for field in Contact.__struct_fields__:
        value = getattr(card.contact, field)
        if read is None or getattr(read.contact, field) != value:
            text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
            text = _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
            lines.append(f"{MINE}{field.upper()}:{escaped(text)}")
    return ["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD"]


def _standing(card: Card) -> list[str]:
    """Standard lines, each in the words of a kept line that says the same and more."""
    tidy = (without_controls(text).replace("\n", " ") for text in card.lines)
    read = ((text, parse_line(text)) for text in tidy)
    kept = [(text, line, claim(line)) for text, line in read if line and line.name not in MARKS]
    person = card.contact
    fitting: dict[tuple[str, str], str] = {}
    more, once = [], {"UID"} if not any(line.name == "UID" for _, line, _ in kept) else set()
    for text, line, said in kept:
        if seems_encoded(text):
            more.append(f"{KEPT}:{escaped(text)}")
            continue
        name = "n" if line.name == "N" and _fits(line, person.name) else said.field if said else ""
        values = said.values if said else (person.name,) if name == "n" else ()
        held = getattr(person, name, ()) if name in SEVERAL else (getattr(person, name, person.name),)
        if name in SEVERAL and not set(values) <= set(held):
            continue  # taken out since
        if (
            name
            and name not in ("about", "name")
            and set(values) <= set(held)
            and (name, values[0]) not in fitting
        ):
            fitting = {(name, value): "" for value in values} | fitting | {(name, values[0]): text}
            once |= {line.name} & _ONCE
        elif line.name in _ONCE and (line.name != "UID" or "UID" in once):
            more.append(f"{KEPT}:{escaped(text)}")
        else:
            more.append(text)
            once |= {line.name} & _ONCE
    lines = [fitting.get((field, value), text) for field, value, text in standard_lines(person)]
    if is_id(person.id) and "UID" in once and not any(line.name == "UID" for _, line, _ in kept):
        lines.append(f"UID:{OWN_UID}{person.id}")
    return [*dict.fromkeys(line for line in lines if line), *more]


def _fits(line: Line, name: str) -> bool:
    """Whether the parts of an N are those of the name."""
    words = [word for part in parts_of(line.value, ";")[:3] for word in part.replace(",", " ").split()]
    return bool(words) and set(words) <= set(name.split())
