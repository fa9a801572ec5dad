"""What a user can be told and can mend.

JournalError               it could not be done: not found, refused            exit 1
├── Unclear                more than one answer fits; the candidates are named  exit 1
├── Nobody                 no person is called that                         exit 1
├── Misprint               … a line in a file of the user's own hand            exit 1
├── Misused                the words given cannot be understood                 exit 2
│   └── Mistaken           … and where in them the mistake stands
├── Changed                somebody else changed the same meanwhile             exit 1
└── Unavailable            the journal is damaged, locked or newer              exit 3
"""

from __future__ import annotations

import os
from collections.abc import Sequence


class JournalError(Exception):
    """Something a user can mend: `message` says what is wrong, `hint` what to do next (may be empty)."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Unclear(JournalError):
    """Several people or entries fit what was typed; `candidates` holds one line for each."""

    def __init__(self, message: str, candidates: Sequence[str], hint: str = "") -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


class Nobody(JournalError):
    """No person of the journal is called so."""


class Misprint(JournalError):
    """A line in a file of the user's own hand does not hold; `line` is its number, 0 for the whole file."""

    def __init__(self, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(message, hint)
        self.line = line


class Misused(JournalError):
    """The words given cannot be understood as what they were given for."""

    exit_code = 2


class Mistaken(Misused):
    """A part of what was typed, from `start` to `end` (offsets of characters), cannot be understood."""

    def __init__(self, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message, hint)
        self.start = start
        self.end = end


class Changed(JournalError):
    """Somebody else changed the same meanwhile; `beside` may say in which fields: a label, now, and yours."""

    beside: tuple[tuple[str, str, str], ...] = ()


class Unavailable(JournalError):
    """The journal cannot be read or written now: damaged, locked, not writable, or of a newer version."""

    exit_code = 3


def say_fault(error: Exception) -> tuple[str, str]:
    """What is said of a mistake of ours: its kind and place in two lines, and no word that somebody wrote."""
    return (
        f"That is a mistake in netjournal, not yours: {_where(error)}.",
        "What was kept before is whole. NETJOURNAL_TRACEBACK=1 in front of the command shows more.",
    )


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
