"""Days and months are said as people say them, and read again."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netjournal.errors import Misused
from netjournal.language.days.dates import (
    add_months,
    month_days,
    read_month,
    say_ago,
    say_date_long,
    say_day,
    say_due,
    say_month,
    say_near,
)
from netjournal.language.days.words import add_years

TODAY = dt.date(2026, 11, 18)
NOW = dt.datetime(2026, 11, 18, 14, 30, tzinfo=dt.UTC)


def days(at_least: dt.date = dt.date.min, at_most: dt.date = dt.date.max) -> st.SearchStrategy[dt.date]:
    return st.dates(at_least, at_most)


class TestSaying:
    @pytest.mark.parametrize(
        ("day", "ago", "due", "near"),
        [
            ("2026-11-18", "today", "today", "today"),
            ("2026-11-17", "yesterday", "was Tue 17 Nov", "yesterday"),
            ("2026-11-16", "2 days ago", "was Mon 16 Nov", "Mon 16 Nov"),
            ("2026-11-05", "13 days ago", "was Thu 5 Nov", "Thu 5 Nov"),
            ("2026-11-04", "2 weeks ago", "was Wed 4 Nov", "Wed 4 Nov"),
            ("2026-10-29", "3 weeks ago", "was Thu 29 Oct", "Thu 29 Oct"),
            ("2026-09-20", "8 weeks ago", "was Sun 20 Sep", "Sun 20 Sep"),
            ("2026-09-19", "in September", "was Sat 19 Sep", "Sat 19 Sep"),
            ("2026-03-02", "in March", "was Mon 2 Mar", "Mon 2 Mar"),
            ("2025-12-01", "in December", "was Mon 1 Dec 2025", "Mon 1 Dec 2025"),
            ("2025-11-30", "in November 2025", "was Sun 30 Nov 2025", "Sun 30 Nov 2025"),
            ("2024-12-31", "in December 2024", "was Tue 31 Dec 2024", "Tue 31 Dec 2024"),
            ("2024-11-30", "2 years ago", "was Sat 30 Nov 2024", "Sat 30 Nov 2024"),
            ("1906-12-09", "120 years ago", "was Sun 9 Dec 1906", "Sun 9 Dec 1906"),
            ("2026-11-19", "tomorrow", "tomorrow", "tomorrow"),
            ("2026-11-20", "in 2 days", "Fri", "Fri 20 Nov"),
            ("2026-11-24", "in 6 days", "Tue", "Tue 24 Nov"),
            ("2026-11-25", "in 7 days", "Wed 25 Nov", "Wed 25 Nov"),
            ("2026-12-09", "in 3 weeks", "Wed 9 Dec", "Wed 9 Dec"),
            ("2027-03-02", "in March", "Tue 2 Mar 2027", "Tue 2 Mar 2027"),
            ("2030-03-02", "in 3 years", "Sat 2 Mar 2030", "Sat 2 Mar 2030"),
        ],
    )
    def test_a_day_as_people_say_it(self, day: str, ago: str, due: str, near: str) -> None:
        date = dt.date.fromisoformat(day)
        assert (say_ago(date, TODAY), say_due(date, TODAY), say_near(date, TODAY)) == (ago, due, near)

    def test_long(self) -> None:
        assert say_date_long(dt.date(2026, 11, 17)) == "Tuesday 17 November 2026"

    @given(days(), days())
    def test_every_day_can_be_said(self, day: dt.date, today: dt.date) -> None:
        assert all(say(day, today) for say in (say_day, say_near, say_ago, say_due))


class TestMonths:
    @pytest.mark.parametrize(
        ("phrase", "month"),
        [
            ("2026-11", "2026-11"),
            ("2026/3", "2026-03"),
            ("3/2026", "2026-03"),
            ("November", "2026-11"),
            ("dec", "2025-12"),
            ("nov 2025", "2025-11"),
            ("Sept. 2025", "2025-09"),
            ("this month", "2026-11"),
            ("last month", "2026-10"),
            ("next month", "2026-12"),
            ("", None),
            ("month", None),
            ("2026", None),
            ("11", None),
            ("yesterday", None),
            ("nov 3", None),
            ("Novembre", None),
        ],
    )
    def test_a_month_in_words(self, phrase: str, month: str | None) -> None:
        assert read_month(phrase, NOW) == month

    @pytest.mark.parametrize("phrase", ["2026-13", "2026-00", "0000-01", "13/2026"])
    def test_a_month_that_cannot_be(self, phrase: str) -> None:
        with pytest.raises(Misused, match=f"There is no {phrase}"):
            read_month(phrase, NOW)

    @given(st.text(max_size=12) | st.text("0123456789-/ nov", max_size=8))
    def test_any_text_is_a_month_or_none_or_misused(self, text: str) -> None:
        try:
            month = read_month(text, NOW)
        except Misused:
            return
        assert month is None or month_days(month)[0].isoformat() == f"{month}-01"

    @given(days(), st.integers(-30, 30))
    def test_paging_there_and_back(self, day: dt.date, n: int) -> None:
        assume(4 < day.year < 9996)
        month = day.isoformat()[:7]
        assert add_months(add_months(month, n), -n) == month
        assert add_months(month, 1) == (month_days(month)[-1] + dt.timedelta(days=1)).isoformat()[:7]
        assert read_month(say_month(month), NOW) == month
        assert day in month_days(month)

    def test_paging_ends_with_the_calendar(self) -> None:
        assert (add_months("0001-02", -5), add_months("9999-12", 1)) == ("0001-01", "9999-12")


@given(day=st.dates(), years=st.integers(-20_000, 20_000))
def test_a_year_on_is_the_same_day_of_the_calendar(day: dt.date, years: int) -> None:
    found = add_years(day, years)
    assert found.year == max(dt.MINYEAR, min(dt.MAXYEAR, day.year + years))
    assert found.month == day.month
    assert found.day == day.day or (day.month, day.day, found.day) == (2, 29, 28)
