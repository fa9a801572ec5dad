"""What people of a file say of each other: through whom they were met, and who is somebody else."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import msgspec

from netjournal.exchange.cards import Card, Warned


def through(card: Card) -> str:
    """The id of the person somebody was met through; empty if there is none."""
    return card.contact.met.through if card.contact.met else ""


def with_known(card: Card, ids: Mapping[str, str]) -> Card:
    """`card` with those it names by the ids they have in `ids`; who is not there is not named any more."""
    person = card.contact
    met, others = person.met, person.others
    if met is not None and met.through:
        met = msgspec.structs.replace(met, through=ids.get(met.through, ""))
    if others:
        named = (ids.get(other, "") for other in others)
        others = tuple(dict.fromkeys(id for id in named if id not in ("", person.id)))
    if met == person.met and others == person.others:
        return card
    return card._replace(contact=msgspec.structs.replace(person, met=met, others=others))


def without_circles(
    people: Sequence[Card], new: Container[int]
) -> tuple[tuple[Card, ...], tuple[Warned, ...]]:
    """`people` without links that close a circle of who was met through whom, and what was left out.

    Only links of those at the places in `new` are taken out, the last of each circle: what stands, stands.
    Source: issue 3 §4; the journal refuses a change with a circle.
    """
    if not any(map(through, people)):
        return tuple(people), ()
    places = {card.contact.id: place for place, card in enumerate(people) if card.contact.id}
    above = [places.get(through(card)) for card in people]
    settled: set[int] = set()
    cut: set[int] = set()
    for start in range(len(people)):
        way: dict[int, None] = {}
        place: int | None = start
        while place is not None and place not in settled and place not in way:
            way[place] = None
            place = above[place]
        if place is not None and place in way:
            around = list(way)[list(way).index(place) :]
            cut |= {max((one for one in around if one in new), default=-1)} - {-1}
        settled.update(way)  # `settled |= way.keys()` would copy all that is settled
    warnings = tuple(_left_out(people[place], people[above[place] or 0]) for place in sorted(cut))
    return tuple(_alone(card) if place in cut else card for place, card in enumerate(people)), warnings


def _alone(card: Card) -> Card:
    person = card.contact
    assert person.met is not None
    met = msgspec.structs.replace(person.met, through="")
    return card._replace(contact=msgspec.structs.replace(person, met=met))


def _left_out(card: Card, above: Card) -> Warned:
    name, other = card.contact.name, above.contact.name
    return Warned(card.where, f"{name} cannot be met through {other}, whom you met through {name}; left out")
