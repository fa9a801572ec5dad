"""`path`: where everything is kept."""

from __future__ import annotations

import click

from netjournal.cli.layout import paired
from netjournal.cli.output import say, say_json
from netjournal.cli.session import Session


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def path(session: Session, as_json: bool) -> None:
    """Say where everything is kept, whether it is there already or not.

    The journal is the folder to back up or take along. State holds what can be undone and what is half
    written; what is in the cache can be made anew.
    """
    places = session.places
    rows = {
        "journal": places.journal,
        "settings": places.config / "settings.toml",
        "prompts": places.config / "prompts.d",
        "state": places.state,
        "cache": places.cache,
    }
    if as_json:
        say_json({name: str(where) for name, where in rows.items()})
        return
    for line in paired([(name, str(where)) for name, where in rows.items()]):
        say(line)
