"""The command line, run in this process on a journal of its own."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any, NamedTuple, Protocol

import pytest

from netjournal.cli import main
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import find_places
from tests.cli.forking import Forks
from tests.cli.terminal import Start, Terminal
from tests.conftest import NOW


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)


class Run(Protocol):
    """Runs the command line on some arguments, without a terminal."""

    def __call__(self, *arguments: str, stdin: str | bytes = "") -> Done: ...


@pytest.fixture(autouse=True)
def _mistakes_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def raised(error: Exception) -> tuple[str, str]:
        raise error

    monkeypatch.setattr("netjournal.cli.leaving.say_fault", raised)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, stdin: str | bytes = "") -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        with pytest.raises(SystemExit) as left:
            main(arguments)
        code = left.value.code
        assert isinstance(code, int)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def _forks() -> Iterator[Forks]:
    forks = Forks()
    yield forks
    forks.close()


@pytest.fixture
def start(_forks: Forks) -> Iterator[Start]:
    """Starts the command line in a terminal; `alone` as a process of its own, and not a fork of one."""
    started: list[Terminal] = []

    def start(*arguments: str, stdout: IO[bytes] | None = None, alone: bool = False) -> Terminal:
        started.append(Terminal(*arguments, stdout=stdout, forks=None if alone else _forks))
        return started[-1]

    yield start
    for terminal in started:
        terminal.give_up()


@pytest.fixture
def journal() -> Iterator[Journal]:
    """The journal that `run` works on."""
    journal = Journal.open(find_places(None, Settings(), os.environ), datetime.fromisoformat(NOW))
    yield journal
    journal.close()
