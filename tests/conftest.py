"""No test sees the folders, the editor or the clock of whoever runs it."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings, strategies

from tests.memory import in_memory
from tests.warming import read_questions_once

ROOT = Path(__file__).parent.parent
NOW = "2026-11-18T14:30:00+01:00"

_LONG = ("tests/torture/", "tests/benchmarks/", "tests/tui/test_pictures.py")
_THEIRS = (
    *("EDITOR", "VISUAL", "COLUMNS", "LINES", "NO_COLOR", "INPUTRC"),
    # A process that may not keep what it compiled spends half its time on reading our modules as source.
    "PYTHONDONTWRITEBYTECODE",
    *("_NETJOURNAL_COMPLETE", "_NETJOURNAL_LINE", "NETJOURNAL_TRACEBACK"),
)


def pytest_configure(config: pytest.Config) -> None:
    """Forty examples of a property, others in each run; `--hypothesis-profile thorough` draws a thousand."""
    settings.register_profile("moderate", max_examples=40, deadline=None)
    settings.register_profile("thorough", max_examples=1000, deadline=None)
    settings.load_profile(config.getoption("--hypothesis-profile") or "moderate")


def pytest_collection(session: pytest.Session) -> None:
    """Read the tests in, from another place in each process: each compiles a part and finds the others.

    To compile them was four fifths of the time until a process's first test. What cannot be read in is told
    when pytest comes to it. One process works out for all which characters hypothesis may write: a second.
    """
    gc.disable()
    sys.dont_write_bytecode = False
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    if number == 1:
        strategies.text().validate()
    if number:
        folders = [Path(argument) for argument in session.config.args if Path(argument).is_dir()]
        paths = sorted(path for folder in folders for path in folder.rglob("test_*.py"))
        first = len(paths) * number // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        for path in (*paths[first:], *paths[:first]):
            with contextlib.suppress(Exception):
                importlib.import_module(".".join(path.resolve().relative_to(ROOT).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first: at the end one process would be left alone with it."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONG))


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what stays all the run: a third of the apps' time went into it."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(400_000, 20, 50)


def pytest_unconfigure() -> None:
    """Look through what is left of the run once; pytest would do so twice, and Python a third time."""
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
    with pytest.MonkeyPatch.context() as patch:
        read_questions_once(patch.setattr)
        yield


@pytest.fixture(scope="session")
def _homes() -> Iterator[Iterator[Path]]:
    with in_memory() as base:
        yield (Path(base, str(number)) for number in count())


@pytest.fixture
def tmp_path(_homes: Iterator[Path]) -> Iterator[Path]:
    """A folder in memory: what the processes of a test write waited for the disk a tenth of its time."""
    folder = next(_homes)
    folder.mkdir(0o700)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


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
