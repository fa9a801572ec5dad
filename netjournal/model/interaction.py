"""One thing that happened: a talk, a call, a letter, an evening, or a thought of one's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from netjournal.model.documents import Aware, Document

Channel = Literal["in_person", "call", "video", "message", "email", "event", "broadcast"]
"""A broadcast is a newsletter or a like, sent to many or with a click: no talk (reflection.md §3.2)."""
CHANNELS: tuple[Channel, ...] = get_args(Channel)

Dimension = Literal[
    "friend",
    "presence",
    "curiosity",
    "learning",
    "openness",
    "giving",
    "receiving",
    "trust",
    "bridging",
    "destination",
    "energy",
    "voice",
]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

Scale = Literal["friend", "presence", "energy"]
SCALES: tuple[Scale, ...] = get_args(Scale)

Status = Literal["asked", "answered", "skipped"]

PartOfDay = Literal["morning", "afternoon", "evening", "night"]
PARTS_OF_DAY: tuple[PartOfDay, ...] = get_args(PartOfDay)
PART_HOURS: Mapping[str, tuple[int, int]] = {
    "morning": (0, 12),
    "afternoon": (12, 18),
    "evening": (16, 24),
    "night": (17, 24),
}
"""From which hour to which a part of the day lasts; a night also has the hours up to five of the next day."""

_NIGHT_ENDS = 5
_USUALLY: Mapping[PartOfDay, str] = {
    "morning": "09:00:00",
    "afternoon": "15:00:00",
    "evening": "19:00:00",
    "night": "22:00:00",
}

OneToFive = Annotated[int, Meta(ge=1, le=5)]


class Promise(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something one of us said they would do; `due` and the day it was `kept` may be unset."""

    text: Annotated[str, Meta(min_length=1)]
    by: Literal["me", "them"] = "me"
    due: dt.date | None = None
    kept: dt.date | None = None


class Reflection(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The one question asked about an interaction, as it was shown, and what was answered.

    `prompt` is the prompt's id, `question` its words at the time: later editions of the prompts change
    no history. `rating` is on `scale`, 1 to 5. `asked` and `answered` are aware times. `period` is the week
    (2026-W47) or month (2026-11) that an answer of a review looks back on, `quoted` whether the page of the
    month is to begin with it. `followed` is what one said when asked at the next talk whether it came to
    that. `passed` are the ids of the prompts that it was asked instead of.
    """

    prompt: str
    dimension: Dimension
    question: str
    asked: Aware
    status: Status = "asked"
    answer: str = ""
    scale: Scale = "friend"
    rating: OneToFive | None = None
    answered: Aware | None = None
    private: bool = False
    period: str = ""
    quoted: bool = False
    followed: Literal["", "yes", "no"] = ""
    passed: tuple[str, ...] = ()


class Interaction(Document, frozen=True, kw_only=True, omit_defaults=True):
    """What happened on a calendar date, with whom (ids of contacts; none for an entry of one's own).

    `date` is the day as lived and carries no zone. `at` is the aware time on that day, if one was given,
    with `zone` its IANA name; `part` is the part of the day, if one was said and no time. `initiated` says
    who reached out. `mood` and `energy` are 1 (low) to 5 (high).
    """

    date: dt.date
    at: Aware | None = None
    zone: str = ""
    part: PartOfDay | None = None
    people: tuple[str, ...] = ()
    channel: Channel | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    initiated: Literal["me", "them"] | None = None
    mood: OneToFive | None = None
    energy: OneToFive | None = None
    reflection: Reflection | None = None
    created: Aware | None = None

    def __post_init__(self) -> None:
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("at: the time has no offset from UTC")
        if self.at is not None and self.at.date() != self.date:
            raise ValueError(f"at: {self.at:%Y-%m-%d} is not the date of the entry, {self.date}")

    @property
    def month(self) -> str:
        """The shelf it stands on: ``2026-11``."""
        return self.date.isoformat()[:7]

    @property
    def is_talk(self) -> bool:
        """Whether one was in touch: not by a broadcast."""
        return self.channel != "broadcast"

    @property
    def order(self) -> tuple[dt.date, str, str]:
        """Sorts entries as they were lived: by day, by wall clock, without a time as they were written."""
        return self.date, self.wall, self.id

    @property
    def wall(self) -> str:
        """The hour by the clock, as it sorts: ``18:30:00``, ``24`` if nothing tells.

        A part of the day counts as an hour amid it, but for an entry that was written in that part itself.
        """
        wall = self.at
        if wall is None and (created := self.created) is not None and created.date() == self.date:
            wall = created
        if self.part and not self.at and not (wall and is_within(self.part, wall.hour)):
            return _USUALLY[self.part]
        return wall.time().isoformat("seconds") if wall else "24"


def is_within(part: str, hour: int) -> bool:
    """Whether an hour by the clock, 0 to 23, is of a part of the day."""
    first, last = PART_HOURS[part]
    return first <= hour < last or (part == "night" and hour < _NIGHT_ENDS)
