"""`trash`: what was deleted, and back with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.errors import JournalError, Misused, Unclear
from netjournal.language.days.words import say_day
from netjournal.model import short_id
from netjournal.store.journal import Journal
from netjournal.store.trash import WHOLE, Trashed

_SHORTEST_TAIL = 4


@click.command()
@click.argument("words", nargs=-1, metavar="[restore ID]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def trash(session: Session, words: tuple[str, ...], as_json: bool) -> None:
    """List what was deleted, the last first. `trash restore ID` brings it back, and `undo` deletes it again.

    The ID is the end of its line, or the whole id.
    """
    if not words:
        _list(session, as_json)
    elif words[0] == "restore" and len(words) == 2:
        _bring_back(session, words[1], as_json)
    else:
        raise Misused("`trash` lists what was deleted, `trash restore ID` brings one back.")


def _list(session: Session, as_json: bool) -> None:
    journal, today = session.journal, session.clock().date()
    found = journal.trashed()
    if as_json:
        say_json({"trash": [_shape(journal, one) for one in found]})
        return
    for one in found:
        merged = " · made one with another page" if one.merged else ""
        about = f"{one.kind} · deleted {say_day(one.deleted.date(), today)}{merged} · {short_id(one.id)}"
        for line in wrapped(f"{journal.title_of(one)} · {about}", indent="    ", first="  "):
            say(line)
    if found:
        tell(f"`netjournal trash restore ID` brings one back. After {WHOLE} days they go for good.")
    else:
        tell("The trash is empty.")


def _bring_back(session: Session, id: str, as_json: bool) -> None:
    journal = session.journal
    one = _meant(journal, journal.trashed(), id)
    title = journal.title_of(one)
    journal.bring_back(one, now=session.clock())
    if as_json:
        say_json({"restored": one.kind, "id": one.id, "title": title})
    else:
        say(f"{title} is in the journal again.")
        tell("`netjournal undo` moves it to the trash again.")


def _meant(journal: Journal, found: Sequence[Trashed], id: str) -> Trashed:
    tail = id.upper()
    fitting = [one for one in found if len(tail) >= _SHORTEST_TAIL and one.id.endswith(tail)]
    if not fitting:
        raise JournalError(
            f"Nothing in the trash has the id {id}.", "`netjournal trash` lists what there is."
        )
    if len(fitting) > 1:
        lines = [f"{journal.title_of(one)}  {one.id}" for one in fitting]
        raise Unclear(f"Several things in the trash have an id that ends in {id}:", lines, "Type more of it.")
    return fitting[0]


def _shape(journal: Journal, one: Trashed) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "title": journal.title_of(one),
        "from": one.shelf,
        "deleted": one.deleted.isoformat(),
        "until": one.until.isoformat(),
        "merged": one.merged or None,
        "document": one.document,
    }
