"""Whose card it is, asked at a terminal before anything is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import Start

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nORG:{}\nEMAIL:{}\nEND:VCARD\n"
KEYS = "1 this is them · n someone new · enter leave it · q leave all"


@pytest.fixture
def book(run: Run, home: Path) -> str:
    """Of Ana and Bo there are namesakes in the journal; Chi is nobody's."""
    run("add", "Ana Lima", "--organisation", "Yard", "--place", "Faro")
    run("add", "Bo Lee", "--organisation", "Mill", "--phone", "+47 22 33 44 55")
    people = [("Ana Lima", "Quay", "ana@quay.example"), ("Bo Lee", "Tern", "bo@tern.example")]
    (home / "book.vcf").write_text(
        "".join(CARD.format(*person) for person in (*people, ("Chi Eze", "", "c@e.ng")))
    )
    return str(home / "book.vcf")


def people(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("export", "people", "--format", "json").document["people"]
    return found


def contacts(home: Path) -> bytes:
    return (home / "journal" / "contacts.json").read_bytes()


def test_answers_are_part_of_the_import_and_are_remembered(
    start: Start, run: Run, home: Path, book: str
) -> None:
    before = contacts(home)
    terminal = start("import", book)
    shown = terminal.until("> ")
    assert "New: 1 · known: 0 · nothing is written yet." in shown
    assert "2 of the file may be somebody you know." in shown
    assert "1 of 2 · only the name is the same" in shown
    assert "   Ana Lima, in book.vcf, line 1\r\n   Quay\r\n   ana@quay.example" in shown
    assert f"1  Ana Lima\r\n   Yard · Faro\r\n   not met yet\r\n{KEYS}" in shown
    assert contacts(home) == before
    terminal.type("1\n")
    assert "+47 22 33 44 55" in terminal.until("> ")
    terminal.type("who?\n")
    assert KEYS in terminal.until("> ")
    terminal.type("n\n")
    code, shown = terminal.end()
    assert code == 0
    assert (
        "New in your journal: 2\n  Chi Eze\n  Bo Lee\nKnown, with something added: 1\n  Ana Lima: e-mail"
        in shown
    )
    ana, bo, other, chi = sorted(people(run), key=lambda person: person["name"])
    assert (ana["organisation"], ana["emails"]) == ("Yard", ["ana@quay.example"])
    assert (bo["others"], other["others"], chi["others"]) == ([other["id"]], [bo["id"]], [])
    again = run("import", book, "--json").document
    assert (again["created"], again["updated"], again["unchanged"], again["candidates"]) == (0, 0, 3, 0)
    run("undo")
    assert contacts(home) == before


def test_who_was_changed_since_is_still_known_by_the_answer(
    start: Start, run: Run, home: Path, book: str
) -> None:
    (home / "book.vcf").write_text("BEGIN:VCARD\nFN:Ana Lima\nORG:Quay\nEND:VCARD\n")
    terminal = start("import", book)
    terminal.until("> ")
    terminal.type("1\n")
    assert terminal.end()[0] == 0
    again = run("import", book, "--json").document
    assert (again["candidates"], again["unchanged"]) == (0, 1)


@pytest.mark.parametrize(("keys", "left"), [("q\n", 2), ("\n\n", 2), ("\x04", 2), ("\nn\n", 1)])
def test_who_is_left_is_told_at_the_end(start: Start, run: Run, book: str, keys: str, left: int) -> None:
    terminal = start("import", book)
    for key in keys.splitlines(keepends=True):
        terminal.until("> ")
        terminal.type(key)
    code, shown = terminal.end()
    assert code == 0
    assert f"Perhaps known, left out: {left}\n  " in shown
    assert len(people(run)) == 5 - left


def test_all_that_follow_are_new(start: Start, run: Run, book: str) -> None:
    terminal = start("import", book)
    assert "N someone new, and the last one too" in terminal.until("> ")
    terminal.type("N\n")
    assert terminal.end()[0] == 0
    assert len(people(run)) == 5


def test_leaving_says_how_many_are_left(start: Start, book: str) -> None:
    terminal = start("import", book)
    terminal.until("> ")
    terminal.type("\x04")
    assert "Left the other 2." in terminal.end()[1]


def test_interrupted_nothing_is_written(start: Start, home: Path, book: str) -> None:
    before = contacts(home)
    terminal = start("import", book)
    terminal.until("> ")
    terminal.type("1\n")
    terminal.until("> ")
    terminal.type("\x03")
    code, shown = terminal.end()
    assert code == 130
    assert "Nothing was written." in shown
    assert contacts(home) == before


@pytest.mark.parametrize("option", ["--no-ask", "--json", "--dry-run"])
def test_nobody_is_asked_who_does_not_want_it(start: Start, book: str, option: str) -> None:
    code, shown = start("import", book, option).end()
    assert code == 0
    assert KEYS not in shown
    if option == "--json":
        document = json.loads(shown)
        assert [(one["name"], one["why"]) for one in document["unsure"]] == [
            ("Ana Lima", "only the name is the same"),
            ("Bo Lee", "only the name is the same"),
        ]
