"""Two versions of one document made one, register by register (issue 6 §3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from netjournal.errors import Unavailable
from netjournal.model import Raw, from_raw
from netjournal.model.documents import Document
from netjournal.model.registers import assembled, moment, registers, stamps_of

_SETS = frozenset(
    (
        *("people", "tags", "gave", "got", "asked", "when", "excluded", "nicknames", "emails", "phones"),
        *("links", "details", "needs", "offers", "others"),
    )
)
_KEYED: Mapping[str, Sequence[str]] = {
    "promises": ("by", "text"),
    "pauses": ("since",),
    "recalls": ("detail",),
}
"""Lists whose items are known by some of their fields."""


class _Absent:
    """What a register holds that is not set."""


_ABSENT = _Absent


class Lost(NamedTuple):
    """A value that another one was later than: the path of its register, and both."""

    path: str
    value: Any
    kept: Any


class Mixed(NamedTuple):
    """A document made of two, and what of them it does not say."""

    raw: Raw
    lost: tuple[Lost, ...]


class _Version(NamedTuple):
    value: Any
    stamp: str

    @property
    def rank(self) -> tuple[Any, str]:
        """Orders versions by time, those of the same time by what they say: never by where they come from."""
        return moment(self.stamp), digest(None if self.value is _ABSENT else self.value)


def merge_raw(kind: type[Document] | None, base: Raw | None, one: Raw, other: Raw) -> Mixed:
    """What `one` and `other` make together; `base` is what both began with, None if that is not known.

    What only one of them changed is as that one has it, the same register is as it was changed last, lists
    of ids and words have what either added, without what either took out. The same whichever is `one`.
    """
    if one == other:
        return Mixed(min(one, other, key=_text), ())
    if base is not None and one == base:
        return Mixed(other, ())
    if base is not None and other == base:
        return Mixed(one, ())
    if not _are_objects(one, other):
        gone, kept = sorted((one, other), key=digest)
        return Mixed(kept, (Lost("", gone, kept),))
    mixed = _mixed(kind, base, one, other)
    if mixed.raw != one and mixed.raw != other and kind is not None and not fits(kind, mixed.raw):
        return _whole(kind, one, other)
    return mixed


def fits(kind: type[Document], raw: Raw) -> bool:
    """Whether a document can be read."""
    try:
        from_raw(kind, "", raw, "")
    except Unavailable:
        return False
    return True


def covered(kind: type[Document] | None, raw: Raw, by: Raw) -> bool:
    """Whether nothing in `raw` is newer than what `by` says."""
    if not _are_objects(raw, by):
        return raw == by
    one, other = registers(raw, kind), registers(by, kind)
    old, new = stamps_of(raw), stamps_of(by)
    return all(
        one.get(path, _ABSENT) == other.get(path, _ABSENT)
        or moment(old.get(path, "")) < moment(new.get(path, ""))
        for path in one.keys() | other.keys()
    )


def digest(value: Any) -> str:
    """The SHA-256 of a JSON value, the same for the same value on every machine."""
    return hashlib.sha256(_text(value, in_order=True).encode("utf-8", "surrogatepass")).hexdigest()


def _are_objects(*values: object) -> bool:
    """By hand a document may be any JSON."""
    return all(isinstance(value, dict) for value in values)


def _mixed(kind: type[Document] | None, base: Raw | None, one: Raw, other: Raw) -> Mixed:
    begun = base if isinstance(base, dict) else {}
    sides = [(registers(raw, kind), stamps_of(raw)) for raw in (begun, one, other)]
    values: dict[str, Any] = {}
    stamps: dict[str, str] = {}
    lost: list[Lost] = []
    paths = {path for found, times in sides for path in (*found, *times)}
    for path in sorted(paths):
        old, mine, theirs = (
            _Version(found.get(path, _ABSENT), times.get(path, "")) for found, times in sides
        )
        version, gone = _register(path, old, mine, theirs, is_known=base is not None)
        lost += gone
        if version.value is not _ABSENT:
            values[path] = version.value
        if version.stamp:
            stamps[path] = version.stamp
    raw = assembled(values, stamps, kind)
    same = [side for side in (one, other) if side == raw]
    return Mixed(min(same, key=_text) if same else raw, tuple(lost))


def _register(
    path: str, old: _Version, one: _Version, other: _Version, *, is_known: bool
) -> tuple[_Version, Iterable[Lost]]:
    if one == other or other == old:
        return one, ()
    if one == old:
        return other, ()
    earlier, later = sorted((one, other), key=lambda version: version.rank)
    if one.value == other.value:
        return later, ()
    if (path in _SETS or path in _KEYED) and _are_lists(one.value, other.value):
        began, mine, theirs = (
            version.value if isinstance(version.value, list) else [] for version in (old, later, earlier)
        )
        items, lost = _merged_list(path, began, mine, theirs, is_known=is_known)
        return _Version(items or _ABSENT, later.stamp), lost
    if earlier.value is _ABSENT or earlier.value == old.value:
        return later, ()
    return later, (Lost(path, earlier.value, None if later.value is _ABSENT else later.value),)


def _are_lists(*values: object) -> bool:
    """One that is not set holds nothing."""
    return all(value is _ABSENT or isinstance(value, list) for value in values)


def _merged_list(
    path: str, old: list[Any], one: list[Any], other: list[Any], *, is_known: bool
) -> tuple[list[Any], list[Lost]]:
    """The items of both, as far as neither took them out: in the order of `old`, then in one of their own.

    Where it is not known what both began with, in the order of `one`, then of `other`.
    """
    began, mine, theirs = (_by_key(path, items) for items in (old, one, other))
    new = (*mine, *(key for key in theirs if key not in mine))
    order = (*began, *sorted(key for key in new if key not in began)) if is_known else new
    items: list[Any] = []
    lost: list[Lost] = []
    for key in order:
        item, gone = _item(path, began.get(key), mine.get(key), theirs.get(key))
        lost += gone
        if item is not None:
            items.append(item)
    return items, lost


def _by_key(path: str, items: list[Any]) -> dict[tuple[str, int], Any]:
    """The items by what they are known by, and how often that came before."""
    found: dict[tuple[str, int], Any] = {}
    count: dict[str, int] = {}
    for item in items:
        names = _KEYED.get(path, ())
        known = {name: item.get(name) for name in names} if names and isinstance(item, dict) else item
        key = _text(known, in_order=True)
        found[key, count.setdefault(key, 0)] = item
        count[key] += 1
    return found


def _item(path: str, old: Any, one: Any, other: Any) -> tuple[Any, list[Lost]]:
    if one == other or other == old:
        return one, []
    if one == old:
        return other, []
    if one is None or other is None or not (isinstance(one, dict) and isinstance(other, dict)):
        return (one if other is None else other), []
    began = old if isinstance(old, dict) else {}
    found: dict[str, Any] = {}
    lost: list[Lost] = []
    for name in (*one, *(name for name in other if name not in one)):
        value, mine, theirs = began.get(name), one.get(name), other.get(name)
        if mine != theirs and theirs != value:
            mine = theirs if mine == value else _later(path, one, name, mine, theirs, lost)
        if mine is not None:
            found[name] = mine
    return dict(sorted(found.items())), lost


def _later(path: str, item: Raw, name: str, one: Any, other: Any, lost: list[Lost]) -> Any:
    """The one of two values of an item that sorts later: of two days the later one."""
    gone, kept = sorted((one, other), key=lambda value: ("", "") if value is None else ("1", _text(value)))
    if gone is not None:
        known = {key: item[key] for key in _KEYED[path] if key in item}
        lost.append(Lost(path, [{**known, name: gone}], [{**known, name: kept}]))
    return kept


def _whole(kind: type[Document], one: Raw, other: Raw) -> Mixed:
    """The one of two that was changed last, where no document can be made of both."""

    def rank(raw: Raw) -> tuple[Any, ...]:
        return fits(kind, raw), max(map(moment, stamps_of(raw).values()), default=moment("")), digest(raw)

    gone, kept = sorted((one, other), key=rank)
    standing = registers(kept, kind)
    lost = [
        Lost(path, value, standing.get(path))
        for path, value in registers(gone, kind).items()
        if standing.get(path) != value
    ]
    return Mixed(kept, tuple(lost))


def _text(value: Any, *, in_order: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=in_order)
