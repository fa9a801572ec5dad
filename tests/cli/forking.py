"""The command line in forks of a process that has read its modules, which takes longer than most commands.

Each fork leads its own session, with its own terminal, environment and folder, as a started process does.
What hangs on how one is started, killed or read in is tested with processes of their own. Run as
``python -m tests.cli.forking DESCRIPTOR`` it forks for whoever asks at a socket.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import select
import signal
import socket
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from netjournal.cli import main
from tests.warming import warm_up

_ROOT = Path(__file__).parents[2]
_MOST = 1 << 16


class Forked:
    """A fork, as the tests know a process."""

    def __init__(self, child: int, told: int) -> None:
        self.pid = child
        self.returncode: int | None = None
        self._told = told

    def poll(self) -> int | None:
        """The exit code, negative where a signal ended it; None while it runs."""
        return self._code_within(0)

    def wait(self, timeout: float) -> int:
        """The exit code; raises TimeoutExpired after so many seconds."""
        code = self._code_within(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("netjournal", timeout)
        return code

    def kill(self) -> None:
        """End it, whatever it does."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, unless it is over."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def _code_within(self, seconds: float) -> int | None:
        if self.returncode is None and select.select([self._told], [], [], seconds)[0]:
            self.returncode = int(_line(self._told))
            os.close(self._told)
        return self.returncode


class Forks:
    """Forks for one process of the tests."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        command = [sys.executable, "-m", "tests.cli.forking", str(theirs.fileno())]
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        self._process = subprocess.Popen(
            command, env=environment, cwd=_ROOT, pass_fds=[theirs.fileno()], start_new_session=True
        )
        theirs.close()

    def start(self, arguments: Sequence[str], terminal: int, stdout: int) -> Forked:
        """Run the command line on some arguments in a terminal, with the environment as it is now."""
        told, tell = os.pipe()
        asked = json.dumps([arguments, dict(os.environ), os.getcwd()]).encode()
        socket.send_fds(self._socket, [asked], [terminal, stdout, tell])
        os.close(tell)
        return Forked(int(_line(told)), told)

    def close(self) -> None:
        """Nobody asks any more."""
        self._socket.close()
        self._process.wait(10)


def _line(told: int) -> bytes:
    """The next line, and nothing of what follows."""
    line = b""
    while not line.endswith(b"\n"):
        sign = os.read(told, 1)
        assert sign, f"{line!r}, and no more"
        line += sign
    return line


def _serve(asked_at: socket.socket) -> None:
    warm_up()
    keepers = 0
    while True:
        asked, descriptors, *_ = socket.recv_fds(asked_at, _MOST, 3)
        if not asked:
            break
        if os.fork() == 0:
            asked_at.close()
            _keep(*json.loads(asked), *descriptors)
        keepers += 1
        for descriptor in descriptors:
            os.close(descriptor)
    for _ in range(keepers):
        os.wait()


def _keep(
    arguments: list[str], environment: dict[str, str], folder: str, terminal: int, stdout: int, tell: int
) -> NoReturn:
    """Fork once more, and tell of that fork its number and, once it is over, its exit code."""
    child = os.fork()
    if child == 0:
        os.close(tell)
        os.chdir(folder)
        _become(terminal, stdout)
        os.environ.clear()
        os.environ.update(environment)
        time.tzset()
        try:
            main(arguments)
        except SystemExit as left:
            _end(left.code if isinstance(left.code, int) else 1)
    os.close(terminal)
    os.close(stdout)
    os.write(tell, f"{child}\n".encode())
    _, status = os.waitpid(child, 0)
    os.write(tell, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _end(code: int) -> NoReturn:
    """End as Python does, but for the freeing of every module, which takes longer than most commands."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _become(terminal: int, stdout: int) -> None:
    os.setsid()
    for number, descriptor in enumerate((terminal, stdout, terminal)):
        os.dup2(descriptor, number)
    os.close(terminal)
    os.close(stdout)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    streams: Any = sys  # mypy holds them to the kind that a process begins with
    streams.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    streams.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    streams.stderr = os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
