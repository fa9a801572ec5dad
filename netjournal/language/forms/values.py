"""Values as one types them into a form, and back: quoted only where plain words would not hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from netjournal.errors import Misused
from netjournal.language.days.dates import Prefer, understand
from netjournal.language.days.words import MONTHS
from netjournal.language.visible import visible

LONGEST_PHRASE = 80

_BOTH: tuple[Prefer, ...] = ("future", "past")

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_ITEM = rf"(?s)\s*(?:(?P<quoted>{_QUOTED})\s*(?=;|\Z)|(?P<plain>[^;]*))(?:;|\Z)"
_TAG = rf"(?s)#*(?P<quoted>{_QUOTED})|(?P<plain>[^\s,;]+)"
_PLAIN_TAG = r"[^\s#\",;][^\s\",;]*"
_LIKE = "Write a day like 17 November 2026, or yesterday."
_DAY = rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})"


def write_line(text: str) -> str:
    """`text` on one line: as it is, or as a JSON string where a line would lose something of it."""
    return text if not text or _is_plain(text) else quoted(text)


def read_line(typed: str) -> str:
    """What was typed, without space around it; a JSON string is the text that it stands for."""
    line = typed.strip()
    if len(line) > 1 and line[0] == line[-1] == '"':
        try:
            return msgspec.json.decode(line, type=str)
        except msgspec.DecodeError:
            return line
    return line


def quoted(text: str) -> str:
    """A JSON string, with what no editor shows written as its number."""
    signs = {ord(letter): _number(letter) for letter in set(text) if visible(letter) != letter}
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.translate(signs)}"'


def write_items(items: Sequence[str]) -> str:
    """``a; b; c``, with quotes around an item that holds a semicolon."""
    return "; ".join(item if _is_plain(item) and ";" not in item else quoted(item) for item in items)


def split_items(typed: str) -> tuple[str, ...]:
    """The items between semicolons; empty ones are left out."""
    found = (read_line(match["quoted"] or match["plain"]) for match in re.finditer(_ITEM, typed))
    return tuple(item for item in found if item)


def read_items(typed: str) -> tuple[str, ...]:
    """The same, each once."""
    return tuple(dict.fromkeys(split_items(typed)))


def write_lines(items: Sequence[str]) -> str:
    """One item a line."""
    return "\n".join(item if _is_plain(item) else quoted(item) for item in items)


def read_lines(typed: str) -> tuple[str, ...]:
    """An item from each line; empty ones are left out."""
    return tuple(item for line in typed.split("\n") if (item := read_line(line)))


def read_text(typed: str) -> str:
    """Free text without empty lines around it."""
    return typed.strip("\n")


def write_tags(tags: Sequence[str]) -> str:
    """``#food #work:hiring``."""
    return " ".join(
        f"#{tag if re.fullmatch(_PLAIN_TAG, tag) and visible(tag) == tag else quoted(tag)}" for tag in tags
    )


def read_tags(typed: str) -> tuple[str, ...]:
    """The tags in a line, each once, with or without their sign, apart by spaces, commas or semicolons."""
    found = (read_line(match["quoted"] or match["plain"].lstrip("#")) for match in re.finditer(_TAG, typed))
    return tuple(dict.fromkeys(tag for tag in found if tag))


def write_day(day: date | None) -> str:
    """``17 November 2026``; empty for None."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}" if day else ""


def read_day(
    typed: str, label: str, now: datetime, prefer: Prefer = "past", *, like: str = _LIKE
) -> date | None:
    """A day in any words that `understand` knows; None for none. Raises Misused that names the field.

    `like` says how one may be written.
    """
    text = typed.strip()
    if not text:
        return None
    try:
        if found := re.fullmatch(_DAY, text):
            return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        moment = understand(text, now, prefer) if len(text) <= LONGEST_PHRASE else None
    except ValueError:
        raise misfit(label, text, "There is no such day.") from None
    except Misused as error:
        raise Misused(f"{label}: {error.message}", error.hint) from None
    if moment is None:
        raise misfit(label, text, like)
    return moment.date


def read_first_day(typed: str, label: str, now: datetime) -> date | None:
    """The same for the day on which something begins: the nearest of that name, be it ahead or past."""
    ahead, past = (read_day(typed, label, now, prefer) for prefer in _BOTH)
    if ahead is None or past is None:
        return ahead
    return min(ahead, past, key=lambda day: abs((day - now.date()).days))


def read_choice(typed: str, label: str, choices: Sequence[str]) -> str:
    """One of `choices`, in any case, or nothing. Raises Misused that names the field and the choices."""
    text = " ".join(typed.split())
    found = next((choice for choice in choices if choice.casefold() == text.casefold()), "")
    if text and not found:
        raise misfit(label, text, f"It is {', '.join(choices[:-1])} or {choices[-1]}, or nothing.")
    return found


def read_number(typed: str, label: str) -> int | None:
    """A whole number from 1 to 999; None for nothing. Raises Misused that names the field."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text[:4]) < 1000:
        raise misfit(label, typed, "It is a number, such as 3. Small is good.")
    return int(text)


def misfit(label: str, typed: str, hint: str) -> Misused:
    """What is said of words that a field cannot take."""
    shown = " ".join(typed.split())
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    return Misused(f"{label}: “{shown}” does not fit.", hint)


def _is_plain(text: str) -> bool:
    return text != "" and text == text.strip() and text[0] != '"' and visible(text) == text


def _number(letter: str) -> str:
    if letter == "\n":
        return "\\n"
    units = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
