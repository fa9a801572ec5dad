"""A mistake in a file as one who edits it by hand needs it told: file, line, field, what belongs there."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import NamedTuple

from netjournal.errors import Unavailable
from netjournal.store.files import read_whole

_FIELD = re.compile(r"(?P<field>[a-z_]+(?:\[(?:[0-9]+|\.\.\.)\]|\.[a-z_]+)*): (?P<what>.+)")
_MISSING = re.compile(r"(?:(?P<field>[\w.\[\]]+): )?(?:[Oo]bject )?missing required field `(?P<name>\w+)`")
_KINDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "an object in { }",
    "date": "a day in quotes, 2026-11-03",
    "datetime": "a time in quotes, 2026-11-03T15:00:00+01:00",
    "null": "null",
}
_DAYS = ("real date", "real datetime")
_EXPECTED = re.compile(r"expected `([a-z | ]+)`")
_LENGTH = re.compile(r"expected `str` of length >= 1")


class Misfit(NamedTuple):
    """A document that does not fit: its `line` in the file (0 if it is not found), the field (empty for the
    whole document), and in words what is wrong.
    """

    line: int
    field: str
    what: str


def understand(folder: Path, shelf: str, id: str, message: str) -> Misfit:
    """The mistake that `message` tells of, as `from_raw` words it, in a document on a shelf."""
    rest = message.removeprefix(f"{shelf}.json: {id}: ").removesuffix(".")
    data = b""
    with contextlib.suppress(Unavailable):
        found = read_whole(folder / f"{shelf}.json")
        data = found[0] if found else b""
    if missing := _MISSING.fullmatch(rest):
        field = ".".join(part for part in (missing["field"], missing["name"]) if part)
        return Misfit(line_of(data, id), field, "is missing")
    if told := _FIELD.fullmatch(rest):
        field = told["field"]
        return Misfit(line_of(data, id, field), field, _in_words(field, told["what"]))
    return Misfit(line_of(data, id), "", rest)


def say(shelf: str, id: str, misfit: Misfit) -> str:
    """``months/2026-11.json, line 14: "mood" must be 1 to 5.``"""
    where = f"{shelf}.json, line {misfit.line}" if misfit.line else f"{shelf}.json, {id}"
    field = f'"{misfit.field}" ' if misfit.field else ""
    return f"{where}: {field}{misfit.what}."


def line_of(data: bytes, id: str, field: str = "") -> int:
    """The number of the line on which a document begins, or its field if it has lines of its own; or 0."""
    begins = re.search(rb'"%b"\s*:' % re.escape(id.encode()), data)
    if begins is None:
        return 0
    start = begins.start()
    line = data.count(b"\n", 0, start) + 1
    end = data.find(b"\n", start)
    first = re.split(r"[.\[]", field)[0].encode()
    if first and end > 0 and b"}" not in data[start:end]:
        found = data.find(b'"%b"' % first, end)
        following = re.search(rb'"[0-9A-HJKMNP-TV-Z]{26}"\s*:', data[end:])
        if found > 0 and (following is None or found < end + following.start()):
            return data.count(b"\n", 0, found) + 1
    return line


def _in_words(field: str, what: str) -> str:
    """What is wrong with a field, after its name."""
    if field.rpartition(".")[2] in ("mood", "energy", "rating"):
        return "must be 1 to 5"
    if _LENGTH.match(what):
        return "must not be empty"
    if any(day in what for day in _DAYS):
        kind = "datetime" if "datetime" in what else "date"
        return f"must be {_KINDS[kind]}, and a real one"
    if "timezone" in what:
        return "must say its offset from UTC, as in 2026-11-03T15:00:00+01:00"
    if found := _EXPECTED.match(what):
        kinds = [_KINDS.get(kind.strip(), kind.strip()) for kind in found[1].split("|")]
        expected = " or ".join(kind for kind in kinds if kind != "null")
        more = what[found.end() :].partition(",")[0].replace(">= 1", "from 1 on")
        return f"must be {expected}{more}".rstrip()
    if what.startswith("invalid enum value"):
        return f"cannot be {what.removeprefix('invalid enum value ')}"
    return f"is wrong: {what}"
