"""What a small goal counts: different people, entries, days or introductions (reflection.md §3.7)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from netjournal.language.folding import fold
from netjournal.language.hardship.dislike import tells_of_dislike
from netjournal.language.hardship.hard_day import hardship
from netjournal.model import Goal, Interaction, Introduction, Unit, When
from netjournal.practice.help import gave_help

_YEAR = 365
_GOOD, _EVEN = 4, 3
_OF_ENTRIES: Collection[When] = ("went_well", "gave_help", "gladly")
"""What is true of an entry as a whole, whoever is in it."""

UNIT_WORDS: Mapping[Unit, str] = {
    "person": "people",
    "interaction": "entries",
    "day": "days",
    "introduction": "introductions that you make after asking both",
}
WHEN_WORDS: Mapping[When, str] = {
    "first": "the first time you write of somebody you did not know before",
    "went_well": "rated 4 or 5, in the answer or as energy",
    "after_a_year": "after a year without a word, or since you met",
    "another_field": "from a line of work that is not yours",
    "gave_help": "something given (gave:soup in the line), and not a card alone",
    "gladly": "not where the mood was low, you quarrelled, or words like never again say no",
}


_KNOWN_BEFORE: Mapping[When, str] = {
    "first": "Whoever you know from before does not count once their page or your line says it",
    "after_a_year": "Of friends from before the journal it counts once their page says when you met",
}


def say_known_before(goal: Goal, how: str, leave_out: str) -> str:
    """What makes a goal count right whom one knew before the journal began; empty if it counts no such thing.

    `how` is the way to note when one met somebody, `leave_out` that to leave an entry out by hand.
    """
    said = [words for when, words in _KNOWN_BEFORE.items() if when in goal.when]
    return f"{said[0]}: {how}. {leave_out}" if said else ""


def say_what_counts(goal: Goal, fits: str) -> str:
    """``It counts entries: rated 4 or 5, in the answer or as energy; calls.``

    `fits` says its filter in words.
    """
    parts = [*(WHEN_WORDS[when] for when in goal.when), *filter(None, (fits,))]
    return f"It counts {UNIT_WORDS[goal.unit]}{': ' if parts else ''}{'; '.join(parts)}."


class Known(NamedTuple):
    """What is known of people (ids): the day of the last talk `before` an entry, None for none; their
    `field`, empty if unknown; one's own fields, folded; and whether one knew them before the journal did,
    by an entry and their page.
    """

    before: Callable[[str, Interaction], date | None]
    field: Callable[[str], str]
    own_fields: frozenset[str]
    is_long_known: Callable[[str, Interaction], bool] = lambda id, entry: False


def counted(
    goal: Goal, entries: Iterable[Interaction], fits: Callable[[Interaction], bool], known: Known
) -> frozenset[str]:
    """The different units among `entries`: ids of people or of entries, or days.

    Where people are counted, an entry with several counts those who would fit alone, or all if none would.
    """
    return frozenset(unit for entry in entries for unit in units(goal, entry, fits, known))


def introduced(goal: Goal, introductions: Iterable[Introduction]) -> frozenset[str]:
    """The ids of the introductions that count."""
    return frozenset(
        made.id
        for made in introductions
        if goal.since <= made.date <= goal.by
        and not made.by
        and made.both_asked
        and made.id not in goal.excluded
    )


def may_count(goal: Goal, entry: Interaction) -> bool:
    """Whether an entry is of the days of a goal that still stands, and of what it counts."""
    return (
        goal.unit != "introduction"
        and goal.let_go is None
        and goal.since <= entry.date <= goal.by
        and entry.id not in goal.excluded
    )


def units(goal: Goal, entry: Interaction, fits: Callable[[Interaction], bool], known: Known) -> Iterator[str]:
    """What one entry counts for; nothing if it does not count."""
    if not goal.since <= entry.date <= goal.by or entry.id in goal.excluded or not fits(entry):
        return
    if "went_well" in goal.when and not _went_well(entry):
        return
    if "gave_help" in goal.when and not gave_help(entry):
        return
    if "gladly" in goal.when and not _is_glad(entry):
        return
    about_people = [when for when in goal.when if when not in _OF_ENTRIES]
    people = [id for id in entry.people if all(_holds(when, id, entry, known) for when in about_people)]
    if about_people and not people:
        return
    if goal.unit == "person":
        alone = [id for id in people if fits(msgspec.structs.replace(entry, people=(id,)))]
        yield from alone or people
    else:
        yield entry.id if goal.unit == "interaction" else entry.date.isoformat()


def _is_glad(entry: Interaction) -> bool:
    """Whether nothing says that one would rather not meet again: no low mood, no quarrel, no such words."""
    is_cross = hardship(entry.text) == "quarrel" or tells_of_dislike(entry.text)
    return (entry.mood or _GOOD) >= _EVEN and not is_cross


def _went_well(entry: Interaction) -> bool:
    """By what was answered to its question, else by its energy."""
    asked = entry.reflection
    rating = asked.rating if asked is not None and not asked.period else None
    return (rating or entry.energy or 0) >= _GOOD


def _holds(when: When, person: str, entry: Interaction, known: Known) -> bool:
    if when == "another_field":
        field = fold(known.field(person))
        return bool(field and known.own_fields) and field not in known.own_fields
    before = known.before(person, entry)
    if when == "first":
        return before is None and not known.is_long_known(person, entry)
    return before is not None and (entry.date - before).days >= _YEAR
