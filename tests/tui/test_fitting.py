"""With a filter on, the bars of the months and the year are shaded by what fits it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Mapping

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from netjournal.language.filters.meaning import Filter
from netjournal.store.journal import Journal
from netjournal.store.searching import Stretch
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.timeline import TimelineScreen
from netjournal.tui.screens.year import YearScreen
from netjournal.tui.widgets.months import MonthStrip
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


async def _until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    for _ in range(200):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


def _bars(app: NetjournalApp) -> Mapping[str, int]:
    assert isinstance(app.screen, TimelineScreen)
    counts = app.screen.query_one(MonthStrip).counts
    return {month: count for month, count in counts.items() if count}


def _days(app: NetjournalApp) -> dict[str, int]:
    assert isinstance(app.screen, YearScreen)
    return {day.isoformat(): count for day, count in app.screen.grid.counts.items()}


async def _filter(app: NetjournalApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press("f", *keys, "enter")
    await settle(app, pilot)


async def test_the_bars_of_the_months_show_what_fits(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        assert _bars(app) == {"2026-08": 1, "2026-10": 1, "2026-11": 4}
        await _filter(app, pilot, *"grace")
        await _until(pilot, lambda: _bars(app) == {"2026-10": 1, "2026-11": 2})
        await pilot.press("escape")
        await settle(app, pilot)
        assert _bars(app) == {"2026-08": 1, "2026-10": 1, "2026-11": 4}


async def test_the_year_shows_what_fits_and_says_so(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _filter(app, pilot, *"jorge")
        await pilot.press("y")
        await _until(pilot, lambda: _days(app) == {"2026-08-05": 1, "2026-11-17": 1})
        assert "2026   Only jorge" in screen_text(app)
        shown = screen_text(app)
        assert "She launches the boat in May" in shown
        assert "Twenty minutes about Beirut." not in shown
        await pilot.press("k")
        await settle(app, pilot)
        assert "Nothing on this day fits." in screen_text(app)
        await pilot.press("left_square_bracket")
        await _until(pilot, lambda: not _days(app))
        await pilot.press("right_square_bracket", "enter")
        await settle(app, pilot)
        assert "Only jorge" in screen_text(app)


async def test_what_changes_is_counted_anew(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _filter(app, pilot, *"tea")
        await pilot.press("y")
        await _until(pilot, lambda: _days(app) == {"2026-08-05": 1})
        [tea] = journal.month("2026-08")
        await app.write(lambda: journal.change(tea, replace(tea, date=dt.date(2026, 3, 1)), now=NOW))
        await _until(pilot, lambda: _days(app) == {"2026-03-01": 1})
        [tea] = journal.month("2026-03")
        await app.write(lambda: journal.delete(tea, now=NOW))
        await _until(pilot, lambda: not _days(app))
        await pilot.press("escape")
        await _until(pilot, lambda: not _bars(app))


async def test_what_is_counted_late_is_shown_as_it_comes_and_never_of_another_filter(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, go_on, ended = journal.search, threading.Event(), threading.Event()
    [sailing] = journal.month("2026-10")

    def slow(filter: Filter) -> Iterator[Stretch]:
        if "sail" not in str(filter):
            yield from plain(filter)
            return
        try:
            yield Stretch((), (sailing,), "2026-10", 1, 3)
            go_on.wait(5)
            yield Stretch((), (replace(sailing, date=dt.date(2026, 9, 9)),), "2026-09", 2, 3)
        finally:
            ended.set()

    monkeypatch.setattr(journal, "search", slow)
    monkeypatch.setattr("netjournal.tui.fitting._PATIENCE", 0)
    async with open_app(journal) as (app, pilot):
        await _filter(app, pilot, *"sail")
        await pilot.press("y")
        await _until(pilot, lambda: _days(app) == {"2026-10-16": 1})
        assert "Only sail · counted back to October 2026" in screen_text(app)
        await pilot.press("escape", "f", *["backspace"] * 4, *"tea", "enter")
        await _until(pilot, lambda: _bars(app) == {"2026-08": 1})
        go_on.set()
        assert ended.wait(5)
        await settle(app, pilot)
        assert _bars(app) == {"2026-08": 1}
