"""A person's page: what one reads for a minute before meeting them, words first (issue 3 §2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from netjournal.language.days.words import say_day, say_month, say_near
from netjournal.language.entry_words import say_birthday, say_last_time, say_promise, say_tags
from netjournal.language.recalling import is_marked, plain
from netjournal.model import Birthday, Contact, Interaction, Promise
from netjournal.practice.echo import say_noted

_DOORS_NAMED = 6


class Fact(NamedTuple):
    """Something one knows; `key` says where it is kept, so that it can be mended there.

    ``promise:ID:POSITION`` is a promise of an entry, ``introduction:ID`` an introduction, ``person:ID`` leads
    to somebody's page; anything else is the key of a field of the form, with the position of an item in it:
    ``details:2``.
    """

    key: str
    label: str
    text: str

    @property
    def kind(self) -> str:
        """What the key begins with."""
        return self.key.partition(":")[0]


class Between(NamedTuple):
    """A promise that is open: the `position`th of the entry with the id `entry`."""

    entry: str
    position: int
    promise: Promise


class Surroundings(NamedTuple):
    """What the rest of the journal knows of a person: the newest entries with them, newest first, the open
    promises, the names of everybody who is mentioned by id, whom they made one meet and how many that led to
    in all, the introductions in words by id, the rhythm in words, a question to carry into the next talk,
    the day of the first entry with them, whether they are at rest or told to have died (then nothing speaks
    of a day to come, or of what they need) and on which day it was told, and whom of several an answer names
    (ids, by the id of its entry).
    """

    entries: Sequence[Interaction] = ()
    promises: Sequence[Between] = ()
    names: Mapping[str, str] = {}
    doors: Sequence[str] = ()
    doors_in_all: int = 0
    introductions: Sequence[tuple[str, str]] = ()
    rhythm: str = ""
    before: str = ""
    first: dt.date | None = None
    is_gone: bool = False
    died: dt.date | None = None
    named: Mapping[str, Collection[str]] = {}


class Page(NamedTuple):
    """Who this is in a line or two, the last talk and what one noted then, and facts in groups.

    Whatever is not known is empty. `before` is a question to carry into the next talk; `promises` are those
    that the keys of facts lead to, as they were read.
    """

    name: str
    work: str
    known_as: str
    last: str
    text: str
    noted: str
    groups: tuple[tuple[Fact, ...], ...]
    promises: tuple[Between, ...] = ()
    before: str = ""


def page_of(person: Contact, around: Surroundings, now: dt.datetime) -> Page:
    """The page of `person` as it reads at `now`."""
    today = now.date()
    work = ", ".join(part for part in (person.role, person.organisation, person.field) if part)
    last = last_talk(around.entries, today)
    groups = (
        tuple(_between(around, today)),
        tuple(_told(person, around, today)),
        tuple(_ties(person, around, today)),
        tuple(_coming(person, around, today)),
        tuple(_reach(person)),
    )
    return Page(
        name=person.name,
        work=" · ".join(
            filter(None, (work, person.place, "" if around.is_gone else clock_there(person.zone, now)))
        ),
        known_as=" · ".join(part for part in (", ".join(person.nicknames), say_tags(person.tags)) if part),
        last=say_last_time(last, person.id, around.names, today) if last else "",
        text=last.text if last else "",
        noted=say_noted(around.entries, last, today, person.id, around.names, around.named),
        groups=tuple(group for group in groups if group),
        promises=tuple(around.promises),
        before=around.before,
    )


def last_talk(entries: Iterable[Interaction], today: dt.date) -> Interaction | None:
    """The newest of `entries` (newest first) that is a talk, and not still to come."""
    return next((entry for entry in entries if entry.is_talk and entry.date <= today), None)


def promise_key(entry: str, position: int) -> str:
    """The key of the fact that is a promise of an entry (id)."""
    return f"promise:{entry}:{position}"


def clock_there(zone: str, now: dt.datetime) -> str:
    """``there it is 21:40``; empty without a zone or with one that nobody knows."""
    if not zone:
        return ""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return f"there it is {now.astimezone(ZoneInfo(zone)):%H:%M}"
    except (ZoneInfoNotFoundError, ValueError):
        return ""


def _between(around: Surroundings, today: dt.date) -> Iterator[Fact]:
    for entry, position, promise in around.promises:
        who = "you promised" if promise.by == "me" else "promised you"
        key = promise_key(entry, position)
        yield Fact(key, "Between you", f"{who}: {say_promise(promise, today)}")


def _told(person: Contact, around: Surroundings, today: dt.date) -> Iterator[Fact]:
    if around.died is not None:
        yield Fact("rest", "Died", f"as you wrote on {say_day(around.died, today)}")
    if person.about:
        yield Fact("about", "About", person.about)
    needs = () if around.is_gone else (("needs", "Needs"),)
    for key, label in (("details", "Told you"), *needs, ("offers", "Could offer")):
        for position, text in enumerate(getattr(person, key)):
            is_kept = key == "details" and is_marked(text)
            yield Fact(f"{key}:{position}", label, f"{plain(text)} · to remember" if is_kept else text)


def _ties(person: Contact, around: Surroundings, today: dt.date) -> Iterator[Fact]:
    if met := _met(person, today):
        yield Fact("met.date", "First noted" if _is_noted(person, around) else "Met", met)
    if person.met is not None and person.met.through:
        name = around.names.get(person.met.through, "")
        if name:
            yield Fact(f"person:{person.met.through}", "Through", name)
    if around.doors:
        names = list(around.doors[:_DOORS_NAMED])
        more = around.doors_in_all - len(names)
        yield Fact("doors", "Opened doors", ", ".join(names) + (f", and {more} more" if more else ""))
    for id, words in around.introductions:
        yield Fact(f"introduction:{id}", "Introduced", words.removeprefix("Introduced "))


def _coming(person: Contact, around: Surroundings, today: dt.date) -> Iterator[Fact]:
    if person.born is not None and around.is_gone:
        yield Fact("birthday", "Birthday", say_birthday(person.born))
    elif person.born is not None:
        day = person.born.next_after(today)
        age = f" ({day.year - person.born.year})" if person.born.year else ""
        yield Fact("birthday", "Birthday", f"{say_near(day, today)}{age}{_in_place_of(person.born, day)}")
    if around.rhythm:
        yield Fact("rhythm", "Rhythm", around.rhythm)


def _in_place_of(born: Birthday, day: dt.date) -> str:
    """``, born on 29 February`` in years without it, of the day on which it is kept; else empty."""
    return "" if day.day == born.day else f", born on {say_birthday(born._replace(year=None))}"


def _reach(person: Contact) -> Iterator[Fact]:
    for key, label in (("emails", "Write"), ("phones", "Call"), ("links", "See")):
        values = getattr(person, key)
        if values:
            yield Fact(key, label, ", ".join(values))


def _is_noted(person: Contact, around: Surroundings) -> bool:
    """Whether the day is that of the first entry, with which one may have long known them."""
    met = person.met
    return met is not None and not met.through and met.date is not None and met.date == around.first


def _met(person: Contact, today: dt.date) -> str:
    if person.met is None:
        return ""
    day, place = person.met.date, person.met.place
    if day is None:
        return f"at {place}" if place else ""
    if person.met.within == "day" and day.year == today.year:
        when = say_day(day, today)
    else:
        when = f"{day.year:04}" if person.met.within == "year" else say_month(day.isoformat()[:7])
    return f"{when} at {place}" if place else when
