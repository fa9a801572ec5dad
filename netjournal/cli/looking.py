"""`find` and `show`: people, and what happened with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.layout import paired, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import entry_shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import JournalError
from netjournal.language.day_words import say_ago, say_date_long, say_day
from netjournal.language.entry_words import say_birthday, say_last_time, say_promise, say_tags
from netjournal.language.lookup import Lookup, Match
from netjournal.model import Contact, Interaction
from netjournal.practice.echo import say_noted
from netjournal.store.journal import Journal

_MOST_FOUND = 20
_MOST_SHOWN = 20


@click.command()
@click.argument("query", nargs=-1, required=True, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def find(session: Session, query: tuple[str, ...], as_json: bool) -> None:
    """Find people by QUERY: a part of a name, initials, a nickname, work, town or #tag, even misspelt.

    The best come first; at the right stands what answered to it, or when you last met.
    """
    words = wanted(query)
    today = session.clock().date()
    matches = Lookup(session.journal.people()).find(words, _MOST_FOUND)
    if as_json:
        people = [
            {"id": match.person.id, "name": match.person.name, "why": match.why or "name"}
            for match in matches
        ]
        say_json({"query": words, "people": people})
    if not matches:
        raise JournalError(f"Nobody here answers to {words}.")
    if not as_json:
        for line in paired([(match.person.name, _why(match, today)) for match in matches]):
            say(line)


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@click.option("--all", "everything", is_flag=True, help=f"Every entry, not only the last {_MOST_SHOWN}.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(session: Session, name: tuple[str, ...], everything: bool, as_json: bool) -> None:
    """Show the person called NAME: the last talk, what you know of them, and what happened, newest first."""
    journal, today = session.journal, session.clock().date()
    person = find_person(journal, wanted(name), today)
    everything = everything or as_json
    entries = list(islice(journal.with_person(person.id), None if everything else _MOST_SHOWN + 1))
    more = not everything and len(entries) > _MOST_SHOWN
    entries = entries[:_MOST_SHOWN] if more else entries
    names = journal.names({id for entry in entries for id in entry.people})
    if as_json:
        shapes = [entry_shape(entry, names) for entry in entries]
        say_json({"person": person_shape(person), "interactions": shapes})
    else:
        for line in _page(person, entries, names, journal, today):
            say(line)
    if more:
        tell("Older ones are there too: --all shows them.")


def _why(match: Match, today: dt.date) -> str:
    if match.why:
        return match.why
    return say_ago(match.person.last, today) if match.person.last else "not met yet"


def _page(
    person: Contact, entries: list[Interaction], names: dict[str, str], journal: Journal, today: dt.date
) -> Iterator[str]:
    yield person.name
    headline = [person.role, person.organisation, person.field, person.place, say_tags(person.tags)]
    yield from wrapped(" · ".join(part for part in headline if part), indent="  ") if any(headline) else ()
    yield ""
    if entries:
        yield from _last_talk(person, entries[0], names, today)
    if noted := say_noted(entries):
        yield from wrapped(noted, indent="  ", first="")
        yield ""
    rows = list(_details(person, entries, journal, today))
    for label, text in rows:
        yield from wrapped(text, indent=" " * 16, first=f"  {label:<14}")
    yield from ("",) if rows else ()
    for entry in entries:
        yield from entry_lines(entry, names, today, when=say_day(entry.date, today))
        yield ""
    if not entries:
        yield "Nothing is written about a talk yet."


def _last_talk(person: Contact, entry: Interaction, names: dict[str, str], today: dt.date) -> Iterator[str]:
    yield from wrapped(say_last_time(entry, person.id, names, today))
    if entry.text:
        yield from wrapped(entry.text, indent="  ")
    yield ""


def _details(
    person: Contact, entries: list[Interaction], journal: Journal, today: dt.date
) -> Iterator[tuple[str, str]]:
    open_promises = [promise for entry in entries for promise in entry.promises if not promise.kept]
    for promise in open_promises:
        yield "You promised" if promise.by == "me" else "They promised", say_promise(promise, today)
    rows = {
        "About": person.about,
        "Told you": " · ".join(person.details),
        "Needs": " · ".join(person.needs),
        "Could offer": " · ".join(person.offers),
        "Known as": ", ".join(person.nicknames),
        "Met": _met(person, journal),
        "E-mail": ", ".join(person.emails),
        "Phone": ", ".join(person.phones),
        "Links": " ".join(person.links),
        "Time zone": person.zone,
        "Birthday": say_birthday(person.born),
        "Circle": person.circle or "",
        "Rhythm": f"every {person.rhythm} days" if person.rhythm else "",
    }
    yield from ((label, text) for label, text in rows.items() if text)


def _met(person: Contact, journal: Journal) -> str:
    met = person.met
    if met is None:
        return ""
    through = f"through {journal.names([met.through])[met.through]}" if met.through else ""
    where = f"at {met.place}" if met.place else ""
    return " ".join(part for part in (say_date_long(met.date) if met.date else "", where, through) if part)
