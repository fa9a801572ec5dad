"""`log`: what happened, in one line."""

from __future__ import annotations

import click

from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_in_text
from netjournal.model import CHANNELS


@click.command()
@click.argument("words", nargs=-1, shell_complete=people_in_text)
@click.option("--on", metavar="DAY", help="When it was: yesterday, last friday, nov 3, 2026-11-03 15:00.")
@click.option("--via", metavar="CHANNEL", help=f"How you met: {', '.join(CHANNELS)} or none.")
@click.option("--template", metavar="NAME", help="Begin with the line of this name in your settings.")
@click.option("--no-ask", is_flag=True, help="Choose no question about it; `reflect ID` asks one later.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, and ask nothing.")
@click.pass_obj
def log(
    session: Session,
    words: tuple[str, ...],
    on: str | None,
    via: str | None,
    template: str | None,
    no_ask: bool,
    as_json: bool,
) -> None:
    """Keep what happened, told in WORDS, and be asked one question about it.

    \b
    netjournal log 'yesterday: Lunch with Grace at:"Café Lula" #food energy:4'

    Without WORDS the line is asked for, which keeps it out of your shell's history; - reads it from stdin.
    People you know are found by their names; @ada or @"Ada Lovelace" names someone new.
    In the line go #tag, at:, gave:, got:, promise:, promised:, via:, mood: and energy: as well. A shell takes
    # for a comment unless it is quoted: tag:food says the same. Put -- before a text that begins with a dash.
    """
    from netjournal.cli.writing_down import Line, write_down  # not for --help

    write_down(session, Line(words, on, via, template), no_ask=no_ask, as_json=as_json)
