"""E-mail addresses and telephone numbers, as one looks somebody up by them after a missed call."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netjournal.model import Contact

_FEWEST = 4
_NUMBER = re.compile(r"[+(]?[0-9][0-9 ()/.-]*")


def reach_keys(person: Contact) -> Iterator[str]:
    """What somebody is reached by: e-mail addresses in small letters, numbers as digits alone."""
    yield from (email.strip().casefold() for email in person.emails)
    for phone in person.phones:
        if digits := _digits(phone):
            yield digits


def reach_typed(text: str) -> str:
    """The key, or a part of one, that was typed; empty if it is neither an address nor a number.

    The zero before a number is left out: abroad it is not dialled.
    """
    text = text.strip()
    if "@" in text[1:] and " " not in text:
        return text.casefold()
    digits = _digits(text).lstrip("0") if _NUMBER.fullmatch(text) else ""
    return digits if len(digits) >= _FEWEST else ""


def _digits(text: str) -> str:
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())
