"""Whom one met, and with whom one went further than once (reflection.md §2.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from netjournal.language.exchanged import missing
from netjournal.model import Interaction

_WITH_A_VOICE = ("in_person", "call", "video", "event")


def met_in(entries: Iterable[Interaction], awake: Collection[str]) -> dict[str, list[Interaction]]:
    """Everyone `awake` (ids) who took part in talks among `entries`, each with theirs."""
    found: dict[str, list[Interaction]] = defaultdict(list)
    for entry in (one for one in entries if one.is_talk):
        for id in dict.fromkeys(entry.people):
            if id in awake:
                found[id].append(entry)
    return dict(found)


def went_further(talks: Collection[Interaction]) -> bool:
    """Talks on two days or more, one of them at least with a voice or a face (reflection.md §2.6).

    Two lines about one evening are one talk, and a call that nobody took is none.
    """
    if not _are_enough(talks):  # for most the words need not be looked at
        return False
    return _are_enough([entry for entry in talks if not _is_missed(entry)])


def _are_enough(talks: Collection[Interaction]) -> bool:
    days = {entry.date for entry in talks}
    return len(days) >= 2 and any(entry.channel in _WITH_A_VOICE for entry in talks)


def _is_missed(entry: Interaction) -> bool:
    return entry.channel in _WITH_A_VOICE and "voice" in missing(entry.channel, entry.text)
