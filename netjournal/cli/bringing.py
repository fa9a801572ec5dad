"""`import`: the people of an address book."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from netjournal.cli.output import say, say_json, tell
from netjournal.cli.progress import Progress
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape
from netjournal.cli.telling_apart import Asking, Knowledge
from netjournal.cli.typing_in import at_terminal
from netjournal.exchange.cards import Brought, Card, kept_card, kept_fields
from netjournal.exchange.matching import Candidate, Matching, Plan, Update
from netjournal.exchange.reading import read_people
from netjournal.store.files import signature
from netjournal.store.taking_in import Addition, Alteration

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

    Who is in your journal already gets what is new; nothing you wrote is replaced. Where it is not sure
    who is meant you are asked.
    """
    with Progress() as progress:
        brought = read_people(file, progress.read)
        matching = Matching(_known(session, dry_run), brought.people, progress.compared)
        plan = matching.plan()
        if plan.candidates and at_terminal() and not (dry_run or no_ask or as_json):
            progress.clear()
            plan = _asked(session, matching, plan)
        if not dry_run:
            progress.writing(len(plan.created) + len(plan.updated))
            _write(session, plan, file.name)
    if as_json:
        say_json(_shape(brought, plan))
    else:
        _tell(brought, plan, dry_run)


def _known(session: Session, dry_run: bool) -> Sequence[Card]:
    """Everyone in the journal; a dry run does not even begin one."""
    if dry_run and signature(session.places.journal / "journal.json") is None:
        return ()
    return [kept_card(person, raw) for person, raw in session.journal.everyone()]


def _asked(session: Session, matching: Matching, plan: Plan) -> Plan:
    """The plan after somebody told who the candidates are."""
    journal, now = session.journal, session.clock()
    known = len(plan.updated) + plan.unchanged
    tell(f"New: {len(plan.created):,} · known: {known:,} · nothing is written yet.")
    tell(f"{_people(len(plan.candidates))} may be somebody you know. Who are they?")
    last = {person.id: person.last for person in journal.people()}
    matching.settle(Asking(Knowledge(last, now.date(), lambda: journal.new_id(now))))
    tell("")
    return matching.plan()


def _write(session: Session, plan: Plan, name: str) -> None:
    created = [Addition(card.contact, kept_fields(card)) for card in plan.created]
    changes = [_alteration(update) for update in (*plan.updated, *plan.parted)]
    title = f"{len(plan.created):,} new, {len(plan.updated):,} changed from {name}"
    if created or changes:
        session.journal.take_in(created, changes, title=title, now=session.clock())


def _alteration(update: Update) -> Alteration:
    return Alteration(update.before.contact, update.after.contact, kept_fields(update.after))


def _shape(brought: Brought, plan: Plan) -> Shape:
    """Counts, with the warnings, and who is unsure, one by one."""
    return {
        "created": len(plan.created),
        "updated": len(plan.updated),
        "unchanged": plan.unchanged,
        "candidates": len(plan.candidates),
        "skipped": brought.skipped,
        "warnings": [warned._asdict() for warned in (*brought.warnings, *plan.warnings)],
        "unsure": [_unsure(candidate) for candidate in plan.candidates],
    }


def _unsure(candidate: Candidate) -> Shape:
    card, people, why = candidate
    perhaps = [{"id": person.id or None, "name": person.name} for person in people]
    return {"where": card.where, "name": card.contact.name, "why": why, "people": perhaps}


def _tell(brought: Brought, plan: Plan, dry_run: bool) -> None:
    warnings = (*brought.warnings, *plan.warnings)
    say(f"New in your journal: {len(plan.created):,}")
    say(f"Known, with something added: {len(plan.updated):,}")
    say(f"Known, nothing to add: {plan.unchanged:,}")
    say(f"Perhaps known, left out: {len(plan.candidates):,}")
    for candidate in plan.candidates[:_TOLD]:
        say(f"  {_perhaps(candidate)}")
    if len(plan.candidates) > _TOLD:
        say(f"  and {len(plan.candidates) - _TOLD:,} more")
    if brought.skipped:
        say(f"Skipped, they tell of nobody: {brought.skipped:,}")
    for where, what in warnings[:_TOLD]:
        tell(f"{where}: {what}")
    if len(warnings) > _TOLD:
        tell(f"and {len(warnings) - _TOLD:,} more; --json lists them all.")
    if plan.candidates:
        tell("At a terminal, `netjournal import` of this file asks who those are that were left out.")
    if dry_run:
        tell("Nothing was written. Without --dry-run it will be.")
    elif plan.created or plan.updated or plan.parted:
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
