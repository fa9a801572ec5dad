"""`duplicates`, `merge`, `forget` and `export NAME`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netjournal.model import Contact
from netjournal.store.journal import Journal
from tests.cli.conftest import Run
from tests.cli.terminal import Start


def fill(run: Run) -> None:
    run("add", "Karim", "Haddad", "--place", "Beirut", "--phone", "+961 1 234567")
    run("add", "Kareem", "Haddad", "--place", "Lisbon", "--need", "a boat")
    run("log", "--no-ask", "yesterday: Lunch with Karim Haddad and Kareem Haddad")
    run("log", "--no-ask", "today: Kareem Haddad rang")


def names(run: Run) -> list[str]:
    return [one["name"] for one in run("find", "haddad", "--json").document["people"]]


def test_a_pair_is_listed_shown_made_one_and_made_two_again(run: Run) -> None:
    fill(run)
    told = run("duplicates")
    assert "one slip apart" in told.out
    assert "netjournal merge 'Karim Haddad' 'Kareem Haddad'" in told.out
    [pair] = run("duplicates", "--json").document["pairs"]
    assert [one["name"] for one in pair["people"]] == ["Karim Haddad", "Kareem Haddad"]
    asked = run("merge", "Karim Haddad", "Kareem Haddad")
    assert asked.code == 1
    assert "--yes" in asked.err
    [place] = [line for line in asked.err.splitlines() if line.startswith("Place")]
    assert place.split() == ["Place", "Beirut", "Lisbon"]
    assert len(names(run)) == 2
    done = run("merge", "Karim Haddad", "Kareem Haddad", "--yes", "--json").document
    assert done["otherwise"] == ["place: Lisbon"]
    assert (done["person"]["needs"], done["person"]["nicknames"]) == (["a boat"], ["Kareem Haddad"])
    shown = run("show", "kareem haddad", "--json").document
    assert [len(entry["people"]) for entry in shown["interactions"]] == [1, 1]
    assert "making one of Karim Haddad and Kareem Haddad" in run("undo").out
    assert len(names(run)) == 2


def test_all_that_is_kept_of_both_is_shown(run: Run) -> None:
    run("add", "Karim", "Haddad", "--circle", "close")
    run("add", "Kareem", "Haddad", "--circle", "wider", "--any-channel", "--trusted")
    run("pause", "Kareem", "Haddad")
    run("rest", "Kareem", "Haddad")
    run("introduce", "Karim Haddad", "and", "Kareem Haddad")
    told = run("merge", "Karim Haddad", "Kareem Haddad").err
    rows = [
        line for line in told.splitlines() if line.startswith(("Any channel", "Trusted", "At rest", "Paused"))
    ]
    assert len(rows) == 4
    assert "circle: wider" in told
    assert "An introduction with both in it goes to the trash." in " ".join(told.split())
    done = run("merge", "Karim Haddad", "Kareem Haddad", "--yes", "--json").document
    assert done["otherwise"] == ["circle: wider"]
    assert "circle: wider" in done["person"]["about"]
    assert run("introductions", "--json").document["introductions"] == []


def test_namesakes_are_told_by_their_ids_and_kept_apart(run: Run) -> None:
    fill(run)
    run("add", "Karim Haddad", "--another")
    pairs = run("duplicates", "--json").document["pairs"]
    assert len(pairs) == 3
    same = next(pair for pair in pairs if pair["reason"] == "same name")
    ids = [one["id"] for one in same["people"]]
    assert f"merge {ids[0]} {ids[1]}" in run("duplicates").out
    run("merge", *ids, "--different")
    assert len(run("duplicates", "--json").document["pairs"]) == 2
    assert run("merge", ids[0], ids[0], "--yes").code == 1


def test_of_a_crowd_of_one_name_it_is_told_that_more_follow(run: Run, journal: Journal) -> None:
    crowd = [Contact(id=f"LIMA{number:02}", name="Ana Lima") for number in range(12)]
    journal.bring(crowd, (), title="Limas", now=datetime.now(UTC))
    assert "12 people are called Ana Lima" in run("duplicates").err
    found = run("duplicates", "--json").document
    assert (len(found["crowds"]), len(found["pairs"])) == (1, 60)


def test_forgetting_tells_asks_and_leaves_nothing(run: Run, home: Path) -> None:
    fill(run)
    told = run("forget", "Kareem", "--dry-run", "--json").document
    assert (told["forgotten"], told["alone"], told["shared"]) == (False, 1, 1)
    refused = run("forget", "Kareem")
    assert refused.code == 1
    assert "2 entries, 1 of them with others, who keep theirs" in refused.out
    assert "--yes" in refused.err
    assert len(names(run)) == 2
    assert run("forget", "Kareem", "--yes").code == 0
    assert names(run) == ["Karim Haddad"]
    assert b"Kareem" not in b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    [entry] = run("show", "Karim", "--json").document["interactions"]
    assert entry["text"] == "Lunch with Karim Haddad and someone"
    assert "Nobody here is called" in run("forget", "Kareem", "--yes").err


def test_what_forgetting_leaves_is_told_with_where_it_is(run: Run) -> None:
    run("add", "Rosa", "King")
    entry = run("log", "--no-ask", "--json", "2026-11-03: Heard of King and his crown").document
    told = run("forget", "Rosa King", "--dry-run").out
    assert "1 place keeps a word of their name" in told
    assert "2026-11-03 · King" in told
    [left] = run("forget", "Rosa King", "--yes", "--json").document["left"]
    assert left["id"] in json.dumps(entry)
    assert left["words"] == ["King"]


def test_somebody_deleted_can_be_forgotten(run: Run, home: Path) -> None:
    fill(run)
    run("delete", "Kareem Haddad")
    assert run("forget", "kareem haddad", "--yes").code == 0
    assert b"Kareem" not in b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize(("typed", "left"), [("Karim\r", 1), ("kareem haddad\r", 0), ("\r", 1)])
def test_at_a_terminal_the_name_is_typed_again(
    start: Start, run: Run, journal: Journal, typed: str, left: int
) -> None:
    fill(run)
    terminal = start("forget", "Kareem")
    terminal.until("type Kareem Haddad.")
    terminal.until("> ")
    terminal.type(typed)
    code, _ = terminal.end()
    assert code == left
    journal.refresh()
    assert len(journal.people()) == 1 + left


def test_at_a_terminal_a_merge_is_asked_for(start: Start, run: Run, journal: Journal) -> None:
    fill(run)
    terminal = start("merge", "Karim Haddad", "Kareem Haddad")
    terminal.until("Make them one? y")
    terminal.type("y\r")
    assert terminal.end()[0] == 0
    journal.refresh()
    assert [one.name for one in journal.people()] == ["Karim Haddad"]


def test_everything_about_one_person_comes_out(run: Run, home: Path, journal: Journal) -> None:
    fill(run)
    ids = {one.name: one.id for one in journal.people()}
    path = home / "journal" / "contacts.json"
    path.write_text(path.read_text().replace('"place": "Lisbon"', '"place": "Lisbon", "novel": [1]'))
    run("merge", "Karim Haddad", "Kareem Haddad", "--yes")
    run("delete", run("show", "Karim", "--json").document["interactions"][0]["id"])
    held = run("export", "karim").document
    assert held["person"]["novel"] == [1]
    assert [one["people"] for one in held["interactions"]] == [
        [{"id": ids["Karim Haddad"], "name": "Karim Haddad"}]
    ]
    assert {one.get("merged") for one in held["trash"]} == {None, ids["Karim Haddad"]}
    card = run("export", "karim", "--format", "vcard").out
    assert card.count("BEGIN:VCARD") == 1
    target = home / "karim.json"
    assert "Everything about Karim Haddad" in run("export", "karim", "-o", str(target)).err
    assert json.loads(target.read_text()) == held
    assert run("export", "karim", "--format", "csv").code == 2
    assert run("export", "nobody").code == 1
