"""What is never brought up unasked, on any of the ways back to an entry (reflection.md §2.5)."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from msgspec.structs import replace

from netjournal.language.folding import fold
from netjournal.language.hardship.fallen_through import fell_through
from netjournal.language.hardship.guilt import tells_of_guilt
from netjournal.language.hardship.hard_day import Hardship, hardship, tells_of_hard_day
from netjournal.language.hardship.letting_go import lets_go
from netjournal.language.hardship.vexed import is_vexed
from netjournal.model import Interaction, Promise

if TYPE_CHECKING:
    from netjournal.practice.situation import Time

_LOW, _EVEN = 2, 3


def is_low(entry: Interaction) -> bool:
    """Whether it was written in a low mood."""
    return entry.mood is not None and entry.mood <= _LOW


def is_hard(entry: Interaction) -> bool:
    """Whether it was a hard day, by the mood that was noted, else by the words."""
    return is_low(entry) if entry.mood is not None else tells_of_hard_day(entry.text)


def hard_by(entry: Interaction, but: Hardship | None = None) -> Hardship | None:
    """What it was hard by, as its words tell; `but` is left out. A mood that was not low takes it back, but
    for a death; a low one alone is of that day, and makes no hard time with those who were there.
    """
    told = hardship(entry.text, but)
    return told if entry.mood is None or told == "death" or is_low(entry) else None


def is_sore(entry: Interaction, time: Time = "") -> bool:
    """Whether an entry is no place to speak of goals, or to ask once more: by a low mood, by its words or
    those of its answer whatever the mood, or by the `time` it falls into, unless the day was a good one.
    """
    answer = entry.reflection.answer if entry.reflection is not None else ""
    is_of_time = time == "gone" or (time in ("hard", "bereft") and (entry.mood or 0) <= _EVEN)
    return is_of_time or is_low(entry) or tells_of_hard_day(entry.text) or tells_of_hard_day(answer)


def is_trying(entry: Interaction) -> bool:
    """Whether its line tells of anything hard, of what fell through, or of who vexed one: then one is asked
    nothing but its own question.
    """
    return is_sore(entry) or is_vexed(entry.text) or fell_through(entry.text)


def is_closed(entry: Interaction) -> bool:
    """Whether it was written in a low mood, is for oneself alone, or leaves somebody in peace."""
    return is_low(entry) or (entry.reflection is not None and entry.reflection.private) or leaves_be(entry)


def is_tender(entry: Interaction) -> bool:
    """Whether it `is_closed`, or says that one failed somebody, which unasked would be a reproach."""
    answer = entry.reflection.answer if entry.reflection is not None else ""
    return is_closed(entry) or tells_of_guilt(answer) or tells_of_guilt(entry.text)


def leaves_be(entry: Interaction) -> bool:
    """Whether it says that one leaves in peace who is in it: their name beside it would say the opposite."""
    answer = entry.reflection.answer if entry.reflection is not None else ""
    return bool(entry.people) and (lets_go(answer) or lets_go(entry.text))


def may_come_back(entry: Interaction, awake: Container[str]) -> bool:
    """Whether an entry may be brought up without being asked for.

    `awake` holds the ids of those who are neither at rest nor gone.
    """
    return may_stand(entry, awake) and not is_tender(entry)


def promise_may_come_back(entry: Interaction, promise: Promise, awake: Container[str]) -> bool:
    """The same of a promise: one made in the line is no part of an answer that is kept to oneself."""
    kept = entry.reflection
    if (
        kept is not None
        and kept.private
        and not set(fold(promise.text).split()) <= set(fold(kept.answer).split())
    ):
        entry = replace(entry, reflection=replace(kept, private=False))
    return may_come_back(entry, awake)


def may_stand(entry: Interaction, awake: Container[str]) -> bool:
    """Whether its words may stand on a page of days, which one opens to read what one wrote in them."""
    return not is_closed(entry) and all(person in awake for person in entry.people)
