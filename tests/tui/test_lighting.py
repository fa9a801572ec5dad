"""F2 changes between dark and light, and the choice is there again the next time."""

from __future__ import annotations

from typing import Literal

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.tui.theme import DAY, LAMP
from netjournal.tui.widgets.rows import Rows
from tests.tui.conftest import Open
from tests.tui.journals import screen_text, settle


async def _began(journal: Journal, open_app: Open, theme: Literal["dark", "light"], *keys: str) -> str:
    """The theme that the app begins with; then `keys` are pressed in it."""
    async with open_app(journal, settings=Settings(theme=theme)) as (app, pilot):
        began = app.theme
        await pilot.press(*keys)
        await settle(app, pilot)
        return began


async def test_light_chosen_with_f2_is_there_again_until_it_is_dark_again(
    journal: Journal, places: Places, open_app: Open
) -> None:
    before = set(places.state.rglob("*.txt"))
    assert await _began(journal, open_app, "dark", "f2") == LAMP.name
    assert await _began(journal, open_app, "dark", "f2") == DAY.name
    assert await _began(journal, open_app, "dark") == LAMP.name
    assert set(places.state.rglob("*.txt")) == before


async def test_settings_changed_since_count_more(journal: Journal, open_app: Open) -> None:
    assert await _began(journal, open_app, "dark", "f2") == LAMP.name
    assert await _began(journal, open_app, "light") == DAY.name
    assert await _began(journal, open_app, "light", "f2") == DAY.name
    assert await _began(journal, open_app, "light") == LAMP.name
    assert await _began(journal, open_app, "dark") == LAMP.name


async def test_what_cannot_be_remembered_is_said_and_changes_all_the_same(
    journal: Journal, places: Places, open_app: Open
) -> None:
    (places.state / "theme.txt").mkdir()
    async with open_app(journal) as (app, pilot):
        assert app.theme == LAMP.name
        await pilot.press("f2")
        await settle(app, pilot)
        assert app.theme == DAY.name
        assert "could not be written" in " ".join(screen_text(app).split())


async def test_what_is_set_counts_more_than_what_f2_chose_before(journal: Journal, open_app: Open) -> None:
    assert await _began(journal, open_app, "dark", "f2") == LAMP.name
    async with open_app(journal) as (app, pilot):
        await pilot.press(",")
        await settle(app, pilot)
        app.screen.query_one("#items", Rows).go_to("theme")
        await pilot.press("right", "right")
        await settle(app, pilot)
        assert app.theme == LAMP.name
    assert await _began(journal, open_app, "dark") == LAMP.name
