"""The day that a promise begins with, and days in numbers with a slash.

| what is promised                            | to do          | due            |
|---------------------------------------------|----------------|----------------|
| friday: send plan; fri - send plan          | send plan      | the friday     |
| tomorrow send plan; 20/10 send plan         | send plan      | that day       |
| friday send plan                            | send plan      | the friday     |
| sunday roast for all; 5/6 send plan         | all of it      | none: unclear  |
| christmas: send plan; christmas biscuits    | send plan; all | its eve; none  |
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime

from netjournal.errors import Misused
from netjournal.language.days.dates import Moment, understand
from netjournal.language.days.feasts import NAMED
from netjournal.language.days.tokens import tidied
from netjournal.language.promises.one_by_one import is_deed

_LONGEST = 4
_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"(?P<pause>\s*[:,–—]|\s+-(?=\s))?\s*")
_SLASHED = re.compile(r"\b([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")


def unslashed(phrase: str) -> str:
    """The phrase with 20/10 and 10/20 as 20.10.; either of 5/6 may be the month, so it stays."""
    return _SLASHED.sub(_with_dots, phrase) if "/" in phrase else phrase


def _with_dots(found: re.Match[str]) -> str:
    one, other = int(found[1]), int(found[2])
    if one > 12 or one == other:
        return f"{one}.{other}."
    return f"{other}.{one}." if other > 12 else found[0]


def leading_day(text: str, now: datetime) -> tuple[Moment, str, str] | None:
    """The day that `text` begins with, its phrase, and what is to be done; None if it begins with none.

    A weekday by itself may go with a thing (sunday roast), so what follows it needs a pause or a deed.
    """
    first = _WORD.match(text)
    if first is None or not (first[0][0].isdecimal() or tidied(first[0].rstrip(":,"))):
        return None
    ends = [found.end() for found, _ in zip(_WORD.finditer(text), range(_LONGEST), strict=False)]
    for end in reversed(ends):
        phrase = text[:end].rstrip(":,")
        after = _AFTER.match(text, len(phrase))
        rest = text[after.end() :] if after else ""
        with suppress(Misused):
            moment = understand(unslashed(phrase), now, "future") if rest[:1].isalpha() else None
            if moment and (_is_plain(phrase) or (after and after["pause"]) or is_deed(rest)):
                return moment, phrase, rest
    return None


def _is_plain(phrase: str) -> bool:
    """Whether a phrase is more than the name of a weekday, or of a feast."""
    said = tidied(phrase)
    return not ((said.startswith("W") and " " not in phrase) or said.startswith(NAMED))
