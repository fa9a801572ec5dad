"""Whom to tell how it went, asked after every log: one query where nobody was met through somebody."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.model import Interaction
from netjournal.practice.telling_back import Through, is_news, tell_back
from netjournal.store.index import Index
from netjournal.store.mourning import dead_among
from netjournal.store.reading import Reading

_CARDS = "SELECT id, name, card, resting FROM person WHERE id IN (SELECT value FROM json_each(?))"
_LAST = "SELECT MAX(date) FROM talk WHERE person = ?"


def line_to_tell(
    journal: Reading, index: Index, entry: Interaction, before: Interaction | None, today: dt.date
) -> str:
    """What to show after `entry` was logged, or answered while it stood as `before`; empty for nothing.

    Of two whom one introduced it says how that is kept as an introduction, unless it is one already.
    """
    if before is None and (said := _introduced(journal, entry)):
        return said
    if not entry.people or not is_news(entry, before, today):
        return ""
    return tell_back(entry, _through(journal, index, entry))


def _introduced(journal: Reading, entry: Interaction) -> str:
    if "introduced " not in entry.text:
        return ""
    from netjournal.language.names.introduced import introduced_two  # hardly any line needs it

    two = introduced_two(entry.text, journal)
    if two is None or any({one.id for one in two} == set(made.people) for made in journal.introductions()):
        return ""
    names = " and ".join(one.name for one in two)
    return (
        f"You introduced {names}. To see what became of it: i in Contacts, or `netjournal introduce {names}`."
    )


def _through(journal: Reading, index: Index, entry: Interaction) -> Iterator[Through]:
    """Those in the entry who were met through somebody who is still in the journal, in its order."""
    those = _cards(index, entry.people)
    through = {id: those[id].through for id in entry.people if id in those and those[id].through}
    introducers = _cards(index, through.values()) if through else {}
    gone = dead_among(journal, index, (*through, *introducers)) if introducers else ()
    for id, introducer in through.items():
        if introducer in introducers:
            [(last,)] = index.rows(_LAST, introducer)
            yield Through(
                person=those[id].name,
                introducer=introducers[introducer].name,
                introducer_id=introducer,
                last=dt.date.fromisoformat(last) if last else None,
                resting=those[id].resting
                or introducers[introducer].resting
                or not {id, introducer}.isdisjoint(gone),
            )


class _Card(NamedTuple):
    name: str
    through: str
    resting: bool


def _cards(index: Index, people: Iterable[str]) -> Mapping[str, _Card]:
    return {
        id: _Card(name, json.loads(card).get("through", ""), bool(resting))
        for id, name, card, resting in index.rows(_CARDS, json.dumps(list(people)))
    }
