"""The fields of a person, for the editor and for the app."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec.structs import replace

from netjournal.language.day_words import MONTHS
from netjournal.language.entry_words import say_birthday
from netjournal.language.form_values import (
    misfit,
    read_choice,
    read_day,
    read_items,
    read_line,
    read_lines,
    read_tags,
    write_day,
    write_items,
    write_line,
    write_lines,
    write_tags,
)
from netjournal.language.forms import Field, FormContext
from netjournal.language.recalling import with_several
from netjournal.model import CIRCLES, Birthday, Contact, Met

_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? ?([a-z]{3,})\.?,?(?: ?([0-9]{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? ?([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ?([0-9]{4}))?")
_NUMBERS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?")
_NO_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")
_SPAN = re.compile(r"(?:every )?([0-9]{1,4})? ?(day|week|month|year)s?|([0-9]{1,5})")
_FEWEST_DIGITS = 3
_MARKED = ("yes", "no")
_EVERY = {
    "daily": 1,
    "weekly": 7,
    "every two weeks": 14,
    "monthly": 30,
    "each season": 90,
    "every season": 90,
    "yearly": 365,
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def read_birthday(typed: str) -> str:
    """A birthday as a Contact keeps it, from 1906-12-09, 12-09, --12-09, 9 dec 1906, December 9th, 9.12.1906.

    Raises Misused for anything else and for a day that there is not.
    """
    text = " ".join(typed.split()).casefold()
    if not text:
        return ""
    text = f"--{text}" if _NO_YEAR.fullmatch(text) else text
    try:
        return str(Birthday.parse(text) if re.match(r"--|[0-9]{4}-", text) else _said(text))
    except ValueError:
        hint = "Write it like 9 December 1906, or 9 December if you do not know the year."
        raise misfit("birthday", typed, hint) from None


def read_rhythm(typed: str) -> int | None:
    """Days, from 30, 30 days, 6 weeks, monthly, every month (30), a year (365). Raises Misused."""
    text = " ".join(typed.split()).casefold()
    if not text:
        return None
    if text in _EVERY:
        return _EVERY[text]
    found = _SPAN.fullmatch(text)
    days = int(found[3] or found[1] or 1) * _DAYS[found[2] or "day"] if found else 0
    if not days:
        raise misfit("rhythm", typed, "Write it like weekly, 30 days, 6 weeks or 3 months.")
    return days


def check_address(key: str, typed: str) -> None:
    """Raises Misused for an item of `emails` or `phones` at which nobody can be reached."""
    if key == "emails" and not all(side.strip() for side in typed.partition("@")[::2]):
        raise misfit("e-mail", typed, "Write it like grace@example.org.")
    if key == "phones" and sum(sign.isdecimal() for sign in typed) < _FEWEST_DIGITS:
        raise misfit("phone", typed, "A number has three digits at least.")


def read_zone(typed: str) -> str:
    """The IANA name of a time zone, in any case, or known by its town alone. Raises Misused."""
    from zoneinfo import available_timezones

    text = "_".join(typed.split()).casefold()
    zones = sorted(available_timezones()) if text else []
    towns = [zone for zone in zones if zone.rpartition("/")[2].casefold() == text]
    found = next((zone for zone in zones if zone.casefold() == text), towns[0] if towns else "")
    if text and not found:
        raise misfit("time zone", typed, "Write it like Asia/Kolkata, or a large town in it.")
    return found


def _said(text: str) -> Birthday:
    if found := _NUMBERS.fullmatch(text):
        day, month, year = found[1], int(found[2]), found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        day, month, year = found[2], _month(found[1]), found[3]
    else:
        raise ValueError(text)
    return Birthday.parse(f"{f'{year}-' if year else '--'}{month:02}-{int(day):02}")


def _month(name: str) -> int:
    found = [number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name)]
    if not found:
        raise ValueError(name)
    return found[0]


def _line(key: str, hint: str = "") -> Field[Contact]:
    return Field(
        key=key,
        label=key,
        hint=hint,
        show=lambda person, _: write_line(getattr(person, key)),
        take=lambda person, typed, _: _with(person, key, read_line(typed)),
    )


def _items(key: str, hint: str = "") -> Field[Contact]:
    return Field(
        key=key,
        label=key,
        hint=hint,
        show=lambda person, _: write_items(getattr(person, key)),
        take=lambda person, typed, _: _with(person, key, _checked(person, key, read_items(typed))),
    )


def _checked(person: Contact, key: str, items: tuple[str, ...]) -> tuple[str, ...]:
    for item in items:
        if item not in getattr(person, key):  # an import may have brought any
            check_address(key, item)
    return items


def _lines(key: str, hint: str) -> Field[Contact]:
    return Field(
        key=key,
        label=key,
        hint=hint,
        kind="lines",
        show=lambda person, _: write_lines(getattr(person, key)),
        take=lambda person, typed, context: with_several(person, key, read_lines(typed), context.now.date()),
    )


def _with(person: Contact, key: str, value: Any) -> Contact:
    return replace(person, **{key: value})


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
    return Field(
        key=key,
        label=label,
        hint=hint,
        choices=_MARKED,
        show=lambda person, _: "yes" if getattr(person, key) else "",
        take=lambda person, typed, _: _with(person, key, read_choice(typed, label, _MARKED) == "yes"),
    )


def _days(rhythm: int | None) -> str:
    return f"{rhythm} day{'s' if rhythm != 1 else ''}" if rhythm else ""


CONTACT_FIELDS: tuple[Field[Contact], ...] = (
    Field(key="name", label="name", show=lambda person, _: write_line(person.name), take=_named),
    _items("nicknames", "Gracie; Amazing Grace"),
    _items("emails", "grace@example.org"),
    _items("phones", "+47 55 00 00 00"),
    _items("links", "https://example.org"),
    _line("organisation"),
    _line("role"),
    _line("field", "compilers"),
    _line("place", "Bergen"),
    Field(
        key="zone",
        label="time zone",
        hint="Europe/Oslo, or Oslo",
        show=lambda person, _: write_line(person.zone),
        take=lambda person, typed, _: replace(person, zone=read_zone(typed)),
    ),
    Field(
        key="birthday",
        label="birthday",
        hint="9 December 1906, or 9 December",
        show=lambda person, _: say_birthday(person.born),
        take=lambda person, typed, _: replace(person, birthday=read_birthday(typed)),
    ),
    Field(
        key="tags",
        label="tags",
        hint="#boats #work:hiring",
        show=lambda person, _: write_tags(person.tags),
        take=lambda person, typed, _: replace(person, tags=read_tags(typed)),
    ),
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
        hint="17 November 2026",
        show=lambda person, _: write_day(person.met.date if person.met else None),
        take=lambda person, typed, context: _met(person, date=read_day(typed, "met on", context.now)),
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
    _lines("details", "what they told you, one thing a line (! lets it come back)"),
    _lines("needs", "what they look for, one thing a line"),
    _lines("offers", "what they could give, one thing a line"),
    Field(
        key="about",
        label="about",
        kind="text",
        show=lambda person, _: person.about,
        take=lambda person, typed, _: replace(person, about=typed.strip("\n")),
    ),
)
"""Everything one can say of a person, in the order it is asked for."""
