"""`import`: the people of an address book, and what another journal holds."""

from __future__ import annotations

from pathlib import Path

import click

from netjournal.cli.coming import Coming, coming
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.progress import Progress
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.telling_apart import Asking, Knowledge
from netjournal.cli.typing_in import at_terminal
from netjournal.exchange.arriving import Arrival, sort_people
from netjournal.exchange.cards import kept_card
from netjournal.exchange.matching import Candidate, Matching, Plan
from netjournal.exchange.reading import read_volume
from netjournal.store.files import signature
from netjournal.store.journal import Journal

_TOLD = 12
"""How many candidates and warnings are told one by one."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--no-ask", is_flag=True, help="Leave out who may be somebody you know, without asking.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def bring_in(session: Session, file: Path, dry_run: bool, no_ask: bool, as_json: bool) -> None:
    """Bring in the people of FILE: vCards, a folder of them, or a table of Google, Outlook or LinkedIn.

    Or a journal: the JSON of `export journal`, that of `jrnl --format json`, a friends.md.

    Who is in your journal already gets what is new; nothing you wrote is replaced. Where it is not sure
    who is meant you are asked.
    """
    now = session.clock()
    with Progress() as progress:
        volume = read_volume(file, now, progress.read)
        journal = _journal(session, dry_run)
        known = [kept_card(person, raw) for person, raw in journal.everyone()] if journal else []
        people = sort_people(volume, known)
        matching = Matching((*known, *people.fresh), people.alike, progress.compared)
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
        _tell(found, dry_run)


def _journal(session: Session, dry_run: bool) -> Journal | None:
    """The journal; a dry run does not even begin one."""
    if dry_run and signature(session.places.journal / "journal.json") is None:
        return None
    return session.journal


def _ask(session: Session, matching: Matching, plan: Plan) -> None:
    """Have somebody tell who the candidates are."""
    journal, now = session.journal, session.clock()
    known = len(plan.updated) + plan.unchanged
    tell(f"New: {len(plan.created):,} · known: {known:,} · nothing is written yet.")
    tell(f"{_people(len(plan.candidates))} may be somebody you know. Who are they?")
    last = {person.id: person.last for person in journal.people()}
    matching.settle(Asking(Knowledge(last, now.date(), lambda: journal.new_id(now))))
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


def _tell(found: Coming, dry_run: bool) -> None:
    plan, warnings = found.plan, found.warnings
    say(f"New in your journal: {found.created:,}")
    say(f"Known, with something added: {len(found.updated):,}")
    say(f"Known, nothing to add: {found.unchanged:,}")
    say(f"Perhaps known, left out: {len(plan.candidates):,}")
    for candidate in plan.candidates[:_TOLD]:
        say(f"  {_perhaps(candidate)}")
    if len(plan.candidates) > _TOLD:
        say(f"  and {len(plan.candidates) - _TOLD:,} more")
    for name, arrival in (("Entries", found.entries), ("Introductions", found.introductions)):
        if any((arrival.created, arrival.unchanged, arrival.waiting)):
            waiting = f" · waiting: {len(arrival.waiting):,}" if arrival.waiting else ""
            say(f"{name}, new: {len(arrival.created):,} · there already: {arrival.unchanged:,}{waiting}")
    if found.skipped:
        why = "they do not fit" if found.volume.entries else "they tell of nobody"
        say(f"Skipped, {why}: {found.skipped:,}")
    for where, what in warnings[:_TOLD]:
        tell(f"{where}: {what}")
    if len(warnings) > _TOLD:
        tell(f"and {len(warnings) - _TOLD:,} more; --json lists them all.")
    if plan.candidates:
        tell("At a terminal, `netjournal import` of this file asks who those are that were left out.")
    if dry_run:
        tell("Nothing was written. Without --dry-run it will be.")
    elif found.changes or found.additions or found.whole:
        tell("`netjournal undo` takes it back.")


def _perhaps(candidate: Candidate) -> str:
    card, people, why = candidate
    names = " or ".join(
        " · ".join(part for part in (person.name, person.organisation, person.place) if part)
        for person in people[:3]
    )
    return f"{card.contact.name} ({card.where}): {why}. Is it {names}?"


def _people(count: int) -> str:
    return "One of the file" if count == 1 else f"{count:,} of the file"
