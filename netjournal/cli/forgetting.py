"""`forget`: everything about one person removed, for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, say_json, tell
from netjournal.cli.session import Session
from netjournal.cli.suggesting import people_named
from netjournal.cli.typing_in import at_terminal, read_line
from netjournal.cli.whom import find_anybody, wanted
from netjournal.errors import JournalError
from netjournal.language.folding import fold
from netjournal.model import Contact
from netjournal.store.forgetting import Left, Toll

_MOST_LEFT = 10


@click.command()
@click.argument("name", nargs=-1, required=True, shell_complete=people_named)
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.pass_obj
def forget(session: Session, name: tuple[str, ...], dry_run: bool, yes: bool, as_json: bool) -> None:
    """Remove everything about the person called NAME, for good; in notes on others they become "someone".

    This cannot be undone. `export NAME` writes everything down first; `delete` only moves them to the trash.
    """
    journal, now = session.journal, session.clock()
    person = find_anybody(journal, wanted(name), now.date())
    toll = journal.toll(person.id, now=now)
    if not as_json:
        for line in _lines(person, toll):
            say(line)
    if not dry_run:
        if not yes:
            _ask(person)
        toll = journal.forget(person.id, now=now)
    if as_json:
        counts = {key: value for key, value in toll._asdict().items() if key not in ("backups", "left")}
        where = {
            "backups": [str(path) for path in toll.backups],
            "left": [left._asdict() for left in toll.left],
        }
        say_json({"id": person.id, "forgotten": not dry_run, **counts, **where})
    elif dry_run:
        tell("Nothing was removed.")
    else:
        say("Their page and their name are gone from your journal.")


def _lines(person: Contact, toll: Toll) -> Iterator[str]:
    entries = toll.alone + toll.shared
    with_others = f", {toll.shared:,} of them with others, who keep theirs" if toll.shared else ""
    goes = (
        (entries, f"{_count(entries, 'entry', 'entries')}{with_others}"),
        (toll.mentions, f"their name in {_count(toll.mentions, 'other place', 'other places')}"),
        (toll.introductions, _count(toll.introductions, "introduction", "introductions")),
        (toll.trashed, f"{_count(toll.trashed, 'page or entry', 'pages and entries')} in the trash"),
        (toll.drafts, _count(toll.drafts, "draft", "drafts")),
        (toll.steps, f"{_count(toll.steps, 'change', 'changes')} that could be taken back"),
    )
    yield f"To forget {person.name} removes their page"
    for count, words in goes:
        if count:
            yield from wrapped(words, indent="    ", first="  and ")
    yield from wrapped(
        "It cannot be undone, and it does not reach copies of the journal: those you made, on other machines,"
        " in the backups of this one."
    )
    for path in toll.backups:
        yield from wrapped(str(path), indent="    ", first="  Look at ")
    if toll.left:
        yield from _left(toll.left)


def _left(left: Sequence[Left]) -> Iterator[str]:
    places = _count(len(left), "place keeps", "places keep")
    yield from wrapped(
        f"{places} a word of their name that may be an ordinary word, or somebody else's. Look yourself:"
    )
    for one in left[:_MOST_LEFT]:
        where = f"{one.title or one.shelf}{' in the trash' if one.shelf == 'trash' else ''}"
        yield from wrapped(f"{where} · {', '.join(one.words)} · {one.id}", indent="    ", first="  ")
    if len(left) > _MOST_LEFT:
        yield "  and more; --json lists them all."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _ask(person: Contact) -> None:
    """Raises JournalError unless somebody is there and types the name."""
    if not at_terminal():
        raise JournalError("Nothing was removed: nobody is here to ask.", "--yes removes it unasked.")
    tell(f"To forget them, type {person.name}.")
    answer = read_line(start="", keep=lambda _: None)
    if answer is None or fold(answer) != fold(person.name):
        raise JournalError("Nothing was removed: that is not their whole name.")
