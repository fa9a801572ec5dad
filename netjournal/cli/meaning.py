"""Whom a name means, asked of whoever sits at the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from netjournal.cli.output import tell
from netjournal.cli.typing_in import read_line
from netjournal.language.capture import Mention
from netjournal.language.names.resolving import describe

_NEW = "n"


def choose(mentions: Sequence[Mention], today: dt.date) -> Mapping[int, str]:
    """What is meant by each of the mentions, by its offset: an id, or "" for somebody new.

    One that is left open is not in it.
    """
    chosen: dict[int, str] = {}
    for mention in mentions:
        tell(f"Which {mention.said} do you mean?")
        for number, person in enumerate(mention.candidates, 1):
            tell(f"  {number}  {person.name}  {describe(person, today)}")
        tell(f"  {_NEW}  someone new")
        answer = (read_line(start="", keep=lambda _: None) or "").strip()
        if answer.isdecimal() and 1 <= int(answer) <= len(mention.candidates):
            chosen[mention.start] = mention.candidates[int(answer) - 1].id
        elif answer == _NEW:
            chosen[mention.start] = ""
        else:
            break
    return chosen
