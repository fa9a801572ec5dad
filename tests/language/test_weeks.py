"""Weeks: where they begin, how days lie in them, and their numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.language.days.weeks import (
    first_day_of,
    locale_of,
    month_weeks,
    week_number,
    weekday_order,
    year_weeks,
)

FIRST = st.sampled_from(["monday", "sunday", "saturday"])


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        ("de_DE.UTF-8", "monday"),
        ("en_US.UTF-8", "sunday"),
        ("pt_BR", "sunday"),
        ("ar_EG.utf8", "saturday"),
        ("sr_RS@latin", "monday"),
        ("C.UTF-8", "monday"),
        ("POSIX", "monday"),
        ("en_D", "monday"),
        ("", "monday"),
    ],
)
def test_weeks_begin_as_in_the_country_of_the_locale(locale: str, first: str) -> None:
    assert first_day_of(locale) == first


def test_the_locale_of_dates_is_asked_for_before_that_of_words() -> None:
    assert locale_of({"LANG": "en_US", "LC_TIME": "de_DE"}) == "de_DE"
    assert locale_of({"LANG": "en_US", "LC_TIME": "de_DE", "LC_ALL": "C"}) == "C"
    assert locale_of({"LC_ALL": "", "LANG": "en_US"}) == "en_US"
    assert locale_of({}) == ""


@given(st.integers(1, 9999), FIRST)
def test_each_day_of_a_year_is_there_once_and_on_its_weekday(year: int, first: str) -> None:
    weeks = year_weeks(year, first)
    days = [day for week in weeks for day in week if day is not None]
    assert days[0] == dt.date(year, 1, 1)
    assert days[-1] == dt.date(year, 12, 31)
    assert [day.toordinal() for day in days] == list(range(days[0].toordinal(), days[-1].toordinal() + 1))
    assert 53 <= len(weeks) <= 54
    for week in weeks:
        assert all(
            day is None or day.weekday() == weekday
            for day, weekday in zip(week, weekday_order(first), strict=True)
        )


@given(st.dates(), FIRST)
def test_a_week_has_the_number_of_its_thursday(day: dt.date, first: str) -> None:
    month = day.isoformat()[:7]
    for week in month_weeks(month, first):
        days = [found for found in week if found is not None]
        numbers = {found.isocalendar().week for found in days}
        assert week_number(week) in numbers or len(days) < 7
        for found in days:
            if found.weekday() == 3:
                assert week_number(week) == found.isocalendar().week


def test_the_first_days_of_january_may_be_in_the_last_week_of_the_year_before() -> None:
    assert [week_number(week) for week in month_weeks("2027-01", "monday")] == [53, 1, 2, 3, 4]
    assert week_number(month_weeks("9999-12", "monday")[-1]) == 52
    assert week_number(month_weeks("0001-01", "sunday")[0]) == 1
