"""What is told after somebody was given a rhythm: whether it asks for more than one has talks for."""

from __future__ import annotations

from netjournal.cli.output import tell
from netjournal.cli.session import Session
from netjournal.model import Contact


def tell_load(session: Session, before: Contact | None, after: Contact) -> None:
    """Tell it, if there is anything to tell; `before` is None for someone new."""
    if words := session.journal.say_load(before, after, session.clock().date(), session.settings):
        tell(words)
