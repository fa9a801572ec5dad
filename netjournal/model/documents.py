"""Between frozen values and the JSON objects they are kept as."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from netjournal.errors import JournalError, Misused, Unavailable

Raw = dict[str, Any]
"""A document as it stands in a file: a JSON object, without its id."""


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value that is kept under an id of its own; empty fields are left out of the file."""

    id: str


D = TypeVar("D", bound=Document)


def from_raw(kind: type[D], id: str, raw: object, where: str) -> D:
    """The value that `raw` stands for; fields we do not know are left to `changed`.

    Raises Unavailable with `where`, the id and the path of the field that does not fit.
    """
    if not isinstance(raw, dict):
        raise Unavailable(f"{where}: {id} is not a JSON object.", "Mend it by hand, or bring back a backup.")
    try:
        return msgspec.convert({**raw, "id": id}, kind)
    except msgspec.ValidationError as error:
        raise Unavailable(
            f"{where}: {id}: {_plain(error)}.", "Mend the file by hand; nothing was changed."
        ) from error


def to_raw(value: Document) -> Raw:
    """The JSON object that `value` is kept as, keys in the order of its fields.

    Raises Misused for text that no JSON file can hold: NUL and halves of surrogate pairs.
    """
    raw: Raw = _writable(msgspec.to_builtins(value), "")
    del raw["id"]
    return raw


def changed(raw: Raw, before: Document, after: Document) -> Raw:
    """`raw` with the change from `before` to `after` made in it, and everything else in it as it was.

    Fields that somebody else changed meanwhile stay; so do fields that we do not know.
    Raises JournalError naming the field if both changed the same one to different values.
    """
    old, new = to_raw(before), to_raw(after)
    result = dict(raw)
    for key in old.keys() | new.keys():
        if old.get(key) == new.get(key):
            continue
        here = raw.get(key)
        if _known_part(here, old.get(key)) != old.get(key) and here != new.get(key):
            raise JournalError(
                f"The {key} was changed elsewhere in the meantime.",
                "Look at it again, then repeat your change.",
            )
        if key in new:
            result[key] = _merged(here, old.get(key), new[key])
        else:
            del result[key]
    known = {name: result[name] for name in type(after).__struct_fields__ if name in result}
    return known | {name: result[name] for name in sorted(result.keys() - known.keys())}


def _known_part(here: Any, old: Any) -> Any:
    """`here` without the keys that a reader of our version never saw in it."""
    if isinstance(here, dict) and isinstance(old, dict):
        return {key: _known_part(here[key], old[key]) for key in here if key in old}
    if isinstance(here, list) and isinstance(old, list) and len(here) == len(old):
        return [_known_part(one, other) for one, other in zip(here, old, strict=True)]
    return here


def _merged(here: Any, old: Any, new: Any) -> Any:
    """`new`, with the keys of `here` kept that are unknown to us, however deep."""
    if isinstance(here, dict) and isinstance(new, dict):
        old = old if isinstance(old, dict) else {}
        unknown = {key: here[key] for key in sorted(here) if key not in old and key not in new}
        return {key: _merged(here.get(key), old.get(key), new[key]) for key in new} | unknown
    if isinstance(here, list) and isinstance(old, list) and isinstance(new, list) and len(here) == len(old):
        return [_merged_item(item, index, here, old, new) for index, item in enumerate(new)]
    return new


def _merged_item(item: Any, index: int, here: list[Any], old: list[Any], new: list[Any]) -> Any:
    if item in old:
        return here[old.index(item)]
    return _merged(here[index], old[index], item) if len(old) == len(new) else item


def _writable(value: Any, path: str) -> Any:
    """`value` with lists for tuples; raises Misused with the path of a text that cannot be written."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise Misused(f"The {path or 'text'} holds characters that cannot be kept.", "Is it UTF-8 text?")
        return value
    if isinstance(value, dict):
        return {key: _writable(item, f"{path}.{key}" if path else key) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_writable(item, f"{path}[{index}]") for index, item in enumerate(value)]
    return value


def _plain(error: msgspec.ValidationError) -> str:
    """The library's message with the path first: ``tags[1]: expected `str`, got `int```."""
    what, _, path = str(error).partition(" - at `")
    path = path.rstrip("`").removeprefix("$").removeprefix(".")
    what = what.replace("Invalid RFC3339 encoded", "not a real")
    return f"{path}: {what[:1].lower()}{what[1:]}" if path else what
