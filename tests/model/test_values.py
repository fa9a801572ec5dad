"""Birthdays, the order of entries, and ids."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model import Birthday, Interaction, is_id, new_id
from tests.store.anything import interactions, times
from tests.store.journals import NOW, entry


@given(day=st.dates(max_value=dt.date(9998, 1, 1)), today=st.dates(max_value=dt.date(9990, 1, 1)))
def test_a_birthday_comes_once_in_each_year(day: dt.date, today: dt.date) -> None:
    birthday = Birthday(day.month, day.day, day.year)
    coming = birthday.next_after(today)
    assert dt.timedelta(0) <= coming - today <= dt.timedelta(366)
    assert birthday.next_after(coming) == coming
    expected = (day.month, day.day)
    leap = coming.year % 4 == 0 and (coming.year % 100 != 0 or coming.year % 400 == 0)
    assert (coming.month, coming.day) == (expected if expected != (2, 29) or leap else (2, 28))


@given(day=st.dates(), known=st.booleans())
def test_a_birthday_comes_back_from_its_text(day: dt.date, known: bool) -> None:
    birthday = Birthday(day.month, day.day, day.year if known else None)
    assert Birthday.parse(str(birthday)) == birthday


NO_BIRTHDAYS = (
    *("", "12-09", "--12-09 ", "--12-9", "1906-12-09\n", "19061209", "1906/12/09", "-906-12-09"),
    *("1906-13-01", "2025-02-29", "0000-01-01", "--02-30", "١٩٠٦-١٢-٠٩"),
)


@pytest.mark.parametrize("text", NO_BIRTHDAYS)
def test_what_is_no_birthday_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a birthday|is out of range|must be in"):
        Birthday.parse(text)


def test_a_birthday_on_the_leap_day_needs_no_year() -> None:
    assert Birthday.parse("--02-29").next_after(dt.date(2027, 1, 1)) == dt.date(2027, 2, 28)


def _at(clock: str, offset: str = "+01:00") -> dt.datetime:
    return dt.datetime.fromisoformat(f"2026-11-17T{clock}:00{offset}")


def test_a_day_is_in_the_order_of_the_clock_on_the_wall() -> None:
    later_written = _at("23:00")
    lived = [
        entry(at=_at("08:00", "-08:00")),
        entry(created=_at("09:00")),
        entry(at=_at("10:00", "+09:00"), created=later_written),
        entry(created=later_written),
        entry(created=NOW),  # written the day after: the time is not known
        entry(),
    ]
    backwards = lived[::-1]
    assert sorted(backwards, key=lambda one: one.order) == lived


def test_a_part_of_the_day_orders_it_where_no_time_was_said() -> None:
    evening = _at("19:30")
    lived = [
        entry(part="morning", created=_at("08:20")),
        entry(created=_at("08:25")),
        entry(part="morning", created=evening),
        entry(at=_at("09:30"), part="night", created=evening),
        entry(part="afternoon", created=evening),
        entry(part="evening", created=NOW),
        entry(created=_at("19:29")),
        entry(part="evening", created=evening),
        entry(part="night", created=NOW),
        entry(part="night", created=_at("23:50")),
        entry(created=NOW),
    ]
    backwards = lived[::-1]
    assert sorted(backwards, key=lambda one: one.order) == lived
    small_hours, breakfast = entry(part="night", created=_at("02:00")), entry(created=_at("07:00"))
    assert small_hours.order < breakfast.order


@given(one=interactions, other=interactions)
def test_entries_are_in_the_order_of_their_days_first(one: Interaction, other: Interaction) -> None:
    if one.date != other.date:
        assert (one.order < other.order) == (one.date < other.date)


@pytest.mark.parametrize(("day", "month"), [("2026-11-30", "2026-11"), ("0033-04-03", "0033-04")])
def test_the_month_is_the_one_of_its_shelf(day: str, month: str) -> None:
    assert entry(day).month == month


def test_a_time_of_another_day_or_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="is not the date of the entry"):
        entry("2026-11-16", at=_at("08:00"))
    with pytest.raises(ValueError, match="no offset"):
        entry("2026-11-17", at=_at("08:00").replace(tzinfo=None))


moments = times.filter(lambda moment: moment.year >= 1971)


@given(one=moments, other=moments)
def test_ids_sort_by_the_time_they_were_made(one: dt.datetime, other: dt.datetime) -> None:
    first, second = new_id(one), new_id(other)
    assert is_id(first)
    if abs(one - other) >= dt.timedelta(milliseconds=2):
        assert (first < second) == (one < other)


def test_ids_of_one_moment_sort_by_the_one_before() -> None:
    last = ""
    for _ in range(300):
        made = new_id(NOW, after=last)
        assert made > last
        assert is_id(made)
        assert made[:10] == new_id(NOW)[:10]
        last = made
    earlier = NOW - dt.timedelta(seconds=1)
    assert new_id(earlier, after=last) < last


def test_two_processes_that_follow_the_same_id_do_not_meet() -> None:
    highest = new_id(NOW, lambda size: b"\xfe" * size)
    assert len({new_id(NOW, after=highest) for _ in range(1000)}) == 1000


def test_an_id_is_that_of_the_specification() -> None:
    """The example of github.com/ulid/spec was made on 30 July 2016, 23:54:10.259 UTC."""
    moment = dt.datetime.fromtimestamp(1469922850.259, dt.UTC)
    entropy = bytes.fromhex("d6764c61efb99302bd5b")
    assert new_id(moment, lambda size: entropy[:size]) == "01ARZ3NDEKTSV4RRFFQ69G5FAV"


NO_IDS = ("", "01ARZ3NDEK", "01arz3ndektsv4rrffq69g5fav", "01ARZ3NDEKTSV4RRFFQ69G5FAI", "é" * 26)


@pytest.mark.parametrize("text", NO_IDS)
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)
