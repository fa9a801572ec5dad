"""An entry in words, the same in the shell and in the app."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from netjournal.language.day_words import say_due
from netjournal.model import Channel, Interaction, Promise

CHANNEL_WORDS: Mapping[Channel, str] = {
    "in_person": "in person",
    "call": "call",
    "video": "video",
    "message": "message",
    "email": "e-mail",
    "event": "event",
}


def say_who(entry: Interaction, names: Mapping[str, str]) -> str:
    """Those who took part; an entry of one's own has only oneself."""
    return ", ".join(names[id] for id in entry.people) or "You"


def say_tags(tags: tuple[str, ...]) -> str:
    """``#food #work:hiring``."""
    return " ".join(f"#{tag}" for tag in tags)


def about(entry: Interaction) -> tuple[str, ...]:
    """Channel, place and tags, as far as they are known."""
    parts = (CHANNEL_WORDS[entry.channel] if entry.channel else "", entry.place, say_tags(entry.tags))
    return tuple(part for part in parts if part)


def facts(entry: Interaction, today: dt.date) -> Iterator[tuple[str, str]]:
    """What was given, got, promised and felt, each with its label."""
    yield from (("gave", text) for text in entry.gave)
    yield from (("got", text) for text in entry.got)
    for promise in entry.promises:
        yield "promised" if promise.by == "me" else "they promised", say_promise(promise, today)
    felt = [f"{name} {value}/5" for name, value in (("mood", entry.mood), ("energy", entry.energy)) if value]
    if felt:
        yield "felt", ", ".join(felt)


def say_promise(promise: Promise, today: dt.date) -> str:
    """A promise with its day: ``send her the keel book · by Fri``."""
    if promise.kept:
        return f"{promise.text} · kept"
    return f"{promise.text} · by {say_due(promise.due, today)}" if promise.due else promise.text


def shortened(text: str, length: int) -> str:
    """`text` on one line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
