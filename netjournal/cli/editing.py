"""`edit`: a person or an entry in one's own editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

import click
from msgspec.structs import replace

from netjournal.cli.layout import side_by_side
from netjournal.cli.loads import tell_load
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, entry_shape, person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_either, find_person, named_document
from netjournal.errors import Changed
from netjournal.exchange.own_editor import Ended
from netjournal.exchange.own_page import Wording, edit_page
from netjournal.language.forms.contact import CONTACT_FIELDS
from netjournal.language.forms.interaction import INTERACTION_FIELDS
from netjournal.language.forms.pages import Field, FormContext
from netjournal.model import Contact, Interaction

D = TypeVar("D", Contact, Interaction)

_LABEL = 14
_WORDING = Wording(
    "Going on with what you typed the last time; --afresh begins anew.",
    "What you typed is kept: `netjournal edit` of the same goes on with it.",
)


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
    if isinstance(before, Contact) and isinstance(after, Contact):
        tell_load(session, before, after)


def _edited(session: Session, document: D, fields: Sequence[Field[D]], afresh: bool) -> D:
    """The document as it is kept after the editor was closed."""
    journal, now = session.journal, session.clock()
    context = FormContext(
        now=now,
        # A name that changes while the editor is open stays as it was shown.
        name_of=cache(lambda id: journal.names([id])[id]),
        resolve_person=lambda name: find_person(journal, name, now.date()).id,
    )
    with _telling_what_changed():
        return edit_page(
            journal.places.state / journal.id / "edits" / document.id,
            document,
            fields,
            context,
            write=lambda before, after: journal.change(
                before, _fitting(session, before, after), now=session.clock()
            ),
            standing=lambda: journal.reread(document),
            wording=_WORDING,
            tell=tell,
            afresh=afresh,
        )


def _fitting(session: Session, before: D, after: D) -> D:
    if isinstance(before, Interaction) and isinstance(after, Interaction):
        asked = session.journal.fitting_question(
            before, after, prompts=session.prompts, settings=session.settings
        )
        return replace(after, reflection=asked)
    return after


@contextmanager
def _telling_what_changed() -> Iterator[None]:
    """Where somebody else changed the same, what stands there now beside what was typed.

    Told to end by a signal, the process does so without a word.
    """
    try:
        yield
    except Ended as error:
        raise SystemExit(error.exit_code) from None
    except Changed as error:
        for line in side_by_side([("", "now", "yours"), *error.beside], _LABEL):
            tell(line)
        raise
