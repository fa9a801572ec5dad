"""A question for an entry that has none: what came with an import, or was logged to ask nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Interaction
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.question import QuestionSheet
from tests.tui.conftest import Open
from tests.tui.journals import screen_text, settle


def talk(journal: Journal) -> Interaction:
    """The talk on small tools, which was asked nothing."""
    return next(one for one in journal.month("2026-11") if one.date == dt.date(2026, 11, 16))


async def ask(app: NetjournalApp, pilot: Pilot[int], entry: Interaction) -> None:
    app.show_entry(entry)
    await settle(app, pilot)
    await pilot.press("a")
    await settle(app, pilot)
    assert isinstance(app.screen, QuestionSheet)


async def say(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    app.screen.query_one("#line", Input).value = line
    await pilot.press("enter")
    await settle(app, pilot)


@pytest.mark.parametrize("leave", ["escape", "enter", "m"])
async def test_a_question_one_only_looks_at_is_not_kept(journal: Journal, open_app: Open, leave: str) -> None:
    entry = talk(journal)
    async with open_app(journal) as (app, pilot):
        await ask(app, pilot, entry)
        await pilot.press(leave, *(["enter"] if leave == "m" else []))
        await settle(app, pilot)
        assert not isinstance(app.screen, QuestionSheet)
    assert talk(journal) == entry


async def test_another_one_is_answered_and_undo_takes_it_back(journal: Journal, open_app: Open) -> None:
    entry = talk(journal)
    async with open_app(journal) as (app, pilot):
        await ask(app, pilot, entry)
        first = screen_text(app)
        await say(app, pilot, "s")
        assert isinstance(app.screen, QuestionSheet)
        assert screen_text(app) != first
        assert talk(journal) == entry
        await say(app, pilot, "shorter, and with the saw")
        kept = talk(journal).reflection
        assert kept is not None
        assert (kept.status, kept.answer, len(kept.passed)) == ("answered", "shorter, and with the saw", 1)
        await pilot.press("u")
        await settle(app, pilot)
    assert talk(journal) == entry


async def test_later_lets_it_wait(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await ask(app, pilot, talk(journal))
        await say(app, pilot, "l")
        assert "It waits" in screen_text(app)
    waiting = talk(journal).reflection
    assert waiting is not None
    assert waiting.status == "asked"
