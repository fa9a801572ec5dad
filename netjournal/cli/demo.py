"""`demo`: a made-up journal to look around in."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click

from netjournal.cli.output import say, say_json
from netjournal.cli.root import FOLDER, folder, need_terminal
from netjournal.cli.session import Session
from netjournal.errors import JournalError
from netjournal.store.journal import Journal
from netjournal.store.places import Places


@click.command()
@click.option("--into", metavar="DIR", type=FOLDER, callback=folder, help="Only write it, into a new folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, with --into.")
@click.pass_obj
def demo(session: Session, into: Path | None, as_json: bool) -> None:
    """Look around in a made-up journal of two years; what you do there is gone when you leave."""
    if into is not None:
        _write(session, into, as_json)
        return
    need_terminal()
    from netjournal.tui import run

    with tempfile.TemporaryDirectory(prefix="netjournal-demo-", ignore_cleanup_errors=True) as name:
        places = _places(Path(name))
        own = session.own
        for path in (own.settings_file, *own.prompt_files()):
            _copy(path, places.config / path.relative_to(own.settings_file.parent))
        with contextlib.closing(_filled(session, places)) as journal:
            code = run(journal, session.settings, session.clock)
    raise click.exceptions.Exit(code)


def _places(parent: Path) -> Places:
    return Places(parent / "journal", parent / "state", parent / "cache", parent / "config")


def _copy(path: Path, to: Path) -> None:
    """What one sets in the demo is gone with it."""
    with contextlib.suppress(OSError):
        data = path.read_bytes()
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(data)


def _write(session: Session, into: Path, as_json: bool) -> None:
    into = into.expanduser().absolute()
    if os.path.lexists(into) and not _is_empty(into):
        what = "holds a journal" if (into / "journal.json").exists() else "is not an empty folder"
        raise JournalError(f"{into} {what}, so nothing was written.", "Name a new folder.")
    from netjournal.store.known import no_longer_known

    places = session.places._replace(journal=into)
    no_longer_known(places)  # an earlier one may have been removed
    _filled(session, places).close()
    if as_json:
        say_json({"journal": str(into)})
    else:
        say(f"A made-up journal is in {into}.")


def _is_empty(path: Path) -> bool:
    try:
        return not any(path.iterdir())
    except OSError as error:
        raise JournalError(f"{path} cannot be read: {error.strerror}.") from error


def _filled(session: Session, places: Places) -> Journal:
    from netjournal.demo import make

    now = session.clock()
    people, entries = make(now)
    journal = Journal.open(places, now)
    journal.bring(people, entries, title="a made-up journal", now=now)
    return journal
