"""A time by the clock has the offset of its day, in the zone one lives in."""

from __future__ import annotations

import copy
import datetime as dt
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import msgspec
import pendulum
import pytest

from netjournal.errors import Misused
from netjournal.language.days.dates import (
    Moment,
    local_zone_name,
    say_moment,
    understand,
)
from netjournal.language.days.present import read_clock

BERLIN = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 11, 18, 14, 30, 20, tzinfo=BERLIN)
PHRASES = ("today", "last night", "fri 3pm", "3 hours ago", "2026-03-29 02:30", "2026-11-03T16:45Z", "nov 3")


@pytest.fixture
def machine_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def _in_a_new_process(zone: str, script: str) -> str:
    environment = os.environ | {"TZ": zone}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout.removesuffix("\n")


class TestZones:
    @pytest.mark.parametrize(
        ("phrase", "zone", "now", "expected"),
        [
            ("2:30am", "Europe/Berlin", "2026-03-29T12:00", "2026-03-29T03:30:00+02:00"),
            ("2026-03-29 02:30", "Europe/Berlin", "2026-06-01T12:00", "2026-03-29T03:30:00+02:00"),
            ("2026-10-25 02:30", "Europe/Berlin", "2026-11-18T14:30", "2026-10-25T02:30:00+01:00"),
            ("2026-10-25 01:59", "Europe/Berlin", "2026-11-18T14:30", "2026-10-25T01:59:00+02:00"),
            ("oct 20 3pm", "Europe/Berlin", "2026-11-18T14:30", "2026-10-20T15:00:00+02:00"),
            ("24 hours ago", "America/New_York", "2026-11-02T00:30", "2026-11-01T01:30:00-04:00"),
            ("23 hours ago", "America/New_York", "2026-11-02T00:30", "2026-11-01T01:30:00-05:00"),
            ("24 hours ago", "America/New_York", "2026-03-09T00:30", "2026-03-07T23:30:00-05:00"),
            ("an hour ago", "Europe/Berlin", "2026-03-29T03:15", "2026-03-29T01:15:00+01:00"),
            ("in 2 hours", "Europe/Berlin", "2026-03-29T01:30", "2026-03-29T04:30:00+02:00"),
            ("2011-12-30 10:00", "Pacific/Apia", "2026-11-18T14:30", "2011-12-31T10:00:00+14:00"),
            ("yesterday 3pm", "Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T15:00:00+14:00"),
            ("yesterday 3pm", "Asia/Kathmandu", "2026-01-01T00:00", "2025-12-31T15:00:00+05:45"),
            ("1850-01-01 12:00", "Europe/Berlin", "2026-01-01T00:00", "1850-01-01T12:00:00+00:53"),
        ],
    )
    @pytest.mark.parametrize("make", [ZoneInfo, pendulum.timezone])
    def test_clock_changes(
        self, make: type[ZoneInfo], phrase: str, zone: str, now: str, expected: str
    ) -> None:
        moment = understand(phrase, dt.datetime.fromisoformat(now).replace(tzinfo=make(zone)))
        assert moment is not None
        assert moment.at is not None
        assert (moment.at.isoformat(), moment.zone) == (expected, zone)
        assert moment.date.isoformat() == expected[:10]

    @pytest.mark.parametrize("make", [ZoneInfo, pendulum.timezone])
    @pytest.mark.parametrize(
        ("phrase", "now", "expected"),
        [
            ("2:30am", "2026-10-25T01:10Z", "2026-10-25T02:30:00+02:00"),
            ("today 2:30am", "2026-10-25T01:10Z", "2026-10-25T02:30:00+02:00"),
            ("sunday 2:30am", "2026-10-25T01:10Z", "2026-10-25T02:30:00+02:00"),
            ("2:05am", "2026-10-25T01:10Z", "2026-10-25T02:05:00+01:00"),
            ("2:30am", "2026-10-25T00:40Z", "2026-10-25T02:30:00+02:00"),
            ("2:30am", "2026-10-25T01:40Z", "2026-10-25T02:30:00+01:00"),
            ("3:05am", "2026-10-25T01:10Z", "2026-10-24T03:05:00+02:00"),
            ("2:30am", "2026-10-25T00:10Z", "2026-10-24T02:30:00+02:00"),
            ("yesterday 2:30am", "2026-10-25T01:10Z", "2026-10-24T02:30:00+02:00"),
        ],
    )
    def test_a_time_without_a_day_is_the_latest_that_was_lived(
        self, make: type[ZoneInfo], phrase: str, now: str, expected: str
    ) -> None:
        moment = understand(phrase, dt.datetime.fromisoformat(now).astimezone(make("Europe/Berlin")))
        assert moment is not None
        assert moment.at is not None
        assert moment.at.isoformat() == expected

    def test_a_present_of_bare_offset_has_no_zone(self) -> None:
        now = NOW.replace(tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
        assert understand("oct 20 3pm", now) == Moment(
            dt.date(2026, 10, 20), dt.datetime(2026, 10, 20, 15, tzinfo=now.tzinfo)
        )

    def test_a_written_offset_is_kept_and_the_zone_named_where_it_is_ours(self) -> None:
        ours = understand("2026-07-01T10:00+02:00", NOW)
        theirs = understand("2026-07-01T10:00+01:00", NOW)
        assert ours is not None
        assert theirs is not None
        assert (ours.zone, theirs.zone) == ("Europe/Berlin", "")

    def test_a_time_in_one_s_own_zone_is_said_without_its_offset(self) -> None:
        moment = understand("oct 20 3pm", NOW)
        assert moment is not None
        assert say_moment(moment, NOW) == "Tue 20 Oct 2026, 15:00"
        assert say_moment(moment, NOW.astimezone(dt.UTC)) == "Tue 20 Oct 2026, 15:00 +02:00"

    @pytest.mark.parametrize("now", [NOW, pendulum.instance(NOW), NOW.astimezone(dt.UTC)])
    @pytest.mark.parametrize("phrase", ["today", "now", "3pm", "2026-01-01T10:00Z", "nov 3", "in 2 hours"])
    def test_moments_can_be_kept(self, phrase: str, now: dt.datetime) -> None:
        moment = understand(phrase, now)
        assert msgspec.json.decode(msgspec.json.encode(moment), type=Moment) == moment

    def test_the_machine_s_zone_does_not_matter(self, machine_in: Callable[[str], None]) -> None:
        found = []
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
            machine_in(zone)
            found.append([understand(phrase, NOW) for phrase in PHRASES])
        assert found[0] == found[1]

    def test_a_day_costs_no_time_zones(self) -> None:
        told = _in_a_new_process(
            "Asia/Kolkata",
            "import sys; from netjournal.language.days.dates import *; "
            "from netjournal.language.days.present import read_clock; now = read_clock(None); "
            "understand('friday evening', now); understand('3 days ago', now); understand('nov 3', now); "
            "print({'pendulum', 'zoneinfo', 'asyncio', 'dataclasses'} & set(sys.modules), end=' '); "
            "moment = understand('today 3pm', now); print(moment.at.isoformat()[10:], moment.zone)",
        )
        assert told == "set() T15:00:00+05:30 Asia/Kolkata"


class TestClock:
    def test_a_fixed_present_is_what_it_says(self) -> None:
        now = read_clock("2026-11-18T14:30:00+05:30")
        assert now.isoformat() == "2026-11-18T14:30:00+05:30"
        assert understand("15:00", now) == understand("yesterday 15:00", now)

    def test_one_of_this_machine_s_offset_is_of_its_zone(self, machine_in: Callable[[str], None]) -> None:
        machine_in("Europe/Berlin")
        moment = understand("2:30am", read_clock("2026-10-25T02:10:00+01:00"))
        assert moment is not None
        assert moment.at is not None
        assert (moment.at.isoformat(), moment.zone) == ("2026-10-25T02:30:00+02:00", "Europe/Berlin")

    def test_the_present_is_now(self) -> None:
        assert abs(read_clock(None) - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=5)
        assert abs(read_clock("") - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=5)

    def test_without_an_offset_it_is_of_this_machine_s_zone(self, machine_in: Callable[[str], None]) -> None:
        machine_in("Asia/Kathmandu")
        now = read_clock("2026-11-18T14:30")
        assert now.isoformat() == "2026-11-18T14:30:00+05:45"
        assert pickle.loads(pickle.dumps(now)) == copy.deepcopy(now) == now  # noqa: S301
        assert msgspec.json.decode(msgspec.json.encode(now), type=dt.datetime) == now
        assert (now + dt.timedelta(days=200)).utcoffset() == now.utcoffset()
        assert now.astimezone(dt.UTC).astimezone(now.tzinfo) == now

    @pytest.mark.parametrize("fixed", ["soon", "2026-11-18T25:00", "10000-01-01", "0001-01-01", "9999-12-31"])
    def test_nonsense(self, fixed: str) -> None:
        with pytest.raises(Misused, match="NETJOURNAL_NOW"):
            read_clock(fixed)

    @pytest.mark.parametrize(
        ("zone", "told"),
        [("Europe/Berlin", "Europe/Berlin +02:00"), ("UTC-3", " +03:00"), ("<-03>3", " -03:00")],
    )
    def test_a_zone_that_cannot_be_told_is_not_made_up(self, zone: str, told: str) -> None:
        assert told == _in_a_new_process(
            zone,
            "from netjournal.language.days.dates import *; "
            "from netjournal.language.days.present import read_clock; now = read_clock('2026-11-18T14:30'); "
            "moment = understand('jul 1 3pm', now); print(moment.zone, moment.at.isoformat()[-6:])",
        )

    def test_this_machine_has_a_zone_or_says_nothing(self) -> None:
        name = local_zone_name()
        assert not name or ZoneInfo(name)
