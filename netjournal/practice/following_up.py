"""On logging again: what one noted for the next time, and whether it came to that (reflection.md §2.5)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from netjournal.language.entry_words import shortened
from netjournal.model import Interaction, Reflection
from netjournal.practice.coming_back import may_come_back

LOOKS_AHEAD = ("curiosity", "trust", "giving", "destination")
"""Themes whose answers are mostly about the next time."""

_INTENTION = re.compile(
    r"\b(?:next time|ask(?:ing)?|tell|send|call|write|bring|invite|remember|thank|visit|offer|introduce"
    r"|i will|i'll)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;?…]\s+")
_YES, _NO = ("y", "yes"), ("n", "no")
_LONGEST = 110
_TALKS = 3


class FollowUp(NamedTuple):
    """What to ask, in `words`, about an earlier `entry`; `position` is that of a promise, if it is one."""

    entry: Interaction
    words: str
    position: int | None = None


def follow_up(entry: Interaction, earlier: Iterable[Interaction], awake: Collection[str]) -> FollowUp | None:
    """What to ask of the newest answer in `earlier`, entries with somebody of `entry`, the newest first.

    Only if the answer looks ahead or its entry holds an open promise of one's own, and until one says yes or
    no. Of the last three talks: what was left three times is not asked again. Where the newest answer may not
    come back (`may_come_back`), no older one takes its place.
    """
    before = (other for other in earlier if other.id != entry.id and other.date < entry.date)
    for other in islice(before, _TALKS):
        asked = other.reflection
        if asked is None or not asked.answer:
            continue
        if asked.period or asked.followed or not may_come_back(other, awake):
            return None
        return _ahead(other, asked) or _promised(other)
    return None


def read_reply(line: str) -> bool | None:
    """Whether a line that is nothing but y or n says yes; None for any other."""
    word = line.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def after_reply(found: FollowUp, reply: bool, now: dt.datetime) -> Interaction:
    """The earlier entry with what was said; a yes to a promise keeps it today."""
    entry = found.entry
    assert entry.reflection is not None
    promises = list(entry.promises)
    if found.position is not None and reply:
        promises[found.position] = replace(promises[found.position], kept=now.date())
    reflection = replace(entry.reflection, followed="yes" if reply else "no")
    return replace(entry, reflection=reflection, promises=tuple(promises))


def _ahead(entry: Interaction, asked: Reflection) -> FollowUp | None:
    if asked.dimension not in LOOKS_AHEAD:
        return None
    meant = next((part for part in reversed(_SENTENCE.split(asked.answer)) if _INTENTION.search(part)), "")
    said = shortened((meant or asked.answer).rstrip(" .;"), _LONGEST)
    ending = "Did you?" if meant else "Did you come back to it?"
    return FollowUp(entry, f"Last time you noted: “{said}”. {ending}")


def _promised(entry: Interaction) -> FollowUp | None:
    for position, promise in enumerate(entry.promises):
        if promise.by == "me" and promise.kept is None:
            words = f"Last time you promised: “{shortened(promise.text, _LONGEST)}”. Did you?"
            return FollowUp(entry, words, position)
    return None
