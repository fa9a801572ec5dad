"""What a review asks because of what was written: of other fields, and of giving that drains.

Source: reflection.md §3.3 and §3.5. Neither names anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from statistics import fmean

from netjournal.language.folding import fold
from netjournal.model import Acquaintance, Interaction
from netjournal.practice.help import gave_help, got_help
from netjournal.practice.reviews import ReviewQuestion, days_of
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


def is_time_for_other_fields(
    period: str, people: Iterable[Acquaintance], own: Collection[str], by: Numbers = DEFAULTS.numbers
) -> bool:
    """Whether the review of a week (2026-W47) asks after other fields: once a month, in its first week, if
    fewer than one in five of those met lately work in another field than one's `own`.

    They were met last in the `days` up to the end of the week; it takes as many as anything said of fields.
    """
    first, last = days_of(period)
    mine = {fold(field) for field in own} - {""}
    if (first + _THURSDAY).day > 7 or not mine:
        return False
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
