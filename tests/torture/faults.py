"""A call that changes a file fails, or is the last of its process: each in turn, in each command."""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import os
import shutil
import signal
from collections.abc import Callable, Collection
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tests.torture.homes import WORKS, Home, begun, scratch
from tests.torture.judging import NEW, OLD, Broken, Case, case_of, judge
from tests.torture.running import run
from tests.warming import warm_up

FULL = "a full disk from then on"
KINDS = ("ENOSPC", "EIO", "SIGKILL", FULL)
_CALLS = (
    *("open", "write", "fsync", "fdatasync", "replace", "rename", "unlink", "remove", "rmdir", "mkdir"),
    *("utime", "link", "symlink", "truncate", "ftruncate", "chmod"),
)
_TAKES_ROOM = ("open", "write", "mkdir", "link", "symlink")


class Shim(NamedTuple):
    """Lets the nth call that changes a file fail; what befell is told through the descriptor `tell`.

    Two calls of one process are told apart by when they come, so a run without a fault counts them.
    """

    nth: int
    kind: str
    tell: int

    def install(self) -> None:
        """Stand between the process, which is a fork, and the system."""
        number = count(1)
        write = os.write

        def strike(name: str, about: object) -> bool:
            now = next(number)
            if self.nth == 0:
                write(self.tell, b".")
            strikes = name in _TAKES_ROOM and 0 < self.nth <= now if self.kind == FULL else now == self.nth
            if strikes:
                write(self.tell, f"{name} {about}\n".encode())
            return strikes

        for name in _CALLS:
            setattr(os, name, self._faulty(name, getattr(os, name), strike))
        builtins.open = io.open = self._opening(io.open, strike)

    def fail(self) -> None:
        """What the fault is."""
        if self.kind == "SIGKILL":
            os.kill(os.getpid(), signal.SIGKILL)
        code = errno.EIO if self.kind == "EIO" else errno.ENOSPC
        raise OSError(code, os.strerror(code))

    def _faulty(
        self, name: str, real: Callable[..., Any], strike: Callable[[str, object], bool]
    ) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            changes = name != "open" or arguments[1] & (os.O_CREAT | os.O_TRUNC)
            is_output = name == "write" and arguments[0] <= 2
            if changes and not is_output and strike(name, arguments[0]):
                self.fail()
            return real(*arguments, **named)

        return call

    def _opening(self, real: Callable[..., Any], strike: Callable[[str, object], bool]) -> Callable[..., Any]:
        def call(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            opened = real(file, mode, *arguments, **named)
            if set(mode) & set("wax+") and strike("write", file):
                with contextlib.suppress(TypeError):
                    opened.write(b'{"half')
                opened.close()
                self.fail()
            return opened

        return call


class Faults(NamedTuple):
    """How many faults there were, what stood after them, and what was `broken` by them."""

    faults: int
    old: int
    new: int
    broken: tuple[str, ...]


def in_process(step: int = 1, killed: Collection[str] = ()) -> Faults:
    """Every `step`th of the faults at every call in every command; those `killed` at every call."""
    warm_up()
    turn, ends, broken = count(), {OLD: 0, NEW: 0}, list[str]()
    with scratch() as folder:
        for work in WORKS:
            home = begun(folder / "begun")
            case = case_of(home, work, folder)
            for nth in range(1, _calls_of(case, folder) + 1):
                for kind in KINDS:
                    is_killed = kind == "SIGKILL" and work.name in killed
                    if next(turn) % step == 0 or is_killed:
                        try:
                            ends[_one(case, folder / "tried", nth, kind)] += 1
                        except Broken as error:
                            broken.append(str(error))
            for child in folder.iterdir():
                shutil.rmtree(child) if child.is_dir() else child.unlink()
    return Faults(sum(ends.values()) + len(broken), ends[OLD], ends[NEW], tuple(broken))


def _calls_of(case: Case, folder: Path) -> int:
    home = case.home.copy(folder / "counted")
    heard, tell = os.pipe()
    assert run(home, case.work, Shim(0, "", tell).install).code == 0
    os.close(tell)
    with os.fdopen(heard, "rb") as read:
        return len(read.read())


def _one(case: Case, folder: Path, nth: int, kind: str) -> str:
    home: Home = case.home.copy(folder)
    heard, tell = os.pipe()
    end = run(home, case.work, Shim(nth, kind, tell).install)
    os.close(tell)
    with os.fdopen(heard, "rb") as read:
        befell = read.read().decode()
    try:
        if (end.code is None) != (kind == "SIGKILL") or (not befell and kind != FULL):
            raise Broken(f"it ended with {end.code}")
        return judge(case, home, end, killed=end.code is None)
    except Exception as error:
        raise Broken(f"{case.work.name}, {kind} at call {nth} ({befell}): {error}") from error
    finally:
        shutil.rmtree(folder)
