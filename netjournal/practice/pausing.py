"""What one decides about a rhythm: not now, a pause, at rest; in the shell and in the app alike."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from netjournal.model import Acquaintance, Contact, Pause
from netjournal.practice.dormant import NOT_THIS_ONE
from netjournal.practice.rhythm import is_dormant, say_rhythm
from netjournal.practice.situation import interval
from netjournal.settings import DEFAULTS, Settings

USUAL = 7
"""Days that `not now` means for those with whom one is in touch."""

EVERYONES = "everyone's rhythm"
"""What a change of everybody is called."""

EVERYONE = "everyone"
NOTHING_TO_PAUSE = "It is paused already, or nobody has a rhythm."
NOTHING_PAUSED = "Nothing is paused."
NOTHING_TO_SPREAD = "Nothing has piled up: there is nothing to spread out."
WHOEVER = "Whoever comes to mind will be glad of a hello."
"""What is said where nobody is left to be named."""
FRESH_START = "A fresh start."


def is_out_of_touch(
    person: Contact | Acquaintance, last: date | None, today: date, settings: Settings = DEFAULTS
) -> bool:
    """Whether somebody talked to on the day `last` is one to find again."""
    days = interval(person.rhythm, person.circle, settings.circles)
    return last is not None and is_dormant(last, days, today, settings)


def usual_days(person: Contact, last: date | None, today: date, settings: Settings = DEFAULTS) -> int:
    """For how many days they are put off where nothing else is said: half a year if out of touch."""
    return NOT_THIS_ONE if is_out_of_touch(person, last, today, settings) else USUAL


def put_off(person: Contact, until: date) -> Contact:
    """With no suggestion before a day."""
    return replace(person, quiet_until=until)


def is_paused(person: Contact | Acquaintance, today: date) -> bool:
    """Whether the rhythm stands still."""
    return any(pause.holds(today) for pause in person.pauses)


def paused(person: Contact, today: date, end: date | None = None) -> Contact:
    """With the rhythm standing still from today, up to a day or until one goes on."""
    if any(pause.holds(today) and pause.until == end for pause in person.pauses):
        return person
    return replace(person, pauses=(*resumed(person, today).pauses, Pause(since=today, until=end)))


def resumed(person: Contact, today: date) -> Contact:
    """With what is paused today, or was to be later, ended today."""
    ended = (
        pause if pause.until is not None and pause.until <= today else Pause(since=pause.since, until=today)
        for pause in person.pauses
    )
    return replace(
        person, pauses=tuple(pause for pause in ended if pause.until and pause.since < pause.until)
    )


def say_put_off(name: str, day: str) -> str:
    """Until when somebody is left in peace; `day` is in words, as long as there is room for."""
    return f"{name} will not be suggested before {day}."


def say_paused(whose: str, until: str = "") -> str:
    """That a rhythm stands still, until a day in words if there is one."""
    return f"The rhythm with {whose} is paused{f' until {until}' if until else ''}."


def say_resumed(whose: str) -> str:
    """That a pause is over."""
    return f"The rhythm with {whose} goes on."


def say_rest(person: Contact) -> str:
    """That somebody is at rest now, or is not any more."""
    if person.rest:
        return f"{person.name} is at rest. Everything you wrote stays."
    return f"{person.name} is no longer at rest."


def offer_rest(name: str, way: str) -> str:
    """What is said once after an entry that tells of a death; `way` is the command or the keys that do it."""
    return f"Whenever you like, {way} keeps the memories of {name} and asks for nothing more."


def say_given(person: Contact, settings: Settings = DEFAULTS) -> str:
    """Which rhythm somebody was given."""
    days = interval(person.rhythm, person.circle, settings.circles)
    if days is None:
        return f"{person.name} has no rhythm now."
    return f"A hello to {person.name} {say_rhythm(days)} from now on."
