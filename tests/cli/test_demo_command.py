"""`demo` and the way into the app."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from netjournal.cli import demo, root
from netjournal.store.journal import Journal
from tests.cli.conftest import Run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, int]]:
    """The journals that the app was opened on, with how many people are in them."""
    seen: list[tuple[Path, int]] = []

    def app(journal: Journal, settings: Any, clock: Any, *, discreet: bool = False) -> int:
        assert settings.ask == "always"
        assert clock().isoformat() == "2026-11-18T14:30:00+01:00"
        seen.append((journal.folder, len(journal.people())))
        return 0

    monkeypatch.setattr("netjournal.tui.run", app)
    for module in (demo, root):
        monkeypatch.setattr(module, "need_terminal", lambda: None)
    return seen


def test_without_a_command_the_app_opens(run: Run, home: Path, opened: list[tuple[Path, int]]) -> None:
    assert run() == (0, "", "")
    assert opened == [(home / "journal", 0)]


def test_the_demo_is_gone_when_it_is_left(run: Run, home: Path, opened: list[tuple[Path, int]]) -> None:
    assert run("demo") == (0, "", "")
    [(folder, people)] = opened
    assert people > 50
    assert not folder.parent.exists()
    assert list(home.iterdir()) == []


def test_the_demo_can_be_kept(run: Run, home: Path) -> None:
    done = run("demo", "--into", str(home / "made up"))
    assert (done.code, done.out) == (0, f"A made-up journal is in {home / 'made up'}.\n")
    months = sorted(path.name for path in (home / "made up" / "months").iterdir())
    assert len(months) >= 24
    written = (home / "made up" / "contacts.json").read_bytes()
    again = run("demo", "--into", str(home / "again"), "--json")
    assert again.document == {"journal": str(home / "again")}
    assert (home / "again" / "contacts.json").read_bytes() == written
    shutil.rmtree(home / "again")
    assert run("demo", "--into", str(home / "again")).code == 0


def test_nothing_is_written_over(run: Run, home: Path) -> None:
    run("log", "met @Ada")
    before = (home / "journal" / "contacts.json").read_bytes()
    done = run("demo", "--into", str(home / "journal"))
    assert (done.code, done.out) == (1, "")
    assert "holds a journal" in done.err
    assert (home / "journal" / "contacts.json").read_bytes() == before
    assert "not an empty folder" in run("demo", "--into", str(home)).err
