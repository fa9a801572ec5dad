"""Telephone numbers: which are the same one, and which way of writing it says the most."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COUNTRY = re.compile(r"(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})(?=[0-9]{6})")
"""The codes of countries (ITU-T E.164)."""

_TRUNK = re.compile(r"\(\s*0\s*\)")
_DIGITS = 9
_FEWEST_DIGITS = 6


def phone_end(phone: str) -> str:
    """The last nine digits of a number as it is dialled within its country; empty for what is too short.

    It is the same with and without the code of the country and the zero before that of a town: +49 (0) 30
    901820, 0049 30 901820 and 030 901820.
    """
    digits = _digits(phone)
    if phone.strip().startswith("+") or digits.startswith("00"):
        digits = _COUNTRY.sub("", digits.removeprefix("00"), count=1)
    digits = digits.lstrip("0")
    return digits[-_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


def with_numbers(phones: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """`phones` and those of `more` that are other numbers; what is written fuller takes the other's place.

    Two of other countries are two, even where their ends are the same.
    """
    found = list(phones)
    places: dict[str, list[int]] = {}
    for place, phone in enumerate(found):
        places.setdefault(number_key(phone), []).append(place)
    for phone in more:
        near = places.setdefault(number_key(phone), [])
        same = [place for place in near if is_same_number(found[place], phone)]
        if not same:
            near.append(len(found))
            found.append(phone)
        elif all(_fullness(found[place]) < _fullness(phone) for place in same):
            found[same[0]] = phone
    return tuple(found)


def number_key(phone: str) -> str:
    """What every way to write one number has in common."""
    return phone_end(phone) or " ".join(phone.casefold().split())


def is_same_number(phone: str, other: str) -> bool:
    """Whether one number is written in two ways, such as with and without the code of its country."""
    end = phone_end(phone)
    if not end:
        return number_key(phone) == number_key(other)
    if end != phone_end(other):
        return False
    return not (_fullness(phone) and _fullness(other)) or _abroad(phone) == _abroad(other)


def _fullness(phone: str) -> int:
    """2 with the code of a country after a plus, 1 with it after two zeros, else 0."""
    return 2 if phone.strip().startswith("+") else int(_digits(phone).startswith("00"))


def _abroad(phone: str) -> str:
    return _digits(_TRUNK.sub("", phone)).removeprefix("00")


def _digits(phone: str) -> str:
    return "".join(str(int(sign)) for sign in phone if sign.isdecimal())
