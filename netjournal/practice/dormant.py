"""Someone to find again: at most one a week, and only where there is a reason (reflection.md §3.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from hashlib import sha256

from netjournal.language.folding import fold
from netjournal.model import Acquaintance
from netjournal.practice.rhythm import birthday_within, is_dormant
from netjournal.practice.situation import interval

NOT_THIS_ONE = 180
"""Days for which somebody is not suggested again who was not the right one."""

_LEAST = 2
_FEW = 10
_SOON = 14


def pick_dormant(
    people: Iterable[Acquaintance],
    today: date,
    seed: str,
    *,
    earlier: Mapping[str, date] | None = None,
    own_fields: Collection[str] = (),
    wanted: Collection[str] = (),
) -> Acquaintance | None:
    """The one suggestion of this week, the same all week long; None if there is none, or it was answered.

    `earlier` has, by id, the newest day before this week's Monday on which those were met who have been met
    since. `wanted` are words of one's open goals and offers. The choice is made as on that Monday: whoever
    was found again, or put off for half a year since, leaves their place empty and is not replaced.
    """
    monday, before = monday_of(today), earlier or {}
    own = {fold(field) for field in own_fields} - {""}
    words = {fold(word) for word in wanted} - {""}
    open_to = [person for person in people if _was_open(person, before.get(person.id, person.last), today)]
    valued = [(person, value(person, monday, own, words)) for person in open_to]
    year, week, _ = today.isocalendar()
    best = min(
        (one for one in valued if one[1] >= _LEAST),
        key=lambda one: (-one[1], _tie(seed, f"{year}-W{week:02}", one[0].id)),
        default=None,
    )
    if best is None or best[0].id in before or _put_off_on(best[0], monday, today):
        return None
    return best[0]


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(day.weekday())


def value(person: Acquaintance, today: date, own: Collection[str] = (), wanted: Collection[str] = ()) -> int:
    """How good it may be to find somebody again; never shown. `own` and `wanted` are folded words."""
    field = fold(person.field)
    named = {fold(word) for word in (*person.tags, *person.needs)}
    return (
        2 * person.trusted
        + bool(own and field and field not in own)
        + (person.count < _FEW)
        + (not named.isdisjoint(wanted))
        + (birthday_within(person, today, _SOON) is not None)
    )


def _was_open(person: Acquaintance, last: date | None, today: date) -> bool:
    monday = monday_of(today)
    if person.rest or last is None:
        return False
    if not is_dormant(last, interval(person.rhythm, person.circle), monday):
        return False
    if any(pause.holds(monday) or pause.holds(today) for pause in person.pauses):
        return False
    return person.quiet_until is None or person.quiet_until <= monday or _put_off_on(person, monday, today)


def _put_off_on(person: Acquaintance, monday: date, today: date) -> bool:
    """Whether they were put off for half a year between Monday and today."""
    if person.quiet_until is None or (person.quiet_until - date.min).days < NOT_THIS_ONE:
        return False
    return monday <= person.quiet_until - timedelta(NOT_THIS_ONE) <= today


def _tie(*parts: str) -> str:
    return sha256("|".join(parts).encode()).hexdigest()
