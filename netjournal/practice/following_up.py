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

_VERBS = "ask|tell|send|call|write|bring|invite|remember|thank|visit|offer|introduce|listen|show|give"
_INTENTION = re.compile(
    rf"(?:(?:^|[,:–—-]\s+)(?:(?:and|but|so|then|also|to|please|maybe|perhaps|better)\s+)*(?:{_VERBS})\b"
    r"|\bnext time\b|\bi will\b|\bi['’]ll\b|\bi (?:want|mean|plan|hope) to\b)",
    re.IGNORECASE,
)
"""What is meant for the next time: a clause that begins with what to do, or words that say so."""

_CLAUSE = re.compile(r"[,:–—-]\s+")
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

    Only if the answer says what one means to do, or its entry holds an open promise of one's own, and until
    one says yes or no. Of the last three talks: what was left three times is not asked again. Where the
    newest answer may not come back (`may_come_back`), no older one takes its place.
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
    if any(promise.text in asked.answer for promise in entry.promises):
        return None
    meant = next(filter(None, map(_meant, reversed(_SENTENCE.split(asked.answer)))), "")
    words = f"Last time you noted: “{shortened(meant, _LONGEST)}”. Did you?"
    return FollowUp(entry, words) if meant else None


def _meant(sentence: str) -> str:
    """The sentence from the clause on in which it says what one means to do; empty where it says nothing."""
    found = _INTENTION.search(sentence)
    if found is None:
        return ""
    before = [clause.end() for clause in _CLAUSE.finditer(sentence) if clause.start() <= found.start()]
    return sentence[before[-1] if before else 0 :].strip(" .;")


def _promised(entry: Interaction) -> FollowUp | None:
    for position, promise in enumerate(entry.promises):
        if promise.by == "me" and promise.kept is None:
            words = f"Last time you promised: “{shortened(promise.text, _LONGEST)}”. Did you?"
            return FollowUp(entry, words, position)
    return None
