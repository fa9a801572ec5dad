"""What one is on the way to: destinations in words, and small goals that count themselves."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, get_args

from msgspec import Meta

from netjournal.model.documents import Aware, Document

Unit = Literal["person", "interaction", "day", "introduction"]
UNITS: tuple[Unit, ...] = get_args(Unit)

When = Literal["first", "went_well", "after_a_year", "another_field", "gave_help", "gladly"]
WHENS: tuple[When, ...] = get_args(When)


class Destination(Document, frozen=True, kw_only=True, omit_defaults=True):
    """Where one would like to get, in words: it has no number and no date (reflection.md §3.7)."""

    text: Annotated[str, Meta(min_length=1)]
    created: Aware | None = None


class Goal(Document, frozen=True, kw_only=True, omit_defaults=True):
    """A small goal: `target` different units from the day `since` to the day `by`, both included (§3.7).

    `unit` is what is counted once. `count` is a filter in its text form, empty for every entry; of what fits
    it, only that counts which is all of `when`: a first talk with somebody, rated 4 or 5, after a year
    without one, with somebody of another field, something given that is more than a card, nobody disliked. An
    introduction counts if one made it oneself and asked both first. `excluded` are ids of what was left out
    by hand. `destination` is an id, `let_go` the day it was let go.
    """

    text: Annotated[str, Meta(min_length=1)]
    target: Annotated[int, Meta(ge=1)]
    since: dt.date
    by: dt.date
    unit: Unit = "interaction"
    count: str = ""
    when: tuple[When, ...] = ()
    destination: str = ""
    plan: str = ""
    excluded: tuple[str, ...] = ()
    let_go: dt.date | None = None
    created: Aware | None = None

    def __post_init__(self) -> None:
        if self.by < self.since:
            raise ValueError(f"by: {self.by} comes before {self.since}, its first day")
