"""The one question after an entry, asked and answered at the terminal."""

from __future__ import annotations

from netjournal.cli.layout import wrapped
from netjournal.cli.output import tell
from netjournal.cli.session import Session
from netjournal.cli.typing_in import read_line
from netjournal.errors import JournalError
from netjournal.model import Interaction, Reflection
from netjournal.practice.answering import DIMENSION_NAMES, answered, asks_why
from netjournal.practice.echo import say_kept

_KEYS = "A line answers, Enter alone leaves it, /1 to /5 at its end rates how you showed up, ? says why."


def ask(session: Session, entry: Interaction, why: str) -> None:
    """Ask the question of `entry`, keep the answer, and say what was answered in this theme before.

    `why` is told when somebody types ``?``. What is typed survives whatever ends the typing.
    """
    reflection = _reflection(entry)
    journal, draft = session.journal, _draft(entry)
    for row in wrapped(f"{DIMENSION_NAMES[reflection.dimension]} · {reflection.question}"):
        tell(row)
    if not journal.themes().keys() - {"asked"}:
        tell(_KEYS)
    while True:
        line = read_line(start=journal.drafts.get(draft), keep=lambda text: journal.drafts.keep(draft, text))
        if line is None or not asks_why(line):
            break
        journal.drafts.drop(draft)
        for row in wrapped(f"{why} {_KEYS}"):
            tell(row)
    if line is None:
        return
    kept = keep_answer(session, entry, line)
    if kept.reflection is not None and kept.reflection.status == "answered":
        tell_kept(session, kept, before=entry)


def keep_answer(session: Session, entry: Interaction, line: str) -> Interaction:
    """Write what `line` says; if that fails, it is kept as the draft of the answer."""
    journal, now = session.journal, session.clock()
    try:
        reflection = answered(_reflection(entry), line, now)
        kept = entry if reflection == entry.reflection else journal.reflect(entry, reflection, now=now)
    except JournalError:
        journal.drafts.keep(_draft(entry), line)
        raise
    journal.drafts.drop(_draft(entry))
    return kept


def tell_kept(session: Session, entry: Interaction, *, before: Interaction) -> None:
    """Say that it is kept, what was answered before, whom one might tell, and what it counts toward."""
    earlier = session.journal.earlier_answer(entry)
    names = session.journal.names(earlier.people) if earlier else {}
    today = session.clock().date()
    counted = session.journal.counts_toward(entry, today, session.settings.fields, before=before)
    told = session.journal.line_to_tell(entry, today, before=before)
    for words in (say_kept(earlier, names, today), told, *(one.words for one in counted)):
        for line in wrapped(words) if words else ():
            tell(line)


def _reflection(entry: Interaction) -> Reflection:
    assert entry.reflection is not None
    return entry.reflection


def _draft(entry: Interaction) -> str:
    return f"answer-{entry.id}"
