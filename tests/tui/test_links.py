"""Names and tags in an entry lead to the person and to their like."""

from __future__ import annotations

import datetime as dt

import pytest

from netjournal.model import Interaction
from netjournal.tui.entries import EntryRow
from netjournal.tui.links import linked, links_of
from netjournal.tui.text import span

NAMES = {"A": "Ana Silva", "B": "Ana Costa", "C": "Karim Haddad", "D": "田中由紀", "E": "Herr Vogt"}


def _led(text: str, people: str, *tags: str) -> dict[str, str]:
    entry = Interaction(id="E", date=dt.date(2026, 11, 17), people=tuple(people), tags=tags)
    [line] = linked([(span(text),)], entry, NAMES)
    assert "".join(part.text for part in line) == text
    return {part.text: part.to for part in line if part.to}


@pytest.mark.parametrize(
    ("text", "people", "tags", "led"),
    [
        ("Tea with Karim Haddad", "C", (), {"Karim Haddad": "person:C"}),
        ("Karim's boat, Karimov", "C", (), {"Karim": "person:C"}),
        ("Ana and Ana Costa", "AB", (), {"Ana Costa": "person:B"}),
        ("with 田中由紀さん", "D", (), {"田中由紀": "person:D"}),
        ("#food and #foodie", "", ("food",), {"#food": "tag:food"}),
        ("Karim was not there", "A", (), {}),
        ("Vogt paid, Herr Vogt that is", "E", (), {"Vogt": "person:E", "Herr Vogt": "person:E"}),
        ("Herr Lindner paid", "E", (), {}),
    ],
)
def test_only_whole_names_and_tags_of_the_entry_lead_somewhere(
    text: str, people: str, tags: tuple[str, ...], led: dict[str, str]
) -> None:
    assert _led(text, people, *tags) == led


def test_an_entry_names_all_it_leads_to() -> None:
    entry = Interaction(id="E", date=dt.date(2026, 11, 17), people=("A", "C"), tags=("food",), text="x\n- y")
    assert [link.words for link in links_of(entry, NAMES)] == ["Ana Silva", "Karim Haddad", "#food"]
    lines = EntryRow(entry, NAMES, entry.date).lines(60)
    assert {part.to for line in lines for part in line} == {"", "person:A", "person:C", "tag:food"}
    assert any("• y" in "".join(part.text for part in line) for line in lines)
