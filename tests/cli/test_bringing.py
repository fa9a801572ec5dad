"""`import` and `export`: in, out, and back again."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Terminal
from tests.exchange.address_books import books, made_up_people

BOOK = """BEGIN:VCARD
VERSION:3.0
UID:8f1c2a7e-01
FN:Ana Lima
item1.TEL:+351 912 345 678
item1.X-ABLabel:Boat
ADR;TYPE=HOME:;;Rua 1;Faro;;8000;Portugal
END:VCARD
BEGIN:VCARD
FN:Bo Lee
EMAIL:bo@example.org
ORG:Mill
END:VCARD
BEGIN:VCARD
FN:Chi Eze
ORG:Yard
BDAY:someday
END:VCARD
BEGIN:VCARD
VERSION:3.0
END:VCARD
"""
COUNTS = {"created": 1, "updated": 1, "unchanged": 0, "candidates": 1, "skipped": 1}


@pytest.fixture
def book(home: Path) -> Path:
    path = home / "book.vcf"
    path.write_text(BOOK)
    return path


def counts(document: dict[str, Any]) -> dict[str, Any]:
    return {key: document[key] for key in COUNTS}


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_dry_run_tells_what_the_real_one_does(run: Run, home: Path, book: Path) -> None:
    run("add", "Bo", "Lee", "--email", "bo@example.org", "--role", "miller")
    run("add", "Chi", "Eze", "--organisation", "Harbour")
    before = tree(home / "journal")
    told = run("import", str(book), "--dry-run", "--json")
    assert tree(home / "journal") == before
    assert counts(told.document) == COUNTS
    done = run("import", str(book), "--json")
    assert done.document == told.document
    assert {"where": "book.vcf, line 14", "what": "the birthday is not a day; it is kept as it is"} in (
        done.document["warnings"]
    )
    bo = run("show", "Bo", "--json").document["person"]
    assert (bo["role"], bo["organisation"]) == ("miller", "Mill")
    again = run("import", str(book), "--json").document
    assert counts(again) == COUNTS | {"created": 0, "updated": 0, "unchanged": 2}


def test_a_dry_run_begins_no_journal(run: Run, home: Path, book: Path) -> None:
    assert run("import", str(book), "--dry-run", "--json").document["created"] == 3
    assert not (home / "journal").exists()


def test_in_words(run: Run, book: Path) -> None:
    run("add", "Chi", "Eze", "--organisation", "Harbour")
    done = run("import", str(book))
    assert done.out == (
        "New in your journal: 2\n"
        "  Ana Lima\n"
        "  Bo Lee\n"
        "Perhaps known, left out: 1\n"
        "  Chi Eze (book.vcf, line 14): only the name is the same. Is it Chi Eze ·\n"
        "    Harbour?\n"
        "Skipped, they tell of nobody: 1\n"
    )
    assert "asks who those are" in done.err
    assert "undo" in done.err


def test_it_is_said_who_and_what(run: Run, home: Path) -> None:
    card = "BEGIN:VCARD\nFN:{0} Q{0}\nEMAIL:{0}@example.org\nORG:Yard\nEND:VCARD\n"
    (home / "book.vcf").write_text("".join(card.format(f"P{n}") for n in range(12)))
    run("add", "P3", "QP3", "--email", "p3@example.org")
    told = run("import", str(home / "book.vcf"), "--dry-run").out
    assert told.startswith("New in your journal: 11\n  P0 QP0\n")
    assert told.endswith("  and 1 more\nKnown, with something added: 1\n  P3 QP3: work\n")
    assert run("import", str(home / "book.vcf"), "--all").out.count("\n") == 14
    assert run("import", str(home / "book.vcf")).out == "Known, nothing to add: 12\n"


def test_the_ending_of_the_file_tells_the_form(run: Run, home: Path) -> None:
    run("add", "Ana Lima")
    forms = {".csv": "csv", ".VCF": "vcard", ".json": "json", ".out": "vcard"}
    for ending, form in forms.items():
        path = home / f"people{ending}"
        run("export", "people", "-o", str(path))
        assert path.read_text().split() == run("export", "people", "--format", form).out.split()
    run("export", "people", "--format", "vcard", "-o", str(home / "people.csv"))
    assert (home / "people.csv").read_bytes().startswith(b"BEGIN:VCARD")


def test_a_merged_person_is_not_made_again(run: Run, home: Path) -> None:
    card = "BEGIN:VCARD\nFN:{}\nTEL:912 345 678\nEND:VCARD\n"
    (home / "b.vcf").write_text(card.format("Bob") + card.format("Robert Miles"))
    run("import", str(home / "b.vcf"))
    run("export", "people", "-o", str(home / "out.vcf"))
    run("merge", "Robert Miles", "Bob", "--yes")
    for name in ("b.vcf", "out.vcf"):
        told = run("import", str(home / name), "--json").document
        assert counts(told) == dict.fromkeys(COUNTS, 0) | {"unchanged": 2}


def test_namesakes_come_back_into_an_empty_journal(run: Run, home: Path) -> None:
    run("add", "Anna Weber", "--place", "Graz")
    run("add", "Anna Weber", "--another", "--place", "Bonn")
    run("export", "people", "-o", str(home / "out.csv"))
    elsewhere = ("--journal", str(home / "elsewhere"))
    assert run(*elsewhere, "import", str(home / "out.csv"), "--json").document["created"] == 2


def test_one_undo_takes_an_import_back(run: Run, home: Path, book: Path) -> None:
    run("add", "Bo", "Lee", "--email", "bo@example.org")
    before = (home / "journal" / "contacts.json").read_bytes()
    run("import", str(book))
    assert (home / "journal" / "contacts.json").read_bytes() != before
    assert run("undo").out == "Taken back: what was brought in, 2 new, 1 changed from book.vcf\n"
    assert (home / "journal" / "contacts.json").read_bytes() == before


@pytest.mark.parametrize("form", ["vcard", "csv"])
def test_what_goes_out_comes_back(run: Run, home: Path, book: Path, form: str) -> None:
    run("import", str(book))
    run("add", "=Dunja", "--detail", "afraid of geese", "--birthday", "02-29", "--circle", "close")
    told = run("export", "people", "--format", "json").document
    assert {"ADR;TYPE=HOME:;;Rua 1;Faro;;8000;Portugal", "item1.X-ABLabel:Boat"} <= set(
        told["people"][0]["vcard"]
    )
    assert run("export", "people", "--format", form, "-o", str(home / "out")).out == ""
    held = run("export", "people", "--format", form, "-o", str(home / "out"), "--json").document
    assert held == {"file": str(home / "out"), "format": form, "people": 4}
    assert run("export", "people", "--format", form).out.encode() == (home / "out").read_bytes()
    same = run("import", str(home / "out"), "--json").document
    assert (same["created"], same["updated"], same["unchanged"]) == (0, 0, 4)
    elsewhere = ("--journal", str(home / "elsewhere"))
    assert run(*elsewhere, "import", str(home / "out"), "--json").document["created"] == 4
    again = run(*elsewhere, "export", "people", "--format", "json").document
    assert [unordered(person) for person in again["people"]] == [
        unordered(person) for person in told["people"]
    ]


def unordered(person: dict[str, Any]) -> dict[str, Any]:
    return person | {"vcard": sorted(person["vcard"])}


def test_three_address_books_come_in_and_go_again_one_by_one(run: Run, home: Path) -> None:
    files = books(made_up_people()[:300])
    before = []
    for name, data in files.items():
        (home / name).write_bytes(data)
        before.append(run("export", "people", "--format", "json").document)
        told = run("import", str(home / name), "--dry-run", "--json").document
        done = run("import", str(home / name), "--json").document
        assert done == told
        assert done["warnings"] == []
        assert len(done["unsure"]) == done["candidates"]
        again = run("import", str(home / name), "--json").document
        assert (again["created"], again["updated"], again["candidates"]) == (0, 0, done["candidates"])
    for standing in reversed(before):
        assert run("undo").code == 0
        assert run("export", "people", "--format", "json").document == standing


def test_circles_of_who_met_whom_are_opened(run: Run, home: Path) -> None:
    one, two = (f"01K000000000000000000000{end}" for end in ("0A", "0B"))
    card = "BEGIN:VCARD\nFN:{}\nUID:netjournal-{}\nX-NETJOURNAL-MET:{}\nEND:VCARD\n"
    met = '{{"place":"Faro"\\,"through":"{}"}}'
    (home / "circle.vcf").write_text(
        card.format("Ana Lima", one, met.format(two)) + card.format("Bo Lee", two, met.format(one))
    )
    done = run("import", str(home / "circle.vcf"), "--json").document
    assert [warned["what"] for warned in done["warnings"]] == [
        "Bo Lee cannot be met through Ana Lima, whom you met through Bo Lee; left out"
    ]
    told = run("export", "people", "--format", "json").document["people"]
    assert [(person["met"]["place"], person["met"].get("through")) for person in told] == [
        ("Faro", two),
        ("Faro", None),
    ]
    again = run("import", str(home / "circle.vcf"), "--json").document
    assert (again["created"], again["updated"], again["unchanged"]) == (0, 0, 2)


def test_what_is_kept_survives_changes(run: Run, home: Path, book: Path) -> None:
    run("import", str(book))
    run("log", "met @Ana and @Zoë")
    run("undo")
    documents = json.loads((home / "journal" / "contacts.json").read_text())["contacts"].values()
    assert [len(document.get("vcard", ())) for document in documents] == [4, 0, 1]


def test_what_cannot_be_read_is_told(run: Run, home: Path) -> None:
    (home / "notes.txt").write_text("Dear diary")
    done = run("import", str(home / "notes.txt"))
    assert (done.code, done.out) == (1, "")
    assert "neither vCards nor a table" in done.err
    assert run("import", str(home / "nothing.vcf")).code == 1
    assert run("export", "people", "-o", str(home / "no folder" / "out")).code == 1


def test_an_interruption_leaves_nothing_of_the_file(
    run: Run, home: Path, book: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "Dunja")
    before = tree(home / "journal")
    replace = os.replace

    def interrupted(source: Path, target: Path) -> None:
        if Path(target).name == "contacts.json":
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    assert run("import", str(book)).code == 130
    monkeypatch.undo()
    journal.refresh()
    assert [person.name for person in journal.people()] == ["Dunja"]
    assert tree(home / "journal") == before


def test_long_work_is_counted_and_can_be_left(home: Path) -> None:
    card = "BEGIN:VCARD\nFN:P{0} Q{0}\nEMAIL:p{0}@example.org\nTEL:+4930{0:08}\nEND:VCARD\n"
    (home / "many.vcf").write_text("".join(card.format(n) for n in range(60_000)))
    terminal = Terminal("import", str(home / "many.vcf"))
    try:
        terminal.until("people read")
        terminal.type("\x03")
        code, _ = terminal.end()
    finally:
        terminal.give_up()
    assert code in (130, -signal.SIGINT)
    assert not (home / "journal" / "contacts.json").exists()
