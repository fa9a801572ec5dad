"""What a review asks because of what was written: of other fields, and of giving that drains.

Source: reflection.md §3.3 and §3.5. Neither names anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from statistics import fmean

from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Interaction
from netjournal.practice.help import gave_help, got_help
from netjournal.practice.reviews import ReviewQuestion, beside, days_of
from netjournal.settings import DEFAULTS, Numbers

OTHER_FIELDS = "week-around-04"
"""The question of a week about ideas from outside one's own field."""

ONE_SIDED = ReviewQuestion(
    id="month-one-sided",
    period="month",
    slot="one-sided",
    dimension="energy",
    text="Somewhere you gave a lot, and it drained you. Is this how you want it?",
)
LOOKED_BACK = dt.timedelta(days=180)
"""How far back it is asked whether giving went one way."""

_FEWEST_OUTSIDE = 0.2
_MUCH_GIVEN = 5
_DRAINED = 2
_FEWEST_ENERGIES = 4
_THURSDAY = dt.timedelta(days=3)
_WEEKS_APART = 3


def around_instead(
    period: str,
    people: Iterable[Acquaintance],
    own: Collection[str],
    turn: Callable[[str], str],
    by: Numbers = DEFAULTS.numbers,
) -> str:
    """The id of the question about those around that a week asks instead of the one whose turn it is, which
    `turn` gives for a week; empty for none.

    Other fields are asked after once a month, in its first week, if fewer than one in five of those met
    lately work in another field than one's `own`. They were met last in the `days` up to the end of the week;
    it takes as many as anything said of fields. Where other fields have their turn within three weeks after,
    it goes to the question that made way; where they had it in the three weeks before, nothing makes way.
    """
    before = [beside(period, -weeks) for weeks in range(1, _WEEKS_APART + 1)]
    if _is_first_week(period):
        is_forced = OTHER_FIELDS not in map(turn, before) and _are_few_outside(period, people, own, by)
        return OTHER_FIELDS if is_forced else ""
    forced = next(filter(_is_first_week, before), "")
    is_again = forced and turn(period) == OTHER_FIELDS and _are_few_outside(period, people, own, by)
    return turn(forced) if is_again else ""


def _is_first_week(period: str) -> bool:
    return (days_of(period)[0] + _THURSDAY).day <= 7


def _are_few_outside(period: str, people: Iterable[Acquaintance], own: Collection[str], by: Numbers) -> bool:
    mine = {fold(field) for field in own} - {""}
    if not mine:
        return False
    _, last = days_of(period)
    since = last - dt.timedelta(days=by.days - 1)
    lately = (person for person in people if person.last is not None and since <= person.last <= last)
    fields = [field for person in lately if not person.rest and (field := fold(person.field))]
    outside = sum(field not in mine for field in fields)
    return len(fields) >= by.fewest_fields and outside < _FEWEST_OUTSIDE * len(fields)


def is_one_sided(entries: Iterable[Interaction]) -> bool:
    """Whether one gave to somebody five times or more, got nothing back, and it mostly drained one: an energy
    of 2 or less on average, of four values or more.
    """
    given: dict[str, int] = {}
    has_got: set[str] = set()
    energies: dict[str, list[int]] = {}
    for entry in entries:
        for person in set(entry.people):
            given[person] = given.get(person, 0) + gave_help(entry)
            if got_help(entry):
                has_got.add(person)
            if entry.energy is not None:
                energies.setdefault(person, []).append(entry.energy)
    return any(
        count >= _MUCH_GIVEN
        and person not in has_got
        and len(felt := energies.get(person, [])) >= _FEWEST_ENERGIES
        and fmean(felt) <= _DRAINED
        for person, count in given.items()
    )
