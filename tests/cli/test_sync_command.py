"""`sync` in the shell: what it says, and how it ends."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from netjournal.store.git import without_password
from tests.cli.conftest import Run


@pytest.fixture
def remote(home: Path) -> Path:
    subprocess.run(["git", "init", "-q", "--bare", str(home / "remote.git")], check=True)
    return home / "remote.git"


def on_another(monkeypatch: pytest.MonkeyPatch, home: Path, name: str) -> None:
    """From now on we sit at another machine."""
    monkeypatch.setenv("NETJOURNAL_HOME", str(home / name / "journal"))
    for kind in ("state", "cache"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(home / name / kind))


def test_from_one_machine_to_another_and_back(
    run: Run, remote: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "Grace Osei")
    first = run("sync", str(remote))
    assert (first.code, first.out) == (0, f"What was new here is at {remote}.\n")
    on_another(monkeypatch, home, "laptop")
    taken = run("sync", str(remote))
    assert (taken.code, taken.out) == (0, f"This is the journal that is kept at {remote}.\n")
    run("note", "Grace", "paints boats")
    assert run("sync").out == f"What was new here is at {remote}.\n"
    assert run("sync").out == f"All as it is at {remote}.\n"
    on_another(monkeypatch, home, ".")
    shape = run("sync", "--json").document
    assert (shape["received"], shape["sent"], shape["offline"], shape["in_trash"]) == (1, False, False, [])


def test_both_versions_are_told(run: Run, remote: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "Grace Osei", "--place", "Tema")
    run("sync", str(remote))
    shutil.copytree(home / "journal", home / "laptop" / "journal")
    for machine, place, time in ((".", "Accra", "15:00"), ("laptop", "Lomé", "16:00")):
        on_another(monkeypatch, home, machine)
        monkeypatch.setenv("NETJOURNAL_NOW", f"2026-11-18T{time}:00+01:00")
        text = (home / machine / "journal" / "contacts.json").read_text()
        stamp = f'"place": "{place}", "changed": {{"place": "2026-11-18T{time}:00+01:00"}}'
        (home / machine / "journal" / "contacts.json").write_text(text.replace('"place": "Tema"', stamp))
        done = run("sync")
    assert done.code == 0
    assert "Grace Osei, place: “Lomé” was written later; “Accra” is in the trash." in done.err


def test_offline_is_no_error(run: Run, remote: Path, home: Path) -> None:
    run("add", "Grace Osei")
    run("sync", str(remote))
    remote.rename(home / "away")
    run("add", "Ana Lima")
    done = run("sync")
    assert (done.code, done.out) == (0, f"{remote} cannot be reached just now.\n")
    assert "committed" in done.err


def test_alone_one_is_told_how_to_begin(run: Run) -> None:
    done = run("sync")
    assert (done.code, done.out) == (1, "")
    assert "netjournal sync REMOTE" in done.err


def test_an_address_that_is_none(run: Run, home: Path) -> None:
    run("add", "Grace Osei")
    done = run("sync", str(home / "nowhere.git"))
    assert done.code == 1
    assert run("sync").code == 1


def test_copies_of_a_shared_folder_are_merged_without_any_remote(run: Run, home: Path) -> None:
    run("add", "Grace Osei")
    people = home / "journal" / "contacts.json"
    shutil.copy(people, people.with_name("contacts (conflicted copy 2026-11-18).json"))
    done = run("sync")
    assert (done.code, done.out) == (0, "A copy that a shared folder had made: merged and put aside.\n")
    assert not list((home / "journal").glob("*conflict*"))


def test_no_password_is_shown() -> None:
    assert without_password("https://ann:secret@example.org/j.git") == "https://example.org/j.git"
    assert without_password("git@example.org:j.git") == "git@example.org:j.git"
