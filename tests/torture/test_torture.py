"""Killed, starved and cut off, again and again: nothing acknowledged is lost, nothing else is half there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.torture.homes import ROOT
from tests.torture.parts import PARTS

_LONG_ONLY = ("kills of real processes", "injected faults", "full disk", "large inputs")


def _run(*arguments: str) -> str:
    """Run parts in a process that may fork: no threads, and no other tests, are in it."""
    command = [sys.executable, "-m", "tests.torture", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.mark.parametrize("part", [part for part in PARTS if part not in _LONG_ONLY])
def test_nothing_is_lost(part: str) -> None:
    tried = int(_run("--short", part).split("|")[2].replace(",", ""))
    assert tried > 10


@pytest.mark.torture
@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_lost_in_the_long_run(part: str) -> None:
    print(_run(part))
