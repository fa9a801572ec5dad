"""What the app says in passing: one thing at a time, and not over what is being typed."""

from __future__ import annotations

import pytest
from textual.containers import Vertical
from textual.widgets._toast import Toast, ToastRack

from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.question import QuestionSheet
from tests.tui.conftest import Open
from tests.tui.journals import screen_text, settle


def said(app: NetjournalApp) -> list[str]:
    return [one.message for one in app._notifications]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_nothing_said_lies_over_what_is_typed(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(journal, size, Settings(ask="never")) as (app, pilot):
        app.tell("Something long enough to stand on two lines or on more where the screen is narrow. " * 3)
        await pilot.press("l")
        await settle(app, pilot)
        await pilot.press("t")
        await settle(app, pilot)
        assert isinstance(app.screen, LogSheet)
        body = app.screen.query_one(Vertical)
        assert not any(toast.region.overlaps(body.region) for toast in app.screen.query(Toast))
        assert "enter" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_what_is_said_lies_over_nothing_one_reads(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(journal, size, Settings(ask="never")) as (app, pilot):
        for mode in ("1", "3", "2"):
            await pilot.press(mode)
            await settle(app, pilot)
            before = screen_text(app).splitlines()
            app.tell("Kept.")
            await settle(app, pilot)
            [toast] = app.screen.query(Toast)
            after = screen_text(app).splitlines()
            assert toast.size.height == 1
            assert [line for line in before[: toast.region.y] if line] == [
                line for line in after[: toast.region.y] if line
            ]
            keys = [line for line in after if "? help" in line]
            assert bool(keys) == (size[1] >= 18), "in a low terminal it takes the place of the keys"
            app.clear_notifications()
            await settle(app, pilot)
            assert "? help" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_a_long_warning_is_read_in_full_and_covers_no_entry(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    words = (
        "The journal is on a disk that is full, so nothing was written. " * 3 + "Make room, and save again."
    )
    async with open_app(journal, size) as (app, pilot):
        app.tell(words, severity="warning")
        await settle(app, pilot)
        lines = (line.strip(" ▌▐▎") for line in screen_text(app).splitlines())
        assert words in " ".join(" ".join(lines).split())
        [toast] = app.screen.query(Toast)
        assert not any(toast.region.overlaps(one.region) for one in app.screen.query("Rows"))
        assert toast._timeout > app.NOTIFICATION_TIMEOUT, "there is time to read it"


async def test_what_is_said_gives_way_to_what_is_said_after_the_next_key(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        app.tell("Ada is in the journal now.")
        app.tell("Kept.")
        app.tell("Kept.")
        assert said(app) == ["Ada is in the journal now.\nKept."]
        await pilot.press("j")
        app.tell("Counts toward 3 hellos: 1 of 3.")
        assert said(app) == ["Counts toward 3 hellos: 1 of 3."]


async def test_a_warning_stays_when_something_else_is_said(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        app.tell("It could not be saved.", severity="warning")
        await pilot.press("j")
        app.tell("Kept.")
        assert said(app) == ["It could not be saved.", "Kept."]


async def test_only_the_last_of_what_was_taken_back_is_said(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, _):
        app.tell_undone("Taken back: one.")
        app.tell_undone("Taken back: two.")
        assert said(app) == ["Taken back: two."]


async def test_what_was_said_is_not_seen_a_second_time_behind_a_dialog(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        app.tell("Said in passing.")
        await settle(app, pilot)
        below = app.screen
        assert all(rack.display for rack in below.query(ToastRack))
        await pilot.press("b")
        await settle(app, pilot)
        assert app.screen is not below
        assert not any(rack.display for rack in below.query(ToastRack))
        assert screen_text(app).count("Said in passing.") == 1
        await pilot.press("escape")
        await settle(app, pilot)
        app.tell("And after it.")
        await settle(app, pilot)
        assert screen_text(app).count("And after it.") == 1


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_question_left_with_nothing_seems_not_kept(
    journal: Journal, open_app: Open, key: str
) -> None:
    async def log(words: str) -> None:
        await pilot.press("l", *("space" if letter == " " else letter for letter in words), "enter")
        await settle(app, pilot)
        assert isinstance(app.screen, QuestionSheet)

    async with open_app(journal) as (app, pilot):
        await log("tea with @Yusuf")
        assert said(app) == ["Yusuf is in the journal now."], "it stands above the question"
        await pilot.press(*"boats", "enter")
        await settle(app, pilot)
        assert "Kept." in " ".join(said(app))
        await log("tea with Grace")
        await pilot.press(key)
        await settle(app, pilot)
        assert said(app) == []
