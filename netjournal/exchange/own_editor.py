"""One's own editor on a private page, which is thrown away only when what was typed is kept elsewhere."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from netjournal.errors import JournalError, Misused
from netjournal.store.files import open_private, private_folder, read_whole, told, write_whole

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_SOME = ("nano", "vim", "vi")
_DISCREET = ("-i", "NONE", "-c", "set noundofile nobackup nowritebackup")
"""What keeps vim from writing what is on the page into files of its own."""

_RESCUED = ("page.txt.save", "#page.txt#")
"""Where nano and emacs leave what was typed when they are told to end."""

_ENDS = (signal.SIGTERM, signal.SIGHUP)
_FAREWELL = 0.25
_LOOK = 0.05


class Ended(JournalError):
    """We were told to end while the editor was open; the exit code is 128 + the number of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__("The editor was told to end.")
        self.number = number
        self.exit_code = 128 + number


class Sheet:
    """A page in a folder of its own (0700, files 0600), with what it was made from; locked while open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / "page.txt"
        self._shown = folder / "shown.txt"
        self._before = folder / "before.json"
        self._lock = -1

    def __enter__(self) -> Sheet:
        private_folder(self._folder)
        with told("opened", self._folder):
            self._lock = open_private(self._folder / "lock")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            raise JournalError("It is open in another editor.", "Close it there first.") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._lock)

    def lay_out(self, page: str, before: dict[str, Any]) -> None:
        """Write a new page, made from the document `before`."""
        write_whole(self._before, json.dumps(before).encode())
        write_whole(self._shown, page.encode())
        write_whole(self.path, page.encode())

    def type(self, page: str) -> None:
        """Change the page as its writer would."""
        write_whole(self.path, page.encode())

    def left_over(self) -> dict[str, Any] | None:
        """What the page was made from, if something was typed that was never kept."""
        shown, before, typed = map(read_whole, (self._shown, self._before, self.path))
        if not (shown and before and typed) or not typed[0].strip() or typed[0] == shown[0]:
            return None
        try:
            left: dict[str, Any] = json.loads(before[0])
        except ValueError:
            return None
        return left

    def read(self) -> str:
        """The page as it stands; empty if the editor removed it. Raises Misused if it is no text."""
        found = read_whole(self.path)
        try:
            return found[0].decode() if found else ""
        except UnicodeDecodeError:
            raise Misused("The page is not text in UTF-8.", f"It is {self.path}.") from None

    def rescue(self) -> None:
        """Make what an editor that was told to end left beside the page the page."""
        for name in _RESCUED:
            left = self._folder / name
            found = read_whole(left)
            if found:
                write_whole(self.path, found[0])
                left.unlink()

    def throw_away(self) -> None:
        """Remove the page and all that editors leave beside it."""
        shutil.rmtree(self._folder, ignore_errors=True)  # what is on it is kept, or forgotten


def editor() -> list[str]:
    """The command of $VISUAL or $EDITOR, else of one that is there if there is a terminal to type at.

    Raises JournalError, Misused.
    """
    written = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(written)
    except ValueError:
        raise Misused(f"The editor cannot be understood: {written}.", "Set EDITOR anew.") from None
    if not command and _at_terminal():
        command = [name for name in _SOME if shutil.which(name)][:1]
    if not command:
        raise JournalError("There is no editor.", "Set EDITOR to the one you like, such as EDITOR=nano.")
    return [*command, *_DISCREET] if os.path.basename(command[0]) in ("vim", "nvim") else command


def _at_terminal() -> bool:
    return os.isatty(_STDIN) and os.isatty(_STDERR)


def run_editor(path: Path) -> None:
    """Wait until the page at `path` was edited; no shell is involved.

    What the editor draws is no data: where stdout is no terminal, it goes to stderr. Raises JournalError if
    the editor cannot be started, or says that something went wrong, and Ended if we are told to end.
    """
    output = None if os.isatty(_STDOUT) else _STDERR
    command = editor()
    told: list[int] = []
    with _ending(told):
        try:
            child = subprocess.Popen([*command, str(path)], stdout=output)
        except OSError as error:
            hint = "Set EDITOR to one that is there."
            raise JournalError(f"{command[0]} could not be started: {error.strerror}.", hint) from None
        code = _wait(child, told)
    if told:
        raise Ended(told[0])
    if code != 0:
        raise JournalError(f"{command[0]} ended with {code}, so nothing was changed.")


@contextlib.contextmanager
def _ending(told: list[int]) -> Iterator[None]:
    """Ctrl-c is for the editor; other signals that would end us are put down in `told`."""

    def hear(number: int, frame: FrameType | None) -> None:
        told.append(number)

    handlers = {signal.SIGINT: lambda *_: None} | dict.fromkeys(_ENDS, hear)
    ours = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in ours.items():
            signal.signal(number, handler)


def _wait(child: subprocess.Popen[bytes], told: list[int]) -> int:
    """The editor's exit code; once we are told to end it has a quarter of a second to put its text away.

    One that will not end is left to itself: to kill it would lose what is in it.
    """
    is_warned = False
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return child.wait(_FAREWELL if is_warned else _LOOK)
        if is_warned:
            return 0
        if told:
            child.send_signal(told[0])
            is_warned = True
