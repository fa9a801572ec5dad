"""A day is understood as it was meant or not at all, in any zone, and is said as people say it."""

from __future__ import annotations

import datetime as dt
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from netjournal.errors import Misused
from netjournal.language.days.dates import (
    Moment,
    Prefer,
    say_ago,
    say_date_long,
    say_day,
    say_due,
    say_moment,
    say_near,
    split_dated,
    understand,
)
from netjournal.model import PARTS_OF_DAY, PartOfDay
from tests.hanging import comes_to_an_end

BERLIN = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 11, 18, 14, 30, 20, tzinfo=BERLIN)
TODAY = NOW.date()

PAST = {
    "2026-11-03": "Tue 3 Nov 2026",
    "2026-7-3": "Fri 3 Jul 2026",
    "2026/11/03": "Tue 3 Nov 2026",
    "2026-11-03 16:45": "Tue 3 Nov 2026, 16:45",
    "2026-11-03T16:45": "Tue 3 Nov 2026, 16:45",
    "2026-11-03T16:45:30": "Tue 3 Nov 2026, 16:45",
    "2026-11-03T16:45+09:00": "Tue 3 Nov 2026, 16:45 +09:00",
    "2026-11-03 16:45Z": "Tue 3 Nov 2026, 16:45 +00:00",
    "today": "Wed 18 Nov 2026",
    "Yesterday": "Tue 17 Nov 2026",
    "day before yesterday": "Mon 16 Nov 2026",
    "the day before  yesterday": "Mon 16 Nov 2026",
    "yday": "Tue 17 Nov 2026",
    "Y'day": "Tue 17 Nov 2026",
    "yest": "Tue 17 Nov 2026",
    "tomorrow": "Thu 19 Nov 2026",
    "day after tomorrow": "Fri 20 Nov 2026",
    "now": "Wed 18 Nov 2026, 14:30",
    "just now": "Wed 18 Nov 2026, 14:30",
    "fri": "Fri 13 Nov 2026",
    "FRIDAY": "Fri 13 Nov 2026",
    "on friday": "Fri 13 Nov 2026",
    "wed": "Wed 18 Nov 2026",
    "thurs.": "Thu 12 Nov 2026",
    "last friday": "Fri 13 Nov 2026",
    "last wed": "Wed 11 Nov 2026",
    "next friday": "Fri 27 Nov 2026",
    "this monday": "Mon 16 Nov 2026",
    "this wed": "Wed 18 Nov 2026",
    "monday last week": "Mon 9 Nov 2026",
    "last week on tuesday": "Tue 10 Nov 2026",
    "friday this week": "Fri 20 Nov 2026",
    "3 days ago": "Sun 15 Nov 2026",
    "a week ago": "Wed 11 Nov 2026",
    "two weeks ago": "Wed 4 Nov 2026",
    "twelve days ago": "Fri 6 Nov 2026",
    "2w ago": "Wed 4 Nov 2026",
    "one month ago": "Sun 18 Oct 2026",
    "9 months ago": "Wed 18 Feb 2026",
    "a year ago": "Tue 18 Nov 2025",
    "in 3 days": "Sat 21 Nov 2026",
    "3 days from now": "Sat 21 Nov 2026",
    "an hour ago": "Wed 18 Nov 2026, 13:30",
    "3 hours ago": "Wed 18 Nov 2026, 11:30",
    "15 hours ago": "Tue 17 Nov 2026, 23:30",
    "half an hour ago": "Wed 18 Nov 2026, 14:00",
    "20 minutes ago": "Wed 18 Nov 2026, 14:10",
    "20 min ago": "Wed 18 Nov 2026, 14:10",
    "nov 3": "Tue 3 Nov 2026",
    "3 Nov.": "Tue 3 Nov 2026",
    "november 3rd": "Tue 3 Nov 2026",
    "3rd of november": "Tue 3 Nov 2026",
    "the 3rd of november": "Tue 3 Nov 2026",
    "nov 19": "Wed 19 Nov 2025",
    "18 nov": "Wed 18 Nov 2026",
    "nov 3 2025": "Mon 3 Nov 2025",
    "Nov 3, 2025": "Mon 3 Nov 2025",
    "3 nov 2025": "Mon 3 Nov 2025",
    "feb 29": "Thu 29 Feb 2024",
    "the 3rd": "Tue 3 Nov 2026",
    "on the 19th": "Mon 19 Oct 2026",
    "the 31st": "Sat 31 Oct 2026",
    "friday the 13th": "Fri 13 Nov 2026",
    "3.11.2026": "Tue 3 Nov 2026",
    "03.11.": "Tue 3 Nov 2026",
    "20. 12.": "Sat 20 Dec 2025",
    "13/11/2026": "Fri 13 Nov 2026",
    "11/13/2026": "Fri 13 Nov 2026",
    "11/11/2026": "Wed 11 Nov 2026",
    "this morning": "Wed 18 Nov 2026, in the morning",
    "this evening": "Wed 18 Nov 2026, in the evening",
    "tonight": "Wed 18 Nov 2026, at night",
    "last night": "Tue 17 Nov 2026, at night",
    "yesterday morning": "Tue 17 Nov 2026, in the morning",
    "friday evening": "Fri 13 Nov 2026, in the evening",
    "wed morning": "Wed 18 Nov 2026, in the morning",
    "wed evening": "Wed 11 Nov 2026, in the evening",
    "tue at night": "Tue 17 Nov 2026, at night",
    "fri pm": "Fri 13 Nov 2026, in the afternoon",
    "yesterday am": "Tue 17 Nov 2026, in the morning",
    "sun arvo": "Sun 15 Nov 2026, in the afternoon",
    "a fortnight ago": "Wed 4 Nov 2026",
    "3 days ago in the afternoon": "Sun 15 Nov 2026, in the afternoon",
    "fri 3pm": "Fri 13 Nov 2026, 15:00",
    "3pm": "Tue 17 Nov 2026, 15:00",
    "2pm": "Wed 18 Nov 2026, 14:00",
    "14:30": "Wed 18 Nov 2026, 14:30",
    "at 15:00": "Tue 17 Nov 2026, 15:00",
    "today at 15:00": "Wed 18 Nov 2026, 15:00",
    "wed 3pm": "Wed 11 Nov 2026, 15:00",
    "wed 2pm": "Wed 18 Nov 2026, 14:00",
    "yesterday at 3:30 pm": "Tue 17 Nov 2026, 15:30",
    "yesterday, 3.30 p.m.": "Tue 17 Nov 2026, 15:30",
    "8.30am": "Wed 18 Nov 2026, 08:30",
    "12am": "Wed 18 Nov 2026, 00:00",
    "12:15 pm": "Wed 18 Nov 2026, 12:15",
    "3pm on friday": "Fri 13 Nov 2026, 15:00",
    "noon": "Wed 18 Nov 2026, 12:00",
    "midnight": "Wed 18 Nov 2026, 00:00",
    "friday midnight": "Fri 13 Nov 2026, 00:00",
    "this afternoon at 2:10": "Wed 18 Nov 2026, 14:10",
    "3:30 in the afternoon": "Tue 17 Nov 2026, 15:30",
    "last night at 11:15": "Tue 17 Nov 2026, 23:15",
    "last night 1am": "Wed 18 Nov 2026, 01:00",
    "Tue 17 Nov": "Tue 17 Nov 2026",
    "Tuesday 17 November 2026": "Tue 17 Nov 2026",
}

FUTURE = {
    "fri": "Fri 20 Nov 2026",
    "by friday": "Fri 20 Nov 2026",
    "this friday": "Fri 20 Nov 2026",
    "this monday": "Mon 23 Nov 2026",
    "next friday": "Fri 27 Nov 2026",
    "next thursday": "Thu 26 Nov 2026",
    "next saturday": "Sat 21 Nov 2026",
    "coming friday": "Fri 20 Nov 2026",
    "next tuesday": "Tue 24 Nov 2026",
    "next wednesday": "Wed 25 Nov 2026",
    "friday next week": "Fri 27 Nov 2026",
    "last friday": "Fri 13 Nov 2026",
    "yesterday": "Tue 17 Nov 2026",
    "wed": "Wed 25 Nov 2026",
    "by wednesday": "Wed 25 Nov 2026",
    "this wednesday": "Wed 18 Nov 2026",
    "wed evening": "Wed 18 Nov 2026, in the evening",
    "wed 2pm": "Wed 25 Nov 2026, 14:00",
    "wed 3pm": "Wed 18 Nov 2026, 15:00",
    "wed morning": "Wed 25 Nov 2026, in the morning",
    "3pm": "Wed 18 Nov 2026, 15:00",
    "14:30": "Wed 18 Nov 2026, 14:30",
    "by 2pm": "Thu 19 Nov 2026, 14:00",
    "midnight": "Thu 19 Nov 2026, 00:00",
    "until tomorrow": "Thu 19 Nov 2026",
    "nov 18": "Wed 18 Nov 2026",
    "nov 3": "Wed 3 Nov 2027",
    "3.11.": "Wed 3 Nov 2027",
    "feb 29": "Tue 29 Feb 2028",
    "the 3rd": "Thu 3 Dec 2026",
    "in two weeks": "Wed 2 Dec 2026",
    "in half an hour": "Wed 18 Nov 2026, 15:00",
    "next week": "Sun 29 Nov 2026",
    "end of the week": "Sun 22 Nov 2026",
    "by the end of the month": "Mon 30 Nov 2026",
    "next month": "Thu 31 Dec 2026",
    "end of november": "Mon 30 Nov 2026",
    "end of february": "Sun 28 Feb 2027",
    "end of nov 2027": "Tue 30 Nov 2027",
    "end of next year": "Fri 31 Dec 2027",
}

NO_DATE = (
    *(
        "",
        " ",
        "3",
        "15",
        "2026",
        "1145",
        "3/11/2026",
        "3/12/2026",
        "3/11",
        "3.11",
        "3.11.26",
        "12.34.",
        "2 5 2026",
        "nov 3 26",
    ),
    *(
        "10000-01-01",
        "--02-29",
        "2026-11-03x",
        "nov",
        "may",
        "november 2026",
        "one may",
        "3rd",
        "the day",
        "days",
    ),
    *(
        "last week",
        "last month",
        "next week",
        "next month",
        "end of the month",
        "this friday",
        "this weekend",
    ),
    *(
        "morning",
        "pm",
        "nov 3 pm",
        "in the morning",
        "this morning 3pm",
        "last night 2pm",
        "3 o'clock",
        "half past 3",
        "3pm 4pm",
    ),
    *(
        "at",
        "on",
        "the",
        "ago",
        "in",
        "3 days",
        "in 3 days ago",
        "-3 days ago",
        "1.5 hours ago",
        "3m ago",
        "T",
    ),
    *("a few days ago", "half a day ago", "ahour ago", "1,000 days ago", "3 hours ago at 5pm", "the today"),
    *(
        "last today",
        "fri fri",
        "fri-sat",
        "(fri)",
        "yesterday!",
        "yesterday?",
        "today yesterday",
        "christmas",
    ),
    *(
        "call mom tomorrow",
        "march on",
        "lunch",
        "will",
        "soon",
        "٣ نوفمبر",
        "３pm",
        "W4",
        "M11 3",
        "N3 days ago",
    ),
)

IMPOSSIBLE = {
    "31 feb": "There is no 31 February.",
    "feb 30": "There is no 30 February.",
    "31 apr 2026": "There is no 31 April 2026.",
    "feb 29 2025": "There is no 29 February 2025.",
    "2026-02-31": "There is no 31 February 2026.",
    "2026-02-29 15:00": "There is no 29 February 2026.",
    "30.2.2026": "There is no 30 February 2026.",
    "31.4.": "There is no 31 April.",
    "2026-13-01": "There is no 2026-13-01.",
    "0000-00-00": "There is no 0000-00-00.",
    "17/17/2026": "There is no 17/17/2026.",
    "32 nov": "There is no 32 November.",
    "the 32nd": "There is no 32nd.",
    "25:00": "There is no 25:00.",
    "yesterday at 24:00": "There is no 24:00.",
    "15:60": "There is no 15:60.",
    "13pm": "There is no 13pm.",
    "2026-11-03T16:45+99:00": "There is no +99:00 from UTC.",
    "mon 17 nov": "17 November 2026 is a Tuesday.",
    "9999 years ago": "That is before the year 1 or after the year 9999.",
    "in 99999 months": "That is before the year 1 or after the year 9999.",
}


def said(phrase: str, prefer: Prefer = "past", now: dt.datetime = NOW) -> str:
    moment = understand(phrase, now, prefer)
    return say_moment(moment, now) if moment else "not understood"


def days(at_least: dt.date = dt.date.min, at_most: dt.date = dt.date.max) -> st.SearchStrategy[dt.date]:
    return st.dates(at_least, at_most)


class TestUnderstand:
    @pytest.mark.parametrize(("phrase", "expected"), PAST.items())
    def test_what_happened(self, phrase: str, expected: str) -> None:
        assert said(phrase) == expected

    @pytest.mark.parametrize(("phrase", "expected"), FUTURE.items())
    def test_what_is_promised(self, phrase: str, expected: str) -> None:
        assert said(phrase, "future") == expected

    @pytest.mark.parametrize("phrase", NO_DATE)
    def test_a_wrong_guess_is_worse_than_a_question(self, phrase: str) -> None:
        assert understand(phrase, NOW) is None

    @pytest.mark.parametrize(("phrase", "message"), IMPOSSIBLE.items())
    def test_what_cannot_be_is_said(self, phrase: str, message: str) -> None:
        with pytest.raises(Misused) as error:
            understand(phrase, NOW)
        assert error.value.message == message
        assert error.value.hint

    def test_seconds_that_nobody_said_are_not_made_up(self) -> None:
        for phrase in ("now", "an hour ago", "noon"):
            moment = understand(phrase, NOW)
            assert moment is not None
            assert moment.at is not None
            assert moment.at.second == 0

    @given(days(dt.date(1971, 1, 2), dt.date(9990, 1, 1)), st.sampled_from(PARTS_OF_DAY))
    def test_a_part_of_the_day_comes_back_from_the_echo(self, day: dt.date, part: PartOfDay) -> None:
        moment = Moment(day, part=part)
        assert understand(say_moment(moment, NOW), NOW) == moment

    def test_a_time_by_the_clock_leaves_no_part_of_the_day(self) -> None:
        for phrase in ("last night at 11:15", "this afternoon at 2:10", "fri 3pm", "last night 1am"):
            moment = understand(phrase, NOW)
            assert moment is not None
            assert (moment.at is None, moment.part) == (False, None)

    def test_looking_back_on_sunday_this_friday_has_been(self) -> None:
        assert said("this friday", now=dt.datetime(2026, 11, 22, 9, tzinfo=BERLIN)) == "Fri 20 Nov 2026"

    def test_before_one_in_the_night_one_last_night_was_a_day_ago(self) -> None:
        now = dt.datetime(2026, 11, 18, 0, 30, tzinfo=BERLIN)
        assert said("last night 1am", now=now) == "Tue 17 Nov 2026, 01:00"
        assert said("last night at 11", now=now) == "not understood"
        assert said("last night at 11pm", now=now) == "Tue 17 Nov 2026, 23:00"

    def test_one_second_into_the_day_yesterday_is_the_day_before(self) -> None:
        now = dt.datetime(2026, 3, 1, 0, 0, 1, tzinfo=BERLIN)
        assert said("yesterday", now=now) == "Sat 28 Feb 2026"
        assert said("last night", now=now) == "Sat 28 Feb 2026, at night"

    @pytest.mark.parametrize(
        ("phrase", "now", "expected"),
        [
            ("a month ago", dt.date(2026, 3, 31), "Sat 28 Feb 2026"),
            ("a year ago", dt.date(2024, 2, 29), "Tue 28 Feb 2023"),
            ("the 31st", dt.date(2026, 3, 1), "Sat 31 Jan 2026"),
            ("feb 29", dt.date(1904, 2, 28), "Sat 29 Feb 1896"),
            ("the 1st", dt.date(2026, 1, 1), "Thu 1 Jan 2026"),
        ],
    )
    def test_months_that_are_short(self, phrase: str, now: dt.date, expected: str) -> None:
        noon = dt.datetime.combine(now, dt.time(12), dt.UTC)
        assert said(phrase, now=noon) == expected

    @given(st.text(max_size=70) | st.text("0123456789:./- ,apmTZ+", max_size=14), st.datetimes())
    @example("1" * 5000, dt.datetime(2026, 1, 1))  # noqa: DTZ001
    def test_any_text_is_a_moment_or_none_or_misused(self, text: str, now: dt.datetime) -> None:
        _understood_or_misused(text, now)

    @given(
        st.lists(st.sampled_from(" ".join([*PAST, *FUTURE, *IMPOSSIBLE]).split()), max_size=5),
        st.sampled_from([dt.datetime(year, 11, 18) for year in (1, 2026, 9999)]),  # noqa: DTZ001
    )
    def test_any_words_of_ours_in_any_order(self, phrase: list[str], now: dt.datetime) -> None:
        _understood_or_misused(" ".join(phrase), now)

    @given(
        st.sampled_from([*PAST, *FUTURE]),
        st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1)),  # noqa: DTZ001
    )
    def test_the_past_is_not_later_unless_the_words_say_so(self, phrase: str, wall: dt.datetime) -> None:
        ahead = ("tomorrow", "next", "coming", "this", "in ", "from now", "20", "tonight", "today at")
        assume(not any(word in phrase.lower() for word in ahead))
        now = wall.replace(tzinfo=dt.timezone(dt.timedelta(hours=2)))
        try:
            moment = understand(phrase, now)
        except Misused:
            return
        assert moment is None or moment.date <= wall.date()
        if moment and moment.at and not phrase.startswith(("nov", "feb", "18")):
            assert moment.at <= now

    @given(days(), days())
    def test_what_is_said_is_understood(self, day: dt.date, today: dt.date) -> None:
        now = dt.datetime.combine(today, dt.time(12), dt.UTC)
        prefer: Prefer = "past" if day <= today else "future"
        forms = [day.isoformat(), say_date_long(day), say_day(day, today), say_near(day, today)]
        forms.append(say_moment(Moment(day), now))
        assert [understand(form, now, prefer) for form in forms] == [Moment(day)] * 5

    @given(days(TODAY - dt.timedelta(13), TODAY + dt.timedelta(13)))
    @settings(max_examples=40)
    def test_what_is_said_of_days_nearby_is_understood(self, day: dt.date) -> None:
        assert understand(say_ago(day, TODAY), NOW) == Moment(day)
        if 0 <= (day - TODAY).days < 7:
            assert understand(say_due(day, TODAY), NOW, "future") == Moment(day)

    @given(
        st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2090, 1, 1)),  # noqa: DTZ001
        st.integers(-14 * 60, 14 * 60),
    )
    def test_a_time_that_is_said_is_understood(self, wall: dt.datetime, minutes: int) -> None:
        at = wall.replace(second=0, microsecond=0, tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
        moment = understand(say_moment(Moment(at.date(), at), NOW), NOW)
        assert moment is not None
        assert (moment.date, moment.at) == (at.date(), at)


def _understood_or_misused(text: str, wall: dt.datetime) -> None:
    for zone in (dt.timezone(dt.timedelta(hours=-3)), BERLIN):
        for prefer in get_args(Prefer):
            try:
                moment = understand(text, wall.replace(tzinfo=zone), prefer)
            except Misused:
                continue
            assert moment is None or moment.at is None or moment.at.date() == moment.date


class TestSplitDated:
    @pytest.mark.parametrize(
        ("line", "phrase", "rest"),
        [
            ("yesterday: Lunch with Grace", "yesterday", "Lunch with Grace"),
            ("yesterday 15:30: lunch", "yesterday 15:30", "lunch"),
            ("15:00:  call, at:x ", "15:00", "call, at:x"),
            ("Fri 3pm : call", "fri 3pm", "call"),
            ("14/9: tea", "14 sep", "tea"),
            ("9/14: tea", "14 sep", "tea"),
            ("14/9 tea with Rosa", "14 sep", "tea with Rosa"),
            ("day b4 yest: tea", "day before yesterday", "tea"),
            ("yesterday:\nA longer day.\nAnd more.", "yesterday", "A longer day.\nAnd more."),
            ("today:", "today", ""),
            ("today: tomorrow: plans", "today", "tomorrow: plans"),
            ("2026-11-03T16:45: met Li Wei", "2026-11-03 16:45", "met Li Wei"),
        ],
    )
    def test_a_phrase_and_the_rest(self, line: str, phrase: str, rest: str) -> None:
        assert split_dated(line, NOW) == (understand(phrase, NOW), rest)

    @pytest.mark.parametrize(
        "line",
        [
            "Lunch with Grace",
            "Lunch: good",
            "we met at:home yesterday",
            "yesterday:lunch",
            "yesterday",
            "yesterday, ",
            "yesterday was hard, called Rosa",
            "Yesterday's match with Rosa",
            "yesterday and today with Rosa",
            "yesterday I called Rosa, today she called back",
            "last night bus with Rosa",
            "last night of the choir",
            "http://example.org",
            ": x",
            "",
            "note\nfri: x",
            "friday\nevening: x",
            "She said: yesterday: rain",
            "yesterday" + " " * 32 + ": x",
            "one: two: three: " * 9,
            "24/7: on call",
            "on Monday I'm meeting Rosa about permits",
            "8/10: a good film",
            "4/5: tea",
            "2/10 tea with Rosa",
            "50/50: luck",
        ],
    )
    def test_a_line_without_a_date_stays_whole(self, line: str) -> None:
        assert split_dated(line, NOW) == (None, line)

    @pytest.mark.parametrize(
        ("line", "phrase", "rest"),
        [
            ("yesterday we met at:home", "yesterday", "we met at:home"),
            ("Yesterday evening, tea with Rosa", "yesterday evening", "tea with Rosa"),
            ("last night we sang: all of it", "last night", "we sang: all of it"),
            ("last night, dinner", "last night", "dinner"),
            ("the day before yesterday lunch with Grace", "day before yesterday", "lunch with Grace"),
            ("yesterday eve Rosa came by", "yesterday evening", "Rosa came by"),
        ],
    )
    def test_yesterday_needs_no_colon(self, line: str, phrase: str, rest: str) -> None:
        assert split_dated(line, NOW) == (understand(phrase, NOW), rest)
        assert split_dated(line, NOW, "future") == (None, line)

    def test_a_day_that_cannot_be_is_asked_about(self) -> None:
        with pytest.raises(Misused, match=r"There is no 31 February\."):
            split_dated("31 feb: lunch", NOW)

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ("31/9: tea", r"There is no 31 September\."),
            ("2/11: tea", r"“2/11” may be 2 November or 11 February\."),
            ("last week: tea", r"“last week” is not one day\."),
            ("in september: tea", r"“in september” is not one day\."),
        ],
    )
    def test_what_is_no_one_day_is_asked_about(self, line: str, told: str) -> None:
        with pytest.raises(Misused, match=told):
            split_dated(line, NOW)

    def test_the_future_is_passed_on(self) -> None:
        assert split_dated("fri: send the book", NOW, "future")[0] == Moment(dt.date(2026, 11, 20))

    def test_a_megabyte_comes_to_an_end(self) -> None:
        with comes_to_an_end():
            assert split_dated("x: " * 2**19, NOW)[0] is None
