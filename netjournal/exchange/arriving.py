"""What bringing in a journal would do, beside the people and entries that stand (issue 4 §5).

What stands is never changed but by people's import: a document that is there already is left as it is. An
entry or an introduction that names somebody of whom it is not sure who they are waits with them, for the next
time the file is brought in.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from netjournal.errors import Unavailable
from netjournal.exchange.alike import keys_of
from netjournal.exchange.cards import Card, Warned, kept_fields
from netjournal.exchange.matching import Plan
from netjournal.exchange.relations import through, without_circles
from netjournal.exchange.volume import Aim, D, Kept, Volume
from netjournal.model import Contact, Interaction, Introduction, Raw, from_raw, to_raw
from netjournal.model.registers import STAMPS

_NAMING = {
    Contact: ((), ("others",)),
    Interaction: ((), ("people",)),
    Introduction: (("by", "wished"), ("people", "asked")),
}
"""The fields of a document that hold the id of a person, and those that hold several."""


class People(NamedTuple):
    """The people of a file: those `alike` may be of the journal, `fresh` ones stand in it by their documents.

    `standing` counts those whom the journal has by the same id.
    """

    alike: tuple[Card, ...]
    fresh: tuple[Card, ...]
    standing: int


class Arrival(NamedTuple):
    """Documents to be written as they are, by shelf and id, how many stand there already, and what of the
    others waits or does not fit.
    """

    created: tuple[tuple[str, str, Raw], ...]
    unchanged: int
    waiting: tuple[Warned, ...]
    unfit: tuple[Warned, ...]


def sort_people(volume: Volume, known: Sequence[Card]) -> People:
    """Who of a file is to be matched: everyone, but of a journal of ours only those who may be known.

    Within one journal two people stay two, however alike they are.
    """
    if volume.documents is None:
        return People(volume.people, (), 0)
    ids = {card.contact.id for card in known}
    taken = {mark for card in known for mark in _marks(card)}
    new = [card for card in volume.people if card.contact.id not in ids]
    alike = tuple(card for card in new if not taken.isdisjoint(_marks(card)))
    fresh = tuple(card for card in new if taken.isdisjoint(_marks(card)))
    return People(alike, fresh, len(volume.people) - len(new))


def new_people(
    volume: Volume, people: People, known: Sequence[Card], plan: Plan, ids: Mapping[str, str]
) -> tuple[dict[str, Raw], tuple[Warned, ...]]:
    """The documents of the fresh people of a journal of ours, by id, and what of them had to be left out."""
    parted = {update.after.contact.id: update.after for update in (*plan.updated, *plan.parted)}
    fresh = tuple(parted.get(card.contact.id, card) for card in people.fresh)
    whole = (*known, *fresh, *plan.created)
    places = range(len(known), len(known) + len(fresh))
    settled, warnings = without_circles(whole, places)
    documents = {}
    for before, card in zip(people.fresh, settled[len(known) :], strict=False):
        raw = _with_ids(before.contact, (volume.documents or {})[before.contact.id], ids)
        if through(card) != through(before) or before.contact.id in parted:
            raw = _unknown(raw) | to_raw(card.contact) | kept_fields(card)
        documents[before.contact.id] = raw
    return documents, warnings


def unknown_fields(volume: Volume, card: Card) -> Raw:
    """What the document of somebody in a journal of ours holds that is no field of a Contact."""
    return _unknown((volume.documents or {}).get(card.contact.id, {}))


def named(cards: Iterable[Card], new_id: Callable[[], str]) -> Iterator[Card]:
    """`cards` with an id for everyone, so that entries can name them."""
    for card in cards:
        person = card.contact
        yield card if person.id else card._replace(contact=msgspec.structs.replace(person, id=new_id()))


def ids_by_uid(cards: Iterable[Card]) -> dict[str, str]:
    """The ids of `cards` by the UIDs that other programs have for them."""
    return {uid: card.contact.id for card in cards for uid in card.uids}


def unsettled(plan: Plan) -> set[str]:
    """The ids and UIDs of those of whom it is not sure who they are."""
    return {mark for one in plan.candidates for mark in (one.card.contact.id, *one.card.uids) if mark}


def arrive(
    documents: Iterable[Kept[D]],
    shelf_of: Callable[[D], str],
    standing: Container[str],
    ids: Mapping[str, str],
    left: Container[str],
) -> Arrival:
    """What of `documents` is to be written: what is not `standing`, people by the `ids` they have here.

    `left` are the ids of those who were left out.
    """
    created: list[tuple[str, str, Raw]] = []
    waiting: list[Warned] = []
    unfit: list[Warned] = []
    unchanged = 0
    seen = set()
    for value, raw, where in documents:
        if value.id in standing or value.id in seen:
            unchanged += 1
            continue
        seen.add(value.id)
        if isinstance(value, Aim):
            created.append((shelf_of(value), value.id, raw))
            continue
        if any(id in left for id in value.people):
            waiting.append(Warned(where, "it waits until it is settled who took part"))
            continue
        here = _with_ids(value, raw, ids)
        try:
            from_raw(type(value), value.id, here, where)
        except Unavailable as error:
            unfit.append(Warned(where, f"{error.message} It was left out."))
        else:
            created.append((shelf_of(value), value.id, here))
    return Arrival(tuple(created), unchanged, tuple(waiting), tuple(unfit))


def _marks(card: Card) -> set[tuple[str, str]]:
    keys = keys_of(card)
    kinds = (("uid", keys.uids), ("email", keys.emails), ("name", keys.names))
    return {(kind, mark) for kind, marks in kinds for mark in marks}


def _with_ids(value: Contact | D, raw: Raw, ids: Mapping[str, str]) -> Raw:
    """A document with the ids that people have here; itself if they are the same."""
    ones, lists = _NAMING[type(value)]
    changes: dict[str, Any] = {key: ids[raw[key]] for key in ones if raw.get(key) in ids}
    for key in lists:
        if any(ids.get(id, id) != id for id in raw.get(key, ())):
            changes[key] = list(dict.fromkeys(ids.get(id, id) for id in raw[key]))
    if isinstance(value, Contact) and value.met is not None and value.met.through in ids:
        changes["met"] = raw["met"] | {"through": ids[value.met.through]}
    return raw | changes if any(raw[key] != said for key, said in changes.items()) else raw


def _unknown(raw: Raw) -> Raw:
    return {key: value for key, value in raw.items() if key not in (*Contact.__struct_fields__, STAMPS)}
