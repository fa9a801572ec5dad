"""What a journal keeps, and on which shelf."""

from __future__ import annotations

from collections.abc import Mapping

from netjournal.model import Contact, Destination, Event, Goal, Interaction, Introduction

Kept = Contact | Interaction | Introduction | Goal | Destination | Event

_SHELVES: Mapping[type[Kept], str] = {
    Contact: "contacts",
    Introduction: "introductions",
    Goal: "goals",
    Destination: "destinations",
    Event: "events",
}


def shelf_of(document: Kept) -> str:
    """The name of the shelf that a document stands on."""
    if isinstance(document, Interaction):
        return f"months/{document.month}"
    return _SHELVES[type(document)]
