"""`import`: the people of an address book."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.progress import Progress
from netjournal.cli.session import Session
from netjournal.exchange.cards import Brought, Card, Warned, kept_card, kept_fields
from netjournal.exchange.matching import Candidate, Plan, match
from netjournal.exchange.reading import read_people
from netjournal.store.files import signature
from netjournal.store.taking_in import Addition, Alteration

_TOLD = 12
"""How many candidates and warnings are told one by one."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def bring_in(session: Session, file: Path, dry_run: bool, as_json: bool) -> None:
    """Bring in the people of FILE: vCards, a folder of them, or a table of Google, Outlook or LinkedIn.

    Who is in your journal already gets what is new; nothing you wrote is replaced.
    """
    with Progress() as progress:
        brought = read_people(file, progress.read)
        plan = match(_known(session, dry_run), brought.people, progress.compared)
        if not dry_run:
            _write(session, plan, f"{len(plan.created)} new, {len(plan.updated)} changed from {file.name}")
    warnings = [*brought.warnings, *plan.warnings]
    if as_json:
        say_json(
            {
                "created": len(plan.created),
                "updated": len(plan.updated),
                "unchanged": plan.unchanged,
                "candidates": len(plan.candidates),
                "skipped": brought.skipped,
                "warnings": [warned._asdict() for warned in warnings],
            }
        )
    else:
        _tell(brought, plan, warnings, dry_run)


def _known(session: Session, dry_run: bool) -> Sequence[Card]:
    """Everyone in the journal; a dry run does not even begin one."""
    if dry_run and signature(session.places.journal / "journal.json") is None:
        return ()
    return [kept_card(person, raw) for person, raw in session.journal.everyone()]


def _write(session: Session, plan: Plan, title: str) -> None:
    created = [Addition(card.contact, kept_fields(card)) for card in plan.created]
    changes = [Alteration(old.contact, new.contact, kept_fields(new)) for old, new in plan.updated]
    if created or changes:
        session.journal.take_in(created, changes, title=title, now=session.clock())


def _tell(brought: Brought, plan: Plan, warnings: Sequence[Warned], dry_run: bool) -> None:
    say(f"New in your journal: {len(plan.created)}")
    say(f"Known, with something added: {len(plan.updated)}")
    say(f"Known, nothing to add: {plan.unchanged}")
    say(f"Perhaps known, left out: {len(plan.candidates)}")
    for candidate in plan.candidates[:_TOLD]:
        say(f"  {_perhaps(candidate)}")
    if len(plan.candidates) > _TOLD:
        say(f"  and {len(plan.candidates) - _TOLD} more")
    if brought.skipped:
        say(f"Skipped, they tell of nobody: {brought.skipped}")
    for where, what in warnings[:_TOLD]:
        tell(f"{where}: {what}")
    if len(warnings) > _TOLD:
        tell(f"and {len(warnings) - _TOLD} more; --json lists them all.")
    if dry_run:
        tell("Nothing was written. Without --dry-run it will be.")
    elif plan.created or plan.updated:
        tell("`netjournal undo` takes it back.")


def _perhaps(candidate: Candidate) -> str:
    card, people, why = candidate
    names = ", ".join(
        " · ".join(part for part in (person.name, person.organisation, person.place) if part)
        for person in people[:3]
    )
    return f"{card.contact.name} ({card.where}): {why}. Is it {names}?"
