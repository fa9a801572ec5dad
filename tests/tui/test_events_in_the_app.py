"""An event in the app: begun, a line for each, ended with a question, and asked about two days later."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Event
from netjournal.practice.events import goal_for
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.evening import EveningDialog
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.dialogs.today import TodayDialog
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.widgets.rows import Rows
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

TODAY = NOW.date()
EVENT = Event(id="", name="Harbour [festival]", tag="harbour-festival", since=TODAY, by=TODAY)
INES = "Ines, boat builder; card; > send her the keel plan by friday"

LETTERS = {" ": "space", ",": "comma", ";": "semicolon"}
END = ("down", "down", "enter")
"""What ends an event, after b."""


def later(**span: float) -> Callable[[], dt.datetime]:
    """A clock that stands some time after the tests' now."""
    return lambda: NOW + dt.timedelta(**span)


async def press(app: NetjournalApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, and wait for what each of them asks for."""
    for key in keys:
        await pilot.press(key)
        await asyncio.wrap_future(app._writer.submit(lambda: None))
        await settle(app, pilot)


async def log(app: NetjournalApp, pilot: Pilot[int], line: str) -> None:
    await press(app, pilot, "l")
    assert shows(app, LogSheet)
    app.screen.query_one("#line", Input).value = line
    await press(app, pilot, "enter")


def shows(app: NetjournalApp, kind: type) -> bool:
    return isinstance(app.screen, kind)


def told(app: NetjournalApp) -> str:
    return "\n".join(toast.message for toast in app._notifications)


async def test_an_evening(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "b")
        form = app.screen
        assert isinstance(form, FormDialog)
        await press(app, pilot, "ctrl+s")
        assert "What is it called?" in screen_text(app)
        for key, text in (("name", "Harbour [festival]"), ("goal", "many"), ("place", "the pier")):
            form.query_one(f"#field-{key}", Input).value = text
        await press(app, pilot, "ctrl+s")
        assert "It is a number" in screen_text(app)
        form.query_one("#field-goal", Input).value = "2"
        await press(app, pilot, "ctrl+s")
        assert (
            "It counts itself, so forget it while you talk. l logs a line for each you meet; b leads to its"
            " end." in told(app)
        )
        assert "at Harbour [festival] · Wednesday 18 November 2026" in screen_text(app)
        await press(app, pilot, "l")
        assert "log at Harbour [festival]" in screen_text(app)
        app.screen.query_one("#line", Input).value = INES
        await settle(app, pilot)
        assert "Ines is new · event · at the pier · #harbour-festival · got card" in screen_text(app)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, JournalScreen)
        assert "Kept. Counts toward 2 people to meet at Harbour [festival]: 1 of 2." in told(app)
        app.clock = later(hours=11)
        await log(app, pilot, "Yuki from Kobe")
        [event] = journal.events()
        assert [entry.date for entry in journal.entries_of_event(event)] == [TODAY, TODAY]
        await press(app, pilot, "b")
        assert "2 met · 2 of 2 · done · one thing promised." in screen_text(app)
        await press(app, pilot, *END)
        assert shows(app, QuestionSheet)
        text = " ".join(screen_text(app).split())
        for words in (
            "you left Harbour [festival]",
            "2 met · 2 of 2 · done · one thing promised. Ines, 田中由紀",
            "Ines: send her the keel plan · tomorrow",
        ):
            assert words in text
        await press(app, pilot, "s")
        await press(app, pilot, "enter")
        assert "you left Harbour [festival]" in screen_text(app), "another question is asked about the same"
        await press(app, pilot, "escape")
        assert "at Harbour" not in screen_text(app).splitlines()[0]
        assert journal.open_event(app.clock()) is None


async def test_the_way_into_it_and_out_of_it_again(journal: Journal, open_app: Open) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        assert "at Harbour [festival]" in screen_text(app).splitlines()[0]
        await log(app, pilot, "called @Bo via:call")
        assert shows(app, QuestionSheet)
        await press(app, pilot, "escape", "b", "enter")
        assert shows(app, LogSheet)
        app.screen.query_one("#line", Input).value = "Yuki"
        await press(app, pilot, "enter")
        assert len(journal.entries_of_event(event)) == 1
        await press(app, pilot, "b", "down", "enter")
        assert isinstance(app.screen, JournalScreen)
        assert app.screen.filter_bar.line.value == "#harbour-festival"
        await press(app, pilot, "b", "escape", "b", *END, "escape", "b")
        form = app.screen
        assert isinstance(form, FormDialog)
        form.query_one("#field-name", Input).value = "harbour festival"
        await press(app, pilot, "ctrl+s")
        [again] = journal.events()
        assert (again.id, again.ended) == (event.id, None)


async def test_whatever_is_typed_into_its_menu_is_the_next_line(journal: Journal, open_app: Open) -> None:
    event = journal.begin_event(EVENT, now=NOW)
    people = journal.people()
    for line in ("elena, sings", "sam", "lots of 3 boats; joke", "22 sailors", "k"):
        async with open_app(journal) as (app, pilot):
            await press(app, pilot, "b")
            assert shows(app, ChoicesDialog)
            for letter in line:
                app.post_message(Key(LETTERS.get(letter, letter), letter))
            await settle(app, pilot)
            sheet = app.screen
            assert isinstance(sheet, LogSheet)
            assert sheet.line.value == line
            await press(app, pilot, "ctrl+u", "escape")
    assert (journal.open_event(NOW), journal.people()) == (event, people)


async def test_a_call_meanwhile_is_a_call_and_counts_as_nobody_met(journal: Journal, open_app: Open) -> None:
    event = journal.begin_event(EVENT, goal_for(EVENT, 1), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "l")
        app.screen.query_one("#line", Input).value = "called Karim, all good again between us"
        await settle(app, pilot)
        assert "Wed 18 Nov 2026 · Karim Haddad · call" in screen_text(app)
        await press(app, pilot, "enter")
        assert shows(app, QuestionSheet)
        await press(app, pilot, "escape", "b")
        assert "Nobody written down yet · 0 of 1" in screen_text(app)
    assert journal.entries_of_event(event) == ()


async def test_more_than_one_had_in_mind_is_said_plainly(journal: Journal, open_app: Open) -> None:
    journal.begin_event(EVENT, goal_for(EVENT, 1), now=NOW)
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, "Ines")
        await press(app, pilot, "b")
        assert "1 met · 1 of 1 · done." in screen_text(app)
        await press(app, pilot, "escape")
        await log(app, pilot, "Yuki")
        await press(app, pilot, "b")
        assert "2 met, 1 was in mind." in screen_text(app)


async def test_an_evening_that_asks_nothing_shows_whom_one_met(journal: Journal, open_app: Open) -> None:
    journal.begin_event(EVENT, now=NOW)
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await log(app, pilot, INES)
        await press(app, pilot, "b", *END)
        assert shows(app, EveningDialog)
        text = " ".join(screen_text(app).split())
        for words in ("boat builder", "You promised", "Ines: send her the keel plan"):
            assert words in text
        await press(app, pilot, "enter")
        assert isinstance(app.screen, JournalScreen)


async def test_two_days_later_it_asks_once(journal: Journal, open_app: Open) -> None:
    journal.begin_event(EVENT, goal_for(EVENT, 1), now=NOW)
    async with open_app(journal) as (app, pilot):
        await log(app, pilot, f"{INES}; > call her; > find a cello")
        [entry] = journal.entries_of_event(journal.events()[0])
        app.clock = later(days=2)
        app.publish()
        await settle(app, pilot)
        text = " ".join(screen_text(app).split())
        assert "After the event" in text
        await press(app, pilot, "b")
        assert shows(app, ChoicesDialog)
        assert "Still yours   Harbour [festival]  what you promised there" in screen_text(app)
        await press(app, pilot, "enter")
        assert "You promised Ines: send her the keel plan. Still yours?" in screen_text(app)
        await press(app, pilot, "k", "escape")
        assert journal.interaction(entry.id) == entry
        await press(app, pilot, "b", "enter", "k", "7", "l")
        first, second, _ = entry.promises
        kept = journal.interaction(entry.id).promises
        assert kept[0] == first
        assert [(one.text, one.due) for one in kept[1:]] == [(second.text, dt.date(2026, 11, 27))]
        assert "Kept. It is not asked again." in told(app)
        assert "After the event" not in screen_text(app)
        await press(app, pilot, "b")
        assert isinstance(app.screen, FormDialog)
        await press(app, pilot, "escape", "u")
        assert journal.interaction(entry.id) == entry
        assert "After the event · b answers" in screen_text(app)
        await press(app, pilot, "p")
        assert shows(app, TodayDialog)
        app.screen.query_one("#todays-page", Rows).go_to("1-0")
        await press(app, pilot, "enter")
        assert "You promised Ines: send her the keel plan. Still yours?" in screen_text(app)


async def test_a_line_of_nobody_is_told_how_to_name_somebody(journal: Journal, open_app: Open) -> None:
    journal.begin_event(EVENT, now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "l")
        line = app.screen.query_one("#line", Input)
        line.value = "somebody from the shipyard; card"
        await settle(app, pilot)
        assert "begin with a name, or write @name" in " ".join(screen_text(app).split())
        line.value = "Anders (cooper) & Ruth (weaver); card"
        await settle(app, pilot)
        assert "begin with a name" not in " ".join(screen_text(app).split())
        line.value = "somebody from the shipyard; card"
        await press(app, pilot, "enter")
        assert "It counts nobody as met; e mends it." in told(app)
