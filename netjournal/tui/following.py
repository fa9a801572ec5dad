"""Going from an entry to a person or to all that bears a tag, and back again."""

from __future__ import annotations

from netjournal.language.filters.meaning import Filter
from netjournal.language.filters.terms import Tag
from netjournal.language.filters.words import to_text
from netjournal.model import Interaction
from netjournal.tui.dialogs.choices import Choice, ChoicesDialog
from netjournal.tui.host import Host
from netjournal.tui.links import Link, links_of

_KEYS = "123456789abcdefghijklmnoprstuvwxyz"


async def open_entry(app: Host, entry: Interaction) -> None:
    """Go to the one person of an entry; where there are several, or none, ask whereto."""
    if len(entry.people) == 1:
        await app.show_person(entry.people[0])
    else:
        await choose_link(app, entry)


async def choose_link(app: Host, entry: Interaction) -> None:
    """Ask which name or tag of an entry to go to."""
    links = links_of(entry, app.journal.names(entry.people))[: len(_KEYS)]
    if not links:
        app.tell("No name and no tag is in it.")
        return
    choices = [
        Choice(link.to, _group(link), key, link.words) for key, link in zip(_KEYS, links, strict=False)
    ]
    await app.open(ChoicesDialog("Go to", "", choices), lambda to: follow(app, to))


async def follow(app: Host, to: str) -> None:
    """Go where a link leads."""
    kind, _, what = to.partition(":")
    if kind == "person":
        await app.show_person(what)
    else:
        await app.show_only(to_text(Filter(Tag(what))))


def _group(link: Link) -> str:
    return "People" if link.to.startswith("person:") else "Tags"
