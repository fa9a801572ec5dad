"""`import`: the people of an address book, and what another journal holds."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from netjournal.cli.coming import Coming, coming
from netjournal.cli.output import say_json, tell
from netjournal.cli.progress import Progress
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.telling_apart import Asking, Knowledge
from netjournal.cli.telling_import import tell_import
from netjournal.cli.typing_in import at_terminal
from netjournal.exchange.arriving import Arrival, sort_people
from netjournal.exchange.cards import kept_card
from netjournal.exchange.matching import Candidate, Matching, Plan
from netjournal.exchange.reading import read_volume
from netjournal.store.files import signature
from netjournal.store.journal import Journal


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--no-ask", is_flag=True, help="Leave out who may be somebody you know, without asking.")
@click.option("--all", "whole", is_flag=True, help="List everyone, not only the first of them.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def bring_in(session: Session, file: Path, dry_run: bool, no_ask: bool, whole: bool, as_json: bool) -> None:
    """Bring in the people of FILE: vCards, a folder of them, or a table of Google, Outlook or LinkedIn.

    Or a journal: the JSON of `export journal`, that of `jrnl --format json`, a friends.md.

    Who is in your journal already gets what is new; nothing you wrote is replaced. Where it is not sure
    who is meant you are asked.
    """
    now = session.clock()
    with Progress() as progress:
        with _telling_when_left(progress):
            volume = read_volume(file, now, progress.read)
            journal = _journal(session, dry_run)
            known = [kept_card(person, raw) for person, raw in journal.everyone()] if journal else []
            people = sort_people(volume, known)
            merged = journal.merged_people() if journal else {}
            matching = Matching((*known, *people.fresh), people.alike, progress.compared, merged)
            plan = matching.plan()
            if plan.candidates and at_terminal() and not (dry_run or no_ask or as_json):
                progress.clear()
                _ask(session, matching, plan)
            found = coming(journal, volume, people, known, matching, now)
        if not dry_run:
            progress.writing(found.created + len(found.updated))
            _write(session, found, file.name)
    if as_json:
        say_json(_shape(found))
    else:
        tell_import(found, dry_run=dry_run, whole=whole)


def _journal(session: Session, dry_run: bool) -> Journal | None:
    """The journal; a dry run does not even begin one."""
    if dry_run and signature(session.places.journal / "journal.json") is None:
        return None
    return session.journal


@contextlib.contextmanager
def _telling_when_left(progress: Progress) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        progress.clear()
        tell("Nothing was written.")
        raise


def _ask(session: Session, matching: Matching, plan: Plan) -> None:
    """Have somebody tell who the candidates are."""
    journal, now = session.journal, session.clock()
    known = len(plan.updated) + plan.unchanged
    tell(f"New: {len(plan.created):,} · known: {known:,} · nothing is written yet.")
    tell(f"{_people(len(plan.candidates))} may be somebody you know. Who are they?")
    last = {person.id: person.last for person in journal.people()}
    asking = Asking(Knowledge(last, now.date(), lambda: journal.new_id(now)))
    matching.settle(asking)
    if asking.left:
        tell(f"Left the other {asking.left:,}." if asking.left > 1 else "Left the last one.")
    tell("")


def _write(session: Session, found: Coming, name: str) -> None:
    entries = len(found.entries.created)
    written = f", {entries:,} {'entry' if entries == 1 else 'entries'}" if entries else ""
    title = f"{found.created:,} new, {len(found.updated):,} changed{written} from {name}"
    additions, changes, whole = found.additions, found.changes, found.whole
    if additions or changes or whole:
        session.journal.take_in(additions, changes, whole, title=title, now=session.clock())


def _shape(found: Coming) -> Shape:
    """Counts, with the warnings, and who is unsure, one by one."""
    return {
        "created": found.created,
        "updated": len(found.updated),
        "unchanged": found.unchanged,
        "candidates": len(found.plan.candidates),
        "skipped": found.skipped,
        "interactions": _arrived(found.entries),
        "introductions": _arrived(found.introductions),
        **{name: _arrived(arrival) for name, arrival in found.aims.items()},
        "warnings": [warned._asdict() for warned in found.warnings],
        "unsure": [_unsure(candidate) for candidate in found.plan.candidates],
    }


def _arrived(arrival: Arrival) -> Shape:
    waiting = len(arrival.waiting)
    return {"created": len(arrival.created), "unchanged": arrival.unchanged, "waiting": waiting}


def _unsure(candidate: Candidate) -> Shape:
    card, people, why = candidate
    perhaps = [{"id": person.id or None, "name": person.name} for person in people]
    return {"where": card.where, "name": card.contact.name, "why": why, "people": perhaps}


def _people(count: int) -> str:
    return "One of the file" if count == 1 else f"{count:,} of the file"
