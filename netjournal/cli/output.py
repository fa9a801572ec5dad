"""The one gateway from any text to the terminal: data goes to stdout, narration to stderr."""

from __future__ import annotations

import contextlib
import errno
import json
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from netjournal.cli.marking import emphasised
from netjournal.errors import JournalError, Unclear
from netjournal.language.visible import visible


def say(line: str = "") -> None:
    """Print one line of data; whatever is in it that is no letter is shown as a sign."""
    _write(sys.stdout, visible(line))


def say_marked(line: str) -> None:
    """The same with its marked words bold, where a terminal shows them so."""
    _write(sys.stdout, emphasised(line))


def tell(line: str) -> None:
    """Print one line of narration, shown in the same way."""
    _write(sys.stderr, visible(line))


def say_json(document: Any) -> None:
    """Print one JSON document, what is no letter in it as ``\\u001b``, so that no terminal acts on it."""
    ascii_only = not (getattr(sys.stdout, "encoding", "") or "").lower().startswith("utf")
    text = json.dumps(document, ensure_ascii=ascii_only, allow_nan=False, indent=2)
    hidden = {ord(letter) for letter in set(text) if letter != "\n" and visible(letter) != letter}
    _write(sys.stdout, text.translate({code: json.dumps(chr(code))[1:-1] for code in hidden}))


def say_file(data: bytes) -> None:
    """Print what would stand in a file in UTF-8: to the byte, but for a terminal, which is shown signs."""
    if sys.stdout is None or sys.stdout.isatty():
        _write(sys.stdout, visible(data.decode(), multiline=True).removesuffix("\n"))
        return
    with _told():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def report(error: JournalError) -> None:
    """Say what went wrong, who or what was meant perhaps, and what to do next."""
    tell(error.message)
    for candidate in error.candidates if isinstance(error, Unclear) else ():
        tell(f"  {candidate}")
    if error.hint:
        tell(error.hint)


def flush() -> None:
    """Hand over what was printed so far; raises like printing."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with _told():
                stream.flush()


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        with _told():
            stream.write(f"{text}\n")


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """A full disk behind stdout is something to mend; a closed pipe is only the end of the reading."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.EPIPE, errno.EIO):
            raise BrokenPipeError from error
        raise JournalError(f"The output could not be written: {error.strerror}.") from error
