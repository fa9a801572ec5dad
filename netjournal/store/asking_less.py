"""When it was last asked whether to ask less often: kept beside the drafts, where it does not travel."""

from __future__ import annotations

import datetime as dt

from netjournal.model import Interaction
from netjournal.practice.asking_less import OF_LAST, may_ask_less
from netjournal.practice.coming_back import is_trying
from netjournal.settings import Settings
from netjournal.store.journal import Journal

_OFFERED = "asked-less"


def is_time_to_ask_less(journal: Journal, settings: Settings, entry: Interaction, today: dt.date) -> bool:
    """Whether to ask it after the question of `entry` was just left; from then on it was asked, for half a
    year. After a trying line, and in a hard time, it waits for a plain one.
    """
    said = journal.drafts.get(_OFFERED)
    try:
        offered = dt.date.fromisoformat(said.strip()) if said else None
    except ValueError:
        offered = None
    if not may_ask_less(journal.last_statuses(OF_LAST), settings.ask, offered, today):
        return False
    if is_trying(entry) or journal.is_sore(entry):
        return False
    journal.drafts.keep(_OFFERED, today.isoformat())
    return True
