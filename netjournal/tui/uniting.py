"""People who look like one, step by step: the pairs, two pages beside each other, one page or two."""

from __future__ import annotations

from netjournal.errors import JournalError
from netjournal.exchange.duplicates import Pair, find_pairs
from netjournal.exchange.merging import Page, merged
from netjournal.language.side_by_side import say_talks, side_by_side
from netjournal.model import Contact
from netjournal.store.uniting_people import Union
from netjournal.tui.dialogs.alike import Alike, BesideDialog, PairsDialog
from netjournal.tui.host import Host


async def show_pairs(app: Host, at: str = "") -> None:
    """List the pairs; the cursor begins at the one with the key `at`, if it is there."""
    try:
        found = find_pairs(person for person, _ in app.journal.everyone())
    except JournalError as error:
        app.tell_error(error)
        return
    pairs = {f"{pair.one.id} {pair.other.id}": pair for pair in found}
    if not pairs:
        if not at:
            app.tell("Nobody here looks like somebody else.")
        return
    rows = [
        Alike(key, _described(pair.one), _described(pair.other), pair.reason) for key, pair in pairs.items()
    ]
    await app.open(PairsDialog(rows, at), lambda key: _look(app, key, pairs[key]))


async def _look(app: Host, key: str, pair: Pair) -> None:
    """Show both; the page with more written on it would stay, of two alike the older one."""
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
    dialog = BesideDialog(rows, reason=pair.reason, kept=kept.person.name)
    await app.open(dialog, lambda verdict: _settle(app, key, verdict, kept, gone))


async def _settle(app: Host, key: str, verdict: str, kept: Page, gone: Page) -> None:
    one, other = kept.person, gone.person
    if verdict == "one":
        done = await app.attempt(lambda: _unite(app, kept, gone))
        if done is not None:
            app.tell(f"{other.name} and {one.name} are one page now. u makes them two again.")
    elif verdict == "two":
        await app.attempt(lambda: app.journal.tell_apart(one, other, now=app.clock()))
        app.tell(f"{one.name} and {other.name} stay two. u takes it back.")
    await show_pairs(app, key)


def _unite(app: Host, kept: Page, gone: Page) -> Contact:
    one = merged(kept, gone, lambda id: app.journal.names([id])[id])
    union = Union(kept.person.id, gone.person.id, kept.raw, gone.raw, one.raw)
    title = f"{kept.person.name} and {gone.person.name}"
    return app.journal.unite(union, title=title, now=app.clock())


def _described(person: Contact) -> str:
    return " · ".join(part for part in (person.name, person.organisation, person.place) if part)
