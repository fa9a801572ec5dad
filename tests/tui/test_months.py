"""The months: what they show, how one walks in it, and what is behind a number."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import pytest
from msgspec.structs import replace

from netjournal.model import Contact, Interaction, Introduction, Reflection
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.screens.behind import BehindScreen
from netjournal.tui.screens.reflections import ReflectionsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from tests.store.journals import bring, entry, person
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle, until

S = TypeVar("S", bound=JournalScreen)


def talks(of: Contact, month: str, many: int) -> list[Interaction]:
    """Calls of the first days of a month, each with an answer."""
    asked = Reflection(
        prompt="p", dimension="curiosity", question="What did you ask?", asked=NOW, status="answered",
        answer="About her boat", rating=4,
    )  # fmt: skip
    days = [f"{month}-{day:02}" for day in range(1, many + 1)]
    return [entry(day, people=(of.id,), channel="call", text=f"Call {day}", reflection=asked) for day in days]


@pytest.fixture
def full(empty: Journal) -> Journal:
    """Six talks in October and three in November, with one person."""
    lena = person("Lena Pettersen")
    bring(empty, lena, *talks(lena, "2026-10", 6), *talks(lena, "2026-11", 3))
    return empty


def the(kind: type[S], app: NetjournalApp) -> S:
    """The screen that is open, which is of a kind."""
    assert isinstance(app.screen, kind)
    return app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_months_stand_under_their_letters(
    full: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(full, size=size) as (app, pilot):
        await pilot.press("3", "y")
        shown = await until(app, pilot, "enter opens 9 entries")
        lines = shown.split("\n")
        letters = next(line for line in lines if line.endswith("in all"))
        curiosity = next(line for line in lines if "Curiosity" in line)
        october = letters.rindex("O")
        assert (curiosity[october], curiosity[october + 2]) == ("█", "·")
        assert curiosity.endswith("  9")
        assert curiosity.index("9") == letters.index("in all")
        assert "December 2025 to November 2026: 9 answers" in shown


async def test_narrow_screens_fold_the_plot_below_its_label(full: Journal, open_app: Open) -> None:
    async with open_app(full, size=(40, 12)) as (app, pilot):
        await pilot.press("3", "y")
        lines = (await until(app, pilot, "2026: 9")).split("\n")
        letters = next(line for line in lines if line.endswith("all"))
        at = next(number for number, line in enumerate(lines) if "Curiosity" in line)
        assert lines[at].endswith("9")
        assert lines[at + 1][letters.rindex("O")] == "█"


async def test_a_number_opens_what_is_behind_it_and_backspace_goes_back(
    full: Journal, open_app: Open
) -> None:
    async with open_app(full) as (app, pilot):
        await pilot.press("3", "y")
        await until(app, pilot, "enter opens 9 entries")
        await pilot.press("left")
        assert "November 2026: fewer than five" in await until(app, pilot, "fewer than")
        await pilot.press("enter")
        assert "Fewer than five" in await until(app, pilot, "Fewer than five")
        await pilot.press("left", "enter")
        shown = await until(app, pilot, "Call 2026-10-06")
        the(BehindScreen, app)
        assert "Themes: Curiosity · October 2026" in shown
        assert len(the(BehindScreen, app).rows.rows) == 6
        await pilot.press("f", *"10-03", "enter")
        await settle(app, pilot)
        here = the(BehindScreen, app).entry_here()
        assert here is not None
        assert (here.date.day, len(the(BehindScreen, app).rows.rows)) == (3, 1)
        await pilot.press("enter")
        await settle(app, pilot)
        assert the(TimelineScreen, app).grid.day == dt.date(2026, 10, 3)
        await pilot.press("backspace")
        await settle(app, pilot)
        assert the(BehindScreen, app).filter_bar.line.value == "10-03"
        await pilot.press("escape")
        assert len(the(BehindScreen, app).rows.rows) == 6
        await pilot.press("backspace")
        await settle(app, pilot)
        assert "October 2026: 6 answers" in await until(app, pilot, "October 2026: ")
        await pilot.press("escape")
        await settle(app, pilot)
        the(ReflectionsScreen, app)


async def test_what_changes_behind_a_number_changes_the_number(full: Journal, open_app: Open) -> None:
    async with open_app(full) as (app, pilot):
        await pilot.press("3", "y")
        await until(app, pilot, "enter opens 9 entries")
        await pilot.press("left", "left", "enter")
        await until(app, pilot, "Call 2026-10-06")
        await pilot.press("d")
        await until(app, pilot, "Deleted")
        for _ in range(50):
            if "Call 2026-10-06" not in screen_text(app).replace("“Call 2026-10-06”", ""):
                break
            await pilot.pause(0.02)
        assert len(the(BehindScreen, app).rows.rows) == 5
        await pilot.press("backspace")
        await until(app, pilot, "October 2026: 5 answers")


async def test_backspace_leads_to_the_answers_one_came_from(full: Journal, open_app: Open) -> None:
    async with open_app(full) as (app, pilot):
        await pilot.press("3", "down", "down", "down", "y")
        await until(app, pilot, "enter opens")
        await pilot.press("enter")
        await until(app, pilot, "Call 2026-11-03")
        await pilot.press("1", "backspace")
        await settle(app, pilot)
        assert the(ReflectionsScreen, app).themes.key == "curiosity"


async def test_a_month_earlier_and_back_to_now(full: Journal, open_app: Open) -> None:
    async with open_app(full) as (app, pilot):
        await pilot.press("3", "y", "[")
        await until(app, pilot, "November 2025 to October 2026: 6 answers")
        await pilot.press("]", "]", "}")
        assert "December 2025 to November 2026: 9" in await until(app, pilot, "2026: 9 answers")


async def test_introductions_behind_a_door(empty: Journal, open_app: Open) -> None:
    people = [person(f"Person {letter}") for letter in "ABCDEF"]
    bring(empty, *people)
    for other in people[1:]:
        made = Introduction(id="", people=(people[0].id, other.id), date=NOW.date(), why="both sail")
        empty.introduce(made, now=NOW)
    async with open_app(empty) as (app, pilot):
        await pilot.press("3", "y")
        await until(app, pilot, "enter opens 5 introductions")
        await pilot.press("enter")
        shown = await until(app, pilot, "both sail")
        assert "Person A and Person F" in shown


async def test_an_empty_journal_says_so(empty: Journal, open_app: Open) -> None:
    async with open_app(empty) as (app, pilot):
        await pilot.press("3", "y")
        await until(app, pilot, "There is too little in these months")
        await pilot.press("enter", "right", "y")
        await settle(app, pilot)
        the(ReflectionsScreen, app)


async def test_hostile_words_are_only_words(empty: Journal, open_app: Open) -> None:
    who = replace(person("[/red]\x1b[31m"), field="[b]")
    others = [replace(person(f"[link]{n}"), met=None) for n in range(2)]
    bring(empty, who, *others, *talks(who, "2026-11", 6))
    async with open_app(empty) as (app, pilot):
        await pilot.press("3", "y")
        await until(app, pilot, "enter opens")
        await pilot.press("enter")
        assert "[/red]" in await until(app, pilot, "Call 2026-11-06")
