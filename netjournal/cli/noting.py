"""`note`: one more thing about a person."""

from __future__ import annotations

import click

from netjournal.cli.loads import tell_load
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import person_shape
from netjournal.cli.suggesting import people_named
from netjournal.cli.whom import find_person, wanted
from netjournal.language.forms.pages import FormContext
from netjournal.language.noting import NOTABLE
from netjournal.language.noting import note as noted


@click.command()
@click.argument("name", shell_complete=people_named)
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def note(session: Session, name: str, words: tuple[str, ...], as_json: bool) -> None:
    """Keep one more thing about the person called NAME, such as `note Grace needs: a sailmaker`.

    A word and a colon say what it is: told (if nothing is said), needs, offers, tag, aka, birthday, place,
    work, role, field, zone, email, phone, link, through, circle, rhythm, about.
    """
    journal, now = session.journal, session.clock()
    person = find_person(journal, wanted([name]), now.date())
    context = FormContext(
        now=now,
        name_of=lambda id: journal.names([id])[id],
        resolve_person=lambda other: find_person(journal, other, now.date()).id,
    )
    found = noted(person, " ".join(words), context)
    after = journal.change(person, found.person, now=now)
    if as_json:
        say_json({"person": person_shape(after)})
        return
    say(f"{after.name} · {NOTABLE[found.key][0]}: {found.text}")
    tell("`netjournal undo` takes it back.")
    tell_load(session, person, after)
