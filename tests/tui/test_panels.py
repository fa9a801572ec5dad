"""`/` begins a lookup from whatever one only reads, and is a letter where one types."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.panel import Panel
from netjournal.tui.screens.contacts import ContactsScreen
from tests.tui.conftest import Open
from tests.tui.journals import settle


def typed(app: NetjournalApp) -> str | None:
    """What stands in the line one types into; None without one."""
    return app.focused.value if isinstance(app.focused, Input) else None


def is_in_a_panel(app: NetjournalApp) -> bool:
    return isinstance(app.screen, Panel)


async def test_a_lookup_begins_over_a_panel(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(60, 24)) as (app, pilot):
        for key in ("question_mark", "p", "G", "comma", "f3", "T"):
            await app.action_show_mode("timeline")
            await settle(app, pilot)
            await pilot.press(key)
            await settle(app, pilot)
            assert is_in_a_panel(app), key
            await pilot.press("slash", "g", "r")
            await settle(app, pilot)
            assert isinstance(app.screen, ContactsScreen), key
            assert (typed(app), len(app.screen_stack)) == ("gr", 1), key


@pytest.mark.parametrize("keys", [["l"], ["comma", *["down"] * 30, "enter"]], ids=["a line", "a setting"])
async def test_where_one_types_it_is_a_letter(journal: Journal, open_app: Open, keys: list[str]) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press(*keys)
        await settle(app, pilot)
        screen, before = app.screen, typed(app)
        assert before is not None
        await pilot.press("slash")
        await settle(app, pilot)
        assert (app.screen, typed(app)) == (screen, f"{before}/")
