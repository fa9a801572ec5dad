"""`export`: everyone, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from netjournal.cli.output import say_file, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import person_shape
from netjournal.errors import JournalError, Unavailable
from netjournal.exchange.cards import Card, kept_card, kept_fields
from netjournal.exchange.people_csv import write_table
from netjournal.exchange.vcard import write_cards
from netjournal.store.files import write_whole


@click.command()
@click.argument("what", type=click.Choice(["people"]), metavar="people")
@click.option(
    "--format",
    "form",
    type=click.Choice(["vcard", "csv", "json"]),
    default="vcard",
    help="vcard for address books (the default), csv for spreadsheets, json for programs.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write into FILE.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def export(session: Session, what: str, form: str, output: Path | None, as_json: bool) -> None:
    """Write down all people in your journal, with everything that is known of them."""
    cards = [kept_card(person, raw) for person, raw in session.journal.everyone()]
    if output is None and (as_json or form == "json"):
        say_json(_document(cards))
        return
    data = _data(cards, form)
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
    tell(f"{len(cards):,} {'person is' if len(cards) == 1 else 'people are'} in {output}.")


def _data(cards: Sequence[Card], form: str) -> bytes:
    if form == "json":
        return (json.dumps(_document(cards), ensure_ascii=False, indent=2) + "\n").encode()
    return write_cards(cards) if form == "vcard" else write_table(cards)


def _document(cards: Sequence[Card]) -> dict[str, Any]:
    return {"people": [{**person_shape(card.contact), "vcard": [], **kept_fields(card)} for card in cards]}
