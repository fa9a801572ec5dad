"""F4: names and words are hidden on every screen, and shown again."""

from __future__ import annotations

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.dialogs.log import LogSheet
from tests.tui.conftest import Open
from tests.tui.journals import fill, screen_text, settle


def _secret(text: str) -> str:
    return " ".join(f"qq{word}" for word in text.split())


async def test_no_screen_shows_a_name_or_a_word(empty: Journal, open_app: Open) -> None:
    fill(empty, _secret)
    async with open_app(empty, size=(140, 50), settings=Settings(ask="never")) as (app, pilot):
        await settle(app, pilot)
        assert "qq" in screen_text(app)
        await pilot.press("1", "f4")
        await settle(app, pilot)
        assert app.is_discreet
        assert "names hidden" in screen_text(app)
        for key in (
            "1",
            "enter",
            "r",
            "D",
            "o",
            "2",
            "o",
            "p",
            "s",
            "y",
            "g",
            "3",
            "ctrl+p",
            "question_mark",
        ):
            await pilot.press(key)
            await settle(app, pilot)
            seen = screen_text(app)
            assert "qq" not in seen, key
            assert "Beirut" not in seen, key
            while app.screen.is_modal or type(app.screen).__name__ == "YearScreen":
                await pilot.press("escape")
        await pilot.press("1")
        await settle(app, pilot)
        assert "Q. Q." in screen_text(app)
        await pilot.press("f4")
        await settle(app, pilot)
        assert "qqGrace" in screen_text(app)
        assert "names hidden" not in screen_text(app)


async def test_it_only_looks_meanwhile(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        before = journal.snapshot()
        await pilot.press("f4")
        await settle(app, pilot)
        for key in ("l", "n", "e", "a", "d", "space", "u"):
            await pilot.press(key)
            await settle(app, pilot)
            assert not isinstance(app.screen, LogSheet)
            assert not app.screen.is_modal, key
        await pilot.press("f4")
        await settle(app, pilot)
        assert app.journal is journal
        assert journal.snapshot() == before
        await pilot.press("l")
        await settle(app, pilot)
        assert isinstance(app.screen, LogSheet)
