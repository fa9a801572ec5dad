"""The promises a line tells of in plain words, one's own and those of others (issue 2 §3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Literal

from netjournal.errors import Misused
from netjournal.language.keys import promises_of
from netjournal.language.promises.undertaking import undertaken
from netjournal.model import Promise


def plain_promises(text: str, names: Collection[str], now: datetime) -> tuple[Promise, ...]:
    """The promises in `text`, one's own first; `names` are those of the people it names."""
    mine = dict.fromkeys(_own(text, names))
    theirs = undertaken(text, names, shared=bool(mine))
    return (
        *(one for words in mine for one in _dated(words, "me", now)),
        *(one for words in dict.fromkeys(theirs) for one in _dated(words, "them", now)),
    )


def _own(text: str, names: Collection[str]) -> Iterator[str]:
    if "romised" in text:
        from netjournal.language.promises.promising import promised_plainly  # its pattern takes 1 ms

        yield from promised_plainly(text, names)
    small = f" {text.lower()}"
    if any(map(small.__contains__, (" i", "gonna ", "going to ", "will ", "shall "))):
        from netjournal.language.promises.intending import intended

        yield from intended(text, names)


def _dated(words: str, by: Literal["me", "them"], now: datetime) -> tuple[Promise, ...]:
    with suppress(Misused):  # a day that cannot be is refused after a sign alone
        return promises_of(words, by, now)
    return (Promise(text=words, by=by),)
