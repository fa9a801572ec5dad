"""`who`, and what one decides about it: `later`, `pause`, `resume`, `rest`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import click
from msgspec.structs import replace

from netjournal.cli.layout import cells, padded, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, hello_shape
from netjournal.cli.still import asking_shape, tell_still
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import Misused
from netjournal.language.days.words import say_date_long, say_day
from netjournal.model import Contact
from netjournal.practice.pausing import (
    EVERYONE,
    EVERYONES,
    FRESH_START,
    NOTHING_PAUSED,
    NOTHING_TO_PAUSE,
    NOTHING_TO_SPREAD,
    WHOEVER,
    paused,
    put_off,
    resumed,
    say_paused,
    say_put_off,
    say_rest,
    say_resumed,
    usual_days,
)
from netjournal.practice.rhythm import LATER, due, fresh_start, may_be_suggested
from netjournal.practice.suggesting import GLADDER

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
        asked = [asking_shape(session.journal, one) for one in session.journal.asked_of_events(today)]
        say_json({"people": [hello_shape(hello) for hello in found], "still_yours": asked})
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
        tell(_nobody(session, today))
    tell_still(session)


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
    after = session.journal.change(person, put_off(person, until), now=now)
    _tell_about(after, say_put_off(after.name, say_date_long(until)), as_json)


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
        lambda person: paused(person, today, end),
        title=" ".join(name) or EVERYONES,
        nothing=NOTHING_TO_PAUSE,
        now=now,
    )
    whose = people[0].name if name else EVERYONE
    _tell_of_all(people, say_paused(whose, say_date_long(end) if end else ""), as_json)


@click.command()
@click.argument("name", nargs=-1, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def resume(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Go on with the rhythm of the person called NAME, or with everyone's, after a `pause`.

    Somebody named who is at rest is so no more.
    """
    now = session.clock()
    people = session.journal.change_people(
        _meant(session, name, now.date()),
        lambda person: _awake(person, now.date()) if name else resumed(person, now.date()),
        title=" ".join(name) or EVERYONES,
        nothing=NOTHING_PAUSED,
        now=now,
    )
    _tell_of_all(people, say_resumed(people[0].name if name else EVERYONE), as_json)


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def rest(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Leave the person called NAME at rest: kept, but never suggested and never brought up.

    `undo` takes it back now, `resume NAME` at any time.
    """
    now = session.clock()
    person = find_person(session.journal, wanted(name), now.date())
    after = session.journal.change(person, replace(person, rest=True), now=now)
    _tell_about(after, say_rest(after), as_json)


def _awake(person: Contact, today: dt.date) -> Contact:
    return replace(resumed(person, today), rest=False)


def _nobody(session: Session, today: dt.date) -> str:
    """That nobody waits, and who will be next."""
    ties = session.journal.rhythms(session.settings, today=today)
    found = session.journal.open_to_hellos(today, session.settings) if ties else ()
    open_to = (tie for tie in found if may_be_suggested(tie.person, today))
    days = ((due(tie, today), tie.person.name) for tie in open_to)
    coming = [(day, name) for day, name in days if day is not None and day >= today]
    if not ties:
        return "Nobody in particular. A rhythm is given so: `netjournal note NAME rhythm: monthly`."
    if not coming:
        return f"Nobody in particular. {WHOEVER}"
    day, name = min(coming)
    return f"Nobody in particular. Next is {name}, by {say_day(day, today)}."


def _begin_afresh(session: Session) -> None:
    journal, now = session.journal, session.clock()
    today = now.date()
    days = fresh_start(journal.open_to_hellos(today, session.settings), today, journal.id)
    if days:
        journal.change_people(
            days,
            lambda person: put_off(person, days[person.id]),
            title=EVERYONES,
            nothing=NOTHING_TO_SPREAD,
            now=now,
        )
    tell(f"{FRESH_START} `netjournal undo` takes it back." if days else NOTHING_TO_SPREAD)


def _put_off(session: Session, words: Sequence[str], today: dt.date) -> tuple[Contact, int]:
    """Whom, and for how many days, the words of `later` mean."""
    *name, last = words
    if name and last.isdecimal():
        if int(last) not in LATER:
            raise Misused(f"It can be put off for 3, 7 or 14 days, not for {last}.")
        return find_person(session.journal, wanted(name), today), int(last)
    person = find_person(session.journal, wanted(words), today)
    newest = next(session.journal.with_person(person.id), None)
    return person, usual_days(person, newest.date if newest else None, today, session.settings)


def _meant(session: Session, name: Sequence[str], today: dt.date) -> list[str]:
    if name:
        return [find_person(session.journal, wanted(name), today).id]
    return [known.person.id for known in session.journal.rhythms(session.settings, today=today)]


def _day(typed: str | None, now: dt.datetime) -> dt.date | None:
    from netjournal.language.forms.values import read_day

    day = read_day(typed or "", "until", now, "future")
    if day is not None and day <= now.date():
        raise Misused("A pause ends on a day to come.")
    return day


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
