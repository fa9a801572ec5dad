"""What the shell offers when somebody presses tab: people, with when they were met last."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.session import Session
from netjournal.errors import JournalError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from netjournal.model import Acquaintance

_MOST = 50
_FROM_LETTERS = 2


def people_named(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """People for an argument that names one; the words of the name typed before count too."""
    before = context.params.get(parameter.name or "") or ()
    return _items(context, (*before, incomplete))


def pair_named(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """People for an argument that names two: the words after an `and`, or each word by itself."""
    before = list(context.params.get(parameter.name or "") or ())
    begun = next((before[at + 1 :] for at in reversed(range(len(before))) if before[at] == "and"), before)
    return _items(context, (*begun, incomplete)) or _items(context, (incomplete,))


def people_in_text(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """People for a word of a text: after an ``@``, or from its second letter on."""
    if incomplete.startswith("@"):
        return _items(context, (incomplete[1:],), sign="@")
    return _items(context, (incomplete,)) if len(incomplete) >= _FROM_LETTERS else []


def _items(context: click.Context, typed: Sequence[str], sign: str = "") -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    from netjournal.language.days.words import say_ago
    from netjournal.language.visible import visible

    session = Session(_given(context))
    try:
        if not (session.places.journal / "journal.json").exists():
            return []
        today = session.clock().date()
        with contextlib.closing(session.open()) as journal:
            people = journal.people()
        items = []
        for person, value in _answering(people, typed):
            met = f"last met {say_ago(person.last, today)}" if person.last else "not met yet"
            if visible(value) == value:
                items.append(CompletionItem(f"{sign}{value}", help=met))
        return items[:_MOST]
    except JournalError:
        return []  # what is wrong is told when the command is run


def _answering(people: Sequence[Acquaintance], typed: Sequence[str]) -> Iterator[tuple[Acquaintance, str]]:
    """Those whose name or nickname goes on from `typed`, with what is to stand in place of its last word."""
    from netjournal.language.folding import fold

    wanted = fold(" ".join(typed))
    done = len(" ".join(typed[:-1]).split())
    for person in sorted(people, key=lambda person: (person.last is None, -_ordinal(person), person.name)):
        for name in (person.name, *person.nicknames):
            key = fold(name)
            if key.startswith(wanted) or (not done and f" {wanted}" in key):
                yield person, " ".join(name.split()[done:])
                break


def _ordinal(person: Acquaintance) -> int:
    return person.last.toordinal() if person.last else 0


def _given(context: click.Context) -> Path | None:
    journal = context.find_root().params.get("journal")
    return Path(journal) if journal else None
