"""`show` and `prep`: a person's page, and what happened with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

import click

from netjournal.cli.entries import entry_lines
from netjournal.cli.filtering import ONLY, everyone, read_only
from netjournal.cli.layout import cells, wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.language.days.words import say_day
from netjournal.language.entry_words import about, shortened
from netjournal.model import Interaction
from netjournal.practice.page import Page, last_talk

_MOST_SHOWN = 20
_BEFORE_A_TALK = 4
_LABEL = 16


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@ONLY
@click.option("--all", "everything", is_flag=True, help=f"Every entry, not only the last {_MOST_SHOWN}.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def show(session: Session, name: tuple[str, ...], only: str, everything: bool, as_json: bool) -> None:
    """Show the person called NAME: the last talk, what you know of them, and what happened, newest first."""
    journal, now = session.journal, session.clock()
    person = find_person(journal, wanted(name), now.date())
    everything = everything or as_json
    fits = read_only(only, now).matcher(everyone(journal))
    found = filter(fits, journal.with_person(person.id))
    entries = list(islice(found, None if everything else _MOST_SHOWN + 1))
    more = not everything and len(entries) > _MOST_SHOWN
    entries = entries[:_MOST_SHOWN] if more else entries
    newest = list(islice(journal.with_person(person.id), _MOST_SHOWN)) if only else entries
    names = journal.names({id for entry in entries for id in entry.people})
    if as_json:
        shapes = [entry_shape(entry, names) for entry in entries]
        say_json({"person": person_shape(person), "interactions": shapes})
        return
    for line in page_lines(journal.page(person, newest, now=now, settings=session.settings)):
        say(line)
    for entry in entries:
        for line in entry_lines(entry, names, now.date(), when=say_day(entry.date, now.date())):
            say(line)
        say("")
    if more:
        tell("Older ones are there too: --all shows them.")


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def prep(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Read for a minute before you meet the person called NAME.

    What you last talked about, what is between you, and what you know of them.
    """
    journal, now = session.journal, session.clock()
    person = find_person(journal, wanted(name), now.date())
    entries = list(islice(journal.with_person(person.id), _MOST_SHOWN))
    page = journal.page(person, entries, now=now, settings=session.settings)
    if as_json:
        say_json({"id": person.id} | _page_shape(page))
        return
    for line in page_lines(page):
        say(line)
    last = last_talk(entries, now.date())
    others = [entry for entry in entries if entry is not last]
    for entry in others[: _BEFORE_A_TALK - 1]:
        for line in _in_a_line(entry, now.date()):
            say(line)
    if page.before:
        say("")
        for line in wrapped(page.before, indent=" " * _LABEL, first=f"  {'Before you go':<{_LABEL - 2}}"):
            say(line)


def page_lines(page: Page) -> Iterator[str]:
    """The page in the order in which one reads it: words first, then what is between you, then facts."""
    yield page.name
    for words in (page.work, page.known_as):
        yield from wrapped(words, indent="  ") if words else ()
    yield ""
    if page.last:
        yield from wrapped(page.last)
        yield from wrapped(page.text, indent="  ") if page.text else ()
        yield from wrapped(page.noted, indent="  ") if page.noted else ()
    else:
        yield "Nothing is written about a talk yet."
    yield ""
    for group in page.groups:
        label = ""
        for fact in group:
            first = fact.label if fact.label != label else ""
            label = fact.label
            yield from wrapped(fact.text, indent=" " * _LABEL, first=f"  {first:<{_LABEL - 2}}")
        yield ""


def _in_a_line(entry: Interaction, today: dt.date) -> Iterator[str]:
    """``  Tue 17 Nov      Lunch · she launches the boat in May …``."""
    day = say_day(entry.date, today)
    words = shortened(entry.text, 200) or ", ".join(about(entry))
    yield from wrapped(words, indent=" " * _LABEL, first=f"  {day}{' ' * max(1, _LABEL - 2 - cells(day))}")


def _page_shape(page: Page) -> Shape:
    return {
        "name": page.name,
        "work": page.work or None,
        "known_as": page.known_as or None,
        "last": page.last or None,
        "text": page.text or None,
        "noted": page.noted or None,
        "before": page.before or None,
        "facts": [fact._asdict() for group in page.groups for fact in group],
    }
