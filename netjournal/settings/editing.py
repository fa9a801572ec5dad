"""Changing one setting in the text of settings.toml: every other line stays as its writer left it."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from netjournal.errors import JournalError
from netjournal.settings.reading import read_text
from netjournal.settings.statements import Path, Statement, statements
from netjournal.settings.values import Settings

Value = str | bool | int | float | tuple[str, ...]


def with_setting(text: str, path: Path, value: Value) -> str:
    """`text` with the setting at `path` (``("circles", "close")``) as `value`.

    Raises JournalError if that cannot be said in this file without touching more of it.
    """
    found = [one for one in statements(text) if isinstance(one, Statement)]
    standing = next((one for one in found if not one.is_head and one.path == path), None)
    around = next((one for one in found if not one.is_head and one.path and one.path == path[:-1]), None)
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if standing is not None:
        lines = _replaced(lines, standing, value)
    elif around is not None and isinstance(around.value, dict):
        lines = _replaced(lines, around, {**around.value, path[-1]: value})
    else:
        lines = _inserted(lines, found, path, value, ending)
    changed = "".join(lines)
    if value_at(read_text(changed).settings, path) != value:
        raise JournalError(f"`{'.'.join(path)}` could not be set in this file.", "Set it there by hand.")
    return changed


def value_at(settings: Settings, path: Path) -> Any:
    """The value of a setting."""
    place: Any = settings
    for part in path:
        place = place.get(part) if isinstance(place, dict) else getattr(place, part)
    return place


def as_toml(value: object) -> str:
    """A value as TOML writes it, in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {as_toml(part)}' for key, part in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else as_toml(key)


def _replaced(lines: list[str], standing: Statement, value: object) -> list[str]:
    """With another value on the lines of a statement; what is noted behind it stays."""
    old = "".join(lines[standing.first - 1 : standing.last])
    body = old.rstrip("\r\n")
    before, _, rest = body.partition("=")
    new = f"{before.rstrip()} = {as_toml(value)}{_comment(rest)}{old[len(body) :]}"
    return [*lines[: standing.first - 1], new, *lines[standing.last :]]


def _comment(rest: str) -> str:
    """What is noted behind a value, with the space before it: the first # that the value ends before."""
    for position, sign in enumerate(rest):
        if sign == "#":
            try:
                tomllib.loads(f"x ={rest[:position]}")
            except (ValueError, RecursionError):
                continue
            return rest[len(rest[:position].rstrip()) :]
    return ""


def _inserted(lines: list[str], found: list[Statement], path: Path, value: Value, ending: str) -> list[str]:
    """With a new line: below its line that is commented out, else after the last of its table."""
    new = f"{_key(path[-1])} = {as_toml(value)}{ending}"
    heads = [one for one in found if one.is_head]
    head = next((one for one in heads if one.path == path[:-1]), None)
    if lines and not lines[-1].endswith("\n"):
        lines = [*lines[:-1], f"{lines[-1]}{ending}"]
    if len(path) > 1 and head is None:
        gap = [ending] if lines and lines[-1].strip() else []
        return [*lines, *gap, f"[{'.'.join(map(_key, path[:-1]))}]{ending}", new]
    first = head.last if head is not None else 0
    last = next((one.first - 1 for one in heads if one.first > first), len(lines))
    noted = [number for number in range(first, last) if _is_noted(lines[number], path[-1])]
    inside = [one.last for one in found if not one.is_head and first < one.first <= last]
    place = (
        noted[0] + 1 if noted else inside[-1] if inside else first if head else _after_comments(lines, last)
    )
    return [*lines[:place], new, *lines[place:]]


def _is_noted(line: str, key: str) -> bool:
    """Whether it is the line of this setting, commented out."""
    bare = line.strip().lstrip("#").strip()
    return line.lstrip().startswith("#") and bare.partition("=")[0].strip() == key and "=" in bare


def _after_comments(lines: list[str], last: int) -> int:
    """Before the first table, but above what is noted right over its head."""
    place = last
    while last < len(lines) and place and lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place
