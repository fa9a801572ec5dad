"""The fields of a person, for the editor and for the app."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from netjournal.language.entry_words import say_birthday
from netjournal.language.forms.contact_values import check_address, read_birthday, read_rhythm, read_zone
from netjournal.language.forms.met import read_met, write_met
from netjournal.language.forms.pages import Field, FormContext, field_of
from netjournal.language.forms.values import (
    misfit,
    read_choice,
    read_day,
    read_items,
    read_line,
    read_lines,
    read_tags,
    read_text,
    write_day,
    write_items,
    write_line,
    write_lines,
    write_tags,
)
from netjournal.language.recalling import with_several
from netjournal.model import CIRCLES, Contact, Met

_MARKED = ("yes", "no")


def _items(key: str, hint: str) -> Field[Contact]:
    return Field(
        key=key,
        label=key,
        hint=hint,
        show=lambda person, _: write_items(getattr(person, key)),
        take=lambda person, typed, _: replace(person, **{key: _checked(person, key, read_items(typed))}),
    )


def _checked(person: Contact, key: str, items: tuple[str, ...]) -> tuple[str, ...]:
    for item in items:
        if item not in getattr(person, key):  # an import may have brought any
            check_address(key, item)
    return items


def _named(person: Contact, typed: str, _: FormContext) -> Contact:
    if not (name := read_line(typed)):
        raise misfit("name", typed, "A person needs a name.")
    return replace(person, name=name)


def _met(person: Contact, **changes: Any) -> Contact:
    met = replace(person.met or Met(), **changes)
    return replace(person, met=None if met == Met() else met)


def _through(person: Contact, context: FormContext) -> str:
    return write_line(context.name_of(person.met.through)) if person.met and person.met.through else ""


def _met_through(person: Contact, typed: str, context: FormContext) -> Contact:
    name = read_line(typed)
    return _met(person, through=context.resolve_person(name) if name else "")


def in_rhythm(person: Contact, today: date, **changes: Any) -> Contact:
    """With `circle` or `rhythm` changed; the day is noted on which they got their first one."""
    had = person.circle is not None or person.rhythm is not None
    after = replace(person, **changes)
    if after.circle is None and after.rhythm is None:
        return replace(after, rhythm_set=None)
    return after if had else replace(after, rhythm_set=today)


def _mark(key: str, label: str, hint: str) -> Field[Contact]:
    return field_of(
        key,
        lambda is_so: "yes" if is_so else "",
        lambda typed: read_choice(typed, label, _MARKED) == "yes",
        hint,
        label=label,
        choices=_MARKED,
    )


def _days(rhythm: int | None) -> str:
    return f"{rhythm} day{'s' if rhythm != 1 else ''}" if rhythm else ""


CONTACT_FIELDS: tuple[Field[Contact], ...] = (
    Field(key="name", label="name", show=lambda person, _: write_line(person.name), take=_named),
    _items("nicknames", "Gracie; Amazing Grace"),
    _items("emails", "grace@example.org"),
    _items("phones", "+47 55 00 00 00"),
    _items("links", "https://example.org"),
    field_of("organisation", write_line, read_line),
    field_of("role", write_line, read_line),
    field_of("field", write_line, read_line, "compilers"),
    field_of("place", write_line, read_line, "Bergen"),
    field_of("zone", write_line, read_zone, "Europe/Oslo, or Oslo", label="time zone"),
    Field(
        key="birthday",
        label="birthday",
        hint="9 December 1906, or 9 December",
        show=lambda person, _: say_birthday(person.born),
        take=lambda person, typed, _: replace(person, birthday=read_birthday(typed)),
    ),
    field_of("tags", write_tags, read_tags, "#boats #work:hiring"),
    Field(
        key="circle",
        label="circle",
        hint="inner, close, friends or wider",
        choices=CIRCLES,
        show=lambda person, _: person.circle or "",
        take=lambda person, typed, context: in_rhythm(
            person, context.now.date(), circle=read_choice(typed, "circle", CIRCLES) or None
        ),
    ),
    Field(
        key="rhythm",
        label="rhythm",
        hint="6 weeks",
        show=lambda person, _: _days(person.rhythm),
        take=lambda person, typed, context: in_rhythm(person, context.now.date(), rhythm=read_rhythm(typed)),
    ),
    Field(
        key="met.date",
        label="met on",
        hint="17 November 2026, or 2006",
        show=lambda person, _: write_met(person.met),
        take=lambda person, typed, context: _met(person, **read_met(typed, "met on", context.now)),
    ),
    Field(
        key="met.place",
        label="met at",
        show=lambda person, _: write_line(person.met.place) if person.met else "",
        take=lambda person, typed, _: _met(person, place=read_line(typed)),
    ),
    Field(
        key="met.through",
        label="met through",
        hint="who brought you together",
        show=_through,
        take=_met_through,
    ),
    _mark("equal", "any channel", "yes, if a message counts like a visit"),
    _mark("trusted", "trusted", "yes, if you would be glad to find them again"),
    _mark("rest", "at rest", "yes, if you never want to be reminded of them"),
    Field(
        key="quiet_until",
        label="not before",
        hint="1 March: no suggestion until then",
        show=lambda person, _: write_day(person.quiet_until),
        take=lambda person, typed, context: replace(
            person, quiet_until=read_day(typed, "not before", context.now, "future")
        ),
    ),
    Field(
        key="details",
        label="details",
        hint="what they told you, one thing a line (! lets it come back)",
        kind="lines",
        show=lambda person, _: write_lines(person.details),
        take=lambda person, typed, context: with_several(
            person, "details", read_lines(typed), context.now.date()
        ),
    ),
    field_of("needs", write_lines, read_lines, "what they look for, one thing a line", kind="lines"),
    field_of("offers", write_lines, read_lines, "what they could give, one thing a line", kind="lines"),
    field_of("about", str, read_text, kind="text"),
)
"""Everything one can say of a person, in the order it is asked for."""
