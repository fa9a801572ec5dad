"""Two people's pages beside each other, in words: what tells whether they are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from netjournal.language.days.words import say_ago, say_date_long
from netjournal.language.entry_words import say_birthday, say_tags
from netjournal.language.forms.met import say_when_met
from netjournal.model import Acquaintance, Contact, Introduction, Met, Pause

Beside = tuple[str, str, str]
"""A label, and what either page says there."""


def side_by_side(
    one: Contact,
    other: Contact,
    *,
    name_of: Callable[[str], str],
    talks: Callable[[str], str],
) -> tuple[Beside, ...]:
    """The rows of the two that at least one of them fills; `name_of` and `talks` are asked with ids."""
    pages = (_rows(person, name_of, talks(person.id)) for person in (one, other))
    beside = ((label, mine, theirs) for (label, mine), (_, theirs) in zip(*pages, strict=True))
    return tuple(row for row in beside if row[1] or row[2])


def say_talks(person: Acquaintance | None, today: dt.date) -> str:
    """``3 entries, the last one yesterday``; empty for none."""
    if person is None or person.last is None:
        return ""
    if person.count == 1:
        return f"1 entry, {say_ago(person.last, today)}"
    return f"{person.count:,} entries, the last one {say_ago(person.last, today)}"


def say_introduced(introductions: Iterable[Introduction], one: str, other: str) -> str:
    """What becomes of introductions in which the two (ids) are two, once they are one; empty for none."""
    count = sum({one, other} <= made.everyone for made in introductions)
    if not count:
        return ""
    which = "An introduction" if count == 1 else f"{count:,} introductions"
    return f"{which} with both in it {'goes' if count == 1 else 'go'} to the trash"


def _rows(person: Contact, name_of: Callable[[str], str], talks: str) -> Sequence[tuple[str, str]]:
    return (
        ("Name", person.name),
        ("Known as", ", ".join(person.nicknames)),
        ("Work", ", ".join(part for part in (person.role, person.organisation) if part)),
        ("Field", person.field),
        ("Place", person.place),
        ("Time zone", person.zone),
        ("Birthday", say_birthday(person.born)),
        ("E-mail", "\n".join(person.emails)),
        ("Phone", "\n".join(person.phones)),
        ("Links", "\n".join(person.links)),
        ("Tags", say_tags(person.tags)),
        ("Circle", person.circle or ""),
        ("Rhythm", f"every {person.rhythm} days" if person.rhythm else ""),
        ("Any channel", "counts like a visit" if person.equal else ""),
        ("Trusted", "yes" if person.trusted else ""),
        ("At rest", "yes" if person.rest else ""),
        ("Paused", "\n".join(map(_paused, person.pauses))),
        ("Not now", f"until {say_date_long(person.quiet_until)}" if person.quiet_until else ""),
        ("Met", _met(person.met or Met(), name_of)),
        ("Written", talks),
        ("Told you", _listed(person.details)),
        ("Needs", _listed(person.needs)),
        ("Could offer", _listed(person.offers)),
        ("About", person.about),
    )


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(texts if len(texts) < 2 else (f"· {text}" for text in texts))


def _paused(pause: Pause) -> str:
    until = f" until {say_date_long(pause.until)}" if pause.until else ""
    return f"from {say_date_long(pause.since)}{until}"


def _met(met: Met, name_of: Callable[[str], str]) -> str:
    parts = (
        say_when_met(met),
        f"at {met.place}" if met.place else "",
        f"through {name_of(met.through)}" if met.through else "",
    )
    return " ".join(part for part in parts if part)
