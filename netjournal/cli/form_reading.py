"""An edited page back into a person or an entry.

Only what differs from the page as it was shown is taken over: what a page cannot show stays as it was.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from netjournal.cli.form import ANSWER, ENTRY, MET, PERSON, PROMISE
from netjournal.errors import Misused
from netjournal.language.dates import understand
from netjournal.model import Contact, Interaction, Reflection

D = TypeVar("D", Contact, Interaction)
Page = dict[str, Any]
Find = Callable[[str], str]

_LISTS = frozenset(
    ("nicknames", "emails", "phones", "links", "tags", "details", "needs", "offers", "people", "gave", "got")
)
_PARTS: Mapping[str, Collection[str]] = {"met": MET, "promises": PROMISE, "reflection": ANSWER}


def read_page(typed: str, shown: str, before: D, *, find: Find, now: dt.datetime) -> D:
    """`before` with what differs between the pages `typed` and `shown`; `find` knows the id of a name.

    Raises Misused naming the line or the field that does not fit, and whatever `find` raises.
    """
    known = {*PERSON, "met"} if isinstance(before, Contact) else {*ENTRY, "promises", "reflection"}
    old, new = _parsed(shown, known), _parsed(typed, known)
    raw: Page = msgspec.to_builtins(before)
    changed = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    for key in changed - {"time"}:
        raw[key] = new.get(key)
    if isinstance(before, Interaction):
        _finish_entry(raw, old, new, changed, before, find, now)
    elif "met" in changed and raw["met"]:
        raw["met"] = _met(raw["met"], old.get("met") or {}, before, find)
    try:
        return msgspec.convert({key: value for key, value in raw.items() if value is not None}, type(before))
    except msgspec.ValidationError as error:
        raise Misused(f"This does not fit: {_plain(error)}.") from None


def _finish_entry(
    raw: Page,
    old: Page,
    new: Page,
    changed: set[str],
    before: Interaction,
    find: Find,
    now: dt.datetime,
) -> None:
    if "people" in changed:
        raw["people"] = _ids(new.get("people") or [], old.get("people") or [], before.people, find)
    if "reflection" in changed and before.reflection is not None:
        raw["reflection"] = _reflection(before.reflection, new.get("reflection") or {}, now)
    if "date" in changed and type(new.get("date")) is not dt.date:
        raise Misused(f"There is no date {new.get('date', '')}.", "Write it like 2026-11-03.")
    if {"date", "time"} & changed:
        raw["at"], raw["zone"] = _time(new.get("date"), new.get("time"), before, now)


def _reflection(before: Reflection, typed: Page, now: dt.datetime) -> Page:
    """An answer changed, given late, or taken away, so that the question waits again."""
    asked = {**msgspec.to_builtins(before), **dict.fromkeys(ANSWER), **typed}
    if asked["answer"] or asked["rating"]:
        asked |= {"status": "answered", "answered": before.answered or now}
    elif before.status == "answered":
        asked |= {"status": "asked", "answered": None}
    return {key: value for key, value in asked.items() if value is not None}


def _time(day: Any, clock: Any, before: Interaction, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """The time on another day or at another hour, in the zone that the entry was made in."""
    if clock is None:
        return None, ""
    moment = understand(f"{day} {clock}", now)
    if moment is None or moment.at is None:
        raise Misused(f"There is no time {clock} on {day}.", "Write the time like 18:40.")
    if before.at is None:
        return moment.at, moment.zone
    return moment.at.replace(tzinfo=_zone(before)), before.zone


def _zone(entry: Interaction) -> dt.tzinfo | None:
    assert entry.at is not None
    if not entry.zone:
        return entry.at.tzinfo
    from zoneinfo import ZoneInfo

    return ZoneInfo(entry.zone)


def _ids(typed: Sequence[str], shown: Sequence[str], ids: Sequence[str], find: Find) -> list[str]:
    """The ids of the names; those that stood there before stay whoever they were, namesakes too."""
    left = list(zip(shown, ids, strict=True))
    found = []
    for name in typed:
        same = next((pair for pair in left if pair[0] == name), None)
        if same is not None:
            left.remove(same)
        found.append(same[1] if same else find(name))
    return list(dict.fromkeys(found))


def _met(typed: Page, shown: Page, before: Contact, find: Find) -> Page:
    through = typed.get("through")
    if through is None:
        return typed
    if through == shown.get("through") and before.met is not None:
        return typed | {"through": before.met.through}
    return typed | {"through": find(through)}


def _parsed(page: str, names: Collection[str]) -> Page:
    try:
        parsed = tomllib.loads(page)
    except tomllib.TOMLDecodeError as error:
        raise Misused(f"The page cannot be read: {error}.") from None
    _refuse_unknown(parsed, names, "")
    for key, known in _PARTS.items():
        for part in parsed[key] if isinstance(parsed.get(key), list) else [parsed.get(key, {})]:
            if not isinstance(part, dict):
                raise Misused(f"This does not fit: {key} is no table.")
            _refuse_unknown(part, known, f" in {key}")
    return {key: _cleaned(value, key) for key, value in parsed.items() if _cleaned(value, key) is not None}


def _refuse_unknown(table: Page, known: Collection[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise Misused(f"There is no field {key}{where}.", f"There are {', '.join(sorted(known))}.")


def _cleaned(value: Any, key: str = "") -> Any:
    """A value without what is empty in it; None if nothing is left. A single text is a list of one."""
    if isinstance(value, str):
        value = value.strip() or None
    elif isinstance(value, dict):
        value = {name: kept for name, item in value.items() if (kept := _cleaned(item)) is not None} or None
    elif isinstance(value, list):
        value = [kept for item in value if (kept := _cleaned(item)) is not None] or None
    elif isinstance(value, dt.time):
        value = f"{value:%H:%M}"
    return [value] if key in _LISTS and isinstance(value, str) else value


def _plain(error: msgspec.ValidationError) -> str:
    what, _, path = str(error).partition(" - at `")
    field = path.rstrip("`").removeprefix("$").removeprefix(".")
    return f"{field}: {what[:1].lower()}{what[1:]}" if field else what
