"""What one decides about a rhythm in the app: to give one, not now, a pause, at rest; each is one change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Coroutine, Iterable, Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from netjournal.errors import JournalError
from netjournal.language.days.words import say_day
from netjournal.language.forms.contact import in_rhythm
from netjournal.model import CIRCLES, Circle, Contact
from netjournal.practice.dormant import NOT_THIS_ONE
from netjournal.practice.pausing import (
    EVERYONE,
    EVERYONES,
    FRESH_START,
    NOTHING_PAUSED,
    NOTHING_TO_PAUSE,
    NOTHING_TO_SPREAD,
    is_out_of_touch,
    is_paused,
    paused,
    put_off,
    resumed,
    say_given,
    say_paused,
    say_put_off,
    say_rest,
    say_resumed,
)
from netjournal.practice.rhythm import LATER, fresh_start, say_next, say_rhythm
from netjournal.practice.situation import days_of
from netjournal.tui.dialogs.choices import Choice, ChoicesDialog
from netjournal.tui.host import Host
from netjournal.tui.mending import add_line

_BACK = "u takes it back."
_LATER = (*zip(LATER, ("d", "w", "f"), ("3 days", "a week", "two weeks"), strict=True),)


class _Decision(NamedTuple):
    choice: Choice
    do: Callable[[], Coroutine[Any, Any, None]]


async def decide_rhythm(app: Host, id: str | None) -> None:
    """Let something be decided about the rhythm of a person by id, and of everybody."""
    try:
        person = app.journal.person(id) if id else None
    except JournalError as error:
        app.tell_error(error)
        return
    decisions = [*(_of(app, person) if person else ()), *_of_everyone(app)]
    if not decisions:
        app.tell("Nobody has a rhythm yet.")
        return
    title = person.name if person else "Everybody"
    dialog = ChoicesDialog(title, _standing(app, person), [decision.choice for decision in decisions])
    does = {decision.choice.id: decision.do for decision in decisions}
    await app.open(dialog, lambda chosen: does[chosen]())


def _standing(app: Host, person: Contact | None) -> str:
    if person is None:
        return "The rhythm of everybody who has one."
    if person.rest:
        return "At rest: never suggested."
    ties = app.journal.rhythms(app.settings, person.id)
    words = next((say_next(tie, app.today) for tie in ties), "") or "no rhythm: whenever you like"
    return f"{words[0].upper()}{words[1:]}."


def _of(app: Host, person: Contact) -> Iterator[_Decision]:
    """What can be decided about one person, as they stand."""
    yield from _circles(app, person)
    last = next((entry.date for entry in app.journal.with_person(person.id)), None)
    gone = is_out_of_touch(person, last, app.today, app.settings)
    has_rhythm = person.circle is not None or person.rhythm is not None
    stands_still = is_paused(person, app.today)
    if not person.rest and not stands_still and (has_rhythm or gone):
        yield from _put_offs(app, person, gone)
    still = "Leave be"
    if stands_still:
        goes_on = Choice("resume", still, "g", "go on", "after the pause")
        yield _Decision(goes_on, _writing(app, person, resumed(person, app.today), say_resumed(person.name)))
    elif has_rhythm and not person.rest:
        stops = Choice("pause", still, "p", "pause", "until you go on")
        yield _Decision(stops, _writing(app, person, paused(person, app.today), say_paused(person.name)))
    resting = replace(person, rest=not person.rest)
    words, aside = ("no longer at rest", "") if person.rest else ("at rest", "never suggested, all stays")
    yield _Decision(
        Choice("rest", still, "x", words, aside), _writing(app, person, resting, say_rest(resting))
    )


def _circles(app: Host, person: Contact) -> Iterator[_Decision]:
    """The circles, none, and a rhythm of their own; a circle chosen takes the place of that."""
    circles: tuple[Circle | None, ...] = (*CIRCLES, None)
    for number, circle in enumerate(circles, 1):
        after = in_rhythm(person, app.today, circle=circle, rhythm=None)
        key = str(number) if circle else "0"
        aside = say_rhythm(days_of(circle, app.settings.circles)) if circle else "whenever you like"
        is_theirs = person.circle == circle
        here = "now" if is_theirs and not person.rhythm else "their circle" if circle and is_theirs else ""
        choice = Choice(circle or "none", "Circle", key, circle or "none", aside, here)
        yield _Decision(choice, _writing(app, person, after, say_given(after, app.settings)))
    own = say_rhythm(person.rhythm) if person.rhythm else "such as 6 weeks"
    choice = Choice("own", "Circle", "o", "own rhythm…", own, "now" if person.rhythm else "")
    yield _Decision(choice, lambda: add_line(app, person, begun="rhythm: "))


def _put_offs(app: Host, person: Contact, gone: bool) -> Iterator[_Decision]:
    spans = (*_LATER, (NOT_THIS_ONE, "h", "half a year")) if gone else _LATER
    for days, key, span in spans:
        until = app.today + dt.timedelta(days)
        day = say_day(until, app.today)
        choice = Choice(f"later-{days}", "Not now", key, f"not for {span}", f"until {day}")
        yield _Decision(choice, _writing(app, person, put_off(person, until), say_put_off(person.name, day)))


def _of_everyone(app: Host) -> Iterator[_Decision]:
    """What can be decided about all who have a rhythm."""
    ties = app.journal.rhythms(app.settings, today=app.today)
    ids = [tie.person.id for tie in ties]
    today, all = app.today, "Everybody"
    if any(not is_paused(tie.person, today) for tie in ties):
        stops = Choice("pause-all", all, "P", "pause everybody", "until you go on")
        yield _Decision(
            stops,
            _writing_all(app, ids, lambda one: paused(one, today), say_paused(EVERYONE), NOTHING_TO_PAUSE),
        )
    if any(is_paused(tie.person, today) for tie in ties):
        goes_on = Choice("resume-all", all, "G", "go on with all", "after the pause")
        yield _Decision(
            goes_on,
            _writing_all(app, ids, lambda one: resumed(one, today), say_resumed(EVERYONE), NOTHING_PAUSED),
        )
    if days := fresh_start(app.journal.open_to_hellos(today, app.settings), today, app.journal.id):
        spreads = Choice("afresh", all, "F", "a fresh start", "spread the hellos out")
        yield _Decision(
            spreads,
            _writing_all(app, days, lambda one: put_off(one, days[one.id]), FRESH_START, NOTHING_TO_SPREAD),
        )


def _writing(
    app: Host, before: Contact, after: Contact, words: str
) -> Callable[[], Coroutine[Any, Any, None]]:
    """What writes one person down and says so; nothing is done where nothing changes."""

    async def write() -> None:
        if after == before:
            return
        written = await app.attempt(lambda: app.journal.change(before, after, now=app.clock()))
        if written is not None:
            app.tell(f"{words} {_BACK}")
            app.tell_load(before, written)

    return write


def _writing_all(
    app: Host, ids: Iterable[str], after: Callable[[Contact], Contact], words: str, nothing: str
) -> Callable[[], Coroutine[Any, Any, None]]:
    """What writes many people down in one change and says so."""
    people = list(ids)

    async def write() -> None:
        written = await app.attempt(
            lambda: app.journal.change_people(
                people, after, title=EVERYONES, nothing=nothing, now=app.clock()
            )
        )
        if written is not None:
            app.tell(f"{words} {_BACK}")

    return write
