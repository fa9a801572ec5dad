"""`duplicates` and `merge`: people who look like one, and may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from shlex import quote

import click

from netjournal.cli.layout import side_by_side as in_columns
from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.typing_in import at_terminal, read_line
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import JournalError
from netjournal.exchange.duplicates import Pair, find_pairs
from netjournal.exchange.merging import Merged, Page, merged
from netjournal.language.finding.side_by_side import say_introduced, say_talks, side_by_side
from netjournal.model import Contact
from netjournal.store.uniting_people import Union

_MOST = 30
_MOST_CROWDS = 5
_LABEL = 13
_YES = ("y", "yes")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def duplicates(session: Session, as_json: bool) -> None:
    """List pairs of people who look like one person, each with the reason, the surest first."""
    pairs, crowds = find_pairs(person for person, _ in session.journal.everyone())
    if as_json:
        shapes = [
            {"people": [{"id": one.id, "name": one.name} for one in pair[:2]], "reason": pair.reason}
            for pair in pairs
        ]
        say_json({"pairs": shapes, "crowds": crowds})
        return
    if not pairs:
        say("Nobody here looks like somebody else.")
        return
    names = Counter(person.name for person in session.journal.people())
    for pair in pairs[:_MOST]:
        for line in _pair_lines(pair, names):
            say(line)
    if len(pairs) > _MOST:
        tell("There are more; --json lists them all.")
    for crowd in crowds[:_MOST_CROWDS]:
        for line in wrapped(crowd):
            tell(line)
    tell("`merge` shows both first; with --different it keeps them apart for good.")


def _pair_lines(pair: Pair, names: Counter[str]) -> Iterator[str]:
    yield from wrapped(f"{_described(pair.one)}  –  {_described(pair.other)}", indent="    ", first="")
    yield from wrapped(pair.reason, indent="  ")
    called = (one.name if names[one.name] == 1 else one.id for one in pair[:2])
    yield f"  netjournal merge {' '.join(map(quote, called))}"


def _described(person: Contact) -> str:
    return " · ".join(part for part in (person.name, person.organisation, person.place) if part)


@click.command()
@click.argument("name", shell_complete=people_named)
@click.argument("other", shell_complete=people_named)
@click.option("--different", is_flag=True, help="They are two: never list them as one again.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def merge(session: Session, name: str, other: str, different: bool, yes: bool, as_json: bool) -> None:
    """Make one of the people called NAME and OTHER: NAME's page stays, and everything of OTHER comes to it.

    Quote a name of several words. Nothing is lost, and `undo` makes them two again.
    """
    journal, now = session.journal, session.clock()
    kept, gone = (
        Page(*journal.whole(find_person(journal, wanted([one]), now.date()).id)) for one in (name, other)
    )
    if kept.person.id == gone.person.id:
        raise JournalError(f"{kept.person.name} is one page already.", "Name two people, or their ids.")
    if different:
        _keep_apart(session, kept.person, gone.person, as_json)
        return
    one = merged(kept, gone, lambda id: journal.names([id])[id])
    if not as_json or not yes:
        _show(session, kept.person, gone.person, one)
    if not yes:
        _ask()
    union = Union(kept.person.id, gone.person.id, kept.raw, gone.raw, one.raw)
    title = f"{kept.person.name} and {gone.person.name}"
    person = journal.unite(union, title=title, now=now)
    if as_json:
        say_json({"person": person_shape(person), "merged": gone.person.id, "otherwise": one.otherwise})
    else:
        say(f"{gone.person.name} and {person.name} are one page now: {person.name}.")
        tell("`netjournal undo` makes them two again.")


def _show(session: Session, kept: Contact, gone: Contact, one: Merged) -> None:
    journal, today = session.journal, session.clock().date()
    met = {person.id: person for person in journal.people() if person.id in (kept.id, gone.id)}
    rows = side_by_side(
        kept,
        gone,
        name_of=lambda id: journal.names([id])[id],
        talks=lambda id: say_talks(met.get(id), today),
    )
    for line in in_columns(rows, _LABEL):
        tell(line)
    tell("")
    for line in wrapped(
        f"Made one, the page of {kept.name} stays, with everything of both; what names the other names it."
    ):
        tell(line)
    if introduced := say_introduced(journal.introductions(), kept.id, gone.id):
        for line in wrapped(f"{introduced}."):
            tell(line)
    for said in one.otherwise:
        for line in wrapped(said, indent="    ", first="  Under About it says also: "):
            tell(line)


def _ask() -> None:
    """Raises JournalError unless somebody is there and says yes."""
    if not at_terminal():
        raise JournalError("Nothing was changed: nobody is here to ask.", "--yes makes them one unasked.")
    tell("Make them one? y")
    answer = read_line(start="", keep=lambda _: None)
    if answer is None or answer.strip().casefold() not in _YES:
        raise JournalError("Nothing was changed.", "--different keeps them apart for good.")


def _keep_apart(session: Session, one: Contact, other: Contact, as_json: bool) -> None:
    session.journal.tell_apart(one, other, now=session.clock())
    if as_json:
        say_json({"different": [one.id, other.id]})
    else:
        say(f"{one.name} and {other.name} are two people.")
        tell("`netjournal undo` takes it back.")
