"""An event while one is there, and the one question two days later (issue 5 §3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from unicodedata import normalize

from msgspec.structs import replace

from netjournal.errors import Misused
from netjournal.language.folding import fold
from netjournal.language.forms.values import misfit, read_day
from netjournal.language.tokens import LETTER
from netjournal.model import Event, Goal, Interaction, Promise

_NIGHT_ENDS = timedelta(hours=5)
_ASKED_AFTER = 2
_ASKED_FOR = 7
"""Days for which the question stands if nobody answers it; then it is gone without a word."""


class Owed(NamedTuple):
    """A promise that is open: the `position`th of its entry."""

    entry: Interaction
    position: int

    @property
    def promise(self) -> Promise:
        """What somebody said they would do."""
        return self.entry.promises[self.position]


class Asking(NamedTuple):
    """What is asked once of an event that is over: what of the promises made there is to stand."""

    event: Event
    owed: Sequence[Owed]

    @property
    def people(self) -> set[str]:
        """The ids of those to whom one promised something."""
        return {id for one in self.owed for id in one.entry.people}


def lived_day(now: datetime) -> date:
    """The day that a moment belongs to: until five in the morning the evening before goes on."""
    return (now - _NIGHT_ENDS).date()


def new_event(name: str, place: str, until: str, now: datetime) -> Event:
    """The event that begins now, from what was typed. Raises Misused that names what does not fit."""
    line, since = " ".join(name.split()), lived_day(now)
    if not line:
        raise Misused("name: What is it called?", "Such as harbour festival.")
    by = read_day(until, "until", now, "future") or since
    if by < since:
        raise misfit("until", until, "It would end before it begins.")
    return Event(id="", name=line, tag=tag_for(line), since=since, by=by, place=" ".join(place.split()))


def is_open(event: Event, now: datetime) -> bool:
    """Whether one is there: until one ends it, at the latest until the night after its last day is over."""
    return event.ended is None and event.since <= lived_day(now) <= event.by


def day_within(event: Event, now: datetime) -> date:
    """The day to which a line logged now belongs."""
    return min(max(lived_day(now), event.since), last_day(event))


def last_day(event: Event) -> date:
    """The day on which it was over."""
    if event.ended is None:
        return event.by
    return min(max(lived_day(event.ended), event.since), event.by)


def belongs(event: Event, entry: Interaction) -> bool:
    """Whether an entry was logged there, or was given its tag on one of its days."""
    tag = fold(event.tag)
    return event.since <= entry.date <= last_day(event) and any(fold(one) == tag for one in entry.tags)


def own_entry(event: Event) -> Interaction:
    """The entry of an event itself, in which nobody is named; its id is still to be given."""
    return Interaction(
        id="", date=last_day(event), channel="event", text=event.name, tags=(event.tag,), place=event.place
    )


def is_own(event: Event, entry: Interaction) -> bool:
    """Whether an entry of the event is its own: in its words, of nobody, with its question."""
    return not entry.people and entry.text == event.name and entry.reflection is not None


def to_go_on(events: Iterable[Event], tag: str, now: datetime) -> Event | None:
    """The event of this tag that one left earlier today: who begins it again goes on with it."""
    today = lived_day(now)
    same = [one for one in events if fold(one.tag) == fold(tag) and one.ended and last_day(one) == today]
    return same[-1] if same else None


def tag_for(name: str) -> str:
    """``harbour-festival`` for Harbour festival, ``choirs-birthday`` for choir's birthday."""
    joined = re.sub(rf"(?<={LETTER})['’ʼ](?={LETTER})", "", name.replace("_", " "))
    words = re.findall(rf"{LETTER}+", normalize("NFC", joined.casefold()))
    tag = "-".join(words)
    return tag if any(letter.isalpha() for letter in tag) else "-".join(("event", *words))


def goal_for(event: Event, target: int) -> Goal:
    """Its own small goal: different people met there."""
    people = "person" if target == 1 else "people"
    return Goal(
        id="",
        text=f"{target} {people} to meet at {event.name}",
        target=target,
        since=event.since,
        by=event.by,
        unit="person",
        count=f"#{event.tag}",
    )


def is_asked(event: Event, today: date) -> bool:
    """Whether the one question about what was promised there stands: two days after, for a week at most."""
    days = (today - last_day(event)).days
    return event.asked is None and _ASKED_AFTER <= days < _ASKED_AFTER + _ASKED_FOR


def owed(entries: Iterable[Interaction]) -> tuple[Owed, ...]:
    """What one promised in these entries and has not done, what has a day first."""
    found = [
        Owed(entry, position)
        for entry in entries
        for position, promise in enumerate(entry.promises)
        if promise.by == "me" and promise.kept is None
    ]
    return tuple(sorted(found, key=lambda one: (one.promise.due is None, one.promise.due or date.max)))


def say_owed(one: Owed, names: Mapping[str, str]) -> str:
    """``Ines Duarte: send her the keel plan``; `names` are those of ids."""
    who = ", ".join(names[id] for id in one.entry.people)
    return f"{who}: {one.promise.text}" if who else one.promise.text


def say_promised(one: Owed, names: Mapping[str, str]) -> str:
    """``you promised Ines Duarte: send her the keel plan``, and ``you promised: …`` of an entry of nobody."""
    gap = " " if one.entry.people else ": "
    return f"you promised{gap}{say_owed(one, names).rstrip('.')}"


def say_asking(asking: Asking, names: Mapping[str, str]) -> str:
    """``At Harbour festival you promised Ines Duarte: send her the keel plan. Still yours?``"""
    first, *others = asking.owed
    more = "" if not others else f", and {'one more thing' if len(others) == 1 else 'other things'}"
    return f"At {asking.event.name} {say_promised(first, names)}{more}. Still yours?"


def settled(entry: Interaction, decided: Mapping[int, Promise | None]) -> Interaction:
    """The entry with the promises at some positions changed, those that are None let go."""
    promises = (decided.get(position, promise) for position, promise in enumerate(entry.promises))
    return replace(entry, promises=tuple(promise for promise in promises if promise is not None))
