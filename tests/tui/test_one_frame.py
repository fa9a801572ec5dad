"""Between a line and its question the screen below is drawn by nobody, unless the writing takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.screens.base import JournalScreen
from tests.tui.conftest import Open
from tests.tui.journals import settle

pytestmark = pytest.mark.usefixtures("drawn")


def shows(app: NetjournalApp, kind: type[object]) -> bool:
    return isinstance(app.screen, kind)


def frames(app: NetjournalApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The screens that are drawn from now on."""
    drawn: list[str] = []
    display = app._display

    def spy(screen: Any, update: Any) -> None:
        if update is not None and not app._batch_count:
            drawn.append(type(screen).__name__)
        display(screen, update)

    monkeypatch.setattr(app, "_display", spy)
    return drawn


@contextmanager
def held_up(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The line is not written before the event is set."""
    go, log = Event(), Journal.log

    def slowly(self: Journal, *rest: Any, **more: Any) -> Any:
        assert go.wait(10)
        return log(self, *rest, **more)

    monkeypatch.setattr(Journal, "log", slowly)
    try:
        yield go
    finally:
        go.set()


async def begin(app: NetjournalApp, pilot: Pilot[int]) -> None:
    await pilot.press("l")
    await settle(app, pilot)
    await pilot.press(*"tea with Jorge")
    await settle(app, pilot)


async def test_the_question_comes_in_the_frame_in_which_the_line_goes(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(journal) as (app, pilot):
        await begin(app, pilot)
        drawn = frames(app, monkeypatch)
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, QuestionSheet)
        assert set(drawn) == {"QuestionSheet"}
        assert not app._batch_count


async def test_a_write_that_takes_its_time_keeps_no_sheet_on_the_screen(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(journal) as (app, pilot):
        await begin(app, pilot)
        drawn = frames(app, monkeypatch)
        with held_up(journal, monkeypatch) as go:
            await pilot.press("enter")
            for _ in range(200):
                await asyncio.sleep(0.01)
                if drawn:
                    break
            assert shows(app, JournalScreen)
            assert "TimelineScreen" in drawn
            go.set()
            await settle(app, pilot)
        assert shows(app, QuestionSheet)
        assert drawn[-1] == "QuestionSheet"


async def test_what_cannot_be_written_is_said_on_a_screen_that_is_drawn(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(journal) as (app, pilot):
        await begin(app, pilot)
        (journal.folder / "months" / "2026-11.json").write_text("{")
        drawn = frames(app, monkeypatch)
        await pilot.press("enter")
        await settle(app, pilot)
        assert shows(app, JournalScreen)
        assert drawn[-1] == "TimelineScreen"
        assert not app._batch_count
