"""`sync`: one journal on all of one's machines."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.errors import JournalError, Misused
from netjournal.language.entry_words import shortened

if TYPE_CHECKING:
    from netjournal.store.journal import Journal
    from netjournal.store.merging_documents import Loss
    from netjournal.store.merging_in import Incoming
    from netjournal.store.syncing import Synced

_SOME = 10
_WORDS = 60
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("remote", required=False, default="", metavar="[REMOTE]")
@click.option("--removed", is_flag=True, help="What is gone since the last sync was meant to go.")
@click.option("--driver", type=(_FILE, _FILE, _FILE, str), hidden=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def sync(
    session: Session,
    remote: str,
    removed: bool,
    driver: tuple[Path, Path, Path, str] | None,
    as_json: bool,
) -> None:
    """Take in what your other machines wrote, and hand them what is new here, through a git remote of yours.

    REMOTE, the first time, is its address: that of an empty repository that only you can read. Where both
    changed the same, the later one stands and the other is in the trash. Copies that a shared folder made
    are merged too.
    """
    if driver is not None:
        _merge_file(session, driver)
        return
    now, journal = session.clock(), session.journal
    copies, incoming = journal.take_in_copies(now=now)
    done = journal.sync(
        now=now, environment=os.environ, driver=_driver(), remote=_address(remote), removed=removed
    )
    if done is None and not copies:
        raise JournalError(
            "This journal is on this machine alone.",
            "`netjournal sync REMOTE` syncs it with a git repository of yours: me@example.org:journal.git.",
        )
    if done is not None:
        incoming = incoming.with_more(done.incoming)
    journal.refresh()
    if as_json:
        say_json(_shape(done, incoming, [copy.path.name for copy in copies]))
        return
    if copies:
        what = "A copy" if len(copies) == 1 else f"{len(copies):,} copies"
        say(f"{what} that a shared folder had made: merged and put aside.")
    if done is not None:
        _say(done, incoming)
    _tell_kept(journal, incoming)


def _merge_file(session: Session, driver: tuple[Path, Path, Path, str]) -> None:
    """Merge one file, as git asks of whoever merges by hand."""
    from netjournal.store.merge_driver import merged_file

    git = Path(os.environ.get("GIT_DIR", ".git"))
    try:
        merged_file(*driver, git, session.clock())
    except OSError as error:
        raise JournalError(f"{driver[3]} could not be merged: {error.strerror}.") from error


def _driver() -> str:
    """The command by which git merges a file."""
    return f"{shlex.join([sys.executable, '-m', 'netjournal', 'sync', '--driver'])} %O %A %B %P"


def _address(remote: str) -> str:
    """The address of a remote; a folder in full, since it is read from elsewhere."""
    if remote and remote != remote.strip():
        raise Misused("That is no address of a git remote.")
    return str(Path(remote).absolute()) if remote and Path(remote).is_dir() else remote


def _say(done: Synced, incoming: Incoming) -> None:
    where = done.remote
    if done.is_new:
        say(f"This is the journal that is kept at {where}.")
    elif incoming.received:
        what = "1 person or entry" if incoming.received == 1 else f"{incoming.received:,} people and entries"
        say(f"From {where}: {what} new or changed.")
    if done.is_offline:
        say(f"{where} cannot be reached just now.")
        tell("What is new here is committed; the next `netjournal sync` hands it over.")
    elif done.sent:
        say(f"What was new here is at {where}.")
    elif not (done.is_new or incoming.received):
        say(f"All as it is at {where}.")


def _tell_kept(journal: Journal, incoming: Incoming) -> None:
    """What was written on two machines at once, and where the earlier one is."""
    if incoming.vanished:
        tell(f"{incoming.vanished:,} people and entries are gone there, though nobody deleted them.")
        tell("Here they are in the trash: `netjournal trash`, or `netjournal restore` for all of a day.")
    for shelf, id in incoming.returned[:_SOME]:
        tell(f"{_title(journal, shelf, id)}: deleted on one machine, changed on another, so it stays.")
    for loss in incoming.losses[:_SOME]:
        tell(f"{_title(journal, loss.shelf, loss.id)}, {loss.path}: {_beside(loss)}")
    more = len(incoming.losses[_SOME:]) + len(incoming.returned[_SOME:])
    if more:
        tell(f"… and {more:,} more; what was written earlier is in the trash.")


def _beside(loss: Loss) -> str:
    kept = f"“{_words(loss.kept)}” was written later" if loss.kept is not None else "it was taken out later"
    return f"{kept}; “{_words(loss.lost)}” is in the trash."


def _title(journal: Journal, shelf: str, id: str) -> str:
    try:
        if shelf == "contacts":
            return journal.person(id).name
        if shelf.startswith("months/"):
            entry = journal.interaction(id)
            return f"{entry.date} {shortened(entry.text, _WORDS)}".strip()
    except JournalError:
        pass
    return f"{shelf} {id[-4:]}"


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return shortened(" · ".join(_words(part) for part in value.values()), _WORDS)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return shortened(" · ".join(map(_words, value)), _WORDS)
    return shortened(str(value), _WORDS)


def _shape(done: Synced | None, incoming: Incoming, copies: list[str]) -> Shape:
    return {
        "remote": done.remote if done else None,
        "offline": done.is_offline if done else None,
        "sent": done.sent if done else False,
        "received": incoming.received,
        "copies": copies,
        "kept": [{"shelf": shelf, "id": id} for shelf, id in incoming.returned],
        "vanished": incoming.vanished,
        "in_trash": [loss._asdict() for loss in incoming.losses],
    }
