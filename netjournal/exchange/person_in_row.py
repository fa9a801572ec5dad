"""The person of whom a row of another program's table tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from netjournal.exchange.vcard_fields import is_persons_group, read_day
from netjournal.exchange.vcard_lines import escaped
from netjournal.model import Contact

LISTS = frozenset({"nicknames", "emails", "phones", "links"})
"""Fields of several texts."""

ONE = frozenset({"organisation", "role", "place", "birthday"})
"""Fields of one text only."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = ("given", "more", "family")
_TEXTS = ONE - {"birthday"}
_ELSE = ("organisation", "nicknames", "emails", "phones")
"""What somebody is called by who has no name."""


def person_of(
    found: Mapping[str, Sequence[str]], day_first: bool, said: list[str], lines: list[str]
) -> Contact | None:
    """Who they are by what was `found` for each field, None if nobody; every text of `found` is some word.

    What does not fit is `said`, and what no field has room for becomes one of the `lines` of a vCard.
    """
    parts = [" ".join(found[part]) for part in _NAMES if part in found]
    whole = " ".join(parts)
    name = _first(found, "name") or whole or _otherwise_called(found)
    if not name:
        return None
    if "family" in found and (name != whole or "more" in found or " " in parts[-1]):
        family, given, more = (" ".join(found.get(part, ())) for part in ("family", "given", "more"))
        lines.append(f"N:{';'.join(map(escaped, (family, given, more)))};;")
    fields: dict[str, Any] = {}
    for field, texts in found.items():
        if field in LISTS:
            fields[field] = each_once(texts)
        elif field in _TEXTS:
            fields[field] = texts[0]
    if birthday := _first(found, "birthday"):
        fields["birthday"] = _day(birthday, day_first)
        if not fields["birthday"]:
            said.append("the birthday is not a day; it is kept as it is")
            lines.append(f"BDAY;VALUE=text:{escaped(birthday)}")
    if "tags" in found:
        fields["tags"] = each_once([*_groups(found["tags"])])
    if "about" in found or "connected" in found:
        connected = [f"Connected on LinkedIn: {_in_words(text)}" for text in found.get("connected", ())[:1]]
        fields["about"] = "\n\n".join((*found.get("about", ()), *connected))
    return Contact(id="", name=name, **fields)


def _otherwise_called(found: Mapping[str, Sequence[str]]) -> str:
    return next((found[field][0] for field in _ELSE if field in found), "")


def _first(found: Mapping[str, Sequence[str]], field: str) -> str:
    return found[field][0] if field in found else ""


def _groups(texts: Iterable[str]) -> Iterator[str]:
    """The tags in cells of groups; Google marks its own with a star."""
    for tag in (part.strip() for text in texts for part in text.split(";")):
        if tag and not tag.startswith("* ") and is_persons_group(tag):
            yield tag


def each_once(values: Sequence[str]) -> tuple[str, ...]:
    """`values` without those that stand there already."""
    return tuple(values if len(values) < 2 else dict.fromkeys(values))


def _day(text: str, day_first: bool) -> str:
    """A birthday in ISO form, or as programs write it for people: month, day, year, or the day first."""
    if day := read_day(text):
        return day
    found = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    if found is None:
        return ""
    day_first = day_first or "." in text or int(found[1]) > 12
    month, day = (found[2], found[1]) if day_first else (found[1], found[2])
    return read_day(f"{found[3]}-{month}-{day}")


def _in_words(text: str) -> str:
    """``2024-03-12`` for ``12 Mar 2024`` and ``12-Mar-24``; anything else as it is."""
    found = re.fullmatch(r"([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](?:20)?([0-9]{2})", text)
    if found is None or found[2].casefold() not in _MONTHS:
        return text
    return f"20{found[3]}-{_MONTHS.index(found[2].casefold()) + 1:02}-{int(found[1]):02}"
