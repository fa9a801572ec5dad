"""`reflect`: answer a question that waits."""

from __future__ import annotations

import click
import msgspec

from netjournal.cli.entries import entry_lines
from netjournal.cli.mending import mended
from netjournal.cli.output import say, say_json
from netjournal.cli.question import ask, keep_answer, tell_kept
from netjournal.cli.session import Session
from netjournal.cli.shapes import reflection_shape
from netjournal.cli.typing_in import at_terminal, read_stdin
from netjournal.cli.whom import find_entry
from netjournal.errors import JournalError, Misused
from netjournal.language.days.words import say_day
from netjournal.model import Interaction, short_id
from netjournal.practice.answering import rating_alone, read_answer, say_too_short, scale_for, wish
from netjournal.practice.themes import DIMENSION_NAMES

_ALONE = "Without an ANSWER it asks; there ?, s, l and m alone say what you wish."


@click.command()
@click.argument("id", required=False)
@click.argument("answer", nargs=-1)
@click.option("--private/--public", default=None, help="Keep the answer to yourself, or not any more.")
@click.option("--question", metavar="THEME", default="", help="Move the answer to a question of this theme.")
@click.option(
    "--energy",
    type=click.IntRange(1, 5),
    metavar="1-5",
    help="What it did to your energy: 1 drained, 5 charged; for any entry.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document, and ask nothing.")
@click.pass_obj
def reflect(
    session: Session,
    id: str | None,
    answer: tuple[str, ...],
    private: bool | None,
    question: str,
    energy: int | None,
    as_json: bool,
) -> None:
    """Answer the question of the entry ID, by default the one that was asked last.

    Without an ANSWER it is asked for; `-` reads it from stdin. A trailing /1 to /5 rates how you showed up,
    a leading p: keeps the answer to yourself, what follows a > is promised too. For an entry that was asked
    nothing, of an import or with --no-ask, a question is chosen.
    """
    if id is not None and not id.isalnum():
        answer = (id, *answer)
        id = None
    entry = before = _entry(session, id, asked=bool(answer or question) or private is not None)
    if answer:
        entry = keep_answer(session, entry, _line(entry, answer))
    is_mended = private is not None or bool(question) or energy is not None
    if is_mended:
        entry = mended(session, entry, private, question, energy)
    if before.reflection is None and not is_mended:
        _ask_first(session, entry, as_json=as_json)
    elif as_json:
        _say_as_json(session, entry)
    elif answer:
        tell_kept(session, entry, before=before)
    elif at_terminal() and not is_mended:
        _show(session, msgspec.structs.replace(entry, reflection=None))
        ask(session, entry, _why(session, entry))
    else:
        _show(session, entry)


def _line(entry: Interaction, answer: tuple[str, ...]) -> str:
    """The answer that was given; raises Misused if it says nothing."""
    line = read_stdin().strip() if answer == ("-",) else " ".join(answer)
    if read_answer(line).is_empty or wish(line):
        raise Misused("There is nothing in that answer.", _ALONE if wish(line) else "")
    line = rating_alone(line, scale_for(entry.reflection, entry) if entry.reflection else None)
    if say_too_short(line):
        what = "number" if line.strip().isdecimal() else "letter"
        raise Misused(f"One {what} alone is not kept as an answer.", "Write a word or two.")
    return line


def _ask_first(session: Session, entry: Interaction, *, as_json: bool) -> None:
    """Ask an entry without a question one that is chosen now; with nobody there to answer it waits."""
    now = session.clock()
    found = session.journal.first_question(entry, prompts=session.prompts, settings=session.settings, now=now)
    if found is None:
        raise JournalError("No question fits this entry.")
    choice, reflection = found
    if as_json or not at_terminal():
        entry = session.journal.reflect(entry, reflection, now=now)
        if as_json:
            _say_as_json(session, entry)
        else:
            _show(session, entry)
    else:
        _show(session, entry)
        ask(session, msgspec.structs.replace(entry, reflection=reflection), choice.why, is_kept=False)


def _say_as_json(session: Session, entry: Interaction) -> None:
    earlier = session.journal.earlier_answer(entry)
    people = (*entry.people, *(earlier.people if earlier else ()))
    say_json(reflection_shape(entry, session.journal.names(people), earlier))


def _entry(session: Session, id: str | None, *, asked: bool) -> Interaction:
    journal = session.journal
    if id is None:
        newest = journal.newest_asked(session.clock().date())
        if newest is None:
            raise JournalError("No question is waiting for you.")
        return newest
    entry = find_entry(journal, id, session.clock().date())
    if asked and entry.reflection is None:
        raise JournalError(
            "This entry was never asked a question.", f"`netjournal reflect {short_id(entry.id)}` asks one."
        )
    return entry


def _show(session: Session, entry: Interaction) -> None:
    names, today = session.journal.names(entry.people), session.clock().date()
    for line in entry_lines(entry, names, today, when=say_day(entry.date, today)):
        say(line)


def _why(session: Session, entry: Interaction) -> str:
    assert entry.reflection is not None
    day = say_day(entry.reflection.asked.date(), session.clock().date())
    return f"It was asked on {day}; its theme is {DIMENSION_NAMES[entry.reflection.dimension]}."
