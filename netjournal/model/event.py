"""An evening or some days among people: what holds its lines together."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta

from netjournal.model.documents import Aware, Document


class Event(Document, frozen=True, kw_only=True, omit_defaults=True):
    """A gathering from the day `since` to the day `by`, both included, with a small goal (id) of its own.

    It holds no list: every entry with its `tag` on its days belongs to it, wherever that was logged. `ended`
    is the aware time at which one left, `asked` the day on which one said what is to become of what was
    promised there (issue 5 §3).
    """

    name: Annotated[str, Meta(min_length=1)]
    tag: Annotated[str, Meta(min_length=1)]
    since: dt.date
    by: dt.date
    place: str = ""
    goal: str = ""
    ended: Aware | None = None
    asked: dt.date | None = None
    created: Aware | None = None

    def __post_init__(self) -> None:
        if self.by < self.since:
            raise ValueError(f"by: {self.by} comes before {self.since}, its first day")
