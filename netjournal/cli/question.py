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
from netjournal.practice.following_up import FollowUp, after_reply, read_reply

_KEYS = "A line answers, Enter alone leaves it, /1 to /5 at its end rates how you showed up, ? says why."


def ask(session: Session, entry: Interaction, why: str, follow_up: FollowUp | None = None) -> None:
    """Ask the question of `entry`, keep the answer, and say what was answered in this theme before.

    `why` is told when somebody types ``?``; y or n alone is said to the `follow_up`, if there is one. What is
    typed survives whatever ends the typing.
    """
    reflection = _reflection(entry)
    journal, draft = session.journal, _draft(entry)
    if follow_up is not None:
        _tell(f"{follow_up.words} y or n says so; then, or instead:")
    _tell(f"{DIMENSION_NAMES[reflection.dimension]} · {reflection.question}")
    if not journal.themes().keys() - {"asked"}:
        tell(_KEYS)
    while True:
        line = read_line(start=journal.drafts.get(draft), keep=lambda text: journal.drafts.keep(draft, text))
        reply = read_reply(line) if line is not None and follow_up is not None else None
        if line is None or not (asks_why(line) or reply is not None):
            break
        journal.drafts.drop(draft)
        if follow_up is not None and reply is not None:
            now = session.clock()
            journal.change(follow_up.entry, after_reply(follow_up, reply, now), now=now, kind="answer")
            follow_up = None
            tell("Noted.")
        else:
            _tell(f"{why} {_KEYS}")
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


def _tell(text: str) -> None:
    for row in wrapped(text):
        tell(row)


def _reflection(entry: Interaction) -> Reflection:
    assert entry.reflection is not None
    return entry.reflection


def _draft(entry: Interaction) -> str:
    return f"answer-{entry.id}"
