"""The real command, run in a fork of this process: what is tried thousands of times cannot start anew."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable
from typing import NamedTuple

from netjournal.cli import main
from tests.torture.homes import Home, Work, variables

_BROKEN = 70
"""The exit code of a harness that failed itself."""


class Ended(NamedTuple):
    """How a command ended: its exit code, None if it was killed, and what it said."""

    code: int | None
    said: str


def forked(work: Callable[[], int]) -> int:
    """The process id of a child that does `work` and leaves with what it returns."""
    child = os.fork()
    if child:
        return child
    code = _BROKEN
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


class Started(NamedTuple):
    """A child on its way, and where it can be heard."""

    child: int
    heard: int

    def end(self) -> Ended:
        """Wait until it is over."""
        with os.fdopen(self.heard, "rb") as heard:
            said = heard.read().decode(errors="replace")
        _, status = os.waitpid(self.child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code != _BROKEN, said
        return Ended(code if code >= 0 else None, said)


def start(work: Callable[[], int]) -> Started:
    """Let a child do `work`, whose output can be heard."""
    heard, tell = os.pipe()

    def out_loud() -> int:
        os.close(heard)
        nowhere = os.open(os.devnull, os.O_RDONLY)
        for number, descriptor in ((0, nowhere), (1, tell), (2, tell)):
            os.dup2(descriptor, number)
        os.close(tell)
        return work()

    child = forked(out_loud)
    os.close(tell)
    return Started(child, heard)


def command(home: Home, work: Work, prepare: Callable[[], None] = lambda: None) -> int:
    """Do `work` in this process, which is a fork: its exit code."""
    os.environ.clear()
    os.environ.update(variables(home, work.editor))
    sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False), "utf-8")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", write_through=True)
    prepare()
    try:
        main(home.arguments(work))
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else _BROKEN


def run(home: Home, work: Work, prepare: Callable[[], None] = lambda: None) -> Ended:
    """Do `work` in a fork and wait for it."""
    return start(lambda: command(home, work, prepare)).end()
