"""Esc and a key right after it, which most terminals hand over as that key with alt."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.screens.year import YearScreen
from tests.tui.conftest import Open
from tests.tui.journals import settle


async def post(app: NetjournalApp, pilot: Pilot[int], *keys: Key) -> None:
    """Press keys without waiting for what each does."""
    for key in keys:
        app.post_message(key)
    for _ in range(3):
        await settle(app, pilot)


def typed(line: str) -> list[Key]:
    return [Key("space" if letter == " " else letter, letter) for letter in line]


def shows(app: NetjournalApp, kind: type) -> bool:
    return isinstance(app.screen, kind)


ESCAPE = Key("escape", "\x1b")


@pytest.mark.parametrize("apart", [True, False])
async def test_esc_then_a_key_leaves_the_sheet_and_does_what_the_key_does(
    journal: Journal, open_app: Open, apart: bool
) -> None:
    async with open_app(journal) as (app, pilot):
        await post(
            app, pilot, *typed("lhalf a line"), *([ESCAPE, Key("y", "y")] if apart else [Key("alt+y", "y")])
        )
        assert isinstance(app.screen, YearScreen)
        assert journal.drafts.get("log") == "half a line"
        await post(app, pilot, *typed("l"), *([ESCAPE, Key("l", "l")] if apart else [Key("alt+l", "l")]))
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "half a line"


async def test_esc_then_a_key_leaves_the_question_for_later(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await post(
            app, pilot, *typed("ltea with Jorge"), Key("enter", "\r"), Key("alt+l", "l"), *typed("soup")
        )
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "soup"
    [entry] = [one for one in journal.month("2026-11") if one.text == "tea with Jorge"]
    assert entry.reflection is not None
    assert entry.reflection.status == "asked"


@pytest.mark.parametrize("letter", ["u", "q", "x"])
async def test_nothing_is_taken_back_or_left_by_a_key_that_may_have_been_meant_with_alt(
    journal: Journal, open_app: Open, letter: str
) -> None:
    before = journal.month("2026-11")
    async with open_app(journal) as (app, pilot):
        await post(app, pilot, *typed("lhalf"), Key(f"alt+{letter}", letter))
        assert app.is_running
        assert isinstance(app.screen, JournalScreen)
        assert journal.drafts.get("log") == "half"
    assert journal.month("2026-11") == before


async def test_in_a_line_alt_d_takes_a_word_away_as_in_a_shell(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        keys = [Key("ctrl+left", None), Key("ctrl+left", None), Key("alt+d", "d")]
        await post(app, pilot, *typed("ltea with Jorge"), *keys, *typed("s"))
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "tea sJorge"


async def test_alt_of_a_terminal_that_tells_it_from_esc_does_nothing(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await post(app, pilot, *typed("lhalf"), Key("alt+l", None), Key("alt+1", None))
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "half"


async def test_esc_then_a_key_leaves_a_list_of_choices(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await post(app, pilot, *typed("1r"))
        assert shows(app, ChoicesDialog)
        await post(app, pilot, ESCAPE, *typed("lsoup"))
        assert shows(app, LogSheet)
        assert app.screen.query_one(Input).value == "soup"
