"""People who look like one, step by step: the pairs, two pages beside each other, one page or two."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from netjournal.errors import JournalError
from netjournal.exchange.duplicates import Pair, find_pairs
from netjournal.exchange.merging import Page, merged
from netjournal.language.finding.side_by_side import say_introduced, say_talks, side_by_side
from netjournal.model import Contact
from netjournal.store.journal import Journal
from netjournal.store.uniting_people import Union
from netjournal.tui.dialogs.alike import Alike, BesideDialog, PairsDialog, Picked
from netjournal.tui.host import Host
from netjournal.tui.meanwhile import meanwhile

_MANY = 2_000
"""From so many people on it takes long enough to find the pairs that keys would have to wait."""


class Pairs(NamedTuple):
    """The pairs that wait, by the two ids, and in words whose crowds hold more of them."""

    found: Mapping[str, Pair]
    crowds: tuple[str, ...]


async def show_pairs(app: Host) -> None:
    """List the pairs; many people are read and compared while the app goes on."""
    if len(app.snapshot.people) >= _MANY:
        app.tell("Looking …")
        meanwhile(app, partial(_look_meanwhile, app), "pairs")
        return
    try:
        pairs = _pairs(app.journal)
    except JournalError as error:
        app.tell_error(error)
    else:
        await _list(app, pairs)


async def _look_meanwhile(app: Host) -> None:
    screen = app.screen
    try:
        pairs = await asyncio.to_thread(_pairs, app.journal)
    except JournalError as error:
        app.tell_error(error)
        return
    if app.screen is screen:  # whoever went elsewhere meanwhile is not pulled back
        await _list(app, pairs)


def _pairs(journal: Journal) -> Pairs:
    found = find_pairs(person for person, _ in journal.everyone())
    return Pairs(_keyed(found.pairs), found.crowds)


def _keyed(pairs: Iterable[Pair]) -> dict[str, Pair]:
    return {f"{pair.one.id} {pair.other.id}": pair for pair in pairs}


async def _list(app: Host, pairs: Pairs, at: str = "", *, again: bool = False) -> None:
    """List the pairs, with the cursor on the one with the key `at`, if it is there."""
    if pairs.found:
        rows = [
            Alike(key, _described(pair.one), _described(pair.other), pair.reason)
            for key, pair in pairs.found.items()
        ]
        dialog = PairsDialog(rows, at, pairs.crowds)
        await app.open(dialog, lambda picked: _picked(app, picked, pairs))
    elif not again:
        app.tell("Nobody here looks like somebody else.")


async def _picked(app: Host, picked: Picked, pairs: Pairs) -> None:
    pair = pairs.found[picked.key]
    if picked.are_two:
        await _part(app, picked, pairs, pair.one, pair.other)
    else:
        await _look(app, picked, pairs)


async def _look(app: Host, picked: Picked, pairs: Pairs) -> None:
    """Show both; the page with more written on it would stay, of two alike the older one."""
    pair = pairs.found[picked.key]
    met = {person.id: person for person in app.snapshot.people if person.id in (pair.one.id, pair.other.id)}
    counts = {id: person.count for id, person in met.items()}
    ids = sorted((pair.one.id, pair.other.id), key=lambda id: -counts.get(id, 0))
    try:
        kept, gone = (Page(*app.journal.whole(id)) for id in ids)
    except JournalError as error:
        app.tell_error(error)
        return
    rows = side_by_side(
        kept.person,
        gone.person,
        name_of=lambda id: app.journal.names([id])[id],
        talks=lambda id: say_talks(met.get(id), app.today),
    )
    introduced = say_introduced(app.journal.introductions(), kept.person.id, gone.person.id)
    reason = ". ".join(filter(None, (pair.reason, introduced)))
    dialog = BesideDialog(rows, reason=reason, kept=kept.person.name)
    await app.open(dialog, lambda verdict: _settle(app, verdict, picked, pairs, (kept, gone)))


async def _settle(app: Host, verdict: str, picked: Picked, pairs: Pairs, pages: tuple[Page, Page]) -> None:
    kept, gone = pages
    one, other = kept.person, gone.person
    if verdict == "two":
        await _part(app, picked, pairs, one, other)
        return
    if verdict == "one":
        done = await app.attempt(lambda: _unite(app, kept, gone))
        if done is not None:
            app.tell(f"{other.name} and {one.name} are one page now. u makes them two again.")
            pairs = _without(pairs, done, other.id)
    await _list(app, pairs, picked.key if picked.key in pairs.found else picked.following, again=True)


async def _part(app: Host, picked: Picked, pairs: Pairs, one: Contact, other: Contact) -> None:
    """Keep two apart for good, and go on with the next pair."""

    def part() -> bool:
        app.journal.tell_apart(one, other, now=app.clock())
        return True

    if await app.attempt(part):
        app.tell(f"{one.name} and {other.name} stay two. u takes it back.")
        left = {key: pair for key, pair in pairs.found.items() if key != picked.key}
        pairs = pairs._replace(found=left)
    await _list(app, pairs, picked.following, again=True)


def _without(pairs: Pairs, person: Contact, gone: str) -> Pairs:
    """What is left of the pairs now that `gone` (id) is part of `person`, who may look like more people."""
    found: dict[str, Pair] = {}
    for key, pair in pairs.found.items():
        ids = {pair.one.id, pair.other.id}
        if not ids & {person.id, gone}:
            found[key] = pair
        elif ids != {person.id, gone}:
            third = pair.other if pair.one.id in (person.id, gone) else pair.one
            found |= _keyed(find_pairs([person, third]).pairs)
    return pairs._replace(found=found)


def _unite(app: Host, kept: Page, gone: Page) -> Contact:
    one = merged(kept, gone, lambda id: app.journal.names([id])[id])
    union = Union(kept.person.id, gone.person.id, kept.raw, gone.raw, one.raw)
    title = f"{kept.person.name} and {gone.person.name}"
    return app.journal.unite(union, title=title, now=app.clock())


def _described(person: Contact) -> str:
    return " · ".join(part for part in (person.name, person.organisation, person.place) if part)
