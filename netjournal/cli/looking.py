"""`find`: people by what one remembers of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from shlex import quote

import click

from netjournal.cli.layout import paired
from netjournal.cli.output import say, say_json
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import wanted
from netjournal.errors import JournalError
from netjournal.language.days.words import say_ago
from netjournal.language.finding.lookup import Lookup, Match
from netjournal.language.names.resolving import describe

_MOST_FOUND = 20
_MOST_SHOWN = 20


@click.command()
@click.argument("query", nargs=-1, required=True, shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def find(session: Session, query: tuple[str, ...], as_json: bool) -> None:
    """Find people by QUERY: a part of a name, initials, a nickname, work, town, #tag, e-mail or telephone.

    The best come first; at the right stands what answered to it, or when you last met.
    """
    words = wanted(query)
    today = session.clock().date()
    reached = session.journal.reached_by(words)[:_MOST_FOUND]
    matches = tuple(Match(person) for person in reached)
    matches = matches or Lookup(session.journal.people()).find(words, _MOST_FOUND)
    if as_json:
        people = [
            {"id": match.person.id, "name": match.person.name, "why": match.why or "name"}
            for match in matches
        ]
        say_json({"query": words, "people": people})
    if not matches:
        raise JournalError(
            f"Nobody here answers to {words}.",
            f"`netjournal search {quote(words)}` looks through what you wrote.",
        )
    if not as_json:
        names = Counter(match.person.name for match in matches)
        for line in paired([(match.person.name, _why(match, names, today)) for match in matches]):
            say(line)


def _why(match: Match, names: Counter[str], today: dt.date) -> str:
    if match.why:
        return match.why
    if names[match.person.name] > 1:
        return describe(match.person, today)
    return say_ago(match.person.last, today) if match.person.last else "not met yet"
