"""The parts of a document that change one at a time, and when each of them did (issue 6 §3).

A register is a field; fields that only make sense together are one, and those of `met`, and a few of a
reflection, are one each (``met.place``; ``met.date`` with how much of it is known). When a register was last
changed after its document was made stands in the document under `changed`, by its path, as an ISO time with
its offset.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from netjournal.model.contact import Contact, Met
from netjournal.model.documents import Document, Raw
from netjournal.model.event import Event
from netjournal.model.goal import Destination, Goal
from netjournal.model.interaction import Interaction, Reflection
from netjournal.model.introduction import Introduction

STAMPS = "changed"
"""The field that says when the others were changed."""

_UNITS: Mapping[type[Document], Sequence[str]] = {
    Interaction: ("date", "at", "zone", "part"),
    Introduction: ("people", "by", "wished"),
    Goal: ("since", "by"),
    Event: ("since", "by"),
}
_APART: Mapping[str, Sequence[str]] = {"reflection": ("private", "quoted", "followed")}
_EACH = ("met",)
_MET_ON, _FINENESS = "met.date", "met.within"
_PARTS: Mapping[str, Sequence[str]] = {
    "met": Met.__struct_fields__,
    "reflection": Reflection.__struct_fields__,
}
_SECOND = dt.timedelta(seconds=1)
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_KINDS: Mapping[str, type[Document]] = {
    "contacts": Contact,
    "introductions": Introduction,
    "goals": Goal,
    "destinations": Destination,
    "events": Event,
}


def kind_on(shelf: str) -> type[Document] | None:
    """What stands on a shelf; None for one that holds no documents of ours."""
    return Interaction if shelf.startswith("months/") else _KINDS.get(shelf)


def registers(raw: object, kind: type[Document] | None) -> dict[str, Any]:
    """The values in a document by the path of their register; those that are not set are left out."""
    unit = _unit(kind)
    found: dict[str, Any] = {}
    for name, value in raw.items() if isinstance(raw, dict) else ():
        if name == STAMPS:
            continue
        if name in unit:
            found.setdefault(unit[0], {})[name] = value
        elif isinstance(value, dict) and (name in _EACH or name in _APART):
            apart = value.keys() if name in _EACH else [key for key in _APART[name] if key in value]
            rest = {key: part for key, part in value.items() if key not in apart}
            if rest or not value:
                found[name] = rest
            found |= {f"{name}.{key}": value[key] for key in apart}
            if _FINENESS in found:
                found[_MET_ON] = {key: value[key] for key in ("date", "within") if key in value}
                del found[_FINENESS]
        else:
            found[name] = value
    return found


def assembled(values: Mapping[str, Any], stamps: Mapping[str, str], kind: type[Document] | None) -> Raw:
    """The document of `values`, which is the same in whatever order they come: fields in their order."""
    unit = _unit(kind)
    raw: Raw = {}
    for path, value in values.items():
        name, _, key = path.partition(".")
        if unit and path == unit[0]:
            raw |= value
        elif not key or not (name in _EACH or key in _APART.get(name, ())):
            raw[path] = raw[path] | value if isinstance(raw.get(path), dict) else value
        elif isinstance(values.get(name, {} if name in _EACH else None), dict):
            is_whole = path == _MET_ON and isinstance(value, dict) and "within" in value
            raw[name] = {**raw.get(name, {}), **(value if is_whole else {key: value})}
    if stamps:
        raw[STAMPS] = dict(sorted(stamps.items()))
    known = kind.__struct_fields__ if kind is not None else ()
    whole = {name: _ordered(value, _PARTS[name]) if name in _PARTS else value for name, value in raw.items()}
    ordered: Raw = _ordered(whole, known)
    return ordered


def stamps_of(raw: object) -> dict[str, str]:
    """When the registers of a document were changed, by their path."""
    found = raw.get(STAMPS) if isinstance(raw, dict) else None
    pairs = found.items() if isinstance(found, dict) else ()
    return {path: stamp for path, stamp in pairs if isinstance(stamp, str)}


def moment(stamp: str) -> dt.datetime:
    """The time that a stamp says, before all others if it says none."""
    try:
        time = dt.datetime.fromisoformat(stamp)
    except ValueError:
        return _NEVER
    return time if time.tzinfo is not None else _NEVER


def stamped(before: Raw, after: Raw, kind: type[Document] | None, now: dt.datetime) -> Raw:
    """`after` with the time of its change from `before`; later than those of `before`, whatever the clock."""
    if kind is None or not (isinstance(before, dict) and isinstance(after, dict)):
        return after
    old, new = registers(before, kind), registers(after, kind)
    paths = [path for path in old.keys() | new.keys() if old.get(path) != new.get(path)]
    if not paths:
        return after
    known = stamps_of(before) | stamps_of(after)
    newest = max(map(moment, known.values()), default=_NEVER)
    time = now if now > newest else newest + _SECOND
    stamps = known | dict.fromkeys(paths, time.isoformat())
    return {**after, STAMPS: dict(sorted(stamps.items()))}


def _unit(kind: type[Document] | None) -> Sequence[str]:
    return _UNITS.get(kind, ()) if kind is not None else ()


def _ordered(value: Any, known: Sequence[str]) -> Any:
    """The fields of `value` in the order of `known`, others after them by name."""
    if not isinstance(value, dict):
        return value
    places = {name: place for place, name in enumerate(known)}
    return {name: value[name] for name in sorted(value, key=lambda one: (places.get(one, len(places)), one))}
