"""`today`: today's page, and what is written today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, hello_shape
from netjournal.language.day_words import say_date_long, say_due, say_near
from netjournal.language.entry_words import say_who
from netjournal.model import Interaction
from netjournal.practice.today import Today


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def today(session: Session, as_json: bool) -> None:
    """Show what is due and coming, whom a hello would reach, and what is written, today and years ago."""
    journal, day = session.journal, session.clock().date()
    page = journal.today(day, session.settings)
    entries = tuple(journal.on_days([day]))
    named = [*entries, *(memory.entry for memory in page.memories), *(found.entry for found in page.promises)]
    names = journal.names({id for entry in named for id in entry.people})
    if as_json:
        say_json(_shape(page, entries, names, day))
        return
    say(say_date_long(day))
    for title, lines in _sections(page, names, day):
        say()
        say(title)
        for line in lines:
            say(line)
    if entries:
        say()
        say("Written today")
    for entry in entries:
        for line in entry_lines(entry, names, day):
            say(line)
    if not entries and not any(page):
        tell("Nothing is due, and nothing is written yet.")


def _sections(page: Today, names: Mapping[str, str], day: date) -> Iterator[tuple[str, list[str]]]:
    """What there is of each kind, under its name."""
    kinds = {
        "You promised": _wrapped(
            " · ".join(
                part
                for part in (
                    one.promise.text,
                    ", ".join(names[id] for id in one.entry.people),
                    say_due(one.promise.due, day) if one.promise.due else "",
                )
                if part
            )
            for one in page.promises
        ),
        "Birthdays": _wrapped(f"{one.person.name} · {say_near(one.day, day)}" for one in page.birthdays),
        "Introductions": _wrapped(one.words for one in page.introductions),
        "A good week for a hello": _wrapped(
            " · ".join(
                part
                for part in (
                    hello.person.name,
                    hello.reason,
                    hello.last,
                    f"“{hello.note}”" if hello.note else "",
                )
                if part
            )
            for hello in page.hellos
        ),
        "On this day": _wrapped(
            "  ".join(
                part for part in (f"{one.entry.date.year:04}", _who(one.entry, names), one.words) if part
            )
            for one in page.memories
        ),
    }
    return ((title, lines) for title, lines in kinds.items() if lines)


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
                "people": [{"id": id, "name": names[id]} for id in one.entry.people],
            }
            for one in page.promises
        ],
        "birthdays": [
            {"id": one.person.id, "name": one.person.name, "date": one.day.isoformat()}
            for one in page.birthdays
        ],
        "introductions": [{"id": one.introduction.id, "words": one.words} for one in page.introductions],
        "hellos": [hello_shape(hello) for hello in page.hellos],
        "on_this_day": [entry_shape(one.entry, names) for one in page.memories],
        "interactions": [entry_shape(entry, names) for entry in entries],
    }
