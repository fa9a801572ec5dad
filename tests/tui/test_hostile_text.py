"""Whatever is written is shown literally: markup does nothing, no control character reaches the terminal."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from textual.events import Paste
from textual.screen import Screen
from textual.widgets import Input

import netjournal.tui
from netjournal.language.visible import visible
from netjournal.practice.prompts import Prompt
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.dialogs.alike import ChangedDialog
from netjournal.tui.dialogs.evening import EveningDialog
from netjournal.tui.dialogs.goals import GoalEntriesDialog
from netjournal.tui.dialogs.questions import QuestionsDialog
from netjournal.tui.text import span
from netjournal.tui.widgets.row import Written
from tests.hostile import FORBIDDEN, HOSTILE, fill
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

_TALL = (110, 1000)


@pytest.fixture
def hostile(empty: Journal) -> Journal:
    """A person and an entry for each text, with it in every field that is shown."""
    fill(empty, NOW)
    return empty


async def test_every_screen_and_dialog_shows_it_literally(hostile: Journal, open_app: Open) -> None:
    shown = [visible(text)[:24] for text in HOSTILE]
    async with open_app(hostile, size=_TALL) as (app, pilot):

        async def look(*keys: str) -> str:
            await pilot.press(*keys)
            await settle(app, pilot)
            seen = screen_text(app)
            assert app.is_running
            assert not FORBIDDEN.search(seen)
            return seen

        for keys in ((), ("1",), ("3",)):
            seen = await look(*keys)
            assert [text for text in shown if text not in seen] == []
        await pilot.resize_terminal(110, 40)
        await look("escape", "l")
        for text in HOSTILE[::3]:
            app.screen.query_one(Input).value = f'tea with @"{text}" at:"{text}" gave:"{text}" #{text}'
            await pilot.pause()
            assert not FORBIDDEN.search(screen_text(app))
        await look("escape", "ctrl+p")
        app.post_message(Paste(" ".join(HOSTILE)))
        await pilot.pause(0.3)
        await look()


async def test_toasts_show_it_literally(hostile: Journal, open_app: Open) -> None:
    async with open_app(hostile, size=_TALL) as (app, pilot):
        for text in HOSTILE:
            app.tell(text)
        await settle(app, pilot)
        seen = screen_text(app)
        assert not FORBIDDEN.search(seen)
        assert [text for text in HOSTILE if visible(text)[:24] not in seen] == []


async def test_the_name_of_a_newcomer_is_said_literally(empty: Journal, open_app: Open) -> None:
    async with open_app(empty, settings=Settings(ask="never")) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one(Input).value = 'tea with @"[b]Zuri[/b] [/foo]"'
        await pilot.press("enter")
        await settle(app, pilot)
        assert "[b]Zuri[/b] [/foo]" in screen_text(app)
    assert [person.name for person in empty.people()] == ["[b]Zuri[/b] [/foo]"]


_KEYS = (
    *("2", "l", "n", "s", "g", "p", "y", "o", "e", "a", "d"),
    *("1", "enter", "r", "D", "i", "plus", "o", "3", "a", "e", "o", "question_mark", "ctrl+p"),
    *("comma", "f3", "T", "G", "b", "3", "tab", "m", "v", "V", "3", "y", "enter"),
)


async def test_every_dialog_of_the_app_is_looked_at(hostile: Journal, open_app: Open) -> None:
    """A new screen or dialog is to be opened here as well: none of them shows anything but signs."""
    seen: set[type[Screen[object]]] = set()
    async with open_app(hostile, size=(100, 60)) as (app, pilot):

        async def look() -> None:
            await pilot.pause()
            seen.add(type(app.screen))
            assert not FORBIDDEN.search(screen_text(app)), app.screen

        for key in _KEYS:
            await pilot.press(key)
            await look()
            if type(app.screen).__name__ == "PairsDialog":
                await pilot.press("enter")
                await look()
                await pilot.press("escape")
            while app.screen.is_modal or type(app.screen).__name__ in ("YearScreen", "ReviewScreen"):
                await pilot.press("escape")
        text = HOSTILE[13]
        rows = [Written("hostile", [(span(text),)])]
        question = Prompt(id="hostile", dimension="friend", text=text)
        await app.push_screen(ChangedDialog(text, text, ((text, text, text),)))
        await look()
        await app.push_screen(GoalEntriesDialog(text, text, rows, ""))
        await look()
        await app.push_screen(QuestionsDialog([question]))
        await look()
        await app.push_screen(EveningDialog(text, rows))
        await look()
    for module in pkgutil.walk_packages(netjournal.tui.__path__, "netjournal.tui."):
        importlib.import_module(module.name)
    assert _screens(Screen) - seen == set()


def _screens(kind: type[Any]) -> set[type[Any]]:
    """The screens of netjournal that are no mere base of others."""
    below: list[type[Any]] = kind.__subclasses__()
    own = {kind} if not below and kind.__module__.startswith("netjournal.") else set()
    return own.union(*map(_screens, below))
