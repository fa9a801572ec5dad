"""A full-screen program in a terminal of its own, with what it draws, and what it costs, key by key."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterable, Sequence

from tests.benchmarks.measuring import Cost, Environment, Failed

_PATIENCE = 30.0
_LONGEST = 1.0
_ROWS, _COLUMNS = 36, 120
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=$ ]*[@-~]|\][^\x07]*\x07|[=>])")
_LOOK_BACK = 60_000


class PtyApp:
    """`command` in a terminal of 120 by 36 cells, from the moment it is started.

    All waits are shorter by `haste`: more than 1 is no way to measure, but quick.
    """

    def __init__(self, command: Sequence[str], environment: Environment, haste: float = 1) -> None:
        self._haste = haste
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._drawn = b""
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )  # fmt: skip
        os.close(slave)

    def first_frame(self, words: Iterable[str]) -> Cost:
        """From the start until all of `words` were drawn."""
        self._until(words)
        return Cost((time.perf_counter() - self._begun) * 1000, self.cpu())

    def cpu(self) -> float:
        """Milliseconds of the processor that all threads that live took so far."""
        spent = 0
        for thread in os.listdir(f"/proc/{self._process.pid}/task"):
            with (
                contextlib.suppress(FileNotFoundError),
                open(f"/proc/{self._process.pid}/task/{thread}/schedstat") as file,
            ):
                spent += int(file.read().split()[0])
        return spent / 1e6

    def memory(self) -> float:
        """The most MiB that it ever held."""
        with open(f"/proc/{self._process.pid}/status") as file:
            [held] = [int(line.split()[1]) for line in file if line.startswith("VmHWM:")]
        return held / 1024

    def rest(self, quiet: float = 0.3) -> None:
        """Wait until nothing was drawn for `quiet` seconds, and hardly anything done."""
        quiet /= self._haste
        end = time.perf_counter() + _PATIENCE
        while time.perf_counter() < end:
            before = self.cpu()
            if not self._take(quiet) and self.cpu() - before < max(2, 20 * quiet):
                return
        raise Failed("It does not come to rest.")

    def press(self, keys: str, within: float = 0.1) -> Cost:
        """Keys, until the last byte that is drawn within so many seconds of the one before."""
        before = self.cpu()
        self._drawn = b""
        begun = last = time.perf_counter()
        os.write(self._master, keys.encode())
        patience = _LONGEST / self._haste
        while self._take(patience):
            last, patience = time.perf_counter(), within / self._haste
        return Cost((last - begun) * 1000, self.cpu() - before)

    def press_until(self, keys: str, words: Iterable[str]) -> Cost:
        """Keys, until all of `words` were drawn."""
        before = self.cpu()
        self._drawn = b""
        begun = time.perf_counter()
        os.write(self._master, keys.encode())
        self._until(words)
        return Cost((time.perf_counter() - begun) * 1000, self.cpu() - before)

    def quit(self, key: str) -> Cost:
        """A key, until the process is gone."""
        before = self.cpu()
        begun = time.perf_counter()
        os.write(self._master, key.encode())
        end = time.perf_counter() + _PATIENCE
        while self._take(_PATIENCE):
            if time.perf_counter() > end:
                raise Failed(f"{key!r} does not end it.")
        _, status, used = os.wait4(self._process.pid, 0)
        wall = (time.perf_counter() - begun) * 1000
        self._process.returncode = os.waitstatus_to_exitcode(status)
        return Cost(wall, (used.ru_utime + used.ru_stime) * 1000 - before)

    def close(self) -> None:
        """Leave nothing behind."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    def _until(self, words: Iterable[str]) -> None:
        left = [word.encode() for word in words]
        end = time.perf_counter() + _PATIENCE
        while left:
            if not self._take(_PATIENCE) or time.perf_counter() > end:
                raise Failed(f"{left} never came: {self._seen()[-2000:].decode(errors='replace')}")
            seen = self._seen()
            left = [word for word in left if word not in seen]

    def _seen(self) -> bytes:
        return _SEQUENCE.sub(b"", self._drawn[-_LOOK_BACK:])

    def _take(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], patience)
        data = b""
        if ready:
            with contextlib.suppress(OSError):  # the other side is closed
                data = os.read(self._master, 1 << 20)
        self._drawn += data
        return bool(data)
