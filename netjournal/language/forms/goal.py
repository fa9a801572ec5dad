"""The fields of a small goal, for the app's form (reflection.md §3.7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from netjournal.errors import Misused
from netjournal.language.filters.syntax import parse_filter
from netjournal.language.filters.words import to_text
from netjournal.language.folding import fold, words
from netjournal.language.forms.pages import Field, FormContext
from netjournal.language.forms.values import (
    misfit,
    read_choice,
    read_day,
    read_first_day,
    read_line,
    read_number,
    split_items,
    write_day,
    write_items,
    write_line,
)
from netjournal.model import Destination, Goal, Unit, When

COUNT = "count"
"""The key of the field that holds a filter; a mistake in it is Mistaken, with its place."""

_UNITS: Mapping[str, Unit] = {
    "people": "person",
    "entries": "interaction",
    "days": "day",
    "introductions": "introduction",
}
_WHENS: Mapping[str, When] = {
    "first time": "first",
    "went well": "went_well",
    "after a year": "after_a_year",
    "another field": "another_field",
    "gave something": "gave_help",
    "gladly again": "gladly",
}


def goal_fields(destinations: Sequence[Destination]) -> tuple[Field[Goal], ...]:
    """Everything one can say of a goal, in the order it is asked for."""
    names = {one.id: one.text for one in destinations}
    leads_to: Field[Goal] = Field(
        key="destination",
        label="leads to",
        hint="where you would like to get, by some words of it",
        show=lambda goal, _: write_line(names.get(goal.destination, "")),
        take=lambda goal, typed, _: replace(goal, destination=_destination(typed, names)),
    )
    return (*_FIELDS, leads_to, _PLAN)


def complete(goal: Goal, before: Goal | None = None) -> Goal:
    """The same goal. Raises Misused if it has no words, counts introductions by a filter, or any entry at all
    where it did not as it stood `before`.
    """
    if not goal.text:
        raise Misused("goal: What is it?", "Say it in your own words.")
    if goal.unit == "introduction" and (goal.count or goal.when):
        raise Misused("counts: Introductions are counted as they are.", "Leave “what” and “only” empty.")
    if counts_any_entry(goal) and not (before is not None and counts_any_entry(before)):
        raise Misused(
            "what: What counts toward it?", "Such as @bo #kind, or via:call; or count people, or days."
        )
    return goal


def counts_any_entry(goal: Goal) -> bool:
    """Whether every line one logs brings it on, whatever it is about: nothing was said of what counts."""
    return goal.unit == "interaction" and not goal.count and not goal.when


def _destination(typed: str, names: Mapping[str, str]) -> str:
    """The id of the one whose text has these words."""
    line = read_line(typed)
    if not line:
        return ""
    wanted = words(fold(line))
    same = [id for id, text in names.items() if words(fold(text)) == wanted]
    found = same or [
        id
        for id, text in names.items()
        if wanted and all(any(word.startswith(one) for word in words(fold(text))) for one in wanted)
    ]
    if len(found) != 1:
        hint = "Several have these words." if found else "There is none like that; d in the goals writes one."
        raise misfit("leads to", typed, hint)
    return found[0]


def _take_target(goal: Goal, typed: str, _: FormContext) -> Goal:
    target = read_number(typed, "how many")
    if target is None:
        raise Misused("how many: How many do you have in mind?", "Small is good.")
    return replace(goal, target=target)


def _take_since(goal: Goal, typed: str, context: FormContext) -> Goal:
    """The last day goes along, so that it is the field of the last day that says what does not fit."""
    day = read_first_day(typed, "from", context.now) or context.now.date()
    return replace(goal, since=day, by=max(day, goal.by))


def _take_by(goal: Goal, typed: str, context: FormContext) -> Goal:
    """A goal that was let go goes on with a new last day."""
    day = read_day(typed, "until", context.now, "future")
    if day is None or day < goal.since:
        raise misfit("until", typed, "Its last day: friday, 30 nov; not before it begins.")
    return replace(goal, by=day, let_go=None)


def _take_unit(goal: Goal, typed: str, _: FormContext) -> Goal:
    return replace(goal, unit=_UNITS.get(read_choice(typed, "counts", tuple(_UNITS)), "interaction"))


def _take_count(goal: Goal, typed: str, context: FormContext) -> Goal:
    return replace(goal, count=to_text(parse_filter(typed, context.now, context.themes)))


def _take_when(goal: Goal, typed: str, _: FormContext) -> Goal:
    said = (read_choice(item, "only", tuple(_WHENS)) for item in split_items(typed))
    return replace(goal, when=tuple(dict.fromkeys(_WHENS[one] for one in said if one)))


def _key_of(table: Mapping[str, str], value: str) -> str:
    return next(key for key, one in table.items() if one == value)


_FIELDS: tuple[Field[Goal], ...] = (
    Field(
        key="text",
        label="goal",
        hint="3 good conversations at the harbour festival",
        show=lambda goal, _: write_line(goal.text),
        take=lambda goal, typed, _: replace(goal, text=" ".join(read_line(typed).split())),
    ),
    Field(
        key="target",
        label="how many",
        hint="3; fewer is fine, now and later",
        show=lambda goal, _: str(goal.target),
        take=_take_target,
    ),
    Field(
        key="since",
        label="from",
        hint="today",
        show=lambda goal, _: write_day(goal.since),
        take=_take_since,
    ),
    Field(
        key="by",
        label="until",
        hint="friday, 30 nov",
        show=lambda goal, _: write_day(goal.by),
        take=_take_by,
    ),
    Field(
        key="unit",
        label="counts",
        hint=", ".join(_UNITS),
        choices=tuple(_UNITS),
        show=lambda goal, _: _key_of(_UNITS, goal.unit),
        take=_take_unit,
    ),
    Field(
        key=COUNT,
        label="what",
        hint="a filter: via:event #harbour, or @bo #kind",
        show=lambda goal, _: goal.count,
        take=_take_count,
    ),
    Field(
        key="when",
        label="only",
        hint="; ".join(_WHENS),
        show=lambda goal, _: write_items([_key_of(_WHENS, one) for one in goal.when]),
        take=_take_when,
    ),
)
_PLAN: Field[Goal] = Field(
    key="plan",
    label="plan",
    hint="When I have my coffee, I will …",
    show=lambda goal, _: write_line(goal.plan),
    take=lambda goal, typed, _: replace(goal, plan=" ".join(read_line(typed).split())),
)
