"""From an entry to a person or a tag, and back to where one was."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.reflections import ReflectionsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from tests.tui.conftest import Open
from tests.tui.journals import screen_text, settle

pytestmark = pytest.mark.usefixtures("drawn")


async def _press(app: NetjournalApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(app, pilot)
    await pilot.pause()


def _timeline(app: NetjournalApp) -> TimelineScreen:
    assert isinstance(app.screen, TimelineScreen)
    return app.screen


async def test_enter_goes_to_the_one_who_was_there_and_backspace_back_to_the_entry(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "down")
        here = _timeline(app).days.key
        await _press(app, pilot, "enter")
        assert isinstance(app.screen, ContactsScreen)
        assert "Karim Haddad" in screen_text(app)
        await _press(app, pilot, "backspace")
        assert _timeline(app).days.key == here
        await _press(app, pilot, "backspace")
        assert "nowhere to go back to" in screen_text(app)


async def test_of_several_one_is_asked_and_a_tag_shows_its_like(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "down", "down", "enter")
        assert isinstance(app.screen, ChoicesDialog)
        shown = screen_text(app)
        assert all(words in shown for words in ("Grace Osei", "Jorge Medina", "#food"))
        await _press(app, pilot, "3")
        timeline = _timeline(app)
        assert timeline.filter_bar.line.value == "#food"
        assert "Only #food" in screen_text(app)
        assert "Lunch. She launches" in screen_text(app)
        assert "Twenty minutes about Beirut" not in screen_text(app)
        november = {day.day for day in timeline.grid.counts if day.month == 11}
        assert november == {17}
        await _press(app, pilot, "backspace")
        assert not timeline.filter_bar.has_words
        assert "Twenty minutes about Beirut" in screen_text(app)


async def test_a_name_in_the_text_is_clicked(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        days = _timeline(app).days
        lines = screen_text(app).split("\n")
        row = next(number for number, line in enumerate(lines) if "Jorge Medina" in line)
        column = lines[row].index("Jorge Medina") + 2
        await pilot.click(days, offset=(column - days.region.x, row - days.region.y))
        await settle(app, pilot)
        assert isinstance(app.screen, ContactsScreen)
        assert "Tea at the pier." in screen_text(app)


async def test_the_timeline_shows_only_what_fits_and_all_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "f", *"via:call", "enter")
        shown = screen_text(app)
        assert "Only calls" in shown or "Only call" in shown
        assert "Twenty minutes about Beirut" in shown
        assert "Lunch. She launches" not in shown
        await _press(app, pilot, "left_square_bracket")
        assert "Nothing in October 2026 fits." in screen_text(app)
        await _press(app, pilot, "escape")
        assert "About her keynote." in screen_text(app)


async def test_reflections_are_filtered_too(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "3", "f", *"charts", "enter")
        assert isinstance(app.screen, ReflectionsScreen)
        shown = screen_text(app)
        assert "My old charts." in shown
        assert "Boats; ask again." not in shown
        assert re.search(r"All +1\b", shown)
        await _press(app, pilot, "escape")
        assert re.search(r"All +[2-9]\b", screen_text(app))
        assert "Boats; ask again." in screen_text(app)


async def test_month_and_days_agree_when_all_is_seen_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "down", "f", *"via:message", "enter")
        timeline = _timeline(app)
        for _ in range(2):
            entry = timeline.entry_here()
            assert entry is not None
            assert timeline.grid.day == entry.date
            await _press(app, pilot, "escape")


async def test_one_comes_back_from_the_year(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await _press(app, pilot, "down")
        here = _timeline(app).grid.day
        await _press(app, pilot, "y", "left", "enter")
        assert _timeline(app).grid.day != here
        await _press(app, pilot, "backspace")
        assert _timeline(app).grid.day == here
