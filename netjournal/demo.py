"""A made-up journal: two years of one person who builds a boat, ending now.

What happened stands in demo.toml, in words; this sets it into the calendar. The same `now` gives the same
journal, down to the ids: what looks like chance is read off SHA-256.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from netjournal.model import (
    Birthday,
    Channel,
    Circle,
    Contact,
    Interaction,
    Met,
    Promise,
    Reflection,
    Status,
    new_id,
)
from netjournal.practice.prompts import Prompt, built_in

_WRITTEN = Path(__file__).with_name("demo.toml")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST_WEEK = 7
"""Days before today that are counted in days; what is older is counted in weeks."""
_YEAR = 365.25
_MINUTE = timedelta(minutes=1)


class _Coming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    days: int
    age: int | None = None


class _Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: str
    nicknames: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    field: str = ""
    place: str = ""
    zone: str = ""
    birthday: str | _Coming = ""
    tags: tuple[str, ...] = ()
    circle: Circle | None = None
    rhythm: int | None = None
    years: float | None = None
    met_place: str = ""
    through: str = ""
    about: str = ""
    details: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()


class _Promise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    by: Literal["me", "them"] = "me"
    due: int | None = None
    from_now: int | None = None
    kept: int | None = None


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: str
    text: str
    people: str = ""
    channel: Channel | None = None
    tags: str = ""
    place: str = ""
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promises: tuple[_Promise, ...] = ()
    initiated: Literal["me", "them"] | None = None
    mood: int | None = None
    energy: int | None = None
    prompt: str = ""
    status: Status = "answered"
    answer: str = ""
    rating: int | None = None
    private: bool = False


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    person: tuple[_Person, ...]
    entry: tuple[_Entry, ...]


def make(now: datetime) -> tuple[tuple[Contact, ...], tuple[Interaction, ...]]:
    """The people and the entries, both oldest first, of two years that end at the aware time `now`.

    Nothing in it is later than `now`; promises and birthdays come soon after it.
    """
    written = msgspec.convert(tomllib.loads(_WRITTEN.read_text("utf-8")), _Written)
    moments = _moments(written.entry, now)
    first: dict[str, int] = {}
    for number, entry in enumerate(written.entry):
        for key in entry.people.split():
            first.setdefault(key, number)
    began = moments[0][1] - 30 * _MINUTE
    created = {
        person.key: began if person.years is not None else moments[first[person.key]][1]
        for person in written.person
    }
    ids = {key: new_id(moment, _entropy("person", key)) for key, moment in created.items()}
    contacts = [
        _contact(person, ids, created[person.key], written.entry[first[person.key]], now)
        for person in written.person
    ]
    prompts = {prompt.id: prompt for prompt in built_in()}
    interactions = [
        _interaction(number, entry, moments[number], ids, prompts, now)
        for number, entry in enumerate(written.entry)
    ]
    return tuple(sorted(contacts, key=lambda contact: contact.id)), tuple(
        sorted(interactions, key=lambda interaction: interaction.order)
    )


def _moments(entries: Sequence[_Entry], now: datetime) -> list[tuple[datetime | None, datetime]]:
    """When each entry happened, if its time is known, and when it was written."""
    days = [_day(entry.on, now.date()) for entry in entries]
    in_all, so_far = Counter(days), Counter[date]()
    moments: list[tuple[datetime | None, datetime]] = []
    before = datetime.combine(days[0], time(), now.tzinfo)
    for number, (day, entry) in enumerate(zip(days, entries, strict=True)):
        at, written = None, _evening(day, (so_far[day] + _share("written", number)) / in_all[day], now)
        so_far[day] += 1
        said = entry.on.split()[-1]
        if ":" in said:
            at = datetime.combine(day, time.fromisoformat(said), now.tzinfo)
            late = datetime.combine(day, time(23, 58), now.tzinfo)
            written = min(at + (20 + int(_share("after", number) * 40)) * _MINUTE, late)
        elif "." in said:
            midnight = datetime.combine(day, time(), now.tzinfo)
            written = midnight + float(said) * (now - midnight)
        before = min(max(written.replace(microsecond=0), before + timedelta(seconds=1)), now)
        moments.append((at, before))
    return moments


def _day(on: str, today: date) -> date:
    """The day that `on` of demo.toml stands for.

    Whatever day of the week today is, the days counted one by one are stretched to where the weeks begin, so
    that nothing changes its order and no days are left empty between them.
    """
    words = on.split()
    back = int(words[0])
    if len(words) > 1 and words[1] in _WEEKDAYS:
        return today - timedelta(today.weekday() + 7 * back - _WEEKDAYS.index(words[1]))
    if back < 2:
        return today - timedelta(back)
    return today - timedelta(round(back * (_LAST_WEEK + today.weekday()) / _LAST_WEEK))


def _evening(day: date, share: float, now: datetime) -> datetime:
    """Between half past six and half past ten, when one writes one's journal."""
    return datetime.combine(day, time(18, 30), now.tzinfo) + timedelta(hours=4 * share)


def _contact(
    person: _Person, ids: Mapping[str, str], created: datetime, first: _Entry, now: datetime
) -> Contact:
    birthday = person.birthday
    return Contact(
        id=ids[person.key],
        name=person.name,
        nicknames=person.nicknames,
        emails=person.emails,
        phones=person.phones,
        links=person.links,
        organisation=person.organisation,
        role=person.role,
        field=person.field,
        place=person.place,
        zone=person.zone,
        birthday=birthday if isinstance(birthday, str) else _birthday(birthday, now.date()),
        tags=person.tags,
        circle=person.circle,
        rhythm=person.rhythm,
        met=_met(person, ids, created, first, now),
        about=person.about,
        details=person.details,
        needs=person.needs,
        offers=person.offers,
        created=created,
    )


def _met(
    person: _Person, ids: Mapping[str, str], created: datetime, first: _Entry, now: datetime
) -> Met | None:
    """How one met; None where one was always there."""
    through = ids[person.through] if person.through else ""
    if person.years is None:
        return Met(date=created.date(), place=person.met_place or first.place, through=through)
    if person.years == 0:
        return None
    known = timedelta(int(person.years * _YEAR + 200 * _share("met", person.key)))
    return Met(date=now.date() - known, place=person.met_place, through=through)


def _birthday(coming: _Coming, today: date) -> str:
    day = today + timedelta(coming.days)
    year = day.year - coming.age if coming.age else None
    try:
        return str(Birthday.parse(str(Birthday(day.month, day.day, year))))
    except ValueError:  # born on a 29 February that was not: the 28th
        return str(Birthday(day.month, day.day - 1, year))


def _interaction(
    number: int,
    entry: _Entry,
    moment: tuple[datetime | None, datetime],
    ids: Mapping[str, str],
    prompts: Mapping[str, Prompt],
    now: datetime,
) -> Interaction:
    at, written = moment
    return Interaction(
        id=new_id(written, _entropy("entry", number)),
        date=written.date(),
        at=at,
        zone=getattr(now.tzinfo, "key", None) or "" if at else "",
        people=tuple(ids[key] for key in entry.people.split()),
        channel=entry.channel,
        text=entry.text,
        tags=tuple(entry.tags.split()),
        place=entry.place,
        gave=entry.gave,
        got=entry.got,
        promises=tuple(_promise(promise, written.date(), now.date()) for promise in entry.promises),
        initiated=entry.initiated,
        mood=entry.mood,
        energy=entry.energy,
        reflection=_reflection(number, entry, written, prompts[entry.prompt], now) if entry.prompt else None,
        created=written,
    )


def _promise(promise: _Promise, day: date, today: date) -> Promise:
    due = None if promise.due is None else day + timedelta(promise.due)
    if promise.from_now is not None:
        due = today + timedelta(promise.from_now)
    kept = None if promise.kept is None else min(day + timedelta(promise.kept), today)
    return Promise(text=promise.text, by=promise.by, due=due, kept=kept)


def _reflection(number: int, entry: _Entry, written: datetime, prompt: Prompt, now: datetime) -> Reflection:
    answered = entry.status == "answered"
    took = timedelta(seconds=6 + int(_share("answer", number) * 10) + len(entry.answer) // 6)
    return Reflection(
        prompt=prompt.id,
        dimension=prompt.dimension,
        question=prompt.text,
        asked=written,
        status=entry.status,
        answer=entry.answer,
        scale=prompt.scale or "friend",
        rating=entry.rating,
        answered=min(written + took, now) if answered else None,
        private=entry.private,
    )


def _entropy(*about: object) -> Callable[[int], bytes]:
    """What `new_id` takes for chance: the same bytes for the same thing."""
    return lambda size: sha256(repr(about).encode()).digest()[:size]


def _share(*about: object) -> float:
    """From 0 to 1, without 1: always the same for the same thing."""
    return int.from_bytes(_entropy(*about)(4), "big") / 2**32
