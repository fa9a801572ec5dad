"""``u`` takes changes back one after the other, and says of each what it was."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from netjournal.model import Interaction, Reflection, new_id
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.reflections import ReflectionsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

_LONG = "Supper at the long table under the walnut tree, and everyone stayed until the stars were out."


async def _until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    for _ in range(100):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


def _toasts(app: NetjournalApp) -> int:
    return len(app.screen.query(Toast))


async def test_the_cursor_stays_on_the_day_whose_last_entry_goes(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        last = [entry for entry in journal.month("2026-11") if entry.date.day == 17][-1]
        screen.show_entry(last)
        await pilot.press("d")
        await _until(pilot, lambda: len(journal.month("2026-11")) == 3)
        await settle(app, pilot)
        entry = screen.entry_here()
        assert entry is not None
        assert entry.date == screen.grid.day == last.date


async def test_words_of_an_entry_are_quoted_and_shortened(journal: Journal, open_app: Open) -> None:
    [tea] = journal.month("2026-08")
    journal.change(tea, replace(tea, text=_LONG), now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("u")
        await _until(pilot, lambda: "Taken back" in screen_text(app))
        [said] = app.screen.query(Toast)
        assert "the change of “Supper at the long table under the waln…”." in str(said.render())


async def test_the_newest_undo_is_said_in_place_of_the_one_before(journal: Journal, open_app: Open) -> None:
    [tea] = journal.month("2026-08")
    for words in ("one", "two", "three"):
        tea = journal.change(tea, replace(tea, text=words), now=NOW)
    async with open_app(journal) as (app, pilot):
        app.tell("Something else.")
        for words in ("three", "two", "one"):
            await pilot.press("u")
            await _until(pilot, lambda said=words: f"the change of “{said}”." in screen_text(app))  # type: ignore[misc]
            await settle(app, pilot)
            assert _toasts(app) == 1, "what was said before it has gone, too"


async def test_a_setting_is_taken_back_before_the_entry_that_came_before_it(
    journal: Journal, open_app: Open
) -> None:
    [tea] = journal.month("2026-08")
    journal.change(tea, replace(tea, text="one"), now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("comma")
        await settle(app, pilot)
        await pilot.press("right", "right")
        await settle(app, pilot)
        assert app.own.read_settings()[0].ask == "weekly"
        await pilot.press("escape", "u")
        await _until(pilot, lambda: "Taken back: the setting ask." in screen_text(app))
        assert app.settings.ask == "always"
        assert journal.reread(tea).text == "one"
        await pilot.press("u")
        await _until(pilot, lambda: "the change of" in screen_text(app))
    assert journal.reread(tea).text == tea.text


async def test_after_a_deletion_taken_back_the_cursor_is_where_it_was(
    journal: Journal, open_app: Open
) -> None:
    def answered(day: int) -> Interaction:
        asked = Reflection(
            prompt="friend-01", dimension="friend", question="?", asked=NOW, answer="Hers.", status="answered"
        )
        return Interaction(id=new_id(NOW), date=NOW.date().replace(day=day), text="Tea.", reflection=asked)

    journal.bring([], [answered(day) for day in (3, 4, 5)], title="three teas", now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("3", "tab", "down")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ReflectionsScreen)
        gone = screen.entry_here()
        assert gone is not None
        await pilot.press("d")
        await _until(pilot, lambda: screen.entry_here() not in (gone, None))
        await pilot.press("u")
        await _until(pilot, lambda: screen.entry_here() == gone)
