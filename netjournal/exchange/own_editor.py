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
from pathlib import Path
from types import TracebackType
from typing import Any

from netjournal.errors import JournalError, Misused
from netjournal.store.files import private_folder, read_whole, write_whole

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_SOME = ("nano", "vim", "vi")
_DISCREET = ("-i", "NONE", "-c", "set noundofile nobackup nowritebackup")
"""What keeps vim from writing what is on the page into files of its own."""


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
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        self._lock = os.open(self._folder / "lock", flags, 0o600)
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

    def throw_away(self) -> None:
        """Remove the page and all that editors leave beside it."""
        with contextlib.suppress(FileNotFoundError):  # whoever the page is about was forgotten meanwhile
            shutil.rmtree(self._folder)


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
    the editor cannot be started, or says that something went wrong.
    """
    output = None if os.isatty(_STDOUT) else _STDERR
    command = editor()
    ours = signal.signal(signal.SIGINT, lambda *_: None)  # ctrl-c is for the editor
    try:
        code = subprocess.run([*command, str(path)], stdout=output, check=False).returncode
    except OSError as error:
        hint = "Set EDITOR to one that is there."
        raise JournalError(f"{command[0]} could not be started: {error.strerror}.", hint) from None
    finally:
        signal.signal(signal.SIGINT, ours)
    if code != 0:
        raise JournalError(f"{command[0]} ended with {code}, so nothing was changed.")
