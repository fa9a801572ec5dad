"""The people of `export people --format json`, read back (issue 3 §5).

``{"people": [{"id": …, "name": …, "vcard": […], …}]}``: every field of a Contact under its name, empty ones
null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netjournal.errors import Misused, Unavailable
from netjournal.exchange.cards import Brought, Card, Tick, Warned, kept_card
from netjournal.model import Contact, from_raw, is_id, to_raw

_KEY = "people"
_TICK = 500


def is_people(document: Mapping[str, Any]) -> bool:
    """Whether a JSON object has people as we write them."""
    people = document.get(_KEY)
    return isinstance(people, list) and all(isinstance(one, dict) and "name" in one for one in people)


def read_people(document: Mapping[str, Any], where: str, tick: Tick = lambda _: None) -> Brought:
    """Everyone in such an object; one who does not fit costs only themselves. `where` names the file."""
    people: list[Card] = []
    warnings: list[Warned] = []
    for number, raw in enumerate(document[_KEY], 1):
        place = f"{where}, person {number}"
        known = _without_nulls(raw)
        id = known.pop("id", "")
        try:
            person = from_raw(Contact, id if is_id(id) else "", known, place)
            to_raw(person)
        except (Unavailable, Misused) as error:
            warnings.append(Warned(place, f"{error.message} It was left out."))
            continue
        people.append(kept_card(person, known)._replace(where=place))
        if number % _TICK == 0:
            tick(number)
    return Brought(tuple(people), tuple(warnings), len(warnings))


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(part) for key, part in value.items() if part is not None}
    return [_without_nulls(part) for part in value] if isinstance(value, list) else value
