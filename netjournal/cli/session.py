"""What a command works with: the settings, the clock, and the journal once it is asked for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.cli.output import tell

if TYPE_CHECKING:
    from netjournal.practice.prompts import Prompt
    from netjournal.settings import Settings
    from netjournal.store.journal import Journal
    from netjournal.store.places import Places


class Session:
    """One run of the command line; `given` is the folder named by --journal. Nothing is read too early."""

    def __init__(self, given: Path | None) -> None:
        self._given = given

    @cached_property
    def settings(self) -> Settings:
        """The user's settings, weeks beginning on a day; raises JournalError naming what does not fit."""
        from netjournal.settings import read_settings
        from netjournal.store.places import config_folder

        settings = read_settings(config_folder() / "settings.toml")
        if settings.week_starts != "locale":
            return settings
        from msgspec.structs import replace

        from netjournal.language.weeks import first_day_of, locale_of

        return replace(settings, week_starts=first_day_of(locale_of(os.environ)))

    @cached_property
    def places(self) -> Places:
        """Where the journal and all that belongs to it lies."""
        from netjournal.store.places import find_places

        return find_places(self._given, self.settings, os.environ)

    def clock(self) -> datetime:
        """The aware time, or always the one in NETJOURNAL_NOW."""
        from netjournal.language.dates import read_clock

        return read_clock(os.environ.get("NETJOURNAL_NOW"))

    @cached_property
    def journal(self) -> Journal:
        """The journal, begun if there is none yet; tells what in it cannot be read. Raises Unavailable."""
        journal = self.open()
        for problem in journal.problems():
            tell(problem.message)
        return journal

    def open(self) -> Journal:
        """The journal for somebody who closes it, and tells of its problems, themselves."""
        from netjournal.store.journal import Journal

        return Journal.open(self.places, self.clock())

    def prompts(self) -> Sequence[Prompt]:
        """The questions that may be asked: the built-in ones and the user's own."""
        from netjournal.practice.prompts import built_in, with_own

        return with_own(built_in(), self.places.config / "prompts.toml")

    def close(self) -> None:
        """Let go of the journal, if it was opened."""
        journal = self.__dict__.get("journal")
        if journal is not None:
            journal.close()
