"""What an entry is about, in the few words that decide which question fits it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from netjournal.language.exchanged import MISSING, is_attempt, missing, tells_of_no_show
from netjournal.language.folding import fold
from netjournal.language.hardship.hard_day import tells_of_hard_day
from netjournal.language.hardship.joy import tells_of_good_news
from netjournal.language.hardship.vexed import is_vexed
from netjournal.language.helping import tells_of_help_given, tells_of_help_got
from netjournal.model import Circle, Interaction
from netjournal.practice.help import gave_help, got_help
from netjournal.practice.nearness import Near, together
from netjournal.settings import DEFAULTS, Circles, Numbers

_EVEN = 3
_MANY = 4
"""Others from which on, with oneself, somebody may stand at the edge."""

Situation = Mapping[str, frozenset[str]]
"""The keys that hold, each with its values. What is unknown is not in it, and so never matches."""

TRUE = "true"
Time = Literal["", "hard", "bereft", "gone"]
"""The time an entry falls into: a hard one for its people, the first week after one lost somebody of one's
own family, or it is of somebody who is gone.
"""

KEYS: Mapping[str, tuple[str, ...]] = {
    "channel": ("in_person", "call", "message", "email", "event"),
    "alone": (TRUE,),
    "attempt": (TRUE,),
    "without": MISSING,
    "first": (TRUE,),
    "known": ("new", "growing", "long"),
    "group": (TRUE,),
    "many": (TRUE,),
    "near": ("family", "friend"),
    "help": ("given", "received"),
    "gap": ("long",),
    "intro": ("made", "received"),
    "goal": (TRUE,),
    "mood": ("low", "high"),
    "energy": ("low", "high"),
    "field": ("same", "other"),
    "initiated": ("me", "them"),
    "promise": ("kept", "made"),
    "ahead": (TRUE,),
    "time": ("hard", "vexed"),
    "news": ("good",),
}
"""Every key a prompt may name, and its values (reflection.md §2.2).

`without`, `attempt`, `time`, `news`, `many`, `near` and ``promise = "made"`` are not from there: a question
about a talk suits no letter, one about words no parcel, and after a call that nobody took one knows whom
one would like to hear from. In a hard time, and of who vexed one,
nothing light is asked, though the day itself was none. Good
news is shared before anything is made of it. Who is near has no profile, and what was promised in the line
need not be asked for.
"""


class Companion(msgspec.Struct, frozen=True, kw_only=True):
    """Someone named in an entry, as they stood before it.

    `first` and `last` are the days of the earliest and the latest interaction before this one; None is never.
    `interval` is their rhythm in days, if they have one. `ahead`: they have been where the user is going.
    `near` is whether they are family or a friend, `long_known` whether one knew them before the journal did.
    """

    id: str
    first: date | None = None
    last: date | None = None
    interval: int | None = None
    field: str = ""
    ahead: bool = False
    near: Near | None = None
    long_known: bool = False


def interval(rhythm: int | None, circle: Circle | None, circles: Circles = DEFAULTS.circles) -> int | None:
    """Days between two hellos: the person's own rhythm, else the one of their circle, else none."""
    return rhythm or (days_of(circle, circles) if circle else None)


def days_of(circle: Circle, circles: Circles) -> int:
    """The rhythm of a circle in days (reflection.md §3.1)."""
    return int(getattr(circles, circle))


def is_long_gap(days: int, rhythm: int | None, by: Numbers = DEFAULTS.numbers) -> bool:
    """Whether so many days since the talk before are many (reflection.md §2.2, `gap`)."""
    return days >= (by.long_gap if rhythm is None else max(by.shortest_gap, 2 * rhythm))


def situation(
    entry: Interaction,
    people: Sequence[Companion],
    own_fields: Collection[str] = (),
    *,
    intro: Literal["made", "received"] | None = None,
    goal: bool = False,
    promise_kept: bool = False,
    time: Time = "",
    by: Numbers = DEFAULTS.numbers,
) -> Situation:
    """What holds for `entry` with `people` (those named in it), by the table of reflection.md §2.2.

    Where several people are named, what is said must be true of all of them: the newest decides how long they
    are known, one from elsewhere makes it another field. `alone` is an entry with nobody, `attempt` one of
    trying to reach somebody in vain; `time` is the one it falls into; `by` says which gap is a long one.
    """
    lacking: Collection[str] = missing(entry.channel, entry.text) if entry.people else ("voice",)
    found: dict[str, Collection[str]] = {
        "channel": _channel(entry),
        "alone": _true(not entry.people),
        "attempt": _true("voice" in lacking and _is_in_vain(entry)),
        "without": lacking,
        "first": _true(_is_new(entry, people)),
        "known": _known(entry, people),
        **_company(entry, people),
        "help": _help(entry),
        "gap": _gap(entry, people, by),
        "intro": (intro,) if intro else (),
        "goal": _true(goal),
        "mood": _mood(entry, time),
        "energy": _level(entry.energy),
        "field": _field(people, own_fields),
        "initiated": (entry.initiated,) if entry.initiated else (),
        "promise": _promise(entry, is_kept=promise_kept),
        "ahead": _true(any(person.ahead for person in people)),
        "news": ("good",) if _is_glad(entry, time) else (),
        "time": _time(entry, time),
    }
    return {key: frozenset(values) for key, values in found.items() if values}


def _true(holds: bool) -> tuple[str, ...]:
    return (TRUE,) if holds else ()


def _channel(entry: Interaction) -> tuple[str, ...]:
    if entry.channel is None or not entry.is_talk:
        return ()
    return ("call",) if entry.channel == "video" else (entry.channel,)


def _help(entry: Interaction) -> tuple[str, ...]:
    """What was noted as given or got, and what its words tell of, where nothing was noted."""
    is_noted = bool(entry.gave or entry.got)
    is_given = gave_help(entry) or (not is_noted and tells_of_help_given(entry.text))
    is_got = got_help(entry) or (not is_noted and tells_of_help_got(entry.text))
    return (*(("given",) if is_given else ()), *(("received",) if is_got else ()))


def _promise(entry: Interaction, *, is_kept: bool) -> tuple[str, ...]:
    is_made = any(promise.by == "me" for promise in entry.promises)
    return (*(("kept",) if is_kept else ()), *(("made",) if is_made else ()))


def _company(entry: Interaction, people: Sequence[Companion]) -> dict[str, Collection[str]]:
    others, near = len(set(entry.people)), together(entry, [person.near for person in people])
    return {
        "group": _true(others >= 2),
        "many": _true(others >= _MANY or entry.channel == "event"),
        "near": (near,) if near is not None else (),
    }


def _is_new(entry: Interaction, people: Sequence[Companion]) -> bool:
    """Family, friends and whom one knew before are none, though this is the first line about them."""
    if together(entry, [person.near for person in people]) is not None:
        return False
    return any(person.last is None and person.near is None and not person.long_known for person in people)


def _known(entry: Interaction, people: Sequence[Companion]) -> tuple[str, ...]:
    if _is_new(entry, people):
        return ()
    since = [person.first for person in people if person.first]
    if not since:
        return ()
    days = (entry.date - max(since)).days
    return ("new",) if days < 90 else ("growing",) if days < 365 else ("long",)


def _gap(entry: Interaction, people: Sequence[Companion], by: Numbers) -> tuple[str, ...]:
    first_named = next((person for person in people if person.id in entry.people[:1]), None)
    if first_named is None or first_named.last is None:
        return ()
    days = (entry.date - first_named.last).days
    return ("long",) if is_long_gap(days, first_named.interval, by) else ()


def _is_in_vain(entry: Interaction) -> bool:
    is_no_show = not entry.people and tells_of_no_show(entry.text)
    return is_no_show or (entry.channel not in ("message", "email") and is_attempt(entry.text))


def _mood(entry: Interaction, time: Time) -> tuple[str, ...]:
    """The mood that was noted, else a low one where the words or the time tell of a hard day."""
    is_hard = entry.mood is None and (time in ("bereft", "gone") or tells_of_hard_day(entry.text))
    return ("low",) if is_hard else _level(entry.mood)


def _time(entry: Interaction, time: Time) -> tuple[str, ...]:
    if (entry.mood or 0) > _EVEN:
        return ()
    return ("hard",) if time in ("hard", "bereft") else ("vexed",) if is_vexed(entry.text) else ()


def _is_glad(entry: Interaction, time: Time) -> bool:
    is_good = tells_of_good_news(entry.text) and not tells_of_hard_day(entry.text)
    return is_good and time != "gone" and "low" not in _level(entry.mood)


def _level(value: int | None) -> tuple[str, ...]:
    if value is None or value == 3:
        return ()
    return ("low",) if value < 3 else ("high",)


def _field(people: Sequence[Companion], own_fields: Collection[str]) -> tuple[str, ...]:
    theirs = {fold(person.field) for person in people} - {""}
    own = {fold(field) for field in own_fields} - {""}
    if not theirs or not own:
        return ()
    return ("same",) if theirs <= own else ("other",)
