"""Keys that come faster than the screen is drawn go where the eye believes them to go."""

from __future__ import annotations

import asyncio

from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.model import Event
from netjournal.settings import Settings
from netjournal.store.journal import Journal
from netjournal.tui.app import NetjournalApp
from netjournal.tui.dialogs.log import LogSheet
from netjournal.tui.dialogs.question import QuestionSheet
from netjournal.tui.screens.base import JournalScreen
from netjournal.tui.screens.contacts import ContactsScreen
from netjournal.tui.screens.timeline import TimelineScreen
from netjournal.tui.widgets.filter_bar import FilterBar
from netjournal.tui.widgets.page_editor import PageEditor
from netjournal.tui.widgets.rows import Rows
from tests.tui.conftest import Open
from tests.tui.journals import NOW, screen_text, settle

_NAMES = {"\t": "tab", "/": "slash", "\r": "enter", " ": "space"}
_NAMES |= {
    "\x0e": "shift+tab",
    "\x15": "ctrl+u",
    "+": "plus",
    "#": "number_sign",
    "\x12": "ctrl+r",
    "\x13": "ctrl+s",
    "\x10": "up",
    "\x11": "down",
    "\x08": "backspace",
}


async def burst(app: NetjournalApp, pilot: Pilot[int], keys: str, gap: float = 0.0) -> None:
    """Press keys the way a terminal hands them over: without waiting for what they do."""
    for key in keys:
        app.post_message(Key(_NAMES.get(key, key), key if key.isprintable() else None))
        await asyncio.sleep(gap)
    for _ in range(4):
        await settle(app, pilot)


def shows(app: NetjournalApp, kind: type[object]) -> bool:
    return isinstance(app.screen, kind)


async def test_a_second_enter_leaves_the_question_and_the_next_line_is_a_line(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "lsoup one\r\rlsoup two")
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "soup two"
    [soup] = [entry for entry in journal.month("2026-11") if entry.text == "soup one"]
    assert soup.reflection is not None
    assert soup.reflection.status == "skipped"


async def test_a_line_begun_at_once_keeps_its_first_letters(journal: Journal, open_app: Open) -> None:
    for gap in (0.0, 0.01):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "lneu", gap)
            assert isinstance(app.screen, LogSheet)
            assert app.screen.line.value == "neu"
            await pilot.press("ctrl+u", "escape")
            await settle(app, pilot)
            assert isinstance(app.screen, JournalScreen)
            app.journal.drafts.drop("log")


async def test_what_is_typed_right_after_what_is_deleted_stays(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "lnew\x15tea\x08\x08wo")
        assert isinstance(app.screen, LogSheet)
        assert app.screen.line.value == "two"
        await pilot.press("escape", "n")
        await settle(app, pilot)
        form = app.screen
        page = form.query(PageEditor).first()
        form.set_focus(page)
        await burst(app, pilot, "new\x15tea\x08\x08wo")
        assert page.text == "two"


async def test_a_lookup_begun_at_once_runs_no_commands(journal: Journal, open_app: Open) -> None:
    before = journal.people()
    for gap in (0.0, 0.02):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "/dune", gap)
            assert isinstance(app.screen, ContactsScreen)
            assert app.screen.lookup.value in ("dune", "une", "ne", "e", "")
            assert app.screen.lookup.has_focus
        assert journal.people() == before


async def test_two_enters_end_a_sheet_once(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one(Input).value = "tea with Jorge"
        await burst(app, pilot, "\r\r")
        assert app.is_running
    assert [entry.text for entry in journal.month("2026-11")].count("tea with Jorge") == 1


async def test_a_key_acts_on_the_person_under_the_cursor(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("1")
        await settle(app, pilot)
        assert isinstance(app.screen, ContactsScreen)
        rows = app.screen.people.rows
        first, second = rows[0].key, rows[1].key
        await burst(app, pilot, "jd")
        there = {person.id for person in journal.people()}
        assert first in there
        assert second not in there or len(there) == len(rows)


async def test_what_was_saved_before_leaving_is_there(journal: Journal, open_app: Open) -> None:
    async with open_app(journal, settings=Settings(ask="never")) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.screen.query_one(Input).value = "tea with Jorge"
        await burst(app, pilot, "\rq", 0.05)
    assert "tea with Jorge" in [entry.text for entry in journal.month("2026-11")]


async def test_what_is_typed_on_after_an_enter_answers_the_question(journal: Journal, open_app: Open) -> None:
    for number, gap in enumerate((0.0, 0.01, 0.03)):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, f"lsoup{number}\rsick", gap)
            assert app.screen.query_one(Input).value == "sick"
            await burst(app, pilot, "ly\rt", gap)
            assert isinstance(app.screen, TimelineScreen)
        [logged] = [entry for entry in journal.month("2026-11") if entry.text == f"soup{number}"]
        assert logged.reflection is not None
        assert logged.reflection.answer == "sickly"


async def test_what_is_typed_after_a_tab_or_an_enter_is_of_the_next_field(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "b")
        await burst(app, pilot, "Pier\t3\rGuet")
        assert [line.value for line in app.screen.query(Input)][:3] == ["Pier", "3", "Guet"]


async def test_going_back_in_a_form_is_as_fast_as_going_on(journal: Journal, open_app: Open) -> None:
    for gap in (0.0, 0.01):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "Gno\t\t\t\x0e\x0e\x15none\x11\x15two\x10 at all", gap)
            lines = {line.id: line.value for line in app.screen.query(Input)}
            assert (lines["field-target"], lines["field-since"]) == ("none at all", "two"), lines
            await pilot.press("ctrl+r", "escape")
            await settle(app, pilot)


async def test_a_form_begun_anew_begins_with_its_first_field(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "n")
        await burst(app, pilot, "Ravi\tRa\t\x12Ravi")
        assert app.focused is app.screen.query(Input).first()
        assert [line.value for line in app.screen.query(Input)][:2] == ["Ravi", ""]
        await burst(app, pilot, "\x12")
        await pilot.press("escape", "G", "n", "1")
        await settle(app, pilot)
        assert app.focused is not app.screen.query(Input).first()
        await burst(app, pilot, "\x12")
        assert app.focused is app.screen.query(Input).first()


async def test_what_is_typed_on_after_the_end_of_an_event_answers_its_question(
    journal: Journal, open_app: Open
) -> None:
    for tag, gap in (("pier", 0.0), ("quay", 0.01)):
        journal.begin_event(Event(id="", name=tag, tag=tag, since=NOW.date(), by=NOW.date()), now=NOW)
        before = [person.id for person in journal.people()]
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "bYuki\r", gap)
            await burst(app, pilot, "b\x11\x11\rdance duty", gap)
            assert isinstance(app.screen, QuestionSheet)
            assert app.screen.line.value == "dance duty"
            await pilot.press("ctrl+u", "escape")
            await settle(app, pilot)
        assert [person.id for person in journal.people()] == before
        tagged = [entry for entry in journal.month("2026-11") if tag in entry.tags]
        assert sorted(len(entry.people) for entry in tagged) == [0, 1]


async def test_what_is_typed_on_after_a_choice_at_an_event_goes_where_it_leads(
    journal: Journal, open_app: Open
) -> None:
    journal.begin_event(Event(id="", name="pier", tag="pier", since=NOW.date(), by=NOW.date()), now=NOW)
    for gap in (0.0, 0.01):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "b\x11\rbYuki, she stayed", gap)
            assert isinstance(app.screen, LogSheet)
            assert app.screen.line.value == "Yuki, she stayed"
            await pilot.press("ctrl+u", "escape")
            await settle(app, pilot)
            assert "#pier" in [line.value for line in app.screen.query(Input)]


async def test_an_enter_that_ends_nothing_holds_back_no_key(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "g\rmay")
        assert app.screen.query_one(Input).value == "may"


async def test_leaving_from_a_sheet_keeps_what_was_typed(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "lha")
        await pilot.press("ctrl+q")
        await settle(app, pilot)
    assert journal.drafts.get("log") == "ha"


async def test_pasted_lines_become_one_line(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        await pilot.press("l")
        await settle(app, pilot)
        app.post_message(Paste("tea with Jorge\r\nand cake\rand a walk"))
        await settle(app, pilot)
        assert app.screen.query_one(Input).value == "tea with Jorge and cake and a walk"


async def test_three_presses_go_three_months_back(journal: Journal, open_app: Open) -> None:
    async with open_app(journal) as (app, pilot):
        for _ in range(3):
            app.post_message(Key("left_square_bracket", "["))
        for _ in range(4):
            await settle(app, pilot)
        assert isinstance(app.screen, TimelineScreen)
        assert app.screen.grid.day.isoformat() == "2026-08-05"
        assert app.screen.entry_here() == journal.month("2026-08")[0]


async def test_what_is_typed_on_after_a_key_of_a_screen_goes_where_it_leads(
    journal: Journal, open_app: Open
) -> None:
    for gap in (0.0, 0.01):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, "1")
            rows = app.screen.query_one("#people", Rows)
            before = rows.key
            await burst(app, pilot, "j+told: lilies", gap)
            assert type(app.screen).__name__ == "NoteSheet"
            assert app.screen.query_one(Input).value == "told: lilies"
            assert rows.key != before, "keys that are on their way come first"
            await pilot.press("ctrl+u", "escape")
            await burst(app, pilot, "2f#late", gap)
            assert app.screen.query_one(FilterBar).line.value == "#late"


async def test_a_form_is_saved_with_what_was_typed_right_before(journal: Journal, open_app: Open) -> None:
    for name, gap in (("Pier", 0.0), ("Quay", 0.01)):
        async with open_app(journal) as (app, pilot):
            await burst(app, pilot, f"b{name}\x13", gap)
            event = journal.open_event(NOW)
            assert event is not None
            assert event.name == name
            await burst(app, pilot, "b\x11\x11\r\r", gap)


async def test_a_line_begun_after_a_letter_was_refused_is_no_answer(journal: Journal, open_app: Open) -> None:
    for number, gap in enumerate((0.0, 0.01)):
        line = f"chess {number} with @Karim > send him the clock"
        async with open_app(journal, (80, 24)) as (app, pilot):
            await burst(app, pilot, f"lsoup {number}\rz\rl{line}\r", gap)
            assert shows(app, QuestionSheet)
            assert "Is it the answer, or a new line?" in screen_text(app)
            await burst(app, pilot, "\t!", gap)
            assert isinstance(app.screen, LogSheet)
            assert app.screen.line.value == f"{line}!"
            await burst(app, pilot, "\r\r", gap)
        entries = journal.month("2026-11")
        [soup] = [entry for entry in entries if entry.text == f"soup {number}"]
        assert soup.reflection is not None
        assert (soup.reflection.status, soup.reflection.answer, soup.promises) == ("asked", "", ())
        [chess] = [entry for entry in entries if entry.text == f"chess {number} with Karim"]
        assert [promise.text for promise in chess.promises] == ["send him the clock!"]
        assert not journal.drafts.get(f"answer-{soup.id}")


async def test_an_answer_after_a_refused_letter_takes_one_enter_and_one_with_an_l_two(
    journal: Journal, open_app: Open
) -> None:
    async with open_app(journal) as (app, pilot):
        await burst(app, pilot, "lsoup one\rz\rshe laughed\r")
        assert shows(app, TimelineScreen)
        await burst(app, pilot, "lsoup two\rlaughed\r")
        assert shows(app, TimelineScreen), "nothing was refused"
        await burst(app, pilot, "lsoup three\rz\rlaughed\r")
        assert shows(app, QuestionSheet)
        await burst(app, pilot, " a lot\r")
        assert shows(app, QuestionSheet), "it is another answer now"
        await burst(app, pilot, "\r")
        assert shows(app, TimelineScreen)
    answers = {one.text: one.reflection.answer for one in journal.month("2026-11") if one.reflection}
    assert [answers[f"soup {number}"] for number in ("one", "two", "three")] == [
        "she laughed",
        "laughed",
        "laughed a lot",
    ]
