"""`export`: everyone, or all about one person, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from netjournal.cli.dossier import dossier
from netjournal.cli.output import say_file, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.errors import JournalError, Misused, Unavailable
from netjournal.exchange.cards import Card, kept_card, kept_fields
from netjournal.exchange.people_csv import write_table
from netjournal.exchange.vcard import write_cards
from netjournal.store.files import write_whole


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="people|NAME", shell_complete=people_named)
@click.option(
    "--format",
    "form",
    type=click.Choice(["vcard", "csv", "json"]),
    help="vcard for address books, csv for spreadsheets, json for programs.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write into FILE.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def export(
    session: Session, what: tuple[str, ...], form: str | None, output: Path | None, as_json: bool
) -> None:
    """Write down all people in your journal (as vCards), or everything held about one of them (as JSON)."""
    journal = session.journal
    if what == ("people",):
        cards = [kept_card(person, raw) for person, raw in journal.everyone()]
        form, document = form or "vcard", _document(cards)
        told = f"{len(cards):,} {'person is' if len(cards) == 1 else 'people are'} in {output}."
    else:
        form = form or "json"
        if form == "csv":
            raise Misused("One person is written as json or as vcard.", "csv is for `export people`.")
        person = find_person(journal, wanted(what), session.clock().date())
        cards = [kept_card(*journal.whole(person.id))]
        document = dossier(journal, person.id) if form == "json" or (as_json and output is None) else {}
        told = f"Everything about {person.name} is in {output}."
        told = told if form == "json" else f"The card of {person.name} is in {output}."
    if output is None and (as_json or form == "json"):
        say_json(document)
        return
    data = _data(cards, form, document)
    if output is None:
        say_file(data)
        return
    try:
        write_whole(output, data)
    except Unavailable as error:  # nothing is wrong with the journal
        raise JournalError(error.message, error.hint) from error
    if as_json:
        say_json({"file": str(output), "format": form, "people": len(cards)})
        return
    tell(told)


def _data(cards: Sequence[Card], form: str, document: Shape) -> bytes:
    if form == "json":
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
    return write_cards(cards) if form == "vcard" else write_table(cards)


def _document(cards: Sequence[Card]) -> Shape:
    return {"people": [{**person_shape(card.contact), "vcard": [], **kept_fields(card)} for card in cards]}
