"""What an import did or would do, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from netjournal.cli.coming import Coming
from netjournal.cli.layout import wrapped
from netjournal.cli.output import say, tell
from netjournal.exchange.known_people import Update
from netjournal.exchange.matching import Candidate
from netjournal.model import Contact

_NAMED = 10
"""How many are named one by one of those who are new, and of those who get something."""

_TOLD = 12
"""How many candidates and warnings are told one by one."""

_MOST_ADDED = 4
_ADDED = (
    *(("nicknames", "nickname"), ("emails", "e-mail"), ("phones", "phone"), ("links", "link")),
    *(("tags", "tag"), ("details", "what they told you"), ("needs", "needs"), ("offers", "offers")),
    *(("organisation", "work"), ("role", "role"), ("field", "field"), ("place", "place")),
    *(("zone", "time zone"), ("birthday", "birthday"), ("met", "how you met"), ("about", "about")),
)


def tell_import(found: Coming, *, dry_run: bool, whole: bool) -> None:
    """Print what became of the file; `whole` lists everyone, not only the first of them."""
    plan, warnings = found.plan, found.warnings
    named, told = (found.created + len(found.updated), None) if whole else (_NAMED, _TOLD)
    new = [*(str(raw.get("name")) for raw in found.documents.values())]
    new += [card.contact.name for card in plan.created]
    _say_group("New in your journal", new, named)
    _say_group("Known, with something added", list(map(_added, found.updated)), named)
    _say_group("Known, nothing to add", [""] * found.unchanged, 0)
    _say_group("Perhaps known, left out", list(map(_perhaps, plan.candidates)), told)
    aims = ((name.capitalize(), arrival) for name, arrival in found.aims.items())
    for title, arrival in (("Entries", found.entries), ("Introductions", found.introductions), *aims):
        if any((arrival.created, arrival.unchanged, arrival.waiting)):
            waiting = f" · waiting: {len(arrival.waiting):,}" if arrival.waiting else ""
            say(f"{title}, new: {len(arrival.created):,} · there already: {arrival.unchanged:,}{waiting}")
    why = "they do not fit" if found.volume.entries or found.volume.aims else "they tell of nobody"
    _say_group(f"Skipped, {why}", [""] * found.skipped, 0)
    if not any(
        (
            new,
            found.updated,
            found.unchanged,
            plan.candidates,
            found.skipped,
            found.volume.entries,
            found.whole,
        )
    ):
        say("There is nobody in it.")
    for where, what in warnings[:told]:
        tell(f"{where}: {what}")
    if told is not None and len(warnings) > told:
        tell(f"and {len(warnings) - told:,} more; --all lists them too.")
    if plan.candidates:
        tell("At a terminal, `netjournal import` of this file asks who those are that were left out.")
    if dry_run:
        tell("Nothing was written. Without --dry-run it will be.")
    elif found.changes or found.additions or found.whole:
        tell("`netjournal undo` takes it back.")


def _say_group(title: str, lines: Sequence[str], most: int | None) -> None:
    if not lines:
        return
    say(f"{title}: {len(lines):,}")
    for line in lines[:most]:
        for row in wrapped(line, indent="    ", first="  "):
            say(row)
    if most and len(lines) > most:
        say(f"  and {len(lines) - most:,} more")


def _added(update: Update) -> str:
    """``Ana Lima: e-mail, work``."""
    words = list(_words(update))
    more = len(words) - _MOST_ADDED
    told = ", ".join(words[:_MOST_ADDED]) + (f" and {more} more" if more > 0 else "")
    return f"{update.after.contact.name}: {told}"


def _words(update: Update) -> Iterator[str]:
    before, after = (card.contact for card in update)
    found = [word for field, word in _ADDED if getattr(before, field) != getattr(after, field)]
    yield from found
    if not found:
        yield "what only their card says"


def _perhaps(candidate: Candidate) -> str:
    card, people, why = candidate
    names = " or ".join(map(_described, people[:3]))
    return f"{card.contact.name} ({card.where}): {why}. Is it {names}?"


def _described(person: Contact) -> str:
    parts: Iterable[str] = (person.name, person.organisation, person.place)
    return " · ".join(part for part in parts if part)
