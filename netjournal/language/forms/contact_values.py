"""What is typed into the fields of a person, read: a birthday, a rhythm, a time zone, an address."""

from __future__ import annotations

import re

from netjournal.language.days.words import MONTHS
from netjournal.language.forms.values import misfit
from netjournal.model import Birthday

_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)? ?([a-z]{3,})\.?,?(?: ?([0-9]{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,})\.? ?([0-9]{1,2})(?:st|nd|rd|th)?(?:,? ?([0-9]{4}))?")
_NUMBERS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?")
_NO_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")
_SPAN = re.compile(r"(?:every )?([0-9]{1,4})? ?(day|week|month|year)s?|([0-9]{1,5})")
_FEWEST_DIGITS = 3
_EVERY = {
    "daily": 1,
    "weekly": 7,
    "every two weeks": 14,
    "monthly": 30,
    "each season": 90,
    "every season": 90,
    "yearly": 365,
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def read_birthday(typed: str) -> str:
    """A birthday as a Contact keeps it, from 1906-12-09, 12-09, --12-09, 9 dec 1906, December 9th, 9.12.1906.

    Raises Misused for anything else and for a day that there is not.
    """
    text = " ".join(typed.split()).casefold()
    if not text:
        return ""
    text = f"--{text}" if _NO_YEAR.fullmatch(text) else text
    try:
        return str(Birthday.parse(text) if re.match(r"--|[0-9]{4}-", text) else _said(text))
    except ValueError:
        hint = "Write it like 9 December 1906, or 9 December if you do not know the year."
        raise misfit("birthday", typed, hint) from None


def read_rhythm(typed: str) -> int | None:
    """Days, from 30, 30 days, 6 weeks, monthly, every month (30), a year (365). Raises Misused."""
    text = " ".join(typed.split()).casefold()
    if not text:
        return None
    if text in _EVERY:
        return _EVERY[text]
    found = _SPAN.fullmatch(text)
    days = int(found[3] or found[1] or 1) * _DAYS[found[2] or "day"] if found else 0
    if not days:
        raise misfit("rhythm", typed, "Write it like weekly, 30 days, 6 weeks or 3 months.")
    return days


def check_address(key: str, typed: str) -> None:
    """Raises Misused for an item of `emails` or `phones` at which nobody can be reached."""
    if key == "emails" and not all(side.strip() for side in typed.partition("@")[::2]):
        raise misfit("e-mail", typed, "Write it like grace@example.org.")
    if key == "phones" and sum(sign.isdecimal() for sign in typed) < _FEWEST_DIGITS:
        raise misfit("phone", typed, "A number has three digits at least.")


def read_zone(typed: str) -> str:
    """The IANA name of a time zone, in any case, or known by its town alone. Raises Misused."""
    from zoneinfo import available_timezones

    text = "_".join(typed.split()).casefold()
    zones = sorted(available_timezones()) if text else []
    towns = [zone for zone in zones if zone.rpartition("/")[2].casefold() == text]
    found = next((zone for zone in zones if zone.casefold() == text), towns[0] if towns else "")
    if text and not found:
        raise misfit("time zone", typed, "Write it like Asia/Kolkata, or a large town in it.")
    return found


def _said(text: str) -> Birthday:
    if found := _NUMBERS.fullmatch(text):
        day, month, year = found[1], int(found[2]), found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        day, month, year = found[2], _month(found[1]), found[3]
    else:
        raise ValueError(text)
    return Birthday.parse(f"{f'{year}-' if year else '--'}{month:02}-{int(day):02}")


def _month(name: str) -> int:
    found = [number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name)]
    if not found:
        raise ValueError(name)
    return found[0]
