"""From the text of settings.toml to the settings: what is right in it holds, what is not is named by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from netjournal.settings.values import DEFAULTS, Settings

if TYPE_CHECKING:
    from netjournal.settings.statements import Path, Statement
ALL = "journal"
"""What a mistake is about that leaves open where the journal lies."""


class Mistake(NamedTuple):
    """Something in a file that does not hold: its line, the setting that it is about (``circles.close``),
    what is wrong, and what was meant.
    """

    line: int
    about: str
    message: str
    hint: str


class Read(NamedTuple):
    """What a file sets, and what in it does not hold; for that the defaults do."""

    settings: Settings = DEFAULTS
    mistakes: tuple[Mistake, ...] = ()


def read_text(text: str) -> Read:
    """The settings in the TOML `text`; of one longer than any hand writes nothing holds."""
    if not text:
        return Read()
    from netjournal.settings.toml import LONGEST, TAKE_OUT, TOO_LONG, loads  # not for who set nothing

    if len(text) > LONGEST:
        return Read(mistakes=(Mistake(0, ALL, TOO_LONG, TAKE_OUT),))
    try:
        return Read(msgspec.convert(loads(text), Settings))
    except (ValueError, RecursionError, msgspec.ValidationError):
        return _line_by_line(text)


class _Reader:
    """What was found so far."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {}
        self.lines: dict[Path, int] = {}
        self.mistakes: list[Mistake] = []
        self._unknown: set[Path] = set()

    def note(self, line: int, about: str, message: str, hint: str = "") -> None:
        """A mistake."""
        self.mistakes.append(Mistake(line, about, message, hint))

    def head(self, found: Statement) -> None:
        """The head of a table: is there one of this name?"""
        section: object = DEFAULTS
        for part in found.path:
            section = getattr(section, part, None) if isinstance(section, msgspec.Struct) else None
        if not isinstance(section, msgspec.Struct | dict):
            self._unknown.add(found.path)
            known = [name for name in DEFAULTS.__struct_fields__ if _is_table(getattr(DEFAULTS, name))]
            said = ".".join(found.path)
            hint = meant(found.path[0], known)
            self.note(found.first, said, f"`[{said}]` is no part of the settings.", hint)

    def value(self, line: int, path: Path, value: object) -> None:
        """One key; what fits goes into the document."""
        if any(path[:length] in self._unknown for length in range(1, len(path) + 1)):
            return
        said = ".".join(path)
        if path in self.lines:
            self.note(line, said, f"`{said}` is set twice; line {self.lines[path]} holds.")
            return
        self.lines[path] = line
        known = _known(path)
        if known is not None:
            self.note(line, said, f"`{said}` is no setting.", meant(path[-1], known))
            return
        try:
            msgspec.convert(_nested(path, value), Settings)
        except msgspec.ValidationError:
            self.note(line, said, f"`{said}` cannot be {_shown(value)}.", may_be(path))
            return
        place = self.document
        for part in path[:-1]:
            place = place.setdefault(part, {})
        place[path[-1]] = value


def _line_by_line(text: str) -> Read:
    from netjournal.settings.statements import Slip, statements

    reader = _Reader()
    for found in statements(text):
        if isinstance(found, Slip):
            why = f"this is not TOML: {found.why[:1].lower()}{found.why[1:]}."
            reader.note(found.line, found.key, why, 'Text stands in quotes: theme = "light".')
        elif found.is_head:
            reader.head(found)
        else:
            for path, value in _leaves(found.path, found.value):
                reader.value(found.first, path, value)
    return Read(msgspec.convert(reader.document, Settings), tuple(reader.mistakes))


def meant(said: str, known: Collection[str]) -> str:
    """``Did you mean `theme`?``; empty where nothing is like it."""
    from difflib import get_close_matches

    close = get_close_matches(said, known, n=1, cutoff=0.5)
    return f"Did you mean `{close[0]}`?" if close else ""


def may_be(path: Path) -> str:
    """What a setting may be, in a sentence."""
    from msgspec import inspect

    kind: Any = inspect.type_info(Settings)
    for part in path:
        if isinstance(kind, inspect.StructType):
            kind = next(field.type for field in kind.fields if field.name == part)
        elif isinstance(kind, inspect.DictType):
            kind = kind.value_type
    if isinstance(kind, inspect.LiteralType):
        *others, last = [f'"{value}"' for value in kind.values]
        return f"It may be {', '.join(others)} or {last}."
    if isinstance(kind, inspect.BoolType):
        return "It may be true or false."
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        whole = "whole number" if isinstance(kind, inspect.IntType) else "number"
        return f"It is a {whole} from {kind.ge} to {kind.le}."
    if isinstance(kind, inspect.TupleType):
        return 'It is three texts: ["at 1", "at 3", "at 5"].'
    if isinstance(kind, inspect.VarTupleType):
        return 'It is a list of texts: ["one", "another"].'
    return (
        "It is the short name of a language, such as de."
        if path == ("language",)
        else "It is a text in quotes."
    )


def _leaves(path: Path, value: object) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict) and (_known(path) is None) and _is_table(_default(path)):
        for key, part in value.items():
            yield from _leaves((*path, key), part)
    else:
        yield path, value


def _known(path: Path) -> Collection[str] | None:
    """The names that a key could have if there is none of this path; None if there is one."""
    place: object = DEFAULTS
    for part in path:
        if isinstance(place, dict):
            return None if path[-1] == part else ()
        if not isinstance(place, msgspec.Struct):
            return ()
        if part not in place.__struct_fields__:
            return place.__struct_fields__
        place = getattr(place, part)
    return None


def _default(path: Path) -> object:
    place: object = DEFAULTS
    for part in path:
        place = getattr(place, part, None)
    return place


def _is_table(value: object) -> bool:
    return isinstance(value, msgspec.Struct | dict)


def _nested(path: Path, value: object) -> object:
    for part in reversed(path):
        value = {part: value}
    return value


def _shown(value: object) -> str:
    written = (
        f"“{value}”"
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
    return written if len(written) <= 40 else f"{written[:38]}…"
