"""Whose card it is, asked one by one where that is not sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from netjournal.cli.layout import wrapped
from netjournal.cli.output import tell
from netjournal.cli.typing_in import read_line
from netjournal.exchange.matching import Another, Candidate, Same
from netjournal.language.days.words import say_ago
from netjournal.model import Contact

_MOST = 9
_EACH = 2
"""How many e-mail addresses and telephones are shown of a person."""


class Knowledge(NamedTuple):
    """What is known beside the people: the days they were met `last`, by id, and how ids are made."""

    last: Mapping[str, dt.date | None]
    today: dt.date
    new_id: Callable[[], str]


class Asking:
    """Shows a card and whom it may be of, and takes the answer; once left all or all new, it asks no more.

    `left` counts those that were left together, the one that was asked about with them.
    """

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._asked = 0
        self._are_new = False
        self._is_over = False
        self.left = 0

    def __call__(self, candidate: Candidate, further: int) -> Same | Another | None:
        """What is said of `candidate`, with so many `further` ones to come; None if it is left as it is.

        Raises KeyboardInterrupt at ctrl-c.
        """
        if self._is_over:
            self.left += 1
            return None
        if self._are_new:
            return Another(self._known.new_id)
        self._asked += 1
        people = candidate.people[:_MOST]
        tell("")
        tell(f"{self._asked} of {self._asked + further} · {candidate.why}")
        self._show(f"   {candidate.card.contact.name}, in {candidate.card.where}", candidate.card.contact)
        for number, person in enumerate(people, 1):
            self._show(f"{number}  {person.name}", person, met=True)
        return self._answer(len(people), further)

    def _answer(self, count: int, further: int) -> Same | Another | None:
        while True:
            for keys in _keys(count, further):
                tell(keys)
            line = read_line(start="", keep=lambda _: None)
            answer = "q" if line is None else line.strip()
            if answer in ("", "q", "Q"):
                self._is_over = answer != ""
                self.left += self._is_over
                return None
            if answer in ("n", "N"):
                self._are_new = answer == "N"
                return Another(self._known.new_id)
            if answer.isdecimal() and 1 <= int(answer) <= count:
                return Same(int(answer) - 1)

    def _show(self, title: str, person: Contact, met: bool = False) -> None:
        tell(title)
        work = " · ".join(part for part in (person.role, person.organisation, person.place) if part)
        reached = " · ".join((*person.emails[:_EACH], *person.phones[:_EACH]))
        for text in (work, reached or (person.links[0] if person.links else ""), self._met(person) * met):
            for row in wrapped(text, indent="   ") if text else ():
                tell(row)

    def _met(self, person: Contact) -> str:
        if person.id not in self._known.last:
            return "new, from the same file"
        day = self._known.last[person.id]
        return f"last met {say_ago(day, self._known.today)}" if day else "not met yet"


def _keys(count: int, further: int) -> Iterator[str]:
    them = "1 this is them" if count == 1 else f"1 to {count} who it is"
    yield f"{them} · n someone new · enter leave it · q leave all"
    if further:
        rest = f"the {further:,} that follow" if further > 1 else "the last one"
        yield f"N someone new, and {rest} too"
