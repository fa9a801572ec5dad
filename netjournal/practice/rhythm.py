"""Rhythm, without nagging: when a hello would be good, whom to suggest, and when to leave it be.

Nothing here is stored but what the user decided; the rest follows from what was logged (reflection.md §3.1
and §3.2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from math import ceil
from statistics import median
from typing import Literal, NamedTuple

from netjournal.language.days.words import say_day
from netjournal.model import CIRCLES, Acquaintance, Birthday, Channel, Contact, Pause
from netjournal.practice.situation import days_of, interval
from netjournal.settings import DEFAULTS, Circles, Settings, WhoNext, Worth

State = Literal["in_touch", "hello_time", "quiet", "dormant"]

STATE_WORDS: Mapping[State, str] = {
    "in_touch": "",
    "hello_time": "a good week for a hello",
    "quiet": "it has been a while",
    "dormant": "out of touch",
}
LATER = (3, 7, 14)
"""Days that one may say `not now` for."""

_HALF = 0.5
"""Of an interval, from when the rhythm was set until a first hello."""
_RHYTHM_WORDS = {
    1: "daily",
    7: "weekly",
    14: "every two weeks",
    30: "monthly",
    90: "each season",
    365: "yearly",
}
_SPANS = ((365, "years"), (30, "months"), (7, "weeks"), (1, "days"))


class Meeting(NamedTuple):
    """A logged talk with somebody: its day, its channel if known, and how many people it names."""

    day: date
    channel: Channel | None = None
    people: int = 1


class Tie(NamedTuple):
    """A person with what was logged of them, in any order; the newest of each channel and size are enough.

    `settings` say how long their circle and each talk last.
    """

    person: Acquaintance
    meetings: tuple[Meeting, ...] = ()
    settings: Settings = DEFAULTS

    @property
    def last(self) -> date | None:
        """The day of the newest talk."""
        return max((meeting.day for meeting in self.talks), default=None)

    @property
    def talks(self) -> tuple[Meeting, ...]:
        """The meetings but likes and newsletters, unless `settings` say that these are worth something."""
        worth = self.settings.worth.broadcast
        return tuple(one for one in self.meetings if worth or one.channel != "broadcast")

    @property
    def interval(self) -> int | None:
        """Days between two hellos; None for those without a rhythm."""
        return interval(self.person.rhythm, self.person.circle, self.settings.circles)


class Waiting(NamedTuple):
    """Somebody to suggest: since when a hello would be good, how that is called, and their rhythm in days."""

    person: Acquaintance
    due: date
    state: State
    interval: int


def has_rhythm(person: Acquaintance) -> bool:
    """Whether the user gave them a circle or a rhythm of their own."""
    return interval(person.rhythm, person.circle) is not None


def covers(days: int, share: float) -> int:
    """How many days a talk lasts that buys such a share of a rhythm of `days`: rounded up, one at least."""
    return max(1, ceil(round(days * share, 6)))


def share_of(meeting: Meeting, worth: Worth = DEFAULTS.worth, *, equal: bool = False) -> float:
    """Which share of the rhythm a talk lasts; with `equal`, each lasts the whole of it,
    but for a like or a newsletter.
    """
    if equal and meeting.channel != "broadcast":
        return 1
    share = float(getattr(worth, meeting.channel or "unsaid"))
    return min(share, worth.group) if meeting.people > 1 else share


def due(known: Tie, today: date) -> date | None:
    """From which day on a hello would be good; None for those without a rhythm.

    The latest of what each talk covers and of the day before which the user wants no suggestion; days paused
    since are added. With no talk yet it is half the interval from when the rhythm was set or, if that is not
    known, from when they came in. That start counts only then: somebody long not seen is due however lately
    their rhythm was set, as the table of reflection.md §3.2 has it. So no talk brings the day nearer, not
    even a back-dated one, but for the first of all if it was before the rhythm was set. An event to come is
    an occasion for a hello, and no talk yet.
    """
    person, days = known.person, known.interval
    if days is None:
        return None
    worth = known.settings.worth
    ends = [
        _later(meeting.day, covers(days, share_of(meeting, worth, equal=person.equal)), person, today)
        for meeting in known.talks
        if meeting.channel != "event" or meeting.day <= today
    ]
    if not ends and (begun := person.rhythm_set or person.added):
        ends.append(_later(begun, covers(days, _HALF), person, today))
    if person.quiet_until is not None:
        ends.append(person.quiet_until)
    return max(ends, default=None)


def state(known: Tie, today: date) -> State | None:
    """How it stands with somebody; None for those without a rhythm."""
    day, days = due(known, today), known.interval
    if day is None or days is None:
        return None
    if known.last is not None and is_dormant(known.last, days, today, known.settings):
        return "dormant"
    if today < day:
        return "in_touch"
    return "hello_time" if (today - day).days < grace(days) else "quiet"


def grace(days: int) -> int:
    """For how many days a good week for a hello lasts."""
    return max(2, -(-days // 4))


def is_dormant(last: date, days: int | None, today: date, settings: Settings = DEFAULTS) -> bool:
    """Whether one was out of touch for two intervals, and for as long as `find_again` says at least."""
    return (today - last).days >= max(2 * (days or 0), settings.find_again.after_days)


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
    settings: Settings = DEFAULTS,
) -> tuple[Waiting, ...]:
    """Whom a hello would reach at a good time, by the order of reflection.md §3.2, as many as `settings` say.

    `promised` are the ids of those to whom a promise of one's own is open, `shared` of those with whom one is
    at an event soon.
    """
    found = [
        Waiting(known.person, day, standing, days)
        for known in everyone
        if may_be_suggested(known.person, today)
        and (days := known.interval) is not None
        and (standing := state(known, today)) in ("hello_time", "quiet")
        and (day := due(known, today)) is not None
    ]

    def order(one: Waiting) -> float:
        return weight(one, today, one.person.id in promised, one.person.id in shared, settings)

    found.sort(key=lambda waiting: _tie(seed, today.isoformat(), waiting.person.id))
    found.sort(key=order, reverse=True)
    return tuple(found[: settings.who_next.people])


def weight(
    waiting: Waiting, today: date, promised: bool, shared: bool = False, settings: Settings = DEFAULTS
) -> float:
    """What puts somebody before others; never shown (reflection.md §3.2)."""
    by = settings.who_next
    late = min(by.most_late, max(0, (today - waiting.due).days) / waiting.interval)
    soon = shared or birthday_within(waiting.person, today, by.soon_days) is not None
    circle = _circle_weight(waiting, by, settings.circles)
    return circle * (1 + late) + by.promise * promised + by.soon * soon


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
        and (days := known.interval) is not None
    }


def grew(before: Contact | None, after: Contact, circles: Circles = DEFAULTS.circles) -> bool:
    """Whether a change of their circle or rhythm asks for more hellos; `before` is None for someone new."""
    days = interval(after.rhythm, after.circle, circles)
    if days is None or after.rest:
        return False
    had = interval(before.rhythm, before.circle, circles) if before else None
    return had is None or days < had


def load(intervals: Iterable[int]) -> float:
    """How many hellos a month rhythms of so many days ask for."""
    return sum(30 / days for days in intervals)


def say_load(asked: float, by_month: Sequence[int], times: float = DEFAULTS.numbers.load) -> str:
    """What to say if that is more than so many times what one had in each of the last months; else empty."""
    usual = median(by_month) if by_month else 0
    if not usual or asked <= times * usual:
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
    days, day, standing = known.interval, due(known, today), state(known, today)
    if days is None or known.person.rest:
        return ""
    if any(pause.holds(today) for pause in known.person.pauses):
        return f"{say_rhythm(days)}, paused"
    if day is None or standing is None:
        return say_rhythm(days)
    coming = f"next by {say_day(day, today)}" if day > today else STATE_WORDS[standing]
    return ", ".join(part for part in (say_rhythm(days), coming) if part)


def _circle_weight(waiting: Waiting, by: WhoNext, circles: Circles) -> float:
    """That of their circle; without one, that of the circle whose rhythm theirs is like."""
    if waiting.person.circle is not None:
        return float(getattr(by, waiting.person.circle))
    alike = (name for name in CIRCLES if waiting.interval <= days_of(name, circles))
    return max((float(getattr(by, name)) for name in alike), default=by.wider)


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
