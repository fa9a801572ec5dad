"""Days are calendar days as lived (issue 4 §6): wherever one is, whatever the clock does."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from netjournal.language.days.words import say_date_long
from netjournal.model import Interaction, new_id
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.timeline import TimelineScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


def _timeline(app: NetjournalApp) -> TimelineScreen:
    assert isinstance(app.screen, TimelineScreen)
    return app.screen


async def _until(app: NetjournalApp, pilot: Pilot[int], words: str) -> None:
    """Let the app look at the clock until it says `words`."""
    for _ in range(100):
        app.look()
        await pilot.pause(0.02)
        if words in screen_text(app):
            return
    assert words in screen_text(app)


_CLOCKS = (
    "2026-11-18T00:10:00+14:00",
    "2026-11-17T23:50:00-11:00",
    "2026-11-19T00:10:00-11:00",
    "2028-02-29T12:00:00+00:00",
    "2026-03-29T01:59:00 Europe/Berlin",
    "2026-03-30T03:01:00 Europe/Berlin",
    "2026-10-25T02:30:00 Europe/Berlin",
)


async def test_what_is_logged_is_of_the_day_it_is_there(empty: Journal) -> None:
    app = NetjournalApp(empty, Settings(ask="never"), lambda: NOW)
    async with app.run_test(size=(120, 36)) as pilot:
        for moment, _, zone in (text.partition(" ") for text in _CLOCKS):
            clock = dt.datetime.fromisoformat(moment)
            clock = clock.replace(tzinfo=ZoneInfo(zone)) if zone else clock
            app.clock = lambda clock=clock: clock  # type: ignore[misc]
            await _until(app, pilot, say_date_long(clock.date()))
            await pilot.press("t", "l", *"tea", "enter")
            await _until(app, pilot, f"[{clock.day:>2}·]")
            screen = _timeline(app)
            entry = screen.entry_here()
            assert entry is not None
            assert entry.date == screen.grid.day == screen.grid.today == clock.date()
            assert "Today, " in screen_text(app)
            await pilot.press("left", "t")
            await settle(app, pilot)
            assert screen.grid.day == clock.date()


async def test_an_entry_of_tokyo_is_on_its_day_in_lima(empty: Journal) -> None:
    written = dt.datetime.fromisoformat("2026-11-03T00:30:00+09:00")
    entry = Interaction(
        id=new_id(written, lambda size: b"1" * size), date=written.date(), at=written, zone="Asia/Tokyo",
        text="Ramen after midnight.", created=written,
    )  # fmt: skip
    empty.bring([], [entry], title="Tokyo", now=written)
    lima = dt.datetime.fromisoformat("2026-11-03T09:00:00-05:00")
    app = NetjournalApp(empty, Settings(), lambda: lima)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(app, pilot)
        shown = screen_text(app)
        assert shown.index("Today, Tuesday 3 November") < shown.index("00:30") < shown.index("Ramen")
        assert "[ 3·]" in shown


async def test_midnight_moves_today_and_leaves_the_cursor(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("j")
        key = _timeline(app).days.key
        app.clock = lambda: NOW + dt.timedelta(hours=10)
        await _until(app, pilot, "Thursday 19 November 2026")
        screen = _timeline(app)
        assert screen.days.key == key
        assert screen.grid.day.isoformat() == "2026-11-17"
        shown = screen_text(app)
        assert "‹19 ›" in shown
        assert "Tuesday 17 November" in shown
        assert "Yesterday, Tuesday" not in shown
        for _ in range(100):  # the page beside it is read by a thread
            named = (line for line in screen_text(app).split("\n") if "Karim Haddad" in line)
            birthday = next(line for line in named if "▎" not in line)
            if "today" in birthday:
                break
            await pilot.pause(0.02)
        assert "today" in birthday


async def test_a_clock_that_jumps_back_makes_an_earlier_day_today(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        app.clock = lambda: NOW - dt.timedelta(days=40)
        await _until(app, pilot, "Friday 9 October 2026")
        screen = _timeline(app)
        assert screen.grid.day == NOW.date()
        await pilot.press("l", *"coffee", "enter")
        await settle(app, pilot)
        for _ in range(100):
            await pilot.pause(0.02)
            if app.journal.days(dt.date(2026, 10, 9), dt.date(2026, 10, 9)):
                break
        assert [entry.text for entry in app.journal.month("2026-10")] == ["coffee", "About her keynote."]
        await pilot.press("escape", "t")
        await settle(app, pilot)
        assert screen.grid.day.isoformat() == "2026-10-09"
        app.clock = lambda: NOW
        await _until(app, pilot, "Wednesday 18 November 2026")
        assert screen.grid.day.isoformat() == "2026-10-09"


async def test_the_year_and_the_page_know_of_midnight(journal: Journal, open_app: Open) -> None:
    new_year = dt.datetime.fromisoformat("2026-12-31T23:59:00+01:00")
    async with open_app(journal) as (app, pilot):
        app.clock = lambda: new_year
        await _until(app, pilot, "Thursday 31 December 2026")
        await pilot.press("t", "y")
        await settle(app, pilot)
        app.clock = lambda: new_year + dt.timedelta(minutes=2)
        await _until(app, pilot, "Friday 1 January 2027")
        await pilot.press("t")
        await settle(app, pilot)
        assert "2027" in screen_text(app).split("\n")[2]
        await pilot.press("enter")
        await settle(app, pilot)
        assert _timeline(app).grid.day.isoformat() == "2027-01-01"
