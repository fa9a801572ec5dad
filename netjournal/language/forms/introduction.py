"""The fields of an introduction, for the app and for the options of the shell."""

from __future__ import annotations

from msgspec.structs import replace

from netjournal.errors import JournalError, Misused
from netjournal.language.folding import fold, words
from netjournal.language.forms.pages import Field, FormContext, field_of
from netjournal.language.forms.values import (
    misfit,
    read_choice,
    read_day,
    read_line,
    split_items,
    write_day,
    write_items,
    write_line,
)
from netjournal.language.introduction_words import OUTCOME_WORDS
from netjournal.model import OUTCOMES, Introduction

NOBODY_YET = "-"
"""The second of `people` while it is still to be said to whom the first is introduced."""

_OUTCOMES = tuple(OUTCOME_WORDS[outcome] for outcome in OUTCOMES)


def complete(introduction: Introduction) -> Introduction:
    """The same introduction; raises Misused if it still says of one of the two only who it is."""
    if NOBODY_YET in introduction.people:
        raise Misused("to: Somebody is missing.", "To whom do you introduce them?")
    return introduction


def _to(introduction: Introduction, context: FormContext) -> str:
    other = introduction.people[1]
    return "" if other == NOBODY_YET else write_line(context.name_of(other))


def _take_to(introduction: Introduction, typed: str, context: FormContext) -> Introduction:
    """What only the one knew who is not meant any more is left out."""
    if not (name := read_line(typed)):
        raise misfit("to", typed, "To whom do you introduce them?")
    one, other = introduction.people[0], context.resolve_person(name)
    if other == one:
        raise misfit("to", typed, "That is the same person.")
    if other == introduction.by:
        raise misfit("to", typed, "They made the introduction themselves.")
    return replace(
        introduction,
        people=(one, other),
        wished=introduction.wished if introduction.wished in (one, other) else "",
        asked=tuple(id for id in introduction.asked if id in (one, other)),
    )


def _take_by(introduction: Introduction, typed: str, context: FormContext) -> Introduction:
    name = read_line(typed)
    by = context.resolve_person(name) if name else ""
    if by and by in introduction.people:
        raise misfit("made by", typed, "It is somebody other than the two; nobody, if you make it.")
    return replace(introduction, by=by)


def _of_the_two(introduction: Introduction, label: str, name: str, context: FormContext) -> str:
    """Which of the two (id) a name means: by a part of it, or in any way that a person is named."""
    names = {id: context.name_of(id) for id in introduction.people if id != NOBODY_YET}
    if same := [id for id, known in names.items() if known == name]:
        return same[0]
    wanted = set(words(fold(name)))
    near = [id for id, known in names.items() if wanted and wanted <= set(words(fold(known)))]
    if len(near) == 1:
        return near[0]
    hint = f"It is {' or '.join(names.values())}."
    try:
        found = context.resolve_person(name)
    except JournalError:
        raise misfit(label, name, hint) from None
    if found not in names:
        raise misfit(label, name, hint)
    return found


def _take_wished(introduction: Introduction, typed: str, context: FormContext) -> Introduction:
    name = read_line(typed)
    wished = _of_the_two(introduction, "wished by", name, context) if name else ""
    return replace(introduction, wished=wished)


def _take_asked(introduction: Introduction, typed: str, context: FormContext) -> Introduction:
    named = (
        introduction.people
        if fold(typed) == "both"
        else [_of_the_two(introduction, "asked first", name, context) for name in split_items(typed)]
    )
    return replace(introduction, asked=tuple(dict.fromkeys(named)))


def _take_outcome(introduction: Introduction, typed: str, _: FormContext) -> Introduction:
    words = read_choice(typed.replace("_", " ").replace("-", " "), "outcome", _OUTCOMES)
    return replace(introduction, outcome=OUTCOMES[_OUTCOMES.index(words)] if words else "open")


def _take_date(introduction: Introduction, typed: str, context: FormContext) -> Introduction:
    day = read_day(typed, "on", context.now)
    return replace(introduction, date=day or context.now.date())


INTRODUCTION_FIELDS: tuple[Field[Introduction], ...] = (
    Field(key="to", label="to", hint="Karim Haddad", show=_to, take=_take_to),
    field_of("why", write_line, read_line, "what they might like about each other"),
    Field(
        key="asked",
        label="asked first",
        hint="both, or which of the two likes the idea",
        show=lambda one, context: write_items([context.name_of(id) for id in one.asked]),
        take=_take_asked,
    ),
    Field(
        key="wished",
        label="wished by",
        hint="who of the two asked for it, if anybody did",
        show=lambda one, context: write_line(context.name_of(one.wished)) if one.wished else "",
        take=_take_wished,
    ),
    Field(
        key="outcome",
        label="outcome",
        hint=", ".join(_OUTCOMES),
        choices=_OUTCOMES,
        show=lambda one, _: OUTCOME_WORDS[one.outcome],
        take=_take_outcome,
    ),
    Field(
        key="by",
        label="made by",
        hint="nobody, if you make it yourself",
        show=lambda one, context: write_line(context.name_of(one.by)) if one.by else "",
        take=_take_by,
    ),
    Field(
        key="date",
        label="on",
        hint="17 November 2026",
        show=lambda one, _: write_day(one.date),
        take=_take_date,
    ),
)
"""Everything one can say of an introduction, in the order it is asked for."""
