"""A rhythm that asks for more than one has talks for is said once, beside what was done."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SAID = "The rhythms you chose ask for about 4 hellos a month; you have about 1. Lengthen some?"


def _one_a_month(run: Run) -> None:
    for month in range(5, 11):
        run("log", "--no-ask", f"2026-{month:02}-03: tea with @Ada")


def test_of_someone_new(run: Run) -> None:
    _one_a_month(run)
    done = run("add", "Bo", "--circle", "inner", "--json")
    assert (done.document["person"]["circle"], done.err.strip()) == ("inner", SAID)
    assert run("add", "Chi").err == ""


def test_of_someone_edited(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def says(circle: str) -> str:
        change = f"p.write_text(re.sub('circle:.*', 'circle: {circle}', p.read_text()))"
        script.write_text(f"import pathlib, re, sys; p = pathlib.Path(sys.argv[-1]); {change}")
        return run("edit", "Ada").err

    script = home / "editor.py"
    monkeypatch.setenv("EDITOR", f"{sys.executable} -I -S {shlex.quote(str(script))}")
    _one_a_month(run)
    assert says("inner").splitlines() == ["`netjournal undo` takes it back.", SAID]
    assert says("inner").splitlines() == ["Nothing was changed."]
    assert says("close").splitlines() == ["`netjournal undo` takes it back."]
