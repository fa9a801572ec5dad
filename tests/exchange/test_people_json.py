"""People as JSON, out and back."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.cli.shapes import person_shape
from netjournal.exchange.cards import Card, kept_fields
from netjournal.exchange.reading import read_volume
from netjournal.exchange.volume import Volume
from netjournal.model import Contact
from tests.exchange.made_up import CONTACTS, NOON, TEXTS


def read(*people: object) -> Volume:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.json"
        path.write_text(json.dumps({"people": people}), encoding="utf-8")
        return read_volume(path, NOON)


@settings(max_examples=40)
@given(CONTACTS, st.lists(TEXTS, max_size=2))
def test_everyone_comes_back_field_for_field(person: Contact, lines: list[str]) -> None:
    card = Card(person, tuple(lines))
    [found] = read({**person_shape(person), "vcard": [], **kept_fields(card)}).people
    assert (found.contact, found.lines) == (person, card.lines)


def test_one_who_does_not_fit_costs_only_themselves() -> None:
    found = read({"name": "Ana", "tags": 3}, {"name": "Bo", "id": "../x", "born": 1})
    assert [card.contact for card in found.people] == [Contact(id="", name="Bo")]
    assert (found.skipped, [warned.where for warned in found.warnings]) == (1, ["people.json, person 1"])
