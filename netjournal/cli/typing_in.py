"""What somebody types: a line at the terminal that is not lost when the terminal goes, or text from stdin."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, NoReturn

from netjournal.cli.output import flush, tell
from netjournal.errors import JournalError, Misused
from netjournal.language.visible import visible

_MOST = 8 * 2**20
_NOT_TEXT = "Is it text in UTF-8?"
_LOOK = 0.1
_LOOKS_A_SECOND = 10
_ENDS = (signal.SIGINT, signal.SIGHUP, signal.SIGTERM)


def at_terminal() -> bool:
    """Whether there is somebody to ask: keys come from a terminal, and narration goes to one."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def read_stdin() -> str:
    """All of stdin; raises Misused where it is no text, or more than eight million bytes of it."""
    if sys.stdin is None:
        raise Misused("There is nothing on stdin.")
    data = sys.stdin.buffer.read(_MOST + 1)
    if len(data) > _MOST:
        raise Misused("That is more than 8 MB of text.", "Keep it in a file of its own, and log where it is.")
    try:
        return readable(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Misused(
            f"What came on stdin is not text: byte {error.start + 1} is wrong.", _NOT_TEXT
        ) from None


def is_stdin_left() -> bool:
    """Whether something was piped in that nobody has read; nothing of it is taken."""
    import fcntl
    import stat
    import struct
    import termios

    try:
        file = sys.stdin.fileno()
        found = os.fstat(file)
        if stat.S_ISREG(found.st_mode):
            return os.lseek(file, 0, os.SEEK_CUR) < found.st_size
        if stat.S_ISFIFO(found.st_mode):
            [count] = struct.unpack("i", fcntl.ioctl(file, termios.FIONREAD, bytes(4)))
            return bool(count)
    except (AttributeError, OSError):  # no stdin at all, or none of the system's
        return False
    return False


def readable(text: str) -> str:
    """`text`, if a journal can hold it; raises Misused for NUL and for bytes that were no UTF-8."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Misused("There are characters in it that no text holds.", _NOT_TEXT)
    return text


def read_line(*, start: str, keep: Callable[[str], None]) -> str | None:
    """One line typed after ``> ``, which begins with `start`; None at ctrl-d.

    Whatever ends the typing before enter does (ctrl-c, ctrl-d, a closed terminal, SIGTERM), what stands there
    is given to `keep`, and each second what is new. Raises KeyboardInterrupt, Misused, and SystemExit with
    128 + the number of the signal.
    """
    import readline

    readline.set_auto_history(False)
    readline.set_startup_hook(lambda: readline.insert_text(visible(" ".join(start.split("\n")))))
    flush()
    watch = _Watch(readline.get_line_buffer, keep)
    try:
        with watch, _prompt_on_terminal():
            return readable(input("> "))
    except EOFError:
        tell("")
        watch.keep_now()
        return None
    except KeyboardInterrupt:
        tell("")
        raise
    except UnicodeDecodeError as error:
        keep(error.object.decode("utf-8", "replace"))
        raise Misused("What was typed is not text in UTF-8.", _NOT_TEXT) from None
    finally:
        readline.set_startup_hook(None)


class _Watch:
    """Looks at what is typed ten times a second, and keeps it each second and when a signal ends the process.

    When the terminal is closed readline empties its line before Python hears of the signal, so the last look
    counts then. A look also wakes readline for a signal that came between two of its waits for a key.
    """

    def __init__(self, typed: Callable[[], str], keep: Callable[[str], None]) -> None:
        self._typed = typed
        self._keep = keep
        self._seen = self._kept = ""
        self._looks = 0
        self._over = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> None:
        handlers = {signal.SIGALRM: self._look} | dict.fromkeys(_ENDS, self._leave)
        self._before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
        signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def keep_now(self) -> None:
        """Keep what stands there, or stood there before it was swept away."""
        self._keep(self._typed() or self._seen)

    def _look(self, number: int, frame: FrameType | None) -> None:
        if self._over:
            return
        self._seen = self._typed()
        self._looks += 1
        if self._looks % _LOOKS_A_SECOND == 0 and self._seen != self._kept:
            with contextlib.suppress(JournalError):  # told when it matters: when the line is given
                self._keep(self._seen)
            self._kept = self._seen

    def _leave(self, number: int, frame: FrameType | None) -> NoReturn:
        self._over = True
        self.keep_now()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.raise_signal(signal.SIGALRM)  # a look that is due comes now: later it would meet the exception
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + number)


@contextlib.contextmanager
def _prompt_on_terminal() -> Iterator[None]:
    """Let readline draw where narration goes when stdout is a file or a pipe: a prompt is no data."""
    if sys.stdout is not None and sys.stdout.isatty():
        yield
        return
    data = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(data, 1)
        os.close(data)
