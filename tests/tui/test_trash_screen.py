"""`T` shows the trash: to read what was deleted, and to bring it back."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets._toast import ToastRack

from netjournal.store.journal import Journal
from netjournal.tui.dialogs.trash import TrashDialog
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle


async def _until(pilot: Pilot[int], done: Callable[[], bool]) -> None:
    for _ in range(100):
        if done():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


async def test_what_was_deleted_is_read_and_brought_back_and_u_deletes_it_again(
    journal: Journal, open_app: Open
) -> None:
    [tea] = journal.month("2026-08")
    grace = next(one for one, _ in journal.everyone() if one.name == "Grace Osei")
    journal.delete(grace, now=NOW)
    journal.delete(tea, now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("T")
        await settle(app, pilot)
        assert isinstance(app.screen, TrashDialog)
        shown = screen_text(app)
        assert "Grace Osei" in shown
        assert "sailmaker" in shown
        assert "needs a quiet harbour for the winter" in shown
        assert tea.text.split()[0] in shown
        assert "deleted today" in shown or "deleted Wed 18 Nov" in shown

        await pilot.press("enter")
        await _until(pilot, lambda: journal.month("2026-08") == (tea,))
        await settle(app, pilot)
        assert isinstance(app.screen, TrashDialog)
        assert [one.id for one in journal.trashed()] == [grace.id]
        await _until(pilot, lambda: screen_text(app).startswith("▎ “"))
        below = app.screen_stack[0].query_one(ToastRack)
        await _until(pilot, lambda: not below.display)

        await pilot.press("enter")
        await _until(pilot, lambda: journal.trashed() == ())
        await settle(app, pilot)
        assert "Nothing was deleted in the last three months." in screen_text(app)
        await pilot.press("escape", "u")
        await _until(pilot, lambda: [one.id for one in journal.trashed()] == [grace.id])
        await _until(pilot, lambda: "Taken back: bringing back Grace Osei." in screen_text(app))


async def test_an_empty_trash_says_so_and_enter_does_nothing(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(40, 12)) as (app, pilot):
        await pilot.press("T", "enter")
        await settle(app, pilot)
        assert "Nothing was deleted" in screen_text(app)
        assert "bring back" not in screen_text(app)
        await pilot.press("T")
        await settle(app, pilot)
        assert not isinstance(app.screen, TrashDialog)


async def test_what_was_brought_back_elsewhere_meanwhile_is_said(journal: Journal, open_app: Open) -> None:
    [tea] = journal.month("2026-08")
    journal.delete(tea, now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("T")
        await settle(app, pilot)
        journal.bring_back(journal.trashed()[0], now=NOW)
        await pilot.press("enter")
        await _until(pilot, lambda: "It is not in the trash any more." in screen_text(app))


async def test_markup_in_what_was_deleted_is_shown_as_it_is(journal: Journal, open_app: Open) -> None:
    [tea] = journal.month("2026-08")
    odd = journal.change(tea, replace(tea, text="[@click=app.quit]x[/] \x1b[31m"), now=NOW)
    journal.delete(odd, now=NOW)
    async with open_app(journal) as (app, pilot):
        await pilot.press("T")
        await settle(app, pilot)
        assert "[@click=app.quit]x[/]" in screen_text(app)
        assert "\x1b" not in screen_text(app)


async def test_a_backup_that_cannot_be_kept_is_said_once(journal: Journal, open_app: Open) -> None:
    folder = journal.places.state / journal.id / "backups"
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    [tea] = journal.month("2026-08")
    async with open_app(journal) as (app, pilot):
        for _ in range(2):
            await app.write(lambda: journal.delete(tea, now=NOW))
            await app.write(lambda: journal.undo(now=NOW))
        await _until(pilot, lambda: "No backup was kept" in screen_text(app))
        await settle(app, pilot)
        assert screen_text(app).count("No backup was kept") == 1
        assert journal.month("2026-08") == (tea,)
