"""The terminal app."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from netjournal.settings import Settings
from netjournal.store.journal import Journal


def run(
    journal: Journal,
    settings: Settings,
    clock: Callable[[], dt.datetime],
    *,
    discreet: bool = False,
) -> int:
    """Open the app on a journal until it is left; the exit code of the process.

    `discreet` hides names and words from the beginning.

    What was a mistake in the app is raised once the terminal is as it was.
    """
    from netjournal.tui.app import NetjournalApp

    app = NetjournalApp(journal, settings, clock)
    if discreet:
        app.veil()
    app.run()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
