"""Rhythm, without nagging: when a hello would be good, whom to suggest, and when to leave it be.

Nothing here is stored but what the user decided; the rest follows from what was logged (reflection.md §3.1
and §3.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from statistics import median
from typing import Literal, NamedTuple

from netjournal.language.day_words import say_day
from netjournal.model import Acquaintance, Birthday, Channel, Circle, Contact, Pause
from netjournal.practice.situation import INTERVALS, interval

State = Literal["in_touch", "hello_time", "quiet", "dormant"]

STATE_WORDS: Mapping[State, str] = {
    "in_touch": "",
    "hello_time": "a good week for a hello",
    "quiet": "it has been a while",
    "dormant": "out of touch",
}
LATER = (3, 7, 14)
"""Days that one may say `not now` for."""
MOST = 3
"""People suggested at a time."""
DORMANT_AFTER = 365
SOON = 7
"""Within so many days a birthday or an event that one shares brings somebody forward."""

_ALL, _GROUP = 4, 3
_QUARTERS: Mapping[Channel, int] = {
    "in_person": 4,
    "call": 3,
    "video": 3,
    "event": 3,
    "message": 2,
    "email": 2,
}
_UNSAID = 3
"""Of a talk whose channel is not known: neither a letter nor surely a visit."""
_WEIGHTS: Mapping[Circle, int] = {"inner": 4, "close": 3, "friends": 2, "wider": 1}
_RHYTHM_WORDS = {
    1: "daily",
    7: "weekly",
    14: "every two weeks",
    30: "monthly",
    90: "each season",
    365: "yearly",
}
_SPANS = ((365, "years"), (30, "months"), (7, "weeks"), (1, "days"))
_TOO_MUCH = 1.5


class Meeting(NamedTuple):
    """A logged talk with somebody: its day, its channel if known, and how many people it names."""

    day: date
    channel: Channel | None = None
    people: int = 1


class Tie(NamedTuple):
    """A person with what was logged of them, in any order; the newest of each channel and size are enough."""

    person: Acquaintance
    meetings: tuple[Meeting, ...] = ()

    @property
    def last(self) -> date | None:
        """The day of the newest talk."""
        return max((meeting.day for meeting in self.meetings), default=None)


class Waiting(NamedTuple):
    """Somebody to suggest: since when a hello would be good, and how that is called."""

    person: Acquaintance
    due: date
    state: State


def has_rhythm(person: Acquaintance) -> bool:
    """Whether the user gave them a circle or a rhythm of their own."""
    return _interval(person) is not None


def covers(days: int, worth: int) -> int:
    """How many days a talk worth so many quarters of a visit lasts, in a rhythm of `days`: rounded up."""
    return max(1, -(-days * worth // 4))


def quarters(meeting: Meeting, *, equal: bool = False) -> int:
    """What a talk is worth, in quarters of a visit alone; with `equal`, all are worth as much as that."""
    if equal:
        return _ALL
    worth = _UNSAID if meeting.channel is None else _QUARTERS[meeting.channel]
    return min(worth, _GROUP) if meeting.people > 1 else worth


def due(known: Tie, today: date) -> date | None:
    """From which day on a hello would be good; None for those without a rhythm.

    The latest of what each talk covers, of half the interval from when the rhythm was set or, if that is not
    known, from when they came in, and of the day before which the user wants no suggestion. Days paused since
    are added. As what is latest counts, and the start of the rhythm beside the talks, no talk can ever bring
    the day nearer, not even a back-dated one. An event to come is an occasion for a hello, and no talk yet.
    """
    person, days = known.person, _interval(known.person)
    if days is None:
        return None
    ends = [
        _later(meeting.day, covers(days, quarters(meeting, equal=person.equal)), person, today)
        for meeting in known.meetings
        if meeting.channel != "event" or meeting.day <= today
    ]
    if begun := person.rhythm_set or person.added:
        ends.append(_later(begun, covers(days, _ALL // 2), person, today))
    if person.quiet_until is not None:
        ends.append(person.quiet_until)
    return max(ends, default=None)


def state(known: Tie, today: date) -> State | None:
    """How it stands with somebody; None for those without a rhythm."""
    day, days = due(known, today), _interval(known.person)
    if day is None or days is None:
        return None
    if known.last is not None and is_dormant(known.last, days, today):
        return "dormant"
    if today < day:
        return "in_touch"
    return "hello_time" if (today - day).days < grace(days) else "quiet"


def grace(days: int) -> int:
    """For how many days a good week for a hello lasts."""
    return max(2, -(-days // 4))


def is_dormant(last: date, days: int | None, today: date) -> bool:
    """Whether one was out of touch for two intervals, and a year at least."""
    return (today - last).days >= max(2 * (days or 0), DORMANT_AFTER)


def may_be_suggested(person: Acquaintance, today: date) -> bool:
    """Not at rest, not paused, and nobody said `not now`."""
    if person.rest or any(pause.holds(today) for pause in person.pauses):
        return False
    return person.quiet_until is None or person.quiet_until <= today


def who_next(
    everyone: Iterable[Tie],
    today: date,
    seed: str,
    promised: Collection[str] = (),
    shared: Collection[str] = (),
    most: int = MOST,
) -> tuple[Waiting, ...]:
    """Whom a hello would reach at a good time, by the order of reflection.md §3.2, at most `most`.

    `promised` are the ids of those to whom a promise of one's own is open, `shared` of those with whom one is
    at an event within `SOON` days.
    """
    found = [
        Waiting(known.person, day, standing)
        for known in everyone
        if may_be_suggested(known.person, today)
        and (standing := state(known, today)) in ("hello_time", "quiet")
        and (day := due(known, today)) is not None
    ]
    found.sort(key=lambda waiting: _tie(seed, today.isoformat(), waiting.person.id))
    found.sort(
        key=lambda one: weight(one, today, one.person.id in promised, one.person.id in shared), reverse=True
    )
    return tuple(found[:most])


def weight(waiting: Waiting, today: date, promised: bool, shared: bool = False) -> float:
    """What puts somebody before others; never shown (reflection.md §3.2)."""
    days = _interval(waiting.person) or 1
    late = min(3, max(0, (today - waiting.due).days) / days)
    soon = shared or birthday_within(waiting.person, today, SOON) is not None
    return _circle_weight(waiting.person, days) * (1 + late) + 3 * promised + 2 * soon


def birthday_within(person: Acquaintance, today: date, days: int) -> date | None:
    """Their next birthday, if it comes within so many days."""
    if not person.birthday:
        return None
    day = Birthday.parse(person.birthday).next_after(today)
    return day if (day - today).days <= days else None


def fresh_start(everyone: Iterable[Tie], today: date, seed: str) -> dict[str, date]:
    """For all with whom it has been a while a new day, by id, spread over one interval of each."""
    return {
        known.person.id: today
        + timedelta(int(sha256(f"{seed}|{known.person.id}".encode()).hexdigest(), 16) % days)
        for known in everyone
        if may_be_suggested(known.person, today)
        and state(known, today) == "quiet"
        and (days := _interval(known.person)) is not None
    }


def grew(before: Contact | None, after: Contact) -> bool:
    """Whether a change of their circle or rhythm asks for more hellos; `before` is None for someone new."""
    days = interval(after.rhythm, after.circle)
    if days is None or after.rest:
        return False
    had = interval(before.rhythm, before.circle) if before else None
    return had is None or days < had


def load(intervals: Iterable[int]) -> float:
    """How many hellos a month rhythms of so many days ask for."""
    return sum(30 / days for days in intervals)


def say_load(asked: float, by_month: Sequence[int]) -> str:
    """What to say if that is far more than one had in each of the last months; empty if it is not."""
    usual = median(by_month) if by_month else 0
    if not usual or asked <= _TOO_MUCH * usual:
        return ""
    return (
        f"The rhythms you chose ask for about {asked:.0f} hellos a month; you have about {usual:.0f}."
        " Lengthen some?"
    )


def say_rhythm(days: int) -> str:
    """A rhythm as people say it: weekly, each season, every 6 weeks, every 45 days."""
    if words := _RHYTHM_WORDS.get(days):
        return words
    size, unit = next((size, unit) for size, unit in _SPANS if days % size == 0)
    return f"every {days // size} {unit}"


def say_next(known: Tie, today: date) -> str:
    """``each season, next by Sun 14 Feb``; empty for those without a rhythm, and for those at rest."""
    days, day, standing = _interval(known.person), due(known, today), state(known, today)
    if days is None or known.person.rest:
        return ""
    if any(pause.holds(today) for pause in known.person.pauses):
        return f"{say_rhythm(days)}, paused"
    if day is None or standing is None:
        return say_rhythm(days)
    coming = f"next by {say_day(day, today)}" if day > today else STATE_WORDS[standing]
    return ", ".join(part for part in (say_rhythm(days), coming) if part)


def _interval(person: Acquaintance) -> int | None:
    return interval(person.rhythm, person.circle)


def _circle_weight(person: Acquaintance, days: int) -> int:
    """That of their circle; without one, that of the circle whose rhythm theirs is like."""
    if person.circle is not None:
        return _WEIGHTS[person.circle]
    return max((_WEIGHTS[name] for name, usual in INTERVALS.items() if days <= usual), default=1)


def _later(day: date, days: int, person: Acquaintance, today: date) -> date:
    paused = _paused(person.pauses, day, today)
    return day + timedelta(min(days + paused, (date.max - day).days))


def _paused(pauses: Iterable[Pause], first: date, today: date) -> int:
    """How many days between `first` and `today`, without today, were paused; one paused twice counts once."""
    days, counted = 0, first
    for pause in sorted(pauses, key=lambda pause: pause.since):
        end = min(pause.until or today, today)
        days += max(0, (end - max(pause.since, counted)).days)
        counted = max(counted, end)
    return days


def _tie(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()
