"""`event`: an evening among people, one line for each, and what one promised there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click
from msgspec.structs import replace

from netjournal.cli.entries import entry_lines
from netjournal.cli.goals import goal_lines, goal_shape, standing
from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import entry_shape, filled
from netjournal.cli.still import asking_shape, owed_shape, say_still
from netjournal.cli.typing_in import at_terminal, read_line
from netjournal.cli.writing_down import tell_logged, written
from netjournal.errors import JournalError, Misused
from netjournal.language.arguments import join_arguments
from netjournal.language.days.words import say_day, say_due
from netjournal.language.event_line import capture_at
from netjournal.language.forms.values import read_day
from netjournal.model import Event, Goal, Promise
from netjournal.practice.events import (
    Asking,
    day_within,
    goal_for,
    is_own,
    last_day,
    new_event,
    owed,
    say_owed,
    say_promised,
    to_go_on,
)

_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
_DRAFT = "event"
_KEEP = ("", "y", "yes", "k", "keep")
_LET_GO = ("n", "no", "l", "let go")
_LINE = "One line for each you meet: netjournal event met 'Ines, boat builder; card; > send her the plan'"


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--goal", type=click.IntRange(1), metavar="N", help="How many people you would like to meet.")
@click.option("--at", "place", metavar="PLACE", default="", help="Where it is.")
@click.option("--until", metavar="DAY", help="Its last day, if that is not today.")
@_JSON
@click.pass_obj
def begin(
    session: Session, name: tuple[str, ...], goal: int | None, place: str, until: str | None, as_json: bool
) -> None:
    """Say that you are at an event called NAME; what you log with `event met` gets its day, place and tag.

    One that you left earlier today goes on. It ends with `event end`, or by itself when its night is over.
    """
    journal, now = session.journal, session.clock()
    new = new_event(" ".join(name), place, until or "", now)
    own = goal_for(new, goal) if goal else None
    if (earlier := to_go_on(journal.events(), new.tag, now)) and own is None:
        event = journal.change(earlier, replace(earlier, ended=None, by=new.by), now=now)
    else:
        event = journal.begin_event(new, own, now=now)
    _show(session, event, as_json)
    if not as_json:
        tell("It counts itself, so forget it while you talk." if own else _LINE)


@click.command()
@click.argument("words", nargs=-1)
@_JSON
@click.pass_obj
def met(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """Log somebody you met at the event you are at, in one line.

    \b
    netjournal event met 'Ines, boat builder; card; > send her the keel plan by friday'

    Who comes first; then anything, a semicolon between. A card is a card, > is what you promised, < what they
    did. The rest is as in `log`. Quote the line as a whole: ; and > mean something to a shell.
    """
    journal, now = session.journal, session.clock()
    event = _here(session)
    line = join_arguments(words) if words else _typed(session)
    day = day_within(event, now)
    logged = written(
        session,
        lambda chosen: capture_at(event, day, line, now, journal, chosen=chosen),
        may_ask=at_terminal() and not as_json,
        asks=False,
    )
    journal.drafts.drop(_DRAFT)
    tell_logged(session, logged, as_json)


@click.command()
@click.option(
    "--no-ask", is_flag=True, help="Choose no question about it; `reflect ID` asks one of an entry."
)
@_JSON
@click.pass_obj
def end(session: Session, no_ask: bool, as_json: bool) -> None:
    """Leave the event: read whom you met and what you promised, and be asked one question about it."""
    event = _here(session)
    ended = session.journal.end_event(
        event,
        now=session.clock(),
        prompts=session.prompts,
        settings=session.settings,
        asks=not no_ask,
    )
    _show(session, ended.event, as_json)
    if ended.entry is not None and ended.choice is not None and at_terminal() and not as_json:
        from netjournal.cli.question import ask

        ask(session, ended.entry, ended.choice.why)


@click.command()
@click.option("--keep", is_flag=True, help="They are still yours, as they are.")
@click.option("--move", metavar="DAY", help="Give them another day: friday, 30 nov.")
@click.option("--let-go", is_flag=True, help="They are not yours any more.")
@_JSON
@click.pass_obj
def still(session: Session, keep: bool, move: str | None, let_go: bool, as_json: bool) -> None:
    """Say whether what you promised at an event is still yours: it is asked once, two days later.

    At a terminal you are asked about each promise, else one answer is for all of them.
    """
    if sum((keep, move is not None, let_go)) > 1:
        raise Misused("These do not go together.", "Say --keep, --move DAY or --let-go.")
    journal, today = session.journal, session.clock().date()
    day = _day(session, move) if move is not None else None
    asked = journal.asked_of_events(today)
    if as_json and not (keep or day or let_go):
        say_json({"asked": [asking_shape(session.journal, one) for one in asked]})
        return
    if not asked:
        raise JournalError("Nothing is asked about an event now.")
    settled = []
    for asking in asked:
        if keep or day or let_go:
            decided = [_decided(one.promise, day, let_go) for one in asking.owed]
        elif at_terminal():
            decided = _asked_one_by_one(session, asking)
        else:
            raise Misused(say_still(session.journal, asking), "Answer with --keep, --move DAY or --let-go.")
        settled.append(journal.settle_event(asking, decided, now=session.clock()))
    if as_json:
        say_json({"settled": [filled(event) for event in settled]})
    else:
        tell("It is not asked again. `netjournal undo` takes it back.")


@click.group(commands=[begin, met, end, still], invoke_without_command=True)
@click.pass_context
@_JSON
def event(context: click.Context, as_json: bool) -> None:
    """Log an evening among people: begin it, a line for each, end it. Alone it shows the last one."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    found = session.journal.open_event(session.clock()) or next(reversed(session.journal.events()), None)
    if found is not None:
        _show(session, found, as_json)
    elif as_json:
        say_json({"event": None})
    else:
        tell("None yet. `netjournal event begin 'harbour festival' --goal 3` begins one.")


def _here(session: Session) -> Event:
    found = session.journal.open_event(session.clock())
    if found is None:
        raise JournalError("You are at no event now.", "`netjournal event begin NAME` says at which you are.")
    return found


def _typed(session: Session) -> str:
    if not at_terminal():
        raise Misused("Whom did you meet?", _LINE)
    drafts = session.journal.drafts
    tell("Whom did you meet?")
    line = read_line(start=drafts.get(_DRAFT), keep=lambda text: drafts.keep(_DRAFT, text))
    if line is None:
        raise click.exceptions.Exit(0)
    return line


def _day(session: Session, typed: str) -> dt.date:
    day = read_day(typed, "move", session.clock(), "future")
    if day is None:
        raise Misused("To which day?", "Write a day like friday, or 30 nov.")
    return day


def _decided(promise: Promise, day: dt.date | None, let_go: bool) -> Promise | None:
    if let_go:
        return None
    return replace(promise, due=day) if day else promise


def _asked_one_by_one(session: Session, asking: Asking) -> list[Promise | None]:
    """What somebody says of each; Enter alone keeps it, and what cannot be read is asked again."""
    decided: list[Promise | None] = []
    names = session.journal.names(asking.people)
    for one in asking.owed:
        for line in wrapped(f"At {asking.event.name} {say_promised(one, names)}. Still yours?"):
            tell(line)
        tell("y or enter keeps it, a day such as friday moves it, n lets it go.")
        decided.append(_said_of(session, one.promise))
    return decided


def _said_of(session: Session, promise: Promise) -> Promise | None:
    while True:
        answer = (read_line(start="", keep=lambda _: None) or "").strip().casefold()
        if answer in _KEEP or answer in _LET_GO:
            return _decided(promise, None, answer in _LET_GO)
        try:
            return replace(promise, due=_day(session, answer))
        except Misused:
            for line in wrapped(f"“{answer}” is no day I know. y keeps it, n lets it go, friday moves it."):
                tell(line)


def _show(session: Session, event: Event, as_json: bool) -> None:
    journal, today = session.journal, session.clock().date()
    entries = journal.entries_of_event(event)
    names = journal.names({id for entry in entries for id in entry.people})
    goal = _goal(session, event)
    if as_json:
        say_json(
            {
                "event": filled(event),
                "open": event == journal.open_event(session.clock()),
                "goal": goal_shape(standing(session, goal)) if goal else None,
                "interactions": [entry_shape(entry, names) for entry in entries],
                "promises": [owed_shape(one) for one in owed(entries)],
            }
        )
        return
    for line in wrapped(" · ".join(_heading(session, event))):
        say(line)
    for line in goal_lines(standing(session, goal)) if goal else ():
        say(line)
    for entry in entries:
        if is_own(event, entry) and entry.reflection and entry.reflection.status != "answered":
            continue
        for line in entry_lines(entry, names, today):
            say(line)
    promises = [
        " · ".join((say_owed(one, names), *((say_due(one.promise.due, today),) if one.promise.due else ())))
        for one in owed(entries)
    ]
    if promises:
        say("You promised")
    for promise in promises:
        for line in wrapped(promise, indent="    ", first="  "):
            say(line)


def _heading(session: Session, event: Event) -> Iterator[str]:
    now = session.clock()
    yield event.name
    first, last = (say_day(day, now.date()) for day in (event.since, last_day(event)))
    yield first if first == last else f"{first} to {last}"
    if event.place:
        yield f"at {event.place}"
    yield f"#{event.tag}"
    if event == session.journal.open_event(now):
        yield "you are there"


def _goal(session: Session, event: Event) -> Goal | None:
    return next((goal for goal in session.journal.goals() if goal.id == event.goal), None)
