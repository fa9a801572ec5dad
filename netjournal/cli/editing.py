"""`edit`: a person or an entry in one's own editor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.own_editor import Sheet, run_editor
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_either, find_person, named_document
from netjournal.errors import JournalError
from netjournal.language.contact_form import CONTACT_FIELDS
from netjournal.language.forms import Field, FormContext, read_form, write_form
from netjournal.language.interaction_form import INTERACTION_FIELDS
from netjournal.model import Contact, Interaction, from_raw, to_raw

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
        after = _edited(session, before, CONTACT_FIELDS, afresh)
        shape: Shape = {"person": person_shape(after)}
    else:
        after = _edited(session, before, INTERACTION_FIELDS, afresh)
        shape = {"interaction": entry_shape(after, journal.names(after.people))}
    if as_json:
        say_json(shape)
    elif after == before:
        tell("Nothing was changed.")
    else:
        say(f"{named_document(after)} is changed.")
        tell("`netjournal undo` takes it back.")


def _edited(session: Session, document: D, fields: Sequence[Field[D]], afresh: bool) -> D:
    """The document as it is kept after the editor was closed."""
    journal, now = session.journal, session.clock()
    context = FormContext(
        now=now,
        # A name that changes while the editor is open stays as it was shown.
        name_of=cache(lambda id: journal.names([id])[id]),
        resolve_person=lambda name: find_person(journal, name, now.date()).id,
    )
    with Sheet(journal.places.state / journal.id / "edits" / document.id) as sheet:
        before = _begun(sheet, document, afresh)
        if before is None:
            before = document
            sheet.lay_out(write_form(fields, before, context), to_raw(before))
        try:
            run_editor(sheet.path)
            after = read_form(fields, sheet.read(), before, context)
            kept = before if after == before else journal.change(before, after, now=session.clock())
        except JournalError as error:
            if sheet.left_over() is None:
                sheet.throw_away()
            else:
                again = "What you typed is kept: `netjournal edit` of the same goes on with it."
                error.hint = f"{error.hint} {again}".strip()
            raise
        sheet.throw_away()
    return kept


def _begun(sheet: Sheet, document: D, afresh: bool) -> D | None:
    """What a page that was never kept was made from."""
    left = None if afresh else sheet.left_over()
    if left is None:
        return None
    tell("Going on with what you typed the last time; --afresh begins anew.")
    return from_raw(type(document), document.id, left, str(sheet.path))
