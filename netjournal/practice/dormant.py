"""Someone to find again: at most one a week, and only where there is a reason (reflection.md §3.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from hashlib import sha256

from netjournal.language.folding import fold, words
from netjournal.model import Acquaintance
from netjournal.practice.rhythm import birthday_within, is_dormant
from netjournal.practice.situation import interval
from netjournal.settings import DEFAULTS, FindAgain, Settings

NOT_THIS_ONE = 180
"""Days for which somebody is not suggested again who was not the right one."""

_SHORTEST = 3
_ANYWHERE = """
a about advice after all an and any anybody anyone anything are as at be before best better bit by can could
day days do everyone few find first for from get give go good had has have he help her here him his hour
hours how i idea ideas if in into is it its just know learn less like little look looking lot made make many
me meet month months more most my need needs new next no not now of old on one or other our out over people
person place places question questions said she small so some somebody someone something talk than that the
their them there they thing things this time to two up us use want wants was we week weeks what when where
which who why will with without work would year years you your
"""
"""Words that say nothing of what an offer or a need is about."""


def pick_dormant(
    people: Iterable[Acquaintance],
    today: date,
    seed: str,
    *,
    earlier: Mapping[str, date] | None = None,
    own_fields: Collection[str] = (),
    wanted: Collection[str] = (),
    settings: Settings = DEFAULTS,
) -> Acquaintance | None:
    """The one suggestion of this week, the same all week long; None if there is none, or it was answered.

    `earlier` has, by id, the newest day before this week's Monday on which those were met who have been met
    since. `wanted` are one's open goals and offers, as one wrote them. The choice is made as on that Monday:
    whoever was found again since, put off for half a year or put at rest leaves their place empty and is not
    replaced.
    """
    monday, before = monday_of(today), earlier or {}
    own = {fold(field) for field in own_fields} - {""}
    sought = topics(wanted)
    open_to = [
        person for person in people if _was_open(person, before.get(person.id, person.last), today, settings)
    ]
    valued = [(person, value(person, monday, own, sought, settings.find_again)) for person in open_to]
    year, week, _ = today.isocalendar()
    best = min(
        (one for one in valued if one[1] >= settings.find_again.least),
        key=lambda one: (-one[1], _tie(seed, f"{year}-W{week:02}", one[0].id)),
        default=None,
    )
    if best is None or best[0].rest or best[0].id in before or _put_off_on(best[0], monday, today):
        return None
    return best[0]


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(day.weekday())


def value(
    person: Acquaintance,
    today: date,
    own: Collection[str] = (),
    wanted: Collection[str] = (),
    by: FindAgain = DEFAULTS.find_again,
) -> float:
    """How good it may be to find somebody again; never shown.

    `own` are one's fields, folded; `wanted` are `topics`, one of which a tag or a need of theirs may meet.
    """
    field = fold(person.field)
    named = topics((*person.tags, *person.needs)) if wanted else frozenset()
    return (
        by.trusted * person.trusted
        + by.another_field * bool(own and field and field not in own)
        + by.few_talks * (person.count < by.few)
        + by.shared_topic * (not named.isdisjoint(wanted))
        + by.birthday * (birthday_within(person, today, by.birthday_days) is not None)
    )


def topics(phrases: Iterable[str]) -> frozenset[str]:
    """What phrases are about: their words, folded, one or many alike, but those of any sentence.

    So the offer of *an hour on compilers* meets a need like *her compiler is slow* and the tag
    ``work:compilers``, and not the need of an hour of something else.
    """
    anywhere = set(_ANYWHERE.split())
    found = (word for phrase in phrases for word in words(fold(phrase)) if word not in anywhere)
    return frozenset(word.removesuffix("s") if len(word) > _SHORTEST else word for word in found)


def _was_open(person: Acquaintance, last: date | None, today: date, settings: Settings) -> bool:
    monday = monday_of(today)
    was_awake = not person.rest or (person.rested is not None and monday <= person.rested <= today)
    if last is None or not was_awake:
        return False
    days = interval(person.rhythm, person.circle, settings.circles)
    if not is_dormant(last, days, monday, settings):
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
