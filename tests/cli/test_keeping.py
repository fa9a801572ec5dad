"""`trash`, `restore` and `doctor`: back with what is gone, and a look at what is there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAYS = [f"2026-11-{day}T10:00:00+01:00" for day in (10, 11, 12)]


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "journal"


def _on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    monkeypatch.setenv("NETJOURNAL_NOW", DAYS[day])


def test_what_was_deleted_is_listed_and_comes_back(run: Run) -> None:
    run("add", "Amara Eze")
    id = run("log", "--json", "--no-ask", "tea at the pier").document["id"]
    assert run("trash").err == "The trash is empty.\n"
    run("delete", "Amara")
    run("delete", id)
    done = run("trash")
    assert done.out == (
        f"  tea at the pier · entry · deleted Wed 18 Nov · {id[-6:].lower()}\n"
        f"  Amara Eze · person · deleted Wed 18 Nov · {done.out.split()[-1]}\n"
    )
    assert "90 days" in done.err
    assert run("trash", "restore", id[-6:]).out == "tea at the pier is in the journal again.\n"
    assert run("show", "Amara").code == 1
    assert run("trash", "restore", done.out.split()[-1], "--json").document["title"] == "Amara Eze"
    assert run("trash", "--json").document == {"trash": []}
    assert run("undo").out == "Taken back: bringing back Amara Eze\n"
    assert [one["title"] for one in run("trash", "--json").document["trash"]] == ["Amara Eze"]


@pytest.mark.parametrize("words", [("restore",), ("restore", "abcdef", "x"), ("keep", "x")])
def test_other_words_after_trash_are_not_understood(run: Run, words: tuple[str, ...]) -> None:
    assert run("trash", *words).code == 2


def test_nothing_in_the_trash_is_called_so(run: Run) -> None:
    done = run("trash", "restore", "abcdef")
    assert (done.code, done.err.splitlines()[0]) == (1, "Nothing in the trash has the id abcdef.")


def test_one_day_comes_back_without_a_question(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _on(monkeypatch, 0)
    run("add", "Amara Eze", "--place", "Tema")
    _on(monkeypatch, 1)
    run("delete", "Amara")
    run("log", "--no-ask", "a day alone")
    done = run("restore")
    assert done.out == (
        "2026-11-11        Wednesday 11 November 2026\n"
        "  people: 1 gone\n"
        "  November 2026: 1 written since\n"
        "2026-11-10        Tuesday 10 November 2026\n"
        "  November 2026: 1 written since\n"
    )
    assert [day["day"] for day in run("restore", "--json").document["days"]] == ["2026-11-11", "2026-11-10"]

    assert run("restore", "2026-11-11", "people", "--dry-run").err == "Nothing was changed.\n"
    assert run("show", "Amara").code == 1
    done = run("restore", "today", "people")
    assert (done.code, done.out) == (0, "people: 1 document\n")
    assert "`netjournal undo` takes it back." in done.err
    assert "Tema" in run("show", "Amara").out
    assert run("undo").out == "Taken back: bringing back people as of Wednesday 11 November 2026\n"
    assert run("show", "Amara").code == 1
    assert run("restore", "2026-11-11", "--json").document == {
        "day": "2026-11-11",
        "time": None,
        "restored": True,
        "documents": {"contacts": 1, "months/2026-11": 1},
        "aside": [],
    }


def test_an_hour_of_a_day_comes_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for hour, name in ((9, "Amara Eze"), (11, "Bo Lindqvist"), (15, "Chen Wei")):
        monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-18T{hour:02}:20:00+01:00")
        run("add", name)
    assert run("restore").out == (
        "2026-11-18 15:00  Wednesday 18 November 2026, 15:00\n"
        "  people: 1 written since\n"
        "2026-11-18 11:00  Wednesday 18 November 2026, 11:00\n"
        "  people: 2 written since\n"
        "2026-11-18        Wednesday 18 November 2026\n"
        "  people: 3 written since\n"
    )
    done = run("restore", "2026-11-18", "15:00", "people", "--json")
    assert done.document["time"] == "15:00"
    assert run("find", "Bo").code == 0
    assert run("find", "Chen").code == 1
    run("undo")
    assert run("restore", "today 11:00").code == 0
    assert run("find", "Amara").code == 0
    assert run("find", "Bo").code == 1
    assert run("restore", "2026-11-18", "12:00").code == 2


@pytest.mark.parametrize(
    "words", [("2026-11-01",), ("nonsense",), ("2026-11-18", "cats"), ("today", "goals")]
)
def test_a_day_or_a_part_that_is_not_there_is_said(run: Run, words: tuple[str, ...]) -> None:
    run("add", "Amara Eze")
    assert run("restore", *words).code == 2


def test_without_a_backup_the_list_says_so(run: Run) -> None:
    assert "There is no backup yet" in run("restore").err


def test_a_journal_in_order_needs_no_doctor(run: Run) -> None:
    run("add", "Amara Eze")
    done = run("doctor")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("All is well in ")
    assert run("doctor", "--json").document["found"] == []


def test_a_mistake_of_a_hand_has_its_line_and_leaves_with_three(run: Run, folder: Path) -> None:
    run("log", "--no-ask", "tea mood:4")
    path = folder / "months/2026-11.json"
    path.write_text(path.read_text().replace('"mood": 4', '"mood": 7'))
    done = run("doctor")
    assert done.code == 3
    assert '· months/2026-11.json, line 2: "mood" must be 1 to 5.' in done.out
    [found] = run("doctor", "--json").document["found"]
    assert (found["line"], found["field"], found["weight"], found["repair"]) == (2, "mood", "damage", None)
    assert 'months/2026-11.json, line 2: "mood" must be 1 to 5.' in run("find", "x").err


def test_many_alike_in_one_file_are_not_all_told_of(run: Run, folder: Path) -> None:
    for number in range(6):
        run("log", "--no-ask", f"tea {number}")
    path = folder / "months/2026-11.json"
    path.write_text(path.read_text().replace('"created": "2026', '"created": "2062'))
    done = run("doctor")
    assert done.code == 1
    assert [f'months/2026-11.json, line {line}: "created"' in done.out for line in range(2, 8)] == [
        *[True] * 3,
        *[False] * 3,
    ]
    assert done.out.endswith("    3 more like it in this file: --json names each.\n")
    assert len(run("doctor", "--json").document["found"]) == 6


def test_what_is_to_be_looked_at_leaves_with_one_and_repair_says_what_it_did(run: Run, folder: Path) -> None:
    run("add", "Amara Eze")
    os.chmod(folder / "contacts.json", 0o644)
    done = run("doctor")
    assert (done.code, "--repair makes it 0600." in done.out) == (1, True)
    assert (folder / "contacts.json").stat().st_mode & 0o777 == 0o644
    done = run("doctor", "--repair")
    assert (done.code, done.out) == (0, "· contacts.json is private to you now: 0600.\n")


def test_a_damaged_shelf_is_mended_and_the_original_named(run: Run, folder: Path) -> None:
    for words in ("tea", "coffee", "walk"):
        run("log", "--no-ask", words)
    path = folder / "months/2026-11.json"
    lines = path.read_text().split("\n")
    lines[2] = lines[2][:50]
    path.write_text("\n".join(lines))
    damaged = path.read_bytes()
    assert run("doctor").code == 3
    [done] = run("doctor", "--repair", "--json").document["mended"]
    assert Path(done["original"]).read_bytes() == damaged
    assert sorted(json.loads(path.read_text())["interactions"]) == [
        line[2:28] for line in lines if line[1:3] == '"0' and line.endswith("}")
    ]
    assert run("doctor").code == 0


def test_a_journal_that_is_not_there_is_said_by_everything(run: Run, folder: Path) -> None:
    run("add", "Amara Eze")
    folder.rename(folder.with_name("elsewhere"))
    for command in (("find", "Amara"), ("log", "tea"), ("doctor",), ("restore",), ("trash",)):
        assert run(*command).code == 3
        assert not folder.exists()


def test_how_long_backups_are_kept_is_a_setting(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = home / "config/netjournal/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("backup_days = 4\nbackup_months = 0\n")
    for day in range(10, 19):
        monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-{day}T10:00:00+01:00")
        run("add", f"Person {day}")
    days = [int(one["day"][-2:]) for one in run("restore", "--json").document["days"]]
    assert days == [18, 17, 16, 15, 10], "the last four, the first of each week and of the month"


def test_a_backup_that_cannot_be_kept_is_said_and_hinders_nothing(run: Run, home: Path) -> None:
    run("add", "Amara Eze")
    [state] = (path for path in (home / "state/netjournal").iterdir() if len(path.name) == 26)
    for path in sorted((state / "backups").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (state / "backups").rmdir()
    (state / "backups").write_text("in the way")
    done = run("add", "Bo Lindqvist")
    assert done.code == 0
    assert done.err.count("No backup was kept") == 1
    assert run("find", "Bo").code == 0
