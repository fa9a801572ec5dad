"""The fields of an entry, for the editor and for the app."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from itertools import chain

from msgspec.structs import replace

from netjournal.errors import Misused
from netjournal.language.channels.telling import NO_CHANNEL, named_channel
from netjournal.language.days.dates import understand
from netjournal.language.days.words import say_part
from netjournal.language.entry_words import CHANNEL_WORDS
from netjournal.language.forms.pages import Field, FormContext, field_of
from netjournal.language.forms.values import (
    LONGEST_PHRASE,
    misfit,
    quoted,
    read_choice,
    read_day,
    read_line,
    read_lines,
    read_tags,
    read_text,
    split_items,
    write_day,
    write_items,
    write_line,
    write_lines,
    write_tags,
)
from netjournal.language.tokens import BY_ME, BY_THEM
from netjournal.model import Channel, Interaction, Promise

_BY_THE_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_PROMISE = re.compile(r"(?P<by>\w+)[ :]\s*(?P<text>.*)", re.DOTALL)
_END = re.compile(r"\s*[;·|]\s*(?P<what>by|kept)(?:\s+(?P<day>[^;·|\"]*))?\Z", re.IGNORECASE)
_SCALE = ("1", "2", "3", "4", "5")
_WHO = ("me", "them")


def write_promise(promise: Promise) -> str:
    """``I send her the keel book; by 20 November 2026; kept 19 November 2026``, or ``they: sends …``."""
    text = write_line(promise.text)
    if _END.search(text):
        text = quoted(promise.text)
    due = f"; by {write_day(promise.due)}" if promise.due else ""
    kept = f"; kept {write_day(promise.kept)}" if promise.kept else ""
    return f"{'I' if promise.by == 'me' else 'they:'} {text}{due}{kept}"


def read_promise(line: str, now: dt.datetime) -> Promise:
    """The promise in a line; a dot or a bar is as good as a semicolon, and ``; kept`` is kept today.

    Raises Misused.
    """
    days: dict[str, dt.date] = {}
    rest = line.strip()
    while (end := _END.search(rest)) and (what := end["what"].casefold()) not in days:
        day = read_day(end["day"] or "", "promises", now, "future" if what == "by" else "past")
        if day is None and what == "by":
            raise misfit("promises", line, "Say by when: I send her the book; by Friday.")
        days[what] = day or dt.date(now.year, now.month, now.day)
        rest = rest[: end.start()]
    found = _PROMISE.fullmatch(rest)
    who = found["by"].casefold() if found else ""
    text = read_line(found["text"]) if found else ""
    if not text or who not in (*BY_ME, *BY_THEM):
        raise misfit("promises", line, "Begin with I or they: I send her the book; by Friday.")
    return Promise(text=text, by="me" if who in BY_ME else "them", due=days.get("by"), kept=days.get("kept"))


def read_channel(typed: str) -> Channel | None:
    """A channel by whatever name a line knows it; None for nothing. Raises Misused."""
    text = " ".join(typed.split())
    if not text or text.casefold() in NO_CHANNEL:
        return None
    if (channel := named_channel(text)) is None:
        raise misfit("channel", typed, f"It is {', '.join(CHANNEL_WORDS.values())}, or nothing.")
    return channel


def _when(entry: Interaction, _: FormContext) -> str:
    if entry.at is not None:
        return f"{entry.date} {entry.at:%H:%M}"
    return f"{entry.date} {say_part(entry.part)}" if entry.part else f"{entry.date}"


def _take_when(entry: Interaction, typed: str, context: FormContext) -> Interaction:
    hint = "Write it like 2026-11-17 18:40, or yesterday."
    try:
        moment = understand(typed, context.now) if len(typed) <= LONGEST_PHRASE else None
    except Misused as error:
        raise Misused(f"when: {error.message}", hint) from None
    if moment is None:
        raise misfit("when", typed, hint)
    at, zone = moment.at, moment.zone
    if at and entry.at and _BY_THE_CLOCK.fullmatch(typed.strip()):
        at, zone = _there(entry, at), entry.zone
    return replace(entry, date=moment.date, at=at, zone=zone, part=moment.part)


def _there(entry: Interaction, at: dt.datetime) -> dt.datetime:
    """The clock's time in the zone that the entry was made in, which need not be where one is now."""
    assert entry.at is not None
    place: dt.tzinfo | None = entry.at.tzinfo
    if entry.zone:
        from zoneinfo import ZoneInfo

        with suppress(OSError, ValueError, KeyError):
            place = ZoneInfo(entry.zone)
    local = at.replace(tzinfo=place)
    return local.replace(tzinfo=dt.timezone(local.utcoffset() or dt.timedelta()))


def _take_people(entry: Interaction, typed: str, context: FormContext) -> Interaction:
    """Those who stood there before stay whoever they were, namesakes too; a comma parts two as well."""
    left = [(context.name_of(id), id) for id in entry.people]
    there = {name for name, _ in left}
    items = [[item] if item in there else item.split(",") for item in split_items(typed)]
    ids = []
    for name in filter(None, map(str.strip, chain.from_iterable(items))):
        known = next((pair for pair in left if pair[0] == name), None)
        if known:
            left.remove(known)
        ids.append(known[1] if known else context.resolve_person(name))
    return replace(entry, people=tuple(dict.fromkeys(ids)))


def _rating(key: str) -> Field[Interaction]:
    return field_of(
        key,
        lambda value: str(value or ""),
        lambda typed: int(read_choice(typed, key, _SCALE) or 0) or None,
        "1 to 5",
        choices=_SCALE,
    )


INTERACTION_FIELDS: tuple[Field[Interaction], ...] = (
    Field(key="when", label="when", hint="2026-11-17 18:40, or yesterday", show=_when, take=_take_when),
    Field(
        key="people",
        label="people",
        hint="Grace Hopper; George Carver",
        show=lambda entry, context: write_items([context.name_of(id) for id in entry.people]),
        take=_take_people,
    ),
    field_of(
        "channel",
        lambda channel: CHANNEL_WORDS[channel] if channel else "",
        read_channel,
        ", ".join(CHANNEL_WORDS.values()),
        choices=tuple(CHANNEL_WORDS.values()),
    ),
    field_of("place", write_line, read_line, "Café Lula"),
    field_of("tags", write_tags, read_tags, "#food #work:hiring"),
    field_of(
        "initiated",
        lambda who: who or "",
        lambda typed: read_choice(typed, "reached out", _WHO) or None,
        "me or them",
        label="reached out",
        choices=_WHO,
    ),
    _rating("mood"),
    _rating("energy"),
    field_of("gave", write_lines, read_lines, "an introduction to Karim, one thing a line", kind="lines"),
    field_of("got", write_lines, read_lines, "a place at her table, one thing a line", kind="lines"),
    Field(
        key="promises",
        label="promises",
        hint="I send her the keel book; by Friday",
        kind="lines",
        show=lambda entry, _: "\n".join(map(write_promise, entry.promises)),
        take=lambda entry, typed, context: replace(
            entry,
            promises=tuple(read_promise(line, context.now) for line in typed.split("\n") if line.strip()),
        ),
    ),
    field_of("text", str, read_text, kind="text"),
)
"""Everything one can say of an entry, but for the answer to its question, in the order it is asked for."""
