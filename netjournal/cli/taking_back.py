"""`delete` and `undo`."""

from __future__ import annotations

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_either, named_document
from netjournal.language.entry_words import say_change
from netjournal.model import Contact


@click.command()
@click.argument("name", nargs=-1, required=True, metavar="NAME|ID", shell_complete=people_named)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def delete(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Move the person called NAME, or the entry with this ID, to the trash. `undo` brings it back.

    What happened with a person stays, under their name.
    """
    now = session.clock()
    document = find_either(session.journal, name, now.date())
    session.journal.delete(document, now=now)
    if as_json:
        kind = "person" if isinstance(document, Contact) else "interaction"
        title = document.name if isinstance(document, Contact) else document.text
        say_json({"deleted": kind, "id": document.id, "title": title})
    else:
        say(f"{named_document(document)} is in the trash.")
        tell("`netjournal undo` brings it back.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def undo(session: Session, as_json: bool) -> None:
    """Take back the last change, made here or in the app; repeat it for the one before.

    A setting, and a question that is never to be asked, are taken back like anything else.
    """
    journal = session.journal
    if (title := session.own.take_back()) is not None:
        if as_json:
            say_json({"undone": "own", "title": title, "made": None})
        else:
            say(f"Taken back: {title}")
        return
    change = journal.undo(now=session.clock())
    if as_json:
        say_json({"undone": change.kind, "title": change.title, "made": change.made})
    else:
        say(f"Taken back: {say_change(change.kind, change.title, of_entry=change.is_of_entry)}")
