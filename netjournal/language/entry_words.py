"""An entry, and what is said of a person or a change, in words: the same in the shell and in the app."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from netjournal.language.days.words import MONTHS, say_ago, say_due
from netjournal.language.names.shortening import short_word
from netjournal.model import Birthday, Channel, Interaction, Promise

SOMEONE = "someone"
"""How a person is called whose name is not known, or nowhere in the journal any more."""

CHANNEL_WORDS: Mapping[Channel, str] = {
    "in_person": "in person",
    "call": "call",
    "video": "video",
    "message": "in writing",
    "email": "e-mail",
    "event": "event",
    "broadcast": "broadcast",
}


def name_of(id: str, names: Mapping[str, str]) -> str:
    """The name of somebody by id, ``someone`` where it is not among `names`."""
    return names.get(id, SOMEONE)


def say_who(entry: Interaction, names: Mapping[str, str]) -> str:
    """Those who took part; an entry of one's own has only oneself."""
    return ", ".join(name_of(id, names) for id in entry.people) or "You"


def say_promised_to(words: str, names: Sequence[str], most: int | None = None) -> str:
    """Whom a promise is to, of the `names` of its entry: nobody where its `words` name one already, and
    at `most` so many.
    """
    if any(short_word(name) in words for name in names):
        return ""
    return ", ".join(names[:most]) + (" and others" if most is not None and len(names) > most else "")


def say_time(entry: Interaction) -> str:
    """``15:00``, or the part of the day, ``morning``; empty where neither was said."""
    return f"{entry.at:%H:%M}" if entry.at else entry.part or ""


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
    if promise.due is None:
        return promise.text
    due = say_due(promise.due, today)
    return f"{promise.text} · {due if promise.due < today else f'by {due}'}"


def say_last_time(entry: Interaction, person: str, names: Mapping[str, str], today: dt.date) -> str:
    """``Last time, yesterday at Café Lula with Karim`` of an entry with `person` (id)."""
    others = [name_of(id, names) for id in entry.people if id != person]
    where = f" at {entry.place}" if entry.place else ""
    company = f" with {', '.join(others)}" if others else ""
    return f"Last time, {say_ago(entry.date, today)}{where}{company}"


def say_birthday(born: Birthday | None) -> str:
    """``9 December 1906``, ``9 December``; empty for None."""
    if born is None:
        return ""
    year = "" if born.year is None else f" {born.year:04}"
    return f"{born.day} {MONTHS[born.month - 1]}{year}"


def say_change(kind: str, title: str, *, of_entry: bool = False) -> str:
    """A change of a journal by its kind and title: ``the new person Ada``, ``the change of Grace Osei``.

    The words of an entry stand in quotes: ``the change of “Tea at the pier.”``.
    """
    if not title:
        return "your last change"
    if of_entry and kind in ("change", "delete"):
        title = f"“{title}”"
    return {
        "log": f"the entry “{title}”",
        "answer": f"the answer about “{title}”",
        "add": f"the new person {title}",
        "change": f"the change of {title}",
        "delete": f"the deletion of {title}",
        "bring": f"what was brought in, {title}",
        "merge": f"making one of {title}",
        "restore": f"bringing back {title}",
    }.get(kind, title)


def shortened(text: str, length: int) -> str:
    """`text` on one line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
