"""No test sees the folders, the editor or the clock of whoever runs it."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from netjournal.practice import prompts
from tests.memory import in_memory

NOW = "2026-11-18T14:30:00+01:00"

_THEIRS = (
    *("EDITOR", "VISUAL", "COLUMNS", "LINES", "NO_COLOR", "INPUTRC"),
    # A process that may not keep what it compiled spends half its time on reading our modules as source.
    "PYTHONDONTWRITEBYTECODE",
    *("_NETJOURNAL_COMPLETE", "_NETJOURNAL_LINE", "NETJOURNAL_TRACEBACK"),
)


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what stays all the run: a third of the apps' time went into it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_unconfigure() -> None:
    """What is left of the run has been looked through once; pytest does so five times, and Python at its end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _only_the_store_waits_for_the_disk(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written here need not outlive a power cut; to wait until it would took a fifth of the run."""
    if "store" not in request.path.parts:
        monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture(scope="session", autouse=True)
def _our_questions_are_read_once() -> Iterator[None]:
    """Every command that asks reads them anew, which takes it longer than what it writes."""
    read = prompts.read_prompts
    read_ours = cache(lambda name, text: read(name, text, {}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            prompts,
            "read_prompts",
            lambda name, text, known: read(name, text, known) if known else read_ours(name, text),
        )
        yield


@pytest.fixture(scope="session")
def _homes() -> Iterator[Iterator[Path]]:
    with in_memory() as base:
        yield (Path(base, str(number)) for number in count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder with the journal in ``journal``; it is Wednesday 18 November 2026, 14:30."""
    folder = next(_homes)
    folder.mkdir()
    places = {"HOME": "", "NETJOURNAL_HOME": "journal"}
    places |= {f"XDG_{kind.upper()}_HOME": kind for kind in ("data", "state", "cache", "config")}
    for name, place in places.items():
        monkeypatch.setenv(name, str(folder / place))
    monkeypatch.setenv("NETJOURNAL_NOW", NOW)
    for name in _THEIRS:
        monkeypatch.delenv(name, raising=False)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
