"""Days in other people's calendars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.calendar import Event, birthday, calendar
from netjournal.exchange.journal_calendar import birthdays, gone, hellos, promises, talks
from netjournal.model import Acquaintance, Birthday, Contact, Interaction, Promise
from netjournal.practice.rhythm import Meeting, Tie
from netjournal.practice.suggesting import Hello
from tests.exchange.made_up import NOON, TEXTS

TODAY = NOON.date()
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//netjournal//netjournal//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:netjournal
BEGIN:VEVENT
UID:e1-promise-e5cc03a45c25@netjournal
DTSTAMP:20261118T133000Z
SEQUENCE:29916810
DTSTART;VALUE=DATE:20261126
SUMMARY:Promised: a picture of the chairs\\, framed
DESCRIPTION:Samir Benkhelifa
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:p1-birthday@netjournal
DTSTAMP:20261118T133000Z
SEQUENCE:29916810
DTSTART;VALUE=DATE:19920229
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
SUMMARY:Samir Benkhelifa’s birthday
DESCRIPTION:Born in 1992
CLASS:PRIVATE
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
SAMIR = Acquaintance(id="p1", name="Samir Benkhelifa", birthday="1992-02-29", circle="close")
MORE = Promise(text="a picture of the chairs, framed", due=dt.date(2026, 11, 26))


def file(events: Iterable[Event], now: dt.datetime = NOON) -> bytes:
    return b"".join(calendar(events, now))


def entry(*people: str, **said: object) -> Interaction:
    return Interaction(id="e1", date=TODAY, people=people, **said)  # type: ignore[arg-type]  # made up


def test_a_calendar_to_the_letter() -> None:
    found = [*promises([entry("p1", promises=(MORE,))], {"p1": SAMIR.name}, set()), *birthdays([SAMIR])]
    assert file(found).decode() == GOLDEN.replace("\n", "\r\n")


def test_a_later_file_is_newer_and_of_the_same_events() -> None:
    kept = Promise(text=MORE.text, due=MORE.due, kept=TODAY)
    before = file(promises([entry("p1", promises=(MORE,))], {"p1": "Samir"}, set()))
    later = NOON + dt.timedelta(hours=1)
    after = file(promises([entry("p1", promises=(kept,))], {"p1": "Samir"}, set()), later)
    uids = [[line for line in data.splitlines() if line.startswith(b"UID")] for data in (before, after)]
    assert uids[0] == uids[1]
    assert b"SUMMARY:Kept: a picture" in after
    assert sequence(after) == sequence(before) + 60


def test_a_promise_stays_itself_when_one_before_it_goes() -> None:
    other = Promise(text="salt", due=TODAY)
    whole = list(promises([entry(promises=(other, MORE, MORE))], {}, set()))
    assert len({event.uid for event in whole}) == 3
    left = list(promises([entry(promises=(MORE, MORE))], {}, set()))
    assert [event.uid for event in left] == [event.uid for event in whole[1:]]


def test_what_is_in_the_trash_is_cancelled_without_a_word() -> None:
    before = entry("p1", promises=(MORE,), text="a heron")
    [promise, talk] = [*promises([before], {"p1": "Samir"}, set()), *talks([before], {"p1": "Samir"}, set())]
    samir = Contact(id="p1", name="Samir Benkhelifa", birthday="1992-02-29")
    events = list(gone([before, samir, None], with_talks=True))
    assert [event.uid for event in events] == [promise.uid, talk.uid, "p1-birthday"]
    data = file(events)
    assert data.count(b"STATUS:CANCELLED") == 3
    assert b"chairs" not in data
    assert b"Samir" not in data


def test_what_was_lived_in_tokyo_stays_on_its_day() -> None:
    tokyo = dt.datetime(2026, 11, 18, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    data = file(talks([entry("p1", at=tokyo, zone="Asia/Tokyo")], {"p1": "Samir"}, set()))
    assert b"DTSTART:20261118T080000\r\n" in data


def sequence(data: bytes) -> int:
    [line] = [line for line in data.splitlines() if line.startswith(b"SEQUENCE")]
    return int(line.partition(b":")[2])


def test_a_birthday_without_a_year_and_a_very_old_one() -> None:
    assert birthday("p", "Bo", Birthday(2, 29)).day == dt.date(1904, 2, 29)
    assert birthday("p", "Bo", Birthday(12, 9, 1820)).day == dt.date(1904, 12, 9)
    assert birthday("p", "Bo", Birthday(12, 9, 1906)).repeats == "FREQ=YEARLY"


def test_people_at_rest_are_not_in_it() -> None:
    resting = Acquaintance(id="p2", name="Nobody Now", birthday="1950-01-01", rest=True, circle="inner")
    names = {"p1": SAMIR.name, "p2": resting.name}
    together, alone = entry("p1", "p2", promises=(MORE,)), entry("p2", promises=(MORE,))
    ties = [Tie(resting, (Meeting(TODAY),))]
    found = [
        *promises([together, alone], names, {"p2"}),
        *talks([together, alone], names, {"p2"}),
        *birthdays([resting]),
        *hellos(ties, (), TODAY),
    ]
    assert [event.note for event in found] == [SAMIR.name]


def test_hellos_to_come_and_only_the_few_of_now() -> None:
    waiting = [Acquaintance(id=f"w{n}", name=f"W{n}", circle="inner") for n in range(9)]
    long_ago = Meeting(TODAY - dt.timedelta(60), "in_person")
    soon = Tie(SAMIR, (Meeting(TODAY - dt.timedelta(10), "in_person"),))
    now = [Hello(waiting[0], "quiet", TODAY, "it has been a while", "weekly", "", "")]
    found = list(hellos([soon, *(Tie(person, (long_ago,)) for person in waiting)], now, TODAY))
    assert [(event.uid, event.day) for event in found] == [
        ("w0-hello", TODAY),
        ("p1-hello", TODAY + dt.timedelta(20)),
    ]


@given(st.lists(TEXTS, min_size=4, max_size=4), st.datetimes(timezones=st.just(dt.UTC)))
def test_any_text_is_one_line_of_75_bytes_at_most(texts: list[str], at: dt.datetime) -> None:
    uid, summary, note, place = "x", *texts[:3]
    data = file([Event(uid, at.date(), summary, note, at, place, (texts[3], "tag"))])
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert [line for line in unfolded if line.startswith("END:")] == ["END:VEVENT", "END:VCALENDAR"]
    assert all(":" in line for line in unfolded[:-1])
