"""What a command works with: the settings, the clock, and the journal once it is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.cli.output import report, tell

if TYPE_CHECKING:
    from netjournal.practice.prompts import Prompt
    from netjournal.settings import Settings
    from netjournal.store.journal import Journal
    from netjournal.store.own import Noticed, Own
    from netjournal.store.own_history import OwnHistory
    from netjournal.store.places import Places


class Session:
    """One run of the command line; `given` is the folder named by --journal. Nothing is read too early.

    `discreet`: names and words are hidden from whoever looks on.
    """

    def __init__(self, given: Path | None, *, discreet: bool = False) -> None:
        self._given = given
        self.discreet = discreet
        self._plain: Journal | None = None

    @cached_property
    def own(self) -> Own:
        """The files of the user's own hand: the settings and their questions."""
        from netjournal.store.own import Own
        from netjournal.store.places import config_folder

        return Own(config_folder(), self._own_history)

    def _own_history(self) -> OwnHistory:
        from netjournal.store.own_history import OwnHistory

        return OwnHistory(self.places.state, self._newest_change)

    def _newest_change(self) -> str:
        """Of the journal, if there is one: nothing is begun to know it."""
        if not (self.places.journal / "journal.json").exists():
            return ""
        journal = self.journal
        return (self._plain or journal).newest_change

    @cached_property
    def settings(self) -> Settings:
        """The user's settings, weeks beginning on a day; tells what in the file does not hold."""
        settings, mistakes = self._read
        for mistake in mistakes:
            tell(mistake.said)
        if settings.week_starts != "locale":
            return settings
        from msgspec.structs import replace

        from netjournal.language.days.weeks import first_day_of, locale_of

        return replace(settings, week_starts=first_day_of(locale_of(os.environ)))

    @cached_property
    def _read(self) -> tuple[Settings, tuple[Noticed, ...]]:
        return self.own.read_settings()

    @cached_property
    def places(self) -> Places:
        """Where the journal and all that belongs to it lies."""
        from netjournal.store.own import refuse_lost
        from netjournal.store.places import find_places

        if self._given is None and not os.environ.get("NETJOURNAL_HOME"):
            refuse_lost(self._read[1])
        return find_places(self._given, self.settings, os.environ)

    def clock(self) -> datetime:
        """The aware time, or always the one in NETJOURNAL_NOW."""
        from netjournal.language.days.present import read_clock

        return read_clock(os.environ.get("NETJOURNAL_NOW"))

    @cached_property
    def journal(self) -> Journal:
        """The journal, begun if there is none yet; tells what in it cannot be read. Raises Unavailable."""
        journal = self.open()
        if self.discreet:
            from netjournal.store.veiling import Veiled

            self._plain, journal = journal, Veiled(journal)
        for problem in journal.problems():
            tell(problem.message)
        return journal

    def open(self) -> Journal:
        """The journal for somebody who closes it, and tells of its problems, themselves."""
        from netjournal.store.backups import Retention
        from netjournal.store.journal import Journal

        kept = Retention(self.settings.backup_days, self.settings.backup_months)
        return Journal.open(self.places, self.clock(), retention=kept)

    def prompts(self) -> Sequence[Prompt]:
        """The questions that may be asked: the built-in ones and the user's own; tells of files that rest."""
        library, mistakes = self.own.library(self.settings.language)
        for mistake in mistakes:
            tell(mistake.said)
        return library.prompts

    def close(self) -> None:
        """Let go of the journal, if it was opened."""
        journal = self.__dict__.get("journal")
        if journal is not None and (trouble := journal.backup_trouble):
            report(trouble)
        for opened in (journal, self._plain):
            if opened is not None:
                opened.close()
