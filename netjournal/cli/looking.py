"""`find`: people by what one remembers of them."""

from __future__ import annotations

import datetime as dt

import click

from netjournal.cli.layout import paired
from netjournal.cli.output import say, say_json
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import wanted
from netjournal.errors import JournalError
from netjournal.language.day_words import say_ago
from netjournal.language.lookup import Lookup, Match

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


def _why(match: Match, today: dt.date) -> str:
    if match.why:
        return match.why
    return say_ago(match.person.last, today) if match.person.last else "not met yet"
