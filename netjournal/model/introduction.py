"""Two people made known to each other."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from netjournal.model.documents import Aware, Document

Outcome = Literal["open", "met", "not_now"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class Introduction(Document, frozen=True, kw_only=True, omit_defaults=True):
    """An introduction of two people, by their ids in `people`, made on `date` (reflection.md §3.6).

    `by` is who made it, empty for oneself; `wished` who of the two asked for it, empty if nobody did; `asked`
    those of the two who were asked first and liked the idea.
    """

    people: tuple[str, str]
    date: dt.date
    by: str = ""
    why: str = ""
    wished: str = ""
    asked: tuple[str, ...] = ()
    outcome: Outcome = "open"
    created: Aware | None = None

    def __post_init__(self) -> None:
        if len(set(self.people)) < 2 or self.by in self.people:
            raise ValueError("people: an introduction is of two people, by somebody else")
        if not {self.wished, *self.asked} <= {"", *self.people}:
            raise ValueError("asked: only the two themselves can be asked")

    @property
    def both_asked(self) -> bool:
        """Whether both were asked first."""
        return set(self.asked) == set(self.people)

    @property
    def everyone(self) -> frozenset[str]:
        """The ids of all whom it is about: the two, and who made it."""
        return frozenset((*self.people, *filter(None, (self.by,))))
