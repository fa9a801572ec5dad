"""`who`, and what one decides about it: `later`, `pause`, `resume`, `rest`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import click
from msgspec.structs import replace

from netjournal.cli.layout import cells, padded, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import Misused
from netjournal.language.day_words import say_date_long
from netjournal.model import Contact, Pause
from netjournal.practice.dormant import NOT_THIS_ONE
from netjournal.practice.rhythm import LATER, fresh_start, is_dormant
from netjournal.practice.situation import interval
from netjournal.practice.suggesting import GLADDER, Hello

_USUAL = 7
_EVERYONES = "everyone's rhythm"
_COLUMN = 24


@click.command()
@click.option("--fresh-start", is_flag=True, help="Spread out those with whom it has been a while, then ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def who(session: Session, fresh_start: bool, as_json: bool) -> None:
    """Say whom a hello would reach at a good time: three people at most, each with the reason.

    Only those are meant to whom you gave a circle or a rhythm, and now and then somebody to find again.
    """
    today = session.clock().date()
    if fresh_start:
        _begin_afresh(session)
    found = session.journal.hellos(today, session.settings)
    if as_json:
        say_json({"people": [_shape(hello) for hello in found]})
        return
    column = min(_COLUMN, max((cells(hello.person.name) for hello in found), default=0)) + 2
    for hello in found:
        told = [hello.reason, hello.rhythm, hello.last, f"“{hello.note}”" if hello.note else ""]
        words = " · ".join(part for part in told if part)
        for line in wrapped(words, indent=" " * column, first=padded(f"{hello.person.name}  ", column)):
            say(line)
    if any(hello.state == "dormant" for hello in found):
        tell(GLADDER)
    if not found:
        tell("Nobody in particular. A rhythm is given with `netjournal edit NAME`.")


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME [3|7|14]", shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def later(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Not now: suggest the person called NAME again in 3, 7 or 14 days.

    Without a number it is a week; for somebody to find again, half a year.
    """
    now = session.clock()
    person, days = _put_off(session, name, now.date())
    until = now.date() + dt.timedelta(days)
    after = session.journal.change(person, replace(person, quiet_until=until), now=now)
    _tell_about(after, f"{after.name} will not be suggested before {say_date_long(until)}.", as_json)


@click.command()
@click.argument("name", nargs=-1, shell_complete=people_named)
@click.option("--until", metavar="DAY", help="The day from which to go on, such as 1 march.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def pause(session: Session, name: tuple[str, ...], until: str | None, as_json: bool) -> None:
    """Stop the rhythm of the person called NAME, or everyone's, until you `resume`. The days are added."""
    now = session.clock()
    today, end = now.date(), _day(until, now)
    people = session.journal.change_people(
        _meant(session, name, today),
        lambda person: _paused(person, today, end),
        title=" ".join(name) or _EVERYONES,
        nothing="It is paused already, or nobody has a rhythm.",
        now=now,
    )
    whose = people[0].name if name else "everyone"
    when = f" until {say_date_long(end)}" if end else ""
    _tell_of_all(people, f"The rhythm with {whose} is paused{when}.", as_json)


@click.command()
@click.argument("name", nargs=-1, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def resume(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Go on with the rhythm of the person called NAME, or with everyone's, after a `pause`."""
    now = session.clock()
    people = session.journal.change_people(
        _meant(session, name, now.date()),
        lambda person: _resumed(person, now.date()),
        title=" ".join(name) or _EVERYONES,
        nothing="Nothing is paused.",
        now=now,
    )
    whose = people[0].name if name else "everyone"
    _tell_of_all(people, f"The rhythm with {whose} goes on.", as_json)


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def rest(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Leave the person called NAME at rest: kept, but never suggested and never brought up.

    `undo` takes it back now, `edit` at any time.
    """
    now = session.clock()
    person = find_person(session.journal, wanted(name), now.date())
    after = session.journal.change(person, replace(person, rest=True), now=now)
    _tell_about(after, f"{after.name} is at rest. Everything you wrote stays.", as_json)


def _begin_afresh(session: Session) -> None:
    journal, now = session.journal, session.clock()
    days = fresh_start(journal.rhythms(session.settings), now.date(), journal.id)
    if days:
        journal.change_people(
            days,
            lambda person: replace(person, quiet_until=days[person.id]),
            title=_EVERYONES,
            nothing="There is nothing to spread out.",
            now=now,
        )
    tell("A fresh start. `netjournal undo` takes it back." if days else "There is nothing to spread out.")


def _put_off(session: Session, words: Sequence[str], today: dt.date) -> tuple[Contact, int]:
    """Whom, and for how many days, the words of `later` mean."""
    *name, last = words
    if name and last.isdecimal():
        if int(last) not in LATER:
            raise Misused(f"It can be put off for 3, 7 or 14 days, not for {last}.")
        return find_person(session.journal, wanted(name), today), int(last)
    person = find_person(session.journal, wanted(words), today)
    newest = next(session.journal.with_person(person.id), None)
    gone = newest is not None and is_dormant(newest.date, interval(person.rhythm, person.circle), today)
    return person, NOT_THIS_ONE if gone else _USUAL


def _meant(session: Session, name: Sequence[str], today: dt.date) -> list[str]:
    if name:
        return [find_person(session.journal, wanted(name), today).id]
    return [known.person.id for known in session.journal.rhythms(session.settings)]


def _day(typed: str | None, now: dt.datetime) -> dt.date | None:
    from netjournal.language.form_values import read_day

    day = read_day(typed or "", "until", now, "future")
    if day is not None and day <= now.date():
        raise Misused("A pause ends on a day to come.")
    return day


def _paused(person: Contact, today: dt.date, end: dt.date | None) -> Contact:
    if any(pause.holds(today) and pause.until == end for pause in person.pauses):
        return person
    resumed = _resumed(person, today)
    return replace(person, pauses=(*resumed.pauses, Pause(since=today, until=end)))


def _resumed(person: Contact, today: dt.date) -> Contact:
    """With what is paused today, or was to be later, ended today."""
    ended = (
        pause if pause.until is not None and pause.until <= today else Pause(since=pause.since, until=today)
        for pause in person.pauses
    )
    return replace(
        person, pauses=tuple(pause for pause in ended if pause.until and pause.since < pause.until)
    )


def _tell_about(person: Contact, words: str, as_json: bool) -> None:
    if as_json:
        say_json({"person": _decided(person)})
    else:
        say(words)


def _tell_of_all(people: Sequence[Contact], words: str, as_json: bool) -> None:
    if as_json:
        say_json({"people": [_decided(person) for person in people]})
    else:
        say(words)


def _decided(person: Contact) -> Shape:
    return {
        "id": person.id,
        "name": person.name,
        "rest": person.rest,
        "quiet_until": person.quiet_until and person.quiet_until.isoformat(),
        "pauses": [
            {"since": pause.since.isoformat(), "until": pause.until and pause.until.isoformat()}
            for pause in person.pauses
        ],
    }


def _shape(hello: Hello) -> Shape:
    return {
        "id": hello.person.id,
        "name": hello.person.name,
        "state": hello.state,
        "due": hello.due and hello.due.isoformat(),
        "reason": hello.reason,
        "rhythm": hello.rhythm or None,
        "last": hello.last or None,
        "note": hello.note or None,
    }
