"""`export people` and `export NAME`: cards and tables for address books, and all that is held about one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from netjournal.cli.dossier import dossier
from netjournal.cli.keeping_back import without_private
from netjournal.cli.output import say_file, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, person_shape
from netjournal.cli.whom import find_anybody, wanted
from netjournal.errors import JournalError, Unavailable
from netjournal.exchange.cards import Card, kept_card, kept_fields
from netjournal.exchange.people_csv import write_table
from netjournal.exchange.vcard_writing import write_cards
from netjournal.store.files import write_whole


def export_people(session: Session, form: str, output: Path | None, as_json: bool) -> None:
    """Write everyone down as ``vcard``, ``csv`` or ``json``. Raises JournalError if it cannot be written."""
    cards = [kept_card(person, raw) for person, raw in session.journal.everyone()]
    told = f"{len(cards):,} {'person is' if len(cards) == 1 else 'people are'} in {output}."
    _leave(cards, form, _document(cards), output, as_json, told)


def export_one(
    session: Session, name: Sequence[str], form: str, output: Path | None, as_json: bool, *, private: bool
) -> None:
    """Write down all that is held about somebody as ``json``, or their card as ``vcard``.

    It may be for them: what one answered for oneself alone stays out unless `private`.

    Raises JournalError for nobody or several of that name, and if it cannot be written.
    """
    journal = session.journal
    now = session.clock()
    person = find_anybody(journal, wanted(name), now.date())
    cards = [kept_card(person, {}) if form == "json" else kept_card(*journal.whole(person.id))]
    document = dossier(journal, person, now) if form == "json" or (as_json and output is None) else {}
    document, kept_back = (document, 0) if private else without_private(document)
    held = "Everything about" if form == "json" else "The card of"
    _leave(cards, form, document, output, as_json, f"{held} {person.name} is in {output}.")
    if kept_back:
        answers = "One private answer stays" if kept_back == 1 else "Your private answers stay"
        tell(f"{answers} with you; --private takes them along.")


def _leave(
    cards: Sequence[Card], form: str, document: Shape, output: Path | None, as_json: bool, told: str
) -> None:
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
