"""Calendars as text: a mark for each day, a bar for each month."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.language.days.calendars import BARS, bars, mark, month_lines, year_lines

TODAY = dt.date(2026, 11, 18)


def test_a_mark_says_how_much_without_colour() -> None:
    assert [mark(count) for count in (0, 1, 2, 3, 4, 90)] == [" ", "·", ":", ":", "⁝", "⁝"]


@given(st.lists(st.integers(0, 5_000), max_size=12))
def test_a_month_with_more_has_no_lower_bar(counts: list[int]) -> None:
    signs = bars(counts)
    heights = [f" {BARS}".index(sign) for sign in signs]
    assert len(signs) == len(counts)
    for one, height in zip(counts, heights, strict=True):
        assert (one == 0) == (height == 0)
        assert all(height <= other for count, other in zip(counts, heights, strict=True) if one <= count)
    assert not any(counts) or "█" in signs


def test_a_month_as_text() -> None:
    counts = {dt.date(2026, 11, 1): 1, dt.date(2026, 11, 17): 4, TODAY: 2}
    assert list(month_lines("2026-11", counts, TODAY, first="monday")) == [
        " Mo   Tu   We   Th   Fr   Sa   Su",
        "                                1·",
        "  2    3    4    5    6    7    8",
        "  9   10   11   12   13   14   15",
        " 16   17⁝ ‹18:› 19   20   21   22",
        " 23   24   25   26   27   28   29",
        " 30",
    ]
    numbered = list(month_lines("2026-11", counts, TODAY, first="sunday", numbers=True))
    assert numbered[0] == "     Su   Mo   Tu   We   Th   Fr   Sa"
    assert numbered[1].startswith("45    1·   2 ")


@pytest.mark.parametrize("first", ["monday", "sunday", "saturday"])
@pytest.mark.parametrize("year", [1, 2000, 2028, 9999])
def test_a_year_fits_into_eighty_columns_and_holds_every_day(year: int, first: str) -> None:
    days = [
        dt.date(year, 1, 1) + dt.timedelta(days=number)
        for number in range(dt.date(year, 12, 31).timetuple().tm_yday)
    ]
    for numbers in (False, True):
        lines = list(year_lines(year, dict.fromkeys(days, 1), days[200], first=first, numbers=numbers))
        assert max(map(len, lines)) <= 78
        assert sum(line.count("·") for line in lines) == len(days)
        assert sum(line.count(f"‹{days[200].day:>2}·›") for line in lines) == 1
        assert lines[0].split() == ["January", "February", "March"]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2030, 12, 31)), st.sampled_from(["monday", "sunday"]))
@settings(max_examples=40)
def test_every_day_of_a_year_stands_under_its_weekday(today: dt.date, first: str) -> None:
    plain = list(year_lines(today.year, {}, TODAY.replace(year=1999), first=first))
    marked = list(year_lines(today.year, {}, today, first=first))
    assert [line.replace("‹", "").replace("›", "").split() for line in marked] == [
        line.split() for line in plain
    ]
    names = [line for line in marked if "Mo" in line][(today.month - 1) // 3]
    row = next(line for line in marked if "‹" in line)
    assert names[row.index("‹") + 1 :][:2] == f"{today:%a}"[:2]


def test_weeks_of_a_year_have_their_iso_numbers() -> None:
    lines = list(year_lines(2026, {}, TODAY, first="monday", numbers=True))
    assert [line.split()[0] for line in lines[2:7]] == ["1", "2", "3", "4", "5"]
    assert any("47 16 17 ‹18 ›19 20 21 22" in line for line in lines)
