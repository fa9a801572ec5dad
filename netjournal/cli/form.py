"""A person or an entry as a page of TOML, to be changed in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from netjournal.language.visible import visible
from netjournal.model import Contact, Interaction

_KEEP = "# Save and close to keep what you changed. An empty page leaves everything as it was.\n"
_LONG = ("text", "about", "answer")
_NOTES = {
    "birthday": "1906-12-09, or --12-09 without the year",
    "circle": "inner, close, friends, wider, or empty",
    "rhythm": "days between two hellos",
    "zone": "such as Asia/Kolkata",
    "through": "the name of whoever brought you together",
    "people": "whole names, or ids",
    "time": "such as 18:40",
    "channel": "in_person, call, video, message, email, event, or empty",
    "initiated": "who reached out: me, them, or empty",
    "mood": "1 to 5",
    "energy": "1 to 5",
    "by": "me or them",
    "due": "such as 2026-11-20",
    "rating": "1 to 5",
}
PERSON = (
    *("name", "nicknames", "organisation", "role", "field", "place", "zone", "emails", "phones", "links"),
    *("birthday", "tags", "circle", "rhythm", "details", "needs", "offers", "about"),
)
ENTRY = (
    *("text", "date", "time", "people", "channel", "place", "tags", "gave", "got"),
    *("initiated", "mood", "energy"),
)
MET = ("date", "place", "through")
PROMISE = ("text", "by", "due", "kept")
ANSWER = ("answer", "rating", "private")


def page_of(document: Contact | Interaction, names: Mapping[str, str]) -> str:
    """The page for a document; `names` holds the name of each id in it."""
    return "\n".join(_person(document, names) if isinstance(document, Contact) else _entry(document, names))


def _person(person: Contact, names: Mapping[str, str]) -> Iterator[str]:
    met = _fields(person.met, MET)
    if person.met and person.met.through:
        met["through"] = names[person.met.through]
    yield _KEEP
    yield from _lines(_fields(person, PERSON))
    yield "\n[met]"
    yield from _lines(met)
    yield ""


def _entry(entry: Interaction, names: Mapping[str, str]) -> Iterator[str]:
    fields = _fields(entry, ENTRY)
    fields["people"] = [names[id] for id in entry.people]
    fields["time"] = f"{entry.at:%H:%M}" if entry.at else ""
    yield _KEEP
    yield from _lines(fields)
    for promise in entry.promises:
        yield "\n[[promises]]"
        yield from _lines(_fields(promise, PROMISE), long=())
    if entry.reflection is not None:
        yield "\n[reflection]"
        yield f"# {visible(entry.reflection.question)}"
        yield from _lines(_fields(entry.reflection, ANSWER))
    yield ""


def _fields(value: msgspec.Struct | None, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(value, name, None) for name in names}


def _lines(fields: Mapping[str, Any], long: Sequence[str] = _LONG) -> Iterator[str]:
    for name, value in fields.items():
        written = _block(value or "") if name in long else _written(value)
        wanted = name in _NOTES and not (value and _NOTES[name].startswith("such as"))
        note = f"  # {_NOTES[name]}" if wanted and "\n" not in written else ""
        yield f"{name} = {written}{note}"


def _written(value: Any) -> str:
    """A value of TOML on one line; nothing is an empty text, which is shorter than to leave the line out."""
    if value is None:
        return '""'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_written(item) for item in value)}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """A basic string, with what no editor would show escaped."""
    signs = {ord(letter): _escape(letter) for letter in set(text) if visible(letter) != letter}
    return json.dumps(text, ensure_ascii=False) if not signs else f'"{_escaped(text).translate(signs)}"'


def _block(text: str) -> str:
    """A text on lines of its own, as it is; quoted where those lines could not hold it."""
    plain = all(letter == "\n" or visible(letter) == letter for letter in set(text))
    return f"'''\n{text}\n'''" if plain and "'''" not in text else _quoted(text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
