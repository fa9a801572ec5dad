"""What is asked once about an event that is over, for every command that shows it."""

from __future__ import annotations

from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, tell
from netjournal.cli.session import Session
from netjournal.cli.shapes import Shape, filled
from netjournal.practice.events import Asking, Owed, say_asking
from netjournal.store.journal import Journal


def say_still(journal: Journal, asking: Asking) -> str:
    """The question."""
    return say_asking(asking, journal.names(asking.people))


def asking_shape(journal: Journal, asking: Asking) -> Shape:
    """The same as JSON, with the promises."""
    return {
        "event": filled(asking.event),
        "question": say_still(journal, asking),
        "promises": [owed_shape(one) for one in asking.owed],
    }


def owed_shape(one: Owed) -> Shape:
    """A promise, and the entry in which one made it."""
    due = one.promise.due
    return {"text": one.promise.text, "due": due and due.isoformat(), "interaction": one.entry.id}


def tell_still(session: Session) -> None:
    """The questions that stand today, and how they are answered."""
    journal = session.journal
    asked = journal.asked_of_events(session.clock().date())
    for asking in asked:
        for line in wrapped(say_still(journal, asking)):
            say(line)
    if asked:
        tell("`netjournal event still` answers: keep, move, or let go.")
