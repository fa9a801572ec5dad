"""What is said of somebody a hello would reach at a good time: why now, the last talk, the last note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from netjournal.language.days.words import say_ago, say_due, say_month, say_near
from netjournal.language.entry_words import shortened
from netjournal.model import Acquaintance, Channel, Interaction, Promise
from netjournal.practice.coming_back import is_hard, is_tender
from netjournal.practice.own_words import is_promise_alone, own_words
from netjournal.practice.rhythm import STATE_WORDS, State, birthday_within
from netjournal.settings import DEFAULTS

GLADDER = "People are usually gladder of a hello than the sender expects. No reason needed."
"""What is said with somebody to find again (reflection.md §3.4)."""

_LONGEST = 80
_LAST: Mapping[Channel | None, str] = {
    "in_person": "last saw",
    "event": "last met",
    "call": "last called",
    "video": "last called",
    "message": "last wrote",
    "email": "last wrote",
    "broadcast": "last in touch",
    None: "last in touch",
}


class Hello(NamedTuple):
    """One person to say hello to: `reason` says why now, `rhythm` how often (empty for none), `last` when and
    how one talked last, `note` what one wrote then. Of somebody to find again the reason says when that was,
    and there is no `due`.
    """

    person: Acquaintance
    state: State
    due: date | None
    reason: str
    rhythm: str
    last: str
    note: str


def say_reason(
    person: Acquaintance,
    state: State,
    promise: Promise | None,
    today: date,
    event: Interaction | None = None,
    soon: int = DEFAULTS.who_next.soon_days,
) -> str:
    """A promise of one's own first, then a birthday, then an event to come, then that it is time."""
    if promise is not None:
        return f"you promised: {shortened(promise.text, _LONGEST)}"
    if day := birthday_within(person, today, soon):
        return f"birthday {say_near(day, today)}"
    if event is not None:
        return f"you are both at {event.place or 'an event'} {_say_on(event.date, today)}"
    if state == "dormant" and person.last is not None:
        return f"{STATE_WORDS[state]} since {say_month(f'{person.last:%Y-%m}')}"
    return STATE_WORDS[state]


def _say_on(day: date, today: date) -> str:
    """Today, tomorrow, on Fri, on Wed 25 Nov."""
    said = say_due(day, today)
    return f"on {said}" if (day - today).days > 1 else said


def say_last(entry: Interaction | None, today: date) -> str:
    """``last called in August``; empty if there was no talk."""
    return "" if entry is None else f"{_LAST[entry.channel]} {say_ago(entry.date, today)}"


def note_of(entries: Iterable[Interaction]) -> str:
    """One's newest words on somebody, shortened: an answer before a text.

    What was written on a hard day, or is private, is not brought up unasked (reflection.md §4.1).
    """
    for entry in entries:
        if is_tender(entry) or is_hard(entry):
            continue
        if words := (not is_promise_alone(entry) and own_words(entry)) or entry.text:
            return shortened(words, _LONGEST)
    return ""
