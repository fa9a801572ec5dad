"""What of a journal belongs into a calendar: promises with a day, birthdays, hellos, talks on wish.

Of people at rest there is nothing in it (issue 4 §5).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from hashlib import sha256

from netjournal.exchange.calendar import Event, birthday
from netjournal.language.entry_words import CHANNEL_WORDS, shortened
from netjournal.model import Acquaintance, Birthday, Contact, Interaction, Promise
from netjournal.practice.rhythm import Tie, due, may_be_suggested, say_rhythm, state
from netjournal.practice.suggesting import Hello

_LONGEST = 80


def promises(entries: Iterable[Interaction], names: Mapping[str, str], resting: Set[str]) -> Iterator[Event]:
    """Each promise that has a day; one that was kept says so, so that it changes where it stands."""
    for entry in entries:
        with_whom = _names(entry, names, resting)
        if entry.people and not with_whom:
            continue
        for uid, promise, day in _dated(entry):
            yield Event(uid=uid, day=day, summary=_summary(promise), note=with_whom)


def talks(entries: Iterable[Interaction], names: Mapping[str, str], resting: Set[str]) -> Iterator[Event]:
    """What happened, with the words; not what was lived with people at rest."""
    for entry in entries:
        if resting.isdisjoint(entry.people):
            channel = CHANNEL_WORDS[entry.channel] if entry.channel else ""
            said = (_names(entry, names, resting), channel)
            yield Event(
                uid=f"{entry.id}-entry",
                day=entry.date,
                at=entry.at,
                summary=" · ".join(part for part in said if part)
                or shortened(entry.text, _LONGEST)
                or "A note",
                note=entry.text,
                place=entry.place,
                tags=entry.tags,
            )


def gone(deleted: Iterable[object], *, with_talks: bool) -> Iterator[Event]:
    """For what was deleted and is in the trash yet: its events cancelled, without a word of it.

    So a calendar that has them takes them out. What left the trash too cannot be known any more.
    """
    for one in deleted:
        if isinstance(one, Interaction):
            days = [(uid, day) for uid, _, day in _dated(one)]
            days += [(f"{one.id}-entry", one.date)] if with_talks else []
        elif isinstance(one, Contact) and one.birthday:
            event = birthday(one.id, one.name, Birthday.parse(one.birthday))
            days = [(event.uid, event.day)]
        else:
            continue
        yield from (Event(uid=uid, day=day, summary="Deleted", is_cancelled=True) for uid, day in days)


def _dated(entry: Interaction) -> Iterator[tuple[str, Promise, dt.date]]:
    """The promises that have a day, each with a UID of what it says: its place among others may change.

    Of those that say the same the second is numbered.
    """
    seen: Counter[str] = Counter()
    for promise in entry.promises:
        if promise.due is not None:
            said = sha256(f"{promise.by}\0{promise.text}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
            seen[said] += 1
            number = f"-{seen[said]}" if seen[said] > 1 else ""
            yield f"{entry.id}-promise-{said}{number}", promise, promise.due


def birthdays(people: Iterable[Acquaintance]) -> Iterator[Event]:
    """Everyone's birthday that is known."""
    for person in people:
        if person.birthday and not person.rest:
            yield birthday(person.id, person.name, Birthday.parse(person.birthday))


def hellos(ties: Iterable[Tie], now: Sequence[Hello], today: dt.date) -> Iterator[Event]:
    """The next hello to each of `ties` on its day to come; of those whose day is there only the few of `now`.

    So no calendar ever tells how many wait (reflection.md §4.1).
    """
    for hello in now:
        yield _hello(hello.person, today, hello.reason)
    suggested = {hello.person.id for hello in now}
    for tie in ties:
        person, day = tie.person, due(tie, today)
        days = tie.interval
        if person.id in suggested or day is None or days is None or not may_be_suggested(person, today):
            continue
        if day > today and state(tie, today) == "in_touch":
            yield _hello(person, day, say_rhythm(days))


def _hello(person: Acquaintance, day: dt.date, note: str) -> Event:
    return Event(uid=f"{person.id}-hello", day=day, summary=f"A hello to {person.name}", note=note)


def _summary(promise: Promise) -> str:
    text = shortened(promise.text, _LONGEST)
    if promise.kept is not None:
        return f"Kept: {text}"
    return f"Promised: {text}" if promise.by == "me" else f"They promised: {text}"


def _names(entry: Interaction, names: Mapping[str, str], resting: Set[str]) -> str:
    return ", ".join(names[id] for id in entry.people if id not in resting)
