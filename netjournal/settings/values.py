"""What a user can set, its defaults written here; `describing` says what each is for."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Ask = Literal["always", "daily", "weekly", "never"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ReviewDay = Literal[Weekday, "never"]
Theme = Literal["dark", "light"]
WeekStart = Literal["monday", "sunday", "saturday", "locale"]

Days = Annotated[int, Meta(ge=1, le=36_500)]
Share = Annotated[float, Meta(ge=0, le=1)]
Weight = Annotated[float, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=1, le=1_000)]
Times = Annotated[float, Meta(ge=0, le=100)]
Words = tuple[str, str, str]


class Circles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rhythm of each circle in days (reflection.md §3.1)."""

    inner: Days = 7
    close: Days = 30
    friends: Days = 90
    wider: Days = 365


class Worth(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which share of an interval a talk lasts, by channel (reflection.md §3.2).

    A `group` is worth that at most. `unsaid` is a talk whose channel is not known: neither a letter nor
    surely a visit. A `broadcast` (a like, a newsletter) is no talk at all while its share is 0, nor does it
    ever count as much as a visit.
    """

    in_person: Share = 1
    call: Share = 0.75
    video: Share = 0.75
    event: Share = 0.75
    message: Share = 0.5
    email: Share = 0.5
    broadcast: Share = 0
    group: Share = 0.75
    unsaid: Share = 0.75


class WhoNext(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What puts somebody before others among those to say hello to (reflection.md §3.2).

    The first four are the weights of the circles; lateness counts for `most_late` at most. `soon` is for a
    birthday or an event that one shares within `soon_days`. `people` are suggested at a time.
    """

    inner: Weight = 4
    close: Weight = 3
    friends: Weight = 2
    wider: Weight = 1
    most_late: Weight = 3
    promise: Weight = 3
    soon: Weight = 2
    soon_days: Days = 7
    people: Annotated[int, Meta(ge=1, le=9)] = 3


class FindAgain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is out of touch, and what speaks for finding them again (reflection.md §3.4).

    Nobody is suggested for whom it comes to less than `least`; `few` talks are few.
    """

    after_days: Days = 365
    trusted: Weight = 2
    another_field: Weight = 1
    few_talks: Weight = 1
    few: Count = 10
    shared_topic: Weight = 1
    birthday: Weight = 1
    birthday_days: Days = 14
    least: Weight = 2


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From where on something is said of rhythms, of giving and of fields.

    `load` is how many times the usual number of talks rhythms may ask for. `fewest` values stand behind
    anything that is said, `fewest_fields` people behind what is said of fields. Below a share given of
    `received_more` and above `gave_more` it is not flowing both ways; with `ask_of_giving` the review of a
    month asks whether one wants it so where giving went one way and drained one. `days` are looked back on.
    After `long_gap` days without a rhythm, or two rhythms and `shortest_gap` at least, a talk comes after a
    long time (reflection.md §2.2, §2.6, §3.1, §3.3, §3.5).
    """

    load: Times = 1.5
    fewest: Count = 5
    fewest_fields: Count = 8
    received_more: Share = 0.25
    gave_more: Share = 0.75
    ask_of_giving: bool = False
    days: Days = 90
    long_gap: Days = 180
    shortest_gap: Days = 60


class Scales(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a rating says at 1, 3 and 5. All rate oneself (reflection.md §2.4).

    `near` are other words for `friend`, with family and friends.
    """

    friend: Words = ("all business", "in between", "as with a friend")
    near: Words = ("in passing", "in between", "with all my heart")
    presence: Words = ("elsewhere", "in and out", "all there")
    energy: Words = ("drained", "even", "charged")


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`journal` is the folder of the journal (empty: the platform's data folder), `ask` how often a log is
    followed by a question (``weekly``: only the review of the week asks), `language` that of the questions
    (``de``), `review_day` the day on which the review of a week is offered, `details` whether what somebody
    told comes back if it is marked with ``!`` (``come back``), `fields` one's own lines of work,
    `offers` what one could give others, `theme` the colours of the app, `week_starts` the first day of the
    calendar's weeks (``locale``: that of the machine's country), `week_numbers` whether they have their ISO
    numbers beside them, `channels` whether a message counts half of a visit or as much, `templates` lines
    that one often begins with, by a name. Backups are kept of 48 hours, and the first of each of the last
    `backup_days`, of 10 weeks, and of `backup_months`.
    """

    journal: str = ""
    ask: Ask = "always"
    language: Annotated[str, Meta(pattern="^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$")] = "en"
    review_day: ReviewDay = "friday"
    details: Literal["rest", "come back"] = "rest"
    fields: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    theme: Theme = "dark"
    channels: Literal["by kind", "equal"] = "by kind"
    week_starts: WeekStart = "monday"
    week_numbers: bool = False
    backup_days: Days = 14
    backup_months: Annotated[int, Meta(ge=0, le=1_200)] = 24
    circles: Circles = Circles()
    worth: Worth = Worth()
    who_next: WhoNext = WhoNext()
    find_again: FindAgain = FindAgain()
    numbers: Numbers = Numbers()
    scales: Scales = Scales()
    templates: dict[str, str] = {}


DEFAULTS = Settings()
"""What holds where nothing is set."""
