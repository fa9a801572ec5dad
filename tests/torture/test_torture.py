"""Killed, starved and cut off, again and again: nothing acknowledged is lost, nothing else is half there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.torture.homes import ROOT
from tests.torture.parts import PARTS

_LONG_ONLY = (
    *("kills of real processes", "kills, slow disk", "injected faults", "full disk", "fuzzing"),
    "large inputs",
)


def _run(*arguments: str) -> str:
    """Run parts in a process that may fork: no threads, and no other tests, are in it."""
    command = [sys.executable, "-m", "tests.torture", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def test_nothing_is_lost() -> None:
    rows = _run("--short", *(part for part in PARTS if part not in _LONG_ONLY)).splitlines()
    tried = {row.split("|")[1].strip(): int(row.split("|")[2].replace(",", "")) for row in rows}
    assert len(tried) == len(PARTS) - len(_LONG_ONLY)
    assert min(tried.values()) > 10


@pytest.mark.torture
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_lost_in_the_long_run(part: str) -> None:
    print(_run(part))
