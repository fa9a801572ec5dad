"""Small goals in the app: each key of the list, the form with its presets, and the line after a log."""

from __future__ import annotations

import asyncio
import datetime as dt

from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Destination, Goal, Introduction
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.choices import ChoicesDialog
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.dialogs.goals import GoalEntriesDialog, GoalsDialog
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.widgets.rows import Rows
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

TODAY = NOW.date()
NOVEMBER = Goal(
    id="", text="3 talks", target=3, since=dt.date(2026, 11, 1), by=dt.date(2026, 11, 30), count="-#talks"
)


async def press(app: NetjournalApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, and wait for what each of them asks for."""
    for key in keys:
        await pilot.press(key)
        await asyncio.wrap_future(app._writer.submit(lambda: None))
        await settle(app, pilot)


def shows(app: NetjournalApp, kind: type) -> bool:
    return isinstance(app.screen, kind)


def told(app: NetjournalApp) -> str:
    return "\n".join(toast.message for toast in app._notifications)


async def test_a_goal_is_set_from_a_preset(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G")
        assert "None yet" in screen_text(app)
        await press(app, pilot, "n")
        assert shows(app, ChoicesDialog)
        await press(app, pilot, "3")
        form = app.screen
        assert isinstance(form, FormDialog)
        assert form.focused is form.query_one("#field-by")
        form.query_one("#field-target", Input).value = "2"
        form.query_one("#field-by", Input).value = "30 nov"
        form.query_one("#field-count", Input).value = "#harbour via:pigeon"
        await press(app, pilot, "ctrl+s")
        line = form.query_one("#field-count", Input)
        assert (form.focused, line.selected_text) == (line, "pigeon")
        assert "There is no channel" in screen_text(app)
        line.value = "#harbour from:monday"
        await press(app, pilot, "ctrl+s")
        assert "It counts itself, so forget it while you talk." in told(app)
        [goal] = journal.goals()
        assert (goal.text, goal.target, goal.by) == ("2 good conversations", 2, dt.date(2026, 11, 30))
        assert (goal.count, goal.when) == ("#harbour from:2026-11-16", ("went_well",))
        assert shows(app, GoalsDialog)
        await press(app, pilot, "escape", "u")
        assert journal.goals() == ()


async def test_the_form_names_what_does_not_fit(journal: Journal, open_app: Open) -> None:
    journal.set_destination(Destination(id="", text="Know people around boats"), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "n", "o")
        form = app.screen
        assert isinstance(form, FormDialog)
        said = {
            "text": ("", "Say it in your own words"),
            "target": ("many", "It is a number"),
            "by": ("yesterday", "Its last day"),
            "unit": ("cards", "It is people, entries"),
            "when": ("often", "It is first time"),
            "destination": ("moon", "There is none like that"),
        }
        good = {
            "text": "Talks",
            "target": "1",
            "by": "friday",
            "unit": "days",
            "when": "",
            "destination": "boats",
        }
        for key, (wrong, words) in said.items():
            for other, text in good.items():
                form.query_one(f"#field-{other}", Input).value = text
            form.query_one(f"#field-{key}", Input).value = wrong
            await press(app, pilot, "ctrl+s")
            assert words in screen_text(app), key
            assert form.focused is form.query_one(f"#field-{key}")
            assert "ctrl+s save" in screen_text(app), "the keys stay"
            assert app.screen is form
        form.query_one("#field-destination", Input).value = "boats"
        await press(app, pilot, "ctrl+s")
        [goal] = journal.goals()
        assert (goal.text, goal.unit, goal.destination) == ("Talks", "day", journal.destinations()[0].id)


async def test_what_counts_is_asked_for_as_else_any_line_would(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "n", "o")
        form = app.screen
        form.query_one("#field-text", Input).value = "be kinder to Bo"
        await press(app, pilot, "ctrl+s")
        assert "What counts toward it?" in screen_text(app)
        assert form.focused is form.query_one("#field-count")
        form.query_one("#field-count", Input).value = "#kind"
        await press(app, pilot, "ctrl+s")
        [goal] = journal.goals()
        assert (goal.text, goal.count) == ("be kinder to Bo", "#kind")
    journal.change(goal, replace(goal, count=""), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "s")
        app.screen.query_one("#field-target", Input).value = "1"
        await press(app, pilot, "ctrl+s")
        assert [one.target for one in journal.goals()] == [1], "one from before, that counts all, is changed"


async def test_it_is_made_longer_and_smaller_and_let_go(journal: Journal, open_app: Open) -> None:
    goal = journal.set_goal(NOVEMBER, now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "e")
        form = app.screen
        assert isinstance(form, FormDialog)
        assert form.focused is form.query_one("#field-by")
        form.query_one("#field-by", Input).value = "31 dec"
        await press(app, pilot, "ctrl+s")
        assert shows(app, GoalsDialog)
        assert "until Thu 31 Dec" in screen_text(app)
        await press(app, pilot, "s")
        form = app.screen
        assert form.focused is form.query_one("#field-target")
        form.query_one("#field-target", Input).value = "1"
        await press(app, pilot, "ctrl+s", "l")
        assert "Let go, or over" in screen_text(app)
        assert journal.goals() == (replace(goal, by=dt.date(2026, 12, 31), target=1, let_go=TODAY),)
        await press(app, pilot, "l")
        assert journal.goals()[0].let_go is None
        await press(app, pilot, "escape")
        assert isinstance(app.screen, JournalScreen)


async def test_what_counts_is_listed_and_left_out_by_hand(journal: Journal, open_app: Open) -> None:
    goal = journal.set_goal(NOVEMBER, now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "enter")
        assert shows(app, GoalEntriesDialog)
        listed = app.screen.query_one(Rows)
        assert len([row for row in listed.rows if not row.heading]) == 3
        first = listed.key
        await press(app, pilot, "x")
        assert "Left out by hand" in screen_text(app)
        assert journal.goals()[0].excluded == (first,)
        assert journal.progress(journal.goals()[0], TODAY).done == 2
        assert app.screen.query_one(Rows).key == first
        await press(app, pilot, "x")
        assert journal.goals() == (goal,)
        await press(app, pilot, "f")
        assert isinstance(app.screen, JournalScreen)
        assert app.screen.filter_bar.line.value == "(-#talks) from:2026-11-01 to:2026-11-30"
        await press(app, pilot, "G", "enter", "enter")
        assert isinstance(app.screen, JournalScreen)
        entry = app.screen.entry_here()
        assert entry is not None
        assert entry.id == first


async def test_introductions_that_count_are_listed(journal: Journal, open_app: Open) -> None:
    one, other = journal.people()[:2]
    pair = (one.id, other.id)
    journal.introduce(Introduction(id="", people=pair, asked=pair, date=TODAY), now=NOW)
    journal.set_goal(replace(NOVEMBER, unit="introduction", count=""), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "G", "enter")
        assert f"{one.name} and {other.name}, today" in screen_text(app)


async def test_goals_stand_below_where_they_lead(journal: Journal, open_app: Open) -> None:
    journal.set_goal(replace(NOVEMBER, text="of no place"), now=NOW)
    async with open_app(journal, size=(80, 24)) as (app, pilot):
        await press(app, pilot, "G", "d")
        form = app.screen
        await press(app, pilot, "enter")
        assert "Where would you like to get?" in screen_text(app)
        form.query_one("#field-text", Input).value = "Build a [boat]"
        await press(app, pilot, "enter")
        [place] = journal.destinations()
        journal.set_goal(replace(NOVEMBER, destination=place.id), now=NOW)
        await press(app, pilot, "escape", "G")
        text = screen_text(app)
        assert -1 < text.index("of no place") < text.index("Build a [boat]") < text.index("3 talks")


async def test_the_sheet_after_a_log_says_what_it_counts_toward(journal: Journal, open_app: Open) -> None:
    journal.set_goal(replace(NOVEMBER, text="3 [harbour] talks", count="#harbour"), now=NOW)
    journal.set_goal(replace(NOVEMBER, text="3 good talks", count="", when=("went_well",)), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "l")
        app.screen.query_one("#line", Input).value = "Tea with Karim #harbour"
        await press(app, pilot, "enter")
        assert shows(app, QuestionSheet)
        assert "Counts toward 3 [harbour] talks: 1 of 3." in screen_text(app)
        app.screen.query_one("#line", Input).value = "boats /5"
        await press(app, pilot, "enter")
        assert "Counts toward 3 good talks: 2 of 3." in told(app)
        await press(app, pilot, "l")
        app.screen.query_one("#line", Input).value = "Tea with Karim"
        await press(app, pilot, "enter")
        assert not app.screen.query_one("#counts").display


async def test_at_a_bed_neither_the_sheet_nor_the_answer_speaks_of_a_goal(
    journal: Journal, open_app: Open
) -> None:
    journal.set_goal(replace(NOVEMBER, text="3 good talks", count="", when=("went_well",)), now=NOW)
    journal.set_goal(replace(NOVEMBER, text="3 talks with Karim", count="@karim"), now=NOW)
    async with open_app(journal) as (app, pilot):
        await press(app, pilot, "l")
        app.screen.query_one("#line", Input).value = "Visited Karim in hospital, held his hand"
        await press(app, pilot, "enter")
        assert shows(app, QuestionSheet)
        assert not app.screen.query_one("#counts").display
        app.screen.query_one("#line", Input).value = "his hand was cold /5"
        await press(app, pilot, "enter")
        assert told(app) == "Kept."


async def test_without_a_question_the_line_comes_with_the_word_that_it_is_kept(
    journal: Journal, open_app: Open
) -> None:
    journal.set_goal(replace(NOVEMBER, count="#harbour"), now=NOW)
    async with open_app(journal) as (app, pilot):
        app.settings = replace(app.settings, ask="never")
        await press(app, pilot, "l")
        app.screen.query_one("#line", Input).value = "Tea with Karim #harbour"
        await press(app, pilot, "enter")
        assert told(app) == "Kept. Counts toward 3 talks: 1 of 3."


async def test_a_goal_whose_days_are_over_is_on_the_page_of_today_and_opens(
    journal: Journal, open_app: Open
) -> None:
    over = replace(NOVEMBER, text="9 boats", target=9, by=dt.date(2026, 11, 17))
    journal.set_goal(over, now=NOW)
    kept = journal.set_goal(NOVEMBER, now=NOW)
    async with open_app(journal) as (app, pilot):
        await settle(app, pilot)
        assert "The days of a goal are over · G" in screen_text(app)
        await press(app, pilot, "p")
        rows = app.screen.query_one(Rows)
        rows.go_to(
            next(row.key for row in reversed(rows.rows) if not row.heading and "boats" in str(row.lines(60)))
        )
        await press(app, pilot, "enter")
        assert shows(app, GoalsDialog)
        assert app.screen.query_one(Rows).key != kept.id
        await press(app, pilot, "l")
    assert journal.goals()[0].let_go == TODAY


async def test_esc_leaves_a_form_for_the_list_it_came_from(journal: Journal, open_app: Open) -> None:
    journal.set_goal(NOVEMBER, now=NOW)
    async with open_app(journal) as (app, pilot):
        for keys, dialog in (("e", FormDialog), ("d", FormDialog), ("n", ChoicesDialog), ("no", FormDialog)):
            await press(app, pilot, "G", *keys)
            assert shows(app, dialog)
            await press(app, pilot, "escape")
            assert shows(app, GoalsDialog)
            await press(app, pilot, "escape")
            assert shows(app, JournalScreen)


async def test_a_long_destination_is_shown_whole(journal: Journal, open_app: Open) -> None:
    words = "Know enough people around wooden boats in every harbour between here and Bergen to build one"
    journal.set_destination(Destination(id="", text=words), now=NOW)
    journal.set_goal(NOVEMBER, now=NOW)
    async with open_app(journal, (80, 24)) as (app, pilot):
        await press(app, pilot, "G")
        assert "Bergen" in screen_text(app)
        assert "build one" in screen_text(app)
