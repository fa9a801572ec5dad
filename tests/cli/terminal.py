"""The command line in a terminal of its own."""

from __future__ import annotations

import codecs
import contextlib
import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from typing import IO

from tests.cli.forking import Forked, Forks

_PATIENCE = 10.0

Start = Callable[..., "Terminal"]
"""Starts the command line on some arguments in a terminal."""


class Terminal:
    """``netjournal``, or a program in Python, with keys and a screen, as the leader of its session.

    It is a process of its own, or one of `forks`.
    """

    def __init__(
        self,
        *arguments: str,
        stdout: IO[bytes] | None = None,
        program: str = "",
        forks: Forks | None = None,
    ) -> None:
        self.master, slave = pty.openpty()
        self.shown = ""
        self.process: subprocess.Popen[bytes] | Forked = (
            subprocess.Popen(
                [sys.executable, *(["-c", program] if program else ["-m", "netjournal"]), *arguments],
                stdin=slave,
                stdout=slave if stdout is None else stdout,
                stderr=slave,
                start_new_session=True,
                preexec_fn=_own_the_terminal,
            )
            if forks is None
            else forks.start(arguments, slave, slave if stdout is None else stdout.fileno())
        )
        os.close(slave)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def until(self, text: str) -> str:
        """What was shown up to and with `text`."""
        while text not in self.shown:
            assert self._read(), f"{text!r} did not appear in {self.shown!r}"
        seen, _, self.shown = self.shown.partition(text)
        return seen + text

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def hang_up(self) -> int:
        """Close the terminal, as its window would be closed; the exit code."""
        time.sleep(0.25)  # nobody closes a window within a tenth of a second of the last key
        os.close(self.master)
        return self.process.wait(_PATIENCE)

    def end(self) -> tuple[int, str]:
        """Wait for the end: the exit code, and what was shown until then."""
        while self._read():
            pass
        code = self.process.wait(_PATIENCE)
        os.close(self.master)
        return code, self.shown.replace("\r\n", "\n")

    def give_up(self) -> None:
        """Leave no process behind, whatever the test came to."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(_PATIENCE)

    def _read(self) -> bool:
        """Take in what is shown next; whether anything was before the other side was closed."""
        ready, _, _ = select.select([self.master], [], [], _PATIENCE)
        data = b""
        if ready:
            with contextlib.suppress(OSError):  # the other side is closed
                data = os.read(self.master, 65536)
        self.shown += self._decode(data)
        return bool(data)


def _own_the_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
