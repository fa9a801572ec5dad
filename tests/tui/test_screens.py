"""The three screens: what they show, how one moves in them, and what happens elsewhere meanwhile."""

from __future__ import annotations

import asyncio
import datetime as dt
import time

import msgspec
import pytest
from msgspec.structs import replace
from textual.events import Key

from netjournal.model import Contact
from netjournal.store.journal import Journal
from netjournal.store.places import Places
from netjournal.tui.dialogs.form import FormDialog
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle, until

pytestmark = pytest.mark.usefixtures("drawn")


async def test_the_first_screen_says_what_to_type(empty: Journal, open_app: Open) -> None:
    async with open_app(empty, size=(80, 24)) as (app, _):
        shown = screen_text(app)
        assert "Good to have you here." in shown
        assert '@"Ana Silva"' in shown


async def test_the_month_is_walked_by_day_and_by_entry(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        await pilot.press("left")
        await settle(app, pilot)
        entry = screen.entry_here()
        assert entry is not None
        assert entry.date == screen.grid.day
        await pilot.press("end")
        await settle(app, pilot)
        last = screen.entry_here()
        assert last is not None
        assert last.text == "Sent her the list."
        assert screen.grid.day == last.date


async def test_three_months_back_are_read(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        for _ in range(3):
            await pilot.press("left_square_bracket")
            await settle(app, pilot)
        shown = screen_text(app)
        assert "August 2026" in shown
        assert "Tea at the pier." in shown


async def test_a_misspelt_name_is_found_and_their_page_stands_beside(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash")
        await settle(app, pilot)
        await pilot.press(*"jroge")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        assert screen.people.key is not None
        assert journal.person(screen.people.key).name == "Jorge Medina"
        await pilot.press("enter")
        await settle(app, pilot)
        assert screen.page.has_focus
        assert "Tea at the pier." in screen_text(app)


async def test_escape_goes_one_step_at_a_time(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash", *"gra", "enter")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        assert app.focused is screen.page
        await pilot.press("escape")
        assert app.focused is screen.people
        assert screen.lookup.value == "gra"


@pytest.mark.parametrize("name", ["Karim", "k", "გ"])
async def test_a_letter_that_is_no_key_begins_a_lookup(journal: Journal, open_app: Open, name: str) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("1")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        await pilot.press(*name)
        await settle(app, pilot)
        is_key = name == "k"
        assert screen.lookup.value == ("" if is_key else name)
        assert screen.lookup.has_focus is not is_key
        assert len(journal.people()) == 5


async def test_letters_typed_at_once_are_all_of_the_name(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("1")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        for letter in "Zundald":
            app.post_message(Key(letter, letter))
        await settle(app, pilot)
        assert screen.lookup.value == "Zundald"
        assert len(journal.people()) == 5


async def test_a_person_in_the_list_is_deleted_by_the_second_d(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("1", "d")
        await settle(app, pilot)
        assert "d once more deletes" in screen_text(app)
        await pilot.press("down", "d")
        await settle(app, pilot)
        assert len(journal.people()) == 5
        await pilot.press("d")
        await asyncio.wrap_future(app._writer.submit(lambda: None))
        assert len(journal.people()) == 4


async def test_whoever_clears_a_lookup_of_nobody_sees_a_page_again(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("slash", *"zzzz", "enter")
        await settle(app, pilot)
        assert "Nobody like that." in screen_text(app)
        await pilot.press("escape")
        await settle(app, pilot)
        assert "Nobody like that." not in screen_text(app)
        assert "Last time" in screen_text(app)


async def test_the_page_begins_with_words(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        grace = next(person for person in journal.people() if person.name == "Grace Osei")
        await app.show_person(grace.id)
        await settle(app, pilot)
        shown = screen_text(app)
        for words in (
            "Last time, yesterday at Café Lula with Jorge Medina",
            "You noted with Jorge Medina: “Boats; ask again.”",
            "you promised: send her the keel book · by Fri",
            "her sister Mary paints",
            "a quiet harbour for the winter",
            "an hour on sails",
            "Tue 1 Dec (60)",
            "there it is 13:30",
            "April 2025 at the harbour festival",
        ):
            assert words in shown
        assert shown.index("Last time") < shown.index("Birthday")


async def test_the_cursor_stays_on_the_person_when_the_list_changes(
    journal: Journal, places: Places, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("1", "down", "down")
        await settle(app, pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        key = screen.people.key
        other = Journal.open(places, NOW)
        other.add(Contact(id="", name="Aaron Abara"), now=NOW)
        app.look()
        for _ in range(50):
            await pilot.pause(0.02)
            if len(screen.people.rows) == 6:
                break
        assert len(screen.people.rows) == 6
        assert screen.people.key == key


async def test_what_another_process_wrote_appears(journal: Journal, places: Places, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        other = Journal.open(places, NOW)
        entry = journal.month("2026-11")[0]
        other.delete(entry, now=NOW)
        for _ in range(100):
            await pilot.pause(0.05)
            if entry.text not in screen_text(app):
                break
        assert entry.text not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (200, 50), (20, 5)])
async def test_no_size_breaks_a_screen_or_a_dialog(
    journal: Journal, open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(journal, size=size) as (app, pilot):
        for key in ("1", "enter", "3", "2", "l", "escape", "question_mark", "escape", "e", "escape"):
            await pilot.press(key)
            await settle(app, pilot)
            lines = screen_text(app).split("\n")
            assert len(lines) == size[1]
            assert any(line.strip() for line in lines)


async def test_without_colour_the_cursor_and_the_days_can_be_read(
    journal: Journal, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(journal) as (app, _):
        shown = screen_text(app)
        assert "[18 ]" in shown
        assert "17:" in shown
        assert "▎" in shown


async def test_a_shelf_that_breaks_is_told_of_and_the_rest_works(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        (journal.folder / "months" / "2026-11.json").write_text("not a shelf")
        app.look()
        for _ in range(100):
            await pilot.pause(0.02)
            if "2026-11.json" in screen_text(app):
                break
        assert "2026-11.json" in screen_text(app)
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert "About her keynote." in screen_text(app)


async def test_midnight_makes_another_day_today(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        app.clock = lambda: NOW + dt.timedelta(days=1)
        app.look()
        for _ in range(100):
            await pilot.pause(0.02)
            if "Thursday 19 November 2026" in screen_text(app):
                break
        assert "Thursday 19 November 2026" in screen_text(app)


async def test_the_palette_finds_people_before_commands(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("ctrl+p")
        await settle(app, pilot)
        await pilot.press(*"medina", "enter")
        await until(app, pilot, "Tea at the pier.")
        assert isinstance(app.screen, ContactsScreen)
        await pilot.press("ctrl+p")
        await settle(app, pilot)
        await pilot.press(*"someone", "space", *"new")
        await until(app, pilot, "Write down someone new")
        await pilot.press("enter")
        await settle(app, pilot)
        assert isinstance(app.screen, FormDialog)


async def test_a_megabyte_of_text_does_not_hold_up_the_screen(journal: Journal, open_app: Open) -> None:
    entry = journal.month("2026-11")[-1]
    long = msgspec.structs.replace(entry, text="word " * 200_000)
    journal.change(entry, long, now=NOW)
    began = time.process_time()
    async with open_app(journal) as (app, _):
        assert "word word" in screen_text(app)
    assert time.process_time() - began < 10, "laid out in full it takes minutes"


async def test_the_side_says_whom_a_hello_would_reach(journal: Journal, open_app: Open) -> None:
    people = {person.name: journal.person(person.id) for person in journal.people()}
    long_ago = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    for name, rhythm in (("Jorge Medina", 90), ("Grace Kim", 14), ("Karim Haddad", 30), ("Grace Osei", 7)):
        person = people[name]
        after = replace(person, rhythm=rhythm, created=long_ago, rest=name == "Grace Osei")
        journal.change(person, after, now=NOW)
    async with open_app(journal) as (app, pilot):
        shown = screen_text(app)
        side = shown[shown.index("A good week for a hello") :]
        assert "Grace Kim, last wrote 2 weeks ago" in side
        assert "“Sent her the list.”" in side
        assert "Grace Osei," not in side
        assert "Tue 1 Dec" not in shown
        await app.show_person(people["Karim Haddad"].id)
        await settle(app, pilot)
        assert "Rhythm        monthly, next by Thu 10 Dec" in screen_text(app)


async def test_a_narrow_help_says_every_word(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, size=(40, 90)) as (app, pilot):
        await pilot.press("question_mark")
        await settle(app, pilot)
        words = " ".join(screen_text(app).replace("│", " ").split())
        assert "Log a talk, a letter or a thought in one line" in words


async def test_a_promise_of_a_day_gone_by_is_said_plainly(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        app.clock = lambda: NOW + dt.timedelta(days=5)
        grace = next(person for person in journal.people() if person.name == "Grace Osei")
        await app.show_person(grace.id)
        await settle(app, pilot)
        assert "send her the keel book · was Fri 20 Nov" in screen_text(app)
