"""A person in the journal."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated, Literal, NamedTuple, get_args

import msgspec
from msgspec import Meta

from netjournal.model.documents import Aware, Document

Circle = Literal["inner", "close", "friends", "wider"]
CIRCLES: tuple[Circle, ...] = get_args(Circle)

_BIRTHDAY = re.compile(r"(--|[0-9]{4}-)([0-9]{2})-([0-9]{2})")


class Birthday(NamedTuple):
    """A day to remember each year; the year of birth may be unknown."""

    month: int
    day: int
    year: int | None = None

    @classmethod
    def parse(cls, text: str) -> Birthday:
        """Read ``1906-12-09``, or ``--12-09`` without a year (RFC 6350 §4.3.1). Raises ValueError."""
        found = _BIRTHDAY.fullmatch(text)
        if found is None:
            raise ValueError(f"{text} is not a birthday")
        year = None if found[1] == "--" else int(found[1][:4])
        a_leap_year = 2000
        date(a_leap_year if year is None else year, int(found[2]), int(found[3]))
        return cls(int(found[2]), int(found[3]), year)

    def __str__(self) -> str:
        start = "-" if self.year is None else f"{self.year:04}"
        return f"{start}-{self.month:02}-{self.day:02}"

    def next_after(self, today: date) -> date:
        """The first such day on or after `today`; 29 February is kept on the 28th in other years."""
        this_year = self._in(today.year)
        return this_year if this_year >= today else self._in(today.year + 1)

    def _in(self, year: int) -> date:
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))


Within = Literal["day", "month", "year"]


class Met(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one met: when and where, and the id of the person who made it happen; each may be unknown.

    Where only the month or the year is known `within` says so, and `date` is the first day of it.
    """

    date: date | None = None
    within: Within = "day"
    place: str = ""
    through: str = ""


class Pause(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Days on which a rhythm stands still: from `since` on, up to but without `until`; open if it is None."""

    since: date
    until: date | None = None

    def holds(self, today: date) -> bool:
        """Whether `today` is one of its days."""
        return self.since <= today and (self.until is None or today < self.until)


class Recall(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far one knows a detail by heart: on which of the `step`s it is, from `since` on.

    `detail` is the detail as it stands in `details`, `told` the day on which one last said if one knew it.
    """

    detail: Annotated[str, Meta(min_length=1)]
    since: date
    step: Annotated[int, Meta(ge=0)] = 0
    told: date | None = None


class Contact(Document, frozen=True, kw_only=True, omit_defaults=True):
    """A person: who they are, how to reach them, and what one wants to remember of them.

    `birthday` is in the form that `Birthday.parse` reads, `zone` a name of the IANA time zone database,
    `rhythm` an own rhythm in days, and `rhythm_set` the day on which they were given one or a circle. A new
    person has no circle and no rhythm, and may never have one. `equal`: a message counts like a visit.
    `rest`: estranged or dead, never to be suggested. Nobody is suggested before `quiet_until` or in a pause.
    `others` are the ids of those who look like them and are somebody else, `recalls` where the details stand
    that begin with ``!`` and come back.
    """

    name: Annotated[str, Meta(min_length=1)]
    nicknames: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    field: str = ""
    place: str = ""
    zone: str = ""
    birthday: str = ""
    tags: tuple[str, ...] = ()
    circle: Circle | None = None
    rhythm: Annotated[int, Meta(ge=1)] | None = None
    rhythm_set: date | None = None
    equal: bool = False
    trusted: bool = False
    rest: bool = False
    quiet_until: date | None = None
    pauses: tuple[Pause, ...] = ()
    met: Met | None = None
    about: str = ""
    details: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    recalls: tuple[Recall, ...] = ()
    created: Aware | None = None

    def __post_init__(self) -> None:
        if self.birthday:
            try:
                Birthday.parse(self.birthday)
            except ValueError as error:
                raise ValueError(f"birthday: there is no {self.birthday}") from error

    @property
    def born(self) -> Birthday | None:
        """The birthday, if known."""
        return Birthday.parse(self.birthday) if self.birthday else None
