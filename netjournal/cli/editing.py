"""`edit`: a person or an entry in one's own editor."""

from __future__ import annotations

from typing import TypeVar

import click

from netjournal.cli.form import page_of
from netjournal.cli.form_reading import read_page
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.own_editor import Sheet, run_editor
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_either, find_person, named_document
from netjournal.errors import JournalError
from netjournal.model import Contact, Interaction, from_raw, to_raw
from netjournal.store.journal import Journal

D = TypeVar("D", Contact, Interaction)


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME|ID", shell_complete=people_named)
@click.option("--afresh", is_flag=True, help="Leave what could not be kept the last time.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def edit(session: Session, name: tuple[str, ...], afresh: bool, as_json: bool) -> None:
    """Change the person called NAME, or the entry with this ID, in $VISUAL or $EDITOR.

    Nothing that you typed is lost: when it cannot be kept, the next `edit` of the same goes on with it.
    """
    journal = session.journal
    before = find_either(journal, name, session.clock().date())
    after: Contact | Interaction
    if isinstance(before, Contact):
        after = _edited(session, before, afresh)
        shape: Shape = {"person": person_shape(after)}
    else:
        after = _edited(session, before, afresh)
        shape = {"interaction": entry_shape(after, journal.names(after.people))}
    if as_json:
        say_json(shape)
    elif after == before:
        tell("Nothing was changed.")
    else:
        say(f"{named_document(after)} is changed.")
        tell("`netjournal undo` takes it back.")


def _edited(session: Session, document: D, afresh: bool) -> D:
    """The document as it is kept after the editor was closed."""
    journal = session.journal
    with Sheet(journal.places.state / journal.id / "edits" / document.id) as sheet:
        shown, before = _laid_out(journal, sheet, document, afresh)
        try:
            run_editor(sheet.path)
            after = _kept(session, before, sheet.read(), shown)
        except JournalError as error:
            if sheet.left_over() is None:
                sheet.throw_away()
            else:
                kept = "What you typed is kept: `netjournal edit` of the same goes on with it."
                error.hint = f"{error.hint} {kept}".strip()
            raise
        sheet.throw_away()
    return after


def _laid_out(journal: Journal, sheet: Sheet, document: D, afresh: bool) -> tuple[str, D]:
    """The page as it was shown at first, and what it was made from."""
    left = None if afresh else sheet.left_over()
    if left is not None:
        tell("Going on with what you typed the last time; --afresh begins anew.")
        shown, raw = left
        return shown, from_raw(type(document), document.id, raw, str(sheet.path))
    page = page_of(document, journal.names(_mentioned(document)))
    sheet.lay_out(page, to_raw(document))
    return page, document


def _kept(session: Session, before: D, typed: str, shown: str) -> D:
    """`before` with what was typed, written; an empty page leaves it as it was."""
    journal, now = session.journal, session.clock()
    if not typed.strip():
        return before
    after = read_page(
        typed, shown, before, find=lambda name: find_person(journal, name, now.date()).id, now=now
    )
    return before if after == before else journal.change(before, after, now=now)


def _mentioned(document: Contact | Interaction) -> tuple[str, ...]:
    """The ids of the people that a page shows by name."""
    if isinstance(document, Interaction):
        return document.people
    return (document.met.through,) if document.met and document.met.through else ()
