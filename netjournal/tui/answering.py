"""Answers of a review, written while one goes on to the next question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from netjournal.errors import JournalError
from netjournal.practice.answering import prompt_of
from netjournal.practice.review_steps import Step
from netjournal.tui.host import Host
from netjournal.tui.meanwhile import meanwhile
from netjournal.tui.silencing import MUTED

_KEPT = "Kept."


class Answering:
    """What is said in the review of `period`; `failed` gets the number of a step that cannot be written."""

    def __init__(self, host: Host, period: str, failed: Callable[[int], None]) -> None:
        self._host = host
        self._period = period
        self._failed = failed
        self._writing = 0
        self._has_kept = False
        self._is_over = False

    def take(self, number: int, step: Step, line: str) -> None:
        """Write a line; its draft goes once it is kept, and stays where that fails."""
        self._writing += 1
        meanwhile(self._host, partial(self._write, number, step, line))

    def end(self) -> None:
        """Say, after the last of it, that it is kept."""
        self._is_over = True
        self._tell()

    async def _write(self, number: int, step: Step, line: str) -> None:
        host, journal, now = self._host, self._host.journal, self._host.clock()
        asked = step.entry.reflection if step.mutes(line) and step.entry is not None else None

        def take() -> bool:
            if asked is not None:
                host.own.mute(prompt_of(asked))
            return journal.take_step(step, self._period, line, now=now)

        try:
            kept = await host.write(take)
        except JournalError as error:
            host.tell_error(error)
            self._failed(number)
            return
        finally:
            self._writing -= 1
        host.keep_draft(step.draft(self._period), "")
        if asked is not None:
            host.tell(MUTED)
        self._has_kept = self._has_kept or kept
        if kept and (told := step.kept(line)) != _KEPT:
            host.tell(told)
        self._tell()

    def _tell(self) -> None:
        if self._is_over and self._has_kept and not self._writing:
            self._host.tell(_KEPT)
