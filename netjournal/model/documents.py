"""Between frozen values and the JSON objects they are kept as."""

from __future__ import annotations

import datetime as dt
import operator
import re
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from netjournal.errors import Changed, Misused, Unavailable

_HALF = "[\ud800-\udfff]"
_HALF_OR_NUL = "[\0\ud800-\udfff]"

Raw = dict[str, Any]
"""A document as it stands in a file: a JSON object, without its id."""

Aware = Annotated[dt.datetime, Meta(tz=True)]
"""A time with its offset from UTC; kept to the minute of the offset."""


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value that is kept under an id of its own; empty fields are left out of the file."""

    id: str


D = TypeVar("D", bound=Document)


def from_raw(kind: type[D], id: str, raw: object, where: str) -> D:
    """The value that `raw` stands for; fields we do not know are left to `changed`.

    Raises Unavailable with `where`, the id and the path of the field that does not fit.
    """
    if not isinstance(raw, dict):
        raise _misfit(where, id, "not a JSON object")
    try:
        value = msgspec.convert({**raw, "id": id}, kind)
    except msgspec.ValidationError as error:
        raise _misfit(where, id, _plain(error)) from error
    if path := _unwritable(value, _encoded(value), _HALF):
        raise _misfit(where, id, f"{path}: half of a surrogate pair stands in the text")
    return value


def to_raw(value: Document) -> Raw:
    """The JSON object that `value` is kept as, keys in the order of its fields.

    Raises Misused for text that no JSON file can hold: NUL and halves of surrogate pairs.
    """
    written = _encoded(value)
    if path := _unwritable(value, written, _HALF_OR_NUL):
        raise Misused(f"The {path} holds characters that cannot be kept.", "Is it UTF-8 text?")
    return _raw(written)


def changed(raw: Raw, before: D, after: D) -> Raw:
    """`raw` with the change from `before` to `after` made in it, and everything else in it as it was.

    Fields that somebody else changed meanwhile stay; so do fields that we do not know, however deep.
    Raises Changed naming the field if both changed the same one to different values, Misused as
    `to_raw`, and Unavailable if `raw` does not fit any more.
    """
    standing = from_raw(type(before), before.id, raw, "meanwhile")
    here, old, new = _as_read(standing), _as_read(before), to_raw(after)
    result = dict(raw)
    for key in (name for name in type(after).__struct_fields__ if old.get(name) != new.get(name)):
        if here.get(key) not in (old.get(key), new.get(key)):
            raise Changed(
                f"The {key} was changed elsewhere in the meantime.",
                "Look at it again, then repeat your change.",
            )
        if key in new:
            result[key] = _merged(raw.get(key), here.get(key), new[key])
        else:
            result.pop(key, None)
    known = {name: result[name] for name in type(after).__struct_fields__ if name in result}
    return known | {name: result[name] for name in sorted(result.keys() - known.keys())}


def _merged(raw: Any, read: Any, new: Any) -> Any:
    """`new`, with the keys of `raw` that our version does not see (not in `read`)."""
    if isinstance(raw, dict) and isinstance(read, dict) and isinstance(new, dict):
        unknown = {key: raw[key] for key in sorted(raw.keys() - read.keys() - new.keys())}
        return {key: _merged(raw.get(key), read.get(key), new[key]) for key in new} | unknown
    if isinstance(raw, list) and isinstance(read, list) and isinstance(new, list):
        origins = _origins(read, new)
        return [
            item if origin is None else _merged(raw[origin], read[origin], item)
            for item, origin in zip(new, origins, strict=True)
        ]
    return new


def _origins(read: list[Any], new: list[Any]) -> list[int | None]:
    """For each item of `new` where in `read` it comes from: from the same, from one like it, or in turn."""
    origins: list[int | None] = [None] * len(new)
    left = list(range(len(read)))
    for is_it in (operator.eq, _is_like) + ((_is_any,) if len(read) == len(new) else ()):
        for position, item in enumerate(new):
            found = [place for place in left if is_it(read[place], item)]
            if origins[position] is None and found:
                origins[position] = found[0]
                left.remove(found[0])
    return origins


def _is_like(one: Any, other: Any) -> bool:
    return isinstance(one, dict) and isinstance(other, dict) and not one.items().isdisjoint(other.items())


def _is_any(one: Any, other: Any) -> bool:
    return True


def _as_read(value: Document) -> Raw:
    return _raw(msgspec.json.encode(value))


def _raw(written: bytes) -> Raw:
    raw: Raw = msgspec.json.decode(written)
    del raw["id"]
    return raw


def _encoded(value: Document) -> bytes:
    """The value as JSON, empty if half of a surrogate pair stands in it."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return b""


def _unwritable(value: Document, written: bytes, what: str) -> str:
    """The path of the first text in `value`, as JSON `written`, that has `what` in it, else empty."""
    if written and b"\\u0000" not in written:  # quicker than to look at each text
        return ""
    return _path_of(what, msgspec.to_builtins(value), "")


def _path_of(what: str, value: Any, path: str) -> str:
    if isinstance(value, str):
        return path if re.search(what, value) else ""
    parts: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        parts = ((f"{path}.{key}" if path else key, item) for key, item in value.items())
    elif isinstance(value, (list, tuple)):
        parts = ((f"{path}[{position}]", item) for position, item in enumerate(value))
    return next((found for inner, item in parts if (found := _path_of(what, item, inner))), "")


def _misfit(where: str, id: str, what: str) -> Unavailable:
    return Unavailable(f"{where}: {id}: {what}.", "It was left as it is. Mend the file by hand.")


def _plain(error: msgspec.ValidationError) -> str:
    """The library's message with the path first: ``tags[1]: expected `str`, got `int```."""
    what, found, path = str(error).rpartition(" - at `")
    if not found:
        return str(error)
    path = path.rstrip("`").removeprefix("$").removeprefix(".")
    what = what.replace("Invalid RFC3339 encoded", "not a real")
    return f"{path}: {what[:1].lower()}{what[1:]}" if path else what
