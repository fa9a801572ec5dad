"""`today`: today's page, and what is written today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.keeping_back import told_promises, without_answer
from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, hello_shape
from netjournal.errors import JournalError
from netjournal.language.days.words import say_date_long, say_due, say_month, say_near
from netjournal.language.entry_words import say_promised_to, say_who
from netjournal.model import Interaction
from netjournal.practice.events import say_asking
from netjournal.practice.recalling import due, recall_of, recalled
from netjournal.practice.today import FIRST_PROMISES, Today

_HELLO = "A good week for a hello"
_WEEK = "The week is there to look back on: `netjournal review week`."


@click.command()
@click.option("--knew/--forgot", default=None, help="Say whether you knew what they told you.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def today(session: Session, knew: bool | None, as_json: bool) -> None:
    """Show what is due and coming, whom a hello would reach, and what is written, today and years ago."""
    if knew is not None:
        _tell_recalled(session, knew=knew)
    journal, day = session.journal, session.clock().date()
    page = journal.today(day, session.settings)
    entries = tuple(journal.on_days([day]))
    named = [*entries, *(memory.entry for memory in page.memories)]
    promised_to = {id for one in page.asked for id in one.people} | {
        id for one in page.every_promise for id in one.to
    }
    names = journal.names(promised_to | {id for entry in named for id in entry.people})
    if as_json:
        say_json(_shape(page, entries, names, day))
        return
    say(say_date_long(day))
    for title, lines in _sections(page, names, day):
        say()
        say(title)
        for line in lines:
            say(line)
    if len(page.promises) > FIRST_PROMISES:
        tell("There are more promises: `netjournal search promise:open`.")
    if page.later:
        tell("What else you promised can wait: `netjournal search promise:open`.")
    if page.recalled is not None:
        tell("`netjournal today --knew`, or `--forgot`, says whether you knew it.")
    if page.asked:
        tell("`netjournal event still` answers: keep, move, or let go.")
    if page.goals:
        tell("`netjournal goal extend`, `shrink` or `let-go` says what becomes of it.")
    if entries:
        say()
        say("Written today")
    for entry in entries:
        for line in entry_lines(entry, names, day, unasked=True):
            say(line)
    if not entries and not any(page):
        tell("Nothing is due, and this day has no entry yet.")


def _sections(page: Today, names: Mapping[str, str], day: date) -> Iterator[tuple[str, list[str]]]:
    """What there is of each kind, under its name."""
    kinds = {
        "You promised": _wrapped(
            " · ".join(
                part
                for part in (
                    one.promise.text,
                    say_promised_to(one.promise.text, [names[id] for id in one.to]),
                    say_due(one.promise.due, day) if one.promise.due else "",
                )
                if part
            )
            for one in page.promises[:FIRST_PROMISES]
        ),
        "After the event": _wrapped(say_asking(one, names) for one in page.asked),
        "Birthdays": _wrapped(f"{one.person.name} · {say_near(one.day, day)}" for one in page.birthdays),
        "Introductions": _wrapped(one.words for one in page.introductions),
        _HELLO: _wrapped(
            " · ".join(
                part
                for part in (
                    hello.person.name,
                    "" if hello.reason == _HELLO.lower() else hello.reason,
                    hello.last,
                    f"“{hello.note}”" if hello.note else "",
                )
                if part
            )
            for hello in page.hellos
        ),
        "On this day": _wrapped(
            "  ".join(part for part in (one.when, _who(one.entry, names), one.words) if part)
            for one in page.memories
        ),
        "They told you": _wrapped(iter([_recalled(page)] if page.recalled else [])),
        "The days of a goal are over": _wrapped(one.at_its_end for one in page.goals),
        "Looking back": _wrapped(_looking_back(page)),
    }
    return ((title, lines) for title, lines in kinds.items() if lines)


def _looking_back(page: Today) -> Iterator[str]:
    if page.week:
        yield _WEEK
    if page.month:
        yield f"{say_month(page.month)} is there to look back on: `netjournal review month`."


def _recalled(page: Today) -> str:
    found = page.recalled
    return f"{found.person.name}: {found.words}" if found is not None else ""


def _tell_recalled(session: Session, *, knew: bool) -> None:
    """Keep whether one knew the detail of the day."""
    journal, now = session.journal, session.clock()
    found = journal.today(now.date(), session.settings).recalled
    if found is None:
        hint = 'details = "come back" in the settings brings back those marked with !.'
        raise JournalError("No detail comes back today.", hint)
    after = recalled(found.person, found.detail, knew=knew, today=now.date())
    journal.change(found.person, after, now=now)
    day = due(recall_of(after, found.detail))
    tell("You know it by heart." if day is None else f"It comes back on {say_date_long(day)}.")


def _wrapped(texts: Iterator[str]) -> list[str]:
    return [line for text in texts for line in wrapped(text, indent="    ", first="  ")]


def _who(entry: Interaction, names: Mapping[str, str]) -> str:
    return say_who(entry, names) if entry.people else ""


def _shape(page: Today, entries: tuple[Interaction, ...], names: Mapping[str, str], day: date) -> Shape:
    return {
        "date": day.isoformat(),
        "promises": [
            {
                "text": one.promise.text,
                "due": one.promise.due and one.promise.due.isoformat(),
                "interaction": one.entry.id,
                "people": [{"id": id, "name": names[id]} for id in one.to],
            }
            for one in page.every_promise
            if one.promise in told_promises(one.entry)
        ],
        "still_yours": [{"event": one.event.id, "question": say_asking(one, names)} for one in page.asked],
        "birthdays": [
            {"id": one.person.id, "name": one.person.name, "date": one.day.isoformat()}
            for one in page.birthdays
        ],
        "introductions": [{"id": one.introduction.id, "words": one.words} for one in page.introductions],
        "hellos": [hello_shape(hello) for hello in page.hellos],
        "told_you": page.recalled
        and {
            "id": page.recalled.person.id,
            "name": page.recalled.person.name,
            "text": page.recalled.words,
        },
        "goals_over": [{"id": one.goal.id, "text": one.goal.text, "words": one.words} for one in page.goals],
        "review": page.week or None,
        "review_of_month": page.month or None,
        "on_this_day": [entry_shape(without_answer(one.entry), names) for one in page.memories],
        "interactions": [entry_shape(without_answer(entry), names) for entry in entries],
    }
